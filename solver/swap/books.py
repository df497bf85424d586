"""The books of the quick search, compiled: putting a person in a cell, taking one out, naming a facilitator.

Every function works on `Packed` (p) and `State` (s) alone. `put`, `take` and `lead` change the state and keep its tally
true; a move that is not kept is simply done backwards.
"""

import numpy as np
from numba import njit

from solver.swap.image import (
    ALLOWED,
    ALWAYS,
    APPOINTED,
    BARRED_KIND,
    BREACHES,
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
    LARGEST,
    LEADERS,
    LOAD,
    MAX_LED,
    MEMBER,
    NOVICE,
    ONLY_CELL,
    OPEN_GROUPS,
    OPENED,
    PAIR_AT,
    PAIR_HARD,
    PAIR_SOFT,
    PAIR_WITH,
    PER_GROUP,
    PLACE,
    POSTED,
    PRICE,
    SET_HARD,
    SET_OF,
    SET_SOFT,
    SIZE,
    SIZE_HIGH,
    SIZE_LOW,
    SIZED,
    SLACK,
    SOFT,
    SOFT_COST,
    STAFF_HARD,
    STAFF_SOFT,
    SUMS,
    TABLE_OF,
    TALLY,
    THEME_OF,
    TOTAL_HARD,
    TOTAL_SOFT,
    UNIT,
    USED,
    VALUES,
    at1,
    at2,
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


@njit(cache=True)
def turn(p, s, theme, step):
    """Opens (+1) or closes (−1) a group of a theme in the books."""
    soft0, hard0 = folio_cost(p, s)
    hard0 += open_breach(p, theme, get1(s, OPENED, theme))
    s[at1(s, OPENED, theme)] += step
    s[at1(s, TALLY, OPEN_GROUPS)] += step
    for f in range(length(p, FOLIO_THEMES)):
        if get2(p, FOLIO_THEMES, f, theme):
            s[at1(s, FOLIO, f)] += step
    soft1, hard1 = folio_cost(p, s)
    hard1 += open_breach(p, theme, get1(s, OPENED, theme))
    s[at1(s, TALLY, SOFT_COST)] += soft1 - soft0
    s[at1(s, TALLY, BREACHES)] += hard1 - hard0


@njit(cache=True)
def kinds_change(p, s, i, g, theme, n, step):
    """Counts person i in (+1) or out (−1) of a cell that stays at size n (−1: its size changes, sized kinds wait).

    Gives what the kinds, and the sets to keep together, change.
    """
    soft, hard = 0, 0
    for at in range(get1(p, KIND_AT, i), get1(p, KIND_AT, i + 1)):
        k = get1(p, KINDS, at)
        before = get2(s, COUNT, g, k)
        s[at2(s, COUNT, g, k)] = before + step
        row = get1(p, SET_OF, k)
        if row >= 0 and (before == 0 or before + step == 0):
            change = max(0, get1(s, USED, row) + step - 1) - max(0, get1(s, USED, row) - 1)
            s[at1(s, USED, row)] += step
            soft += change * get1(p, SET_SOFT, row)
            hard += change * get1(p, SET_HARD, row)
        t = get2(p, TABLE_OF, k, theme)
        if t >= 0 and not (get1(p, SIZED, k) and n < 0):
            line = n if get1(p, SIZED, k) else p[LARGEST]
            soft += get3(p, SOFT, t, line, before + step) - get3(p, SOFT, t, line, before)
            hard += get3(p, HARD, t, line, before + step) - get3(p, HARD, t, line, before)
    return soft, hard


@njit(cache=True)
def resize(p, s, i, g, step):
    """Changes a cell by one person: kinds, sums, size and facilitators; the tally follows."""
    theme, n = get1(p, THEME_OF, g), get1(s, SIZE, g)
    soft0, hard0 = sized_cost(p, s, g, theme, n)
    lead0, led0 = lead_cost(p, s, g)
    soft, hard = kinds_change(p, s, i, g, theme, -1, step)
    for m in range(length(p, VALUES)):
        old = total_amount(p, m, get2(s, SUMS, g, m), n)
        s[at2(s, SUMS, g, m)] += step * get2(p, VALUES, m, i)
        change = total_amount(p, m, get2(s, SUMS, g, m), n + step) - old
        soft += change * get1(p, TOTAL_SOFT, m)
        hard += change * get1(p, TOTAL_HARD, m)
    s[at1(s, SIZE, g)] = n + step
    soft1, hard1 = sized_cost(p, s, g, theme, n + step)
    lead1, led1 = lead_cost(p, s, g)
    hard += size_breach(p, theme, n + step) - size_breach(p, theme, n)
    s[at1(s, TALLY, SOFT_COST)] += soft + soft1 - soft0 + lead1 - lead0
    s[at1(s, TALLY, BREACHES)] += hard + hard1 - hard0 + led1 - led0


@njit(cache=True)
def posted_breach(p, s, f, g, step):
    """Counts a facilitator in or out of a cell for the appointments; gives the change of breaches."""
    change = 0
    for r in range(length(p, APPOINTED)):
        if get2(p, APPOINTED, r, 0) == f and get2(p, APPOINTED, r, 1) <= g < get2(p, APPOINTED, r, 2):
            before = get1(s, POSTED, r) > 0
            s[at1(s, POSTED, r)] += step
            change += int(before) - int(get1(s, POSTED, r) > 0)
    return change


@njit(cache=True)
def lead(p, s, g, q, f):
    """Gives seat q of an open cell's facilitators to f (−1: to nobody)."""
    soft0, hard0 = lead_cost(p, s, g)
    old, change = get2(s, LEADERS, g, q), 0
    if old >= 0:
        change -= int(get1(s, LOAD, old) > get1(p, MAX_LED, old))
        s[at1(s, LOAD, old)] -= 1
        change += posted_breach(p, s, old, g, -1)
    s[at2(s, LEADERS, g, q)] = f
    if f >= 0:
        s[at1(s, LOAD, f)] += 1
        change += int(get1(s, LOAD, f) > get1(p, MAX_LED, f))
        change += posted_breach(p, s, f, g, 1)
    soft1, hard1 = lead_cost(p, s, g)
    s[at1(s, TALLY, SOFT_COST)] += soft1 - soft0
    s[at1(s, TALLY, BREACHES)] += hard1 - hard0 + change


@njit(cache=True)
def led_by(p, s, g):
    """Gives a copy of a cell's facilitators, −1 for an empty seat."""
    first = at2(s, LEADERS, g, 0)
    return s[first : first + p[PER_GROUP]].copy()


@njit(cache=True)
def take(p, s, i):
    """Takes person i out of their cell, to nowhere; the last one out sends the facilitators home."""
    g, nowhere = get1(s, CELL, i), p[CELLS]
    if g == nowhere:
        return
    if get1(s, SIZE, g) == 1:
        for q in range(p[PER_GROUP]):
            lead(p, s, g, q, -1)
    own, broke = own_cost(p, i, g)
    met, met_hard = pairs_cost(p, s, i, g)
    s[at1(s, CELL, i)] = nowhere
    last = get2(s, MEMBER, g, get1(s, SIZE, g) - 1)
    s[at2(s, MEMBER, g, get1(s, PLACE, i))] = last
    s[at1(s, PLACE, last)] = get1(s, PLACE, i)
    s[at2(s, MEMBER, g, get1(s, SIZE, g) - 1)] = -1
    resize(p, s, i, g, -1)
    s[at1(s, SIZE, nowhere)] += 1
    if get1(s, SIZE, g) == 0:
        turn(p, s, get1(p, THEME_OF, g), -1)
    out, out_hard = own_cost(p, i, nowhere)
    s[at1(s, TALLY, SOFT_COST)] += out - own - met
    s[at1(s, TALLY, BREACHES)] += out_hard - broke - met_hard


@njit(cache=True)
def put(p, s, i, g):
    """Puts person i, who is nowhere, into a cell with room."""
    nowhere = p[CELLS]
    if g == nowhere:
        return
    out, out_hard = own_cost(p, i, nowhere)
    own, broke = own_cost(p, i, g)
    met, met_hard = pairs_cost(p, s, i, g)
    if get1(s, SIZE, g) == 0:
        turn(p, s, get1(p, THEME_OF, g), 1)
    s[at2(s, MEMBER, g, get1(s, SIZE, g))] = i
    s[at1(s, PLACE, i)] = get1(s, SIZE, g)
    resize(p, s, i, g, 1)
    s[at1(s, SIZE, nowhere)] -= 1
    s[at1(s, CELL, i)] = g
    s[at1(s, TALLY, SOFT_COST)] += own - out + met
    s[at1(s, TALLY, BREACHES)] += broke - out_hard + met_hard
