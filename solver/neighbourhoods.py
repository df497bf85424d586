"""Large neighbourhoods: a few groups and all their people, solved exactly, over and over.

Which groups is chosen by several operators whose success decides how often each is asked (adaptive large neighbourhood
search; Ropke and Pisinger 2006, doi:10.1287/trsc.1050.0135). Neighbourhoods that share no group run side by side.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from solver.blame import cell_costs, regrets
from solver.linear import Floats
from solver.placement import Placement
from solver.problem import Problem
from solver.terms import Bools, Ints

Chance = np.random.Generator


@dataclass(frozen=True)
class Standing:
    """A placement as the operators see it.

    `cost[G]` is what each cell pays, `regret[n]` what each person could save, `drawn[T, T]` how many people of one
    theme might do better in another, `seats[n, T]` which seats are worth a try.
    """

    problem: Problem
    placed: Placement
    cost: Floats
    regret: Ints
    drawn: Floats
    seats: Bools


def standing(problem: Problem, placed: Placement, seats: Bools) -> Standing:
    """Looks at a placement; `seats[n, T]` are those worth a try."""
    drawn = np.zeros((len(problem.themes),) * 2)
    sits = np.flatnonzero(placed.cell >= 0)
    np.add.at(drawn, problem.theme_of[placed.cell[sits]], seats[sits])
    return Standing(problem, placed, cell_costs(problem, placed), regrets(problem, placed), drawn + drawn.T, seats)


def costly(stand: Standing, free: Bools, chance: Chance) -> int:
    """Starts from a group that pays much."""
    return _draw(np.where(free, stand.cost + 0.01, 0), chance)


def unhappy(stand: Standing, free: Bools, chance: Chance) -> int:
    """Starts from the group of somebody who would rather be elsewhere."""
    cell = stand.placed.cell
    there = np.where(cell >= 0, free[cell], False)
    who = _draw(np.where(there, stand.regret + 1e-6, 0), chance)
    return int(cell[who])


def anywhere(stand: Standing, free: Bools, chance: Chance) -> int:
    """Starts from any group."""
    return _draw(free.astype(float), chance)


OPERATORS: tuple[Callable[[Standing, Bools, Chance], int], ...] = (costly, unhappy, anywhere)


def grown(stand: Standing, first: int, size: int, free: Bools, chance: Chance) -> Ints:
    """Grows a neighbourhood from one cell by cells of themes that people there might move to, dear ones first."""
    theme = stand.problem.theme_of
    pull = stand.drawn[theme[first]][theme] + 2.0 * (theme == theme[first])
    weight = np.where(free & ~_spare(stand), (pull + 0.01) * (stand.cost + 1.0), 0)
    weight[first] = 0
    most = min(size - 1, int((weight > 0).sum()))
    others: Ints = np.zeros(0, dtype=np.int64)
    if most > 0:
        others = chance.choice(len(weight), most, replace=False, p=weight / weight.sum())
    return np.append(first, others).astype(np.int64)


def _spare(stand: Standing) -> Bools:
    """Tells which cells are closed with another closed one of their theme before them: one of a kind is enough."""
    theme = stand.problem.theme_of
    closed = stand.placed.sizes(stand.problem.cells) == 0
    first = np.zeros(len(closed), dtype=bool)
    first[np.unique(np.where(closed, theme, -1), return_index=True)[1]] = True
    spare: Bools = np.logical_and(closed, ~first)
    return spare


def _draw(weight: Floats, chance: Chance) -> int:
    total = weight.sum()
    return int(chance.choice(len(weight), p=weight / total)) if total > 0 else int(chance.integers(len(weight)))
