from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from formats import InputError, read_plan, write_plan
from formats.fault import Fault
from models import Plan, Unplaced, Volunteer
from tests.files.tiny import outcome, programme

PEOPLE = ("ann", "bob", "cem", "dee")


def read(folder: Path, text: str, groups: str = "") -> Plan:
    (folder / "assignments.csv").write_text(text, encoding="utf-8")
    if groups:
        (folder / "groups.csv").write_text(groups, encoding="utf-8")
    return read_plan(folder, programme(PEOPLE))


def faults(folder: Path, text: str, groups: str = "") -> list[Fault]:
    with pytest.raises(InputError) as caught:
        read(folder, text, groups)
    return list(caught.value.faults)


def groups(plan: Plan) -> list[tuple[object, ...]]:
    placed = [(g.id, g.theme, sorted(g.members), g.facilitators) for g in sorted(plan.groups, key=lambda g: g.id)]
    return [*placed, *(row.volunteer for row in plan.unplaced)]


def test_french_headings_and_semicolons_are_read(tmp_path: Path) -> None:
    plan = read(tmp_path, "Volontaire;Groupe;Thème\nann;Les bleus;T\nbob;Les bleus;T\n")
    assert [(g.id, g.theme, g.members) for g in plan.groups] == [("Les bleus", "T", ("ann", "bob"))]


def test_a_theme_may_be_named_by_its_title(tmp_path: Path) -> None:
    assert read(tmp_path, "volontaire,groupe,thème\nann,A,Sous <i>\n").groups[0].theme == "U"


def test_a_theme_follows_from_the_groups_id(tmp_path: Path) -> None:
    assert read(tmp_path, "volunteer,group\nann,U-2\n").groups[0].theme == "U"


def test_facilitators_come_from_groups_csv(tmp_path: Path) -> None:
    plan = read(tmp_path, "volunteer,group\nann,A\n", "group,theme,facilitators\nA,T,F1;F2\n")
    assert (plan.groups[0].theme, plan.groups[0].facilitators) == ("T", ("F1", "F2"))


def test_a_line_without_a_group_is_a_volunteer_without_a_place(tmp_path: Path) -> None:
    assert read(tmp_path, "volunteer,group,theme\nann,,\n").unplaced == (Unplaced(volunteer="ann"),)


def test_all_problems_are_named_at_once_with_row_and_column(tmp_path: Path) -> None:
    text = "volontaire,groupe,thème\nanne,A,T\nbob,,T\ncem,B,\ndee,A,X\ndee,A,T\ndee,A,T\n"
    found = [(f.code, f.row, f.column) for f in faults(tmp_path, text)]
    assert found == [
        ("UNKNOWN_REF", 2, "volontaire"),
        ("EMPTY_VALUE", 3, "groupe"),
        ("EMPTY_VALUE", 4, "thème"),
        ("UNKNOWN_REF", 5, "thème"),
        ("DUPLICATE_ROW", 7, "volontaire"),
    ]


def test_an_unknown_volunteer_gets_the_nearest_known_one_as_a_hint(tmp_path: Path) -> None:
    hint = faults(tmp_path, "volunteer,group,theme\nanne,A,T\n")[0].hint
    assert "ann" in (hint.en if hint else "")


def test_one_group_cannot_have_two_themes(tmp_path: Path) -> None:
    found = faults(tmp_path, "volunteer,group,theme\nann,A,T\nbob,A,U\n")
    assert [(f.code, f.row) for f in found] == [("THEME_CONFLICT", 3)]


def test_a_hand_made_table_may_name_facilitators_itself(tmp_path: Path) -> None:
    plan = read(tmp_path, "Volontaire;Groupe;Facilitateur\nann;T-1;Farid\nbob;T-1;F1\n")
    assert plan.groups[0].facilitators == ("F2", "F1")


def test_a_title_above_the_header_and_a_totals_row_are_seen(tmp_path: Path) -> None:
    found = faults(tmp_path, "Nos groupes;\nVolontaire;Groupe\nann;T-1\nTotal;1\n")
    assert [(f.code, f.row) for f in found if f.severity == "error"] == [("UNKNOWN_REF", 4)]


def test_a_name_in_the_place_of_an_id_gets_the_id_as_a_hint(tmp_path: Path) -> None:
    asked = programme(PEOPLE).model_copy(update={"volunteers": (Volunteer(id="V1", name="Zoé Roux"),)})
    (tmp_path / "a.csv").write_text("volontaire,groupe\nRoux Zoé,T-1\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_plan(tmp_path / "a.csv", asked)
    assert "V1" in str(caught.value)


def test_the_plans_own_workbook_is_read_back_also_when_changed_by_hand(tmp_path: Path) -> None:
    asked = programme(PEOPLE)
    write_plan(asked, outcome(asked), tmp_path)
    assert groups(read_plan(tmp_path / "plan.xlsx", asked)) == groups(read_plan(tmp_path / "plan.json", asked))
    changed = load_workbook(tmp_path / "plan.xlsx")
    row = next(row for row in changed["Affectations"].iter_rows() if row[0].value == "bob")
    row[2].value, row[3].value = "U-1", "U"
    changed.save(tmp_path / "changed.xlsx")
    assert read_plan(tmp_path / "changed.xlsx", asked).group_of()["bob"] == "U-1"


def test_a_workbook_without_assignments_is_refused(tmp_path: Path) -> None:
    made = Workbook()
    made.active.append(["volontaire", "groupe"])
    made.create_sheet("Groupes").append(["groupe", "thème"])
    made.save(tmp_path / "a.xlsx")
    with pytest.raises(InputError, match="MISSING_TABLE"):
        read_plan(tmp_path / "a.xlsx", programme(PEOPLE))


def test_an_unknown_facilitator_is_named(tmp_path: Path) -> None:
    found = faults(tmp_path, "volunteer,group\nann,A\n", "group,theme,facilitators\nA,T,F9\n")
    assert [(f.code, f.file, f.excerpt) for f in found] == [("UNKNOWN_REF", "groups.csv", "F9")]


@pytest.mark.parametrize(
    ("text", "code"), [("", "EMPTY_TABLE"), ("nom,équipe\nann,A\n", "MISSING_COLUMN"), ("%PDF-1.4", "UNSUPPORTED_TYPE")]
)
def test_a_table_that_is_none_is_refused(tmp_path: Path, text: str, code: str) -> None:
    assert code in [f.code for f in faults(tmp_path, text)]


@pytest.mark.parametrize(
    ("text", "code"), [("{", "BAD_JSON"), ('{"groups": 3}', "BAD_VALUE"), ('{"groups": [], "x": 1}', "BAD_VALUE")]
)
def test_a_document_that_is_no_plan_is_refused(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "plan.json").write_text(text)
    with pytest.raises(InputError) as caught:
        read_plan(tmp_path, programme(PEOPLE))
    assert [f.code for f in caught.value.faults] == [code]


def test_a_folder_without_a_plan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="MISSING_FILE"):
        read_plan(tmp_path, programme(PEOPLE))


def test_a_folder_whose_files_tell_two_plans_is_refused(tmp_path: Path) -> None:
    asked = programme(PEOPLE)
    write_plan(asked, outcome(asked), tmp_path)
    table = tmp_path / "assignments.csv"
    table.write_text(table.read_text().replace("bob,T-1,T", "bob,U-1,U"))
    with pytest.raises(InputError, match="PLANS_DISAGREE"):
        read_plan(tmp_path, asked)
    assert read_plan(table, asked).group_of()["bob"] == "U-1"
