"""What is impossible by counting alone, before any search: supply against demand, one by one.

Everything here is arithmetic on the terms, so a reason given is a proof.
"""

from collections.abc import Iterator

import numpy as np

from models import Programme, Text
from models.reason import Reason
from solver.problem import Problem, problem
from solver.terms import (
    Bools,
    ConfineTerm,
    CountTerm,
    ForbidTerm,
    GatherTerm,
    Ints,
    PriceTerm,
    SeparateTerm,
    StaffTerm,
)


def impossible(programme: Programme) -> tuple[Reason, ...]:
    """Gives the reasons why no plan can exist, none when counting finds none."""
    return reasons(programme, problem(programme))


def reasons(programme: Programme, numbers: Problem) -> tuple[Reason, ...]:
    """The same, for a problem already built."""
    return (
        *_places(numbers),
        *_nowhere_to_go(numbers),
        *_kinds(programme, numbers),
        *_facilitators(numbers),
        *_sets(numbers),
        *_crowded_cells(numbers),
    )


def _places(numbers: Problem) -> Iterator[Reason]:
    people = len(numbers.people)
    places = int((numbers.groups_high * numbers.size_high).sum())
    needed = int((numbers.groups_low * numbers.size_low).sum())
    if places < people and not numbers.may_be_unplaced:
        more = people - places
        yield Reason(
            code="CAPACITY_SHORT",
            fr=f"{people} volontaires, {places} places : {more} de trop",
            en=f"{people} volunteers, {places} places: {more} too many",
            hint=_room_for(numbers, more),
        )
    elif needed > people:
        yield Reason(
            code="CAPACITY_SHORT",
            fr=f"les groupes obligatoires demandent {needed} personnes, il y en a {people}",
            en=f"the groups that must open need {needed} people, there are {people}",
            hint=Text(fr="baisser min_groups ou min_size", en="lower min_groups or min_size"),
        )
    elif not numbers.may_be_unplaced and not _divisible(numbers):
        low, high = int(numbers.size_low.min()), int(numbers.size_high.max())
        yield Reason(
            code="CAPACITY_SHORT",
            fr=f"{people} volontaires ne se partagent pas en groupes de {low} à {high}",
            en=f"{people} volunteers cannot be divided into groups of {low} to {high}",
            hint=Text(fr="élargir min_size ou max_size", en="widen min_size or max_size"),
        )


def _room_for(numbers: Problem, more: int) -> Text:
    groups, largest = int(numbers.groups_high.sum()), int(numbers.size_high.max(initial=1))
    taller, extra = -(-more // max(groups, 1)), -(-more // largest)
    return Text(
        fr=f"au choix : max_size + {taller} ; {extra} groupe(s) de plus ; allow_unplaced = true",
        en=f"either max_size + {taller}; or {extra} more group(s); or allow_unplaced = true",
    )


def _divisible(numbers: Problem) -> bool:
    """Tells whether some number of groups of each theme has room for everybody exactly."""
    people = len(numbers.people)
    reached: Bools = np.zeros(people + 1, dtype=bool)
    reached[0] = True
    for low, high, least, most in zip(
        numbers.size_low, numbers.size_high, numbers.groups_low, numbers.groups_high, strict=True
    ):
        reached = _with_theme(reached, int(low), int(high), int(least), int(most))
    return bool(reached[people])


def _with_theme(reached: Bools, low: int, high: int, least: int, most: int) -> Bools:
    """Adds `least` to `most` groups of `low` to `high` people to every total reached."""
    spread = np.zeros(len(reached) + 1, dtype=np.int64)
    totals = np.flatnonzero(reached)
    for groups in range(least, most + 1):
        first, last = totals + groups * low, totals + groups * high
        kept = first < len(reached)
        np.add.at(spread, first[kept], 1)
        np.add.at(spread, np.minimum(last[kept] + 1, len(reached)), -1)
    return np.cumsum(spread)[:-1] > 0


def allowed_themes(numbers: Problem) -> Bools:
    """Tells in which themes each person may be, by refusals, prices that are hard, and locks; shape [n, T]."""
    allowed: Bools = np.logical_and(~numbers.refused, numbers.groups_high > 0)
    for term in numbers.terms:
        if isinstance(term, PriceTerm) and term.hard:
            allowed &= term.amount == 0
        if isinstance(term, ForbidTerm):
            allowed &= ~term.mask
        if isinstance(term, ConfineTerm):
            allowed[term.person] &= np.isin(np.arange(allowed.shape[1]), numbers.theme_of[term.cells])
    return allowed


def _nowhere_to_go(numbers: Problem) -> Iterator[Reason]:
    locks: dict[int, Bools] = {}
    for term in numbers.of(ConfineTerm):
        locks[term.person] = locks.get(term.person, np.ones(numbers.cells, dtype=bool)) & term.cells
    nowhere: Bools = np.logical_not(allowed_themes(numbers).any(axis=1))
    nowhere[[person for person, cells in locks.items() if not cells.any()]] = True
    if numbers.may_be_unplaced:
        nowhere &= np.isin(np.arange(len(nowhere)), list(locks))
    for i in np.flatnonzero(nowhere):
        name = numbers.people[i]
        yield Reason(
            code="RULE_CONFLICT",
            fr=f"{name} ne peut aller nulle part : refus, vœux obligatoires et places fixées se contredisent",
            en=f"{name} can go nowhere: refusals, mandatory choices and locks contradict each other",
            hint=Text(fr="retirer un refus ou un verrou", en="lift a refusal or a lock"),
            volunteers=(name,),
        )


def group_numbers(numbers: Problem, themes: Bools) -> tuple[int, int]:
    """Gives the fewest and the most groups that can be open in some themes, everybody having a place."""
    most = int(numbers.groups_high[themes].sum())
    least = int(numbers.groups_low[themes].sum())
    if numbers.may_be_unplaced:
        return least, most
    elsewhere = int((numbers.groups_high * numbers.size_high)[~themes].sum())
    left = len(numbers.people) - elsewhere
    largest = int(numbers.size_high[themes].max(initial=1))
    return max(least, -(-left // largest) if left > 0 else 0), most


def _kinds(programme: Programme, numbers: Problem) -> Iterator[Reason]:
    for term in numbers.of(CountTerm):
        if not term.hard:
            continue
        low, high = int(numbers.size_low[term.themes].min()), int(numbers.size_high[term.themes].max())
        sizes, counts = np.nonzero(term.table[low : high + 1] == 0)
        fine = counts <= sizes + low
        least, most = group_numbers(numbers, term.themes)
        yield from _supply(programme, term, counts[fine], least, most, numbers)


def _supply(
    programme: Programme, term: CountTerm, counts: Ints, least: int, most: int, numbers: Problem
) -> Iterator[Reason]:
    has, rule = len(term.people), programme.rules[term.rule].sentence()
    needs = least * int(counts.min()) if len(counts) else least
    if needs > has or (not len(counts) and least):
        yield Reason(
            code="COUNT_IMPOSSIBLE",
            fr=f"« {rule.fr} » : il en faut {needs} pour {least} groupes, il y en a {has}",
            en=f"“{rule.en}”: needs {needs} for {least} groups, has {has}",
            hint=Text(
                fr="baisser le minimum ou donner un poids à la règle", en="lower the minimum or give the rule a weight"
            ),
            rules=(term.rule,),
        )
    everywhere = bool(term.themes.all()) and not numbers.may_be_unplaced
    room = most * int(counts.max()) if len(counts) else 0
    if everywhere and room < has and len(counts):
        yield Reason(
            code="COUNT_IMPOSSIBLE",
            fr=f"« {rule.fr} » : place pour {room} dans {most} groupes, il y en a {has}",
            en=f"“{rule.en}”: room for {room} in {most} groups, has {has}",
            hint=Text(fr="relever le maximum ou ouvrir des groupes", en="raise the maximum or open more groups"),
            rules=(term.rule,),
        )


def _facilitators(numbers: Problem) -> Iterator[Reason]:
    for term in numbers.of(StaffTerm):
        least, _ = group_numbers(numbers, np.ones(len(numbers.themes), dtype=bool))
        needs, has = least * term.per_group, int(numbers.max_led.sum())
        if needs > has:
            yield Reason(
                code="NO_FACILITATOR",
                fr=f"{least} groupes demandent {needs} animations, les facilitateurs en offrent {has}",
                en=f"{least} groups need {needs} facilitations, the facilitators offer {has}",
                hint=Text(
                    fr="former des facilitateurs ou relever max_groups", en="train facilitators or raise max_groups"
                ),
                rules=(term.rule,),
            )
        for t in np.flatnonzero(numbers.groups_low > 0):
            able = numbers.led[:, t]
            offered = int(numbers.max_led[able].sum())
            needed = int(numbers.groups_low[t]) * term.per_group
            if offered < needed or int((numbers.max_led[able] > 0).sum()) < term.per_group:
                name = numbers.themes[t]
                yield Reason(
                    code="NO_FACILITATOR",
                    fr=f"thème {name} : {needed} animations demandées, {offered} possibles",
                    en=f"theme {name}: {needed} facilitations needed, {offered} possible",
                    hint=Text(fr="ajouter le thème à un facilitateur", en="add the theme to a facilitator"),
                    rules=(term.rule,),
                    themes=(name,),
                )


def _sets(numbers: Problem) -> Iterator[Reason]:
    """Checks the sets that must stay together, joined where they share somebody."""
    if numbers.may_be_unplaced:
        return
    team = np.arange(len(numbers.people))
    asked: dict[int, set[int]] = {}
    for term in numbers.of(GatherTerm):
        if term.hard:
            joined = np.isin(team, team[term.people])
            asked.setdefault(int(team[term.people].min()), set()).add(term.rule)
            team[joined] = team[term.people].min()
    if not asked:
        return
    allowed = allowed_themes(numbers)
    apart = [(t.rule, a, b) for t in numbers.of(SeparateTerm) if t.hard for a, b in t.pairs.tolist()]
    rules = tuple(sorted(set().union(*asked.values())))
    for name in np.unique(team[[int(i) for t in numbers.of(GatherTerm) if t.hard for i in t.people]]):
        who = np.flatnonzero(team == name)
        themes = allowed[who].all(axis=0)
        largest = int(numbers.size_high[themes].max(initial=0))
        against = [rule for rule, a, b in apart if team[a] == name and team[b] == name]
        if largest < len(who) or against:
            yield _torn(numbers, who, largest, (*rules, *sorted(set(against))))


def _torn(numbers: Problem, who: Ints, largest: int, rules: tuple[int, ...]) -> Reason:
    names = tuple(numbers.people[i] for i in who)
    shown = ", ".join(names[:10])
    return Reason(
        code="RULE_CONFLICT",
        fr=f"{shown} : à réunir, mais aucun groupe ne peut les recevoir tous ({largest} places), ou à séparer aussi",
        en=f"{shown}: to be together, but no group can take them all ({largest} places), or to be apart as well",
        hint=Text(fr="donner un poids à l'une des deux règles", en="give one of the two rules a weight"),
        rules=rules,
        volunteers=names,
    )


def _crowded_cells(numbers: Problem) -> Iterator[Reason]:
    """Counts the people locked in each cell and in each theme."""
    locked = np.zeros(numbers.cells, dtype=np.int64)
    for term in numbers.of(ConfineTerm):
        if int(term.cells.sum()) == 1:
            locked += term.cells
    for g in np.flatnonzero(locked > numbers.size_high[numbers.theme_of]):
        name, most = numbers.cell_ids[g], int(numbers.size_high[numbers.theme_of[g]])
        yield Reason(
            code="RULE_CONFLICT",
            fr=f"{locked[g]} personnes fixées dans {name}, {most} places",
            en=f"{locked[g]} people locked in {name}, {most} places",
            hint=Text(fr="en libérer", en="free some of them"),
        )
