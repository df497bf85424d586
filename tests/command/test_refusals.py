import json
import shutil
from pathlib import Path

import pytest

from api.console.budget import budget_of
from formats import InputError
from tests.command.running import last_line, maillage

OUTSIDE = [
    ("--time-limit", "0"), ("--time-limit", "-1"), ("--time-limit", "nan"), ("--time-limit", "1e9"),
    ("--workers", "100000"), ("--seed", str(2**40)), ("--gap", "-1"), ("--gap", "101"),
]  # fmt: skip


@pytest.mark.parametrize(("option", "value"), OUTSIDE)
def test_an_option_outside_its_interval_is_named_with_the_interval(option: str, value: str) -> None:
    asked = {"--time-limit": 1.0, "--gap": 0.0, "--seed": 0, "--workers": 0, option: float(value)}
    with pytest.raises(InputError) as caught:
        budget_of(asked["--time-limit"], asked["--gap"], asked["--seed"], asked["--workers"])  # type: ignore[arg-type]
    (fault,) = caught.value.faults
    assert (fault.code, fault.column) == ("OUT_OF_RANGE", option)
    assert fault.hint is not None


def test_options_at_the_ends_of_their_intervals_are_taken() -> None:
    assert budget_of(86_400, 100, 2**31 - 1, 256).workers == 256


def test_all_options_outside_are_told_at_once_with_exit_code_2(company: Path) -> None:
    done = maillage("solve", company, "--time-limit", "nan", "--seed", 2**40)
    assert done.returncode == 2
    assert "--time-limit is nan" in done.stderr
    assert "from 0 to 2147483648 excluded" in done.stderr


def test_a_programme_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    for command in (("check",), ("solve",)):
        done = maillage(*command, tmp_path / "nowhere")
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_a_bad_cell_is_told_with_file_row_and_column(company: Path, tmp_path: Path) -> None:
    broken = tmp_path / "programme"
    shutil.copytree(company, broken)
    table = broken / "volunteers.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("T01", "T99", 1), encoding="utf-8")
    assert maillage("check", broken).returncode == 2
    faults = last_line(maillage("solve", broken, "--json"))["faults"]
    assert [(f["file"], f["column"], f["excerpt"]) for f in faults if f["severity"] == "error"] == [
        ("volunteers.csv", "vœux", "T99")
    ]


def test_an_impossible_programme_ends_with_3_and_its_reasons(company: Path, tmp_path: Path) -> None:
    narrow = tmp_path / "programme"
    shutil.copytree(company, narrow)
    table = narrow / "themes.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([lines[0], *(line.rsplit(";", 1)[0] + ";0" for line in lines[1:])]), encoding="utf-8")
    text = table.read_text(encoding="utf-8").replace(";1;0", ";0;0")
    table.write_text(text, encoding="utf-8")
    done = maillage("solve", narrow, "--json", "-o", tmp_path / "plan", "--time-limit", 10)
    assert done.returncode == 3
    assert last_line(done)["status"] == "infeasible"
    assert json.loads(done.stdout.splitlines()[-2])["reasons"]
    assert not (tmp_path / "plan").exists()


def test_a_foreign_folder_is_never_written_to(company: Path, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("mine")
    done = maillage("solve", company, "-o", tmp_path, "--gap", 100)
    assert done.returncode == 2
    assert "NOT_EMPTY" in done.stderr
    assert (tmp_path / "report.html").read_text() == "mine"


def test_new_refuses_a_folder_that_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    assert maillage("new", tmp_path).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_start_for_another_programme_ends_with_2(company: Path, tmp_path: Path) -> None:
    (tmp_path / "assignments.csv").write_text("volunteer,group\nNobody,T01-1\n")
    done = maillage("solve", company, "--start", tmp_path)
    assert done.returncode == 2
    assert "Nobody" in done.stderr


@pytest.mark.parametrize(
    "words", [("check",), ("solve", "x", "--time-limit", "soon"), ("frob",), ("audit", "x", "y", "--lang", "de")]
)
def test_a_call_that_is_not_understood_is_json_for_machines(words: tuple[str, ...]) -> None:
    done = maillage(*words, "--json")
    assert done.returncode == 2
    assert [fault["code"] for fault in last_line(done)["faults"]] == ["BAD_USAGE"]


def test_an_audit_for_machines_is_one_document_with_what_was_read(company: Path, tmp_path: Path) -> None:
    hand = tmp_path / "hand.csv"
    hand.write_text("volontaire;groupe\nV001;T01-1\n", encoding="utf-8")
    done = maillage("audit", company, hand, "--json")
    assert done.returncode == 2
    assert json.loads(done.stdout)["faults"][0]["code"] == "UNKNOWN_REF"


def test_many_findings_of_one_kind_do_not_hide_the_others(company: Path, tmp_path: Path) -> None:
    hand = tmp_path / "hand.csv"
    hand.write_text("volontaire;groupe\nV001;T01-1\n", encoding="utf-8")
    told = maillage("audit", company, hand).stdout
    assert told.count("is nowhere in the plan") == 10
    assert "1 member, at least" in told


def test_a_place_that_cannot_be_written_is_told_before_the_search(company: Path) -> None:
    done = maillage("solve", company, "-o", company / "themes.csv" / "plan", "--json")
    assert done.returncode == 2
    assert [fault["code"] for fault in last_line(done)["faults"]] == ["FILE_TROUBLE"]
    assert "step" not in done.stdout


def test_a_reason_comes_with_its_hint(tmp_path: Path) -> None:
    (tmp_path / "volunteers.csv").write_text("id,choices\nA,T1\nB,T1\n", encoding="utf-8")
    (tmp_path / "themes.csv").write_text("id\nT1\n", encoding="utf-8")
    for command in ("check", "solve"):
        done = maillage(command, tmp_path)
        assert done.returncode == 3
        assert "(widen min_size or max_size)" in done.stdout
