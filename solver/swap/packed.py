"""The terms once more, packed for compiled code: flat arrays, soft and hard apart.

People carry *kinds* (sets of people somebody counts); a kind has a table of costs by group size and count in each theme,
or is a set to keep together, or tells a facilitator's barred people or kin. Cell G, one past the last, is nowhere.
"""

from typing import NamedTuple

import numpy as np

from solver.problem import Problem
from solver.swap.image import PACKED, Image, image
from solver.terms import (
    AppointTerm,
    Bools,
    ConfineTerm,
    CountTerm,
    ForbidTerm,
    GatherTerm,
    Ints,
    KeepTerm,
    PortfolioTerm,
    PriceTerm,
    SeparateTerm,
    StaffTerm,
    TotalTerm,
)

NONE = -1


class Packed(NamedTuple):
    """Shapes: n people, T themes, G cells, K kinds, F facilitators, S largest size.

    `price[n, T + 1]` and `allowed[n, T + 1]` have nowhere as their last theme. `kinds[kind_at[i]:kind_at[i + 1]]` are
    person i's kinds, sorted; `likes` their themes of interest,
    `fans[fan_at[t]:fan_at[t + 1]]` those who like theme t. `table_of[K, T]` indexes `soft[·, S + 1, S + 1]` and `hard`, or is −1. `always` are
    the `sized` kinds, whose cost may change with size alone. `home_*` list cells that cost person i `home_soft`, `home_hard` less.
    """

    theme_of: Ints
    first_cell: Ints
    size_low: Ints
    size_high: Ints
    groups_low: Ints
    groups_high: Ints
    price: Ints
    allowed: Bools
    only_cell: Ints
    like_at: Ints
    likes: Ints
    fan_at: Ints
    fans: Ints
    home_at: Ints
    home_cell: Ints
    home_soft: Ints
    home_hard: Ints
    kind_at: Ints
    kinds: Ints
    table_of: Ints
    soft: Ints
    hard: Ints
    sized: Bools
    always: Ints
    set_of: Ints
    set_soft: Ints
    set_hard: Ints
    values: Ints
    slack: Ints
    unit: Ints
    total_soft: Ints
    total_hard: Ints
    pair_at: Ints
    pair_with: Ints
    pair_soft: Ints
    pair_hard: Ints
    folio_themes: Bools
    folio_soft: Ints
    folio_hard: Ints
    per_group: int
    led: Bools
    max_led: Ints
    barred_kind: Ints
    kin_kind: Ints
    novice: Bools
    staff_soft: int
    staff_hard: int
    appointed: Ints


def in_memory(problem: Problem, packed: Packed) -> Image:
    """Lays the packed terms out for compiled code."""
    scalars = {
        "CELLS": problem.cells,
        "PEOPLE": len(problem.people),
        "THEMES": len(problem.themes),
        "FACILITATORS": len(problem.facilitators),
        "PER_GROUP": packed.per_group,
        "LARGEST": int(problem.size_high.max(initial=1)),
        "STAFF_SOFT": packed.staff_soft,
        "STAFF_HARD": packed.staff_hard,
    }
    return image(scalars, {name.upper(): value for name, value in packed._asdict().items()}, PACKED)


def pack(problem: Problem) -> Packed:
    """Packs the terms of a problem."""
    kinds = _Kinds(problem)
    price, allowed = _prices(problem)
    at, cell, soft_home, hard_home = _homes(problem, price)
    values, slack, unit, total_soft, total_hard = _totals(problem)
    themes, folio_soft, folio_hard = _portfolios(problem)
    staff = problem.staff
    return Packed(
        theme_of=np.append(problem.theme_of, len(problem.themes)),
        first_cell=problem.first_cell,
        size_low=problem.size_low,
        size_high=problem.size_high,
        groups_low=problem.groups_low,
        groups_high=problem.groups_high,
        price=price,
        allowed=allowed,
        only_cell=_locks(problem, allowed),
        **_likes(price, allowed),
        home_at=at,
        home_cell=cell,
        home_soft=soft_home,
        home_hard=hard_home,
        **kinds.packed(),
        values=values,
        slack=slack,
        unit=unit,
        total_soft=total_soft,
        total_hard=total_hard,
        **_pairs(problem),
        folio_themes=themes,
        folio_soft=folio_soft,
        folio_hard=folio_hard,
        per_group=staff.per_group if staff else 0,
        led=problem.led,
        max_led=problem.max_led,
        novice=staff.novices if staff else np.zeros(0, dtype=bool),
        staff_soft=staff.weight if staff else 0,
        staff_hard=int(staff.hard) if staff else 0,
        appointed=_appointed(problem),
    )


def _prices(problem: Problem) -> tuple[Ints, Bools]:
    n, themes = len(problem.people), len(problem.themes)
    price = np.zeros((n, themes + 1), dtype=np.int64)
    allowed = np.ones((n, themes + 1), dtype=bool)
    allowed[:, :themes] = ~problem.refused
    allowed[:, themes] = problem.may_be_unplaced
    price[:, themes] = problem.unplaced_cost
    for term in problem.of(PriceTerm):
        price[:, :themes] += term.amount * term.weight
        if term.hard:
            allowed[:, :themes] &= term.amount == 0
    for mask in problem.of(ForbidTerm):
        allowed[:, :themes] &= ~mask.mask
    return price, allowed


def _locks(problem: Problem, allowed: Bools) -> Ints:
    """Narrows `allowed` to locked themes, and gives the one cell of each person locked in a cell."""
    only = np.full(len(problem.people), NONE, dtype=np.int64)
    for term in problem.of(ConfineTerm):
        themes = np.zeros(allowed.shape[1], dtype=bool)
        themes[problem.theme_of[term.cells]] = True
        allowed[term.person] &= themes
        whole = int(term.cells.sum()) == int((problem.theme_of == problem.theme_of[term.cells.argmax()]).sum())
        if term.cells.any() and not whole:
            only[term.person] = int(term.cells.argmax())
    return only


def _likes(price: Ints, allowed: Bools) -> dict[str, Ints]:
    """Lists for everyone the themes that cost them least to most, without those that cost the most."""
    dearest = np.where(allowed[:, :-1], price[:, :-1], -1).max(axis=1, initial=-1)
    liked = allowed[:, :-1] & (price[:, :-1] < dearest[:, None])
    nothing = ~liked.any(axis=1)
    liked[nothing] = allowed[nothing, :-1]
    who, themes = np.nonzero(liked)
    order = np.argsort(themes, kind="stable")
    return {
        "like_at": np.searchsorted(who, np.arange(len(price) + 1)),
        "likes": themes,
        "fan_at": np.searchsorted(themes[order], np.arange(price.shape[1])),
        "fans": who[order],
    }


def _homes(problem: Problem, price: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Charges everyone who should stay in a cell wherever they go, and lists the cell that takes it back."""
    rows: list[tuple[int, int, int, int]] = []
    for term in problem.of(KeepTerm):
        for person, home in zip(term.people.tolist(), term.cells.tolist(), strict=True):
            price[person, :-1] += term.weight
            rows.append((person, home, term.weight, int(term.hard)))
    table = np.array(sorted(rows), dtype=np.int64).reshape(-1, 4)
    at = np.searchsorted(table[:, 0], np.arange(len(problem.people) + 1))
    return at, table[:, 1].copy(), table[:, 2].copy(), table[:, 3].copy()


def _totals(problem: Problem) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    terms = problem.of(TotalTerm)
    values = np.array([t.values for t in terms], dtype=np.int64).reshape(len(terms), len(problem.people))
    columns = [[t.slack, t.unit, t.weight, int(t.hard)] for t in terms]
    rest = np.array(columns, dtype=np.int64).reshape(-1, 4)
    return values, rest[:, 0].copy(), rest[:, 1].copy(), rest[:, 2].copy(), rest[:, 3].copy()


def _pairs(problem: Problem) -> dict[str, Ints]:
    rows = [
        np.column_stack((t.pairs, np.full(len(t.pairs), t.weight), np.full(len(t.pairs), int(t.hard))))
        for t in problem.of(SeparateTerm)
    ]
    table = np.concatenate(rows) if rows else np.zeros((0, 4), dtype=np.int64)
    both = np.concatenate((table, table[:, [1, 0, 2, 3]]))
    both = both[np.argsort(both[:, 0], kind="stable")]
    return {
        "pair_at": np.searchsorted(both[:, 0], np.arange(len(problem.people) + 1)),
        "pair_with": both[:, 1].copy(),
        "pair_soft": both[:, 2].copy(),
        "pair_hard": both[:, 3].copy(),
    }


def _portfolios(problem: Problem) -> tuple[Bools, Ints, Ints]:
    terms = problem.of(PortfolioTerm)
    themes = np.array([t.themes for t in terms], dtype=bool).reshape(len(terms), len(problem.themes))
    shape = (len(terms), problem.cells + 1, problem.cells + 1) if terms else (0, 1, 1)
    soft, hard = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for p, term in enumerate(terms):
        width = term.table.shape[1]
        soft[p, :, :width] = term.table * term.weight
        hard[p, :, :width] = term.table * term.hard
    return themes, soft, hard


def _appointed(problem: Problem) -> Ints:
    """Gives rows (facilitator, first cell, end) of where facilitators are locked."""
    rows = []
    for term in problem.of(AppointTerm):
        where = np.flatnonzero(term.cells)
        rows.append((term.facilitator, int(where[0]), int(where[-1]) + 1) if len(where) else (term.facilitator, 0, 0))
    return np.array(rows, dtype=np.int64).reshape(-1, 3)


class _Kinds:
    """Numbers the sets of people that somebody counts, and the tables they are counted with."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._largest = int(problem.size_high.max(initial=1))
        self._number: dict[bytes, int] = {}
        self._members: list[Ints] = []
        self._counts: dict[int, list[CountTerm]] = {}
        for term in problem.of(CountTerm):
            self._counts.setdefault(self._kind(term.people), []).append(term)
        self._sets = [(self._kind(t.people), t.weight, int(t.hard)) for t in problem.of(GatherTerm)]
        self._barred = self._by_facilitator([t.barred for t in problem.of(StaffTerm)])
        self._kin = self._by_facilitator([t.kin for t in problem.of(StaffTerm)])

    def _kind(self, people: Ints) -> int:
        who = np.unique(people)
        name = who.tobytes()
        if name not in self._number:
            self._number[name] = len(self._members)
            self._members.append(who)
        return self._number[name]

    def _by_facilitator(self, tables: list[Ints]) -> Ints:
        kinds = np.full(len(self._problem.facilitators), NONE, dtype=np.int64)
        for table in tables:
            for f in np.unique(table[:, 0]).tolist():
                kinds[f] = self._kind(table[table[:, 0] == f, 1])
        return kinds

    def packed(self) -> dict[str, Ints]:
        """Gives the arrays of `Packed` that speak of kinds."""
        n, count = len(self._problem.people), len(self._members)
        pairs = np.array([(i, k) for k, who in enumerate(self._members) for i in who.tolist()], dtype=np.int64)
        pairs = pairs.reshape(-1, 2)
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        table_of, soft, hard = self._tables(count)
        sized = np.array([_depends_on_size(table_of[k], soft, hard) for k in range(count)], dtype=bool)
        set_of = np.full(count, NONE, dtype=np.int64)
        set_soft, set_hard = np.zeros(len(self._sets), dtype=np.int64), np.zeros(len(self._sets), dtype=np.int64)
        # Two rules on one set of people add up on one row.
        for row, (kind, weight, is_hard) in enumerate(self._sets):
            row = row if set_of[kind] == NONE else int(set_of[kind])
            set_of[kind] = row
            set_soft[row] += weight
            set_hard[row] += is_hard
        return {
            "kind_at": np.searchsorted(pairs[:, 0], np.arange(n + 1)),
            "kinds": pairs[:, 1].copy(),
            "table_of": table_of,
            "soft": soft,
            "hard": hard,
            "sized": sized,
            "always": np.flatnonzero(sized),
            "set_of": set_of,
            "set_soft": set_soft,
            "set_hard": set_hard,
            "barred_kind": self._barred,
            "kin_kind": self._kin,
        }

    def _tables(self, count: int) -> tuple[Ints, Ints, Ints]:
        table_of = np.full((count, len(self._problem.themes)), NONE, dtype=np.int64)
        distinct: dict[bytes, int] = {}
        found: list[tuple[Ints, Ints]] = []
        for kind, terms in self._counts.items():
            masks, which = np.unique(np.array([t.themes for t in terms]), axis=1, return_inverse=True)
            for column, asked in enumerate(masks.T):
                soft, hard = _added([t for t, wanted in zip(terms, asked, strict=True) if wanted], self._largest)
                name = soft.tobytes() + hard.tobytes()
                if name not in distinct:
                    distinct[name] = len(found)
                    found.append((soft, hard))
                if asked.any():
                    table_of[kind, which == column] = distinct[name]
        both = np.array(found, dtype=np.int64).reshape(len(found), 2, self._largest + 1, self._largest + 1)
        return table_of, both[:, 0].copy(), both[:, 1].copy()


def _added(terms: list[CountTerm], largest: int) -> tuple[Ints, Ints]:
    soft = np.zeros((largest + 1, largest + 1), dtype=np.int64)
    hard = soft.copy()
    for term in terms:
        soft += term.table * term.weight
        hard += term.table * term.hard
    return soft, hard


def _depends_on_size(tables: Ints, soft: Ints, hard: Ints) -> bool:
    """Tells whether a kind's cost can change when somebody of another kind comes or goes."""
    for index in np.unique(tables[tables >= 0]).tolist():
        for table in (soft[index], hard[index]):
            reached = np.tri(len(table), dtype=bool)[1:]
            if table[1:, 0].any() or (np.where(reached, table[1:] - table[-1], 0) != 0).any():
                return True
    return False
