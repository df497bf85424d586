import pytest
from pydantic import ValidationError

from models import Rule, Text
from models.rule import worded
from models.rules import Quota
from tests.rules.laws import RuleLaws
from tests.rules.seating import judged, with_value

PEOPLE = with_value("function", "a:HR b:HR c:IT d:IT e:law f:")


class TestQuota(RuleLaws):
    kind = "quota"

    def numbers(self, rule: Rule) -> list[str | Text]:
        assert isinstance(rule, Quota)
        return [*super().numbers(rule), worded(rule.attribute), *rule.values]


def test_people_short_of_min_are_counted_in_every_group() -> None:
    rule = Quota(attribute="function", values=("HR",), min=2, weight=5)
    report = judged(rule, PEOPLE, "A-1: a c d / B-1: e f")
    assert (report.amount, report.cost) == (1 + 2, 15)


def test_people_above_max_are_counted() -> None:
    rule = Quota(attribute="function", values=("HR", "IT"), max=1, weight=1)
    assert judged(rule, PEOPLE, "A-1: a b c d / B-1: e f").amount == 3


def test_min_and_max_themselves_are_kept() -> None:
    rule = Quota(attribute="function", values=("HR",), min=1, max=2, hard=True)
    assert judged(rule, PEOPLE, "A-1: a b c d e f").breaches == 0


def test_several_values_count_together() -> None:
    rule = Quota(attribute="function", values=("HR", "law"), min=3, hard=True)
    assert judged(rule, PEOPLE, "A-1: a b e").breaches == 0


def test_max_nought_keeps_a_kind_out() -> None:
    rule = Quota(attribute="function", values=("HR",), max=0, hard=True)
    assert judged(rule, PEOPLE, "A-1: a b c / B-1: d e").breaches == 2


def test_per_a_theme_leaves_the_other_themes_alone() -> None:
    rule = Quota(attribute="function", values=("HR",), min=1, per="B", weight=1)
    assert judged(rule, PEOPLE, "A-1: c d / A-2: e").amount == 0
    assert judged(rule, PEOPLE, "A-1: a b / B-1: c / B-2: d").amount == 2


def test_people_without_a_place_help_no_group() -> None:
    rule = Quota(attribute="function", values=("HR",), min=1, weight=1)
    assert judged(rule, PEOPLE, "A-1: c").amount == 1


def test_a_quota_needs_a_limit_in_order() -> None:
    for limits in ({}, {"min": 2, "max": 1}, {"min": -1}):
        with pytest.raises(ValidationError):
            Quota(attribute="function", values=("HR",), weight=1, **limits)
