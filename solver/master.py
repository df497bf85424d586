"""Who works on which theme, decided exactly: the relaxation by theme with whole people and whole groups.

Dividing a theme's people into its groups is what the relaxation leaves out. It is the easy half: people of one theme
are many and varied, so a division that costs no more than the relaxation says nearly always exists. Hence the plan that
this half suggests is nearly optimal, and its cost, which no plan can undercut, nearly proves it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from solver.linear import Floats
from solver.mip.model import Model, model
from solver.mip.run import ROUNDING, rounded_up
from solver.news import Bounded
from solver.problem import Problem
from solver.relaxation import Relaxed
from solver.scope import by_theme

# Seats a person may choose from, on average: enough for every good plan, few enough for a small program.
SEATS_EACH = 4


@dataclass(frozen=True)
class Choice:
    """Who works on which theme: `share[n, T]`, whole, and `groups[T]`.

    `reach` is how far above the relaxation a seat was still offered, `wider` how far it should be for the bound to be
    worth what this choice costs: None when it is.
    """

    share: Floats
    groups: Floats
    reach: float
    wider: float | None


def choose_themes(
    problem: Problem, relaxed: Relaxed, reach: float, tell: Callable[[Bounded], None], seconds: float
) -> Choice | None:
    """Chooses themes among the seats within `reach`, telling the bound; None when `seconds` were not enough."""
    stated = model(problem, replace(by_theme(problem), worthwhile=relaxed.excess <= reach))
    engine = stated.highs()
    engine.setOptionValue("time_limit", max(seconds, 0.01))
    engine.setOptionValue("mip_rel_gap", 0.0)
    engine.setOptionValue("mip_abs_gap", relaxed.step - 2 * ROUNDING)
    engine.run()
    solution, proven = engine.getSolution(), engine.getInfo().mip_dual_bound
    if np.isfinite(proven):
        # Seats left out cost at least `reach` more than the relaxation, so that is all the program can prove.
        tell(Bounded(max(relaxed.bound, rounded_up(min(proven, relaxed.value + reach), relaxed.step)), "themes"))
    if not solution.value_valid:
        return None
    cost = engine.getInfo().objective_function_value
    wider = 1.2 * (cost - relaxed.value) if proven > relaxed.value + reach else None
    return Choice(*_chosen(stated, np.array(solution.col_value)), reach, wider)


def _chosen(stated: Model, columns: Floats) -> tuple[Floats, Floats]:
    laid, problem = stated.laid, stated.laid.problem
    value = np.where(laid.seat >= 0, columns[laid.seat], 0.0)
    share = np.zeros((len(problem.people), len(problem.themes)))
    sits = np.flatnonzero(value.max(axis=1, initial=0.0) > 0.5)
    share[sits, laid.theme[value[sits].argmax(axis=1)]] = 1.0
    groups = np.zeros(len(problem.themes))
    groups[laid.theme] = np.where(laid.size >= 0, columns[laid.size], 0.0).sum(axis=1)
    return share, groups
