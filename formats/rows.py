"""The rows of a table to records; every cell that cannot be read is named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from formats.cells import Reader, Unreadable, line, tidy
from formats.defuse import restored
from formats.fault import said
from formats.grid import Grid, Row, letter
from formats.layout import Layout
from formats.ledger import Ledger, Place
from formats.nearest import folded
from formats.tables import TableForm
from formats.words import field_named
from models.record import Record

TOTALS = ("total", "totaux", "soustotal", "totalgeneral", "grandtotal", "sum", "somme", "nombre", "effectiftotal")
CHOICE = Reader(line)
MERGES = 200  # as many merged areas are named one by one, the rest by their number


@dataclass(frozen=True)
class Entry:
    """One row read: where, its id as far as it is known, and the record made of the cells that could be read.

    `numeric` when a spreadsheet held the id as a number, so that leading zeros may be lost.
    """

    place: Place
    id: str
    record: Record | None
    numeric: bool = False


def read_rows(
    grid: Grid, form: TableForm, layout: Layout, more: Mapping[str, int], place: Place, ledger: Ledger
) -> list[Entry]:
    """Reads the rows under the header; counts each as read, and as reported when something in it is wrong."""
    rows = [row for row in grid.rows if row.number > layout.row]
    _note_sheet(grid, layout, place, ledger)
    _note_headless(rows, layout, place, ledger)
    last = rows[-1] if rows else None
    entries = []
    for row in rows:
        here = place.at(row.number)
        ledger.count(here)
        if _fits(row, layout, here, ledger, last=row is last):
            entries.append(_entry(row, form, layout, more, here, ledger))
    return entries


def _note_sheet(grid: Grid, layout: Layout, place: Place, ledger: Ledger) -> None:
    _note_merged(grid, layout, place, ledger)
    hidden = sorted(set(grid.hidden) & {row.number for row in grid.rows if row.number > layout.row})
    if hidden:
        message = said(
            f"{len(hidden)} lignes masquées (de {hidden[0]} à {hidden[-1]}) sont lues",
            f"{len(hidden)} hidden rows (from {hidden[0]} to {hidden[-1]}) are read",
        )
        hint = said("supprimez-les si elles ne comptent pas", "delete them if they do not count")
        ledger.warn(place.at(hidden[0]), "HIDDEN_ROWS", message, hint=hint)


def _note_merged(grid: Grid, layout: Layout, place: Place, ledger: Ledger) -> None:
    last = grid.rows[-1].number
    merged = [m for m in grid.merged if m[2] > layout.row and m[1] <= last]
    hint = said("défusionnez et remplissez chaque cellule", "unmerge them and fill in every cell")
    for k, (cells, top, _) in enumerate(merged[:MERGES]):
        more = f" (+ {len(merged) - MERGES})" if k == MERGES - 1 and len(merged) > MERGES else ""
        message = said(f"cellules fusionnées {cells}{more}", f"merged cells {cells}{more}")
        ledger.error(place.at(max(top, layout.row + 1)), "MERGED_CELLS", message, shown=cells, hint=hint)


def _fits(row: Row, layout: Layout, place: Place, ledger: Ledger, *, last: bool) -> bool:
    width = len(layout.header)
    if len(row.cells) < width or any(row.cells[width:]):
        return _wrong_length(row, width, place, ledger)
    first = folded(next((cell for cell in row.cells if cell), ""))
    if last and first in TOTALS:
        message = said("cette ligne semble être un total", "this row looks like a total")
        ledger.error(place, "SUSPECT_TOTAL_ROW", message, hint=said("supprimez-la", "delete it"))
        return False
    headers = [cell for cell in row.cells if cell]
    if len(headers) > 1 and all(field_named(place.table, cell) for cell in headers):
        message = said("cette ligne semble être un second en-tête", "this row looks like a second header")
        ledger.error(place, "SUSPECT_HEADER_ROW", message, hint=said("supprimez-la", "delete it"))
        return False
    return True


def _wrong_length(row: Row, width: int, place: Place, ledger: Ledger) -> bool:
    found = len(row.cells)
    message = said(f"{found} champs, l'en-tête en a {width}", f"{found} fields, the header has {width}")
    hint = said(
        "mettez entre guillemets les textes qui contiennent le séparateur", "put quotes around texts with the separator"
    )
    ledger.error(place, "ROW_LENGTH", message, hint=hint)
    return False


def _entry(row: Row, form: TableForm, layout: Layout, more: Mapping[str, int], place: Place, ledger: Ledger) -> Entry:
    values: dict[str, Any] = {}
    for name, index in layout.fields.items():
        value = cell_value(row, index, form.readers[name], name, place, ledger)
        if value is not None:
            values[name] = value
    if layout.choices:
        values["choices"] = tuple(_choices(row, layout, place, ledger))
    if more:
        found = ((name, cell_value(row, k, CHOICE, layout.header[k], place, ledger)) for name, k in more.items())
        values["more"] = {name: value for name, value in found if value is not None}
    for name in form.required:
        index = layout.fields[name]
        if not row.cells[index] and index not in row.kinds:
            message = said(f"« {place.column(name)} » est vide", f"“{place.column(name)}” is empty")
            hint = said("remplissez la cellule ou supprimez la ligne", "fill in the cell or delete the row")
            ledger.error(place, "EMPTY_VALUE", message, field=name, hint=hint)
    key = layout.fields[form.key]
    record = _record(form, values, place, ledger)
    return Entry(place, restored(tidy(row.cells[key])), record, numeric=row.kinds.get(key) == "number")


def cell_value(row: Row, index: int, reader: Reader, name: str, place: Place, ledger: Ledger) -> Any:
    """Reads one cell; None where it is empty, or cannot be read, which is noted."""
    text, kind = restored(tidy(row.cells[index])), row.kinds.get(index)
    if kind in ("error", "uncached", "date", "truth") and _spoiled(text, kind, reader, name, place, ledger):
        return None
    if not text:
        return None
    try:
        return reader.read(text)
    except Unreadable as error:
        ledger.error(place, error.code, error.message, field=name, shown=text, hint=error.hint)
        return None


def _spoiled(text: str, kind: str, reader: Reader, name: str, place: Place, ledger: Ledger) -> bool:
    if kind == "error":
        message = said(f"erreur de calcul {text}", f"error value {text}")
        hint = said("corrigez la formule ou tapez la valeur", "mend the formula or type the value")
        ledger.error(place, "CELL_ERROR", message, field=name, shown=text, hint=hint)
        return True
    if kind == "uncached":
        message = said("formule sans valeur calculée", "formula without a computed value")
        hint = said("ouvrez le classeur dans Excel et enregistrez-le", "open the workbook in Excel and save it")
        ledger.error(place, "NO_CACHED_VALUE", message, field=name, hint=hint)
        return True
    if reader.textual:
        message = said("le tableur en a fait une date ou un vrai/faux", "the spreadsheet made it a date or a truth")
        hint = said("mettez la colonne au format texte et retapez", "format the column as text and retype")
        ledger.error(place, "WRONG_TYPE", message, field=name, shown=text, hint=hint)
    return reader.textual


def _choices(row: Row, layout: Layout, place: Place, ledger: Ledger) -> Iterator[str]:
    empty: int | None = None
    for k, (rank, index) in enumerate(layout.choices):
        value = cell_value(row, index, CHOICE, f"choices/{k}", place, ledger)
        if value is None:
            empty = rank if empty is None else empty
            continue
        if empty is not None:
            message = said(f"le vœu {rank} est rempli, le vœu {empty} est vide", f"choice {rank} given, {empty} not")
            hint = said("donnez les vœux dans l'ordre, sans trou", "give the choices in order, without a gap")
            ledger.error(place, "RANK_GAP", message, field=f"choices/{k}", shown=value, hint=hint)
            empty = None
        yield value


def _note_headless(rows: list[Row], layout: Layout, place: Place, ledger: Ledger) -> None:
    for index in (k for k, name in enumerate(layout.header) if not name):
        if first := next((row for row in rows if index < len(row.cells) and row.cells[index]), None):
            name = letter(index)
            message = said(
                f"la colonne {name} n'a pas d'en-tête, elle n'est pas gardée",
                f"column {name} has no header, it is not kept",
            )
            hint = said("donnez-lui un en-tête, ou videz-la", "give it a header, or empty it")
            ledger.warn(place.at(first.number), "UNKNOWN_COLUMN", message, field=name, hint=hint)


def _record(form: TableForm, values: dict[str, Any], place: Place, ledger: Ledger) -> Record | None:
    given = values.pop("given", "")
    if given:
        values["name"] = f"{given} {values.get('name', '')}".strip()
    try:
        return form.record(**values)
    except ValidationError as error:
        for found in error.errors() if not ledger.names(place) else ():
            _invalid(found["loc"], found["msg"], values, place, ledger)
        return None


def _invalid(loc: tuple[int | str, ...], reason: str, values: dict[str, Any], place: Place, ledger: Ledger) -> None:
    for low, high in (("min_size", "max_size"), ("min_groups", "max_groups")):
        if not loc and low in values and high in values and values[low] > values[high]:
            fr = f"« {place.column(low)} » {values[low]} dépasse « {place.column(high)} » {values[high]}"
            en = f"“{place.column(low)}” {values[low]} is above “{place.column(high)}” {values[high]}"
            hint = said("échangez ou corrigez les deux", "swap or mend the two")
            ledger.error(place, "MIN_GT_MAX", said(fr, en), field=low, shown=str(values[low]), hint=hint)
            return
    name = str(loc[0]) if loc else ""
    shown = str(values.get(name, ""))
    if loc and "at most" in reason:
        message = said("texte trop long, 200 caractères au plus", "text too long, at most 200 characters")
        ledger.error(place, "TOO_LONG", message, field=name, shown=shown, hint=said("raccourcissez", "shorten it"))
    else:
        ledger.error(place, "WRONG_TYPE", said(f"valeur refusée ({reason})", reason), field=name, shown=shown)
