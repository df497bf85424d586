"""Sub-groups of a topic run equally often: no rule says so, so a few what-if programmes do.

Branch and bound on programmes: solve without the demand; where a topic's sub-groups run unequally often, ask again with
that topic run once, and run twice. Every bound is one that the solver proved.
"""

from math import inf

from benchmarks.topics import Class, programme, runs
from models import Budget, Outcome
from solver import solve

Times = dict[str, tuple[int, int]]


def solve_equal(asked: Class, budget: Budget) -> tuple[Outcome | None, int, int]:
    """Gives the best outcome with equal runs, the bound proven for all of them, and how many programmes were solved."""
    best: Outcome | None = None
    best_cost, bound, solved = inf, inf, 0
    left: list[Times] = [{}]
    while left:
        outcome = solve(programme(asked, times := left.pop()), budget)
        solved += 1
        least = outcome.bound or 0
        if outcome.status == "infeasible" or least >= best_cost:
            continue
        uneven = [cell for cell in asked.cells if len({runs(outcome)[theme] for theme in cell}) > 1]
        if uneven:
            left += _branches(asked, times, uneven[0])
            continue
        bound = min(bound, least)
        if outcome.cost is not None and outcome.cost < best_cost:
            best, best_cost = outcome, outcome.cost
    return best, 0 if bound == best_cost == inf else int(min(bound, best_cost)), solved


def _branches(asked: Class, times: Times, cell: tuple[str, str]) -> list[Times]:
    low, high = asked.rules["rmin"], min(asked.rules["rmax"], asked.rules["R"])
    return [times | dict.fromkeys(cell, (k, k)) for k in range(low, high + 1)]
