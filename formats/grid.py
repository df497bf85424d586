"""Cells as they were found, before anybody knows which column is which."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Kind = Literal["number", "date", "truth", "error", "uncached"]
NO_KINDS: Mapping[int, Kind] = MappingProxyType({})


@dataclass(frozen=True)
class Row:
    """One row: its number as the user sees it, its cells as text, and what cells were that are not text."""

    number: int
    cells: tuple[str, ...]
    kinds: Mapping[int, Kind] = field(default_factory=lambda: NO_KINDS)

    @property
    def blank(self) -> bool:
        """Whether nothing is written in the row."""
        return not any(self.cells) and not self.kinds


@dataclass(frozen=True)
class Grid:
    """The rows of one file or sheet that are not blank, and what was seen around them.

    `unread` when the file is there but could not be read.
    """

    file: str
    sheet: str
    rows: tuple[Row, ...]
    merged: tuple[tuple[str, int, int], ...] = ()
    hidden: tuple[int, ...] = ()
    unread: bool = False


def letter(index: int) -> str:
    """Gives a spreadsheet's name of a column: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
