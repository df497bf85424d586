from unittest.mock import ANY

import pytest
from pydantic import ValidationError

from models import Budget, Facilitator, GroupSettings, Programme, Rule, Theme
from models.rules import Facilitation, Fix
from solver import solve
from tests.rules.laws import RuleLaws
from tests.rules.seating import everyone, judged

TWO = everyone(ann={}, bob={})
COACH = (Facilitator(id="coach"),)


class TestFix(RuleLaws):
    kind = "fix"

    def numbers(self, rule: Rule) -> list[str]:
        assert isinstance(rule, Fix)
        return [rule.person, rule.place]


@pytest.mark.parametrize(("seats", "breaches"), [("A-1: ann", 0), ("A-2: ann", 0), ("B-1: ann", 1), ("A-1: bob", 1)])
def test_a_lock_on_a_theme_takes_any_of_its_groups(seats: str, breaches: int) -> None:
    assert judged(Fix(volunteer="ann", theme="A"), TWO, seats).breaches == breaches


@pytest.mark.parametrize(("seats", "breaches"), [("A-2: ann", 0), ("A-1: ann", 1), ("B-1: ann / A-2: bob", 1), ("", 1)])
def test_a_lock_on_a_group_takes_that_one(seats: str, breaches: int) -> None:
    assert judged(Fix(volunteer="ann", group="A-2"), TWO, seats).breaches == breaches


@pytest.mark.parametrize(
    ("seats", "breaches"), [("A-1: ann + coach", 0), ("B-1: ann + coach", 1), ("A-1: ann / B-1: bob + coach", 1)]
)
def test_a_facilitator_can_be_locked_too(seats: str, breaches: int) -> None:
    assert judged(Fix(facilitator="coach", theme="A"), TWO, seats, facilitators=COACH).breaches == breaches


@pytest.mark.parametrize(("fields", "group"), [({"group": "T-1"}, "T-1"), ({"theme": "T-1"}, "T-1-1")])
def test_a_group_is_not_taken_for_a_theme_of_the_same_name(fields: dict[str, str], group: str) -> None:
    programme = Programme(
        volunteers=TWO,
        themes=(Theme(id="T", max_groups=1), Theme(id="T-1", max_groups=1)),
        facilitators=COACH,
        groups=GroupSettings(min_size=1, max_size=2),
        rules=(Fix(volunteer="ann", **fields), Fix(facilitator="coach", **fields), Facilitation(hard=True)),
    )
    plan = solve(programme, Budget(seconds=20)).plan
    assert plan is not None
    assert [(g.id, g.members, g.facilitators) for g in plan.groups if "ann" in g.members] == [(group, ANY, ("coach",))]


def test_a_lock_is_always_hard() -> None:
    assert Fix(volunteer="ann", theme="A").hard
    for fields in ({"hard": False}, {"weight": 5}, {"hard": False, "weight": 5}):
        with pytest.raises(ValidationError):
            Fix(volunteer="ann", theme="A", **fields)


def test_a_lock_is_one_person_in_one_place() -> None:
    for fields in (
        {"theme": "A"},
        {"volunteer": "ann"},
        {"volunteer": "ann", "facilitator": "coach", "theme": "A"},
        {"volunteer": "ann", "theme": "A", "group": "A-1"},
    ):
        with pytest.raises(ValidationError):
            Fix(**fields)
