"""Runs the quick search and tells what it finds."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic
from typing import Self

from solver.news import Found
from solver.placement import Placement
from solver.price import price
from solver.problem import Problem
from solver.start import first_cells
from solver.swap.anneal import anneal, name_all_leaders, typical_rise
from solver.swap.books import lead, put
from solver.swap.image import BREACHES, CELL, LARGEST, LEADERS, PER_GROUP, SIZE, SOFT_COST, TALLY, Fields, Image, look
from solver.swap.packed import in_memory, pack
from solver.swap.people import interests
from solver.swap.state import as_placement, empty
from solver.terms import Bools

# Rounds of cooling between two looks at the clock and at what was found.
ROUNDS = 48

# First and last temperature, as shares of the mean rise of a random swap: of the ratios tried on made-up companies of
# 300 and 1,000 people, the best in a second. The first plan is good already, so a hot start only destroys it.
HOT, COLD = 0.05, 0.003


@dataclass(frozen=True)
class Quick:
    """The quick search on one problem."""

    problem: Problem
    packed: Fields
    memory: Image

    def focused(self, seats: Bools) -> Self:
        """Gives the same search trying people only in the themes where `seats[n, T]` holds."""
        packed = self.packed | interests(seats)
        return replace(self, packed=packed, memory=in_memory(self.problem, packed, roams=False))

    def run(
        self,
        tell: Callable[[Found], None],
        seed: int,
        moves: int,
        end: float,
        start: Placement | None = None,
        hot: float = HOT,
        stop: Callable[[], bool] = lambda: False,
    ) -> Placement:
        """Anneals `moves` tries from a first plan or a given one; stops at `end` (monotonic seconds) or when told.

        `hot` is the first temperature, as a share of what a random swap costs.
        """
        state = self.stand(seed, start)
        best = look(state, TALLY)[[BREACHES, SOFT_COST]]
        cell, leaders = look(state, CELL).copy(), look(state, LEADERS).ravel().copy()
        penalty = self._penalty()
        rise = typical_rise(self.memory, state, penalty, 2000)
        hot, cold = rise * hot, rise * COLD
        changing = bool((self.problem.groups_low != self.problem.groups_high).any())
        told = None
        for k in range(ROUNDS):
            heat = hot * (cold / hot) ** (k / ROUNDS), hot * (cold / hot) ** ((k + 1) / ROUNDS)
            anneal(self.memory, state, best, cell, leaders, moves // ROUNDS, *heat, penalty, changing)
            if best[0] == 0 and (told is None or best[1] < told):
                told = int(best[1])
                self._show(tell, as_placement(self.problem, cell, leaders))
            penalty *= 2 if best[0] > 0 and penalty < 1 << 30 else 1
            if monotonic() > end or stop():
                break
        return as_placement(self.problem, cell, leaders)

    def _show(self, tell: Callable[[Found], None], placed: Placement) -> None:
        """Tells of a placement at the plain reckoning's price: the exact engine builds its proof on this number."""
        reckoned = price(self.problem, placed)
        if reckoned.total_breaches == 0:
            tell(Found(placed, reckoned.cost, "swap"))

    def stand(self, seed: int, start: Placement | None) -> Image:
        """Gives the state in which everybody sits where a first plan says, nowhere when there is no room."""
        state = empty(self.problem, self.packed, seed)
        cells = first_cells(self.problem, self.packed, seed) if start is None else start.cell
        sizes = look(state, SIZE)
        for i, g in enumerate(cells.tolist()):
            if 0 <= g < self.problem.cells and sizes[g] < self.memory[LARGEST]:
                put(self.memory, state, i, g)
        for g, named in enumerate(start.leaders if start else ()):
            for q, f in enumerate(named[: self.memory[PER_GROUP]] if sizes[g] else ()):
                lead(self.memory, state, g, q, f)
        name_all_leaders(self.memory, state)
        return state

    def _penalty(self) -> int:
        """Gives what one breach weighs at first: the widest difference of choice costs, and a little more."""
        inside = self.packed["PRICE"][:, :-1]
        return int(10 + (inside.max(initial=0) - inside.min(initial=0)) + self.packed["SOFT"].max(initial=0))


def quick_search(problem: Problem) -> Quick:
    """Packs a problem for the quick search."""
    packed = pack(problem)
    return Quick(problem, packed, in_memory(problem, packed))
