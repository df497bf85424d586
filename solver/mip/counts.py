"""Count terms as rows: how many of a kind a group of some size has.

For a table that is convex in the count, the cost of a group is the largest of its supporting lines: for every slope s
of the table, u ≥ s·count + Σ_n min_c(f(n, c) − s·c)·size_n (the conjugate of f; Rockafellar, Convex Analysis, §12).
Any other table is spelled out: one whole column per count (or per size and count).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from solver.linear import INF
from solver.mip.seats import Seats
from solver.terms import Bools, CountTerm, Ints


@dataclass(frozen=True)
class Kind:
    """Some people, in some cells of the scope that share size limits; `table` is cut to what can happen there.

    `possible[n, c]` tells which sizes and counts can; `soft` sums the weighted tables, `hard` those forbidden.
    """

    seats: Ints
    cells: Ints
    soft: Ints
    hard: Ints
    possible: Bools


def state_counts(laid: Seats) -> None:
    """States every count term of the problem."""
    for kind in _kinds(laid):
        if kind.soft[kind.possible].any():
            _price(laid, kind)
        if kind.hard[kind.possible].any():
            _forbid(laid, kind)


def _kinds(laid: Seats) -> Iterator[Kind]:
    """Joins the terms on the same people, cuts them to the scope and to cells of the same size limits."""
    joined: dict[tuple[bytes, bytes], list[CountTerm]] = defaultdict(list)
    for term in laid.problem.of(CountTerm):
        joined[term.people.tobytes(), term.themes.tobytes()].append(term)
    limits = np.stack((laid.problem.size_low[laid.theme], laid.problem.size_high[laid.theme]), axis=1)
    for terms in joined.values():
        asked = terms[0].themes[laid.theme]
        seats = laid.of(terms[0].people)
        for low, high in np.unique(limits[asked], axis=0):
            cells = np.flatnonzero(asked & (limits == (low, high)).all(axis=1))
            yield _cut(terms, seats[:, cells], cells, int(low), int(high))


def _cut(terms: list[CountTerm], seats: Ints, cells: Ints, low: int, high: int) -> Kind:
    largest = min(high, int((seats >= 0).any(axis=1).sum()))
    shape = np.s_[: high + 1, : largest + 1]
    soft = sum((t.table[shape] * t.weight for t in terms), np.zeros((high + 1, largest + 1), dtype=np.int64))
    hard = sum((t.table[shape] for t in terms if t.hard), np.zeros((high + 1, largest + 1), dtype=np.int64))
    sizes, counts = np.indices(soft.shape)
    return Kind(seats, cells, soft, hard, np.logical_and(sizes >= low, counts <= sizes))


def _convex(table: Ints, possible: Bools) -> bool:
    """Tells whether every row of a table is convex in the count, where it is possible."""
    bend = np.diff(table, n=2, axis=1)
    return bool((bend[possible[:, 2:]] >= 0).all())


def _price(laid: Seats, kind: Kind) -> None:
    if kind.soft.shape[1] == 1:
        laid.linear.add_cost(laid.size[kind.cells, : len(kind.soft)], kind.soft[:, 0] * kind.possible[:, 0])
    elif _convex(kind.soft, kind.possible):
        _supporting_lines(laid, kind)
    elif (kind.soft == kind.soft[-1])[kind.possible].all():
        _price_by_count(laid, kind, kind.soft[-1])
    else:
        _price_by_size_and_count(laid, kind, kind.soft)


def _supporting_lines(laid: Seats, kind: Kind) -> None:
    unit = int(np.gcd.reduce(kind.soft[kind.possible]))
    table = np.where(kind.possible, kind.soft // unit, 0)
    over = laid.linear.add_columns(len(kind.cells), unit, 0, table.max() * laid.scope.times[kind.cells], whole=False)
    rises = np.unique(np.diff(table, axis=1)[kind.possible[:, 1:]])
    for slope in (int(s) for s in np.union1d(rises, [0])):
        line = table - slope * np.arange(table.shape[1])
        foot = np.where(kind.possible, line, line.max() + 1).min(axis=1) * kind.possible.any(axis=1)
        reach = foot[:, None] + slope * np.arange(table.shape[1])
        if (reach[kind.possible] <= 0).all():
            continue
        rows = laid.linear.add_rows(len(kind.cells), 0, INF)
        laid.linear.put(rows, over, 1)
        laid.linear.put(rows[None, :], kind.seats, -slope)
        laid.linear.put(rows[:, None], laid.size[kind.cells, : len(foot)], -foot)


def _forbid(laid: Seats, kind: Kind) -> None:
    fine = kind.possible & (kind.hard == 0)
    some = fine.any(axis=1)
    first = np.where(some, fine.argmax(axis=1), 0)
    last = np.where(some, fine.shape[1] - 1 - fine[:, ::-1].argmax(axis=1), 0)
    counts = np.arange(fine.shape[1])
    between = (counts >= first[:, None]) & (counts <= last[:, None]) & some[:, None]
    impossible = ~some & kind.possible.any(axis=1)
    _close_sizes(laid, kind.cells, np.flatnonzero(impossible))
    if (fine == between).all():
        _limits(laid, kind, first, last)
    else:
        _price_by_size_and_count(laid, kind, np.where(kind.hard > 0, -1, 0))


def _close_sizes(laid: Seats, cells: Ints, sizes: Ints) -> None:
    columns = laid.size[np.ix_(cells, sizes)].ravel()
    rows = laid.linear.add_rows(len(columns), 0, 0)
    laid.linear.put(rows, columns, 1)


def _limits(laid: Seats, kind: Kind, first: Ints, last: Ints) -> None:
    sizes = laid.size[kind.cells, : len(first)]
    if first.any():
        rows = laid.linear.add_rows(len(kind.cells), 0, INF)
        laid.linear.put(rows[None, :], kind.seats, 1)
        laid.linear.put(rows[:, None], sizes, -first)
    if (last < np.minimum(np.arange(len(last)), kind.soft.shape[1] - 1)).any():
        rows = laid.linear.add_rows(len(kind.cells), -INF, 0)
        laid.linear.put(rows[None, :], kind.seats, 1)
        laid.linear.put(rows[:, None], sizes, -last)


def _price_by_count(laid: Seats, kind: Kind, cost: Ints) -> None:
    """Spells out the count in steps: step j is taken when the count is at least j; a straight tail is one column."""
    rise = np.diff(cost)
    bends = np.flatnonzero(np.diff(rise))
    last = int(bends[-1]) + 1 if len(bends) else 0
    steps = last + 1
    cells = len(kind.cells)
    times = laid.scope.times[kind.cells]
    step = laid.linear.add_columns(cells * steps, np.tile(rise[:steps], cells), 0, np.repeat(times, steps)).reshape(
        cells, steps
    )
    tail = laid.linear.add_columns(cells, rise[-1], 0, (len(rise) - steps) * times, whole=False)
    counted = laid.linear.add_rows(cells, 0, 0)
    laid.linear.put(counted[None, :], kind.seats, 1)
    laid.linear.put(counted[:, None], step, -1)
    laid.linear.put(counted, tail, -1)
    order = laid.linear.add_rows(cells * steps, 0, INF).reshape(cells, steps)
    laid.linear.put(order, step, np.append(np.ones(steps - 1), max(len(rise) - steps, 1)))
    laid.linear.put(order[:, :-1], step[:, 1:], -1)
    laid.linear.put(order[:, -1], tail, -1)
    laid.linear.add_cost(laid.size[kind.cells], cost[0])


def _price_by_size_and_count(laid: Seats, kind: Kind, cost: Ints) -> None:
    """Spells out every size and count as one whole column; a cost of −1 leaves the column out."""
    fits = kind.possible & (cost >= 0)
    sizes, counts = np.nonzero(fits)
    cells = len(kind.cells)
    shape = (cells, len(sizes))
    times = np.repeat(laid.scope.times[kind.cells], len(sizes))
    cases = laid.linear.add_columns(cells * len(sizes), np.tile(cost[fits], cells), 0, times).reshape(shape)
    counted = laid.linear.add_rows(cells, 0, 0)
    laid.linear.put(counted[None, :], kind.seats, 1)
    laid.linear.put(counted[:, None], cases, -counts)
    for n in np.unique(sizes):
        rows = laid.linear.add_rows(cells, 0, 0)
        laid.linear.put(rows, laid.size[kind.cells, n], 1)
        laid.linear.put(rows[:, None], cases[:, sizes == n], -1)
