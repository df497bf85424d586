"""What there is to show of a plan: who sits where, at which rank, and how mixed each group is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from formats.canonical import canonical
from models import Facilitator, Finding, Group, Outcome, Plan, Programme, Theme, Volunteer

MIXED = ("level", "job", "function", "unit")


@dataclass(frozen=True)
class Seat:
    """One volunteer's place: `rank` obtained, None outside their choices."""

    volunteer: Volunteer
    rank: int | None

    @property
    def key(self) -> str:
        """The rank as a word: `1`, `2`…, `outside` the choices, or `free` for one who gave none."""
        if not self.volunteer.choices:
            return "free"
        return "outside" if self.rank is None else str(self.rank)


@dataclass(frozen=True)
class Mix:
    """How many members of a group have each value of an attribute, in one order for all groups."""

    attribute: str
    parts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Card:
    """A group with everything its sheet shows."""

    group: Group
    theme: Theme
    seats: tuple[Seat, ...]
    facilitators: tuple[Facilitator, ...]
    sponsor: str
    mixes: tuple[Mix, ...]
    findings: tuple[tuple[str, Finding], ...]


def shown_attributes(programme: Programme) -> tuple[str, ...]:
    """Gives the attributes worth showing: those that somebody has, in the roster's order."""
    return tuple(a for a in MIXED if any(v.value(a) for v in programme.volunteers))


def value_order(programme: Programme, attribute: str) -> tuple[str, ...]:
    """Gives all values of an attribute in one order: the listed levels, else the most frequent first."""
    counts = Counter(v.value(attribute) for v in programme.volunteers)
    listed = [level for level in programme.levels if level in counts] if attribute == "level" else []
    rest = sorted(set(counts) - set(listed), key=lambda value: (-counts[value], value))
    return (*listed, *rest)


def cards(programme: Programme, plan: Plan, outcome: Outcome | None = None) -> tuple[Card, ...]:
    """Joins each group of known theme with its people, its mix and what the rules found in it."""
    orders = {a: value_order(programme, a) for a in shown_attributes(programme)}
    found = _findings_by_group(outcome)
    return tuple(
        _card(programme, group, orders, tuple(found.get(group.id, ())))
        for group in canonical(plan).groups
        if group.theme in programme.theme
    )


def obtained(programme: Programme, plan: Plan) -> dict[str, int]:
    """Counts the placed volunteers by rank obtained: `1`, `2`…, `outside`, `free`; then `unplaced`."""
    counts = Counter(seat.key for card in cards(programme, plan) for seat in card.seats)
    deepest = max((len(v.choices) for v in programme.volunteers), default=0)
    ranks = {str(rank): counts[str(rank)] for rank in range(1, deepest + 1)}
    others = {key: counts[key] for key in ("outside", "free") if counts[key]}
    return ranks | others | ({"unplaced": len(plan.unplaced)} if plan.unplaced else {})


def _card(
    programme: Programme, group: Group, orders: dict[str, tuple[str, ...]], found: tuple[tuple[str, Finding], ...]
) -> Card:
    members = [programme.volunteer[m] for m in group.members if m in programme.volunteer]
    return Card(
        group=group,
        theme=programme.theme[group.theme],
        seats=tuple(Seat(v, v.rank(group.theme)) for v in sorted(members, key=_by_name)),
        facilitators=tuple(programme.facilitator[f] for f in group.facilitators if f in programme.facilitator),
        sponsor=_sponsor(programme, group),
        mixes=tuple(_mix(members, a, order) for a, order in orders.items()),
        findings=found,
    )


def _sponsor(programme: Programme, group: Group) -> str:
    names = {c.id: c.name or c.id for c in programme.committee}
    return names.get(group.sponsor, group.sponsor) if group.sponsor else ""


def _by_name(volunteer: Volunteer) -> tuple[str, str]:
    return normalize("NFD", volunteer.name).casefold(), volunteer.id


def _mix(members: list[Volunteer], attribute: str, order: tuple[str, ...]) -> Mix:
    counts = Counter(v.value(attribute) for v in members)
    return Mix(attribute, tuple((value, counts[value]) for value in order if counts[value]))


def _findings_by_group(outcome: Outcome | None) -> dict[str, list[tuple[str, Finding]]]:
    found: dict[str, list[tuple[str, Finding]]] = {}
    for label, finding in _findings(outcome):
        if finding.group:
            found.setdefault(finding.group, []).append((label, finding))
    return found


def _findings(outcome: Outcome | None) -> Iterator[tuple[str, Finding]]:
    if outcome is None or outcome.audit is None:
        return
    for report in outcome.audit.rules:
        yield from ((report.label, finding) for finding in report.findings)
