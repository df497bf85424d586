"""Odd files from elsewhere, each fed as the volunteers' table: read or refused with reasons, never a traceback."""

import shutil
from pathlib import Path

import pytest

from formats import InputError, intake, read_programme
from tests.intake.small import folder
from tests.intake.test_python_door import assert_nothing_is_dropped, assert_well_said

SHARED = Path(__file__).parents[3] / "shared" / "data"
ODD = [path for name in ("messy", "umass-course-survey") for path in sorted((SHARED / name).rglob("*.*"))]
pytestmark = pytest.mark.skipif(not ODD, reason="no shared data folder beside the project")


@pytest.mark.parametrize("odd", ODD, ids=lambda path: path.name)
def test_an_odd_file_as_the_volunteers_table_is_read_or_refused(odd: Path, tmp_path: Path) -> None:
    where = folder(tmp_path)
    (where / "volunteers.csv").unlink()
    shutil.copy(odd, where / f"volunteers{odd.suffix}")
    found = intake(where)
    assert found.faults
    assert_well_said(found)
    assert_nothing_is_dropped(found)


@pytest.mark.parametrize("odd", ODD, ids=lambda path: path.name)
def test_an_odd_file_alone_is_refused_with_reasons(odd: Path) -> None:
    with pytest.raises(InputError) as raised:
        read_programme(odd)
    assert any(fault.severity == "error" for fault in raised.value.faults)


def test_a_real_survey_becomes_volunteers_once_its_columns_are_named(tmp_path: Path) -> None:
    survey = next(iter(SHARED.glob("umass-course-survey/*.csv"))).read_text(encoding="utf-8")
    width = survey.splitlines()[0].count(",") + 1
    header = ",".join(["id", "unité", *(f"question {k}" for k in range(2, width))])
    numbered = "\n".join(f"P{k}," + line.split(",", 1)[1] for k, line in enumerate(survey.splitlines()[1:]))
    found = intake(folder(tmp_path, volunteers=header + "\n" + numbered))
    assert_nothing_is_dropped(found)
    assert found.rows["volunteers"].read == len(survey.splitlines()) - 1
