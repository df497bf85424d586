"""What a placement costs, term by term: the engines' own reckoning, to be compared with the judge's."""

from dataclasses import dataclass
from functools import singledispatch

import numpy as np

from solver.placement import Placement
from solver.problem import Problem
from solver.terms import (
    AnyTerm,
    AppointTerm,
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


@dataclass(frozen=True)
class Price:
    """Costs and breaches by rule; `structure` are breaches of what holds for every plan."""

    costs: Ints
    breaches: Ints
    structure: int
    unplaced: int

    @property
    def cost(self) -> int:
        """The whole cost."""
        return int(self.costs.sum()) + self.unplaced

    @property
    def total_breaches(self) -> int:
        """Everything hard that is broken; nought for a plan that may be shown."""
        return int(self.breaches.sum()) + self.structure


def price(problem: Problem, placed: Placement) -> Price:
    """Reckons a placement from scratch."""
    costs, breaches = np.zeros(problem.rules, dtype=np.int64), np.zeros(problem.rules, dtype=np.int64)
    for term in problem.terms:
        amount, never = amounts(term, problem, placed)
        costs[term.rule] += amount * term.weight
        breaches[term.rule] += never + (amount if term.hard else 0)
    left = int((placed.cell < 0).sum())
    return Price(costs, breaches, _structure(problem, placed), left * problem.unplaced_cost)


def _structure(problem: Problem, placed: Placement) -> int:
    sizes = placed.sizes(problem.cells)
    theme = problem.theme_of
    opened = np.bincount(theme[sizes > 0], minlength=len(problem.themes))
    short = np.where(sizes > 0, problem.size_low[theme] - sizes, 0)
    who = np.flatnonzero(placed.cell >= 0)
    refused = problem.refused[who, theme[placed.cell[who]]].sum()
    left = 0 if problem.may_be_unplaced else len(placed.cell) - len(who)
    return int(
        _above(short)
        + _above(sizes - problem.size_high[theme])
        + _above(problem.groups_low - opened)
        + _above(opened - problem.groups_high)
        + refused
        + left
    )


def _above(gaps: Ints) -> int:
    return int(np.maximum(gaps, 0).sum())


@singledispatch
def amounts(term: AnyTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    """Gives a term's amount, and what it forbids whatever its rule's weight."""
    raise NotImplementedError(type(term))


@amounts.register
def _(term: PriceTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    who = np.flatnonzero(placed.cell >= 0)
    return int(term.amount[who, problem.theme_of[placed.cell[who]]].sum()), 0


@amounts.register
def _(term: ForbidTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    who = np.flatnonzero(placed.cell >= 0)
    return 0, int(term.mask[who, problem.theme_of[placed.cell[who]]].sum())


@amounts.register
def _(term: KeepTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    now = placed.cell[term.people]
    return int(((now >= 0) & (now != term.cells)).sum()), 0


@amounts.register
def _(term: ConfineTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    now = placed.cell[term.person]
    return int(now < 0 or not term.cells[now]), 0


@amounts.register
def _(term: CountTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    sizes = placed.sizes(problem.cells)
    here = placed.cell[term.people]
    counts = np.bincount(here[here >= 0], minlength=problem.cells)
    asked = term.themes[problem.theme_of] & (sizes > 0)
    largest = len(term.table) - 1
    return int(term.table[np.minimum(sizes, largest), np.minimum(counts, largest)][asked].sum()), 0


@amounts.register
def _(term: TotalTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    sizes = placed.sizes(problem.cells)
    who = np.flatnonzero(placed.cell >= 0)
    sums = np.zeros(problem.cells, dtype=np.int64)
    np.add.at(sums, placed.cell[who], term.values[who])
    return _above(-((sizes * term.slack - np.abs(sums)) // term.unit)), 0


@amounts.register
def _(term: SeparateTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    a, b = placed.cell[term.pairs].T
    return int(((a == b) & (a >= 0)).sum()), 0


@amounts.register
def _(term: GatherTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    used = np.unique(placed.cell[term.people])
    return max(0, int((used >= 0).sum()) - 1), 0


@amounts.register
def _(term: PortfolioTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    opened = placed.sizes(problem.cells) > 0
    return int(term.table[opened.sum(), (opened & term.themes[problem.theme_of]).sum()]), 0


@amounts.register
def _(term: StaffTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    opened = np.flatnonzero(placed.sizes(problem.cells) > 0)
    barred, kin = {(int(f), int(i)) for f, i in term.barred}, {(int(f), int(i)) for f, i in term.kin}
    amount, never = 0, _overload(problem, placed, opened)
    for g in opened:
        leaders, members = placed.leaders[g], np.flatnonzero(placed.cell == g).tolist()
        never += abs(len(set(leaders)) - term.per_group)
        never += sum(not problem.led[f, problem.theme_of[g]] for f in leaders)
        never += sum((f, i) in barred for f in leaders for i in members)
        amount += any((f, i) in kin for f in leaders for i in members)
        amount += bool(leaders) and all(term.novices[f] for f in leaders)
    return amount, never


def _overload(problem: Problem, placed: Placement, opened: Ints) -> int:
    load = np.zeros(len(problem.facilitators), dtype=np.int64)
    for g in opened:
        for f in placed.leaders[g]:
            load[f] += 1
    return _above(load - problem.max_led)


@amounts.register
def _(term: AppointTerm, problem: Problem, placed: Placement) -> tuple[int, int]:
    sizes = placed.sizes(problem.cells)
    led = (term.facilitator in placed.leaders[g] for g in np.flatnonzero(term.cells & (sizes > 0)))
    return int(not any(led)), 0
