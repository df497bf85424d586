"""Runs the exact engine on a scope: improving placements and bounds come out as they are found."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, gcd, inf, isfinite
from typing import Any

import highspy
import numpy as np

from solver.linear import Linear
from solver.mip.model import Model, model
from solver.news import Bounded, Found, Impossible, News
from solver.placement import Placement
from solver.price import price
from solver.problem import Problem
from solver.scope import Scope

# HiGHS works to a relative accuracy of about 1e-6; a bound is rounded up only beyond this margin.
ROUNDING = 1e-4


@dataclass(frozen=True)
class Exact:
    """What an exact run may use: seconds, a seed, whether to simplify the model first, and when to stop."""

    seconds: float
    seed: int = 0
    presolve: bool = True
    stop: Callable[[], bool] = lambda: False


def minimise(
    problem: Problem, scope: Scope, tell: Callable[[News], None], exact: Exact, start: Placement | None = None
) -> bool:
    """Solves a scope; tells of placements, and of bounds for the whole problem; gives whether it came to an end."""
    stated = model(problem, scope)
    engine = _engine(stated, exact)
    if start is not None:
        columns, values = stated.start(start)
        engine.setSolution(len(columns), columns.astype(np.int32), values)
    listener = _Listener(problem, stated, tell)
    engine.cbMipImprovingSolution.subscribe(listener.improved)
    engine.cbMipInterrupt.subscribe(listener.bounded)
    engine.cbMipInterrupt.subscribe(lambda event: event.interrupt(exact.stop()))
    engine.run()
    return listener.ended(engine)


def _engine(stated: Model, exact: Exact) -> Any:
    engine = stated.highs()
    options = {
        "time_limit": max(exact.seconds, 0.01),
        "random_seed": exact.seed,
        "presolve": "choose" if exact.presolve else "off",
        "mip_rel_gap": 0.0,
        # A restart throws away a tree that is nearly done: without it proofs took a third of the time.
        "mip_allow_restart": False,
        "mip_abs_gap": unit(stated.laid.linear) - 2 * ROUNDING,
    }
    for name, value in options.items():
        engine.setOptionValue(name, value)
    return engine


def unit(linear: Linear) -> int:
    """Gives the largest whole number that divides every cost of the model: two placements differ by a multiple."""
    costs = [int(c) for c in np.unique(linear.costs()) if c]
    return gcd(*costs) if costs else 1


def rounded_up(value: float, step: int) -> int:
    """Gives the least multiple of `step` a cost can be when the engine proves `value`, as far as its accuracy goes."""
    return max(0, ceil((value - ROUNDING * max(1.0, abs(value) * 1e-3)) / step) * step)


class _Listener:
    """Turns what the engine calls back into news."""

    def __init__(self, problem: Problem, stated: Model, tell: Callable[[News], None]) -> None:
        self._problem = problem
        self._stated = stated
        self._tell = tell
        self._unit = unit(stated.laid.linear)
        self._best = inf

    def improved(self, event: Any) -> None:
        # The dual bound beside a start that HiGHS has just taken is that start's own cost, not a bound (HiGHS 1.16).
        self._show(np.array(event.data_out.mip_solution))

    def bounded(self, event: Any) -> None:
        self._bound(event.data_out.mip_dual_bound)

    def ended(self, engine: Any) -> bool:
        status = engine.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            self._tell(Impossible("mip"))
            return True
        solution = engine.getSolution()
        if solution.value_valid:
            self._show(np.array(solution.col_value))
        if status == highspy.HighsModelStatus.kOptimal:
            self._bound(engine.getInfo().mip_dual_bound)
        return bool(status == highspy.HighsModelStatus.kOptimal)

    def _show(self, columns: np.ndarray) -> None:
        placed = self._stated.read(columns)
        reckoned = price(self._problem, placed)
        if reckoned.total_breaches == 0 and reckoned.cost < self._best:
            self._best = reckoned.cost
            self._tell(Found(placed, reckoned.cost, "mip"))

    def _bound(self, value: float) -> None:
        if self._stated.laid.scope.whole and isfinite(value):
            self._tell(Bounded(rounded_up(value, self._unit), "mip"))
