import pytest

from models import PastSeat
from models.rules import Encounters
from tests.rules.laws import RuleLaws
from tests.rules.seating import everyone, judged

FOUR = everyone(**{name: {} for name in "abcd"})


class TestEncounters(RuleLaws):
    kind = "encounters"


def past(text: str) -> tuple[PastSeat, ...]:
    """Reads "2025 x a b / 2026 y c d": cycle, group, people."""
    rows = (part.split() for part in text.split("/"))
    return tuple(PastSeat(cycle=row[0], group=row[1], volunteer=name) for row in rows for name in row[2:])


def test_pairs_who_shared_a_group_count_when_they_meet_again() -> None:
    history = past("2025 x a b c / 2025 y d")
    report = judged(Encounters(weight=2), FOUR, "A-1: a b c d", history=history)
    assert (report.amount, report.cost) == (3, 6)


def test_a_pair_counts_once_however_often_they_met() -> None:
    history = past("2024 x a b / 2025 x a b / 2026 z a b")
    assert judged(Encounters(weight=1), FOUR, "A-1: a b", history=history).amount == 1


def test_the_same_group_name_in_another_cycle_is_another_group() -> None:
    assert judged(Encounters(weight=1), FOUR, "A-1: a b", history=past("2024 x a / 2025 x b")).amount == 0


@pytest.mark.parametrize(("cycles", "amount"), [(1, 1), (2, 2), (3, 3), (9, 3), (None, 3)])
def test_only_the_last_cycles_count(cycles: int | None, amount: int) -> None:
    history = past("2024 x a b / 2025 x a c / 2026 x a d")
    assert judged(Encounters(cycles=cycles, weight=1), FOUR, "A-1: a b c d", history=history).amount == amount


def test_people_of_the_past_who_are_gone_count_for_nobody() -> None:
    assert judged(Encounters(hard=True), FOUR, "A-1: a b", history=past("2025 x a gone / 2025 y b gone")).breaches == 0
