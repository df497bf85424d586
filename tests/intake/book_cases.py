"""Bad workbooks: what spreadsheets do to tables, and what attackers do to spreadsheets."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.case import Case, Make
from tests.intake.small import book, member, repacked, saved

SHEET = "xl/worksheets/sheet1.xml"


def spoiled(spoil: Callable[[Worksheet], object], sheet: str = "Volontaires") -> Make:
    def make(where: Path) -> Path:
        made = book(where)
        spoil(made[sheet])
        return saved(made, where)

    return make


def unsafe(extra: Callable[[Path], dict[str, bytes]]) -> Make:
    def make(where: Path) -> Path:
        path = saved(book(where), where)
        return repacked(path, extra(path))

    return make


def put(cell: str, value: object) -> Make:
    return spoiled(lambda sheet: sheet.__setitem__(cell, value))


def _error(sheet: Worksheet) -> None:
    sheet["D3"] = "#REF!"
    sheet["D3"].data_type = "e"


def _ids(*values: object) -> Make:
    def fill(sheet: Worksheet) -> None:
        for k, value in enumerate(values):
            sheet.cell(row=k + 2, column=1, value=value)

    return spoiled(fill)


def _hide(sheet: Worksheet) -> None:
    for row in (3, 4):
        sheet.row_dimensions[row].hidden = True


def _whole_file(name: str, content: bytes) -> Make:
    def make(where: Path) -> Path:
        where.mkdir(parents=True, exist_ok=True)
        (where / name).write_bytes(content)
        return where / name

    return make


def _with_doctype(path: Path) -> dict[str, bytes]:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return {SHEET: bomb + member(path, SHEET)}


def _symlink(where: Path) -> Path:
    path = saved(book(where), where)
    link = zipfile.ZipInfo("xl/media/link")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/hostname")
    return path


def _false_size(where: Path) -> Path:
    """A member whose header claims a tenth of what it unpacks to."""
    path = saved(book(where), where)
    repacked(path, {"xl/theme/theme1.xml": b"<a>" + b" " * 100_000 + b"</a>"})
    content = path.read_bytes()
    path.write_bytes(content.replace((100_007).to_bytes(4, "little"), (10_000).to_bytes(4, "little")))
    return path


def _nested() -> bytes:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a", "b")
    return inner.getvalue()


def _from_1904(where: Path) -> Path:
    made = book(where)
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    return saved(made, where)


def _far_in_small_letters(path: Path) -> dict[str, bytes]:
    return {SHEET: member(path, SHEET).replace(b'r="A7"', b'r="xfd1048576"')}


def _nowhere(path: Path) -> dict[str, bytes]:
    return {SHEET: member(path, SHEET).replace(b'r="A7"', b'r="AAAAAAAA7"')}


def _long_shared_text(where: Path) -> Path:
    where.mkdir(parents=True, exist_ok=True)
    path = where / "reseau.xlsx"
    made = xlsxwriter.Workbook(path)
    sheet = made.add_worksheet("Volontaires")
    for row in range(3000):
        sheet.write_string(row, 0, "x" * 30_000)
    made.close()
    return path


CASES = [
    Case("01 empty sheet", spoiled(lambda sheet: sheet.delete_rows(1, 20)), "EMPTY_TABLE"),
    Case("01 sheet of a header", spoiled(lambda sheet: sheet.delete_rows(2, 20)), "EMPTY_TABLE", row=1),
    Case("02 sheet of another name", lambda where: _renamed(where), "MISSING_TABLE"),
    Case("02 sheet nobody knows", lambda where: _renamed(where), "UNKNOWN_SHEET", severity="warning",
         hint="Volontaires"),
    Case("06 numbers for ids", _ids(123, 45, "007"), "SUSPECT_ID", row=2, column="id", severity="warning"),
    Case("07 name turned into a date", put("B4", date(2026, 5, 12)), "WRONG_TYPE", row=4, column="name"),
    Case("07 id turned into a truth", put("A4", True), "WRONG_TYPE", row=4, column="id"),
    Case("15 name of 5000 characters", put("B4", "C" * 5000), "TOO_LONG", row=4, column="name"),
    Case("19 merged cells", spoiled(lambda sheet: sheet.merge_cells("D4:D6")), "MERGED_CELLS", row=4),
    Case("19 hidden rows", spoiled(_hide), "HIDDEN_ROWS", row=3, severity="warning"),
    Case("19 total row", spoiled(lambda sheet: sheet.append(["TOTAL", 6])), "SUSPECT_TOTAL_ROW", row=8),
    Case("20 error value", spoiled(_error), "CELL_ERROR", row=3, column="unit"),
    Case("20 formula never reckoned", put("D3", "=A1&B1"), "NO_CACHED_VALUE", row=3, column="unit"),
    Case("21 sensitive column", put("H1", "Sexe"), "SENSITIVE_COLUMN", row=1, column="Sexe", severity="warning"),
    Case("22 PDF named .xlsx", _whole_file("a.xlsx", b"%PDF-1.7 ..."), "UNSUPPORTED_TYPE"),
    Case("22 password", _whole_file("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "UNSUPPORTED_TYPE",
         hint="password"),
    Case("22 HTML named .xls", _whole_file("a.xls", b"<html></html>"), "UNSUPPORTED_TYPE"),
    Case("22 macros inside", unsafe(lambda _: {"xl/vbaProject.bin": b"x"}), "UNSUPPORTED_TYPE", hint="macro"),
    Case("22 another archive", _whole_file("a.xlsx", _nested()), "UNSUPPORTED_TYPE"),
    Case("22 torn archive", _whole_file("a.xlsx", b"PK\x03\x04" + b"x" * 500), "BAD_WORKBOOK"),
    Case("22 torn XML", unsafe(lambda path: {SHEET: member(path, SHEET)[:-40]}), "BAD_WORKBOOK"),
    Case("23 far cell", put("XFD1048576", "x"), "TOO_MANY_COLUMNS"),
    Case("23 far row", put("A1048576", "x"), "TOO_MANY_ROWS"),
    Case("23 far cell in small letters", unsafe(_far_in_small_letters), "TOO_MANY_COLUMNS"),
    Case("23 cell of no place", unsafe(_nowhere), "TOO_MANY_ROWS"),
    Case("24 one long text shared by many cells", _long_shared_text, "ARCHIVE_TOO_BIG"),
    Case("24 bomb", unsafe(lambda path: {"xl/theme/theme1.xml": b"<a>" + b" " * 60_000_000 + b"</a>"}),
         "ARCHIVE_TOO_BIG"),
    Case("24 dense bomb", unsafe(lambda path: {"xl/theme/theme1.xml": b"<a>" + b" " * 9_000_000 + b"</a>"}),
         "ARCHIVE_TOO_BIG"),
    Case("24 too many members", unsafe(lambda path: {f"xl/media/{k}": b"" for k in range(300)}), "ARCHIVE_TOO_BIG"),
    Case("24 false size", _false_size, "BAD_WORKBOOK"),
    Case("24 nested archive", unsafe(lambda path: {"xl/embeddings/a.zip": _nested()}), "UNSAFE_ARCHIVE"),
    Case("24 member outside", unsafe(lambda path: {"../../x": b"x"}), "UNSAFE_ARCHIVE"),
    Case("24 symlink", _symlink, "UNSAFE_ARCHIVE"),
    Case("24 entities", unsafe(_with_doctype), "UNSAFE_XML"),
    Case("37 dates from 1904", _from_1904, "DATE_SYSTEM_1904", severity="warning"),
]  # fmt: skip


def _renamed(where: Path) -> Path:
    made = book(where)
    made["Volontaires"].title = "Volontaire2"
    return saved(made, where)
