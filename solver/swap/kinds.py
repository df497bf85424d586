"""The sets of people that somebody counts, numbered, and the tables they are counted with."""

import numpy as np

from solver.problem import Problem
from solver.swap.image import NONE, Fields
from solver.terms import CountTerm, GatherTerm, Ints, StaffTerm


class Kinds:
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

    def packed(self) -> Fields:
        """Gives the fields that speak of kinds."""
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
            "KIND_AT": np.searchsorted(pairs[:, 0], np.arange(n + 1)),
            "KINDS": pairs[:, 1].copy(),
            "TABLE_OF": table_of,
            "SOFT": soft,
            "HARD": hard,
            "SIZED": sized,
            "ALWAYS": np.flatnonzero(sized),
            "SET_OF": set_of,
            "SET_SOFT": set_soft,
            "SET_HARD": set_hard,
            "BARRED_KIND": self._barred,
            "KIN_KIND": self._kin,
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
