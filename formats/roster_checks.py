"""What the rows of the tables say about each other: doubles, strangers, contradictions, orders and levels."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from formats.fault import said
from formats.ledger import Ledger, Place
from formats.moments import interval, local_doubt
from formats.nearest import Words, folded, some
from formats.rows import Entry
from formats.settings import Settings
from models import Text

REFERENCES = (
    ("volunteers", "choices"), ("volunteers", "refuses"), ("facilitators", "themes"), ("committee", "sponsors"),
)  # fmt: skip
Tables = Mapping[str, Sequence[Entry]]


def check_roster(tables: Tables, settings: Settings, ledger: Ledger) -> None:
    """Notes every problem between rows; rows that cannot be read still count as known by their id."""
    if tables.get("themes") and not _wrong_file(tables, ledger):
        for table, field in REFERENCES:
            _check_themes(tables, table, field, ledger)
    for entry, record in _records(tables, "volunteers"):
        _check_choices(entry.place, record, ledger)
    _check_levels(tables, settings.levels, ledger)
    _check_absences(tables, ledger)
    _check_slots(tables, ZoneInfo(settings.timezone), ledger)
    _check_roles(tables, ledger)
    _check_proposers(tables, ledger)


def known_ids(tables: Tables, table: str) -> set[str]:
    """Gives the ids of a table, those of rows that cannot be read included."""
    return {entry.id for entry in tables.get(table, ()) if entry.id}


def _records(tables: Tables, table: str) -> Iterator[tuple[Entry, Any]]:
    return ((entry, entry.record) for entry in tables.get(table, ()) if entry.record is not None)


def _field(record: Any, field: str, k: int, place: Place) -> str:
    return f"{field}/{k}" if place.pointer is not None or field == "choices" else field


def _wrong_file(tables: Tables, ledger: Ledger) -> bool:
    """Says it once when not one choice names a theme of ours: the files are of two programmes."""
    themes = known_ids(tables, "themes")
    chosen = [(entry, theme) for entry, record in _records(tables, "volunteers") for theme in record.choices]
    if len(chosen) < 3 or not themes or any(theme in themes for _, theme in chosen):
        return False
    forms = {folded(theme) for theme in themes}
    if any(folded(theme) in forms for _, theme in chosen):
        return False
    for entry, _ in chosen:
        ledger.strike(entry.place)
    place = chosen[0][0].place
    message = said(
        f"aucun des {len(chosen)} vœux ne nomme un thème : les fichiers semblent de deux programmes",
        f"0 of {len(chosen)} choices match a theme: the files look like those of two programmes",
    )
    hint = said(f"thèmes connus : {some(sorted(themes), 6)}", f"known themes: {some(sorted(themes), 6)}")
    shown = chosen[0][1]
    ledger.error(place, "LIKELY_WRONG_FILE", message, field="choices/0", shown=shown, hint=hint)
    return True


def _check_themes(tables: Tables, table: str, field: str, ledger: Ledger) -> None:
    titles = {record.title: entry.id for entry, record in _records(tables, "themes") if record.title}
    known = known_ids(tables, "themes")
    words, listed = Words([*known, *titles]), some(sorted(known), 8)
    for entry, record in _records(tables, table):
        for k, theme in enumerate(getattr(record, field)):
            if theme not in known:
                hint = _theme_meant(theme, titles, words, said(f"thèmes : {listed}", f"themes: {listed}"))
                where = _field(record, field, k, entry.place)
                message = said("thème inconnu", "unknown theme")
                ledger.error(entry.place, "UNKNOWN_REF", message, field=where, shown=theme, hint=hint)


def _theme_meant(name: str, titles: Mapping[str, str], words: Words, otherwise: Text) -> Text:
    if name in titles:
        return said(f"c'est un titre : écrivez « {titles[name]} »", f"this is a title: write “{titles[name]}”")
    if "," in name:
        return said("séparez les thèmes par des points-virgules", "separate the themes with semicolons")
    near = words.nearest(name)
    near = titles.get(near, near) if near else None
    return said(f"vouliez-vous dire « {near} » ?", f"did you mean “{near}”?") if near else otherwise


def _check_choices(place: Place, volunteer: Any, ledger: Ledger) -> None:
    for theme, times in Counter(volunteer.choices).items():
        second = [k for k, choice in enumerate(volunteer.choices) if choice == theme][-1]
        field = _field(volunteer, "choices", second, place)
        if times > 1:
            message = said("thème choisi deux fois", "theme chosen twice")
            hint = said("gardez son meilleur rang", "keep its best rank")
            ledger.error(place, "DUPLICATE_PREFERENCE", message, field=field, shown=theme, hint=hint)
        if theme in volunteer.refuses:
            other = place.column("refuses")
            message = said(f"thème choisi, et refusé dans « {other} »", f"theme chosen, and refused in “{other}”")
            hint = said("retirez l'un des deux", "remove one of the two")
            ledger.error(place, "CONTRADICTION", message, field=field, shown=theme, hint=hint)


def _check_levels(tables: Tables, levels: Sequence[str], ledger: Ledger) -> None:
    if not levels:
        return
    allowed = some(levels, 20)
    words = Words(levels)
    numbers = all(level.isascii() and level.isdecimal() for level in levels)
    for entry, record in _records(tables, "volunteers"):
        if record.level and record.level not in levels:
            message = said(f"niveau inconnu ; permis : {allowed}", f"unknown level; allowed: {allowed}")
            one_of = said(f"un de {allowed}", f"one of {allowed}")
            hint = one_of if numbers else words.meant(record.level, one_of)
            code = _level_code(record.level) if numbers else "UNKNOWN_VALUE"
            ledger.error(entry.place, code, message, field="level", shown=record.level, hint=hint)


def _level_code(level: str) -> str:
    digits = level.removeprefix("-")
    return "OUT_OF_RANGE" if digits.isascii() and digits.isdecimal() else "WRONG_TYPE"


def _check_absences(tables: Tables, ledger: Ledger) -> None:
    slots = known_ids(tables, "slots")
    words = Words(slots)
    for table in ("volunteers", "facilitators", "committee", "rooms"):
        for entry, record in _records(tables, table):
            for k, away in enumerate(record.away):
                if away in slots or interval(away):
                    continue
                message = said("ni un créneau, ni une date ou un intervalle", "neither a slot, nor a date or interval")
                otherwise = said("écrivez 2027-03-01/2027-03-05", "write 2027-03-01/2027-03-05")
                hint = words.meant(away, otherwise)
                field = _field(record, "away", k, entry.place)
                ledger.error(entry.place, "UNKNOWN_REF", message, field=field, shown=away, hint=hint)


def _check_slots(tables: Tables, zone: ZoneInfo, ledger: Ledger) -> None:
    for entry, slot in _records(tables, "slots"):
        if slot.start.tzinfo or slot.end.tzinfo:
            message = said("heure locale attendue, sans décalage", "local time expected, without an offset")
            hint = said("écrivez 2027-03-01T09:00", "write 2027-03-01T09:00")
            ledger.error(entry.place, "WRONG_TYPE", message, field="start", shown=str(slot.start), hint=hint)
            continue
        minutes = (slot.end - slot.start).total_seconds() / 60
        if minutes < 0:
            message = said("la fin est avant le début", "the end is before the start")
            hint = said("échangez les deux", "swap the two")
            ledger.error(entry.place, "END_BEFORE_START", message, field="end", shown=str(slot.end), hint=hint)
        elif minutes == 0 or minutes > 24 * 60:
            message = said(f"durée de {minutes:.0f} minutes", f"duration of {minutes:.0f} minutes")
            hint = said("un créneau dure d'une minute à un jour", "a slot lasts from a minute to a day")
            ledger.error(entry.place, "BAD_DURATION", message, field="end", shown=str(slot.end), hint=hint)
        for field in ("start", "end"):
            if code := local_doubt(getattr(slot, field), zone):
                message = said(f"l'heure change alors ({zone.key})", f"clocks change then ({zone.key})")
                hint = said("décalez le créneau d'une heure", "move the slot by an hour")
                ledger.error(entry.place, code, message, field=field, shown=str(getattr(slot, field)), hint=hint)


def _check_roles(tables: Tables, ledger: Ledger) -> None:
    volunteers = known_ids(tables, "volunteers")
    for table in ("facilitators", "committee"):
        for entry, _ in _records(tables, table):
            if entry.id in volunteers:
                message = said(f"« {entry.id} » est aussi volontaire", f"“{entry.id}” is a volunteer too")
                hint = said(
                    "permis : jamais dans le groupe qu'il anime ; sinon retirez-le d'une table",
                    "allowed: never in the group they lead; else remove them from one table",
                )
                ledger.warn(entry.place, "ROLE_OVERLAP", message, field="id", shown=entry.id, hint=hint)


def _check_proposers(tables: Tables, ledger: Ledger) -> None:
    volunteers = known_ids(tables, "volunteers")
    words = Words(volunteers)
    for entry, theme in _records(tables, "themes"):
        who = theme.proposed_by
        if who and who not in volunteers:
            message = said("proposé par quelqu'un qui n'est pas volontaire", "proposed by someone who is no volunteer")
            hint = words.meant(who, said("vide : la direction", "empty: the management"))
            ledger.warn(entry.place, "UNKNOWN_REF", message, field="proposed_by", shown=who, hint=hint)
