"""A placement: who sits in which cell and who leads it, in numbers; and the way from and to a plan."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from models import Group, Plan, Unplaced
from solver.problem import Problem
from solver.terms import Ints

NOWHERE = -1


@dataclass(frozen=True)
class Placement:
    """`cell[i]` is person i's cell, or NOWHERE; `leaders[g]` are the facilitators of cell g."""

    cell: Ints
    leaders: tuple[tuple[int, ...], ...]

    def sizes(self, cells: int) -> Ints:
        """Counts the people of each cell."""
        return np.bincount(self.cell[self.cell >= 0], minlength=cells)


def placement(problem: Problem, plan: Plan) -> Placement:
    """Reads a plan that names known people and themes; a group keeps the cell its id names where it can.

    Raises
    ------
    ValueError
        When a theme has more groups than cells, or a row names somebody unknown.
    """
    person = {name: k for k, name in enumerate(problem.people)}
    facilitator = {name: k for k, name in enumerate(problem.facilitators)}
    cell = np.full(len(problem.people), NOWHERE, dtype=np.int64)
    leaders: list[tuple[int, ...]] = [()] * problem.cells
    try:
        for group, g in _seated(problem, plan):
            cell[[person[m] for m in group.members]] = g
            leaders[g] = tuple(facilitator[f] for f in group.facilitators)
    except KeyError as unknown:
        raise ValueError(f"the plan names the unknown {unknown}") from None
    return Placement(cell, tuple(leaders))


def _seated(problem: Problem, plan: Plan) -> Iterator[tuple[Group, int]]:
    named = {name: g for g, name in enumerate(problem.cell_ids)}
    themes = {name: k for k, name in enumerate(problem.themes)}
    at_home = {
        group.id
        for group in plan.groups
        if group.id in named and problem.theme_of[named[group.id]] == themes[group.theme]
    }
    taken = {named[name] for name in at_home}
    for group in plan.groups:
        if group.id in at_home:
            yield group, named[group.id]
            continue
        theme = themes[group.theme]
        free = set(range(problem.first_cell[theme], problem.first_cell[theme + 1])) - taken
        if not free:
            raise ValueError(f"theme {group.theme} has more groups than it may open")
        taken.add(min(free))
        yield group, min(free)


def plan(problem: Problem, placed: Placement, cost: int | None = None) -> Plan:
    """Writes a placement as a plan, groups in the order of their themes and members in that of the roster."""
    members: list[list[str]] = [[] for _ in range(problem.cells)]
    for name, g in zip(problem.people, placed.cell, strict=True):
        if g >= 0:
            members[g].append(name)
    groups = tuple(
        Group(
            id=problem.cell_ids[g],
            theme=problem.themes[problem.theme_of[g]],
            members=tuple(people),
            facilitators=tuple(problem.facilitators[f] for f in placed.leaders[g]),
        )
        for g, people in enumerate(members)
        if people
    )
    left = [name for name, g in zip(problem.people, placed.cell, strict=True) if g < 0]
    return Plan(groups=groups, unplaced=tuple(Unplaced(volunteer=name) for name in left), cost=cost)
