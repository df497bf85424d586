from models import Rule
from models.rules import Stability
from tests.rules.laws import RuleLaws
from tests.rules.seating import everyone, judged

THREE = everyone(**{name: {} for name in "abc"})


class TestStability(RuleLaws):
    kind = "stability"

    def numbers(self, rule: Rule) -> list[str]:
        assert isinstance(rule, Stability)
        return [str(len(rule.plan))]


def test_who_stays_costs_nothing_and_who_moves_costs_one() -> None:
    report = judged(Stability(plan={"a": "A-1", "b": "A-1"}, weight=4), THREE, "A-1: a c / B-1: b")
    assert (report.amount, report.cost) == (1, 4)


def test_another_group_of_the_same_theme_is_a_move() -> None:
    assert judged(Stability(plan={"a": "A-1"}, weight=1), THREE, "A-2: a").amount == 1


def test_who_has_no_place_any_more_has_not_moved() -> None:
    assert judged(Stability(plan={"a": "A-1"}, hard=True), THREE, "A-1: b c").breaches == 0


def test_newcomers_and_leavers_are_nobodys_move() -> None:
    assert judged(Stability(plan={"left": "A-1"}, hard=True), THREE, "B-1: a b c").breaches == 0


def test_a_group_that_is_no_more_makes_everyone_move() -> None:
    assert judged(Stability(plan={"a": "Z-9", "b": "Z-9"}, hard=True), THREE, "A-1: a b").breaches == 2
