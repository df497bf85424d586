"""The files of a programme: which file or sheet is which table, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from formats.csv_grid import csv_grid
from formats.documents import Document, json_document, toml_document
from formats.fault import excerpt, said
from formats.grid import Grid
from formats.ledger import Ledger, Place
from formats.limits import DOCUMENT_BYTES, SETTINGS_BYTES, guarded_bytes
from formats.nearest import folded, nearest, some
from formats.tables import COMPULSORY
from formats.text_encoding import decoded
from formats.words import TABLES, table_named
from formats.workbook_grids import workbook_grids

OUTPUTS = ("plan", "outcome", "assignments", "groups", "sessions", "report")  # a plan's files may lie there too
FRENCH = {
    "volunteers": "Volontaires", "themes": "Thèmes", "facilitators": "Facilitateurs", "slots": "Créneaux",
    "rooms": "Salles", "committee": "Comité", "history": "Historique", "programme": "Programme", "rules": "Règles",
}  # fmt: skip
WRONG_TYPES = (".xls", ".xlsm", ".xlsb", ".xltx", ".xltm", ".ods", ".numbers", ".pdf", ".docx")


@dataclass
class Sources:
    """What was found: grids by table, the settings' document, and the folder that paths are relative to."""

    folder: Path
    grids: dict[str, tuple[Grid, Place]] = field(default_factory=dict)
    document: Document | None = None
    document_place: Place = field(default_factory=lambda: Place("", "programme", pointer=""))
    unread: bool = False  # the document is there but cannot be read
    whole: bool = False  # the document holds the tables too


def sources(path: Path, ledger: Ledger) -> Sources:
    """Opens a folder of tables, a workbook or a JSON document."""
    here = Place(path.name)
    if path.is_dir():
        found = _folder(path, ledger)
    elif not path.is_file():
        message = said("ce fichier ou dossier n'existe pas", "no such file or folder")
        ledger.error(here, "NO_SUCH_FILE", message, hint=said("vérifiez le chemin", "check the path"))
        return Sources(path.parent, unread=True)
    elif path.suffix.lower() == ".xlsx":
        found = _workbook(path, ledger)
    elif path.suffix.lower() == ".json":
        return _json(path, ledger)
    else:
        _wrong_type(here, ledger)
        return Sources(path.parent, unread=True)
    _check_compulsory(found, here, ledger)
    return found


def _folder(folder: Path, ledger: Ledger) -> Sources:
    found = Sources(folder)
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")):
            continue
        if path.is_dir() and folded(path.name) in ("away", "absences"):
            message = said("les calendriers d'absences ne sont pas lus", "calendars of absences are not read")
            ledger.warn(Place(path.name), "UNREAD_FILE", message, hint=said("donnez « away »", "give “away”"))
        elif path.is_file():
            _file(path, found, ledger)
    return found


def _file(path: Path, found: Sources, ledger: Ledger) -> None:
    suffix, table = path.suffix.lower(), table_named(path.stem)
    here = Place(path.name, table or "")
    if suffix == ".toml" and table == "programme":
        _toml(path, found, ledger)
    elif suffix in (".csv", ".tsv") and table:
        data = guarded_bytes(path, here, ledger)
        text = decoded(data, here, ledger) if data is not None else None
        grid = csv_grid(text, here, ledger) if text is not None else None
        _take(table, grid, here, found, ledger)
    elif suffix == ".xlsx" and table:
        grids = workbook_grids(path, here, ledger)
        _take(table, grids[0] if grids else None, here, found, ledger)
    elif suffix in WRONG_TYPES and table:
        _wrong_type(here, ledger)
        _take(table, None, here, found, ledger)
    elif suffix in (".csv", ".tsv", ".xlsx", ".toml", ".json", *WRONG_TYPES) and path.stem not in OUTPUTS:
        _unknown(here, path.stem, "UNKNOWN_FILE", ledger)


def _take(table: str, grid: Grid | None, place: Place, found: Sources, ledger: Ledger) -> None:
    """Keeps a grid as a table; a file that could not be read still counts as there."""
    if table in found.grids:
        other = found.grids[table][1]
        first = other.sheet or other.file
        message = said(f"{table} : déjà lu dans « {first} »", f"{table}: already read from “{first}”")
        ledger.error(place, "DUPLICATE_TABLE", message, hint=said("gardez-en une", "keep one of them"))
    elif grid is None:
        found.grids[table] = (Grid(place.file, place.sheet, (), unread=True), place)
    else:
        sheet = place if place.sheet else Place(place.file, table, grid.sheet)
        found.grids[table] = (grid, sheet)


def _workbook(path: Path, ledger: Ledger) -> Sources:
    found = Sources(path.parent)
    grids = workbook_grids(path, Place(path.name), ledger)
    found.unread = not grids
    for grid in grids:
        table = table_named(grid.sheet)
        here = Place(path.name, table or "", grid.sheet)
        if table:
            _take(table, grid, here, found, ledger)
        elif grid.rows:
            _unknown(here, grid.sheet, "UNKNOWN_SHEET", ledger)
    return found


def _toml(path: Path, found: Sources, ledger: Ledger) -> None:
    here = Place(path.name, "programme")
    data = guarded_bytes(path, here, ledger, SETTINGS_BYTES)
    text = decoded(data, here, ledger) if data is not None else None
    found.document = toml_document(text.replace("\r\n", "\n"), here, ledger) if text is not None else None
    found.document_place = Place(path.name, "programme", pointer="")
    found.unread = found.document is None


def _json(path: Path, ledger: Ledger) -> Sources:
    here = Place(path.name, "programme")
    data = guarded_bytes(path, here, ledger, DOCUMENT_BYTES)
    text = decoded(data, here, ledger) if data is not None else None
    document = json_document(text, here, ledger) if text is not None else None
    place = Place(path.name, "programme", pointer="")
    return Sources(path.parent, document=document, document_place=place, unread=document is None, whole=True)


def _wrong_type(place: Place, ledger: Ledger) -> None:
    message = said("ce type de fichier n'est pas lu", "this type of file is not read")
    hint = said(
        "donnez un dossier de CSV, un classeur .xlsx sans macro ou un document .json",
        "give a folder of CSV files, an .xlsx workbook without macros or a .json document",
    )
    ledger.error(place, "UNSUPPORTED_TYPE", message, hint=hint)


def _unknown(place: Place, name: str, code: str, ledger: Ledger) -> None:
    name = excerpt(name)
    message = said(f"« {name} » n'est pas lu : table inconnue", f"“{name}” is not read: unknown table")
    words = [word for listed in TABLES.values() for word in listed.split()]
    near = nearest(name, words)
    table = table_named(near) if near else None
    hint = said(f"vouliez-vous dire « {FRENCH[table]} » ?", f"did you mean “{table}”?") if table else None
    ledger.warn(place, code, message, hint=hint or said(f"noms : {some(FRENCH.values())}", f"names: {some(TABLES)}"))


def _check_compulsory(found: Sources, place: Place, ledger: Ledger) -> None:
    for table in _missing(found):
        name = FRENCH[table]
        message = said(f"la table « {name} » manque", f"the table “{table}” is missing")
        hint = said(f"ajoutez {table}.csv, ou une feuille « {name} »", f"add {table}.csv, or a sheet “{name}”")
        ledger.error(place, "MISSING_TABLE", message, hint=hint)


def _missing(found: Sources) -> Iterator[str]:
    if found.unread and not found.grids:
        return iter(())
    return (table for table in COMPULSORY if table not in found.grids)
