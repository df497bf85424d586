"""The tables of a starter programme as headings and rows of text, in French or in English."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from models import Programme
from models.record import Language

# The few words that are values of the programme, in French.
FRENCH: dict[str | bool, str] = {
    True: "oui", False: "non", "quick_win": "gain rapide", "long_term": "long terme", "launch": "lancement",
    "work": "travail", "review": "revue",
}  # fmt: skip

# The columns of each table, with their French headings.
COLUMNS: dict[str, dict[str, str]] = {
    "volunteers": {
        "id": "identifiant", "name": "nom", "level": "niveau", "job": "métier", "function": "fonction",
        "unit": "unité", "site": "site", "manager": "responsable", "choices": "vœux", "refuses": "refus",
        "away": "absences",
    },
    "themes": {
        "id": "identifiant", "title": "titre", "outcome": "résultat visé", "horizon": "horizon",
        "priority": "priorité", "proposed_by": "proposé par", "min_groups": "groupes min", "max_groups": "groupes max",
    },
    "facilitators": {
        "id": "identifiant", "name": "nom", "unit": "unité", "themes": "thèmes", "max_groups": "groupes max",
        "away": "absences", "experienced": "expérimenté",
    },
    "slots": {"id": "identifiant", "start": "début", "end": "fin", "kind": "type"},
    "rooms": {"id": "identifiant", "capacity": "capacité", "site": "site"},
    "committee": {"id": "identifiant", "name": "nom", "away": "absences", "sponsors": "parrainages"},
    "history": {"cycle": "cycle", "group": "groupe", "volunteer": "volontaire"},
}  # fmt: skip


def headings(table: str, language: Language) -> list[str]:
    """Gives a table's headings."""
    return list(COLUMNS[table].values() if language == "fr" else COLUMNS[table].keys())


def rows(programme: Programme, table: str) -> Iterator[list[str]]:
    """Gives a table's rows as text."""
    for row in getattr(programme, table):
        yield [_cell(getattr(row, column), programme.language) for column in COLUMNS[table]]


def _cell(value: Any, language: Language) -> str:
    if language == "fr" and isinstance(value, bool | str):
        value = FRENCH.get(value, value)
    if isinstance(value, tuple):
        return ";".join(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
