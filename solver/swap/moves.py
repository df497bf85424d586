"""The other moves of the quick search, compiled: to another group, opening and closing groups, facilitators."""

import numpy as np
from numba import njit

from solver.swap.books import lead, put, take
from solver.swap.costs import draw
from solver.swap.image import (
    BREACHES,
    CELL,
    CELLS,
    FACILITATORS,
    FAN_AT,
    FANS,
    FIRST_CELL,
    LEADERS,
    LED,
    LIKE_AT,
    LIKES,
    LOAD,
    MAX_LED,
    MEMBER,
    PEOPLE,
    PER_GROUP,
    ROAMS,
    SIZE,
    SIZE_HIGH,
    SIZE_LOW,
    SOFT_COST,
    TALLY,
    THEME_OF,
    get1,
    get2,
)


@njit(cache=True)
def some_cell(p, s, i):
    """Draws an open cell of a theme person i likes, or one time out of three, where people roam, any; −1 if closed."""
    if (p[ROAMS] == 0 or draw(s, 3) > 0) and get1(p, LIKE_AT, i + 1) > get1(p, LIKE_AT, i):
        theme = get1(p, LIKES, get1(p, LIKE_AT, i) + draw(s, get1(p, LIKE_AT, i + 1) - get1(p, LIKE_AT, i)))
        first, end = get1(p, FIRST_CELL, theme), get1(p, FIRST_CELL, theme + 1)
        if end == first:
            return -1
        g = first + draw(s, end - first)
    else:
        g = draw(s, p[CELLS])
    return g if get1(s, SIZE, g) > 0 else -1


@njit(cache=True)
def roomy(p, s, g):
    """Tells whether one more fits into a cell."""
    return get1(s, SIZE, g) < get1(p, SIZE_HIGH, get1(p, THEME_OF, g))


@njit(cache=True)
def worth(s, penalty):
    """Gives the cost the search goes by: soft cost and penalised breaches."""
    return get1(s, TALLY, SOFT_COST) + penalty * get1(s, TALLY, BREACHES)


@njit(cache=True)
def relocate(p, s, i, g):
    """Moves a person to another cell."""
    take(p, s, i)
    put(p, s, i, g)


@njit(cache=True)
def settle(p, s, i, penalty, tries):
    """Puts person i, who is nowhere, in the best of a few cells with room; gives whether there was one."""
    best, best_worth = -1, np.int64(0)
    for _ in range(tries):
        g = some_cell(p, s, i)
        if g < 0 or not roomy(p, s, g):
            continue
        put(p, s, i, g)
        now = worth(s, penalty)
        take(p, s, i)
        if best < 0 or now < best_worth:
            best, best_worth = g, now
    if best >= 0:
        put(p, s, i, best)
    return best >= 0


@njit(cache=True)
def name_leaders(p, s, g, tries):
    """Fills the empty seats of a cell's facilitators with the best of a few who have room."""
    theme = get1(p, THEME_OF, g)
    for q in range(p[PER_GROUP]):
        if get2(s, LEADERS, g, q) >= 0 or p[FACILITATORS] == 0:
            continue
        best, best_soft, best_hard = -1, get1(s, TALLY, SOFT_COST), get1(s, TALLY, BREACHES)
        for _ in range(tries):
            f = draw(s, p[FACILITATORS])
            if not get2(p, LED, f, theme) or get1(s, LOAD, f) >= get1(p, MAX_LED, f) or leads(p, s, g, f):
                continue
            lead(p, s, g, q, f)
            if get1(s, TALLY, BREACHES) < best_hard or (
                get1(s, TALLY, BREACHES) == best_hard and get1(s, TALLY, SOFT_COST) < best_soft
            ):
                best, best_soft, best_hard = f, get1(s, TALLY, SOFT_COST), get1(s, TALLY, BREACHES)
            lead(p, s, g, q, -1)
        if best >= 0:
            lead(p, s, g, q, best)


@njit(cache=True)
def leads(p, s, g, f):
    """Tells whether a facilitator leads a cell."""
    found = False
    for q in range(p[PER_GROUP]):
        found |= get2(s, LEADERS, g, q) == f
    return found


@njit(cache=True)
def close(p, s, g, penalty, who, origin):
    """Closes a cell and settles its people elsewhere; fills `who` and `origin`, gives how many moved, −1 if stuck."""
    moved = 0
    while get1(s, SIZE, g) > 0:
        i = get2(s, MEMBER, g, get1(s, SIZE, g) - 1)
        who[moved], origin[moved] = i, g
        moved += 1
        take(p, s, i)
    for k in range(moved):
        if not settle(p, s, who[k], penalty, 12):
            return -moved
    return moved


@njit(cache=True)
def open_up(p, s, g, who, origin):
    """Opens a cell with people who like its theme, from groups that can spare them; gives how many moved."""
    theme, moved = get1(p, THEME_OF, g), 0
    for _ in range(60):
        if get1(s, SIZE, g) >= get1(p, SIZE_LOW, theme):
            break
        at = draw(s, max(1, get1(p, FAN_AT, theme + 1) - get1(p, FAN_AT, theme)))
        i = (
            get1(p, FANS, get1(p, FAN_AT, theme) + at)
            if get1(p, FAN_AT, theme + 1) > get1(p, FAN_AT, theme)
            else draw(s, p[PEOPLE])
        )
        a = get1(s, CELL, i)
        spare = a == p[CELLS] or get1(s, SIZE, a) > get1(p, SIZE_LOW, get1(p, THEME_OF, a))
        if a == g or not spare:
            continue
        who[moved], origin[moved] = i, a
        moved += 1
        relocate(p, s, i, g)
    if moved > 0:
        name_leaders(p, s, g, 20)
    return moved


@njit(cache=True)
def undo(p, s, who, origin, moved):
    """Takes people back to where they came from, last one first."""
    for k in range(moved - 1, -1, -1):
        take(p, s, who[k])
    for k in range(moved - 1, -1, -1):
        put(p, s, who[k], origin[k])
