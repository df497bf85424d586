"""Writes a starter programme as a folder of CSV tables and a commented `programme.toml`."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from formats.defuse import defused
from formats.plan_folder import replace_file
from formats.starter import starter
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


def write_starter(folder: Path, volunteers: int, seed: int, language: Language) -> list[Path]:
    """Writes a starter programme into a folder and gives the paths of its files."""
    programme = starter(volunteers, seed, language)
    folder.mkdir(parents=True, exist_ok=True)
    texts = {f"{table}.csv": _table(programme, table) for table in COLUMNS}
    texts["programme.toml"] = _settings(programme)
    for name, text in texts.items():
        replace_file(folder / name, text.encode())
    return [folder / name for name in texts]


def _table(programme: Programme, table: str) -> str:
    columns = COLUMNS[table]
    french = programme.language == "fr"
    text = io.StringIO()
    # A French spreadsheet opens a file with a mark and semicolons at a double click.
    text.write("\ufeff" if french else "")
    writer = csv.writer(text, delimiter=";" if french else ",", lineterminator="\n")
    writer.writerow(columns.values() if french else columns.keys())
    for row in getattr(programme, table):
        writer.writerow(_cell(getattr(row, column), french) for column in columns)
    return text.getvalue()


def _cell(value: Any, french: bool) -> str:
    if french and isinstance(value, bool | str):
        value = FRENCH.get(value, value)
    if isinstance(value, tuple):
        return defused(";".join(value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else defused(str(value))


def _settings(programme: Programme) -> str:
    template = (files("formats") / "pages" / f"starter.{programme.language}.toml.j2").read_text(encoding="utf-8")
    return (
        Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
        .from_string(template)
        .render(
            title=programme.title,
            levels=_quoted(programme.levels),
            first=programme.volunteers[0].id,
            second=programme.volunteers[1].id,
            theme=programme.themes[0].id,
        )
    )


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)
