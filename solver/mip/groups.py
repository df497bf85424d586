"""Terms on whole groups as rows: sums, pairs, sets kept together, the portfolio of open groups."""

import numpy as np

from solver.linear import INF, LARGEST_COEFFICIENT
from solver.mip.seats import Seats
from solver.terms import Bools, GatherTerm, Ints, PortfolioTerm, SeparateTerm, TotalTerm


def state_totals(laid: Seats) -> None:
    """States ⌈(|Σ values| − n·slack) / unit⌉ by one whole column per cell and two rows."""
    for term in laid.problem.of(TotalTerm):
        cells = len(laid.scope.cells)
        most = -(-largest_total(laid, term) // term.unit)
        over = laid.linear.add_columns(cells, term.weight, 0, 0 if term.hard else most * laid.scope.times)
        # In whole numbers where they are small enough, so that nothing is lost in the engine's tolerance.
        largest = max(term.unit, int(np.abs(term.values).max(initial=0)), term.slack * laid.size.shape[1])
        unit = 1 if largest <= LARGEST_COEFFICIENT else term.unit
        share = term.values[laid.scope.people] / unit
        slack = np.arange(laid.size.shape[1]) * term.slack / unit
        for sign in (1, -1):
            rows = laid.linear.add_rows(cells, 0, INF)
            laid.linear.put(rows, over, term.unit / unit)
            laid.linear.put(rows[None, :], laid.seat, sign * share[:, None])
            laid.linear.put(rows[:, None], laid.size, slack)


def largest_total(laid: Seats, term: TotalTerm) -> int:
    """Gives the largest |Σ values| a group can reach."""
    return int(np.abs(term.values).max(initial=0)) * int(laid.size.shape[1])


def state_pairs(laid: Seats) -> None:
    """States pairs as stars: a person and all those they should not meet share one row per cell."""
    for term in laid.problem.of(SeparateTerm):
        open_pairs = term.pairs[(laid.local[term.pairs] >= 0).all(axis=1)]
        for centre, others in _stars(open_pairs):
            _part(laid, term.weight, laid.seat[laid.local[centre]], laid.of(others))


def _stars(pairs: Ints) -> list[tuple[int, Ints]]:
    """Covers pairs by stars, the person of most pairs first."""
    degree = np.bincount(pairs.ravel()) if len(pairs) else np.zeros(0, dtype=np.int64)
    swap = degree[pairs[:, 0]] < degree[pairs[:, 1]] if len(pairs) else np.zeros(0, dtype=bool)
    centre = np.where(swap, pairs[:, 1], pairs[:, 0])
    other = np.where(swap, pairs[:, 0], pairs[:, 1])
    return [(int(c), other[centre == c]) for c in np.unique(centre)]


def _part(laid: Seats, weight: int, centre: Ints, others: Ints) -> None:
    here = np.flatnonzero((centre >= 0) & (others >= 0).any(axis=0))
    if not len(here):
        return
    high = laid.problem.size_high[laid.theme[here]]
    most = np.minimum((others[:, here] >= 0).sum(axis=0), high)
    times = laid.scope.times[here]
    rows = laid.linear.add_rows(len(here), -INF, 0)
    laid.linear.put(rows[None, :], others[:, here], 1)
    laid.linear.put(rows, centre[here], most)
    laid.linear.put(rows[:, None], laid.size[here], -most[:, None])
    if weight:
        laid.linear.put(rows, laid.linear.add_columns(len(here), weight, 0, most * times, whole=False), -1)


def state_sets(laid: Seats) -> None:
    """States sets by one column per cell that is 1 when the set uses it."""
    for term in laid.problem.of(GatherTerm):
        members = laid.of(term.people)
        if not len(members):
            continue
        outside = laid.scope.outside.cell[term.people]
        elsewhere = len(np.unique(outside[outside >= 0]))
        cells = len(laid.scope.cells)
        used = laid.linear.add_columns(cells, 0, 0, laid.scope.times, whole=False)
        for seats in members:
            rows = laid.linear.add_rows(cells, 0, INF)
            laid.linear.put(rows, used, 1)
            laid.linear.put(rows, seats, -1)
        row = laid.linear.add_rows(1, -INF, 1 - elsewhere)
        laid.linear.put(row, used, 1)
        if not term.hard:
            more = laid.linear.add_columns(1, term.weight, 0, len(term.people), whole=False)
            laid.linear.put(row, more, -1)


def state_portfolio(laid: Seats) -> None:
    """States the numbers of open groups by one whole column per pair of numbers."""
    outside = np.unique(laid.scope.outside.cell[laid.scope.outside.cell >= 0])
    for term in laid.problem.of(PortfolioTerm):
        mine = term.themes[laid.theme]
        table = term.table[len(outside) :, int(term.themes[laid.problem.theme_of[outside]].sum()) :]
        groups, of_kind = np.meshgrid(*(np.arange(side) for side in table.shape), indexing="ij")
        times = laid.scope.times
        fits = _reachable(groups, of_kind, int(times[mine].sum()), int(times[~mine].sum()))
        if term.hard:
            fits &= table == 0
        cost = table[fits] * term.weight
        case = laid.linear.add_columns(int(fits.sum()), cost)
        laid.linear.put(laid.linear.add_rows(1, 1, 1), case, 1)
        for cells, numbers in ((np.arange(len(mine)), groups[fits]), (np.flatnonzero(mine), of_kind[fits])):
            row = laid.linear.add_rows(1, 0, 0)
            laid.linear.put(row, laid.size[cells], 1)
            laid.linear.put(row, case, -numbers)


def _reachable(groups: Ints, of_kind: Ints, mine: int, others: int) -> Bools:
    """Tells which numbers of open groups, and of those of a kind, some cells can have."""
    fits: Bools = np.logical_and(of_kind <= mine, of_kind <= groups)
    return np.logical_and(fits, groups - of_kind <= others)
