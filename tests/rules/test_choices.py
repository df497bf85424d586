import pytest
from pydantic import ValidationError

from models import Rule, Theme, Volunteer
from models.rules import Choices
from tests.rules.laws import RuleLaws
from tests.rules.seating import judged

THEMES = tuple(Theme(id=name, max_groups=1) for name in "ABCDEFGH")
ANN = (Volunteer(id="ann", choices=tuple("ABCDEFG")),)
UNDECIDED = (Volunteer(id="bob"),)


class TestChoices(RuleLaws):
    kind = "choices"

    def numbers(self, rule: Rule) -> list[str]:
        assert isinstance(rule, Choices)
        worst = [] if rule.worst_rank is None else [rule.worst_rank]
        return [str(n) for n in (*rule.costs, rule.unranked, *worst)]


@pytest.mark.parametrize(("theme", "cost"), [("A", 0), ("B", 1), ("C", 3), ("D", 6), ("E", 10), ("F", 10), ("G", 10)])
def test_each_rank_costs_its_entry_and_the_last_entry_beyond(theme: str, cost: int) -> None:
    assert judged(Choices(weight=1), ANN, f"{theme}-1: ann", THEMES).amount == cost


def test_outside_the_choices_costs_unranked() -> None:
    report = judged(Choices(weight=10), ANN, "H-1: ann", THEMES)
    assert (report.amount, report.cost) == (20, 200)


def test_who_gave_no_choices_costs_nothing_anywhere() -> None:
    report = judged(Choices(weight=1, worst_rank=1), UNDECIDED, "H-1: bob", THEMES)
    assert (report.amount, report.breaches) == (0, 0)


def test_who_has_no_place_costs_this_rule_nothing() -> None:
    assert judged(Choices(weight=1, worst_rank=1), ANN, "", THEMES).findings == ()


@pytest.mark.parametrize(("theme", "breaches"), [("A", 0), ("B", 0), ("C", 1), ("H", 1)])
def test_worst_rank_is_forbidden_beyond_whatever_the_weight(theme: str, breaches: int) -> None:
    report = judged(Choices(weight=1, worst_rank=2), ANN, f"{theme}-1: ann", THEMES)
    assert report.breaches == breaches


def test_hard_leaves_only_what_costs_nothing() -> None:
    assert judged(Choices(hard=True), ANN, "A-1: ann", THEMES).breaches == 0
    assert judged(Choices(hard=True), ANN, "C-1: ann", THEMES).breaches == 3


def test_costs_are_whole_and_never_negative() -> None:
    for costs in ((), (-1,), (0.5,), (1001,)):
        with pytest.raises(ValidationError):
            Choices(costs=costs, weight=1)
