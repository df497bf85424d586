from models.rules import Size
from tests.rules.laws import RuleLaws
from tests.rules.seating import everyone, judged

SEVEN = everyone(**{name: {} for name in "abcdefg"})


class TestSize(RuleLaws):
    kind = "size"


def test_a_group_of_the_target_costs_nothing() -> None:
    assert judged(Size(target=7, weight=4), SEVEN, "A-1: a b c d e f g").amount == 0


def test_short_and_above_cost_alike_per_person() -> None:
    report = judged(Size(target=3, weight=4), SEVEN, "A-1: a b c d e / B-1: f g")
    assert (report.amount, report.cost, report.breaches) == (2 + 1, 12, 0)


def test_hard_forbids_every_other_size() -> None:
    report = judged(Size(target=3, hard=True), SEVEN, "A-1: a b c d / B-1: e f g")
    assert (report.cost, report.breaches) == (0, 1)


def test_closed_groups_have_no_size() -> None:
    assert judged(Size(target=3, weight=1), SEVEN, "").amount == 0
