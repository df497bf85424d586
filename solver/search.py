"""How a solve goes: a first plan by hand, a quick search, the exact engine; everything found is told at once."""

import os
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic

import numpy as np

from models import Budget
from solver.impression import Impression
from solver.improve import improve
from solver.linear import Floats
from solver.master import SEATS_EACH, choose_themes
from solver.mip.run import Exact, minimise
from solver.news import Finished, News
from solver.placement import NOWHERE, Placement
from solver.problem import Problem
from solver.relaxation import Relaxed, relax
from solver.scope import everything
from solver.start import cells_near
from solver.swap.run import Quick, quick_search
from solver.terms import Bools

# First temperature of the division of themes into groups: low, for swaps within a theme cost little.
NEAR = 0.02

# Seats people may be tried in, on average, when they change themes: the fewer, the sooner the search settles.
EACH = (2.0, 1.5, 3.0)

# Each further division tries twice as long as the one before, up to 2 to this power.
LONGEST = 4

# Share of the time left that a choice of themes may take.
CHOOSING = 0.2

# So many searches that find nothing better leave the field to neighbourhoods and the exact engine.
TURNS = 6

# With more seats (worthwhile ones, times the cells of their theme) the whole problem is not handed to the exact engine;
# neighbourhoods of it are.
PROVABLE = 25_000


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
        self._quick = quick
        self._follow(relaxed.share, relaxed.groups)

    def work(self, workers: int) -> None:
        """Chooses and divides once or twice; if that is not the best there is, goes on exactly and by swaps."""
        self._choose_and_divide()
        if self._so_far.closed or workers < 2:
            self._exactly(workers)
            return
        done = Event()
        beside = Thread(target=self._keep_swapping, args=(done,))
        beside.start()
        self._exactly(workers - 1)
        done.set()
        beside.join()

    def _choose_and_divide(self) -> None:
        reach: float | None = self._relaxed.reach(SEATS_EACH) + self._relaxed.step
        for turn in (0, 3):
            if reach is None or self._so_far.closed:
                break
            seconds = CHOOSING * (self._end - monotonic())
            choice = choose_themes(self._problem, self._relaxed, reach, self._so_far.tell, seconds)
            if choice:
                self._follow(choice.share, choice.groups)
            reach = choice.wider if choice else None
            for k in (turn, turn + 1):
                if not self._so_far.closed:
                    self._swap(k, lambda: self._so_far.closed)

    def _follow(self, share: Floats, groups: Floats) -> None:
        """Makes a choice of themes what is divided."""
        cell = cells_near(self._problem, self._quick.packed, share, groups, self._seed)
        self._near = Placement(np.where(cell < self._problem.cells, cell, NOWHERE), ((),) * self._problem.cells)
        self._chosen: Bools = np.greater(share, 0)
        self._divided = self._quick.focused(self._chosen)

    def _swap(self, turn: int, stop: Callable[[], bool]) -> None:
        """Takes three things in turn: the division; the division with people changing themes; the best plan so far."""
        tries, seed = moves(self._problem) * 2 ** min(turn // 3, LONGEST), self._seed + 1 + turn
        best = self._so_far.best
        if turn % 3 == 0 or best is None:
            self._divided.run(self._so_far.tell, seed, tries, self._end, self._near, NEAR, stop)
            return
        each = EACH[turn // 3 % len(EACH)]
        seats = self._relaxed.worthwhile(self._problem, best.placed, best.cost)
        seats &= (self._relaxed.excess <= self._relaxed.reach(each)) | self._chosen
        start, hot = (self._near, NEAR) if turn % 3 == 1 else (best.placed, NEAR / 2)
        self._quick.focused(seats).run(self._so_far.tell, seed, tries, self._end, start, hot, stop)

    def _keep_swapping(self, done: Event) -> None:
        turn, idle = 5, 0
        while idle < TURNS and not done.is_set() and not self._so_far.closed and monotonic() < self._end:
            before = self._so_far.best
            self._swap(turn, lambda: done.is_set() or self._so_far.closed)
            turn, idle = turn + 1, idle + 1 if self._so_far.best is before else 0
        self._improve(1, done.is_set)

    def _exactly(self, workers: int) -> None:
        if self._so_far.closed:
            return
        if self._so_far.best and self._seats() > PROVABLE:
            self._improve(workers, lambda: False)
        else:
            _prove(self._problem, self._relaxed, self._seed, self._end, self._so_far)

    def _improve(self, workers: int, stop: Callable[[], bool]) -> None:
        if self._so_far.best and not stop():
            improve(self._problem, self._relaxed, self._so_far, self._seed, workers, self._end, stop)

    def _seats(self) -> int:
        """Counts the seats a better plan may use: how large the whole problem is to the exact engine."""
        best = self._so_far.best
        assert best is not None
        worthwhile = self._relaxed.worthwhile(self._problem, best.placed, best.cost)
        return int(worthwhile.sum(axis=0) @ self._problem.groups_high)


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
