from pathlib import Path

import pytest

from formats import read_plan, write_plan
from formats.canonical import canonical, natural, plan_text
from formats.plan_tables import assignments_text
from models import Outcome, Plan
from tests.files.tiny import NASTY, outcome, plan, programme


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_plan(programme(), outcome(programme()), tmp_path)
    return tmp_path


def test_plan_json_gives_the_same_plan(folder: Path) -> None:
    assert read_plan(folder / "plan.json", programme()) == canonical(outcome(programme()).plan or Plan(groups=()))


def test_assignments_and_groups_give_the_same_groups(folder: Path) -> None:
    assert canonical(read_plan(folder / "assignments.csv", programme())).groups == canonical(plan(programme())).groups


def test_assignments_name_those_without_a_place(folder: Path) -> None:
    read = read_plan(folder / "assignments.csv", programme())
    assert [row.volunteer for row in read.unplaced] == [NASTY[-1]]


def test_a_folder_gives_the_plan(folder: Path) -> None:
    assert read_plan(folder, programme()).group_of() == plan(programme()).group_of()


def test_outcome_json_and_plan_json_together_are_the_outcome(folder: Path) -> None:
    read = read_plan(folder, programme())
    whole = Outcome.model_validate_json((folder / "outcome.json").read_text(encoding="utf-8")[:-2] +
                                        f', "plan": {plan_text(read)}}}')  # fmt: skip
    assert whole == outcome(programme()).model_copy(update={"plan": read})


def test_the_same_plan_in_another_order_is_the_same_file() -> None:
    one = plan(programme())
    other = Plan(groups=tuple(g.model_copy(update={"members": g.members[::-1]}) for g in one.groups[::-1]),
                 unplaced=one.unplaced)  # fmt: skip
    assert plan_text(one) == plan_text(other)


def test_group_ten_comes_after_group_two() -> None:
    assert sorted(["T-10", "T-2", "A-1"], key=natural) == ["A-1", "T-2", "T-10"]


def test_assignments_tell_the_rank_obtained() -> None:
    lines = assignments_text(programme(("ann", "bob", "cem", "dee")), plan(programme(("ann", "bob", "cem", "dee"))))
    assert lines.splitlines() == ["volunteer,group,theme,rank", "ann,T-1,T,", "bob,T-1,T,1", "cem,U-1,U,2", "dee,,,"]


def test_every_file_is_written_and_the_rest_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    paths = write_plan(programme(), outcome(programme()), tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {p.name for p in paths} | {"notes.txt"}


def test_an_outcome_without_a_plan_gives_no_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no plan"):
        write_plan(programme(), Outcome(status="no_plan"), tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_files_are_the_same_byte_for_byte_when_written_again(tmp_path: Path, language: str) -> None:
    asked = programme(language=language)
    first = [p.read_bytes() for p in write_plan(asked, outcome(asked), tmp_path / "one")]
    second = [p.read_bytes() for p in write_plan(asked, outcome(asked), tmp_path / "two")]
    assert first == second
