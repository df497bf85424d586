"""Every kind of defect planted in a valid plan is caught, and for the right reason."""

from collections.abc import Callable
from typing import Any

import pytest

from models import Group, Plan, Session, Unplaced, audit
from tests.judge.learning_week import NAMES, programme, valid_plan

SEEDS = range(6)
PROGRAMME = programme()


def change(plan: Plan, k: int, **fields: Any) -> Plan:
    """Changes fields of one group: 0 is climate-1, 1 is quality-1."""
    groups = list(plan.groups)
    groups[k] = groups[k].model_copy(update=fields)
    return plan.model_copy(update={"groups": tuple(groups)})


def move(plan: Plan, who: str, to: int) -> Plan:
    """Moves one person to a group, in exchange for somebody no rule binds."""
    mine, theirs = plan.groups[1 - to].members, plan.groups[to].members
    other = next(n for n in theirs if n in NAMES[9:15])
    plan = change(plan, to, members=tuple(who if n == other else n for n in theirs))
    return change(plan, 1 - to, members=tuple(other if n == who else n for n in mine))


def without(plan: Plan, *who: str) -> Plan:
    """Takes people out of their groups."""
    for k in (0, 1):
        plan = change(plan, k, members=tuple(n for n in plan.groups[k].members if n not in who))
    return plan


def split(plan: Plan, *themes: str) -> Plan:
    """Puts everybody into groups of these themes, numbered from 1 within each."""
    people = [n for group in plan.groups for n in group.members]
    ids = [f"{t}-{themes[:k].count(t) + 1}" for k, t in enumerate(themes)]
    groups = (
        Group(id=i, theme=t, members=people[k :: len(themes)]) for k, (i, t) in enumerate(zip(ids, themes, strict=True))
    )
    return Plan(groups=tuple(groups))


def add(plan: Plan, k: int, *who: str) -> Plan:
    """Adds names to a group."""
    return change(plan, k, members=(*plan.groups[k].members, *who))


# each: what is planted, and the code (of the structure) or the label (of the rule) that must name it
DEFECTS: dict[str, tuple[Callable[[Plan], Plan], str]] = {
    "a volunteer dropped": (lambda p: without(p, "p09"), "FORGOTTEN"),
    "a volunteer in two groups": (lambda p: add(p, 1, "p00"), "PLACED_TWICE"),
    "a volunteer twice in one group": (lambda p: add(p, 0, "p00"), "PLACED_TWICE"),
    "an unknown volunteer": (lambda p: add(p, 0, "nobody"), "UNKNOWN_VOLUNTEER"),
    "an id that differs by its case": (lambda p: add(without(p, "p09"), 0, "P09"), "UNKNOWN_VOLUNTEER"),
    "a group too small": (lambda p: change(p, 0, members=p.groups[0].members[:6]), "TOO_SMALL"),
    "a group without members": (lambda p: change(p, 0, members=()), "TOO_SMALL"),
    "a group too large": (lambda p: add(p, 0, *[n for n in p.groups[1].members if n != "p15"][:2]), "TOO_LARGE"),
    "an unknown theme": (lambda p: change(p, 0, theme="peace"), "UNKNOWN_THEME"),
    "another theme than the group's name": (lambda p: change(p, 0, theme="quality"), "OTHER_THEME"),
    "a theme that may not open": (lambda p: change(p, 0, id="safety-1", theme="safety"), "TOO_MANY_GROUPS"),
    "too many groups of a theme": (lambda p: split(p, "quality", "quality", "quality", "climate"), "TOO_MANY_GROUPS"),
    "a theme that must open closed": (lambda p: split(p, "quality", "quality"), "TOO_FEW_GROUPS"),
    "two groups of one name": (lambda p: change(p, 1, id="climate-1"), "DUPLICATE_GROUP"),
    "a refused theme": (lambda p: move(p, "p15", 0), "REFUSED_THEME"),
    "a choice beyond the worst rank": (lambda p: move(p, "p15", 0), "choices"),
    "somebody left out where nobody may be": (
        lambda p: without(p, "p09").model_copy(update={"unplaced": (Unplaced(volunteer="p09"),)}),
        "UNPLACED",
    ),
    "somebody placed and listed as left out": (
        lambda p: p.model_copy(update={"unplaced": (Unplaced(volunteer="p09"),)}),
        "LISTED_TWICE",
    ),
    "a stranger listed as left out": (
        lambda p: p.model_copy(update={"unplaced": (Unplaced(volunteer="nobody"),)}),
        "UNKNOWN_VOLUNTEER",
    ),
    "an unknown facilitator": (lambda p: change(p, 0, facilitators=("f1", "nobody")), "UNKNOWN_FACILITATOR"),
    "a facilitator of too many groups": (lambda p: change(p, 1, facilitators=("f1",)), "facilitation"),
    "a facilitator outside their themes": (lambda p: change(p, 0, facilitators=("f2",)), "facilitation"),
    "a member's manager as facilitator": (lambda p: change(p, 1, facilitators=("p00",)), "facilitation"),
    "a member as their own facilitator": (lambda p: change(p, 0, facilitators=("p00",)), "facilitation"),
    "no facilitator": (lambda p: change(p, 1, facilitators=()), "facilitation"),
    "one facilitator too many": (lambda p: change(p, 1, facilitators=("f2", "p00")), "facilitation"),
    "a facilitator named twice": (lambda p: change(p, 1, facilitators=("f2", "f2")), "LED_TWICE"),
    "two who must be apart together": (lambda p: move(p, "p06", 0), "apart pairs"),
    "somebody with their manager": (lambda p: move(p, "p04", 0), "apart manager"),
    "two who belong together split": (lambda p: move(p, "p05", 1), "together"),
    "a lock on a volunteer broken": (lambda p: move(p, "p03", 0), "fix p03"),
    "a lock on a facilitator broken": (lambda p: change(p, 0, facilitators=("p00",)), "fix f1"),
    "a quota missed": (lambda p: move(p, "p08", 0), "quota level manager"),
    "an unknown sponsor": (lambda p: change(p, 0, sponsor="nobody"), "UNKNOWN_SPONSOR"),
    "a session of an unknown group": (
        lambda p: p.model_copy(update={"sessions": (Session(group="quality-2", slot="s1"),)}),
        "UNKNOWN_SESSION",
    ),
    "a session in an unknown slot": (
        lambda p: p.model_copy(update={"sessions": (Session(group="quality-1", slot="s2"),)}),
        "UNKNOWN_SESSION",
    ),
    "a session in an unknown room": (
        lambda p: p.model_copy(update={"sessions": (Session(group="quality-1", slot="s1", room="r2"),)}),
        "UNKNOWN_SESSION",
    ),
}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plans_before_planting_are_valid(seed: int) -> None:
    found = audit(PROGRAMME, valid_plan(seed))
    assert found.valid, found
    assert found.cost > 0


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_caught_and_named(name: str) -> None:
    plant, where = DEFECTS[name]
    for seed in SEEDS:
        found = audit(PROGRAMME, plant(valid_plan(seed)))
        named = {f.code for f in found.structure} | {r.label for r in found.rules if r.breaches}
        assert not found.valid
        assert where in named, found


@pytest.mark.parametrize("off", [-1, 1, 1000])
def test_a_false_cost_is_caught_even_by_one(off: int) -> None:
    for seed in SEEDS:
        plan = valid_plan(seed)
        true = audit(PROGRAMME, plan).cost
        assert audit(PROGRAMME, plan.model_copy(update={"cost": true})).valid
        found = audit(PROGRAMME, plan.model_copy(update={"cost": true + off}))
        assert [f.code for f in found.structure] == ["COST_MISMATCH"]
        assert not found.valid


def test_breaches_count_how_far_sizes_are_off() -> None:
    small = audit(PROGRAMME, change(valid_plan(0), 0, members=("p00", "p01", "p05")))
    assert sum(f.amount for f in small.structure if f.code == "TOO_SMALL") == 7 - 3
    assert sum(f.amount for f in small.structure if f.code == "FORGOTTEN") == 8 - 3


def counted(plan: Plan, code: str) -> int:
    return sum(f.amount for f in audit(PROGRAMME, plan).structure if f.code == code)


def test_breaches_count_how_far_numbers_are_off() -> None:
    # each of the two themes must open once and may open twice
    assert counted(Plan(groups=()), "TOO_FEW_GROUPS") == 2
    assert counted(split(valid_plan(0), "quality", "quality"), "TOO_FEW_GROUPS") == 1
    four = split(valid_plan(0), "quality", "quality", "quality", "quality", "climate", "climate")
    assert (counted(four, "TOO_MANY_GROUPS"), counted(four, "TOO_FEW_GROUPS")) == (2, 0)
    assert counted(change(valid_plan(0), 1, facilitators=("f2", "f2", "f2")), "LED_TWICE") == 2


def test_being_left_out_is_said_once() -> None:
    plan = without(valid_plan(0), "p12")
    once = plan.model_copy(update={"unplaced": (Unplaced(volunteer="p12"),)})
    twice = plan.model_copy(update={"unplaced": (Unplaced(volunteer="p12"),) * 2})
    assert audit(programme(allow_unplaced=True), once).valid
    assert [f.code for f in audit(programme(allow_unplaced=True), twice).structure] == ["LISTED_TWICE"]


def test_no_weight_excuses_a_fault_of_structure() -> None:
    for plant, _ in DEFECTS.values():
        found = audit(PROGRAMME, plant(valid_plan(0)).model_copy(update={"cost": 1}))
        assert all(f.always_hard for f in found.structure)
        assert [f.amount for f in found.structure if f.code == "COST_MISMATCH"] == [1]
