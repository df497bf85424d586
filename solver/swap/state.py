"""Where the quick search stands: who sits where, and the counts every cost is read from."""

import numpy as np

from solver.placement import Placement
from solver.problem import Problem
from solver.swap.image import NONE, STATE, Fields, Image, image
from solver.terms import Ints


def empty(problem: Problem, packed: Fields, seed: int) -> Image:
    """Gives the memory of the state in which nobody has a place; cell G is nowhere.

    MEMBER[G, S] lists the people of a cell and PLACE[n] where a person stands in that list. COUNT[G, K] has the people
    of each kind in each cell, SUMS[G, M] the sums, USED the cells each set is spread over, OPENED[T] and FOLIO the open
    groups, POSTED the cells where each appointed facilitator leads as asked. TALLY holds the soft cost, the hard
    breaches and the number of open groups; CHANCE the state of the random generator.
    """
    n, cells, largest = len(problem.people), problem.cells, int(problem.size_high.max(initial=1))
    fields = {
        "CELL": np.full(n, cells),
        "SIZE": np.append(np.zeros(cells, dtype=np.int64), n),
        "MEMBER": np.full((cells, largest), NONE),
        "PLACE": np.zeros(n),
        "COUNT": np.zeros((cells, len(packed["TABLE_OF"]))),
        "SUMS": np.zeros((cells, len(packed["VALUES"]))),
        "USED": np.zeros(len(packed["SET_SOFT"])),
        "OPENED": np.zeros(len(problem.themes)),
        "FOLIO": np.zeros(len(packed["FOLIO_THEMES"])),
        "LEADERS": np.full((cells, problem.staff.per_group if problem.staff else 0), NONE),
        "LOAD": np.zeros(len(problem.facilitators)),
        "POSTED": np.zeros(len(packed["APPOINTED"])),
        "TALLY": _tally(problem, packed),
        "CHANCE": np.array([(seed + 1) * 0x9E3779B97F4A7C15 % 2**63]),
    }
    return image({}, fields, STATE)


def _tally(problem: Problem, packed: Fields) -> Ints:
    soft = packed["PRICE"][:, -1].sum() + packed["FOLIO_SOFT"][:, 0, 0].sum()
    hard = (~packed["ALLOWED"][:, -1]).sum() + packed["FOLIO_HARD"][:, 0, 0].sum()
    return np.array([soft, hard + problem.groups_low.sum() + len(packed["APPOINTED"]), 0])


def as_placement(problem: Problem, cell: Ints, leaders: Ints) -> Placement:
    """Gives the placement of a state's CELL and LEADERS."""
    sizes = np.bincount(cell, minlength=problem.cells + 1)[: problem.cells]
    named = leaders.reshape(problem.cells, -1) if problem.cells else leaders.reshape(0, 0)
    rows = zip(named.tolist(), sizes.tolist(), strict=True)
    led = tuple(tuple(sorted(f for f in row if f >= 0)) if size else () for row, size in rows)
    return Placement(np.where(cell < problem.cells, cell, NONE), led)
