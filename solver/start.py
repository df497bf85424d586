"""A first plan by hand: people flow to themes at least cost, then are dealt into groups like cards.

The flow (ortools' cost-scaling push-relabel; Goldberg 1997, doi:10.1006/jagm.1995.0805) is exact for choices and
capacities and blind to everything else; dealing people sorted by what they are spreads every kind evenly.
"""

import numpy as np
from ortools.graph.python import min_cost_flow

from solver.linear import Floats
from solver.problem import Problem
from solver.swap.image import Fields
from solver.terms import Ints

# Dearer than any choice, so that every group opened is first filled to its smallest size.
FILL_FIRST = 10**7


def first_cells(problem: Problem, packed: Fields, seed: int) -> Ints:
    """Gives each person a cell, or the number of cells for nowhere."""
    most = problem.groups_high
    wanted = _flow(packed, np.zeros_like(most), most * problem.size_high)
    opened = _opened(problem, packed, np.bincount(wanted[wanted >= 0], minlength=len(most)))
    theme = _flow(packed, opened * problem.size_low, opened * problem.size_high)
    return _dealt(problem, packed, theme, opened, seed)


def cells_near(problem: Problem, packed: Fields, share: Floats, groups: Floats, seed: int) -> Ints:
    """Gives each person a cell from how much of them each theme gets in a relaxation, and how many groups it opens."""
    opened = np.clip(np.rint(groups).astype(np.int64), problem.groups_low, problem.groups_high)
    opened = _enough(problem, opened, share.sum(axis=0))
    away = np.rint(1000 * (1 - share)).astype(np.int64)
    theme = _flow({**packed, "PRICE": away}, opened * problem.size_low, opened * problem.size_high)
    return _dealt(problem, packed, theme, opened, seed)


def _flow(packed: Fields, low: Ints, high: Ints) -> Ints:
    """Assigns people to themes with room for `high[T]`, the first `low[T]` places filled first; −1 for none."""
    n, themes = len(packed["PRICE"]), len(low)
    who, where = np.nonzero(packed["ALLOWED"][:, :themes])
    sink = n + themes
    theme_nodes = np.arange(n, sink)
    network = min_cost_flow.SimpleMinCostFlow()
    seats = network.add_arcs_with_capacity_and_unit_cost(
        who, n + where, np.ones(len(who), dtype=np.int64), packed["PRICE"][who, where]
    )
    network.add_arcs_with_capacity_and_unit_cost(theme_nodes, np.full(themes, sink), low, np.full(themes, -FILL_FIRST))
    network.add_arcs_with_capacity_and_unit_cost(
        theme_nodes, np.full(themes, sink), high - low, np.zeros(themes, dtype=np.int64)
    )
    network.set_nodes_supplies(np.arange(n), np.ones(n, dtype=np.int64))
    network.set_node_supply(sink, -n)
    network.solve_max_flow_with_min_cost()
    taken = network.flows(seats) > 0
    theme = np.full(n, -1, dtype=np.int64)
    theme[who[taken]] = where[taken]
    return theme


def _opened(problem: Problem, packed: Fields, wanted: Ints) -> Ints:
    """Chooses how many groups of each theme to open, from how many people want it and where people are locked."""
    low, high = problem.groups_low, problem.groups_high
    middle = (problem.size_low + problem.size_high) / 2
    opened = np.clip(np.rint(wanted / middle).astype(np.int64), low, high)
    locked = np.unique(problem.theme_of[packed["ONLY_CELL"][packed["ONLY_CELL"] >= 0]])
    opened[locked] = np.maximum(opened[locked], np.minimum(1, high[locked]))
    opened = _enough(problem, opened, wanted)
    people = len(packed["PRICE"])
    floor = np.maximum(low, 0)
    floor[locked] = np.maximum(floor[locked], np.minimum(1, high[locked]))
    while (opened * problem.size_low).sum() > people and (opened > floor).any():
        opened[np.where(opened > floor, wanted / np.maximum(opened, 1), np.inf).argmin()] -= 1
    return opened


def _enough(problem: Problem, opened: Ints, wanted: Ints | Floats) -> Ints:
    """Opens more groups, of the themes wanted most, until there is room for everybody."""
    high, opened = problem.groups_high, opened.copy()
    while (opened * problem.size_high).sum() < len(problem.people) and (opened < high).any():
        opened[np.where(opened < high, wanted / (opened + 1), -1).argmax()] += 1
    return opened


def _dealt(problem: Problem, packed: Fields, theme: Ints, opened: Ints, seed: int) -> Ints:
    """Deals the people of each theme into its open cells, those locked in a cell first."""
    cell = np.full(len(theme), problem.cells, dtype=np.int64)
    order = _by_kinds(packed, seed)
    for t in range(len(opened)):
        here = order[theme[order] == t]
        if not len(here):
            continue
        own = packed["ONLY_CELL"][here]
        first, end = problem.first_cell[t], problem.first_cell[t + 1]
        locked = np.unique(own[own >= 0])
        others = np.setdiff1d(np.arange(first, end), locked)
        cells = np.concatenate((locked, others))[: max(opened[t], len(locked))]
        cell[here[own >= 0]] = own[own >= 0]
        room = np.array([problem.size_high[t] - (own == g).sum() for g in cells])
        for i in here[own < 0]:
            emptiest = int(room.argmax())
            if room[emptiest] > 0:
                cell[i] = cells[emptiest]
                room[emptiest] -= 1
    return cell


def _by_kinds(packed: Fields, seed: int) -> Ints:
    """Sorts people by what they are, so that neighbours are alike; equals come in random order."""
    chance = np.random.default_rng(seed).permutation(len(packed["PRICE"]))
    kinds, at = packed["KINDS"], packed["KIND_AT"][:-1]
    if not len(kinds):
        return chance
    first, second = (kinds[np.minimum(at + k, len(kinds) - 1)] for k in (0, 1))
    return np.lexsort((chance, second, first))
