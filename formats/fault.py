"""One problem of an input, said so that its owner finds the cell and knows what to do."""

from collections.abc import Iterable
from typing import Literal

from models import Text
from models.record import Language, Record

EXCERPT = 40


Severity = Literal["error", "warning", "info"]


class Fault(Record):
    """One problem: `row` as the user sees it, `column` the header as typed or a JSON pointer; never a whole row.

    An error forbids using the input, a warning asks for a look, an info says how something usual was read.
    """

    code: str
    severity: Severity = "error"
    message: Text
    hint: Text | None = None
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    excerpt: str = ""

    def line(self, language: Language) -> str:
        """Gives the problem on one line: where, code, message, hint."""
        names = {"fr": ("feuille", "ligne"), "en": ("sheet", "row")}[language]
        parts = [
            self.file,
            f"{names[0]} {self.sheet}" if self.sheet else "",
            f"{names[1]} {self.row}" if self.row is not None else "",
            f"« {self.column} »" if self.column and language == "fr" else f"“{self.column}”" if self.column else "",
        ]
        where = ", ".join(part for part in parts if part)
        hint = f" ({self.hint.said_in(language)})" if self.hint else ""
        colon = " : " if language == "fr" else ": "
        return f"{where}{colon if where else ''}{self.code}{colon}{self.message.said_in(language)}{hint}"


class InputError(Exception):
    """An input that cannot be used, with every problem found in it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.line("en") for fault in self.faults if fault.severity == "error"))


def said(fr: str, en: str) -> Text:
    """Says one thing in both languages."""
    return Text(fr=fr, en=en)


def excerpt(text: str) -> str:
    """Gives at most 40 characters of a text, with what cannot be seen written as its code."""
    shown = visible(text[: EXCERPT + 1])
    return shown if len(shown) <= EXCERPT else shown[: EXCERPT - 1] + "…"


def visible(text: str) -> str:
    """Gives a text with what cannot be seen written as its code."""
    return text if text.isprintable() else "".join(c if c.isprintable() else _code(c) for c in text)


def _code(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
