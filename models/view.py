"""A plan's rows joined with the roster: what a rule's review looks at."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from models.plan import Plan
from models.roster import Facilitator, Roster, Theme, Volunteer


@dataclass(frozen=True)
class SeatedGroup:
    """A group with its people in full."""

    id: str
    theme: Theme
    members: tuple[Volunteer, ...]
    facilitators: tuple[Facilitator, ...]

    def counts(self, attribute: str) -> Counter[str]:
        """Counts the members by their value of an attribute."""
        return Counter(member.value(attribute) for member in self.members)


@dataclass(frozen=True)
class View:
    """What a plan looks like to the judge; rows that name nobody known are left to the structure check."""

    roster: Roster
    plan: Plan
    groups: tuple[SeatedGroup, ...]

    def seats(self) -> Iterator[tuple[Volunteer, SeatedGroup]]:
        """Gives every placed volunteer with their group."""
        return ((member, group) for group in self.groups for member in group.members)


def view(roster: Roster, plan: Plan) -> View:
    """Joins the rows of a plan with the people they name; groups without members or known theme are left out."""
    seated = (
        SeatedGroup(
            id=group.id,
            theme=roster.theme[group.theme],
            members=tuple(roster.volunteer[m] for m in group.members if m in roster.volunteer),
            facilitators=tuple(roster.facilitator[f] for f in group.facilitators if f in roster.facilitator),
        )
        for group in plan.groups
        if group.theme in roster.theme
    )
    return View(roster=roster, plan=plan, groups=tuple(g for g in seated if g.members))
