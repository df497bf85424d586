"""A linear model under construction: columns and rows added many at a time, then handed to HiGHS as arrays."""

from dataclasses import dataclass, field
from typing import Any

import highspy
import numpy as np
from numpy.typing import ArrayLike, NDArray

from solver.terms import Ints

Floats = NDArray[np.float64]
INF = float("inf")

# A coefficient this large loses the whole numbers HiGHS works to 1e-6 on; scaling must keep below it.
LARGEST_COEFFICIENT = 2**20


@dataclass
class Linear:
    """Minimise cost·x within column and row limits; some columns are whole."""

    cost: list[Floats] = field(default_factory=list)
    low: list[Floats] = field(default_factory=list)
    high: list[Floats] = field(default_factory=list)
    whole: list[NDArray[np.bool_]] = field(default_factory=list)
    row_low: list[Floats] = field(default_factory=list)
    row_high: list[Floats] = field(default_factory=list)
    entries: list[tuple[Ints, Ints, Floats]] = field(default_factory=list)
    extra_cost: list[tuple[Ints, Floats]] = field(default_factory=list)
    columns: int = 0
    rows: int = 0

    def add_columns(
        self, count: int, cost: ArrayLike = 0.0, low: ArrayLike = 0.0, high: ArrayLike = 1.0, whole: bool = True
    ) -> Ints:
        """Adds columns and gives their indices."""
        for stack, value in ((self.cost, cost), (self.low, low), (self.high, high)):
            stack.append(np.broadcast_to(np.asarray(value, dtype=float), (count,)))
        self.whole.append(np.full(count, whole))
        self.columns += count
        return np.arange(self.columns - count, self.columns)

    def add_cost(self, columns: ArrayLike, cost: ArrayLike) -> None:
        """Adds to the cost of existing columns; a column of −1 is left out."""
        c, v = np.broadcast_arrays(np.asarray(columns), np.asarray(cost, dtype=float))
        self.extra_cost.append((c[c >= 0], v[c >= 0]))

    def add_rows(self, count: int, low: ArrayLike = -INF, high: ArrayLike = INF) -> Ints:
        """Adds empty rows and gives their indices."""
        self.row_low.append(np.broadcast_to(np.asarray(low, dtype=float), (count,)))
        self.row_high.append(np.broadcast_to(np.asarray(high, dtype=float), (count,)))
        self.rows += count
        return np.arange(self.rows - count, self.rows)

    def put(self, rows: ArrayLike, columns: ArrayLike, coefficients: ArrayLike) -> None:
        """Adds coefficients; the three shapes are broadcast together and a column of −1 is left out."""
        r, c, v = np.broadcast_arrays(np.asarray(rows), np.asarray(columns), np.asarray(coefficients, dtype=float))
        kept = (c >= 0) & (v != 0)
        if kept.any():
            if np.abs(v[kept]).max() > LARGEST_COEFFICIENT:
                raise OverflowError("a coefficient is beyond what the engine computes exactly")
            self.entries.append((r[kept], c[kept], v[kept]))

    def costs(self) -> Floats:
        """Gives the cost of every column."""
        cost = _joined(self.cost).copy()
        for columns, extra in self.extra_cost:
            np.add.at(cost, columns, extra)
        return cost

    def limits(self) -> tuple[Floats, Floats, Floats, Floats]:
        """Gives the least and greatest value of every column, then of every row."""
        return _joined(self.low), _joined(self.high), _joined(self.row_low), _joined(self.row_high)

    def triplets(self) -> tuple[Ints, Ints, Floats]:
        """Gives the rows, columns and values of all coefficients."""
        if not self.entries:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0)
        rows, columns, values = (np.concatenate(part) for part in zip(*self.entries, strict=True))
        return rows, columns, values

    def highs(self, kept: NDArray[np.bool_] | None = None, relaxed: bool = False) -> Any:
        """Gives the model to a new HiGHS: the columns `kept` (None: all), `relaxed` to fractions."""
        some = np.ones(self.columns, dtype=bool) if kept is None else kept
        low, high, row_low, row_high = self.limits()
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = int(some.sum()), self.rows
        lp.col_cost_ = self.costs()[some]
        lp.col_lower_, lp.col_upper_ = low[some], high[some]
        lp.row_lower_, lp.row_upper_ = row_low, row_high
        starts, index, value = self._by_row(some)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = starts, index, value
        if not relaxed:
            kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
            lp.integrality_ = [kinds[w] for w in np.concatenate(self.whole)[some].tolist()]
        engine: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        engine.silent()
        # One scheduler serves a whole process, so every run must ask for the same: other cores have other work to do.
        engine.setOptionValue("threads", 1)
        engine.passModel(lp)
        return engine

    def _by_row(self, some: NDArray[np.bool_]) -> tuple[Ints, Ints, Floats]:
        rows, columns, values = self.triplets()
        taken = some[columns]
        rows, columns, values = rows[taken], (np.cumsum(some) - 1)[columns[taken]], values[taken]
        order = np.argsort(rows, kind="stable")
        starts = np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=self.rows))))
        return starts.astype(np.int32), columns[order].astype(np.int32), values[order]


def _joined(parts: list[Floats]) -> Floats:
    return np.concatenate(parts) if parts else np.zeros(0)
