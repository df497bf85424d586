import pytest
from pydantic import ValidationError

from models import Rule, Text, Theme
from models.rules import Portfolio
from tests.rules.laws import RuleLaws
from tests.rules.seating import everyone, judged

SEVEN = everyone(**{name: {} for name in "abcdefg"})
THEMES = (
    Theme(id="Q", horizon="quick_win", outcome="trust", max_groups=5),
    Theme(id="L", horizon="long_term", outcome="speed", max_groups=5),
)
TWO_OF_THREE = "Q-1: a / Q-2: b / L-1: c"
TWO_OF_SEVEN = "Q-1: a / Q-2: b / L-1: c / L-2: d / L-3: e / L-4: f / L-5: g"


class TestPortfolio(RuleLaws):
    kind = "portfolio"

    def numbers(self, rule: Rule) -> list[str | Text]:
        assert isinstance(rule, Portfolio)
        shares = [
            Text(fr=f"{100 * s:g}".replace(".", ","), en=f"{100 * s:g}")
            for s in (rule.min_share, rule.max_share)
            if s is not None
        ]
        names = {
            "quick_win": Text(fr="gain rapide", en="quick win"),
            "long_term": Text(fr="long terme", en="long term"),
        }
        groups = [] if rule.min_groups is None else [str(rule.min_groups)]
        return [*shares, *groups, names.get(rule.value, rule.value)]


def judge(seats: str, **limits: float) -> int:
    return judged(Portfolio(value="quick_win", weight=1, **limits), SEVEN, seats, THEMES).amount


@pytest.mark.parametrize(("share", "short"), [(0, 0), (0.25, 0), (0.3, 1), (0.43, 2), (0.5, 2), (1, 5)])
def test_min_share_is_rounded_up(share: float, short: int) -> None:
    # of 7 groups: ⌈0⌉, ⌈1.75⌉, ⌈2.1⌉, ⌈3.01⌉, ⌈3.5⌉, 7 are asked and 2 are there
    assert judge(TWO_OF_SEVEN, min_share=share) == short


@pytest.mark.parametrize(("share", "above"), [(1, 0), (0.67, 0), (0.66, 1), (0.34, 1), (0.33, 2), (0, 2)])
def test_max_share_is_rounded_down(share: float, above: int) -> None:
    # of 3 groups: 3, ⌊2.01⌋, ⌊1.98⌋, ⌊1.02⌋, ⌊0.99⌋, 0 are allowed and 2 are there
    assert judge(TWO_OF_THREE, max_share=share) == above


def test_a_tenth_of_ten_is_one_exactly() -> None:
    ten = everyone(**{f"p{k}": {} for k in range(10)})
    seats = "Q-1: p0 / " + " / ".join(f"L-{k}: p{k}" for k in range(1, 10))
    rule = Portfolio(value="quick_win", min_share=0.1, max_share=0.1, hard=True)
    assert judged(rule, ten, seats, THEMES).breaches == 0


@pytest.mark.parametrize(("min_groups", "short"), [(1, 0), (2, 0), (3, 1)])
def test_min_groups_counts_groups(min_groups: int, short: int) -> None:
    assert judge(TWO_OF_THREE, min_groups=min_groups) == short


def test_no_open_group_has_every_share_and_no_group() -> None:
    assert judge("", min_share=1.0, max_share=0.0) == 0
    assert judge("", min_groups=2) == 2


def test_an_outcome_can_be_balanced_too() -> None:
    rule = Portfolio(attribute="outcome", value="speed", min_groups=2, hard=True)
    assert judged(rule, SEVEN, TWO_OF_THREE, THEMES).breaches == 1


def test_a_portfolio_needs_a_limit() -> None:
    with pytest.raises(ValidationError):
        Portfolio(value="quick_win", weight=1)
