import io

from openpyxl import Workbook, load_workbook

from formats.plan_workbook import COLUMN_LIMIT, LINE_HEIGHT, workbook_bytes
from models import Group, Outcome, Plan, Programme, audit
from tests.files.tiny import outcome, plan, programme


def book(asked: Programme, found: Outcome | None = None) -> Workbook:
    shown = found or outcome(asked)
    return load_workbook(io.BytesIO(workbook_bytes(asked, shown, shown.plan or Plan(groups=()))))


def test_there_is_a_sheet_for_each_part_and_each_group() -> None:
    names = book(programme()).sheetnames
    assert names == ["Vue d'ensemble", "Affectations", "Groupes", "Règles", "Sans place", "T-1", "U-1"]


def test_the_workbook_speaks_the_programmes_language() -> None:
    english = book(programme(language="en"))
    assert english.sheetnames[:2] == ["Overview", "Assignments"]
    assert [cell.value for cell in english["Assignments"][1]][:4] == ["Id", "Name", "Group", "Theme"]


def test_everybody_placed_has_one_row() -> None:
    asked = programme()
    ids = [row[0].value for row in book(asked)["Affectations"].iter_rows(min_row=2)]
    assert sorted(ids) == sorted(plan(asked).group_of())


def test_a_groups_sheet_names_its_people_and_facilitator() -> None:
    cells = [cell.value for row in book(programme())["T-1"].iter_rows() for cell in row]
    assert {"=Thème", "+But", "@Fanny", "gain rapide", "00123", "bas", "1er vœu"} <= set(cells)


def test_a_row_with_a_long_text_is_high_enough_for_it() -> None:
    sheet = book(programme())["Règles"]
    long = [row for row in sheet.iter_rows(min_row=2) if len(row[0].value) > COLUMN_LIMIT]
    assert long
    assert all(sheet.row_dimensions[row[0].row].height >= 2 * LINE_HEIGHT for row in long)


def test_sheets_print_one_page_wide_with_their_header_on_every_page() -> None:
    for sheet in book(programme()):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows
        assert sheet.freeze_panes


def test_group_ids_a_workbook_cannot_name_get_the_nearest_name() -> None:
    asked = programme(("ann", "bob", "cem", "dee"))
    names = ("a/b:c", "A/B:C", "x" * 60, "History")
    groups = tuple(Group(id=g, theme="T", members=(v.id,)) for g, v in zip(names, asked.volunteers, strict=True))
    found = Plan(groups=groups)
    shown = Outcome.model_construct(plan=found, audit=audit(asked, found), status="feasible", cost=0, bound=None,
                                    versions={}, seed=0)  # fmt: skip
    assert len({name.casefold() for name in book(asked, shown).sheetnames}) == 4 + len(names)
