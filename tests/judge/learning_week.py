"""A programme of sixteen fictitious people with every kind of rule, and valid plans of it."""

from random import Random

from models import (
    CommitteeMember,
    Facilitator,
    Group,
    GroupSettings,
    Plan,
    Programme,
    Room,
    Session,
    Slot,
    Theme,
    Unplaced,
    Volunteer,
)
from models.rules import Apart, Choices, Facilitation, Fix, NotAlone, Quota, Size, Together

NAMES = tuple(f"p{k:02}" for k in range(16))


def programme(allow_unplaced: bool = False) -> Programme:
    """Sixteen people, three themes; p00 is the manager of p04, p01 and p05 come together, p02 and p06 apart."""
    return Programme(
        volunteers=tuple(person(k, name) for k, name in enumerate(NAMES)),
        themes=(
            Theme(id="climate", min_groups=1, max_groups=2),
            Theme(id="quality", min_groups=1, max_groups=2),
            Theme(id="safety", min_groups=0, max_groups=0),
        ),
        facilitators=(
            Facilitator(id="f1", unit="far", experienced=True, max_groups=1),
            Facilitator(id="f2", themes=("quality",), max_groups=1),
            Facilitator(id="p00", max_groups=1),
        ),
        slots=(Slot(id="s1", start="2027-03-01T09:00", end="2027-03-01T11:00", kind="work"),),
        rooms=(Room(id="r1", capacity=20),),
        committee=(CommitteeMember(id="c1", sponsors=("climate",)),),
        groups=GroupSettings(min_size=7, max_size=9, allow_unplaced=allow_unplaced),
        rules=(
            Choices(weight=10, worst_rank=2),
            Size(target=7, weight=4),
            Quota(attribute="level", values=("manager",), min=1, hard=True),
            Quota(attribute="site", values=("Metz",), max=7, weight=3),
            NotAlone(attribute="site", weight=2),
            Apart(by="manager", hard=True),
            Apart(pairs=(("p02", "p06"),), hard=True),
            Together(sets=(("p01", "p05"),), hard=True),
            Facilitation(per_group=1, neutral=True, weight=5),
            Fix(volunteer="p03", theme="quality"),
            Fix(facilitator="f1", group="climate-1"),
        ),
    )


def person(k: int, name: str) -> Volunteer:
    """The even ones prefer climate, the odd ones quality; p15 refuses climate, p12 to p14 gave no choices."""
    choices = () if k in (12, 13, 14) else ("climate", "quality")[:: -1 if k % 2 else 1]
    return Volunteer(
        id=name,
        level="manager" if k in (0, 1, 8) else "staff",
        site="Metz" if k % 3 else "Lyon",
        manager="p00" if k in (3, 4, 7) else "",
        choices=("quality",) if k == 15 else choices,
        refuses=("climate",) if k == 15 else (),
    )


def valid_plan(seed: int, left: tuple[str, ...] = ()) -> Plan:
    """One of many valid plans: those bound by a rule are where they must be, the others anywhere."""
    chance = Random(seed)
    climate, quality = ["p00", "p01", "p05", "p02"], ["p03", "p04", "p07", "p06", "p15", "p08"]
    free = [n for n in NAMES if n not in (*climate, *quality, *left)]
    chance.shuffle(free)
    while free:
        (climate if len(climate) <= len(quality) else quality).append(free.pop())
    groups = (
        Group(id="climate-1", theme="climate", members=climate, facilitators=("f1",), sponsor="c1"),
        Group(id="quality-1", theme="quality", members=quality, facilitators=("f2",)),
    )
    sessions = (Session(group="climate-1", slot="s1", room="r1"),)
    return Plan(groups=groups, sessions=sessions, unplaced=tuple(Unplaced(volunteer=n) for n in left))
