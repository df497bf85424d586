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

# The columns of each table, with their French headings.
COLUMNS: dict[str, dict[str, str]] = {
    "volunteers": {
        "id": "identifiant", "name": "nom", "level": "niveau", "job": "métier", "function": "fonction",
        "unit": "unité", "site": "site", "manager": "responsable", "choices": "vœux", "refuses": "refus",
        "away": "absences",
    },
    "themes": {
        "id": "id", "title": "titre", "outcome": "outcome", "horizon": "horizon", "priority": "priority",
        "proposed_by": "proposed_by", "min_groups": "min_groups", "max_groups": "max_groups",
    },
    "facilitators": {
        "id": "id", "name": "name", "unit": "unit", "themes": "themes", "max_groups": "max_groups", "away": "away",
        "experienced": "experienced",
    },
    "slots": {"id": "id", "start": "start", "end": "end", "kind": "kind"},
    "rooms": {"id": "id", "capacity": "capacity", "site": "site"},
    "committee": {"id": "id", "name": "name", "away": "away", "sponsors": "sponsors"},
    "history": {"cycle": "cycle", "group": "group", "volunteer": "volunteer"},
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
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns.values() if programme.language == "fr" else columns.keys())
    for row in getattr(programme, table):
        writer.writerow(_cell(getattr(row, column)) for column in columns)
    return text.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return defused(";".join(value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, bool):
        return "1" if value else "0"
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
