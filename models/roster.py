"""Who and what can be placed: volunteers, themes, facilitators, slots, rooms, committee, earlier groups."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.record import Id, Line, Paragraph, Record, Whole

Ids = tuple[Id, ...]
Count = Annotated[Whole, Field(ge=0, le=100_000)]
Size = Annotated[Whole, Field(ge=1, le=1_000)]

NUMBER = re.compile(r"[+-]?([0-9]{1,9}([.,][0-9]{0,20})?|[.,][0-9]{1,20})")
OWN_ATTRIBUTES = ("level", "job", "function", "unit", "site", "manager")


class Volunteer(Record):
    """A person who asked to take part; `choices` are theme ids, best first; `more` holds columns a rule names."""

    id: Id
    name: Line = ""
    email: Line = ""
    level: Line = ""
    job: Line = ""
    function: Line = ""
    unit: Line = ""
    site: Line = ""
    manager: Line = ""
    choices: Ids = ()
    refuses: Ids = ()
    away: Ids = ()
    more: dict[str, Line] = Field(default_factory=dict)

    def value(self, attribute: str) -> str:
        """Gives the person's value of an attribute, empty when there is none."""
        if attribute in OWN_ATTRIBUTES:
            return str(getattr(self, attribute))
        return self.more.get(attribute, "")

    def rank(self, theme: str) -> int | None:
        """Gives the rank (1 is best) at which the person chose a theme, None when they did not."""
        return self.choices.index(theme) + 1 if theme in self.choices else None


class Theme(Record):
    """A subject that one or several groups may work on; empty limits mean the programme's own."""

    id: Id
    title: Line = ""
    outcome: Paragraph = ""
    horizon: Literal["quick_win", "long_term", ""] = ""
    priority: Annotated[Whole, Field(ge=1, le=5)] = 3
    proposed_by: Line = ""
    min_groups: Count = 0
    max_groups: Count | None = None
    min_size: Size | None = None
    max_size: Size | None = None

    @model_validator(mode="after")
    def _limits_are_in_order(self) -> Self:
        for low, high in ((self.min_groups, self.max_groups), (self.min_size, self.max_size)):
            if low is not None and high is not None and low > high:
                raise ValueError(f"theme {self.id}: minimum {low} is above maximum {high}")
        return self


class Facilitator(Record):
    """A trained animator; no `themes` means any theme."""

    id: Id
    name: Line = ""
    unit: Line = ""
    themes: Ids = ()
    max_groups: Count = 2
    away: Ids = ()
    experienced: bool = False


class Slot(Record):
    """A stretch of local time in which sessions of one kind can be held."""

    id: Id
    start: datetime
    end: datetime
    kind: Literal["launch", "work", "review"]


class Room(Record):
    """A place for one session at a time."""

    id: Id
    capacity: Count
    site: Line = ""
    away: Ids = ()


class CommitteeMember(Record):
    """A member of the steering committee; `sponsors` are theme ids."""

    id: Id
    name: Line = ""
    away: Ids = ()
    sponsors: Ids = ()


class PastSeat(Record):
    """One volunteer's seat in a group of an earlier cycle."""

    cycle: Id
    group: Id
    volunteer: Id


class Roster(Record):
    """All the people and things of one programme, and no rule.

    Ids are unique within a table; references (choices, refusals, facilitators' themes) point to listed themes.
    `levels` lists the hierarchy from lowest to highest when it is ordered.
    """

    levels: tuple[Id, ...] = ()
    volunteers: tuple[Volunteer, ...]
    themes: tuple[Theme, ...]
    facilitators: tuple[Facilitator, ...] = ()
    slots: tuple[Slot, ...] = ()
    rooms: tuple[Room, ...] = ()
    committee: tuple[CommitteeMember, ...] = ()
    history: tuple[PastSeat, ...] = ()

    @model_validator(mode="after")
    def _ids_are_sound(self) -> Self:
        faults = [*self._duplicates(), *self._strangers()]
        if faults:
            raise ValueError("; ".join(faults[:20]))
        return self

    @cached_property
    def volunteer(self) -> dict[str, Volunteer]:
        """Volunteers by id."""
        return {v.id: v for v in self.volunteers}

    @cached_property
    def theme(self) -> dict[str, Theme]:
        """Themes by id."""
        return {t.id: t for t in self.themes}

    @cached_property
    def facilitator(self) -> dict[str, Facilitator]:
        """Facilitators by id."""
        return {f.id: f for f in self.facilitators}

    def bosses(self, volunteer: Volunteer, steps: int) -> tuple[str, ...]:
        """Gives the ids above a volunteer, nearest first, as far as the manager column tells."""
        chain: list[str] = []
        person: Volunteer | None = volunteer
        while person and person.manager and len(chain) < steps and person.manager not in (*chain, volunteer.id):
            chain.append(person.manager)
            person = self.volunteer.get(person.manager)
        return tuple(chain)

    def number(self, volunteer: Volunteer, attribute: str) -> Fraction | None:
        """Gives a volunteer's value as a number, None where there is none; a listed level is its place, from 1.

        Numbers are below 10⁹ and read to three decimals, so that sums over thousands of people stay exact.
        """
        value = volunteer.value(attribute)
        if attribute == "level" and value in self.levels:
            return Fraction(self.levels.index(value) + 1)
        # `Fraction` alone would take dates such as 01/02 for a half, and would never finish 1e999999999.
        return round(Fraction(value.replace(",", ".")), 3) if NUMBER.fullmatch(value) else None

    def by_value(self, attribute: str) -> dict[str, list[Volunteer]]:
        """Sorts the volunteers by their value of an attribute, in the order values first appear."""
        kinds: dict[str, list[Volunteer]] = {}
        for volunteer in self.volunteers:
            kinds.setdefault(volunteer.value(attribute), []).append(volunteer)
        return kinds

    def _duplicates(self) -> Iterator[str]:
        for table in ("volunteers", "themes", "facilitators", "slots", "rooms", "committee"):
            ids = Counter(row.id for row in getattr(self, table))
            yield from (f"{table}: id {i} is listed {times} times" for i, times in ids.items() if times > 1)

    def _strangers(self) -> Iterator[str]:
        for owner, column, ids in self._theme_references():
            yield from (f"{owner}: {column} names the unknown theme {i}" for i in ids if i not in self.theme)

    def _theme_references(self) -> Iterator[tuple[str, str, Ids]]:
        for v in self.volunteers:
            yield f"volunteer {v.id}", "choices", v.choices
            yield f"volunteer {v.id}", "refuses", v.refuses
        for f in self.facilitators:
            yield f"facilitator {f.id}", "themes", f.themes
        for c in self.committee:
            yield f"committee member {c.id}", "sponsors", c.sponsors
