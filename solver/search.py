"""How a solve goes: a first plan by hand, a quick search, the exact engine; everything found is told at once."""

import os
from collections.abc import Callable
from time import monotonic

import numpy as np

from models import Budget
from solver.impression import Impression
from solver.improve import improve
from solver.mip.run import Exact, minimise
from solver.news import Finished, News
from solver.placement import NOWHERE, Placement
from solver.problem import Problem
from solver.relaxation import Relaxed, relax
from solver.scope import everything
from solver.start import cells_near
from solver.swap.run import Quick, quick_search

# First temperature of the search near the relaxation: low, for its first plan is nearly right.
NEAR = 0.01

# Above this many people the whole problem is not handed to the exact engine; neighbourhoods of it are.
PROVABLE = 1_500


def search(problem: Problem, budget: Budget, start: Placement | None, tell: Callable[[News], None]) -> None:
    """Searches until nothing is left to find or the time is up."""
    end = monotonic() + budget.seconds
    so_far = Impression(tell)
    quick = quick_search(problem)
    quick.run(so_far.tell, budget.seed, moves(problem), end, start)
    relaxed = relax(problem, so_far.tell, end)
    if relaxed and not so_far.closed:
        _near(problem, quick, relaxed, budget, end, so_far)
    if not so_far.closed:
        if relaxed and so_far.best and len(problem.people) > PROVABLE:
            improve(problem, relaxed, so_far, budget.seed, budget.workers or cores(), end)
        else:
            _prove(problem, relaxed, budget, end, so_far)
    tell(Finished())


def _near(problem: Problem, quick: Quick, relaxed: Relaxed, budget: Budget, end: float, so_far: Impression) -> None:
    """Searches again near the relaxation, trying only seats that can lead to something better."""
    if so_far.best:
        quick = quick.focused(relaxed.worthwhile(problem, so_far.best.placed, so_far.best.cost))
    cell = cells_near(problem, quick.packed, relaxed.share, relaxed.groups, budget.seed)
    near = Placement(np.where(cell < problem.cells, cell, NOWHERE), ((),) * problem.cells)
    quick.run(so_far.tell, budget.seed + 1, moves(problem), end, near, NEAR)


def cores() -> int:
    """Gives how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def moves(problem: Problem) -> int:
    """Gives how many tries the quick search is worth: about half a second for 100 people."""
    return 1_000_000 + 6_000 * len(problem.people)


def _prove(problem: Problem, relaxed: Relaxed | None, budget: Budget, end: float, so_far: Impression) -> None:
    """Hands the whole problem to the exact engine, from the best placement known."""
    best = so_far.best
    start = best.placed if best else None
    seats = relaxed.worthwhile(problem, best.placed, best.cost) if relaxed and best else None
    scope = everything(problem, seats)
    minimise(problem, scope, so_far.tell, Exact(end - monotonic(), budget.seed), start)
    if so_far.impossible:
        # The word "impossible" is not taken from one run: again without presolve, with another seed.
        minimise(problem, scope, so_far.tell, Exact(end - monotonic(), budget.seed + 1, presolve=False))
