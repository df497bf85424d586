"""Rosters, rules, programmes and plans by chance: small, odd, and the same for the same generator."""

from collections.abc import Callable, Sequence
from itertools import groupby
from random import Random
from typing import Any

from models import (
    Facilitator,
    Group,
    GroupSettings,
    PastSeat,
    Plan,
    Programme,
    Roster,
    Rule,
    Theme,
    Unplaced,
    Volunteer,
)
from models.rules import (
    Apart,
    Balance,
    Choices,
    Encounters,
    Facilitation,
    Fix,
    Mean,
    NotAlone,
    Portfolio,
    Quota,
    Size,
    Spread,
    Stability,
    Together,
)

ATTRIBUTES = ("level", "job", "function", "unit", "site", "manager")
Strength = dict[str, Any]


def subset(chance: Random, items: Sequence[Any], low: int = 0, high: int | None = None) -> tuple[Any, ...]:
    """Draws some of the items, each at most once."""
    most = len(items) if high is None else min(high, len(items))
    return tuple(chance.sample(items, chance.randint(min(low, most), most)))


def roster(chance: Random, people: int, themes: int, cells: int = 9) -> Roster:
    """Draws people with gaps in their columns, themes open at most `cells` times together, and a past."""
    theme_ids = [f"T{k + 1}" for k in range(themes)]
    facilitator_ids = [f"F{k + 1}" for k in range(chance.randint(0, 3))]
    people_ids = [f"v{k + 1}" for k in range(people)]
    bosses = ["", "", "boss", *people_ids[:3], *facilitator_ids]
    return Roster(
        levels=chance.choice([(), ("N1", "N2", "N3")]),
        volunteers=tuple(volunteer(chance, i, theme_ids, bosses) for i in people_ids),
        themes=tuple(themes_by_chance(chance, theme_ids, cells)),
        facilitators=tuple(facilitator(chance, i, theme_ids) for i in facilitator_ids),
        history=tuple(
            PastSeat(
                cycle=chance.choice("abc"), group=chance.choice("xy"), volunteer=chance.choice([*people_ids, "gone"])
            )
            for _ in range(chance.randint(0, 2 * people))
        ),
    )


def volunteer(chance: Random, name: str, themes: list[str], bosses: list[str]) -> Volunteer:
    """Draws one person; some gave no choices, some refuse a theme."""
    choices = subset(chance, themes) if chance.random() < 0.8 else ()
    return Volunteer(
        id=name,
        level=chance.choice(["", "N1", "N2", "N3", "N3"]),
        job=chance.choice(["", "buyer", "smith", "smith"]),
        function=chance.choice(["", "HR", "IT"]),
        unit=chance.choice(["", "U1", "U2", "U2"]),
        site=chance.choice(["Lyon", "Lyon", "Metz"]),
        manager=chance.choice(bosses),
        choices=choices,
        refuses=tuple(t for t in themes if t not in choices and chance.random() < 0.15),
        more={"years": chance.choice(["", "soon", "3", "3,5", "-2", "7.25", "40"])},
    )


def themes_by_chance(chance: Random, names: list[str], cells: int) -> list[Theme]:
    """Draws themes; some must open, some may stay closed, some have sizes of their own."""
    left, rows = cells, []
    for k, name in enumerate(names):
        most = max(1, min(chance.choice([1, 1, 2, 3]), left - (len(names) - k - 1)))
        left -= most
        low, high = sorted((chance.randint(1, 3), chance.randint(2, 6)))
        rows.append(
            Theme(
                id=name,
                min_groups=chance.choice([0, 0, 0, 1]),
                max_groups=most,
                min_size=low if chance.random() < 0.3 else None,
                max_size=high if chance.random() < 0.3 else None,
                horizon=chance.choice(["", "quick_win", "long_term"]),
                outcome=chance.choice(["", "trust", "speed"]),
            )
        )
    return rows


def facilitator(chance: Random, name: str, themes: list[str]) -> Facilitator:
    """Draws one facilitator."""
    return Facilitator(
        id=name,
        unit=chance.choice(["", "U1", "U2"]),
        themes=subset(chance, themes) if chance.random() < 0.4 else (),
        max_groups=chance.randint(1, 3),
        experienced=chance.random() < 0.5,
    )


def strength(chance: Random) -> Strength:
    """Draws hard, or a weight: often small, sometimes near the largest allowed."""
    if chance.random() < 0.2:
        return {"hard": True}
    return {"weight": chance.choice([1, 1, 2, 3, 5, 7, 10, 50, 997, 999, 1000])}


def attribute(chance: Random) -> str:
    """Draws a column."""
    return chance.choice([*ATTRIBUTES, "years"])


def values(chance: Random, roster: Roster, column: str) -> tuple[str, ...]:
    """Draws one or two values of a column, now and then one that nobody has."""
    known = sorted({v.value(column) for v in roster.volunteers} - {""})
    return subset(chance, [*known, "nobody's"], 1, 2)


def people(chance: Random, roster: Roster, low: int, high: int) -> tuple[str, ...]:
    """Draws some volunteers."""
    return subset(chance, [v.id for v in roster.volunteers], low, high)


def cell_ids(roster: Roster) -> list[str]:
    """Gives the ids of the groups that may run."""
    return [f"{t.id}-{k + 1}" for t in roster.themes for k in range(t.max_groups or 0)]


def choices(chance: Random, roster: Roster, how: Strength) -> Choices:
    costs = tuple(chance.randint(0, 9) for _ in range(chance.randint(1, 3)))
    worst = chance.choice([None, None, 1, 2])
    return Choices(costs=costs, unranked=chance.randint(0, 20), worst_rank=worst, **how)


def size(chance: Random, roster: Roster, how: Strength) -> Size:
    return Size(target=chance.randint(1, 6), **how)


def quota(chance: Random, roster: Roster, how: Strength) -> Quota:
    low, high = sorted((chance.randint(0, 2), chance.randint(0, 3)))
    low_only, high_only = chance.random() < 0.3, chance.random() < 0.3
    column = attribute(chance)
    return Quota(
        attribute=column,
        values=values(chance, roster, column),
        min=None if high_only and not low_only else low,
        max=None if low_only else high,
        per=chance.choice(["group", "group", *roster.theme]),
        **how,
    )


def balance(chance: Random, roster: Roster, how: Strength) -> Balance:
    return Balance(attribute=attribute(chance), **how)


def spread(chance: Random, roster: Roster, how: Strength) -> Spread:
    return Spread(attribute=attribute(chance), max_same=chance.randint(1, 3), **how)


def not_alone(chance: Random, roster: Roster, how: Strength) -> NotAlone:
    column = attribute(chance)
    return NotAlone(attribute=column, values=chance.choice([(), values(chance, roster, column)]), **how)


def mean(chance: Random, roster: Roster, how: Strength) -> Mean:
    column = chance.choice(["years", "level"])
    return Mean(attribute=column, tolerance=chance.choice([0.0, 0.25, 0.5, 1.0, 0.333, 5.0]), **how)


def apart(chance: Random, roster: Roster, how: Strength) -> Apart:
    by = chance.choice(["manager", "manager", "same_manager", None]) if len(roster.volunteers) > 1 else "manager"
    if by is None:
        return Apart(pairs=tuple(people(chance, roster, 2, 2) for _ in range(chance.randint(1, 4))), **how)
    return Apart(by=by, steps=chance.randint(1, 2), **how)


def together(chance: Random, roster: Roster, how: Strength) -> Together:
    return Together(sets=tuple(people(chance, roster, 1, 4) for _ in range(chance.randint(1, 3))), **how)


def facilitation(chance: Random, roster: Roster, how: Strength) -> Facilitation:
    return Facilitation(per_group=chance.choice([1, 1, 2]), neutral=chance.random() < 0.6, **how)


def portfolio(chance: Random, roster: Roster, how: Strength) -> Portfolio:
    column = chance.choice(["horizon", "outcome"])
    limits: dict[str, Any] = {
        "min_share": chance.choice([0.0, 0.3, 0.5, 1 / 3, 1.0]),
        "max_share": chance.choice([0.25, 0.5, 0.6, 1.0]),
        "min_groups": chance.randint(1, 3),
    }
    kept = subset(chance, sorted(limits), 1)
    value = chance.choice(["quick_win", "long_term"] if column == "horizon" else ["trust", "speed", "nobody's"])
    return Portfolio(attribute=column, value=value, **{k: limits[k] for k in kept}, **how)


def encounters(chance: Random, roster: Roster, how: Strength) -> Encounters:
    return Encounters(cycles=chance.choice([None, 1, 2, 9]), **how)


def stability(chance: Random, roster: Roster, how: Strength) -> Stability:
    before = people(chance, roster, 1, 9)
    known = [*cell_ids(roster), "closed-1"]
    return Stability(plan={"gone": known[0], **{i: chance.choice(known) for i in before}}, **how)


def fix(chance: Random, roster: Roster, how: Strength) -> Fix:
    who = (
        {"facilitator": chance.choice(roster.facilitators).id} if roster.facilitators and chance.random() < 0.4 else {}
    )
    person = who or {"volunteer": chance.choice(roster.volunteers).id}
    place = chance.choice([{"theme": chance.choice(roster.themes).id}, {"group": chance.choice(cell_ids(roster))}])
    return Fix(**person, **place)


RULES: dict[str, Callable[[Random, Roster, Strength], Rule]] = {
    "choices": choices,
    "size": size,
    "quota": quota,
    "balance": balance,
    "spread": spread,
    "not_alone": not_alone,
    "mean": mean,
    "apart": apart,
    "together": together,
    "facilitation": facilitation,
    "portfolio": portfolio,
    "encounters": encounters,
    "stability": stability,
    "fix": fix,
}


def settings(chance: Random) -> GroupSettings:
    """Draws sizes and whether somebody may be left out."""
    low = chance.randint(1, 2)
    return GroupSettings(
        min_size=low,
        max_size=low + chance.randint(1, 4),
        allow_unplaced=chance.random() < 0.3,
        unplaced=chance.choice([1, 5, 60, 1000]),
    )


def programme(chance: Random, roster: Roster, rules: Sequence[Rule]) -> Programme:
    """Puts a roster and rules under settings drawn by chance."""
    tables = {name: getattr(roster, name) for name in Roster.model_fields}
    return Programme(**tables, groups=settings(chance), rules=tuple(rules))


def plan(chance: Random, programme: Programme) -> Plan:
    """Draws a plan by hand: any people in any groups, up to the largest size; themes closed or open several times."""
    largest = max(programme.size_limits(t)[1] for t in programme.themes)
    opened = subset(chance, cell_ids(programme.roster), 1)
    seats = [cell for cell in opened for _ in range(largest)]
    names = [v.id for v in programme.volunteers]
    chance.shuffle(names)
    chance.shuffle(seats)
    placed = [] if chance.random() < 0.3 else names[: chance.randint(0, len(names))]
    placed = sorted(zip(seats, placed or names, strict=False))
    groups = [
        _group(chance, programme, cell, [who for _, who in rows]) for cell, rows in groupby(placed, lambda r: r[0])
    ]
    chance.shuffle(groups)
    left = set(names) - {who for group in groups for who in group.members}
    return Plan(groups=tuple(groups), unplaced=tuple(Unplaced(volunteer=who) for who in sorted(left)))


def _group(chance: Random, programme: Programme, cell: str, members: list[str]) -> Group:
    leaders = subset(chance, [f.id for f in programme.facilitators], 0, 2)
    return Group(id=cell, theme=cell.rpartition("-")[0], members=tuple(members), facilitators=leaders)
