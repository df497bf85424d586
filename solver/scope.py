"""Which part of the problem is open: the whole, a theme, a neighbourhood differ only by this."""

from dataclasses import dataclass

import numpy as np

from solver.placement import Placement
from solver.problem import Problem
from solver.terms import Ints


@dataclass(frozen=True)
class Scope:
    """The `people` and `cells` that may change; everybody else stays where `outside` has them.

    Nobody outside sits in an open cell, so what happens in an open cell is decided by the open people alone.
    """

    people: Ints
    cells: Ints
    outside: Placement

    @property
    def whole(self) -> bool:
        """Whether nothing is fixed."""
        return len(self.people) == len(self.outside.cell) and len(self.cells) == len(self.outside.leaders)


def everything(problem: Problem) -> Scope:
    """Opens the whole problem."""
    nobody = Placement(np.full(len(problem.people), -1, dtype=np.int64), ((),) * problem.cells)
    return Scope(np.arange(len(problem.people)), np.arange(problem.cells), nobody)


def around(problem: Problem, placed: Placement, cells: Ints) -> Scope:
    """Opens some cells with all who sit in them, and everybody who has no place."""
    opened = np.zeros(problem.cells + 1, dtype=bool)
    opened[cells] = True
    opened[-1] = True
    people = np.flatnonzero(opened[placed.cell])
    outside = placed.cell.copy()
    outside[people] = -1
    leaders = tuple(() if opened[g] else names for g, names in enumerate(placed.leaders))
    return Scope(people, np.sort(cells), Placement(outside, leaders))
