"""An .xlsx file to rows, one grid per sheet; the values come from calamine, after the guards."""

import io
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.etree import ElementTree

from python_calamine import CalamineSheet, CalamineWorkbook

from formats.archive import members
from formats.fault import said
from formats.grid import Grid, Kind, Row, letter
from formats.ledger import Ledger, Place
from formats.limits import CELLS, COLUMNS, ROWS, UNPACKED_BYTES, guarded_bytes
from formats.sheet_scan import SheetFacts, sheet_facts

Value = int | float | str | bool | time | date | datetime | timedelta


def workbook_grids(path: Path, place: Place, ledger: Ledger) -> tuple[Grid, ...]:
    """Gives the sheets of a workbook, hidden ones too; faults are noted, nothing is raised."""
    data = guarded_bytes(path, place, ledger)
    parts = members(data, place, ledger) if data is not None else None
    if data is None or parts is None:
        return ()
    try:
        return tuple(_grids(data, parts, place, ledger))
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:
        message = said("le classeur est abîmé et ne se lit pas", "the workbook is damaged and cannot be read")
        ledger.error(place, "BAD_WORKBOOK", message, hint=said("enregistrez-le à nouveau", "save it again"))
        return ()


def _grids(data: bytes, parts: Mapping[str, bytes], place: Place, ledger: Ledger) -> Iterator[Grid]:
    wanted = []
    lengths = _shared_lengths(parts.get("xl/sharedStrings.xml", b"<none/>"))
    for name, member in _sheet_members(parts).items():
        here = replace(place, sheet=name)
        facts = sheet_facts(parts[member])
        if _bearable(facts, here, ledger) and _bearable_text(facts, lengths, here, ledger):
            wanted.append((here, facts))
    if _counts_from_1904(parts["xl/workbook.xml"]):
        message = said("le classeur compte ses dates depuis 1904", "the workbook counts its dates from 1904")
        ledger.warn(place, "DATE_SYSTEM_1904", message, hint=said("vérifiez les dates lues", "check the dates read"))
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        for here, facts in wanted:
            sheet = workbook.get_sheet_by_name(here.sheet)
            yield _grid(sheet, facts, here) if facts.height else Grid(here.file, here.sheet, ())


def _sheet_members(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Maps each worksheet's name to its member of the archive, in the workbook's order."""
    targets = {
        link.get("Id", ""): posixpath.normpath(posixpath.join("/xl", link.get("Target", ""))).lstrip("/")
        for link in ElementTree.fromstring(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"))
        if link.get("Type", "").endswith("/worksheet")
    }
    found = {}
    for element in ElementTree.fromstring(parts["xl/workbook.xml"]).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            link = next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == "id"), "")
            if targets.get(link) in parts:
                found[element.get("name", "")] = targets[link]
    return found


def _counts_from_1904(workbook: bytes) -> bool:
    properties = (e for e in ElementTree.fromstring(workbook).iter() if e.tag.rpartition("}")[2] == "workbookPr")
    return any(e.get("date1904") in ("1", "true") for e in properties)


def _bearable(facts: SheetFacts, place: Place, ledger: Ledger) -> bool:
    hint = said("supprimez les cellules loin du tableau", "delete the cells far from the table")
    if facts.height > ROWS + 1:
        message = said(f"{facts.height} lignes, limite {ROWS}", f"{facts.height} rows, the limit is {ROWS}")
        ledger.error(place, "TOO_MANY_ROWS", message, hint=hint)
    if facts.width > COLUMNS:
        message = said(f"{facts.width} colonnes, limite {COLUMNS}", f"{facts.width} columns, the limit is {COLUMNS}")
        ledger.error(place, "TOO_MANY_COLUMNS", message, hint=hint)
    if facts.height <= ROWS + 1 and facts.width <= COLUMNS and facts.height * facts.width > CELLS:
        message = said(f"plus de {CELLS} cellules", f"more than {CELLS} cells")
        ledger.error(place, "TOO_MANY_CELLS", message, hint=hint)
    return facts.height <= ROWS + 1 and facts.width <= COLUMNS and facts.height * facts.width <= CELLS


def _shared_lengths(xml: bytes) -> list[int]:
    """Gives the length of each text that cells share."""
    return [sum(map(len, text.itertext())) for text in ElementTree.fromstring(xml)]


def _bearable_text(facts: SheetFacts, lengths: list[int], place: Place, ledger: Ledger) -> bool:
    """Refuses a sheet whose cells share a long text so often that reading it would fill the memory."""
    uses = ((int(k), times) for k, times in facts.shared.items() if k.isdecimal() and len(k) < 10)
    characters = sum(lengths[k] * times for k, times in uses if k < len(lengths))
    if characters <= UNPACKED_BYTES:
        return True
    message = said(f"{characters} caractères dans la feuille", f"{characters} characters in the sheet")
    hint = said("raccourcissez les textes répétés", "shorten the texts that repeat")
    ledger.error(place, "ARCHIVE_TOO_BIG", message, hint=hint)
    return False


def _grid(sheet: CalamineSheet, facts: SheetFacts, place: Place) -> Grid:
    special: dict[int, dict[int, Kind]] = {}
    for (number, column), kind in facts.kinds.items():
        special.setdefault(number, {})[column - 1] = kind
    rows = []
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        row = _row(number, values, special.get(number, {}), facts)
        if not row.blank:
            rows.append(row)
    merged = tuple(
        (f"{letter(left)}{top + 1}:{letter(right)}{bottom + 1}", top + 1, bottom + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    return Grid(place.file, place.sheet, tuple(rows), merged, tuple(facts.hidden))


def _row(number: int, values: list[Value], special: dict[int, Kind], facts: SheetFacts) -> Row:
    kinds = {k: kind for k, value in enumerate(values) if (kind := _kind(value))} | special
    cells = [value.strip() if isinstance(value, str) else _text(value) for value in values]
    for column, kind in special.items():
        cells += [""] * (column + 1 - len(cells))
        if kind == "error":
            cells[column] = facts.errors[number, column + 1]
    return Row(number, tuple(cells), kinds)


def _kind(value: Value) -> Kind | None:
    if isinstance(value, str):
        return None
    if isinstance(value, bool):
        return "truth"
    return "number" if isinstance(value, (int, float)) else "date"


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return str(value)
