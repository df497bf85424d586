"""Writes a starter programme as one workbook: a sheet for each table, one for the settings and one for the rules."""

import io
import tomllib
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from formats.plan_folder import replace_file
from formats.starter_folder import settings_text
from formats.starter_tables import COLUMNS, headings, rows
from formats.workbook_style import STYLES
from models import Programme

FRENCH_SHEETS = {
    "volunteers": "Volontaires", "themes": "Thèmes", "facilitators": "Facilitateurs", "slots": "Créneaux",
    "rooms": "Salles", "committee": "Comité", "history": "Historique", "programme": "Programme", "rules": "Règles",
}  # fmt: skip
RULE_COLUMNS = (
    "kind", "weight", "hard", "attribute", "values", "target", "max_same", "by", "steps", "per_group", "neutral",
    "value", "min_share", "max_share",
)  # fmt: skip


def write_starter_workbook(programme: Programme, path: Path) -> list[Path]:
    """Writes a starter programme into a workbook and gives its path."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": programme.title, "created": datetime(2000, 1, 1)})
    head, plain = (book.add_format(STYLES[name]) for name in ("head", "text"))
    for name, table in _sheets(programme).items():
        french = FRENCH_SHEETS[name] if programme.language == "fr" else name
        _fill(book.add_worksheet(french), table, plain if name == "programme" else head, plain)
    book.close()
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, target.getvalue())
    return [path]


def _sheets(programme: Programme) -> dict[str, list[list[str]]]:
    settings = tomllib.loads(settings_text(programme))
    tables = {table: [headings(table, programme.language), *rows(programme, table)] for table in COLUMNS}
    ruled = [list(RULE_COLUMNS), *([_text(rule.get(c, "")) for c in RULE_COLUMNS] for rule in settings["rules"])]
    return tables | {"programme": list(_settings(settings)), "rules": ruled}


def _settings(settings: dict[str, Any]) -> Iterable[list[str]]:
    own = {name: settings[name] for name in ("title", "language", "timezone", "levels")}
    for name, value in (own | settings["groups"] | settings["sessions"]).items():
        yield [name, _text(value)]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ";".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _fill(sheet: Any, table: Sequence[Sequence[str]], first: Any, plain: Any) -> None:
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, column, cell, plain if row else first)
    sheet.freeze_panes(1, 0)
    for column in range(len(table[0])):
        sheet.set_column(column, column, min(40, max(len(row[column]) for row in table)) + 3)
