import pytest
from pydantic import ValidationError

from models import Rule, Text
from models.rule import worded
from models.rules import Spread
from tests.rules.laws import RuleLaws
from tests.rules.seating import judged, with_value

PEOPLE = with_value("unit", "a:U1 b:U1 c:U1 d:U1 e:U2 f:U2 g: h: i: j:")


class TestSpread(RuleLaws):
    kind = "spread"

    def numbers(self, rule: Rule) -> list[str | Text]:
        assert isinstance(rule, Spread)
        return [*super().numbers(rule), worded(rule.attribute)]


def test_exactly_max_same_is_fine() -> None:
    assert judged(Spread(attribute="unit", max_same=2, weight=8), PEOPLE, "A-1: a b e f / B-1: c d").amount == 0


def test_persons_above_are_counted_per_value_and_group() -> None:
    report = judged(Spread(attribute="unit", max_same=1, weight=8), PEOPLE, "A-1: a b c e f / B-1: d")
    assert (report.amount, report.cost) == (2 + 1, 24)


def test_people_without_a_value_are_left_out() -> None:
    assert judged(Spread(attribute="unit", max_same=1, hard=True), PEOPLE, "A-1: g h i j").breaches == 0


def test_hard_forbids_each_person_above() -> None:
    assert judged(Spread(attribute="unit", max_same=1, hard=True), PEOPLE, "A-1: a b c d").breaches == 3


def test_nobody_can_be_spread_below_one() -> None:
    with pytest.raises(ValidationError):
        Spread(attribute="unit", max_same=0, weight=1)
