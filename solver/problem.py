"""The question in numbers: people, themes, cells and facilitators as indices, built once from a programme.

A *cell* is a place a group of a theme may run in; a theme has as many cells as it may open groups. Cell k of theme T is
the group `T-k` of the plan.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np

from models import Programme
from solver.scribe import Scribe
from solver.terms import AnyTerm, AppointTerm, Bools, ConfineTerm, Ints, KeepTerm, StaffTerm

OneTerm = TypeVar("OneTerm")


@dataclass(frozen=True)
class Problem:
    """Everything an engine reads.

    Shapes: n people, T themes, G cells, F facilitators. `refused[n, T]`; `led[F, T]` is where a facilitator may lead;
    `size_low`, `size_high`, `groups_low`, `groups_high` are per theme; `first_cell[T + 1]` bounds each theme's cells.
    """

    people: tuple[str, ...]
    themes: tuple[str, ...]
    facilitators: tuple[str, ...]
    size_low: Ints
    size_high: Ints
    groups_low: Ints
    groups_high: Ints
    refused: Bools
    max_led: Ints
    led: Bools
    unplaced_cost: int
    may_be_unplaced: bool
    rules: int
    terms: tuple[AnyTerm, ...]

    @cached_property
    def first_cell(self) -> Ints:
        """The first cell of each theme, and the number of cells at the end."""
        return np.concatenate(([0], np.cumsum(self.groups_high)))

    @cached_property
    def theme_of(self) -> Ints:
        """The theme of each cell."""
        return np.repeat(np.arange(len(self.themes)), self.groups_high)

    @cached_property
    def cell_ids(self) -> tuple[str, ...]:
        """The group id of each cell."""
        return tuple(f"{t}-{k + 1}" for t, most in zip(self.themes, self.groups_high, strict=True) for k in range(most))

    @property
    def cells(self) -> int:
        """The number of cells."""
        return int(self.groups_high.sum())

    @cached_property
    def labelled(self) -> bool:
        """Whether some rule tells the cells of one theme apart, so that they may not be permuted."""
        locks = [t.cells for t in self.terms if isinstance(t, ConfineTerm | AppointTerm)]
        whole = (any(np.array_equal(cells, self.theme_of == t) for t in set(self.theme_of[cells])) for cells in locks)
        return bool(self.of(KeepTerm)) or not all(whole)

    def of(self, kind: type[OneTerm]) -> tuple[OneTerm, ...]:
        """Gives the terms of one kind."""
        return tuple(term for term in self.terms if isinstance(term, kind))

    @cached_property
    def staff(self) -> StaffTerm | None:
        """The demand for facilitators; several such rules are asked together only with one number per group."""
        return next(iter(self.of(StaffTerm)), None)


def problem(programme: Programme) -> Problem:
    """Turns names into indices and lets every rule say its terms."""
    roster = programme.roster
    sizes = np.array([programme.size_limits(t) for t in roster.themes], dtype=np.int64).reshape(-1, 2)
    groups = np.array([programme.group_limits(t) for t in roster.themes], dtype=np.int64).reshape(-1, 2)
    scribe = Scribe(roster, sizes, groups)
    for index, rule in enumerate(programme.rules):
        scribe.listen(index, 0 if rule.hard else rule.weight or 0)
        rule.post(scribe)
    theme_index = {t.id: k for k, t in enumerate(roster.themes)}
    refused = np.zeros((len(roster.volunteers), len(roster.themes)), dtype=bool)
    for i, volunteer in enumerate(roster.volunteers):
        refused[i, [theme_index[t] for t in volunteer.refuses]] = True
    return Problem(
        people=tuple(v.id for v in roster.volunteers),
        themes=tuple(theme_index),
        facilitators=tuple(f.id for f in roster.facilitators),
        size_low=sizes[:, 0],
        size_high=sizes[:, 1],
        groups_low=groups[:, 0],
        groups_high=groups[:, 1],
        refused=refused,
        max_led=np.array([f.max_groups for f in roster.facilitators], dtype=np.int64),
        led=_led(programme, theme_index),
        unplaced_cost=programme.groups.unplaced,
        may_be_unplaced=programme.groups.allow_unplaced,
        rules=len(programme.rules),
        terms=scribe.written(),
    )


def _led(programme: Programme, theme_index: dict[str, int]) -> Bools:
    led = np.zeros((len(programme.facilitators), len(theme_index)), dtype=bool)
    for k, facilitator in enumerate(programme.facilitators):
        led[k, [theme_index[t] for t in facilitator.themes] or slice(None)] = True
    return led
