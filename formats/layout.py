"""Which column of a table holds what."""

from collections.abc import Collection
from dataclasses import dataclass

from formats.cells import Unreadable, legal, tidy
from formats.fault import excerpt, said
from formats.grid import Grid, Row, letter
from formats.ledger import Ledger, Place
from formats.nearest import folded, nearest, some
from formats.sensitive import sensitive
from formats.tables import NEVER_EMPTY
from formats.words import COLUMNS, choice_rank, field_named, words_of
from models import Text

LOOKED_AT = 10  # how far below the first line a header is looked for


@dataclass(frozen=True)
class Layout:
    """The columns of one table by index: known fields, ranked choice columns, and the rest by header."""

    header: tuple[str, ...]
    row: int
    fields: dict[str, int]
    choices: tuple[tuple[int, int], ...]
    others: dict[str, int]

    def names(self) -> dict[str, str]:
        """Gives the header as typed for each field."""
        ranked = {f"choices/{k}": self.header[index] for k, (_, index) in enumerate(self.choices)}
        return {name: self.header[k] for name, k in self.fields.items()} | ranked | {h: h for h in self.others}


def layout_of(grid: Grid, table: str, required: Collection[str], place: Place, ledger: Ledger) -> Layout | None:
    """Finds the header and its columns; notes missing, doubled and unreadable ones. None when nothing can be read."""
    if not grid.rows:
        _empty(place, ledger)
        return None
    row = _header_row(grid, table, required, place, ledger)
    header = tuple(tidy(cell) for cell in row.cells)
    for index, name in enumerate(header):
        _check_header(index, name, place.at(row.number), ledger)
    layout = _columns(header, row.number, table, place, ledger)
    missing = [name for name in required if name not in layout.fields]
    for name in missing:
        _missing(name, table, layout, place, ledger)
    return None if missing else layout


def sort_others(layout: Layout, wanted: Collection[str], place: Place, ledger: Ledger) -> dict[str, int]:
    """Gives the further columns that a rule names, by that name, and says which columns are not kept."""
    kept: dict[str, int] = {}
    forms = {folded(name): name for name in wanted}
    for header, index in layout.others.items():
        name = header if header in wanted else forms.get(folded(header))
        if name is not None:
            kept[name] = index
        elif sensitive(header):
            message = said(f"colonne sensible « {excerpt(header)} »", f"sensitive column “{excerpt(header)}”")
            hint = said(
                "elle n'est pas gardée ; pour vous en servir, écrivez son motif sous [purposes] dans programme.toml, "
                "ou sur une ligne « motif … » de la feuille programme",
                "it is not kept; to use it, write its purpose under [purposes] in programme.toml, or on a line "
                "“purpose …” of the sheet programme",
            )
            ledger.warn(place.at(layout.row), "SENSITIVE_COLUMN", message, field=header, hint=hint)
        else:
            _unknown(header, layout, place, ledger)
    return kept


def _header_row(grid: Grid, table: str, required: Collection[str], place: Place, ledger: Ledger) -> Row:
    first = grid.rows[0]
    if not _heads(first, table, required):
        for row in grid.rows[1:LOOKED_AT]:
            if _heads(row, table, required):
                message = said(
                    f"l'en-tête est ligne {row.number} ; les lignes au-dessus ne sont pas lues",
                    f"the header is on row {row.number}; the rows above are not read",
                )
                hint = said("supprimez-les, ou laissez-les ainsi", "delete them, or leave it so")
                ledger.warn(place.at(first.number), "HEADER_BELOW", message, hint=hint)
                return row
    return first


def _heads(row: Row, table: str, required: Collection[str]) -> bool:
    found = {field_named(table, cell) for cell in row.cells}
    return found.issuperset(required) and len(found - {None}) > 1


def _check_header(index: int, name: str, place: Place, ledger: Ledger) -> None:
    try:
        legal(name)
    except Unreadable as error:
        where = said(f"colonne {letter(index)} : {error.message.fr}", f"column {letter(index)}: {error.message.en}")
        ledger.error(place, error.code, where, field=excerpt(name), shown=name, hint=error.hint)


def _columns(header: tuple[str, ...], row: int, table: str, place: Place, ledger: Ledger) -> Layout:
    fields: dict[str, int] = {}
    ranked: dict[int, int] = {}
    others: dict[str, int] = {}
    seen: dict[str, int] = {}
    for index, name in enumerate(header):
        if not name:
            continue
        field, rank = field_named(table, name), choice_rank(name) if table == "volunteers" else None
        what = field or (f"choice {rank}" if rank else folded(name) or name)
        if what in seen:
            _doubled(header, seen[what], index, place.at(row), ledger)
            continue
        seen[what] = index
        if field:
            fields[field] = index
        elif rank:
            ranked[rank] = index
        else:
            others[name] = index
    if ranked and "choices" in fields:
        _doubled(header, fields["choices"], min(ranked.values()), place.at(row), ledger)
    return Layout(header, row, fields, tuple(sorted(ranked.items())), others)


def _empty(place: Place, ledger: Ledger) -> None:
    message = said("rien n'est écrit dans cette table", "nothing is written in this table")
    hint = said("un en-tête, puis une ligne par personne ou par chose", "a header, then a row per person or thing")
    note = ledger.error if place.table in NEVER_EMPTY else ledger.warn
    note(place, "EMPTY_TABLE", message, hint=hint)


def _missing(name: str, table: str, layout: Layout, place: Place, ledger: Ledger) -> None:
    found = some(h for h in layout.header if h)
    message = said(
        f"colonne obligatoire « {name} » absente ; colonnes trouvées : {excerpt(found)}",
        f"compulsory column “{name}” is missing; columns found: {excerpt(found)}",
    )
    ledger.error(place.at(layout.row), "MISSING_COLUMN", message, field=name, hint=_meant(name, table, layout))


def _meant(name: str, table: str, layout: Layout) -> Text:
    words = words_of(table, name)
    likely = [h for h in layout.others if any(w in folded(h) for w in words if len(w) > 3)]
    likely += [h for h in layout.others if nearest(h, words)]
    if likely:
        fr, en = f"vouliez-vous dire « {likely[0]} » ?", f"did you mean “{likely[0]}”?"
        return said(f"{fr} nommez-la « {name} »", f"{en} name it “{name}”")
    return said(f"nommez une colonne {some(words, 3)}", f"name a column {some(words, 3)}")


def _doubled(header: tuple[str, ...], first: int, second: int, place: Place, ledger: Ledger) -> None:
    a, b = letter(first), letter(second)
    message = said(
        f"les colonnes {a} « {excerpt(header[first])} » et {b} « {excerpt(header[second])} » disent la même chose",
        f"columns {a} “{excerpt(header[first])}” and {b} “{excerpt(header[second])}” say the same thing",
    )
    hint = said("renommez ou supprimez l'une des deux", "rename or delete one of them")
    ledger.error(place, "DUPLICATE_COLUMN", message, field=header[second], hint=hint)


def _unknown(header: str, layout: Layout, place: Place, ledger: Ledger) -> None:
    known = [w for field in COLUMNS[place.table] for w in words_of(place.table, field)]
    message = said(
        f"colonne « {excerpt(header)} » inconnue, elle n'est pas gardée",
        f"unknown column “{excerpt(header)}”, it is not kept",
    )
    if place.table == "themes" and folded(header) in ("duree", "duration"):
        hint = said("la durée se donne par les créneaux (slots)", "durations are given by the slots")
    elif (near := nearest(header, known)) and (field := field_named(place.table, near)) not in layout.fields:
        hint = said(f"si c'est « {field} », nommez-la ainsi", f"if this is “{field}”, name it so")
    else:
        hint = said("une règle doit la nommer pour qu'elle serve", "a rule must name it for it to be used")
    ledger.warn(place.at(layout.row), "UNKNOWN_COLUMN", message, field=header, hint=hint)
