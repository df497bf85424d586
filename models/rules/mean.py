"""Every group's average of a number is close to everybody's.

amount = Σ over groups of ⌈|Σ a − n_g·mean| − n_g·tolerance⌉ where positive; a is the member's number, mean that of all
volunteers. Someone without a number counts as the mean. A listed `level` counts as its place in the hierarchy.
Numbers are read to three decimals.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, lcm
from typing import Annotated, Literal

from pydantic import Field, field_validator

from models.record import Id
from models.rule import Finding, Mention, Rule, figure, worded
from models.terms import Terms
from models.text import Text
from models.view import View


class Mean(Rule):
    """The mean of `attribute` in every group is that of the whole, within `tolerance`."""

    kind: Literal["mean"] = "mean"
    attribute: Id
    tolerance: Annotated[float, Field(ge=0, le=1e6)] = 0.5

    @field_validator("tolerance")
    @classmethod
    def _is_a_short_number(cls, tolerance: float) -> float:
        # The engine reckons in whole units of the last decimal; endless ones would be lost in its rounding.
        if round(tolerance, 3) != tolerance:
            raise ValueError(f"tolerance {tolerance} has more than 3 decimals")
        return tolerance

    def label(self) -> str:
        """Names the rule by its attribute."""
        return f"mean {self.attribute}"

    def says(self) -> Text:
        """Gives the demand in words."""
        word, near = worded(self.attribute), figure(self.tolerance)
        return Text(
            fr=f"Moyenne de « {word.fr} » de chaque groupe à {near.fr} près de celle de tous",
            en=f"Mean “{word.en}” of every group within {near.en} of everybody's",
        )

    def mentions(self) -> Iterator[Mention]:
        """Names the attribute."""
        yield Mention("attribute", "attribute", self.attribute)

    def post(self, terms: Terms) -> None:
        """Gives everyone their distance from the mean, in whole units of 1/(count · common denominator)."""
        found = {v.id: terms.roster.number(v, self.attribute) for v in terms.roster.volunteers}
        numbers = {i: a for i, a in found.items() if a is not None}
        if not numbers:
            return
        tolerance = Fraction(str(self.tolerance))
        scale = lcm(tolerance.denominator, *(a.denominator for a in numbers.values()))
        whole = {i: int(a * scale) for i, a in numbers.items()}
        everything, people = sum(whole.values()), len(whole)
        distance = {i: people * a - everything for i, a in whole.items()}
        terms.total(distance, slack=int(tolerance * scale) * people, unit=scale * people)

    def review(self, view: View) -> Iterator[Finding]:
        """Finds the groups whose mean is too far off."""
        numbers = [a for v in view.roster.volunteers if (a := view.roster.number(v, self.attribute)) is not None]
        if not numbers:
            return
        mean = sum(numbers, Fraction(0)) / len(numbers)
        for group in view.groups:
            values = [view.roster.number(v, self.attribute) for v in group.members]
            gap = abs(sum(((mean if a is None else a) - mean for a in values), Fraction(0)))
            amount = ceil(gap - len(values) * Fraction(str(self.tolerance)))
            if amount > 0:
                word, off, all_of_them = worded(self.attribute), _shown(gap / len(values)), _shown(mean)
                text = Text(
                    fr=f"{word.fr} : moyenne à {off.fr} de {all_of_them.fr}",
                    en=f"{word.en}: mean {off.en} away from {all_of_them.en}",
                )
                yield Finding(amount=amount, text=text, group=group.id)


def _shown(number: Fraction) -> Text:
    return figure(round(float(number), 2))
