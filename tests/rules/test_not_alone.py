from models import Rule, Text
from models.rule import worded
from models.rules import NotAlone
from tests.rules.laws import RuleLaws
from tests.rules.seating import judged, with_value

PEOPLE = with_value("level", "a:N1 b:N1 c:N2 d:N2 e:N3 f: g:")


class TestNotAlone(RuleLaws):
    kind = "not_alone"

    def numbers(self, rule: Rule) -> list[str | Text]:
        assert isinstance(rule, NotAlone)
        return [worded(rule.attribute), *rule.values]


def test_two_of_a_kind_are_not_alone_and_one_is() -> None:
    report = judged(NotAlone(attribute="level", weight=6), PEOPLE, "A-1: a b c")
    assert (report.amount, report.cost) == (1, 6)


def test_none_of_a_kind_is_fine() -> None:
    assert judged(NotAlone(attribute="level", weight=1), PEOPLE, "A-1: a b / B-1: c d").amount == 0


def test_each_lone_value_of_each_group_counts_once() -> None:
    assert judged(NotAlone(attribute="level", weight=1), PEOPLE, "A-1: a c e / B-1: b d").amount == 3 + 2


def test_people_without_a_value_are_never_alone() -> None:
    assert judged(NotAlone(attribute="level", weight=1), PEOPLE, "A-1: a b f / B-1: g").amount == 0


def test_values_narrow_the_rule() -> None:
    rule = NotAlone(attribute="level", values=("N2", "N3"), hard=True)
    assert judged(rule, PEOPLE, "A-1: a c d").breaches == 0
    assert judged(rule, PEOPLE, "A-1: a c e").breaches == 2
