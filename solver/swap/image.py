"""The memory of the quick search: all its arrays end to end in one, so that compiled calls pass a single pointer.

A named tuple of forty arrays costs more to hand to a compiled function than the function does (measured: 0.26 million
tries a second against 2.6). The first words of an image are scalars and, for each field, where it starts, how many rows
it has and how wide its rows are.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Image = NDArray[np.int64]
Fields = dict[str, NDArray[Any]]

# Stands for no person, cell, theme, table or facilitator.
NONE = -1

SCALARS = ("CELLS", "PEOPLE", "THEMES", "FACILITATORS", "PER_GROUP", "LARGEST", "STAFF_SOFT", "STAFF_HARD", "ROAMS")
PACKED = (
    "THEME_OF", "FIRST_CELL", "SIZE_LOW", "SIZE_HIGH", "GROUPS_LOW", "GROUPS_HIGH", "PRICE", "ALLOWED", "ONLY_CELL",
    "LIKE_AT", "LIKES", "FAN_AT", "FANS", "HOME_AT", "HOME_CELL", "HOME_SOFT", "HOME_HARD", "KIND_AT", "KINDS",
    "TABLE_OF", "SOFT", "HARD", "SIZED", "ALWAYS", "SET_OF", "SET_SOFT", "SET_HARD", "VALUES", "SLACK", "UNIT",
    "TOTAL_SOFT", "TOTAL_HARD", "PAIR_AT", "PAIR_WITH", "PAIR_SOFT", "PAIR_HARD", "FOLIO_THEMES", "FOLIO_SOFT",
    "FOLIO_HARD", "LED", "MAX_LED", "BARRED_KIND", "KIN_KIND", "NOVICE", "APPOINTED",
)  # fmt: skip
STATE = (
    "CELL", "SIZE", "MEMBER", "PLACE", "COUNT", "SUMS", "USED", "OPENED", "FOLIO", "LEADERS", "LOAD", "POSTED", "TALLY",
    "CHANCE",
)  # fmt: skip

(CELLS, PEOPLE, THEMES, FACILITATORS, PER_GROUP, LARGEST, STAFF_SOFT, STAFF_HARD, ROAMS) = range(9)
(
    THEME_OF, FIRST_CELL, SIZE_LOW, SIZE_HIGH, GROUPS_LOW, GROUPS_HIGH, PRICE, ALLOWED, ONLY_CELL,
    LIKE_AT, LIKES, FAN_AT, FANS, HOME_AT, HOME_CELL, HOME_SOFT, HOME_HARD, KIND_AT, KINDS,
    TABLE_OF, SOFT, HARD, SIZED, ALWAYS, SET_OF, SET_SOFT, SET_HARD, VALUES, SLACK, UNIT,
    TOTAL_SOFT, TOTAL_HARD, PAIR_AT, PAIR_WITH, PAIR_SOFT, PAIR_HARD, FOLIO_THEMES, FOLIO_SOFT,
    FOLIO_HARD, LED, MAX_LED, BARRED_KIND, KIN_KIND, NOVICE, APPOINTED,
) = range(9, 9 + 3 * len(PACKED), 3)  # fmt: skip
(
    CELL, SIZE, MEMBER, PLACE, COUNT, SUMS, USED, OPENED, FOLIO, LEADERS, LOAD, POSTED, TALLY, CHANCE,
) = range(9, 9 + 3 * len(STATE), 3)  # fmt: skip

SOFT_COST, BREACHES, OPEN_GROUPS = range(3)


def image(scalars: dict[str, int], fields: Fields, order: tuple[str, ...]) -> Image:
    """Lays fields end to end; a field of three dimensions is square in its last two."""
    head = [scalars.get(name, 0) for name in SCALARS]
    at = len(SCALARS) + 3 * len(order)
    parts = []
    for name in order:
        field = fields[name]
        head += [at, len(field), field.shape[-1] if field.ndim > 1 else 1]
        at += field.size
        parts.append(field.ravel().astype(np.int64))
    return np.concatenate((np.array(head, dtype=np.int64), *parts))


def look(memory: Image, field: int) -> NDArray[np.int64]:
    """Gives a view on a field of one or two dimensions."""
    at, rows, width = memory[field : field + 3]
    flat = memory[at : at + rows * width]
    return flat if width == 1 else flat.reshape(rows, width)


@njit(cache=True)
def length(memory, field):
    """Gives the number of rows of a field."""
    return memory[field + 1]


@njit(cache=True)
def at1(memory, field, a):
    """Gives where row a of a one-dimensional field is."""
    return memory[field] + a


@njit(cache=True)
def at2(memory, field, a, b):
    """Gives where an entry of a two-dimensional field is."""
    return memory[field] + a * memory[field + 2] + b


@njit(cache=True)
def get1(memory, field, a):
    """Reads a one-dimensional field."""
    return memory[memory[field] + a]


@njit(cache=True)
def get2(memory, field, a, b):
    """Reads a two-dimensional field."""
    return memory[memory[field] + a * memory[field + 2] + b]


@njit(cache=True)
def get3(memory, field, a, b, c):
    """Reads a three-dimensional field, square in its last two."""
    width = memory[field + 2]
    return memory[memory[field] + (a * width + b) * width + c]
