"""How a solve goes: a first plan by hand, a quick search, the exact engine; everything found is told at once."""

import os
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic

import numpy as np

from models import Budget
from solver.impression import Impression
from solver.improve import improve
from solver.master import choose_themes
from solver.mip.run import Exact, minimise
from solver.news import Finished, News
from solver.placement import NOWHERE, Placement
from solver.problem import Problem
from solver.relaxation import Relaxed, relax
from solver.scope import everything
from solver.start import cells_near
from solver.swap.run import HOT, Quick, quick_search

# First temperature of the division of themes into groups: low, for swaps within a theme cost little.
NEAR = 0.02

# Each further division tries twice as long as the one before, up to 2 to this power.
LONGEST = 4

# So many divisions that find nothing better leave the field to the exact engine.
TURNS = 4

# Above this many people the whole problem is not handed to the exact engine; neighbourhoods of it are.
PROVABLE = 1_500


def search(problem: Problem, budget: Budget, start: Placement | None, tell: Callable[[News], None]) -> None:
    """Searches until nothing is left to find or the time is up."""
    end = monotonic() + budget.seconds
    so_far = Impression(tell)
    quick = quick_search(problem)
    quick.run(so_far.tell, budget.seed, first_moves(problem), end, start)
    relaxed = relax(problem, so_far.tell, end)
    if relaxed and not so_far.closed:
        _Division(problem, quick, relaxed, budget.seed, end, so_far).work(budget.workers or cores())
    elif not so_far.closed:
        _prove(problem, None, budget.seed, end, so_far)
    tell(Finished())


class _Division:
    """People to themes exactly, themes into groups by swaps; then the exact engine beside more swaps."""

    def __init__(
        self, problem: Problem, quick: Quick, relaxed: Relaxed, seed: int, end: float, so_far: Impression
    ) -> None:
        self._problem, self._relaxed, self._seed, self._end, self._so_far = problem, relaxed, seed, end, so_far
        share, groups = choose_themes(problem, relaxed, so_far.tell, end) or (relaxed.share, relaxed.groups)
        cell = cells_near(problem, quick.packed, share, groups, seed)
        self._near = Placement(np.where(cell < problem.cells, cell, NOWHERE), ((),) * problem.cells)
        self._quick, self._divided = quick, quick.focused(share > 0)

    def work(self, workers: int) -> None:
        """Divides once; if that is not the best there is, goes on, exactly and by swaps side by side."""
        for turn in range(2):
            if not self._so_far.closed:
                self._swap(turn, lambda: self._so_far.closed)
        if self._so_far.closed or workers < 2:
            self._exactly(workers)
            return
        done = Event()
        beside = Thread(target=self._keep_swapping, args=(done,))
        beside.start()
        self._exactly(workers - 1)
        done.set()
        beside.join()

    def _swap(self, turn: int, stop: Callable[[], bool]) -> None:
        """Divides the themes in even turns; in odd ones tries every seat that can lead to something better."""
        tries, seed = moves(self._problem) * 2 ** min(turn // 2, LONGEST), self._seed + 1 + turn
        best = self._so_far.best
        if turn % 2 == 0 or best is None:
            self._divided.run(self._so_far.tell, seed, tries, self._end, self._near, NEAR, stop)
            return
        seats = self._relaxed.worthwhile(self._problem, best.placed, best.cost)
        self._quick.focused(seats).run(self._so_far.tell, seed, tries, self._end, best.placed, HOT, stop)

    def _keep_swapping(self, done: Event) -> None:
        turn, idle = 2, 0
        while idle < TURNS and not done.is_set() and not self._so_far.closed and monotonic() < self._end:
            before = self._so_far.best
            self._swap(turn, lambda: done.is_set() or self._so_far.closed)
            turn, idle = turn + 1, idle + 1 if self._so_far.best is before else 0

    def _exactly(self, workers: int) -> None:
        if self._so_far.closed:
            return
        if self._so_far.best and len(self._problem.people) > PROVABLE:
            improve(self._problem, self._relaxed, self._so_far, self._seed, workers, self._end)
        else:
            _prove(self._problem, self._relaxed, self._seed, self._end, self._so_far)


def cores() -> int:
    """Gives how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def first_moves(problem: Problem) -> int:
    """Gives how many tries the first plan is worth: some tenths of a second for 100 people."""
    return 200_000 + 2_000 * len(problem.people)


def moves(problem: Problem) -> int:
    """Gives how many tries the division into groups is worth: about half a second for 100 people."""
    return 500_000 + 6_000 * len(problem.people)


def _prove(problem: Problem, relaxed: Relaxed | None, seed: int, end: float, so_far: Impression) -> None:
    """Hands the whole problem to the exact engine, from the best placement known."""
    best = so_far.best
    start = best.placed if best else None
    seats = relaxed.worthwhile(problem, best.placed, best.cost) if relaxed and best else None
    scope = everything(problem, seats)
    exact = Exact(end - monotonic(), seed, stop=lambda: so_far.closed)
    minimise(problem, scope, so_far.tell, exact, start)
    if so_far.impossible:
        # The word "impossible" is not taken from one run: again without presolve, with another seed.
        minimise(problem, scope, so_far.tell, Exact(end - monotonic(), seed + 1, presolve=False))
