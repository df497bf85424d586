"""The tables of a programme: which record a row becomes, and how each column's cells are read."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.cells import Reader, legal, line, listed, truth, whole, word
from formats.moments import moment
from models import CommitteeMember, Facilitator, PastSeat, Room, Slot, Theme, Volunteer
from models.record import Record

LINE = Reader(line)
PARAGRAPH = Reader(legal)
LIST = Reader(listed)
NUMBER = Reader(whole(0, 100_000), textual=False)
SIZE = Reader(whole(1, 1_000, below="WRONG_TYPE"), textual=False)
MOMENT = Reader(moment, textual=False)


@dataclass(frozen=True)
class TableForm:
    """One table: its record, its key (first column), the columns it must have and how cells are read."""

    record: type[Record]
    readers: Mapping[str, Reader]
    required: tuple[str, ...] = ("id",)

    @property
    def key(self) -> str:
        """The column that names a row."""
        return self.required[0]


_PERSON = {"id": LINE, "given": LINE, "name": LINE, "away": LIST}

_SEAT = ("cycle", "group", "volunteer")

FORMS: Mapping[str, TableForm] = {
    "volunteers": TableForm(
        Volunteer,
        _PERSON
        | dict.fromkeys(("email", "level", "job", "function", "unit", "site", "manager"), LINE)
        | {"choices": LIST, "refuses": LIST},
    ),
    "themes": TableForm(
        Theme,
        {
            "id": LINE,
            "title": LINE,
            "outcome": PARAGRAPH,
            "horizon": Reader(word("horizon")),
            "priority": Reader(whole(1, 5), textual=False),
            "proposed_by": LINE,
            "min_groups": NUMBER,
            "max_groups": NUMBER,
            "min_size": SIZE,
            "max_size": SIZE,
        },
    ),
    "facilitators": TableForm(
        Facilitator,
        _PERSON | {"unit": LINE, "themes": LIST, "max_groups": NUMBER, "experienced": Reader(truth, textual=False)},
    ),
    "slots": TableForm(
        Slot,
        {"id": LINE, "start": MOMENT, "end": MOMENT, "kind": Reader(word("kind"))},
        ("id", "start", "end", "kind"),
    ),
    "rooms": TableForm(Room, {"id": LINE, "capacity": NUMBER, "site": LINE, "away": LIST}, ("id", "capacity")),
    "committee": TableForm(CommitteeMember, _PERSON | {"sponsors": LIST}),
    "history": TableForm(PastSeat, dict.fromkeys(_SEAT, LINE), _SEAT),
}
COMPULSORY = ("volunteers", "themes")
NEVER_EMPTY = (*COMPULSORY, "assignments")
