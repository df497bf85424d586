"""How large an input may be, checked before anything is parsed."""

from pathlib import Path

from formats.fault import said
from formats.ledger import Ledger, Place

MIB = 1024 * 1024
FILE_BYTES = 10 * MIB
DOCUMENT_BYTES = 50 * MIB  # a JSON document is not packed, so it gets what a workbook may unpack to
SETTINGS_BYTES = 2 * MIB  # settings and rules are read more slowly than tables, and are short
UNPACKED_BYTES = 50 * MIB
PACKING_RATIO = 100
MEMBERS = 200
ROWS = 100_000
COLUMNS = 200
CELLS = 2_000_000
CELL_CHARACTERS = 2_000
LINE_CHARACTERS = 200
DEPTH = 64


def guarded_bytes(path: Path, place: Place, ledger: Ledger, most: int = FILE_BYTES) -> bytes | None:
    """Reads a file of bearable size; None, with the fault noted, when it is too big or cannot be read."""
    try:
        size = path.stat().st_size
        if size <= most:
            return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "?"
        message = said(f"le fichier ne peut pas être lu ({reason})", f"the file cannot be read ({reason})")
        ledger.error(place, "UNREADABLE_FILE", message)
        return None
    found, limit = f"{size / MIB:.1f}", most // MIB
    message = said(f"fichier de {found} Mio, limite {limit} Mio", f"file of {found} MiB, the limit is {limit} MiB")
    hint = said("gardez les seules feuilles et colonnes utiles", "keep only the sheets and columns that are needed")
    ledger.error(place, "FILE_TOO_BIG", message, hint=hint)
    return None
