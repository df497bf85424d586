"""Writes down what rules say: names become indices, amounts become arrays."""

from collections.abc import Callable, Collection, Iterable, Mapping

import numpy as np

from models.roster import Roster
from models.terms import Amount
from solver.terms import (
    AnyTerm,
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


class Scribe:
    """Listens to one rule at a time; speaks the language of `models.terms.Terms`."""

    def __init__(self, roster: Roster, sizes: Ints, groups: Ints) -> None:
        self._roster = roster
        self._person = {v.id: k for k, v in enumerate(roster.volunteers)}
        self._theme = {t.id: k for k, t in enumerate(roster.themes)}
        self._facilitator = {f.id: k for k, f in enumerate(roster.facilitators)}
        self._largest = int(sizes[:, 1].max(initial=1))
        self._most = int(groups[:, 1].sum())
        self._cell = {
            f"{theme}-{k + 1}": int(first) + k
            for theme, first, most in zip(
                self._theme, np.cumsum(groups[:, 1]) - groups[:, 1], groups[:, 1], strict=True
            )
            for k in range(most)
        }
        self._theme_of_cell = np.repeat(np.arange(len(self._theme)), groups[:, 1])
        self._rule = 0
        self._weight = 0
        self._terms: list[AnyTerm] = []
        self._prices: dict[int, Ints] = {}
        self._forbidden: dict[int, Bools] = {}
        self._kept: dict[int, list[tuple[int, int]]] = {}
        self._weights: list[int] = []

    def listen(self, rule: int, weight: int) -> None:
        """Turns to the next rule; weight 0 makes what it says hard."""
        self._rule, self._weight = rule, weight
        self._weights.append(weight)

    def written(self) -> tuple[AnyTerm, ...]:
        """Gives everything said so far."""
        weight = self._weights
        return (
            *(PriceTerm(r, weight[r], amount) for r, amount in self._prices.items()),
            *(ForbidTerm(r, 0, mask) for r, mask in self._forbidden.items()),
            *(KeepTerm(r, weight[r], *np.array(rows, dtype=np.int64).T) for r, rows in self._kept.items()),
            *self._terms,
        )

    @property
    def roster(self) -> Roster:
        """Who and what can be placed."""
        return self._roster

    def price(self, volunteer: str, themes: Mapping[str, Amount], otherwise: Amount = 0) -> None:
        """Writes one person's row of prices."""
        amount = self._prices.setdefault(self._rule, np.zeros(self._shape, dtype=np.int64))
        row = np.full(len(self._theme), otherwise, dtype=np.int64)
        row[[self._theme[t] for t in themes]] = list(themes.values())
        amount[self._person[volunteer]] += row

    def forbid(self, volunteer: str, themes: Iterable[str]) -> None:
        """Writes one person's forbidden themes."""
        mask = self._forbidden.setdefault(self._rule, np.zeros(self._shape, dtype=bool))
        mask[self._person[volunteer], [self._theme[t] for t in themes]] = True

    def keep(self, volunteer: str, group: str) -> None:
        """Writes where one person was."""
        self._kept.setdefault(self._rule, []).append((self._person[volunteer], self._cell.get(group, -1)))

    def confine(self, volunteer: str, theme: str | None, group: str | None) -> None:
        """Writes the cells one person is locked in."""
        self._terms.append(ConfineTerm(self._rule, 0, self._person[volunteer], self._cells(theme, group)))

    def count(
        self, people: Iterable[str], amount: Callable[[int, int], Amount], themes: Collection[str] | None = None
    ) -> None:
        """Tabulates an amount over every size and count a group can have."""
        who = np.array(sorted(self._person[p] for p in people), dtype=np.int64)
        sizes = range(self._largest + 1)
        table = np.array([[amount(n, min(k, n)) if n else 0 for k in sizes] for n in sizes], dtype=np.int64)
        if table.any():
            self._terms.append(CountTerm(self._rule, self._weight, who, table, self._mask(themes)))

    def total(self, values: Mapping[str, int], slack: int, unit: int) -> None:
        """Writes one number per person."""
        column = np.zeros(len(self._person), dtype=np.int64)
        for person, value in values.items():
            column[self._person[person]] = value
        self._terms.append(TotalTerm(self._rule, self._weight, column, slack, unit))

    def separate(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Writes pairs of people."""
        rows = sorted((self._person[a], self._person[b]) for a, b in pairs)
        if rows:
            self._terms.append(SeparateTerm(self._rule, self._weight, np.array(rows, dtype=np.int64)))

    def gather(self, people: Iterable[str]) -> None:
        """Writes a set of people."""
        who = np.array([self._person[p] for p in people], dtype=np.int64)
        if len(who) > 1:
            self._terms.append(GatherTerm(self._rule, self._weight, who))

    def portfolio(self, themes: Collection[str], amount: Callable[[int, int], Amount]) -> None:
        """Tabulates an amount over the numbers of open groups."""
        mask = self._mask(themes)
        most = int(mask[self._theme_of_cell].sum())
        table = [[amount(g, min(k, g)) for k in range(most + 1)] for g in range(self._most + 1)]
        self._terms.append(PortfolioTerm(self._rule, self._weight, mask, np.array(table, dtype=np.int64)))

    def staff(
        self,
        per_group: int,
        barred: Mapping[str, Collection[str]],
        kin: Mapping[str, Collection[str]],
        novices: Collection[str],
    ) -> None:
        """Writes who may lead whom."""
        unskilled = np.zeros(len(self._facilitator), dtype=bool)
        unskilled[[self._facilitator[f] for f in novices]] = True
        self._terms.append(StaffTerm(self._rule, self._weight, per_group, self._led(barred), self._led(kin), unskilled))

    def appoint(self, facilitator: str, theme: str | None, group: str | None) -> None:
        """Writes the cells one facilitator is locked in."""
        self._terms.append(AppointTerm(self._rule, 0, self._facilitator[facilitator], self._cells(theme, group)))

    @property
    def _shape(self) -> tuple[int, int]:
        return len(self._person), len(self._theme)

    def _mask(self, themes: Collection[str] | None) -> Bools:
        mask = np.full(len(self._theme), themes is None)
        mask[[self._theme[t] for t in themes or ()]] = True
        return mask

    def _cells(self, theme: str | None, group: str | None) -> Bools:
        mask = np.zeros(self._most, dtype=bool)
        if theme is not None:
            mask[self._theme_of_cell == self._theme[theme]] = True
        elif group in self._cell:
            mask[self._cell[group]] = True
        return mask

    def _led(self, people: Mapping[str, Collection[str]]) -> Ints:
        rows = [
            (self._facilitator[f], self._person[p]) for f, group in people.items() for p in group if p in self._person
        ]
        return np.array(sorted(rows), dtype=np.int64).reshape(-1, 2)
