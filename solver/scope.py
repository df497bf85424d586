"""Which part of the problem is open: the whole, a theme, a neighbourhood differ only by this."""

from dataclasses import dataclass

import numpy as np

from solver.placement import Placement
from solver.problem import Problem
from solver.terms import Bools, Ints


@dataclass(frozen=True)
class Scope:
    """The `people` and `cells` that may change; everybody else stays where `outside` has them.

    Nobody outside sits in an open cell, so what happens in an open cell is decided by the open people alone. A cell
    stands for `times` equal ones: 1, but for the relaxation that merges the cells of a theme. `worthwhile[n, T]`, when
    given, leaves out the seats that no better plan than the best known can use.
    """

    people: Ints
    cells: Ints
    outside: Placement
    times: Ints
    worthwhile: Bools | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is fixed."""
        return len(self.people) == len(self.outside.cell) and int(self.times.sum()) == len(self.outside.leaders)

    def among(self, cells: Bools) -> Bools:
        """Tells for each open cell whether it is, or stands for, one where `cells[G]` holds."""
        before = np.concatenate(([0], np.cumsum(cells)))
        any_of: Bools = np.greater(before[self.cells + self.times], before[self.cells])
        return any_of

    @property
    def merged(self) -> bool:
        """Whether cells stand for several."""
        return bool((self.times > 1).any())


def everything(problem: Problem, worthwhile: Bools | None = None) -> Scope:
    """Opens the whole problem."""
    return Scope(
        np.arange(len(problem.people)), np.arange(problem.cells), _nobody(problem), _once(problem.cells), worthwhile
    )


def by_theme(problem: Problem) -> Scope:
    """Opens the whole problem with the cells of each theme merged into one: its relaxation, much smaller."""
    open_themes = problem.groups_high > 0
    first = problem.first_cell[:-1][open_themes]
    return Scope(np.arange(len(problem.people)), first, _nobody(problem), problem.groups_high[open_themes])


def around(problem: Problem, placed: Placement, cells: Ints, worthwhile: Bools | None = None) -> Scope:
    """Opens some cells with all who sit in them, and everybody who has no place."""
    opened = np.zeros(problem.cells + 1, dtype=bool)
    opened[cells] = True
    opened[-1] = True
    people = np.flatnonzero(opened[placed.cell])
    outside = placed.cell.copy()
    outside[people] = -1
    leaders = tuple(() if opened[g] else names for g, names in enumerate(placed.leaders))
    return Scope(people, np.sort(cells), Placement(outside, leaders), _once(len(cells)), worthwhile)


def _nobody(problem: Problem) -> Placement:
    return Placement(np.full(len(problem.people), -1, dtype=np.int64), ((),) * problem.cells)


def _once(cells: int) -> Ints:
    return np.ones(cells, dtype=np.int64)
