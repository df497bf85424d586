"""A scope of the problem as one mixed-integer program, and the way between its columns and placements."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from solver.linear import Floats
from solver.mip.counts import state_counts
from solver.mip.groups import state_pairs, state_portfolio, state_sets, state_totals
from solver.mip.seats import Seats, seats
from solver.mip.staff import state_staff
from solver.placement import Placement
from solver.problem import Problem
from solver.scope import Scope
from solver.terms import Ints


@dataclass(frozen=True)
class Model:
    """The program of one scope; `leads[F, C]` are the columns of facilitators."""

    laid: Seats
    leads: Ints

    def read(self, columns: Floats) -> Placement:
        """Reads a placement of everybody from the values of the columns."""
        scope, seat = self.laid.scope, self.laid.seat
        value = np.where(seat >= 0, columns[seat], 0.0)
        cell = scope.outside.cell.copy()
        sits = value.max(axis=1, initial=0.0) > 0.5
        cell[scope.people[sits]] = scope.cells[value[sits].argmax(axis=1)]
        leaders = list(scope.outside.leaders)
        leading = np.where(self.leads >= 0, columns[self.leads], 0.0) > 0.5
        for k, g in enumerate(scope.cells):
            leaders[g] = tuple(np.flatnonzero(leading[:, k]).tolist())
        return Placement(cell, tuple(leaders))

    def start(self, placed: Placement) -> tuple[Ints, Floats]:
        """Gives the columns of seats, sizes and facilitators that a placement decides, and their values."""
        scope, laid = self.laid.scope, self.laid
        column_of = np.full(laid.problem.cells + 1, -1)
        column_of[scope.cells] = np.arange(len(scope.cells))
        here = column_of[placed.cell[scope.people]]
        sits = np.zeros(laid.seat.shape)
        sits[here >= 0, here[here >= 0]] = 1
        sized = np.zeros(laid.size.shape)
        sized[np.arange(len(scope.cells)), placed.sizes(laid.problem.cells)[scope.cells]] = 1
        leading = np.zeros(self.leads.shape)
        for k, g in enumerate(scope.cells):
            leading[list(placed.leaders[g]), k] = 1
        columns = np.concatenate((laid.seat.ravel(), laid.size.ravel(), laid.left, self.leads.ravel()))
        values = np.concatenate((sits.ravel(), sized.ravel(), (here < 0).astype(float), leading.ravel()))
        return columns[columns >= 0], values[columns >= 0]

    def highs(self) -> Any:
        """Gives the program to a new HiGHS."""
        return self.laid.linear.highs()


def model(problem: Problem, scope: Scope) -> Model:
    """States every term of the problem over a scope."""
    laid = seats(problem, scope)
    state_counts(laid)
    state_totals(laid)
    state_pairs(laid)
    state_sets(laid)
    state_portfolio(laid)
    return Model(laid, state_staff(laid))
