"""Improves a placement by neighbourhoods, several at a time, until the time is up or the gap is closed."""

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from time import monotonic

import numpy as np

from solver.impression import Impression
from solver.mip.run import Exact, minimise
from solver.neighbourhoods import OPERATORS, grown, standing
from solver.news import Found, News
from solver.placement import Placement
from solver.price import price
from solver.problem import Problem
from solver.relaxation import Relaxed
from solver.scope import Scope, around
from solver.terms import Bools, Ints

# Seconds one neighbourhood may take; it is let grow while it is solved to its end in less.
PATIENCE = 10.0
SMALLEST, LARGEST = 4, 200


@dataclass
class Attempt:
    """One neighbourhood on its way."""

    scope: Scope
    operator: int
    before: int


@dataclass
class Pace:
    """How large neighbourhoods are, and how well each operator did lately."""

    size: float = 20.0
    score: list[float] = field(default_factory=lambda: [1.0] * len(OPERATORS))

    def learn(self, attempt: Attempt, gain: int, ended: bool) -> None:
        """Grows what is solved without finding anything, shrinks what is not; credits the operator."""
        self.score[attempt.operator] = 0.9 * self.score[attempt.operator] + 0.1 * (1 + gain)
        if not ended:
            self.size = max(SMALLEST, self.size * 0.85)
        elif gain == 0:
            self.size = min(LARGEST, self.size * 1.1)


def improve(
    problem: Problem,
    relaxed: Relaxed,
    so_far: Impression,
    seed: int,
    workers: int,
    end: float,
    stop: Callable[[], bool],
) -> None:
    """Runs neighbourhoods around the best placement, `workers` side by side, until `end` or told to stop."""
    _Crew(problem, relaxed, so_far, np.random.default_rng(seed), end, stop).work(workers)


class _Crew:
    def __init__(
        self,
        problem: Problem,
        relaxed: Relaxed,
        so_far: Impression,
        chance: np.random.Generator,
        end: float,
        stop: Callable[[], bool],
    ) -> None:
        self._problem = problem
        self._relaxed = relaxed
        self._so_far = so_far
        self._chance = chance
        self._end = end
        self._stop = stop
        self._pace = Pace()
        self._running: dict[Future[tuple[Placement | None, bool]], Attempt] = {}

    def work(self, workers: int) -> None:
        with ThreadPoolExecutor(workers) as pool:
            while not self._over():
                while len(self._running) < workers and self._send(pool):
                    pass
                done, _ = wait(self._running, timeout=max(0.0, self._end - monotonic()), return_when=FIRST_COMPLETED)
                for future in done:
                    self._take(self._running.pop(future), *future.result())

    def _over(self) -> bool:
        return self._so_far.closed or self._stop() or monotonic() > self._end

    def _send(self, pool: ThreadPoolExecutor) -> bool:
        best = self._so_far.best
        assert best is not None
        free = self._free()
        if not free.any():
            return False
        seats = self._relaxed.worthwhile(self._problem, best.placed, best.cost)
        stand = standing(self._problem, best.placed, seats)
        odds = np.array(self._pace.score)
        operator = int(self._chance.choice(len(OPERATORS), p=odds / odds.sum()))
        first = OPERATORS[operator](stand, free, self._chance)
        cells = grown(stand, first, round(self._pace.size), free, self._chance)
        attempt = Attempt(around(self._problem, best.placed, cells, seats), operator, best.cost)
        self._running[pool.submit(self._solve, attempt.scope, best.placed)] = attempt
        return True

    def _free(self) -> Bools:
        """Tells which cells may be taken: none that is being worked on."""
        free = np.ones(self._problem.cells, dtype=bool)
        for attempt in self._running.values():
            free[attempt.scope.cells] = False
        return free

    def _solve(self, scope: Scope, placed: Placement) -> tuple[Placement | None, bool]:
        found: list[Found] = []

        def hear(news: News) -> None:
            if isinstance(news, Found):
                found.append(news)

        seconds = min(PATIENCE, self._end - monotonic())
        ended = minimise(self._problem, scope, hear, Exact(seconds, stop=self._over), placed)
        return (found[-1].placed if found else None), ended

    def _take(self, attempt: Attempt, placed: Placement | None, ended: bool) -> None:
        best = self._so_far.best
        assert best is not None
        gain = 0
        if placed is not None:
            merged = _merged(best.placed, placed, attempt.scope.people, attempt.scope.cells)
            reckoned = price(self._problem, merged)
            if reckoned.total_breaches == 0 and reckoned.cost < best.cost:
                gain = best.cost - reckoned.cost
                self._so_far.tell(Found(merged, reckoned.cost, OPERATORS[attempt.operator].__name__))
        self._pace.learn(attempt, gain, ended)


def _merged(base: Placement, part: Placement, people: Ints, cells: Ints) -> Placement:
    """Takes the people and the facilitators of some cells from another placement."""
    cell = base.cell.copy()
    cell[people] = part.cell[people]
    leaders = list(base.leaders)
    for g in cells:
        leaders[g] = part.leaders[g]
    return Placement(cell, tuple(leaders))
