"""The columns every exact model has: who sits where, how large each group is, who is left out."""

from dataclasses import dataclass

import numpy as np

from solver.linear import INF, Linear
from solver.problem import Problem
from solver.scope import Scope
from solver.terms import ConfineTerm, ForbidTerm, Ints, KeepTerm, PriceTerm


@dataclass(frozen=True)
class Seats:
    """Column indices, −1 where there is none; P open people, C open cells.

    `seat[P, C]`: the person sits in the cell. `size[C, n]`: the group has size n. `left[P]`: the person has no place.
    `local[i]` is person i's row in `seat`, −1 for those outside; `theme[C]` is the theme of each open cell.
    """

    problem: Problem
    scope: Scope
    linear: Linear
    seat: Ints
    size: Ints
    left: Ints
    local: Ints
    theme: Ints

    def of(self, people: Ints) -> Ints:
        """Gives the seat columns of those of `people` who are open, one row each."""
        rows = self.local[people]
        return self.seat[rows[rows >= 0]]


def seats(problem: Problem, scope: Scope) -> Seats:
    """Lays out the columns and the rows that hold for every plan."""
    linear = Linear()
    theme = problem.theme_of[scope.cells]
    allowed, cost = _prices(problem, scope)
    seat = np.full(allowed.shape, -1, dtype=np.int64)
    seat[allowed] = linear.add_columns(int(allowed.sum()), cost[allowed])
    local = np.full(len(problem.people), -1, dtype=np.int64)
    local[scope.people] = np.arange(len(scope.people))
    laid = Seats(
        problem,
        scope,
        linear,
        seat,
        _sizes(problem, theme, scope.times, linear),
        _left(problem, scope, linear),
        local,
        theme,
    )
    _everybody_sits_once(laid)
    _sizes_add_up(laid)
    _themes_open(laid)
    return laid


def _prices(problem: Problem, scope: Scope) -> tuple[np.ndarray, np.ndarray]:
    people, theme = scope.people, problem.theme_of[scope.cells]
    allowed = ~problem.refused[people][:, theme]
    cost = np.zeros(allowed.shape)
    if scope.worthwhile is not None:
        allowed &= scope.worthwhile[people][:, theme]
    for term in problem.of(PriceTerm):
        amount = term.amount[people][:, theme]
        if term.hard:
            allowed &= amount == 0
        cost += amount * term.weight
    for mask in problem.of(ForbidTerm):
        allowed &= ~mask.mask[people][:, theme]
    for kept in problem.of(KeepTerm):
        _keep(kept, scope, allowed, cost)
    row = {int(i): k for k, i in enumerate(people)}
    for lock in problem.of(ConfineTerm):
        if lock.person in row:
            allowed[row[lock.person]] &= scope.among(lock.cells)
    return allowed, cost


def _keep(term: KeepTerm, scope: Scope, allowed: np.ndarray, cost: np.ndarray) -> None:
    row = {int(i): k for k, i in enumerate(scope.people)}
    for person, home in zip(term.people.tolist(), term.cells.tolist(), strict=True):
        if person in row:
            away = (home < scope.cells) | (home >= scope.cells + scope.times)
            cost[row[person], away] += term.weight
            if term.hard:
                allowed[row[person], away] = False


def _sizes(problem: Problem, theme: Ints, times: Ints, linear: Linear) -> Ints:
    low, high = problem.size_low[theme], problem.size_high[theme]
    sizes = np.arange(int(high.max(initial=0)) + 1)
    fits = (sizes >= low[:, None]) & (sizes <= high[:, None])
    columns = np.full(fits.shape, -1, dtype=np.int64)
    columns[fits] = linear.add_columns(int(fits.sum()), high=np.repeat(times, fits.sum(axis=1)))
    return columns


def _left(problem: Problem, scope: Scope, linear: Linear) -> Ints:
    columns = np.full(len(scope.people), -1, dtype=np.int64)
    if problem.may_be_unplaced:
        locked = [term.person for term in problem.of(ConfineTerm)]
        free = ~np.isin(scope.people, locked)
        columns[free] = linear.add_columns(int(free.sum()), problem.unplaced_cost)
    return columns


def _everybody_sits_once(laid: Seats) -> None:
    rows = laid.linear.add_rows(len(laid.scope.people), 1, 1)
    laid.linear.put(rows[:, None], laid.seat, 1)
    laid.linear.put(rows, laid.left, 1)


def _sizes_add_up(laid: Seats) -> None:
    cells = len(laid.scope.cells)
    rows = laid.linear.add_rows(cells, 0, 0)
    laid.linear.put(rows[None, :], laid.seat, 1)
    laid.linear.put(rows[:, None], laid.size, -np.arange(laid.size.shape[1]))
    once = laid.linear.add_rows(cells, 0, laid.scope.times)
    laid.linear.put(once[:, None], laid.size, 1)


def _themes_open(laid: Seats) -> None:
    """Holds the number of groups of every theme; equal cells of a theme open in order when all of them are open."""
    problem, linear = laid.problem, laid.linear
    used = outside_groups(problem, laid.scope)
    low = np.maximum(problem.groups_low - used, 0)
    themes = np.unique(laid.theme)
    rows = linear.add_rows(len(themes), low[themes], (problem.groups_high - used)[themes])
    of_cell = np.searchsorted(themes, laid.theme)
    linear.put(rows[of_cell][:, None], laid.size, 1)
    if laid.scope.whole and not laid.scope.merged and not problem.labelled:
        later = np.flatnonzero(laid.theme[1:] == laid.theme[:-1]) + 1
        order = linear.add_rows(len(later), 0, INF)
        linear.put(order[:, None], laid.size[later - 1], 1)
        linear.put(order[:, None], laid.size[later], -1)


def outside_groups(problem: Problem, scope: Scope) -> Ints:
    """Counts the groups of each theme that run outside the scope."""
    cells = np.unique(scope.outside.cell[scope.outside.cell >= 0])
    return np.bincount(problem.theme_of[cells], minlength=len(problem.themes))
