import json
import shutil
from pathlib import Path

import pytest

from formats.plan_folder import FILES
from tests.command.running import last_line, maillage


@pytest.mark.parametrize("language", ["fr", "en"])
def test_new_check_solve_audit_run_one_after_the_other(tmp_path: Path, language: str) -> None:
    programme, out = tmp_path / "programme", tmp_path / "plan"
    assert maillage("new", programme, "--volunteers", 22, "--lang", language).returncode == 0
    assert maillage("check", programme).returncode == 0
    assert maillage("solve", programme, "-o", out, "--time-limit", 30, "--gap", 100).returncode == 0
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
    assert maillage("audit", programme, out).returncode == 0


def test_the_last_line_of_solve_is_the_summary_and_all_lines_are_json(company: Path) -> None:
    done = maillage("solve", company, "--json", "--time-limit", 30, "--gap", 100, "--seed", 5)
    summary = last_line(done)
    assert list(summary) == ["status", "cost", "bound", "gap", "seconds", "seed", "costs", "unplaced"]
    assert summary["status"] in {"optimal", "feasible"}
    assert summary["seed"] == 5
    assert sum(summary["costs"].values()) == summary["cost"]


def test_the_summary_names_groups_choices_and_files(company: Path, tmp_path: Path) -> None:
    said = maillage("solve", company, "-o", tmp_path / "p", "--time-limit", 30, "--gap", 100).stdout
    assert "T01-1" in said
    assert "1st choice" in said
    assert "report.html" in said


def test_a_plan_can_be_the_start_of_the_next_solve(company: Path, solved: Path) -> None:
    before = json.loads((solved / "outcome.json").read_text(encoding="utf-8"))["cost"]
    done = maillage("solve", company, "--json", "--time-limit", 10, "--gap", 100, "--start", solved)
    steps = [line["step"] for line in map(json.loads, done.stdout.splitlines()) if "step" in line]
    assert steps[0]["source"] == "start"
    assert last_line(done)["cost"] <= before


def test_audit_says_what_a_plan_costs(company: Path, solved: Path) -> None:
    judged = last_line(maillage("audit", company, solved / "assignments.csv", "--json"))
    assert judged["valid"]
    assert sum(judged["costs"].values()) == judged["cost"]


def test_audit_of_a_plan_that_breaks_something_ends_with_2(company: Path, solved: Path, tmp_path: Path) -> None:
    table = tmp_path / "assignments.csv"
    lines = (solved / "assignments.csv").read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join(lines[:-1]), encoding="utf-8")
    shutil.copy(solved / "groups.csv", tmp_path)
    done = maillage("audit", company, table)
    assert done.returncode == 2
    assert "is nowhere in the plan" in done.stdout
    assert "does not hold" in done.stdout


def test_an_earlier_plan_may_be_replaced(company: Path, solved: Path) -> None:
    again = company.parent / "again"
    shutil.copytree(solved, again)
    (again / "notes.txt").write_text("mine")
    assert maillage("solve", company, "-o", again, "--time-limit", 30, "--gap", 100).returncode == 0
    assert (again / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Le programme est en ordre"), ("en", "The programme is in order")]
)
def test_the_language_follows_the_locale(company: Path, language: str, said: str) -> None:
    assert said in maillage("check", company, language=language).stdout
