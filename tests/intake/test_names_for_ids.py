"""What people write in the place of ids: titles of themes, names of managers."""

from pathlib import Path

from formats import Intake, intake
from tests.intake.small import PEOPLE, SETTINGS, folder


def taken(where: Path, people: str) -> Intake:
    return intake(folder(where, volunteers=people))


def notes(found: Intake) -> list[tuple[str, str]]:
    return [(fault.code, fault.severity) for fault in found.faults]


def test_choices_may_name_themes_by_title_and_it_is_told_once(tmp_path: Path) -> None:
    found = taken(tmp_path, "id,choices,refuses\nA1,climat;EAU,\nA2,Eau,Climat\n")
    assert found.programme is not None
    assert [(v.choices, v.refuses) for v in found.programme.volunteers] == [(("T1", "T2"), ()), (("T2",), ("T1",))]
    assert notes(found) == [("READ_BY_TITLE", "info")] * 2


def test_a_title_that_is_another_themes_id_stays_that_id(tmp_path: Path) -> None:
    found = intake(folder(tmp_path, themes="id,title\nT1,T2\nT2,Eau\n"))
    assert found.programme is not None
    assert found.programme.volunteers[1].choices == ("T2",)


def test_a_title_two_themes_have_names_neither(tmp_path: Path) -> None:
    found = intake(folder(tmp_path, PEOPLE.replace("T1;T2", "Eau"), themes="id,title\nT1,Eau\nT2,eau\n"))
    assert found.programme is None
    assert ("UNKNOWN_REF", "error") in notes(found)


def test_a_manager_may_be_named_in_either_order_and_it_is_told(tmp_path: Path) -> None:
    found = taken(tmp_path, "id,name,manager\nA1,Awa Ndiaye,\nA2,Bruno Petit,NDIAYE Awa\nA3,Chloé Roux,Awa Ndiaye\n")
    assert found.programme is not None
    assert [v.manager for v in found.programme.volunteers] == ["", "A1", "A1"]
    assert notes(found) == [("READ_BY_NAME", "warning")] * 2


def test_a_manager_whose_name_two_people_have_is_left_and_both_are_asked(tmp_path: Path) -> None:
    found = taken(tmp_path, "id,name,manager\nA1,Awa Ndiaye,\nA2,Awa Ndiaye,\nA3,Chloé Roux,Awa Ndiaye\n")
    assert found.programme is not None
    assert found.programme.volunteers[2].manager == "Awa Ndiaye"
    hints = [fault.hint.en for fault in found.faults if fault.code == "UNKNOWN_REF" and fault.hint]
    assert hints == ["did you mean “A1” or “A2”?"]


def test_a_sound_programme_with_managers_from_outside_needs_no_attention(tmp_path: Path) -> None:
    found = intake(folder(tmp_path, PEOPLE.replace(",A2,", ",Z9,"), toml=SETTINGS))
    assert notes(found) == [("UNKNOWN_REF", "info")]
