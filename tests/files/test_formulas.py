"""Sixty names that spreadsheets would run, in every column of every table."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from formats.defuse import defused, restored
from formats.plan_tables import assignments_text, groups_text
from formats.plan_workbook import workbook_bytes
from models import Theme
from tests.files.tiny import outcome, plan, programme

STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", '"=', "'=", "' =", "''+")
TAILS = ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://evil.example","x")', "SUM(1;2)", "IMPORTXML(A1)")
PAYLOADS = tuple(start + tail for start in STARTS for tail in TAILS)
LIVE = tuple("=+-@＝＋－＠\t\r\n\0")


def test_there_are_sixty_payloads() -> None:
    assert len(set(PAYLOADS)) == 60


def test_no_csv_field_starts_a_formula() -> None:
    asked = programme(PAYLOADS, themes=tuple(Theme(id=i, title=p) for i, p in zip("TU", PAYLOADS, strict=False)))
    for text in (assignments_text(asked, plan(asked)), groups_text(asked, plan(asked))):
        fields = [field for row in csv.reader(io.StringIO(text)) for field in row]
        assert len(fields) > 8
        assert [f for f in fields if f.lstrip(' "').startswith(LIVE)] == []


def test_no_cell_of_the_workbook_is_a_formula_and_names_stay_whole() -> None:
    asked = programme(PAYLOADS, themes=tuple(Theme(id=i, title=p) for i, p in zip("TU", PAYLOADS, strict=False)))
    book = load_workbook(io.BytesIO(workbook_bytes(asked, outcome(asked), plan(asked))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert set(PAYLOADS) <= {cell.value for cell in cells}
    assert all(cell.quotePrefix for cell in cells if cell.value in PAYLOADS)


@pytest.mark.parametrize("text", [*PAYLOADS, "\t=x", "\r=x", "\0", "'", "''", "-5", "l'eau", "'quoted'"])
def test_what_is_defused_can_be_restored(text: str) -> None:
    assert restored(defused(text)) == text


@given(st.text(alphabet="'\"=+-@ \tax＝0", max_size=8))
def test_every_text_survives_defusing(text: str) -> None:
    assert restored(defused(text)) == text
    assert not defused(text).lstrip(' "').startswith(LIVE)
