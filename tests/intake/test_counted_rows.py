"""What counting finds impossible, through both doors, and names that spreadsheets mistake for something else."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from formats import read_programme
from solver import impossible
from tests.intake.small import PEOPLE, SUBJECTS, folder

QUOTA = '[[rules]]\nkind = "quota"\nattribute = "level"\nvalues = ["1"]\nmin = 3\nhard = true\n'
STAFF = '[[rules]]\nkind = "facilitation"\nhard = true\n'
LEADERS = {"facilitators": "id,themes,max_groups\nF1,T2,2\n"}


@pytest.mark.parametrize(
    ("code", "themes", "more", "rules"),
    [
        ("CAPACITY_SHORT", SUBJECTS.replace("0,2,3,9", "0,1,2,2"), {}, ""),
        ("CAPACITY_SHORT", SUBJECTS.replace("0,2,3,9", "3,3,3,9"), {}, ""),
        ("NO_FACILITATOR", SUBJECTS.replace("T1,Climat,0", "T1,Climat,1"), LEADERS, STAFF),
        ("COUNT_IMPOSSIBLE", SUBJECTS, {}, QUOTA),
    ],
)
def test_counting_gives_its_code_and_a_hint_through_both_doors(
    code: str, themes: str, more: dict[str, str], rules: str, tmp_path: Path
) -> None:
    settings = '[groups]\nmin_size = 2\n[[rules]]\nkind = "choices"\nweight = 10\n' + rules
    path = folder(tmp_path, PEOPLE, themes, settings, **more)
    (reason, *_) = impossible(read_programme(path))
    assert reason.code == code
    assert reason.hint is not None
    answer = json.loads(CliRunner().invoke(app, ["check", str(path), "--json"]).stdout)
    assert reason.fr in [told["fr"] for told in answer["reasons"]]


@pytest.mark.parametrize("name", ["NA", "Null", "None", "Vrai", "1E5", "MAI-12"])
def test_check_takes_a_strange_name_for_a_name(name: str, tmp_path: Path) -> None:
    people = f"id,name,level,choices\nv1,{name},1,T1\nv2,Bea,2,T1\nv3,Cid,1,T1\nv4,Dan,2,T1\n"
    run = CliRunner().invoke(app, ["check", str(folder(tmp_path, people)), "--json"])
    answer = json.loads(run.stdout)
    assert run.exit_code == 0, answer
    assert not [fault for fault in answer["faults"] if fault["excerpt"] == name]
