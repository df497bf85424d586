"""The obvious way: a made-up company as one CP-SAT model, a variable for each person and group.

Written from the yardstick's own arrays and cost; shares nothing with the solver.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from ortools.sat.python import cp_model


@dataclass(frozen=True)
class Answer:
    """The group of each person, None when none was found, and the bound."""

    groups: list[int] | None
    bound: int


def solve_as_one(judge: Any, made: Any, seconds: float, workers: int, seed: int) -> Answer:
    """Solves a company of the yardstick `judge`, whose arrays are `made`."""
    asked = _Model(judge, made)
    engine = cp_model.CpSolver()
    engine.parameters.max_time_in_seconds = seconds
    engine.parameters.num_workers = workers
    engine.parameters.random_seed = seed
    status = engine.solve(asked.model)
    bound = max(0, round(engine.best_objective_bound))
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Answer(None, bound)
    return Answer([next(g for g, x in enumerate(row) if engine.boolean_value(x)) for row in asked.seat], bound)


class _Model:
    def __init__(self, judge: Any, made: Any) -> None:
        self.model = cp_model.CpModel()
        self._judge, self._made = judge, made
        people, groups = range(made["n"]), range(made["G"])
        self.seat = [[self.model.new_bool_var("") for _ in groups] for _ in people]
        for row in self.seat:
            self.model.add_exactly_one(row)
        self._sizes = range(judge.LO, judge.HI + 1)
        self._is = [[self.model.new_bool_var("") for _ in self._sizes] for _ in groups]
        for g in groups:
            self.model.add_exactly_one(self._is[g])
            self.model.add(sum(row[g] for row in self.seat) == _weighed(self._sizes, self._is[g]))
        self._apart()
        self.model.minimize(self._choices() + self._balance() + self._spread())

    def _apart(self) -> None:
        for i, boss in enumerate(self._made["boss"].tolist()):
            for g in range(self._made["G"]) if boss >= 0 else ():
                self.model.add_at_most_one(self.seat[i][g], self.seat[boss][g])

    def _choices(self) -> Any:
        cost = self._judge.choice_cost(self._made)[:, self._made["theme_of"]]
        return sum(_weighed(prices, row) for prices, row in zip(cost.tolist(), self.seat, strict=True))

    def _balance(self) -> Any:
        n, outside = self._made["n"], []
        for attribute in ("level", "job", "func"):
            values = self._made[attribute]
            for value in np.unique(values):
                members = np.flatnonzero(values == value)
                low = [len(members) * size // n for size in self._sizes]
                high = [-(-len(members) * size // n) for size in self._sizes]
                for g in range(self._made["G"]):
                    here = sum(self.seat[i][g] for i in members)
                    off = self._amount()
                    self.model.add(off >= _weighed(low, self._is[g]) - here)
                    self.model.add(off >= here - _weighed(high, self._is[g]))
                    outside.append(off)
        return self._judge.W["balance"] * sum(outside)

    def _spread(self) -> Any:
        above = []
        for unit in np.unique(self._made["unit"]):
            members = np.flatnonzero(self._made["unit"] == unit)
            for g in range(self._made["G"]) if len(members) > self._judge.SAME_UNIT else ():
                over = self._amount()
                self.model.add(over >= sum(self.seat[i][g] for i in members) - self._judge.SAME_UNIT)
                above.append(over)
        return self._judge.W["spread"] * sum(above)

    def _amount(self) -> Any:
        return self.model.new_int_var(0, self._judge.HI, "")


def _weighed(weights: Any, variables: Any) -> Any:
    return sum(weight * variable for weight, variable in zip(weights, variables, strict=True))
