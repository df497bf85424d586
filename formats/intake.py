"""From files to a programme: everything read, everything wrong named in one pass, nothing dropped in silence."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from formats.conflict_checks import check_conflicts
from formats.fault import Fault, InputError, said
from formats.grid import Grid
from formats.identity_checks import check_identities
from formats.invalid import note_invalid
from formats.json_rows import json_tables
from formats.layout import layout_of, sort_others
from formats.ledger import Ledger, Place
from formats.named_references import with_ids
from formats.roster_checks import check_roster
from formats.rows import Entry, read_rows
from formats.rule_checks import check_rules
from formats.rule_reading import ListedRule, listed_rules, named_attributes, sheet_rules
from formats.sensitive import purpose_of, sensitive
from formats.settings import Settings, settings_document, settings_of
from formats.sources import Sources, sources
from formats.spelling_checks import check_spellings
from formats.tables import COMPULSORY, FORMS
from models import Programme, Roster, default_rules
from models.record import Record


class RowCount(Record):
    """How many rows of a table were read, accepted, and reported as faulty: read = accepted + reported."""

    read: int
    accepted: int
    reported: int


class Intake(Record):
    """What came in: the programme, None when some fault is an error; every fault; the account of the rows."""

    programme: Programme | None
    faults: tuple[Fault, ...]
    rows: dict[str, RowCount]


def read_programme(path: Path | str) -> Programme:
    """Reads a programme: a folder of tables, a workbook or a JSON document.

    Raises
    ------
    InputError
        With every problem found, when one of them is an error.
    """
    found = intake(path)
    if found.programme is None:
        raise InputError(found.faults)
    return found.programme


def intake(path: Path | str) -> Intake:
    """Reads a programme and says all that was found; never raises for what a file holds."""
    ledger = Ledger()
    source = sources(Path(path), ledger)
    settings, rules = _demands(source, ledger)
    wanted = _wanted(rules, settings)
    tables, columns = _tables(source, wanted, ledger)
    if not source.whole:
        tables = with_ids(tables, ledger)
    check_identities(tables, ledger)
    check_roster(tables, settings, ledger)
    check_spellings(tables.get("volunteers", ()), columns, ledger)
    check_rules(rules, tables, columns, settings.purposes, ledger)
    check_conflicts(rules, tables, settings, ledger)
    programme = None if ledger.failed else _programme(source, tables, settings, rules, ledger)
    return Intake.model_construct(programme=programme, faults=_in_order(ledger.faults), rows=_account(tables, ledger))


def _in_order(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Gives the faults as one goes through the files, so that they can be mended one after the other."""
    return tuple(sorted(faults, key=lambda fault: (fault.file, fault.sheet, fault.row or 0)))


def _demands(source: Sources, ledger: Ledger) -> tuple[Settings, list[ListedRule]]:
    document, place = source.document, source.document_place
    if document is None and "programme" in source.grids:
        document, place = settings_document(*source.grids["programme"], ledger)
    document = dict(document or {})
    listed = document.pop("rules", None)
    for table in Roster.model_fields if source.whole else ():
        if table != "levels":
            document.pop(table, None)
    settings = settings_of(document, place, ledger)
    rules = listed_rules(listed, place, source.folder, ledger) if listed is not None else []
    if "rules" in source.grids:
        rules += sheet_rules(*source.grids["rules"], source.folder, ledger)
    return settings, rules


def _wanted(rules: Sequence[ListedRule], settings: Settings) -> list[str]:
    """Gives the further columns to keep: those a rule names, if not sensitive or with a written purpose."""
    names = dict.fromkeys(named_attributes(list(rules)))
    return [name for name in names if not sensitive(name) or purpose_of(name, settings.purposes)]


def _tables(source: Sources, wanted: Sequence[str], ledger: Ledger) -> tuple[Mapping[str, Sequence[Entry]], set[str]]:
    if source.whole:
        file = source.document_place.file
        return json_tables(source.document, wanted, file, ledger) if source.document is not None else ({}, set())
    tables: dict[str, list[Entry]] = {}
    columns: set[str] = set()
    for table, form in FORMS.items():
        if table not in source.grids or source.grids[table][0].unread:
            continue
        grid, place = source.grids[table]
        layout = layout_of(grid, table, form.required, place, ledger)
        if layout is None:
            _strike_all(grid, place, ledger)
            continue
        place = Place(place.file, table, place.sheet, headers=layout.names())
        more = sort_others(layout, wanted if table == "volunteers" else (), place, ledger)
        columns |= more.keys()
        tables[table] = read_rows(grid, form, layout, more, place, ledger)
        if not tables[table] and not ledger.read[table]:
            _no_rows(layout.row, place, ledger)
    return tables, columns


def _strike_all(grid: Grid, place: Place, ledger: Ledger) -> None:
    """Counts the rows of a table without usable columns as read and reported: one fault speaks for all."""
    for row in grid.rows[1:]:
        ledger.count(place.at(row.number))
        ledger.strike(place.at(row.number))


def _no_rows(header: int, place: Place, ledger: Ledger) -> None:
    message = said(f"aucune ligne sous l'en-tête (ligne {header})", f"no data rows under the header (row {header})")
    hint = said("ajoutez une ligne par personne ou par chose", "add a row per person or thing")
    note = ledger.error if place.table in COMPULSORY else ledger.warn
    note(place.at(header), "EMPTY_TABLE", message, hint=hint)


def _programme(
    source: Sources,
    tables: Mapping[str, Sequence[Entry]],
    settings: Settings,
    rules: Sequence[ListedRule],
    ledger: Ledger,
) -> Programme | None:
    records: dict[str, Any] = {table: tuple(e.record for e in entries) for table, entries in tables.items()}
    given = {name: getattr(settings, name) for name in Settings.model_fields}
    try:
        unruled = Programme(**records, **given)
        if _note_strangers(unruled, rules, ledger):
            return None
        listed = [rule.rule for rule in rules] or default_rules(unruled.roster, settings.groups.target)
        programme = Programme(**records, **given, rules=tuple(listed))
    except ValidationError as error:
        note_invalid(error, Programme.model_fields, source.document_place, ledger)
        return None
    if not rules:
        message = said(
            f"aucune règle donnée : {len(listed)} règles d'usage sont prises",
            f"no rules given: {len(listed)} customary rules are taken",
        )
        hint = said("écrivez des [[rules]] dans programme.toml", "write [[rules]] in programme.toml")
        ledger.warn(Place(source.document_place.file, "rules"), "DEFAULT_RULES", message, hint=hint)
    return programme


def _note_strangers(unruled: Programme, rules: Sequence[ListedRule], ledger: Ledger) -> bool:
    """Notes what only a whole programme knows is not there: a group beyond the number its theme may open."""
    ruled = unruled.model_copy(update={"rules": tuple(listed.rule for listed in rules)})
    strangers = list(ruled.strangers())
    for k, mention in strangers:
        message = said("ce groupe ne peut pas exister", "this group cannot exist")
        hint = said("voyez max_groups de son thème", "see max_groups of its theme")
        ledger.error(rules[k].place, "UNKNOWN_REF", message, field=mention.field, shown=mention.name, hint=hint)
    return bool(strangers)


def _account(tables: Mapping[str, Sequence[Entry]], ledger: Ledger) -> dict[str, RowCount]:
    counts = {}
    for table in FORMS:
        if ledger.read[table] or table in tables:
            sound = [e for e in tables.get(table, ()) if e.record is not None and not ledger.names(e.place)]
            counts[table] = RowCount(read=len(ledger.read[table]), accepted=len(sound), reported=ledger.reported(table))
    return counts
