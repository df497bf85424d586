from models import Rule, Text
from models.rule import worded
from models.rules import Balance
from tests.rules.laws import RuleLaws
from tests.rules.seating import judged, with_value

# 10 people: 5 N1, 3 N2, 2 without a level.
TEN = with_value("level", "a:N1 b:N1 c:N1 d:N1 e:N1 f:N2 g:N2 h:N2 i: j:")
RULE = Balance(attribute="level", weight=6)


class TestBalance(RuleLaws):
    kind = "balance"

    def numbers(self, rule: Rule) -> list[str | Text]:
        assert isinstance(rule, Balance)
        return [worded(rule.attribute)]


def test_the_whole_in_one_group_is_fair() -> None:
    assert judged(RULE, TEN, "A-1: a b c d e f g h i j").amount == 0


def test_shares_rounded_down_or_up_are_both_fair() -> None:
    # of 5 people: N1 2.5, N2 1.5, none 1
    assert judged(RULE, TEN, "A-1: a b c f i / B-1: d e g h j").amount == 0


def test_persons_outside_the_share_are_counted_by_category() -> None:
    # A: N1 5 (2..3) 2 above, N2 0 (1..2) 1 short, none 0 (1) 1 short; B: N1 0 2 short, N2 3 1 above, none 2 1 above
    report = judged(RULE, TEN, "A-1: a b c d e / B-1: f g h i j")
    assert (report.amount, report.cost) == (4 + 4, 48)


def test_an_absent_category_is_short_too() -> None:
    # of 4 people: N1 2 exactly, N2 1.2 (1..2), none 0.8 (0..1)
    assert judged(RULE, TEN, "A-1: a b f g").amount == 0
    assert judged(RULE, TEN, "A-1: a b i j").amount == 1 + 1


def test_no_value_is_a_category_of_its_own() -> None:
    assert judged(RULE, TEN, "A-1: i").amount == 0
    assert judged(RULE, TEN, "A-1: i j").amount == 1 + 1  # N1 exactly 1, none at most 1


def test_the_share_is_that_of_all_volunteers_even_those_without_a_place() -> None:
    # only N1 placed: of 2 people N1 exactly 1
    assert judged(RULE, TEN, "A-1: a b").amount == 1


def test_hard_forbids_each_person_outside() -> None:
    report = judged(Balance(attribute="level", hard=True), TEN, "A-1: a b c d e / B-1: f g h i j")
    assert (report.cost, report.breaches) == (0, 8)
