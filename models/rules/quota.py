"""A group has at least, or at most, so many people of a kind.

amount = Σ over groups of (people short of `min` + people above `max`), the kind being those whose `attribute` is one
of `values`. `per` names a theme when only its groups are meant.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.record import Id, Whole
from models.rule import Finding, Mention, Rule, listed, worded
from models.terms import Terms
from models.text import Text
from models.view import View

People = Annotated[Whole, Field(ge=0, le=1000)]


class Quota(Rule):
    """Every group (of one theme, when `per` names it) has `min` to `max` people with one of the `values`."""

    kind: Literal["quota"] = "quota"
    attribute: Id
    values: Annotated[tuple[Id, ...], Field(min_length=1)]
    min: People | None = None
    max: People | None = None
    per: Id = "group"

    @model_validator(mode="after")
    def _has_a_limit(self) -> Self:
        if self.min is None and self.max is None:
            raise ValueError("a quota needs min, max or both")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        return self

    def label(self) -> str:
        """Names the quota by its attribute and values."""
        return f"quota {self.attribute} {listed(self.values)}"

    def says(self) -> Text:
        """Gives the limits in words."""
        fr = " et ".join(self._limits("au moins", "au plus"))
        en = " and ".join(self._limits("at least", "at most"))
        kind = self._people()
        if self.per == "group":
            return Text(fr=f"Par groupe, {fr} avec {kind.fr}", en=f"In each group, {en} with {kind.en}")
        return Text(
            fr=f"Dans chaque groupe du thème {self.per}, {fr} avec {kind.fr}",
            en=f"In each group of theme {self.per}, {en} with {kind.en}",
        )

    def mentions(self) -> Iterator[Mention]:
        """Names the attribute, its values and the theme."""
        yield Mention("attribute", "attribute", self.attribute)
        for value in self.values:
            yield Mention("values", "value", value)
        if self.per != "group":
            yield Mention("per", "theme", self.per)

    def post(self, terms: Terms) -> None:
        """Prices the number of such people in each group."""
        people = [v.id for v in terms.roster.volunteers if v.value(self.attribute) in self.values]
        low = 0 if self.min is None else self.min
        high = len(terms.roster.volunteers) if self.max is None else self.max
        themes = None if self.per == "group" else (self.per,)
        terms.count(people, lambda _, k: max(0, low - k) + max(0, k - high), themes)

    def review(self, view: View) -> Iterator[Finding]:
        """Finds the groups with too few or too many such people."""
        for group in view.groups:
            if self.per not in ("group", group.theme.id):
                continue
            counts = group.counts(self.attribute)
            found = sum(counts[value] for value in set(self.values))
            short = (self.min or 0) - found
            above = found - self.max if self.max is not None else 0
            if short > 0 or above > 0:
                wanted = " ".join(self._limits("≥", "≤"))
                kind = self._people()
                text = Text(fr=f"{kind.fr} : {found} ({wanted})", en=f"{kind.en}: {found} ({wanted})")
                yield Finding(amount=short if short > 0 else above, text=text, group=group.id)

    def _people(self) -> Text:
        word, values = worded(self.attribute), listed(self.values)
        return Text(fr=f"{word.fr} = {values}", en=f"{word.en} = {values}")

    def _limits(self, at_least: str, at_most: str) -> Iterator[str]:
        if self.min is not None:
            yield f"{at_least} {self.min}"
        if self.max is not None:
            yield f"{at_most} {self.max}"
