"""The terms once more, packed for compiled code: flat arrays, soft and hard apart.

People carry *kinds* (sets of people somebody counts); a kind has a table of costs by group size and count in each
theme, or is a set to keep together, or tells a facilitator's barred people or kin. Cell G, past the last, is nowhere.

Shapes: n people, T themes, G cells, K kinds, F facilitators, S largest size. PRICE[n, T + 1] and ALLOWED have nowhere
as their last theme. KINDS[KIND_AT[i]:KIND_AT[i + 1]] are person i's kinds, sorted; LIKES their themes of interest,
FANS those who like a theme. TABLE_OF[K, T] indexes SOFT[·, S + 1, S + 1] and HARD, or is NONE. ALWAYS are the SIZED
kinds, whose cost may change with size alone. HOME_CELL lists cells that cost a person HOME_SOFT less than all others.
"""

import numpy as np

from solver.problem import Problem
from solver.swap.image import PACKED, Fields, Image, image
from solver.swap.kinds import Kinds
from solver.swap.people import homes, likes, locks, prices
from solver.terms import AppointTerm, Ints, PortfolioTerm, SeparateTerm, TotalTerm


def pack(problem: Problem) -> Fields:
    """Packs the terms of a problem."""
    price, allowed = prices(problem)
    home = homes(problem, price)
    only = locks(problem, allowed)
    staff = problem.staff
    return {
        "THEME_OF": np.append(problem.theme_of, len(problem.themes)),
        "FIRST_CELL": problem.first_cell,
        "SIZE_LOW": problem.size_low,
        "SIZE_HIGH": problem.size_high,
        "GROUPS_LOW": problem.groups_low,
        "GROUPS_HIGH": problem.groups_high,
        "PRICE": price,
        "ALLOWED": allowed,
        "ONLY_CELL": only,
        "LED": problem.led,
        "MAX_LED": problem.max_led,
        "NOVICE": staff.novices if staff else np.zeros(len(problem.facilitators), dtype=bool),
        "APPOINTED": _appointed(problem),
        **home,
        **likes(price, allowed),
        **Kinds(problem).packed(),
        **_totals(problem),
        **_pairs(problem),
        **_portfolios(problem),
    }


def in_memory(problem: Problem, packed: Fields, roams: bool = True) -> Image:
    """Lays the packed terms out for compiled code; who `roams` is now and then tried outside the themes they like."""
    staff = problem.staff
    scalars = {
        "CELLS": problem.cells,
        "PEOPLE": len(problem.people),
        "THEMES": len(problem.themes),
        "FACILITATORS": len(problem.facilitators),
        "PER_GROUP": staff.per_group if staff else 0,
        "LARGEST": int(problem.size_high.max(initial=1)),
        "STAFF_SOFT": staff.weight if staff else 0,
        "STAFF_HARD": int(staff.hard) if staff else 0,
        "ROAMS": int(roams),
    }
    return image(scalars, packed, PACKED)


def _totals(problem: Problem) -> Fields:
    """Packs the numbers to be summed."""
    terms = problem.of(TotalTerm)
    values = np.array([t.values for t in terms], dtype=np.int64).reshape(len(terms), len(problem.people))
    columns = [[t.slack, t.unit, t.weight, int(t.hard)] for t in terms]
    rest = np.array(columns, dtype=np.int64).reshape(-1, 4)
    names = ("SLACK", "UNIT", "TOTAL_SOFT", "TOTAL_HARD")
    return {"VALUES": values} | dict(zip(names, rest.T, strict=True))


def _pairs(problem: Problem) -> Fields:
    """Lists everybody's pairs, both ways."""
    rows = [
        np.column_stack((t.pairs, np.full(len(t.pairs), t.weight), np.full(len(t.pairs), int(t.hard))))
        for t in problem.of(SeparateTerm)
    ]
    table = np.concatenate(rows) if rows else np.zeros((0, 4), dtype=np.int64)
    both = np.concatenate((table, table[:, [1, 0, 2, 3]]))
    both = both[np.argsort(both[:, 0], kind="stable")]
    return {
        "PAIR_AT": np.searchsorted(both[:, 0], np.arange(len(problem.people) + 1)),
        "PAIR_WITH": both[:, 1],
        "PAIR_SOFT": both[:, 2],
        "PAIR_HARD": both[:, 3],
    }


def _portfolios(problem: Problem) -> Fields:
    """Packs the prices of the numbers of open groups."""
    terms = problem.of(PortfolioTerm)
    themes = np.array([t.themes for t in terms], dtype=bool).reshape(len(terms), len(problem.themes))
    shape = (len(terms), problem.cells + 1, problem.cells + 1) if terms else (0, 1, 1)
    soft, hard = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for p, term in enumerate(terms):
        width = term.table.shape[1]
        soft[p, :, :width] = term.table * term.weight
        hard[p, :, :width] = term.table * term.hard
    return {"FOLIO_THEMES": themes, "FOLIO_SOFT": soft, "FOLIO_HARD": hard}


def _appointed(problem: Problem) -> Ints:
    """Gives rows (facilitator, first cell, end) of where facilitators are locked."""
    rows = []
    for term in problem.of(AppointTerm):
        where = np.flatnonzero(term.cells)
        rows.append((term.facilitator, int(where[0]), int(where[-1]) + 1) if len(where) else (term.facilitator, 0, 0))
    return np.array(rows, dtype=np.int64).reshape(-1, 3)
