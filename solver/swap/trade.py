"""A swap of two people, compiled: what it would change, reckoned without making it, and the making."""

from numba import njit

from solver.swap.books import lead, led_by, put, take
from solver.swap.costs import has, own_cost, total_amount
from solver.swap.image import (
    BARRED_KIND,
    CELL,
    COUNT,
    HARD,
    KIN_KIND,
    KIND_AT,
    KINDS,
    LARGEST,
    LEADERS,
    PAIR_AT,
    PAIR_HARD,
    PAIR_SOFT,
    PAIR_WITH,
    PER_GROUP,
    SET_HARD,
    SET_OF,
    SET_SOFT,
    SIZE,
    SIZED,
    SOFT,
    STAFF_HARD,
    STAFF_SOFT,
    SUMS,
    TABLE_OF,
    THEME_OF,
    TOTAL_HARD,
    TOTAL_SOFT,
    VALUES,
    get1,
    get2,
    get3,
    length,
)


@njit(cache=True)
def kind_swap(p, s, k, a, b, n, m):
    """Gives what it changes when cell a loses one of kind k and cell b gains one, sizes n and m staying."""
    soft, hard, side = 0, 0, p[LARGEST]
    ca, cb = get2(s, COUNT, a, k), get2(s, COUNT, b, k)
    t = get2(p, TABLE_OF, k, get1(p, THEME_OF, a))
    if t >= 0:
        line = n if get1(p, SIZED, k) else side
        soft += get3(p, SOFT, t, line, ca - 1) - get3(p, SOFT, t, line, ca)
        hard += get3(p, HARD, t, line, ca - 1) - get3(p, HARD, t, line, ca)
    t = get2(p, TABLE_OF, k, get1(p, THEME_OF, b))
    if t >= 0:
        line = m if get1(p, SIZED, k) else side
        soft += get3(p, SOFT, t, line, cb + 1) - get3(p, SOFT, t, line, cb)
        hard += get3(p, HARD, t, line, cb + 1) - get3(p, HARD, t, line, cb)
    row = get1(p, SET_OF, k)
    if row >= 0:
        change = int(cb == 0) - int(ca == 1)
        soft += change * get1(p, SET_SOFT, row)
        hard += change * get1(p, SET_HARD, row)
    return soft, hard


@njit(cache=True)
def lead_swap(p, s, i, j, g):
    """Gives what the facilitators of a cell cost more when person i leaves it for j."""
    if p[PER_GROUP] == 0:
        return 0, 0
    barred, before, after = 0, 0, 0
    for q in range(p[PER_GROUP]):
        f = get2(s, LEADERS, g, q)
        if f < 0:
            continue
        barred += int(has(p, j, get1(p, BARRED_KIND, f))) - int(has(p, i, get1(p, BARRED_KIND, f)))
        k = get1(p, KIN_KIND, f)
        if k >= 0:
            kin = get2(s, COUNT, g, k)
            before |= int(kin > 0)
            after |= int(kin + int(has(p, j, k)) - int(has(p, i, k)) > 0)
    return (after - before) * p[STAFF_SOFT], barred + (after - before) * p[STAFF_HARD]


@njit(cache=True)
def pairs_swap(p, s, i, j, a, b):
    """Gives what the pairs of person i change when they leave cell a for b, where j makes room."""
    soft, hard = 0, 0
    for at in range(get1(p, PAIR_AT, i), get1(p, PAIR_AT, i + 1)):
        other = get1(p, PAIR_WITH, at)
        if other != j:
            step = int(get1(s, CELL, other) == b) - int(get1(s, CELL, other) == a)
            soft += step * get1(p, PAIR_SOFT, at)
            hard += step * get1(p, PAIR_HARD, at)
    return soft, hard


@njit(cache=True)
def totals_swap(p, s, i, j, a, b, n, m):
    """Gives what the sums of two cells change when person i of a and person j of b change places."""
    soft, hard = 0, 0
    for v in range(length(p, VALUES)):
        move = get2(p, VALUES, v, j) - get2(p, VALUES, v, i)
        change = total_amount(p, v, get2(s, SUMS, a, v) + move, n) - total_amount(p, v, get2(s, SUMS, a, v), n)
        change += total_amount(p, v, get2(s, SUMS, b, v) - move, m) - total_amount(p, v, get2(s, SUMS, b, v), m)
        soft += change * get1(p, TOTAL_SOFT, v)
        hard += change * get1(p, TOTAL_HARD, v)
    return soft, hard


@njit(cache=True)
def kinds_swap(p, s, i, j, a, b, n, m):
    """Gives what the kinds change: those only i has go from a to b, those only j has the other way."""
    soft, hard = 0, 0
    x, y, x_end, y_end = get1(p, KIND_AT, i), get1(p, KIND_AT, j), get1(p, KIND_AT, i + 1), get1(p, KIND_AT, j + 1)
    while x < x_end or y < y_end:
        if y == y_end or (x < x_end and get1(p, KINDS, x) < get1(p, KINDS, y)):
            more, worse = kind_swap(p, s, get1(p, KINDS, x), a, b, n, m)
            x += 1
        elif x == x_end or get1(p, KINDS, y) < get1(p, KINDS, x):
            more, worse = kind_swap(p, s, get1(p, KINDS, y), b, a, m, n)
            y += 1
        else:
            more, worse = 0, 0
            x += 1
            y += 1
        soft += more
        hard += worse
    return soft, hard


@njit(cache=True)
def swap_change(p, s, i, j):
    """Reckons a swap of two people of different cells without making it."""
    a, b = get1(s, CELL, i), get1(s, CELL, j)
    n, m = get1(s, SIZE, a), get1(s, SIZE, b)
    soft, hard = kinds_swap(p, s, i, j, a, b, n, m)
    for who, left, found in ((i, a, b), (j, b, a)):
        new, new_hard = own_cost(p, who, found)
        old, old_hard = own_cost(p, who, left)
        soft += new - old
        hard += new_hard - old_hard
    for more, worse in (
        pairs_swap(p, s, i, j, a, b),
        pairs_swap(p, s, j, i, b, a),
        totals_swap(p, s, i, j, a, b, n, m),
        lead_swap(p, s, i, j, a),
        lead_swap(p, s, j, i, b),
    ):
        soft += more
        hard += worse
    return soft, hard


@njit(cache=True)
def swap(p, s, i, j):
    """Swaps two people of different cells; a group of one keeps its facilitators."""
    a, b = get1(s, CELL, i), get1(s, CELL, j)
    led_a, led_b = led_by(p, s, a), led_by(p, s, b)
    take(p, s, i)
    take(p, s, j)
    put(p, s, i, b)
    put(p, s, j, a)
    for q in range(p[PER_GROUP]):
        if get2(s, LEADERS, a, q) != led_a[q]:
            lead(p, s, a, q, led_a[q])
        if get2(s, LEADERS, b, q) != led_b[q]:
            lead(p, s, b, q, led_b[q])
