"""The relaxation by theme: a bound for the whole problem, and a good guess at who belongs where.

Groups of one theme are interchangeable, so in the linear relaxation they may be averaged: people × themes instead of
people × groups, at the same value. The bound is not the relaxation's own objective, which floating point may put too
high, but the Lagrangian of its duals over all columns, which holds for any duals (Neumaier and Shcherbina 2004,
doi:10.1007/s10107-003-0433-3); so columns nobody needs are left out of the linear program and still accounted for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, isfinite
from time import monotonic

import numpy as np

from solver.linear import Floats, Linear
from solver.mip.model import Model, model
from solver.mip.run import unit
from solver.news import Bounded
from solver.placement import Placement
from solver.problem import Problem
from solver.scope import by_theme
from solver.terms import Bools, Ints

# Beyond this many columns, the seats that cost a person the most are priced, not solved.
FEW_COLUMNS = 60_000
# What summing a million products in double precision may lose, many times over.
SAFETY = 1e-5


@dataclass(frozen=True)
class Relaxed:
    """The relaxation's answer: `value` holds for every plan; all costs are multiples of `step`.

    `share[n, T]` is how much of a person a theme gets, `groups[T]` how many groups it opens, and `excess[n, T]` how far
    above `value` any plan is that puts the person there (infinite where they may not be).
    """

    value: float
    step: int
    share: Floats
    groups: Floats
    excess: Floats

    @property
    def bound(self) -> int:
        """The least whole cost a plan can have."""
        return max(0, ceil((self.value - SAFETY * max(1.0, abs(self.value))) / self.step) * self.step)

    def reach(self, each: float) -> float:
        """Gives an excess within which people have so many seats `each`, on average."""
        finite = np.sort(self.excess[np.isfinite(self.excess)])
        wanted = min(int(each * len(self.excess)), len(finite)) - 1
        return float(finite[wanted]) if wanted >= 0 else 0.0

    def worthwhile(self, problem: Problem, placed: Placement, cost: int) -> Bools:
        """Gives the seats [n, T] a plan that costs less than `cost` may use, and those of a placement itself."""
        seats: Bools = np.less_equal(self.excess, cost - self.step - self.value + SAFETY * max(1.0, abs(self.value)))
        sits = np.flatnonzero(placed.cell >= 0)
        seats[sits, problem.theme_of[placed.cell[sits]]] = True
        return seats


def relax(problem: Problem, tell: Callable[[Bounded], None], end: float) -> Relaxed | None:
    """Solves the relaxation, telling bounds on the way; None when not even one was found by `end` (monotonic)."""
    stated = model(problem, by_theme(problem))
    linear, step = stated.laid.linear, unit(stated.laid.linear)
    kept = _first_columns(stated.laid.seat, linear)
    found: Relaxed | None = None
    for _ in range(6):
        solved = _solved(linear, kept, end - monotonic())
        if solved is None:
            break
        columns, duals = solved
        value, reduced = lagrangian(linear, duals)
        if isfinite(value) and (found is None or value > found.value):
            found = _relaxed(problem, stated, value, step, columns, reduced)
            tell(Bounded(found.bound, "relaxation"))
        wanted = ~kept & (reduced < -1e-7)
        if not wanted.any() or monotonic() > end:
            break
        kept |= wanted
    return found


def _first_columns(seat: Ints, linear: Linear) -> Bools:
    """Keeps everything in a small model; else all but the seats that cost a person the most."""
    kept = np.ones(linear.columns, dtype=bool)
    if linear.columns > FEW_COLUMNS:
        cost = np.where(seat >= 0, linear.costs()[seat], -1.0)
        dearest = cost.max(axis=1, keepdims=True)
        cheapest = np.where(seat >= 0, cost, np.inf).min(axis=1, keepdims=True)
        kept[seat[(seat >= 0) & (cost == dearest) & (cheapest < dearest)]] = False
    return kept


def _solved(linear: Linear, kept: Bools, seconds: float) -> tuple[Floats, Floats] | None:
    """Solves the columns kept by interior point; gives all columns' values and the rows' duals."""
    if seconds <= 0:
        return None
    engine = linear.highs(kept, relaxed=True)
    engine.setOptionValue("time_limit", seconds)
    engine.setOptionValue("solver", "ipm")
    engine.run()
    solution = engine.getSolution()
    if not solution.dual_valid:
        return None
    columns = np.zeros(linear.columns)
    columns[kept] = solution.col_value
    return columns, np.array(solution.row_dual)


def lagrangian(linear: Linear, duals: Floats) -> tuple[float, Floats]:
    """Gives what these row duals prove, and the reduced cost of every column."""
    low, high, row_low, row_high = linear.limits()
    y = np.where((duals > 0) & ~np.isfinite(row_low), 0.0, duals)
    y = np.where((y < 0) & ~np.isfinite(row_high), 0.0, y)
    rows, columns, values = linear.triplets()
    reduced = linear.costs() - np.bincount(columns, weights=values * y[rows], minlength=linear.columns)
    side = np.where(y > 0, row_low, np.where(y < 0, row_high, 0.0))
    least = np.where(reduced > 0, low, high)
    # An unbounded column with no reduced cost adds nothing; with a negative one the duals prove nothing.
    added = np.where(reduced == 0, 0.0, reduced * least)
    return float(y @ side) + float(added.sum()), reduced


def _relaxed(problem: Problem, stated: Model, value: float, step: int, columns: Floats, reduced: Floats) -> Relaxed:
    laid = stated.laid
    shape = (len(problem.people), len(problem.themes))
    share, excess, groups = np.zeros(shape), np.full(shape, np.inf), np.zeros(shape[1])
    share[:, laid.theme] = np.where(laid.seat >= 0, columns[laid.seat], 0.0)
    excess[:, laid.theme] = np.where(laid.seat >= 0, np.maximum(reduced[laid.seat], 0.0), np.inf)
    groups[laid.theme] = np.where(laid.size >= 0, columns[laid.size], 0.0).sum(axis=1)
    return Relaxed(value, step, share, groups, excess)
