"""Keeps the account of one reading: where each row stands, what was found, which rows were reported."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from formats.fault import Fault, InputError, excerpt
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
        self.read: Counter[str] = Counter()
        self.reported: defaultdict[str, set[int | str]] = defaultdict(set)

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

    def strike(self, place: Place) -> None:
        """Counts a row as reported, when a fault about many rows speaks for it."""
        if place.key is not None:
            self.reported[place.table].add(place.key)

    def refuse(self, place: Place, code: str, message: Text, hint: Text | None = None) -> InputError:
        """Notes a problem that ends the reading of a file, and gives the error to raise."""
        self.error(place, code, message, hint=hint)
        return InputError(self.faults)

    def struck(self, place: Place) -> bool:
        """Tells whether the row is among the reported ones."""
        return place.key in self.reported[place.table]

    @property
    def failed(self) -> bool:
        """Whether some error was found."""
        return any(fault.severity == "error" for fault in self.faults)

    def _note(
        self,
        severity: Literal["error", "warning"],
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
                message=message,
                hint=hint,
                file=place.file,
                sheet=place.sheet,
                row=place.row,
                column=place.column(name) if name or place.pointer is not None else "",
                excerpt=excerpt(shown),
            )
        )
