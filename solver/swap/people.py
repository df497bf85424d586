"""What each person costs in each theme and cell, packed."""

import numpy as np

from solver.problem import Problem
from solver.swap.image import NONE, Fields
from solver.terms import Bools, ConfineTerm, ForbidTerm, Ints, KeepTerm, PriceTerm


def prices(problem: Problem) -> tuple[Ints, Bools]:
    """Gives the prices of everyone in every theme, nowhere last, and where each may be."""
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


def locks(problem: Problem, allowed: Bools) -> Ints:
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


def likes(price: Ints, allowed: Bools) -> Fields:
    """Lists for everyone the themes that cost them least to most, without those that cost the most."""
    dearest = np.where(allowed[:, :-1], price[:, :-1], -1).max(axis=1, initial=-1)
    liked = allowed[:, :-1] & (price[:, :-1] < dearest[:, None])
    nothing = ~liked.any(axis=1)
    liked[nothing] = allowed[nothing, :-1]
    return interests(liked)


def interests(liked: Bools) -> Fields:
    """Lists the themes each person may be tried in, and the people to try in each theme."""
    who, themes = np.nonzero(liked)
    order = np.argsort(themes, kind="stable")
    return {
        "LIKE_AT": np.searchsorted(who, np.arange(len(liked) + 1)),
        "LIKES": themes,
        "FAN_AT": np.searchsorted(themes[order], np.arange(liked.shape[1] + 1)),
        "FANS": who[order],
    }


def homes(problem: Problem, price: Ints) -> Fields:
    """Charges everyone who should stay in a cell wherever they go, and lists the cell that takes it back."""
    rows: list[tuple[int, int, int, int]] = []
    for term in problem.of(KeepTerm):
        for person, home in zip(term.people.tolist(), term.cells.tolist(), strict=True):
            price[person, :-1] += term.weight
            rows.append((person, home, term.weight, int(term.hard)))
    table = np.array(sorted(rows), dtype=np.int64).reshape(-1, 4)
    at = np.searchsorted(table[:, 0], np.arange(len(problem.people) + 1))
    return {"HOME_AT": at, "HOME_CELL": table[:, 1], "HOME_SOFT": table[:, 2], "HOME_HARD": table[:, 3]}
