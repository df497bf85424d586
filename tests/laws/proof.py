"""What the engines prove of a programme, without a process of its own: every placement told is put before the judge."""

from dataclasses import dataclass
from time import monotonic

from models import Budget, Plan, Programme, audit
from solver.master import SEATS_EACH, choose_themes
from solver.mip.run import Exact, minimise
from solver.news import Bounded, Failed, Finished, Found, Impossible, News
from solver.placement import plan
from solver.problem import problem
from solver.relaxation import relax
from solver.scope import everything
from solver.search import search


@dataclass
class Proof:
    """The cheapest audited plan, the best bound (nought to begin with), and how often "impossible" was said."""

    cost: int | None = None
    plan: Plan | None = None
    bound: int = 0
    impossible: int = 0

    @property
    def value(self) -> int | str:
        """The proven value, "impossible", or "unproven" with what is known."""
        if self.cost is not None and self.cost == self.bound and not self.impossible:
            return self.cost
        if self.cost is None and self.impossible:
            return "impossible"
        return f"unproven: cost {self.cost}, bound {self.bound}, impossible {self.impossible} times"


def exact(programme: Programme, presolve: bool = True) -> Proof:
    """Asks the exact engine alone."""
    numbers = problem(programme)
    proof, hear = _listening(programme)
    minimise(numbers, everything(numbers), hear, Exact(60.0, presolve=presolve))
    return proof


def whole(programme: Programme, seed: int = 0) -> Proof:
    """Asks the whole search, quick and exact."""
    proof, hear = _listening(programme)
    search(problem(programme), Budget(seconds=60, seed=seed), None, hear)
    return proof


def _listening(programme: Programme):
    numbers, proof = problem(programme), Proof()

    def hear(news: News) -> None:
        if isinstance(news, Found):
            found = plan(numbers, news.placed, news.cost)
            judged = audit(programme, found)
            assert judged.valid, (judged, programme)
            if proof.cost is None or news.cost < proof.cost:
                proof.cost, proof.plan = news.cost, found
        elif isinstance(news, Bounded):
            proof.bound = max(proof.bound, news.bound)
        elif isinstance(news, Impossible):
            proof.impossible += 1
        else:
            assert not isinstance(news, Failed), news
            assert isinstance(news, Finished)

    return proof, hear


def bound_by_theme(programme: Programme) -> int:
    """Asks the relaxation by theme, in fractions and then in whole people, for a bound; nought when it gives none."""
    numbers = problem(programme)
    proof, hear = _listening(programme)
    relaxed = relax(numbers, hear, monotonic() + 60)
    if relaxed:
        choose_themes(numbers, relaxed, relaxed.reach(SEATS_EACH), hear, 60)
    return proof.bound
