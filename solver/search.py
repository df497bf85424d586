"""How a solve goes: a first plan by hand, a quick search, the exact engine; everything found is told at once."""

from collections.abc import Callable
from time import monotonic

from models import Budget
from solver.mip.run import Exact, minimise
from solver.news import Bounded, Finished, Found, Impossible, News
from solver.placement import Placement
from solver.problem import Problem
from solver.scope import everything
from solver.swap.run import quick_search


class Impression:
    """The best that was told so far."""

    def __init__(self, tell: Callable[[News], None]) -> None:
        self._tell = tell
        self.best: Found | None = None
        self.bound = 0
        self.impossible = 0

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
    _prove(problem, budget, end, so_far)
    tell(Finished())


def moves(problem: Problem) -> int:
    """Gives how many tries the quick search is worth: about half a second for 100 people."""
    return 1_000_000 + 6_000 * len(problem.people)


def _prove(problem: Problem, budget: Budget, end: float, so_far: Impression) -> None:
    """Hands the whole problem to the exact engine, from the best placement known."""
    scope = everything(problem)
    start = so_far.best.placed if so_far.best else None
    minimise(problem, scope, so_far.tell, Exact(end - monotonic(), budget.seed), start)
    if so_far.impossible:
        # The word "impossible" is not taken from one run: again without presolve, with another seed.
        minimise(problem, scope, so_far.tell, Exact(end - monotonic(), budget.seed + 1, presolve=False))
