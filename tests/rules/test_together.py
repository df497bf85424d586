from models import Rule
from models.rules import Together
from tests.rules.laws import RuleLaws
from tests.rules.seating import everyone, judged

SIX = everyone(**{name: {} for name in "abcdef"})


class TestTogether(RuleLaws):
    kind = "together"

    def numbers(self, rule: Rule) -> list[str]:
        assert isinstance(rule, Together)
        return [str(len(rule.sets))]


def test_one_group_is_together_and_two_groups_of_one_theme_are_not() -> None:
    rule = Together(sets=(("a", "b", "c"),), weight=9)
    assert judged(rule, SIX, "A-1: a b c d").amount == 0
    assert judged(rule, SIX, "A-1: a b / A-2: c d").cost == 9


def test_each_further_group_of_each_set_counts() -> None:
    rule = Together(sets=(("a", "b", "c"), ("d", "e")), weight=1)
    assert judged(rule, SIX, "A-1: a d / A-2: b e / B-1: c").amount == 2 + 1


def test_who_has_no_place_splits_no_set() -> None:
    assert judged(Together(sets=(("a", "b"),), hard=True), SIX, "A-1: a c").breaches == 0


def test_naming_somebody_twice_or_alone_asks_nothing_more() -> None:
    assert judged(Together(sets=(("a", "a"), ("b",)), hard=True), SIX, "A-1: a / B-1: b").breaches == 0
