"""How a solve goes: a first plan by hand, a quick search, the exact engine; everything found is told at once."""

from collections.abc import Callable
from time import monotonic

import numpy as np

from models import Budget
from solver.mip.run import Exact, minimise
from solver.news import Bounded, Finished, Found, Impossible, News
from solver.placement import NOWHERE, Placement
from solver.problem import Problem
from solver.relaxation import Relaxed, relax
from solver.scope import everything
from solver.start import cells_near
from solver.swap.run import Quick, quick_search

# First temperature of the search near the relaxation: low, for its first plan is nearly right.
NEAR = 0.01


class Impression:
    """The best that was told so far."""

    def __init__(self, tell: Callable[[News], None]) -> None:
        self._tell = tell
        self.best: Found | None = None
        self.bound = 0
        self.impossible = 0

    @property
    def closed(self) -> bool:
        """Whether the best is known to be the best there is."""
        return self.best is not None and self.best.cost <= self.bound

    def tell(self, news: News) -> None:
        """Passes on what is better than before."""
        if isinstance(news, Found):
            if self.best is not None and news.cost >= self.best.cost:
                return
            self.best = news
        if isinstance(news, Bounded):
            if news.bound <= self.bound:
                return
            self.bound = news.bound
        if isinstance(news, Impossible):
            self.impossible += 1
        self._tell(news)


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
        _prove(problem, relaxed, budget, end, so_far)
    tell(Finished())


def _near(problem: Problem, quick: Quick, relaxed: Relaxed, budget: Budget, end: float, so_far: Impression) -> None:
    """Searches again near the relaxation, trying only seats that can lead to something better."""
    if so_far.best:
        quick = quick.focused(relaxed.worthwhile(problem, so_far.best.placed, so_far.best.cost))
    cell = cells_near(problem, quick.packed, relaxed.share, relaxed.groups, budget.seed)
    near = Placement(np.where(cell < problem.cells, cell, NOWHERE), ((),) * problem.cells)
    quick.run(so_far.tell, budget.seed + 1, moves(problem), end, near, NEAR)


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
