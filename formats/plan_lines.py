"""The lines of a plan's tables, from text or from a workbook, with their cells by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from formats.cells import Reader, line
from formats.csv_grid import csv_grid
from formats.grid import Grid
from formats.layout import layout_of
from formats.ledger import Ledger, Place
from formats.limits import guarded_bytes
from formats.rows import cell_value
from formats.text_encoding import decoded
from formats.words import plan_table_named
from formats.workbook_grids import workbook_grids

NEEDED = {"assignments": ("volunteer", "group"), "groups": ("group",), "unplaced": ("volunteer",)}
CELL = Reader(line)


@dataclass(frozen=True)
class Line:
    """One line of a table: its cells by field, and where it stands."""

    cells: dict[str, str]
    place: Place

    def cell(self, name: str) -> str:
        """Gives a cell, empty where the table has no such column."""
        return self.cells.get(name, "")


def lines_of_text(path: Path, table: str, ledger: Ledger) -> Iterator[Line]:
    """Gives the lines of a CSV file; nothing, with the fault noted, when it cannot be read."""
    place = Place(path.name, table)
    data = guarded_bytes(path, place, ledger)
    text = None if data is None else decoded(data, place, ledger)
    return iter(()) if text is None else _lines(csv_grid(text, place, ledger), table, place, ledger)


def lines_of_workbook(path: Path, ledger: Ledger) -> dict[str, Iterator[Line]]:
    """Gives the lines of each sheet that holds a table of a plan; a workbook of one sheet may call it anything."""
    grids = workbook_grids(path, Place(path.name), ledger)
    named = {plan_table_named(grid.sheet): grid for grid in grids}
    if len(grids) == 1 and "assignments" not in named:
        named = {"assignments": grids[0]}
    return {
        table: _lines(grid, table, Place(path.name, table, grid.sheet), ledger)
        for table, grid in named.items()
        if table in NEEDED
    }


def _lines(grid: Grid, table: str, place: Place, ledger: Ledger) -> Iterator[Line]:
    layout = None if grid.unread else layout_of(grid, table, NEEDED[table], place, ledger)
    if layout is None:
        return
    here = Place(place.file, table, place.sheet, headers=layout.names())
    for row in grid.rows:
        if row.number > layout.row:
            at = here.at(row.number)
            known = {name: k for name, k in layout.fields.items() if k < len(row.cells)}
            values = {name: cell_value(row, k, CELL, name, at, ledger) for name, k in known.items()}
            yield Line({name: value or "" for name, value in values.items()}, at)
