"""What things cost in the memory of the quick search, compiled: read only, nothing changes here (but for chance)."""

import numpy as np
from numba import njit

from solver.swap.image import (
    ALLOWED,
    ALWAYS,
    BARRED_KIND,
    CELL,
    CELLS,
    CHANCE,
    COUNT,
    FOLIO,
    FOLIO_HARD,
    FOLIO_SOFT,
    FOLIO_THEMES,
    GROUPS_HIGH,
    GROUPS_LOW,
    HARD,
    HOME_AT,
    HOME_CELL,
    HOME_HARD,
    HOME_SOFT,
    KIN_KIND,
    KIND_AT,
    KINDS,
    LEADERS,
    NOVICE,
    ONLY_CELL,
    OPEN_GROUPS,
    PAIR_AT,
    PAIR_HARD,
    PAIR_SOFT,
    PAIR_WITH,
    PER_GROUP,
    PRICE,
    SIZE,
    SIZE_HIGH,
    SIZE_LOW,
    SLACK,
    SOFT,
    STAFF_HARD,
    STAFF_SOFT,
    TABLE_OF,
    TALLY,
    THEME_OF,
    UNIT,
    get1,
    get2,
    get3,
    length,
)


@njit(cache=True)
def draw(s, below):
    """Gives a random whole number under `below` (xorshift64*; Vigna 2016, doi:10.1145/2845077)."""
    x = np.uint64(s[s[CHANCE]])
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    s[s[CHANCE]] = np.int64(x)
    return np.int64((x * np.uint64(2685821657736338717)) >> np.uint64(33)) % below


@njit(cache=True)
def has(p, i, kind):
    """Tells whether a person is of a kind."""
    found = False
    for at in range(get1(p, KIND_AT, i), get1(p, KIND_AT, i + 1)):
        found |= get1(p, KINDS, at) == kind
    return found


@njit(cache=True)
def size_breach(p, theme, n):
    """Gives by how many people a group of size n breaks its limits."""
    if n == 0:
        return 0
    return max(0, get1(p, SIZE_LOW, theme) - n) + max(0, n - get1(p, SIZE_HIGH, theme))


@njit(cache=True)
def open_breach(p, theme, k):
    """Gives by how many groups a theme with k of them breaks its limits."""
    return max(0, get1(p, GROUPS_LOW, theme) - k) + max(0, k - get1(p, GROUPS_HIGH, theme))


@njit(cache=True)
def total_amount(p, m, total, n):
    """Gives ⌈(|total| − n·slack) / unit⌉ where positive."""
    over = abs(total) - n * get1(p, SLACK, m)
    return -((-over) // get1(p, UNIT, m)) if over > 0 else 0


@njit(cache=True)
def lead_cost(p, s, g):
    """Gives the soft cost and hard breaches of a cell's facilitators."""
    if p[PER_GROUP] == 0 or get1(s, SIZE, g) == 0:
        return 0, 0
    missing, barred, met, led, novices = 0, 0, 0, 0, 0
    for q in range(p[PER_GROUP]):
        f = get2(s, LEADERS, g, q)
        if f < 0:
            missing += 1
            continue
        led += 1
        novices += get1(p, NOVICE, f)
        if get1(p, BARRED_KIND, f) >= 0:
            barred += get2(s, COUNT, g, get1(p, BARRED_KIND, f))
        if get1(p, KIN_KIND, f) >= 0 and get2(s, COUNT, g, get1(p, KIN_KIND, f)) > 0:
            met = 1
    amount = met + (1 if led > 0 and novices == led else 0)
    return amount * p[STAFF_SOFT], missing + barred + amount * p[STAFF_HARD]


@njit(cache=True)
def sized_cost(p, s, g, theme, n):
    """Gives the soft and hard cost of all kinds that depend on size, for a cell at size n."""
    soft, hard = 0, 0
    if n > 0:
        for a in range(length(p, ALWAYS)):
            k = get1(p, ALWAYS, a)
            t = get2(p, TABLE_OF, k, theme)
            if t >= 0:
                soft += get3(p, SOFT, t, n, get2(s, COUNT, g, k))
                hard += get3(p, HARD, t, n, get2(s, COUNT, g, k))
    return soft, hard


@njit(cache=True)
def pairs_cost(p, s, i, g):
    """Gives the cost of person i meeting those already in a cell."""
    soft, hard = 0, 0
    for at in range(get1(p, PAIR_AT, i), get1(p, PAIR_AT, i + 1)):
        if get1(s, CELL, get1(p, PAIR_WITH, at)) == g:
            soft += get1(p, PAIR_SOFT, at)
            hard += get1(p, PAIR_HARD, at)
    return soft, hard


@njit(cache=True)
def own_cost(p, i, g):
    """Gives what person i costs in a cell, whoever else is there."""
    theme = get1(p, THEME_OF, g)
    soft, hard = get2(p, PRICE, i, theme), 0
    if not get2(p, ALLOWED, i, theme) or (get1(p, ONLY_CELL, i) >= 0 and get1(p, ONLY_CELL, i) != g):
        hard += 1
    if g < p[CELLS]:
        for at in range(get1(p, HOME_AT, i), get1(p, HOME_AT, i + 1)):
            if get1(p, HOME_CELL, at) == g:
                soft -= get1(p, HOME_SOFT, at)
            else:
                hard += get1(p, HOME_HARD, at)
    return soft, hard


@njit(cache=True)
def folio_cost(p, s):
    """Gives the cost of the numbers of open groups."""
    soft, hard = 0, 0
    for f in range(length(p, FOLIO_THEMES)):
        soft += get3(p, FOLIO_SOFT, f, get1(s, TALLY, OPEN_GROUPS), get1(s, FOLIO, f))
        hard += get3(p, FOLIO_HARD, f, get1(s, TALLY, OPEN_GROUPS), get1(s, FOLIO, f))
    return soft, hard
