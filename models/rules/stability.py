"""A new plan moves few people of an earlier one.

amount = number of volunteers of that plan who are placed in a group with another id. In `programme.toml`, `plan` may
name the earlier plan's file; it is read into volunteer → group id.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from models.record import Id
from models.rule import Finding, Rule
from models.terms import Terms
from models.text import Text
from models.view import View


class Stability(Rule):
    """People stay in the group where `plan` (volunteer id → group id) has them."""

    kind: Literal["stability"] = "stability"
    plan: Annotated[dict[Id, Id], Field(min_length=1)]

    def says(self) -> Text:
        """Gives the demand in words."""
        return Text(
            fr=f"Les {len(self.plan)} personnes du plan précédent restent dans leur groupe",
            en=f"The {len(self.plan)} people of the earlier plan stay in their group",
        )

    def post(self, terms: Terms) -> None:
        """Keeps each of them where they were."""
        for volunteer, group in self.plan.items():
            if volunteer in terms.roster.volunteer:
                terms.keep(volunteer, group)

    def review(self, view: View) -> Iterator[Finding]:
        """Finds the people who moved."""
        for member, group in view.seats():
            before = self.plan.get(member.id)
            if before is not None and before != group.id:
                text = Text(
                    fr=f"{member.id} : de {before} à {group.id}", en=f"{member.id}: from {before} to {group.id}"
                )
                yield Finding(amount=1, text=text, group=group.id, volunteers=(member.id,))
