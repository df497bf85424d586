import pytest
from pydantic import ValidationError

from models import Rule, Text, Volunteer
from models.rule import worded
from models.rules import Mean
from tests.rules.laws import RuleLaws
from tests.rules.seating import judged


class TestMean(RuleLaws):
    kind = "mean"

    def numbers(self, rule: Rule) -> list[str | Text]:
        assert isinstance(rule, Mean)
        return [*super().numbers(rule), worded(rule.attribute)]


def aged(**years: str) -> tuple[Volunteer, ...]:
    return tuple(Volunteer(id=name, more={"years": text}) for name, text in years.items())


FOUR = aged(a="1", b="3", c="5", d="11")  # mean 5


@pytest.mark.parametrize(("tolerance", "amount"), [(0, 6 + 6), (1, 4 + 4), (2.9, 1 + 1), (3, 0), (9, 0)])
def test_what_is_beyond_the_tolerance_counts_on_both_sides(tolerance: float, amount: int) -> None:
    # {a, b} sums to 4 where the mean asks for 10, {c, d} to 16
    rule = Mean(attribute="years", tolerance=tolerance, weight=1)
    assert judged(rule, FOUR, "A-1: a b / B-1: c d").amount == amount


def test_a_part_of_a_unit_counts_as_a_whole_one() -> None:
    # |11 − 5| − 5.5 = 0.5
    assert judged(Mean(attribute="years", tolerance=5.5, weight=2), FOUR, "A-1: d").cost == 2


def test_a_tenth_is_a_tenth_exactly() -> None:
    # the mean is 0.2, the group's 0.3: exactly 0.1 away, which binary fractions would put above
    people = aged(a="0.1", b="0.2", c="0.3")
    assert judged(Mean(attribute="years", tolerance=0.1, hard=True), people, "A-1: c / B-1: a").breaches == 0


def test_the_mean_is_that_of_all_volunteers_even_those_without_a_place() -> None:
    assert judged(Mean(attribute="years", tolerance=0, weight=1), FOUR, "A-1: c").amount == 0
    assert judged(Mean(attribute="years", tolerance=0, weight=1), FOUR, "A-1: a").amount == 4


def test_who_has_no_number_counts_as_the_mean() -> None:
    people = (*FOUR, *aged(e="", f="unknown"))
    assert judged(Mean(attribute="years", tolerance=0, weight=1), people, "A-1: e f c").amount == 0
    # |11 − 5| − 3·1
    assert judged(Mean(attribute="years", tolerance=1, weight=1), people, "A-1: d e f").amount == 3


def test_decimal_commas_and_listed_levels_are_numbers() -> None:
    assert judged(Mean(attribute="years", tolerance=0, weight=1), aged(a="1,5", b="2.5"), "A-1: a b").amount == 0
    ranked = (Volunteer(id="a", level="junior"), Volunteer(id="b", level="senior"))
    rule = Mean(attribute="level", tolerance=0, weight=1)
    assert judged(rule, ranked, "A-1: a / B-1: b", levels=("junior", "mid", "senior")).amount == 1 + 1


@pytest.mark.parametrize("text", ["3/4", "01/02", "1e999999999", "1_000", "nan", "inf", "٣", "--1", ","])
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    people = (*FOUR, *aged(e=text))
    assert judged(Mean(attribute="years", tolerance=0, weight=1), people, "A-1: e").amount == 0


def test_nobody_with_a_number_means_nothing_to_count() -> None:
    assert judged(Mean(attribute="years", weight=1), aged(a="", b="-"), "A-1: a / B-1: b").amount == 0


def test_numbers_are_read_to_three_decimals() -> None:
    people = aged(a="0.33333333333333333333", b="1.0")
    # the mean is 0.6665 and each is 0.3335 away
    assert judged(Mean(attribute="years", tolerance=0.333, weight=1), people, "A-1: a / B-1: b").amount == 1 + 1
    assert judged(Mean(attribute="years", tolerance=0.334, weight=1), people, "A-1: a / B-1: b").amount == 0


def test_a_tolerance_has_three_decimals_at_most() -> None:
    for tolerance in (1 / 3, 0.0001, -0.5, float("nan")):
        with pytest.raises(ValidationError):
            Mean(attribute="years", tolerance=tolerance, weight=1)
