"""Who works on which theme, decided exactly: the relaxation by theme with whole people and whole groups.

Dividing a theme's people into its groups is what the relaxation leaves out. It is the easy half: people of one theme
are many and varied, so a division that costs no more than the relaxation says nearly always exists. Hence the plan that
this half suggests is nearly optimal, and its cost, which no plan can undercut, nearly proves it.
"""

from collections.abc import Callable
from dataclasses import replace
from math import ceil
from time import monotonic

import highspy
import numpy as np

from solver.linear import Floats
from solver.mip.model import Model, model
from solver.mip.run import ROUNDING
from solver.news import Bounded
from solver.problem import Problem
from solver.relaxation import Relaxed
from solver.scope import by_theme

# Seats a person may choose from, on average: enough for every good plan, few enough for a small program.
SEATS_EACH = 4


def choose_themes(
    problem: Problem, relaxed: Relaxed, tell: Callable[[Bounded], None], end: float
) -> tuple[Floats, Floats] | None:
    """Gives the share of each person in each theme [n, T], whole, and the groups of each theme [T]; tells the bound."""
    reach = _reach(relaxed)
    scope = replace(by_theme(problem), worthwhile=relaxed.excess <= reach)
    stated = model(problem, scope)
    engine = stated.highs()
    engine.setOptionValue("time_limit", max(end - monotonic(), 0.01))
    engine.setOptionValue("mip_rel_gap", 0.0)
    engine.setOptionValue("mip_abs_gap", relaxed.step - 2 * ROUNDING)
    engine.run()
    if engine.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return None
    # Seats left out cost at least `reach` more than the relaxation, so that is all the program can prove.
    proven = min(engine.getInfo().mip_dual_bound, relaxed.value + reach)
    if np.isfinite(proven):
        tell(Bounded(max(relaxed.bound, _rounded_up(proven, relaxed.step)), "themes"))
    solution = engine.getSolution()
    return _chosen(stated, np.array(solution.col_value)) if solution.value_valid else None


def _reach(relaxed: Relaxed) -> float:
    """Gives an excess up to which seats are offered, so that people have a few each."""
    finite = np.sort(relaxed.excess[np.isfinite(relaxed.excess)])
    wanted = min(SEATS_EACH * len(relaxed.excess), len(finite)) - 1
    return float(finite[wanted]) + relaxed.step if wanted >= 0 else 0.0


def _rounded_up(value: float, step: int) -> int:
    return max(0, ceil((value - ROUNDING * max(1.0, abs(value) * 1e-3)) / step) * step)


def _chosen(stated: Model, columns: Floats) -> tuple[Floats, Floats]:
    laid, problem = stated.laid, stated.laid.problem
    value = np.where(laid.seat >= 0, columns[laid.seat], 0.0)
    share = np.zeros((len(problem.people), len(problem.themes)))
    sits = np.flatnonzero(value.max(axis=1, initial=0.0) > 0.5)
    share[sits, laid.theme[value[sits].argmax(axis=1)]] = 1.0
    groups = np.zeros(len(problem.themes))
    groups[laid.theme] = np.where(laid.size >= 0, columns[laid.size], 0.0).sum(axis=1)
    return share, groups
