"""Volunteers work on a theme they chose.

amount = Σ over placed volunteers who gave choices of costs[rank obtained], or `unranked` outside their choices.
A rank beyond the list costs as much as its last entry. With `worst_rank`, a place ranked worse, or not ranked, is
forbidden to those who gave choices.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from models.record import Whole
from models.rule import Finding, Rule
from models.terms import Terms
from models.text import Text
from models.view import View

Points = Annotated[Whole, Field(ge=0, le=1000)]


class Choices(Rule):
    """Each volunteer's place costs according to the rank they gave its theme."""

    kind: Literal["choices"] = "choices"
    costs: Annotated[tuple[Points, ...], Field(min_length=1, max_length=50)] = (0, 1, 3, 6, 10)
    unranked: Points = 20
    worst_rank: Annotated[Whole, Field(ge=1, le=50)] | None = None

    def says(self) -> Text:
        """Gives the price list in words."""
        costs = " ".join(map(str, self.costs))
        fr = f"Chacun dans un thème choisi : coût {costs} selon le rang obtenu, {self.unranked} hors des vœux"
        en = f"Everyone in a theme they chose: cost {costs} by rank obtained, {self.unranked} outside the choices"
        if self.worst_rank is None:
            return Text(fr=fr, en=en)
        return Text(
            fr=f"{fr} ; jamais au-delà du vœu {self.worst_rank}", en=f"{en}; never beyond choice {self.worst_rank}"
        )

    def post(self, terms: Terms) -> None:
        """Prices every theme for every volunteer who gave choices."""
        for v in terms.roster.volunteers:
            if not v.choices:
                continue
            prices = {theme: self.costs[min(k, len(self.costs) - 1)] for k, theme in enumerate(v.choices)}
            terms.price(v.id, prices, otherwise=self.unranked)
            if self.worst_rank is not None:
                wanted = v.choices[: self.worst_rank]
                terms.forbid(v.id, (t.id for t in terms.roster.themes if t.id not in wanted))

    def review(self, view: View) -> Iterator[Finding]:
        """Finds everyone who did not get their first choice."""
        for volunteer, group in view.seats():
            if not volunteer.choices:
                continue
            rank = volunteer.rank(group.theme.id)
            cost = self.unranked if rank is None else (*self.costs, *[self.costs[-1]] * rank)[rank - 1]
            beyond = self.worst_rank is not None and (rank is None or rank > self.worst_rank)
            text = _obtained(volunteer.id, rank)
            if cost:
                yield Finding(amount=cost, text=text, group=group.id, volunteers=(volunteer.id,))
            if beyond:
                yield Finding(amount=1, text=text, group=group.id, volunteers=(volunteer.id,), always_hard=True)


def _obtained(volunteer: str, rank: int | None) -> Text:
    if rank is None:
        return Text(fr=f"{volunteer} : hors de ses vœux", en=f"{volunteer}: outside their choices")
    return Text(fr=f"{volunteer} : vœu {rank}", en=f"{volunteer}: choice {rank}")
