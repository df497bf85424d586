"""A shorthand for the cases worked out by hand."""

from models import Facilitator, Group, Plan, Programme, Rule, RuleReport, Theme, Unplaced, Volunteer, audit
from models.settings import GroupSettings

Facts = dict[str, object]


def everyone(**facts: Facts) -> tuple[Volunteer, ...]:
    """Lists volunteers by id, with what is known of each."""
    return tuple(Volunteer(id=name, **known) for name, known in facts.items())


def with_value(attribute: str, text: str) -> tuple[Volunteer, ...]:
    """Reads "ann:N1 bob:N2 cid:" as three people and their value of an attribute."""
    rows = (word.partition(":") for word in text.split())
    return everyone(**{name: {attribute: value} for name, _, value in rows})


def judged(
    rule: Rule,
    volunteers: tuple[Volunteer, ...],
    seats: str,
    themes: tuple[Theme, ...] = (Theme(id="A", max_groups=5), Theme(id="B", max_groups=5)),
    facilitators: tuple[Facilitator, ...] = (),
    **tables: object,
) -> RuleReport:
    """Gives what the judge says of one rule on the plan `seats`, such as "A-1: ann bob / B-1: cid + coach"."""
    programme = Programme(
        volunteers=volunteers,
        themes=themes,
        facilitators=facilitators,
        groups=GroupSettings(min_size=1, max_size=50, allow_unplaced=True),
        rules=(rule,),
        **tables,
    )
    return audit(programme, seated(seats, [v.id for v in volunteers])).rules[0]


def seated(seats: str, everybody: list[str]) -> Plan:
    """Reads groups and their leaders, "A-1: ann bob + coach / B-1: cid"; the others have no place."""
    groups = []
    for part in filter(None, seats.split("/")):
        name, _, people = part.partition(":")
        members, _, leaders = people.partition("+")
        cell = name.strip()
        theme = cell.rpartition("-")[0]
        groups.append(Group(id=cell, theme=theme, members=members.split(), facilitators=leaders.split()))
    placed = {m for g in groups for m in g.members}
    return Plan(groups=groups, unplaced=[Unplaced(volunteer=i) for i in everybody if i not in placed])
