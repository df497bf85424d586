"""Writes a starter programme as a folder of CSV tables and a commented `programme.toml`."""

import csv
import io
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from formats.plan_folder import replace_file
from formats.starter_tables import COLUMNS, headings, rows
from models import Programme


def write_starter_folder(programme: Programme, folder: Path) -> list[Path]:
    """Writes a starter programme into a folder and gives the paths of its files."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {f"{table}.csv": _table(programme, table) for table in COLUMNS}
    texts["programme.toml"] = settings_text(programme)
    for name, text in texts.items():
        replace_file(folder / name, text.encode())
    return [folder / name for name in texts]


def settings_text(programme: Programme) -> str:
    """Gives the commented `programme.toml`, with the rules to start from."""
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


def _table(programme: Programme, table: str) -> str:
    french = programme.language == "fr"
    text = io.StringIO()
    # A French spreadsheet opens a file with a mark and semicolons at a double click.
    text.write("\ufeff" if french else "")
    writer = csv.writer(text, delimiter=";" if french else ",", lineterminator="\n")
    writer.writerow(headings(table, programme.language))
    writer.writerows(rows(programme, table))
    return text.getvalue()


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)
