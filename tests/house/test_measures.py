"""What is measured is kept as it was, and held to its goal; harder companies are harder, not impossible."""

from pathlib import Path

import pytest

from benchmarks import results
from benchmarks.chart import Axis
from benchmarks.goals import missed
from benchmarks.results import Row
from benchmarks.shared_folder import shared
from benchmarks.variants import VARIANTS, harder
from benchmarks.yardstick import company
from solver import impossible

SIXTY = Row(
    date="2027-01-04 09:00",
    version="abc1234",
    cores=2,
    others=0.0,
    instance="plain",
    people=60,
    seed=0,
    limit=30.0,
    stop_gap=0.0,
    status="feasible",
    reading=0.5,
    first=0.75,
    to_5=2.0,
    to_1=None,
    to_proof=None,
    to_goal=None,
    seconds=30.5,
    cost=240,
    bound=238,
    gap=0.83,
    memory=0.25,
    second_cost=240,
    breaches=0,
)


def test_a_row_is_read_as_it_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "FOLDER", tmp_path)
    results.append("runs", SIXTY)
    results.append("runs", SIXTY)
    assert results.runs() == [SIXTY, SIXTY]


def test_a_goal_not_reached_is_named() -> None:
    assert missed(SIXTY) == ["goal gap after ∞ s"]


def test_marks_on_an_axis_are_round_and_on_it() -> None:
    assert Axis("people", 90, 22_000, by_factors=True).ticks() == [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000]
    assert Axis("cost", 203, 812).ticks() == [400, 600, 800]


@pytest.mark.skipif(shared("yardstick/yardstick.py") is None, reason="no yardstick in the shared folder")
@pytest.mark.parametrize("name", VARIANTS)
def test_a_harder_company_asks_more_and_nothing_impossible(name: str, tmp_path: Path) -> None:
    plain = company(60, 3).programme(tmp_path)
    asked = harder(name, plain, 3)
    assert asked != plain
    assert impossible(asked) == ()
