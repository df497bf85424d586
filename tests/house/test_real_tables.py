"""The mapping of real tables is read right; skipped where the shared data is not beside the project."""

from pathlib import Path

import pytest

from benchmarks.companies import UK_GRADES, department, ibm
from benchmarks.shared_folder import data
from benchmarks.topics import programme, read_class, teachers_mean


def found(name: str) -> Path:
    path = data(name)
    if path is None:
        pytest.skip("the shared data is not here")
    return path


@pytest.mark.parametrize(("number", "students", "mean"), [("005", 62, 8.16), ("006", 108, 13.06)])
def test_the_teachers_own_allocation_gives_the_mean_they_published(number: str, students: int, mean: float) -> None:
    folder = found("grouper")
    assert read_class(folder, number).students == students
    assert round(teachers_mean(folder, number), 2) == mean


def test_a_ranked_topic_costs_as_many_points_as_it_is_below_the_best() -> None:
    asked = read_class(found("grouper"), "005")
    student = programme(asked).volunteer[asked.members["1"][0]]
    assert student.choices[:3] == ("C03", "C02", "C05")  # liked 10, 9 and 8
    assert student.rank("C01") == 10


def test_topics_outside_the_rules_of_the_course_never_run() -> None:
    themes = programme(read_class(found("grouper"), "005")).themes
    assert [(t.min_groups, t.max_groups) for t in themes] == [(1, 2)] * 8 + [(0, 0)] * 2


@pytest.mark.parametrize(
    ("stem", "people"), [("the_pensions_regulator", 383), ("department_for_culture_media_and_sport", 466)]
)
def test_a_department_keeps_its_people_and_its_one_head(stem: str, people: int) -> None:
    asked = department(found(f"uk-organograms/{stem}-2011-09-30-people.csv"), UK_GRADES[stem])
    assert len(asked.volunteers) == people
    assert {v.level for v in asked.volunteers} <= set(asked.levels)
    assert sum(v.manager not in asked.volunteer for v in asked.volunteers) == 1


def test_ibm_is_the_same_programme_every_time() -> None:
    path = found("ibm-attrition/emp_attrition.csv")
    assert len(ibm(path).volunteers) == 1470
    assert ibm(path) == ibm(path)
