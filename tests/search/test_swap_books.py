"""That the compiled search keeps true books: its running tally is what the plain reckoning says."""

from collections.abc import Iterator
from random import Random

import numpy as np
import pytest

from models import Programme
from solver.price import price
from solver.problem import Problem, problem
from solver.swap.anneal import anneal
from solver.swap.image import BREACHES, CELL, LEADERS, SIZE, SOFT_COST, TALLY, Image, get1, look
from solver.swap.run import Quick, quick_search
from solver.swap.state import as_placement
from solver.swap.trade import swap, swap_change
from tests.rules import chance as by_chance


def worlds(count: int, kinds: int = 4) -> Iterator[tuple[Random, Programme]]:
    for seed in range(count):
        chance = Random(f"books {seed}")
        roster = by_chance.roster(chance, chance.randint(3, 14), chance.randint(1, 4))
        drawn = chance.choices(sorted(by_chance.RULES), k=kinds)
        # One demand for facilitators: the search follows one, and the exact engine all.
        once = [k for n, k in enumerate(drawn) if k != "facilitation" or "facilitation" not in drawn[:n]]
        rules = [by_chance.RULES[k](chance, roster, by_chance.strength(chance)) for k in once]
        yield chance, by_chance.programme(chance, roster, rules)


def tally(state: Image) -> tuple[int, int]:
    return int(look(state, TALLY)[SOFT_COST]), int(look(state, TALLY)[BREACHES])


def agree(numbers: Problem, state: Image) -> None:
    reckoned = price(numbers, as_placement(numbers, look(state, CELL), look(state, LEADERS)))
    soft, breaches = tally(state)
    assert soft == reckoned.cost
    # A term counted twice for one person (refused and forbidden) is one breach to the search and two to the judge.
    assert (breaches == 0) == (reckoned.total_breaches == 0)


def annealed(quick: Quick, seed: int, moves: int) -> Image:
    state = quick.stand(seed, None)
    best = np.array([1 << 40, 1 << 40])
    cell, leaders = look(state, CELL).copy(), look(state, LEADERS).ravel().copy()
    anneal(quick.memory, state, best, cell, leaders, moves, 50.0, 1.0, 40, True)
    return state


def test_the_tally_follows_every_move() -> None:
    for _, programme in worlds(120):
        numbers = problem(programme)
        quick = quick_search(numbers)
        for moves in (0, 1, 7, 400):
            agree(numbers, annealed(quick, moves, moves))


def test_a_reckoned_swap_is_what_the_swap_does() -> None:
    tried = 0
    for chance, programme in worlds(120):
        numbers = problem(programme)
        quick = quick_search(numbers)
        state = annealed(quick, 1, 200)
        for _ in range(10):
            i, j = chance.sample(range(len(numbers.people)), 2)
            a, b = get1(state, CELL, i), get1(state, CELL, j)
            if a == b or max(a, b) == numbers.cells:
                continue
            before, change = tally(state), swap_change(quick.memory, state, i, j)
            swap(quick.memory, state, i, j)
            assert tally(state) == (before[0] + change[0], before[1] + change[1]), programme
            tried += 1
    assert tried > 300


@pytest.mark.parametrize("seed", range(3))
def test_one_seed_gives_one_plan(seed: int) -> None:
    _, programme = next(worlds(1, 6))
    quick = quick_search(problem(programme))
    first, second = annealed(quick, seed, 2000), annealed(quick, seed, 2000)
    assert (first == second).all()


def test_sizes_are_those_of_the_lists() -> None:
    for _, programme in worlds(20):
        numbers = problem(programme)
        state = annealed(quick_search(numbers), 3, 300)
        assert look(state, SIZE).sum() == len(numbers.people)
        assert (np.bincount(look(state, CELL), minlength=numbers.cells + 1) == look(state, SIZE)).all()
