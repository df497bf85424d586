"""Reads a plan from `assignments.csv`, ours or hand-made, and from the `groups.csv` beside it where there is one.

Needed are the columns volunteer and group; the theme may be left out where the group's id tells it (`THEME-1`) or
`groups.csv` does. A line without group and theme is a volunteer without a place. `rank` is what follows from the
choices, so it is not read. Other columns may stand beside for people to read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from formats.csv_grid import csv_grid
from formats.defuse import restored
from formats.fault import said
from formats.grid import Row
from formats.ledger import Ledger, Place
from formats.limits import guarded_bytes
from formats.nearest import did_you_mean, folded, some
from formats.text_encoding import decoded
from models import Group, Plan, Programme, Unplaced

HEADINGS = {
    "volunteer": ("volunteer", "volontaire", "id", "identifiant", "matricule"),
    "group": ("group", "groupe"),
    "theme": ("theme", "thème"),
    "facilitators": ("facilitators", "facilitator", "facilitateurs", "facilitateur", "animateurs", "animateur"),
    "sponsor": ("sponsor", "parrain"),
}
_FIELDS = {folded(word): name for name, words in HEADINGS.items() for word in words}


@dataclass
class _Draft:
    """A group as far as the lines read so far tell."""

    theme: str
    members: list[str] = field(default_factory=list)
    facilitators: tuple[str, ...] = ()
    sponsor: str | None = None


@dataclass(frozen=True)
class _Line:
    """One line of a table: its cells by field, and where it stands."""

    cells: dict[str, str]
    place: Place

    def cell(self, name: str) -> str:
        """Gives a cell, empty where the table has no such column."""
        return self.cells.get(name, "")


def plan_from_tables(path: Path, programme: Programme, ledger: Ledger) -> Plan:
    """Gives the plan of an assignments table; what is wrong with it goes to the ledger."""
    reader = _Reader(programme, ledger)
    beside = path.with_name("groups.csv")
    if beside.exists() and beside != path:
        for line in _lines(beside, ("group",), ledger):
            reader.take_group(line)
    for line in _lines(path, ("volunteer", "group"), ledger):
        reader.take_assignment(line)
    return reader.plan()


class _Reader:
    """Gathers groups and unplaced volunteers line by line."""

    def __init__(self, programme: Programme, ledger: Ledger) -> None:
        self._programme = programme
        self._ledger = ledger
        self._groups: dict[str, _Draft] = {}
        self._unplaced: dict[str, None] = {}

    def plan(self) -> Plan:
        """Gives what the lines add up to."""
        groups = (
            Group(id=name, theme=d.theme, members=tuple(d.members), facilitators=d.facilitators, sponsor=d.sponsor)
            for name, d in self._groups.items()
        )
        return Plan(groups=tuple(groups), unplaced=tuple(Unplaced(volunteer=v) for v in self._unplaced))

    def take_group(self, line: _Line) -> None:
        """Takes in a line of `groups.csv`."""
        draft = self._draft(line)
        if draft is None:
            return
        leaders = [part.strip() for part in line.cell("facilitators").split(";") if part.strip()]
        for leader in leaders:
            self._knows(line, "facilitators", leader, self._programme.facilitator)
        draft.facilitators = tuple(leaders)
        draft.sponsor = line.cell("sponsor") or None

    def take_assignment(self, line: _Line) -> None:
        """Takes in a line of `assignments.csv`."""
        who = line.cell("volunteer")
        if not self._knows(line, "volunteer", who, self._programme.volunteer):
            return
        if not line.cell("group") and not line.cell("theme"):
            self._put(line, who, self._unplaced)
            return
        draft = self._draft(line)
        if draft is not None and not self._repeated(line, who in draft.members):
            draft.members.append(who)

    def _put(self, line: _Line, who: str, into: dict[str, None]) -> None:
        if not self._repeated(line, who in into):
            into[who] = None

    def _repeated(self, line: _Line, seen: bool) -> bool:
        if seen:
            message = said("cette ligne est déjà plus haut", "this line stands further up already")
            self._ledger.error(line.place, "DUPLICATE_ROW", message, field="volunteer", shown=line.cell("volunteer"))
        return seen

    def _draft(self, line: _Line) -> _Draft | None:
        """Gives the group a line names, opened when it is new; None when the line does not say enough."""
        name = line.cell("group")
        if not name:
            self._ledger.error(line.place, "MISSING_VALUE", said("groupe manquant", "no group"), field="group")
            return None
        theme = self._theme(line, name)
        if theme is None:
            return None
        draft = self._groups.setdefault(name, _Draft(theme))
        if draft.theme == theme:
            return draft
        message = said(f"ce groupe a déjà le thème {draft.theme}", f"this group already has theme {draft.theme}")
        self._ledger.error(line.place, "THEME_CONFLICT", message, field="theme", shown=line.cell("theme"))
        return None

    def _theme(self, line: _Line, group: str) -> str | None:
        """Finds a line's theme: by its id or title, else from what is known of the group, else from the group's id."""
        named = line.cell("theme")
        if named:
            known = {t.title: t.id for t in self._programme.themes} | {t.id: t.id for t in self._programme.themes}
            return known[named] if self._knows(line, "theme", named, known) else None
        if group in self._groups:
            return self._groups[group].theme
        told = group.rpartition("-")[0]
        if told in self._programme.theme:
            return told
        message = said("thème manquant : rien ne dit celui du groupe", "no theme: nothing tells that of the group")
        self._ledger.error(line.place, "MISSING_VALUE", message, field="theme", shown=group)
        return None

    def _knows(self, line: _Line, column: str, name: str, known: Mapping[str, object]) -> bool:
        if not name:
            self._ledger.error(line.place, "MISSING_VALUE", said("case vide", "empty cell"), field=column)
        elif name not in known:
            message = said("inconnu du programme", "unknown to the programme")
            hint = did_you_mean(name, known)
            self._ledger.error(line.place, "UNKNOWN_REF", message, field=column, shown=name, hint=hint)
        return name in known


def _lines(path: Path, needed: tuple[str, ...], ledger: Ledger) -> Iterator[_Line]:
    """Gives the lines of a table by field; nothing, with the fault noted, when a needed column is missing."""
    place = Place(file=path.name, table=path.stem)
    data = guarded_bytes(path, place, ledger)
    text = None if data is None else decoded(data, place, ledger)
    rows = csv_grid(text, place, ledger).rows if text is not None else ()
    if text is not None and not rows:
        ledger.error(place, "EMPTY_TABLE", said("aucune ligne", "no rows"))
    if not rows:
        return
    headers = _headers(rows[0])
    missing = [name for name in needed if name not in headers]
    for name in missing:
        message = said(f"la colonne {HEADINGS[name][1]} manque", f"the column {name} is missing")
        found = said(f"colonnes : {some(rows[0].cells)}", f"columns: {some(rows[0].cells)}")
        ledger.error(place.at(rows[0].number), "MISSING_COLUMN", message, hint=found)
    if not missing:
        yield from _read(rows[1:], headers, Place(path.name, path.stem, headers=_typed(rows[0], headers)))


def _headers(head: Row) -> dict[str, int]:
    """Gives each field's column, the first of several with the same meaning."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(head.cells):
        if folded(cell) in _FIELDS:
            columns.setdefault(_FIELDS[folded(cell)], index)
    return columns


def _typed(head: Row, headers: dict[str, int]) -> dict[str, str]:
    return {name: head.cells[index] for name, index in headers.items()}


def _read(rows: tuple[Row, ...], headers: dict[str, int], place: Place) -> Iterator[_Line]:
    for row in rows:
        cells = {name: restored(row.cells[i]) if i < len(row.cells) else "" for name, i in headers.items()}
        yield _Line(cells, place.at(row.number))
