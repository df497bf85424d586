"""Guards an .xlsx before any parser sees it: what it is, what it unpacks to, what its members are, and no DOCTYPE."""

import io
import posixpath
import stat
import zipfile
import zlib
from xml.parsers import expat

from formats.fault import said
from formats.ledger import Ledger, Place
from formats.limits import MEMBERS, MIB, PACKING_RATIO, UNPACKED_BYTES
from formats.text_encoding import alien
from models import Text

SAVE = said("enregistrez en .xlsx sans mot de passe ni macro", "save as .xlsx without password or macros")
SMALL = 5 * MIB  # below this, a high ratio is a tidy table, not a bomb


def members(data: bytes, place: Place, ledger: Ledger) -> dict[str, bytes] | None:
    """Gives the unpacked members of a workbook by name; None, with the fault noted, when one is unsafe."""
    if not data.startswith(b"PK"):
        kind = alien(data) or "?"
        message = said(f"le contenu n'est pas un classeur .xlsx ({kind})", f"the content is no .xlsx workbook ({kind})")
        ledger.error(place, "UNSUPPORTED_TYPE", message, hint=SAVE)
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, place, ledger)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, OSError, EOFError, RuntimeError):
        message = said("le classeur est abîmé et ne s'ouvre pas", "the workbook is damaged and does not open")
        ledger.error(place, "BAD_WORKBOOK", message, hint=said("enregistrez-le à nouveau", "save it again"))
        return None


def _unpacked(archive: zipfile.ZipFile, place: Place, ledger: Ledger) -> dict[str, bytes] | None:
    listed = archive.infolist()
    unpacked = sum(item.file_size for item in listed)
    packed = max(1, sum(item.compress_size for item in listed))
    if len(listed) > MEMBERS or unpacked > UNPACKED_BYTES or (unpacked > SMALL and unpacked > PACKING_RATIO * packed):
        shown = f"{len(listed)} × {unpacked / MIB:.0f} MiB"
        message = said(
            f"le classeur contient {len(listed)} éléments et {unpacked / MIB:.0f} Mio une fois déballé ; limites : "
            f"{MEMBERS} éléments, {UNPACKED_BYTES // MIB} Mio, {PACKING_RATIO} fois sa taille",
            f"the workbook holds {len(listed)} members and {unpacked / MIB:.0f} MiB once unpacked; the limits are "
            f"{MEMBERS} members, {UNPACKED_BYTES // MIB} MiB, {PACKING_RATIO} times its size",
        )
        hint = said("copiez les seules données dans un classeur neuf", "copy the data alone into a new workbook")
        ledger.error(place, "ARCHIVE_TOO_BIG", message, shown=shown, hint=hint)
        return None
    if refused := _refusal(listed):
        code, message = refused
        ledger.error(place, code, message, hint=SAVE)
        return None
    # Reading to the end checks the length and the sum each member claims, so a false size is found here.
    contents = {item.filename: archive.read(item) for item in listed}
    return contents if _plain_xml(contents, place, ledger) else None


def _refusal(listed: list[zipfile.ZipInfo]) -> tuple[str, Text] | None:
    names = [item.filename for item in listed]
    if len(set(names)) < len(names):
        return "UNSAFE_ARCHIVE", said("deux éléments ont le même nom", "two members have the same name")
    for item in listed:
        if refused := _member_refusal(item):
            return refused
    if "xl/workbook.xml" not in names:
        return "UNSUPPORTED_TYPE", said("l'archive n'est pas un classeur .xlsx", "the archive is no .xlsx workbook")
    return None


def _member_refusal(item: zipfile.ZipInfo) -> tuple[str, Text] | None:
    name = item.filename.replace("\\", "/")
    outside = name.startswith("/") or ":" in name or posixpath.normpath(name).startswith("..")
    if outside or stat.S_ISLNK(item.external_attr >> 16):
        return "UNSAFE_ARCHIVE", said("un élément sort de l'archive", "a member reaches outside the archive")
    if name.lower().endswith((".zip", ".xlsx", ".xlsm", ".gz", ".7z", ".rar")):
        return "UNSAFE_ARCHIVE", said("une archive dans l'archive", "an archive inside the archive")
    if name.lower().endswith("vbaproject.bin"):
        return "UNSUPPORTED_TYPE", said("le classeur contient des macros", "the workbook holds macros")
    if item.flag_bits & 1:
        return "UNSUPPORTED_TYPE", said("le classeur est protégé par un mot de passe", "the workbook has a password")
    return None


class _Declared(Exception):  # noqa: N818 - a signal between the two functions below
    pass


def _plain_xml(contents: dict[str, bytes], place: Place, ledger: Ledger) -> bool:
    for name, content in contents.items():
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        try:
            _parse(content)
        except _Declared:
            message = said(f"« {name} » déclare un DOCTYPE", f"“{name}” declares a DOCTYPE")
            ledger.error(place, "UNSAFE_XML", message, hint=SAVE)
            return False
        except (expat.ExpatError, ValueError, LookupError):
            if name.lower().endswith(".vml"):
                continue
            message = said(f"« {name} » est abîmé", f"“{name}” is damaged")
            ledger.error(place, "BAD_WORKBOOK", message, hint=said("enregistrez-le à nouveau", "save it again"))
            return False
    return True


def _parse(content: bytes) -> None:
    def refuse(*_: object) -> None:
        raise _Declared

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.Parse(content, True)
