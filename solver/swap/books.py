"""The books of the quick search, compiled: putting a person in a cell, taking one out, naming a facilitator.

Every function works on `Packed` (p) and `State` (s) alone. `put`, `take` and `lead` change the state and keep its tally
true; a move that is not kept is simply done backwards.
"""

from numba import njit

from solver.swap.costs import (
    folio_cost,
    lead_cost,
    open_breach,
    own_cost,
    pairs_cost,
    size_breach,
    sized_cost,
    total_amount,
)
from solver.swap.image import (
    APPOINTED,
    BREACHES,
    CELL,
    CELLS,
    COUNT,
    FOLIO,
    FOLIO_THEMES,
    HARD,
    KIND_AT,
    KINDS,
    LARGEST,
    LEADERS,
    LOAD,
    MAX_LED,
    MEMBER,
    OPEN_GROUPS,
    OPENED,
    PER_GROUP,
    PLACE,
    POSTED,
    SET_HARD,
    SET_OF,
    SET_SOFT,
    SIZE,
    SIZED,
    SOFT,
    SOFT_COST,
    SUMS,
    TABLE_OF,
    TALLY,
    THEME_OF,
    TOTAL_HARD,
    TOTAL_SOFT,
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
