"""Keeps the account of one reading: where each row stands, what was found, which rows were reported."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from formats.fault import Fault, Severity, excerpt, visible
from models import Text


@dataclass(frozen=True)
class Place:
    """Where something was read: a row of a table, or a JSON pointer into a document.

    `headers` gives the header as typed for each field; `choices/1` is the second choice.
    """

    file: str
    table: str = ""
    sheet: str = ""
    row: int | None = None
    pointer: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> int | str | None:
        """What tells this row from the others of its table."""
        return self.row if self.pointer is None else self.pointer

    def column(self, name: str) -> str:
        """Gives the header, or the pointer, of a field."""
        if self.pointer is not None:
            return f"{self.pointer}/{name}" if name else self.pointer
        return self.headers.get(name) or self.headers.get(name.partition("/")[0], name)

    def at(self, row: int) -> "Place":
        """Gives the place of another row of the same table."""
        return replace(self, row=row)


class Ledger:
    """The faults found so far, the rows read, and the rows that an error names."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.read: defaultdict[str, set[int | str]] = defaultdict(set)
        self.struck: defaultdict[str, set[int | str]] = defaultdict(set)

    def error(
        self, place: Place, code: str, message: Text, *, field: str = "", shown: str = "", hint: Text | None = None
    ) -> None:
        """Notes a problem that forbids using the input; the row it stands on counts as reported."""
        self._note("error", place, code, message, field, shown, hint)
        self.strike(place)

    def warn(
        self, place: Place, code: str, message: Text, *, field: str = "", shown: str = "", hint: Text | None = None
    ) -> None:
        """Notes something the user should see; the row is used as it is."""
        self._note("warning", place, code, message, field, shown, hint)

    def inform(
        self, place: Place, code: str, message: Text, *, field: str = "", shown: str = "", hint: Text | None = None
    ) -> None:
        """Notes how something usual was understood; nothing needs to be done."""
        self._note("info", place, code, message, field, shown, hint)

    def count(self, place: Place) -> None:
        """Counts a row of data as read."""
        if place.key is not None:
            self.read[place.table].add(place.key)

    def strike(self, place: Place) -> None:
        """Counts a row as reported, when a fault about many rows speaks for it."""
        if place.key is not None:
            self.struck[place.table].add(place.key)

    def names(self, place: Place) -> bool:
        """Tells whether an error names the row."""
        return place.key in self.struck[place.table]

    def reported(self, table: str) -> int:
        """Gives the number of rows read that an error names."""
        return len(self.read[table] & self.struck[table])

    @property
    def failed(self) -> bool:
        """Whether some error was found."""
        return any(fault.severity == "error" for fault in self.faults)

    def _note(
        self,
        severity: Severity,
        place: Place,
        code: str,
        message: Text,
        name: str,
        shown: str,
        hint: Text | None,
    ) -> None:
        self.faults.append(
            Fault(
                code=code,
                severity=severity,
                message=Text(fr=visible(message.fr), en=visible(message.en)),
                hint=hint and Text(fr=visible(hint.fr), en=visible(hint.en)),
                file=visible(place.file),
                sheet=visible(place.sheet),
                row=place.row,
                column=visible(place.column(name)) if name or place.pointer is not None else "",
                excerpt=excerpt(shown),
            )
        )
