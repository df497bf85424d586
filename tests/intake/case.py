"""One bad input, and the fault that must name it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from formats.fault import Severity

Make = Callable[[Path], Path]


@dataclass(frozen=True)
class Case:
    """`make` writes the input and gives its path; `row`, `column` and `sheet` are where the fault must point."""

    name: str
    make: Make
    code: str
    row: int | None = None
    column: str = ""
    severity: Severity = "error"
    hint: str = ""

    def __str__(self) -> str:
        return self.name
