"""How a solve goes: a first plan by hand, then the exact engine; everything found is told at once."""

from collections.abc import Callable
from time import monotonic

from models import Budget
from solver.mip.run import Exact, minimise
from solver.news import Bounded, Finished, Found, Impossible, News
from solver.placement import Placement
from solver.problem import Problem
from solver.scope import everything


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
    scope = everything(problem)
    minimise(problem, scope, so_far.tell, Exact(end - monotonic(), budget.seed), start)
    if so_far.impossible:
        # The word "impossible" is not taken from one run: again without presolve, with another seed.
        minimise(problem, scope, so_far.tell, Exact(end - monotonic(), budget.seed + 1, presolve=False))
    tell(Finished())
