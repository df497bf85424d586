"""The open groups balance quick wins and long-term work, or the outcomes they serve.

With G open groups, k of them in themes whose `attribute` has the `value`:
amount = max(0, ⌈min_share·G⌉ − k) + max(0, k − ⌊max_share·G⌋) + max(0, min_groups − k),
each part where its field is given.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.record import Paragraph, Whole
from models.rule import Finding, Rule, figure, listed, worded
from models.terms import Terms
from models.text import Text
from models.view import View

_HORIZONS = {
    "quick_win": Text(fr="gain rapide", en="quick win"),
    "long_term": Text(fr="long terme", en="long term"),
}
Share = Annotated[float, Field(ge=0, le=1)]


class Portfolio(Rule):
    """Of the open groups, a share between `min_share` and `max_share`, or at least `min_groups`, have the value."""

    kind: Literal["portfolio"] = "portfolio"
    attribute: Literal["horizon", "outcome"] = "horizon"
    value: Paragraph
    min_share: Share | None = None
    max_share: Share | None = None
    min_groups: Annotated[Whole, Field(ge=1, le=100_000)] | None = None

    @model_validator(mode="after")
    def _has_a_limit(self) -> Self:
        if self.min_share is None and self.max_share is None and self.min_groups is None:
            raise ValueError("a portfolio needs min_share, max_share or min_groups")
        return self

    def label(self) -> str:
        """Names the rule by its value."""
        return f"portfolio {self.value}"

    def says(self) -> Text:
        """Gives the limits in words."""
        limits = list(self._limits())
        fr, en = listed(limit.fr for limit in limits), listed(limit.en for limit in limits)
        return Text(
            fr=f"Parmi les groupes, {fr} avec {worded(self.attribute).fr} = {self._served().fr}",
            en=f"Among the groups, {en} with {worded(self.attribute).en} = {self._served().en}",
        )

    def post(self, terms: Terms) -> None:
        """Prices the number of groups with the value against the number of open groups."""
        low = Fraction(str(self.min_share or 0))
        high = Fraction(str(1 if self.max_share is None else self.max_share))
        at_least = self.min_groups or 0

        def amount(groups: int, k: int) -> int:
            short = -(-low.numerator * groups // low.denominator) - k
            above = k - high.numerator * groups // high.denominator
            return max(0, short) + max(0, above) + max(0, at_least - k)

        themes = [t.id for t in terms.roster.themes if getattr(t, self.attribute) == self.value]
        terms.portfolio(themes, amount)

    def review(self, view: View) -> Iterator[Finding]:
        """Finds how far the open groups are from the limits."""
        total = len(view.groups)
        found = sum(getattr(group.theme, self.attribute) == self.value for group in view.groups)
        amount = 0
        if self.min_share is not None:
            amount += max(0, ceil(Fraction(str(self.min_share)) * total) - found)
        if self.max_share is not None:
            amount += max(0, found - floor(Fraction(str(self.max_share)) * total))
        if self.min_groups is not None:
            amount += max(0, self.min_groups - found)
        if amount:
            value = self._served()
            text = Text(fr=f"{value.fr} : {found} groupes sur {total}", en=f"{value.en}: {found} of {total} groups")
            yield Finding(amount=amount, text=text)

    def _limits(self) -> Iterator[Text]:
        if self.min_share is not None:
            least = _percent(self.min_share)
            yield Text(fr=f"au moins {least.fr}", en=f"at least {least.en}")
        if self.max_share is not None:
            most = _percent(self.max_share)
            yield Text(fr=f"au plus {most.fr}", en=f"at most {most.en}")
        if self.min_groups is not None:
            yield Text(fr=f"au moins {self.min_groups} groupes", en=f"at least {self.min_groups} groups")

    def _served(self) -> Text:
        return _HORIZONS.get(self.value, Text(fr=self.value, en=self.value))


def _percent(share: float) -> Text:
    shown = figure(100 * share)
    return Text(fr=f"{shown.fr} %", en=f"{shown.en}%")
