"""People meet new people: those who already shared a group are placed apart.

amount = number of pairs in one group that already shared a group in `history`, in one of the last `cycles` cycles (all
of them when not given); a pair counts once. Cycles are ordered as they first appear.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Annotated, Literal

from pydantic import Field

from models.record import Whole
from models.roster import PastSeat
from models.rule import Finding, Rule
from models.terms import Terms
from models.text import Text
from models.view import View


class Encounters(Rule):
    """Pairs who met in the last `cycles` cycles do not share a group again."""

    kind: Literal["encounters"] = "encounters"
    cycles: Annotated[Whole, Field(ge=1, le=100)] | None = None

    def says(self) -> Text:
        """Gives the demand in words."""
        if self.cycles is None:
            return Text(
                fr="Pas les mêmes rencontres qu'aux cycles précédents",
                en="Not the same encounters as in earlier cycles",
            )
        return Text(
            fr=f"Pas les mêmes rencontres qu'aux {self.cycles} derniers cycles",
            en=f"Not the same encounters as in the last {self.cycles} cycles",
        )

    def post(self, terms: Terms) -> None:
        """Names the pairs who met."""
        past_groups: dict[tuple[str, str], set[str]] = {}
        for seat in self._recent(terms.roster.history):
            if seat.volunteer in terms.roster.volunteer:
                past_groups.setdefault((seat.cycle, seat.group), set()).add(seat.volunteer)
        terms.separate({pair for people in past_groups.values() for pair in combinations(sorted(people), 2)})

    def review(self, view: View) -> Iterator[Finding]:
        """Finds the pairs who meet again."""
        been: dict[str, set[tuple[str, str]]] = {}
        cycles = list(dict.fromkeys(seat.cycle for seat in view.roster.history))
        counted = set(cycles if self.cycles is None else cycles[-self.cycles :])
        for seat in view.roster.history:
            if seat.cycle in counted:
                been.setdefault(seat.volunteer, set()).add((seat.cycle, seat.group))
        for group in view.groups:
            veterans = [m.id for m in group.members if m.id in been]
            for k, a in enumerate(veterans):
                for b in veterans[k + 1 :]:
                    if a != b and been[a] & been[b]:
                        text = Text(fr=f"{a} et {b} se retrouvent", en=f"{a} and {b} meet again")
                        yield Finding(amount=1, text=text, group=group.id, volunteers=(a, b))

    def _recent(self, history: Iterable[PastSeat]) -> Iterator[PastSeat]:
        seats = tuple(history)
        order = {cycle: k for k, cycle in enumerate(dict.fromkeys(seat.cycle for seat in seats))}
        first = 0 if self.cycles is None else len(order) - self.cycles
        return (seat for seat in seats if order[seat.cycle] >= first)
