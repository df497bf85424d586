"""`plan.xlsx`: the plan as a workbook to read, to sort and to print, with a sheet for each group.

Every word of a user is written as text, never as a formula; one that looks like a formula also carries Excel's own
mark for text, so it stays text when the cell is edited.
"""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import ceil
from typing import Any

import xlsxwriter

from formats.defuse import is_live
from formats.facts import Card, cards, obtained, shown_attributes
from formats.labels import label, rank_label, value_label
from formats.verdict import percent, title, verdict
from formats.workbook_style import STYLES, lay_out
from models import Outcome, Plan, Programme
from models.record import Language

Field = str | int | None
COLUMN_LIMIT = 64  # characters
LINE_HEIGHT = 15  # points
COUNTED = {"job": "jobs", "unit": "units"}  # of these the list of groups tells how many different ones there are


def workbook_bytes(programme: Programme, outcome: Outcome, plan: Plan) -> bytes:
    """Gives the workbook of a plan, in the programme's language."""
    target = io.BytesIO()
    book = Book(target, programme)
    shown = cards(programme, plan, outcome)
    _overview(book, outcome, plan)
    _assignments(book, shown)
    _groups(book, shown)
    _rules(book, outcome)
    _unplaced(book, plan)
    for card in shown:
        _group(book, card)
    book.close()
    return target.getvalue()


class Book:
    """A workbook being written: its styles, its language and its next sheets."""

    def __init__(self, target: io.BytesIO, programme: Programme) -> None:
        self.programme = programme
        self.language: Language = programme.language
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._file = xlsxwriter.Workbook(target, options)
        self._file.set_properties({"title": programme.title, "created": datetime(2000, 1, 1)})
        self._styles = {name: self._file.add_format(style) for name, style in STYLES.items()}
        self._names: set[str] = set()

    def word(self, name: str) -> str:
        """Gives a label in the programme's language."""
        return label(name, self.language)

    def sheet(self, name: str) -> Any:
        """Adds a sheet, under the nearest name that a workbook allows."""
        return self._file.add_worksheet(self._free_name(name))

    def put(self, sheet: Any, row: int, column: int, value: Field, style: str = "text") -> None:
        """Writes one cell: a number as a number, everything else as text."""
        if isinstance(value, int):
            sheet.write_number(row, column, value, self._styles["count" if style == "lead" else "number"])
        elif value:
            sheet.write_string(row, column, value, self._styles["live" if is_live(value) else style])

    def table(self, sheet: Any, top: int, head: Sequence[str], rows: Iterable[Sequence[Field]]) -> int:
        """Writes a table with its header at `top`, columns as wide as their text, and gives the first free row."""
        widths = [len(word) for word in head]
        for column, word in enumerate(head):
            self.put(sheet, top, column, word, "head")
        last = top
        for last, row in enumerate(rows, start=top + 1):
            longest = max((len(str(value or "")) for value in row), default=0)
            if longest > COLUMN_LIMIT:
                sheet.set_row(last, LINE_HEIGHT * ceil(longest / COLUMN_LIMIT))
            for column, value in enumerate(row):
                self.put(sheet, last, column, value, "wrap")
                widths[column] = max(widths[column], len(str(value or "")))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(width, COLUMN_LIMIT) + 3)
        return last + 1

    def page(self, name: str, head: Sequence[str], rows: Iterable[Sequence[Field]]) -> None:
        """Adds a sheet that is one table, with filters."""
        sheet = self.sheet(name)
        lay_out(sheet, 0, len(head), self.programme.title)
        end = self.table(sheet, 0, head, rows)
        sheet.autofilter(0, 0, max(end - 1, 1), len(head) - 1)

    def close(self) -> None:
        """Finishes the file."""
        self._file.close()

    def _free_name(self, name: str) -> str:
        base = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", name).strip(" '")[:31] or "-"
        free, times = base, 1
        while free.casefold() in self._names | {"history"}:
            times += 1
            free = f"{base[:26]} ({times})"
        self._names.add(free.casefold())
        return free


def _overview(book: Book, outcome: Outcome, plan: Plan) -> None:
    sheet = book.sheet(book.word("overview"))
    language = book.language
    lay_out(sheet, 0, 1, book.programme.title)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 110)
    book.put(sheet, 0, 0, book.programme.title or book.word("programme"), "title")
    lines: list[tuple[str, Field]] = [
        (book.word("verdict"), f"{title(outcome).said_in(language)}. {verdict(outcome).said_in(language)}"),
        (book.word("volunteers"), len(book.programme.volunteers)),
        (book.word("groups"), len(plan.groups)),
        *((rank_label(key, language), count) for key, count in obtained(book.programme, plan).items()),
        (book.word("cost"), outcome.cost),
        (book.word("bound"), outcome.bound),
        (book.word("gap"), None if outcome.gap is None else percent(outcome.gap, language)),
        (book.word("seed"), outcome.seed),
        (book.word("versions"), ", ".join(f"{name} {v}" for name, v in sorted(outcome.versions.items()))),
    ]
    sheet.set_row(2, 2 * LINE_HEIGHT + 4)
    for row, (key, value) in enumerate(lines, start=2):
        book.put(sheet, row, 0, key, "key")
        book.put(sheet, row, 1, value, "lead")


def _assignments(book: Book, shown: Sequence[Card]) -> None:
    attributes = (*shown_attributes(book.programme), "site")
    names = ("id", "name", "group", "theme", "title", "choice", *attributes)
    rows = (
        (
            seat.volunteer.id,
            seat.volunteer.name,
            card.group.id,
            card.theme.id,
            card.theme.title,
            rank_label(seat.key, book.language),
            *(seat.volunteer.value(a) for a in attributes),
        )
        for card in shown
        for seat in card.seats
    )
    book.page(book.word("assignments"), [book.word(name) for name in names], rows)


def _groups(book: Book, shown: Sequence[Card]) -> None:
    attributes = shown_attributes(book.programme)
    names = (
        "group",
        "theme",
        "title",
        "horizon",
        "size",
        "facilitator",
        "sponsor",
        *(COUNTED.get(a, a) for a in attributes),
    )
    rows: Iterable[Sequence[Field]] = (
        (
            card.group.id,
            card.theme.id,
            card.theme.title,
            book.word(card.theme.horizon),
            len(card.seats),
            _leaders(card),
            card.sponsor,
            *(_mixed(book, card, a) for a in attributes),
        )
        for card in shown
    )
    book.page(book.word("groups"), [book.word(name) for name in names], rows)


def _rules(book: Book, outcome: Outcome) -> None:
    names = ("rule", "state", "amount", "cost", "finding", "group", "people")
    book.page(book.word("rules"), [book.word(name) for name in names], _rule_rows(book, outcome))


def _rule_rows(book: Book, outcome: Outcome) -> Iterable[Sequence[Field]]:
    if outcome.audit is None:
        return
    for report in outcome.audit.rules:
        state = "broken" if report.breaches else "missed" if report.amount else "kept"
        said = report.sentence.said_in(book.language)
        yield said, book.word(state), report.amount, report.cost, "", "", ""
        for finding in report.findings:
            found = finding.text.said_in(book.language)
            yield said, "", finding.amount, None, found, finding.group, ", ".join(finding.volunteers)


def _unplaced(book: Book, plan: Plan) -> None:
    if not plan.unplaced:
        return
    people = book.programme.volunteer
    rows = (
        (row.volunteer, people[row.volunteer].name if row.volunteer in people else "", row.reason)
        for row in plan.unplaced
    )
    book.page(book.word("unplaced"), [book.word(name) for name in ("id", "name", "reason")], rows)


def _group(book: Book, card: Card) -> None:
    sheet = book.sheet(card.group.id)
    horizon = book.word(card.theme.horizon) if card.theme.horizon else ""
    facts = [
        (book.word("group"), card.group.id),
        (book.word("outcome"), card.theme.outcome),
        (book.word("horizon"), horizon),
        (book.word("facilitator"), _leaders(card)),
        (book.word("sponsor"), card.sponsor),
    ]
    said = [(key, value) for key, value in facts if value]
    lay_out(sheet, len(said) + 2, 7, f"{book.programme.title}  {card.group.id}")
    attributes = ("level", "job", "function", "unit", "site")
    rows = (
        (
            seat.volunteer.name or seat.volunteer.id,
            *(value_label(a, seat.volunteer.value(a), book.language) for a in attributes),
            rank_label(seat.key, book.language),
        )
        for seat in card.seats
    )
    book.table(sheet, len(said) + 2, [book.word(word) for word in ("name", *attributes, "choice")], rows)
    book.put(sheet, 0, 0, card.theme.title or card.theme.id, "title")
    for row, (key, value) in enumerate(said, start=1):
        book.put(sheet, row, 0, key, "key")
        book.put(sheet, row, 1, value)


def _leaders(card: Card) -> str:
    return "; ".join(f.name or f.id for f in card.facilitators)


def _mixed(book: Book, card: Card, attribute: str) -> Field:
    mix = next(m for m in card.mixes if m.attribute == attribute)
    if attribute in COUNTED:
        return sum(1 for value, _ in mix.parts if value)
    return ", ".join(f"{count} {value_label(attribute, value, book.language)}" for value, count in mix.parts)
