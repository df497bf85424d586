"""How the proven value moves when the question changes in a known way: no oracle needed, so larger programmes too."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from models import Programme, Theme
from models.rules import Fix
from tests.laws.proof import exact
from tests.rules import chance as by_chance
from tests.rules.laws import mixed, names_groups, new_names, renamed

INFINITE = 10**9


def programmes(relation: str, count: int = 30) -> Iterator[tuple[Random, Programme]]:
    """Draws programmes of eight to fourteen people."""
    for seed in range(count):
        chance = Random(f"{relation} {seed}")
        roster = by_chance.roster(chance, chance.randint(8, 14), chance.randint(2, 3), cells=4)
        kinds = by_chance.subset(chance, sorted(by_chance.RULES), 1, 5)
        rules = [by_chance.RULES[kind](chance, roster, by_chance.strength(chance)) for kind in kinds]
        yield chance, by_chance.programme(chance, roster, rules)


def value(programme: Programme) -> int:
    """The proven least cost; a number beyond all costs when nothing is possible."""
    found = exact(programme).value
    if found == "impossible":
        return INFINITE
    assert isinstance(found, int), found
    return found


def another(programme: Programme, **changes: Any) -> Programme:
    """The same programme but for some tables, checked anew."""
    return Programme(**{name: getattr(programme, name) for name in Programme.model_fields} | changes)


def test_adding_a_rule_never_lowers_the_value() -> None:
    for chance, programme in programmes("add"):
        kind = chance.choice(sorted(by_chance.RULES))
        more = by_chance.RULES[kind](chance, programme.roster, by_chance.strength(chance))
        assert value(another(programme, rules=(*programme.rules, more))) >= value(programme), (programme, more)


def test_dropping_a_rule_never_raises_the_value() -> None:
    for chance, programme in programmes("drop"):
        kept = tuple(chance.sample(programme.rules, len(programme.rules) - 1))
        assert value(another(programme, rules=kept)) <= value(programme), programme


def test_wider_sizes_never_raise_the_value() -> None:
    for _, programme in programmes("widen"):
        wider = programme.groups.model_copy(update={"max_size": programme.groups.max_size + 1})
        assert value(another(programme, groups=wider)) <= value(programme), programme


def test_other_names_in_another_order_have_the_same_value() -> None:
    for chance, programme in programmes("rename"):
        other = renamed(programme, new_names(chance, programme))
        tables = {name: mixed(chance, getattr(other, name)) for name in ("volunteers", "themes", "facilitators")}
        assert value(another(other, **tables)) == value(programme), programme


@pytest.mark.parametrize("times", [2, 7])
def test_weights_times_k_are_the_value_times_k(times: int) -> None:
    for _, programme in programmes("scale", 20):
        rules = [r.model_copy(update={"weight": min(r.weight, 100)}) if r.weight else r for r in programme.rules]
        scaled = [r.model_copy(update={"weight": r.weight * times}) if r.weight else r for r in rules]
        dear = programme.groups.model_copy(update={"unplaced": programme.groups.unplaced * times})
        before = value(another(programme, rules=tuple(rules)))
        after = value(another(programme, rules=tuple(scaled), groups=dear))
        assert after == before == INFINITE or after == before * times, programme


def test_a_theme_everybody_refuses_changes_nothing() -> None:
    for _, programme in programmes("refused"):
        people = tuple(v.model_copy(update={"refuses": (*v.refuses, "void")}) for v in programme.volunteers)
        themes = (Theme(id="void", max_groups=2), *programme.themes)
        assert value(another(programme, volunteers=people, themes=themes)) == value(programme), programme


def test_fixing_the_plan_that_was_found_leaves_its_value() -> None:
    for _, programme in programmes("fix"):
        found = exact(programme)
        if found.plan is None:
            continue
        locks = [Fix(volunteer=who, group=group) for who, group in found.plan.group_of().items()]
        assert value(another(programme, rules=(*programme.rules, *locks))) == found.value, programme


def test_the_last_of_equal_groups_serves_as_well_as_the_first() -> None:
    for chance, programme in programmes("swap"):
        found = exact(programme)
        if found.plan is None or not found.plan.groups or any(map(names_groups, programme.rules)):
            continue
        theme = chance.choice(found.plan.groups).theme
        most = programme.group_limits(programme.theme[theme])[1]
        lock = Fix(volunteer=next(g for g in found.plan.groups if g.theme == theme).members[0], group=f"{theme}-{most}")
        assert value(another(programme, rules=(*programme.rules, lock))) == found.value, programme
