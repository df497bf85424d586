"""What every plan must respect, whatever the rules: each finding is a hard fault of the plan's own rows."""

from collections import Counter
from collections.abc import Iterator

from models.plan import Group, Plan
from models.programme import Programme
from models.rule import Finding
from models.text import Text


def faults(programme: Programme, plan: Plan) -> Iterator[Finding]:
    """Finds rows that name nobody, people placed twice or nowhere, sizes and numbers of groups out of limits."""
    yield from _strangers(programme, plan)
    yield from _places(programme, plan)
    yield from _sizes(programme, plan)
    yield from _numbers(programme, plan)
    yield from _refusals(programme, plan)


def _fault(code: str, fr: str, en: str, group: str = "", volunteer: str = "", amount: int = 1) -> Finding:
    people = (volunteer,) if volunteer else ()
    return Finding(amount=amount, text=Text(fr=fr, en=en), code=code, group=group, volunteers=people, always_hard=True)


def _strangers(programme: Programme, plan: Plan) -> Iterator[Finding]:
    for group in plan.groups:
        yield from _strangers_in(programme, group)
        yield from _misnamed(programme, group)
    for row in plan.unplaced:
        if row.volunteer not in programme.volunteer:
            who = row.volunteer
            yield _fault("UNKNOWN_VOLUNTEER", f"volontaire {who} inconnu", f"unknown volunteer {who}", "", who)
    yield from _stray_sessions(programme, plan)


def _strangers_in(programme: Programme, group: Group) -> Iterator[Finding]:
    if group.theme not in programme.theme:
        yield _fault("UNKNOWN_THEME", f"thème {group.theme} inconnu", f"unknown theme {group.theme}", group.id)
    for m in group.members:
        if m not in programme.volunteer:
            yield _fault("UNKNOWN_VOLUNTEER", f"volontaire {m} inconnu", f"unknown volunteer {m}", group.id, m)
    for f in group.facilitators:
        if f not in programme.facilitator:
            yield _fault("UNKNOWN_FACILITATOR", f"facilitateur {f} inconnu", f"unknown facilitator {f}", group.id)
    who = group.sponsor
    if who is not None and who not in {c.id for c in programme.committee}:
        yield _fault("UNKNOWN_SPONSOR", f"parrain {who} inconnu", f"unknown sponsor {who}", group.id)


def _misnamed(programme: Programme, group: Group) -> Iterator[Finding]:
    named, _, number = group.id.rpartition("-")
    if named != group.theme and named in programme.theme and number.isdecimal():
        fr, en = f"{group.id} travaille sur {group.theme}", f"{group.id} works on {group.theme}"
        yield _fault("OTHER_THEME", fr, en, group.id)
    for f, times in Counter(group.facilitators).items():
        if times > 1:
            fr, en = f"{f} est nommé {times} fois", f"{f} is named {times} times"
            yield _fault("LED_TWICE", fr, en, group.id, amount=times - 1)


def _stray_sessions(programme: Programme, plan: Plan) -> Iterator[Finding]:
    groups = {group.id for group in plan.groups}
    slots = {slot.id for slot in programme.slots}
    rooms = {room.id for room in programme.rooms}
    for s in plan.sessions:
        if s.group not in groups or s.slot not in slots or (s.room is not None and s.room not in rooms):
            what = f"{s.group}, {s.slot}, {s.room or '-'}"
            yield _fault("UNKNOWN_SESSION", f"séance de rien de connu : {what}", f"session of nothing known: {what}")


def _places(programme: Programme, plan: Plan) -> Iterator[Finding]:
    seats = Counter(m for group in plan.groups for m in group.members)
    listed = Counter(row.volunteer for row in plan.unplaced)
    for who in programme.volunteer:
        if seats[who] > 1:
            yield _fault("PLACED_TWICE", f"{who} a {seats[who]} places", f"{who} has {seats[who]} places", "", who)
        if listed[who] > 1 or (listed[who] and seats[who]):
            yield _fault("LISTED_TWICE", f"{who} est listé deux fois", f"{who} is listed twice", "", who)
        if not seats[who] and not listed[who]:
            yield _fault("FORGOTTEN", f"{who} n'est nulle part", f"{who} is nowhere in the plan", "", who)
        if listed[who] and not programme.groups.allow_unplaced:
            yield _fault("UNPLACED", f"{who} n'a pas de place", f"{who} has no place", "", who)


def _sizes(programme: Programme, plan: Plan) -> Iterator[Finding]:
    for group in plan.groups:
        if group.theme not in programme.theme:
            continue
        low, high = programme.size_limits(programme.theme[group.theme])
        n = len(group.members)
        if n < low:
            yield _fault(
                "TOO_SMALL",
                f"{_members(n)}, {low} au moins",
                f"{_members(n, 'member')}, at least {low}",
                group.id,
                "",
                low - n,
            )
        if n > high:
            yield _fault(
                "TOO_LARGE",
                f"{_members(n)}, {high} au plus",
                f"{_members(n, 'member')}, at most {high}",
                group.id,
                "",
                n - high,
            )


def _members(n: int, one: str = "membre") -> str:
    return f"{n} {one}{'s' if n > 1 else ''}"


def _numbers(programme: Programme, plan: Plan) -> Iterator[Finding]:
    for name, times in Counter(group.id for group in plan.groups).items():
        if times > 1:
            yield _fault("DUPLICATE_GROUP", f"{times} groupes nommés {name}", f"{times} groups named {name}", name)
    opened = Counter(group.theme for group in plan.groups)
    for theme in programme.themes:
        low, high = programme.group_limits(theme)
        k = opened[theme.id]
        if k < low:
            fr, en = f"{theme.id} : {k} groupes, {low} au moins", f"{theme.id}: {k} groups, at least {low}"
            yield _fault("TOO_FEW_GROUPS", fr, en, amount=low - k)
        if k > high:
            fr, en = f"{theme.id} : {k} groupes, {high} au plus", f"{theme.id}: {k} groups, at most {high}"
            yield _fault("TOO_MANY_GROUPS", fr, en, amount=k - high)


def _refusals(programme: Programme, plan: Plan) -> Iterator[Finding]:
    for group in plan.groups:
        for who in group.members:
            if who in programme.volunteer and group.theme in programme.volunteer[who].refuses:
                fr, en = f"{who} refuse {group.theme}", f"{who} refuses {group.theme}"
                yield _fault("REFUSED_THEME", fr, en, group.id, who)
