"""Some people share a group: friends, a self-formed team, an interpreter and the person they help.

amount = Σ over sets of (groups used by its placed members − 1).
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from models.record import Id
from models.rule import Finding, Mention, Rule
from models.terms import Terms
from models.text import Text
from models.view import View


class Together(Rule):
    """The people of each set are in one group."""

    kind: Literal["together"] = "together"
    sets: Annotated[tuple[tuple[Id, ...], ...], Field(min_length=1)]

    def says(self) -> Text:
        """Gives the demand in words."""
        return Text(
            fr=f"{len(self.sets)} ensemble(s) de personnes à garder réunis",
            en=f"{len(self.sets)} set(s) of people kept together",
        )

    def mentions(self) -> Iterator[Mention]:
        """Names the people of the sets."""
        for people in self.sets:
            for person in people:
                yield Mention("sets", "volunteer", person)

    def post(self, terms: Terms) -> None:
        """Gathers each set."""
        for people in self.sets:
            terms.gather(dict.fromkeys(people))

    def review(self, view: View) -> Iterator[Finding]:
        """Finds the sets that are spread over several groups."""
        group_of = {member.id: group.id for member, group in view.seats()}
        for people in self.sets:
            used = {group_of[person] for person in people if person in group_of}
            if len(used) > 1:
                text = Text(
                    fr=f"{', '.join(people)} : dans {len(used)} groupes",
                    en=f"{', '.join(people)}: in {len(used)} groups",
                )
                yield Finding(amount=len(used) - 1, text=text, volunteers=people)
