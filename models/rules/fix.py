"""A lock made by hand: this volunteer works on this theme, or in this group; this facilitator leads it.

amount = 1 when the lock is not kept. Always hard.
"""

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import model_validator

from models.record import Id
from models.rule import Finding, Mention, Rule
from models.terms import Terms
from models.text import Text
from models.view import View


class Fix(Rule):
    """One `volunteer` is placed, or one `facilitator` leads, in the `theme` or the `group`."""

    kind: Literal["fix"] = "fix"
    hard: Literal[True] = True
    weight: None = None
    volunteer: Id | None = None
    facilitator: Id | None = None
    theme: Id | None = None
    group: Id | None = None

    @model_validator(mode="after")
    def _locks_one_person_in_one_place(self) -> Self:
        if (self.volunteer is None) == (self.facilitator is None):
            raise ValueError("fix needs exactly one of volunteer and facilitator")
        if (self.theme is None) == (self.group is None):
            raise ValueError("fix needs exactly one of theme and group")
        return self

    @property
    def person(self) -> str:
        """The id of the locked person."""
        return self.volunteer or self.facilitator or ""

    @property
    def place(self) -> str:
        """The id of the theme or group."""
        return self.theme or self.group or ""

    def label(self) -> str:
        """Names the lock by its person."""
        return f"fix {self.person}"

    def says(self) -> Text:
        """Gives the lock in words."""
        if self.facilitator:
            return Text(fr=f"{self.person} anime {self.place}", en=f"{self.person} facilitates {self.place}")
        return Text(fr=f"{self.person} est dans {self.place}", en=f"{self.person} is in {self.place}")

    def mentions(self) -> Iterator[Mention]:
        """Names the person and the place."""
        if self.volunteer:
            yield Mention("volunteer", "volunteer", self.volunteer)
        if self.facilitator:
            yield Mention("facilitator", "facilitator", self.facilitator)
        if self.theme:
            yield Mention("theme", "theme", self.theme)
        if self.group:
            yield Mention("group", "group", self.group)

    def post(self, terms: Terms) -> None:
        """Locks the person."""
        if self.facilitator:
            terms.appoint(self.facilitator, self.theme, self.group)
        else:
            terms.confine(self.person, self.theme, self.group)

    def review(self, view: View) -> Iterator[Finding]:
        """Finds whether the lock is kept."""
        for group in view.groups:
            people = group.facilitators if self.facilitator else group.members
            here = group.id == self.group or group.theme.id == self.theme
            if here and any(p.id == self.person for p in people):
                return
        text = Text(fr=f"{self.person} n'est pas dans {self.place}", en=f"{self.person} is not in {self.place}")
        yield Finding(amount=1, text=text, volunteers=(self.person,) if self.volunteer else ())
