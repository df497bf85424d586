"""Simulated annealing over swaps and the other moves.

Kirkpatrick, Gelatt, Vecchi (1983), doi:10.1126/science.220.4598.671.

The compiled loop keeps the best it saw: fewest breaches first, then least cost.
"""

import numpy as np
from numba import njit

from solver.swap.books import lead, led_by
from solver.swap.costs import draw
from solver.swap.image import (
    ALLOWED,
    BREACHES,
    CELL,
    CELLS,
    FACILITATORS,
    GROUPS_HIGH,
    GROUPS_LOW,
    LARGEST,
    LEADERS,
    LED,
    MEMBER,
    OPENED,
    PEOPLE,
    PER_GROUP,
    SIZE,
    SOFT_COST,
    TALLY,
    THEME_OF,
    THEMES,
    get1,
    get2,
)
from solver.swap.moves import close, leads, name_leaders, open_up, relocate, roomy, some_cell, undo, worth
from solver.swap.trade import swap, swap_change


@njit(cache=True)
def accepts(s, change, heat):
    """Draws whether a change of cost is taken at this temperature."""
    if change <= 0:
        return True
    if heat <= 0.0:
        return False
    return change < -heat * np.log((draw(s, 1 << 30) + 1) / (1 << 30))


@njit(cache=True)
def try_swap(p, s, penalty, heat):
    """Tries to swap a random person with one of a random cell."""
    i = draw(s, p[PEOPLE])
    a, b = get1(s, CELL, i), some_cell(p, s, i)
    if b < 0 or a == b or a == p[CELLS]:
        return
    j = get2(s, MEMBER, b, draw(s, get1(s, SIZE, b)))
    soft, hard = swap_change(p, s, i, j)
    if accepts(s, soft + penalty * hard, heat):
        swap(p, s, i, j)


@njit(cache=True)
def try_move(p, s, penalty, heat):
    """Tries to move a random person to a random cell with room, now and then to nowhere."""
    i = draw(s, p[PEOPLE])
    a, b = get1(s, CELL, i), some_cell(p, s, i)
    if get2(p, ALLOWED, i, p[THEMES]) and draw(s, 20) == 0:
        b = p[CELLS]
    if b < 0 or a == b or (b < p[CELLS] and not roomy(p, s, b)) or (a < p[CELLS] and get1(s, SIZE, a) == 1):
        return
    before = worth(s, penalty)
    relocate(p, s, i, b)
    if not accepts(s, worth(s, penalty) - before, heat):
        relocate(p, s, i, a)


@njit(cache=True)
def try_leaders(p, s, penalty, heat):
    """Tries to replace a facilitator, or to have two of them change groups."""
    g = draw(s, p[CELLS])
    if get1(s, SIZE, g) == 0:
        return
    q, before = draw(s, p[PER_GROUP]), worth(s, penalty)
    old = get2(s, LEADERS, g, q)
    h = draw(s, p[CELLS])
    if draw(s, 2) == 0 and get1(s, SIZE, h) > 0 and h != g:
        r = draw(s, p[PER_GROUP])
        new = get2(s, LEADERS, h, r)
        if new < 0 or not fits(p, s, g, new) or (old >= 0 and not fits(p, s, h, old)):
            return
        lead(p, s, g, q, -1)
        lead(p, s, h, r, old)
        lead(p, s, g, q, new)
        if not accepts(s, worth(s, penalty) - before, heat):
            lead(p, s, g, q, -1)
            lead(p, s, h, r, new)
            lead(p, s, g, q, old)
        return
    f = draw(s, p[FACILITATORS])
    if fits(p, s, g, f):
        lead(p, s, g, q, f)
        if not accepts(s, worth(s, penalty) - before, heat):
            lead(p, s, g, q, old)


@njit(cache=True)
def fits(p, s, g, f):
    """Tells whether a facilitator may lead a cell and does not yet."""
    return get2(p, LED, f, get1(p, THEME_OF, g)) and not leads(p, s, g, f)


@njit(cache=True)
def try_groups(p, s, penalty, heat, who, origin):
    """Tries to close an open group, or to open a closed one."""
    g = draw(s, p[CELLS])
    theme, before = get1(p, THEME_OF, g), worth(s, penalty)
    if get1(s, SIZE, g) > 0:
        if get1(s, OPENED, theme) <= get1(p, GROUPS_LOW, theme):
            return
        led = led_by(p, s, g)
        moved = close(p, s, g, penalty, who, origin)
        if moved < 0 or not accepts(s, worth(s, penalty) - before, heat):
            undo(p, s, who, origin, abs(moved))
            for q in range(p[PER_GROUP]):
                lead(p, s, g, q, led[q])
        return
    if get1(s, OPENED, theme) >= get1(p, GROUPS_HIGH, theme):
        return
    moved = open_up(p, s, g, who, origin)
    if not accepts(s, worth(s, penalty) - before, heat):
        undo(p, s, who, origin, moved)


@njit(cache=True, nogil=True)
def anneal(p, s, best, best_cell, best_leaders, moves, hot, cold, penalty, changing):
    """Makes `moves` tries while cooling from `hot` to `cold`; `best` holds breaches and cost of the best seen."""
    who = np.empty(p[LARGEST] + 64, dtype=np.int64)
    origin = np.empty(p[LARGEST] + 64, dtype=np.int64)
    heat, cooling = hot, (cold / hot) ** (256.0 / max(moves, 256))
    for step in range(moves):
        if step % 256 == 255:
            heat *= cooling
        kind = draw(s, 1000)
        if kind < 3 and changing:
            try_groups(p, s, penalty, heat, who, origin)
        elif kind < 50 and p[PER_GROUP] > 0 and p[FACILITATORS] > 0:
            try_leaders(p, s, penalty, heat)
        elif kind < 250:
            try_move(p, s, penalty, heat)
        else:
            try_swap(p, s, penalty, heat)
        if get1(s, TALLY, BREACHES) < best[0] or (
            get1(s, TALLY, BREACHES) == best[0] and get1(s, TALLY, SOFT_COST) < best[1]
        ):
            best[0], best[1] = get1(s, TALLY, BREACHES), get1(s, TALLY, SOFT_COST)
            best_cell[:] = s[s[CELL] : s[CELL] + p[PEOPLE]]
            best_leaders[:] = s[s[LEADERS] : s[LEADERS] + p[CELLS] * p[PER_GROUP]]


@njit(cache=True)
def typical_rise(p, s, penalty, tries):
    """Gives the mean soft rise of random swaps that cost something and break nothing: a scale for temperatures."""
    total, found = 0.0, 0
    for _ in range(tries):
        i = draw(s, p[PEOPLE])
        a, b = get1(s, CELL, i), some_cell(p, s, i)
        if b < 0 or a == b or a == p[CELLS]:
            continue
        soft, hard = swap_change(p, s, i, get2(s, MEMBER, b, draw(s, get1(s, SIZE, b))))
        if soft > 0 and hard <= 0:
            total += soft
            found += 1
    return total / found if found else 1.0


@njit(cache=True)
def name_all_leaders(p, s):
    """Gives every open cell its facilitators, as far as a quick choice finds them."""
    for g in range(p[CELLS]):
        if get1(s, SIZE, g) > 0:
            name_leaders(p, s, g, 40)
