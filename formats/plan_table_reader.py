"""Reads a plan from its tables, ours or hand-made: `assignments.csv` with the `groups.csv` beside it, or a workbook.

Needed are the columns volunteer and group; the theme, an id or a title, may be left out where the group's id tells it
(`THEME-1`) or the table of groups does. A line without group and theme is a volunteer without a place. Facilitators, by
id or name, are told in either table. `rank` is what follows from the choices, so it is not read. Other columns may
stand beside for people to read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from formats.fault import said
from formats.ledger import Ledger, Place
from formats.named_references import single
from formats.nearest import Words, folded, some, words_in_order
from formats.plan_lines import Line, lines_of_text, lines_of_workbook
from models import Group, Plan, Programme, Text, Unplaced


@dataclass
class _Draft:
    """A group as far as the lines read so far tell."""

    theme: str
    members: list[str] = field(default_factory=list)
    facilitators: dict[str, None] = field(default_factory=dict)
    sponsor: str | None = None


def plan_from_tables(path: Path, programme: Programme, ledger: Ledger) -> Plan:
    """Gives the plan of an assignments table and the table of groups beside it; what is wrong goes to the ledger."""
    reader = _Reader(programme, ledger)
    beside = path.with_name("groups.csv")
    if beside.exists() and beside != path:
        for line in lines_of_text(beside, "groups", ledger):
            reader.take_group(line)
    for line in lines_of_text(path, "assignments", ledger):
        reader.take_assignment(line)
    return reader.plan()


def plan_from_workbook(path: Path, programme: Programme, ledger: Ledger) -> Plan:
    """Gives the plan of a workbook such as `plan.xlsx`, perhaps changed by hand; what is wrong goes to the ledger."""
    reader = _Reader(programme, ledger)
    sheets = lines_of_workbook(path, ledger)
    if "assignments" not in sheets and not ledger.failed:
        message = said("la feuille « Affectations » manque", "the sheet “Assignments” is missing")
        hint = said("nommez ainsi celle qui dit qui est où", "name so the one that tells who is where")
        ledger.error(Place(path.name), "MISSING_TABLE", message, hint=hint)
    for line in sheets.get("groups", ()):
        reader.take_group(line)
    for line in (*sheets.get("assignments", ()), *sheets.get("unplaced", ())):
        reader.take_assignment(line)
    return reader.plan()


class _Reader:
    """Gathers groups and unplaced volunteers line by line."""

    def __init__(self, programme: Programme, ledger: Ledger) -> None:
        self._programme = programme
        self._ledger = ledger
        self._groups: dict[str, _Draft] = {}
        self._unplaced: dict[str, None] = {}
        self._names = single((words_in_order(v.name), v.id) for v in programme.volunteers)
        self._titles = single((folded(t.title), t.id) for t in programme.themes)
        self._leaders = single((words_in_order(f.name), f.id) for f in programme.facilitators)
        self._words: dict[str, Words] = {}
        self._sponsors = {c.name: c.id for c in programme.committee}

    def plan(self) -> Plan:
        """Gives what the lines add up to."""
        groups = (
            Group(
                id=name, theme=d.theme, members=tuple(d.members), facilitators=tuple(d.facilitators), sponsor=d.sponsor
            )
            for name, d in self._groups.items()
        )
        return Plan(groups=tuple(groups), unplaced=tuple(Unplaced(volunteer=v) for v in self._unplaced))

    def take_group(self, line: Line) -> None:
        """Takes in a line of `groups.csv`."""
        draft = self._draft(line)
        if draft is None:
            return
        self._lead(line, draft)
        draft.sponsor = self._sponsors.get(line.cell("sponsor"), line.cell("sponsor")) or None

    def take_assignment(self, line: Line) -> None:
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
            self._lead(line, draft)

    def _lead(self, line: Line, draft: _Draft) -> None:
        known = self._programme.facilitator
        for part in filter(None, map(str.strip, line.cell("facilitators").split(";"))):
            leader = part if part in known else self._leaders.get(words_in_order(part), part)
            self._knows(line, "facilitators", leader, known)
            draft.facilitators[leader] = None

    def _put(self, line: Line, who: str, into: dict[str, None]) -> None:
        if not self._repeated(line, who in into):
            into[who] = None

    def _repeated(self, line: Line, seen: bool) -> bool:
        if seen:
            message = said("cette ligne est déjà plus haut", "this line stands further up already")
            self._ledger.error(line.place, "DUPLICATE_ROW", message, field="volunteer", shown=line.cell("volunteer"))
        return seen

    def _draft(self, line: Line) -> _Draft | None:
        """Gives the group a line names, opened when it is new; None when the line does not say enough."""
        name = line.cell("group")
        if not name:
            self._ledger.error(line.place, "EMPTY_VALUE", said("groupe manquant", "no group"), field="group")
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

    def _theme(self, line: Line, group: str) -> str | None:
        """Finds a line's theme: by its id or title, else from what is known of the group, else from the group's id."""
        named = line.cell("theme")
        if named:
            theme = named if named in self._programme.theme else self._titles.get(folded(named), named)
            return theme if self._knows(line, "theme", theme, self._programme.theme) else None
        if group in self._groups:
            return self._groups[group].theme
        told = group.rpartition("-")[0]
        if told in self._programme.theme:
            return told
        message = said("thème manquant : rien ne dit celui du groupe", "no theme: nothing tells that of the group")
        self._ledger.error(line.place, "EMPTY_VALUE", message, field="theme", shown=group)
        return None

    def _knows(self, line: Line, column: str, name: str, known: Mapping[str, object]) -> bool:
        if not name:
            self._ledger.error(line.place, "EMPTY_VALUE", said("case vide", "empty cell"), field=column)
        elif name not in known:
            message = said("inconnu du programme", "unknown to the programme")
            hint = self._meant(column, name, known)
            self._ledger.error(line.place, "UNKNOWN_REF", message, field=column, shown=name, hint=hint)
        return name in known

    def _meant(self, column: str, name: str, known: Mapping[str, object]) -> Text | None:
        if column == "volunteer" and (who := self._names.get(words_in_order(name))):
            return said(f"c'est un nom : écrivez « {who} »", f"this is a name: write “{who}”")
        words = self._words.setdefault(column, Words(known))
        return words.meant(name, said(f"connus : {some(known, 6)}", f"known: {some(known, 6)}"))
