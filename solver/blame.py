"""Where a plan's cost lies: which groups pay it, and who would rather be elsewhere."""

import numpy as np

from solver.linear import Floats
from solver.placement import Placement
from solver.problem import Problem
from solver.terms import CountTerm, Ints, PriceTerm, SeparateTerm


def regrets(problem: Problem, placed: Placement) -> Ints:
    """Gives how much more each person costs where they are than in the theme that suits them best; shape [n]."""
    regret = np.zeros(len(problem.people), dtype=np.int64)
    sits = np.flatnonzero(placed.cell >= 0)
    theme = problem.theme_of[placed.cell[sits]]
    for term in problem.of(PriceTerm):
        best = np.where(problem.refused[sits], np.iinfo(np.int64).max, term.amount[sits]).min(axis=1)
        regret[sits] += (term.amount[sits, theme] - best) * term.weight
    return np.maximum(regret, 0)


def cell_costs(problem: Problem, placed: Placement) -> Floats:
    """Gives what each cell pays: its people's regrets, its counts and its pairs; shape [G]."""
    sizes = placed.sizes(problem.cells)
    sits = np.flatnonzero(placed.cell >= 0)
    cost: Floats = np.zeros(problem.cells)
    np.add.at(cost, placed.cell[sits], regrets(problem, placed)[sits])
    for term in problem.of(CountTerm):
        cost += term.weight * _counted(term, problem, placed, sizes)
    for pairs in problem.of(SeparateTerm):
        a, b = placed.cell[pairs.pairs].T
        met = a[(a == b) & (a >= 0)]
        cost += pairs.weight * np.bincount(met, minlength=problem.cells)
    return cost


def _counted(term: CountTerm, problem: Problem, placed: Placement, sizes: Ints) -> Ints:
    here = placed.cell[term.people]
    counts = np.bincount(here[here >= 0], minlength=problem.cells)
    amount: Ints = np.where(term.themes[problem.theme_of] & (sizes > 0), term.table[sizes, counts], 0)
    return amount
