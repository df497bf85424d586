"""Every bad input through the command line: the same fault, and the exit code that scripts rely on."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from tests.intake.case import Case
from tests.intake.every_case import EVERY_CASE
from tests.intake.small import PEOPLE, SUBJECTS, folder


@pytest.mark.parametrize("case", EVERY_CASE, ids=str)
def test_check_names_a_bad_input_where_it_is(case: Case, tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["check", str(case.make(tmp_path / "programme")), "--json"])
    answer = json.loads(run.stdout.strip().splitlines()[-1])
    found = [(f["code"], f["severity"], f["row"], f["column"]) for f in answer["faults"]]
    assert (case.code, case.severity, case.row, case.column) in found
    if case.severity == "error":
        assert (run.exit_code, answer["ok"]) == (2, False)
    assert all(count["read"] == count["accepted"] + count["reported"] for count in answer["rows"].values())


def test_check_accepts_a_sound_programme(tmp_path: Path) -> None:
    run = CliRunner().invoke(app, ["check", str(folder(tmp_path)), "--json"])
    assert run.exit_code == 0
    assert json.loads(run.stdout)["faults"] == []


QUOTA = '[[rules]]\nkind = "quota"\nattribute = "level"\nvalues = ["1"]\nmin = 3\nhard = true\n'
LEADERS = "id,themes,max_groups\nF1,T2,2\n"
STAFF = '[[rules]]\nkind = "facilitation"\nhard = true\n'


@pytest.mark.parametrize(
    ("themes", "more", "rules", "words"),
    [
        (SUBJECTS.replace("0,2,3,9", "0,1,2,2"), {}, "", "6"),
        (SUBJECTS.replace("0,2,3,9", "3,3,3,9"), {}, "", "6"),
        (SUBJECTS.replace("T1,Climat,0", "T1,Climat,1"), {"facilitators": LEADERS}, STAFF, "T1"),
        (SUBJECTS, {}, QUOTA, "3"),
    ],
    ids=["27 too few places", "27 too many places", "28 nobody can lead a theme", "48 quota beyond the people"],
)
def test_check_says_what_is_impossible_by_counting(
    themes: str, more: dict[str, str], rules: str, words: str, tmp_path: Path
) -> None:
    settings = '[groups]\nmin_size = 2\n[[rules]]\nkind = "choices"\nweight = 10\n' + rules
    run = CliRunner().invoke(app, ["check", str(folder(tmp_path, PEOPLE, themes, settings, **more)), "--json"])
    answer = json.loads(run.stdout)
    assert run.exit_code == 3, answer
    assert any(words in reason["fr"] and words in reason["en"] for reason in answer["reasons"])
