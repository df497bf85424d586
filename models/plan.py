"""The answer: groups, sessions, and who has no place."""

from pydantic import Field

from models.record import Id, Paragraph, Record, Whole


class Group(Record):
    """One running instance of a theme; `THEME-1`, `THEME-2`… name the groups of a theme."""

    id: Id
    theme: Id
    members: tuple[Id, ...]
    facilitators: tuple[Id, ...] = ()
    sponsor: Id | None = None


class Session(Record):
    """A group's meeting in a slot, in a room unless none is needed."""

    group: Id
    slot: Id
    room: Id | None = None


class Unplaced(Record):
    """A volunteer without a group, and why."""

    volunteer: Id
    reason: Paragraph = ""


class Plan(Record):
    """Groups, sessions and unplaced volunteers; `cost` is what the plan's maker claims it costs."""

    groups: tuple[Group, ...]
    sessions: tuple[Session, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    cost: Whole | None = Field(default=None, ge=0)

    def group_of(self) -> dict[str, str]:
        """Gives each placed volunteer's group id."""
        return {member: group.id for group in self.groups for member in group.members}
