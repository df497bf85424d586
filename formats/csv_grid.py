"""CSV text to rows: separators scored, physical line numbers kept, broken quotes named."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from formats.fault import said
from formats.grid import Grid, Row
from formats.ledger import Ledger, Place
from formats.limits import COLUMNS, ROWS

SEPARATORS = (";", ",", "\t", "|")
_DECLARED = re.compile(r'"?sep=(.)"?\r?\n')


def csv_grid(text: str, place: Place, ledger: Ledger) -> Grid:
    """Gives the rows of a CSV text that are not blank; a record with a broken quote is reported and left out."""
    declared = _DECLARED.match(text)
    separator = declared[1] if declared else best_separator(text)
    rows: list[Row] = []
    for row in _records(text, separator, place, ledger):
        if (row.number == 1 and declared) or row.blank:
            continue
        if len(rows) > ROWS or len(row.cells) > COLUMNS:
            _too_many(place, ledger, len(row.cells))
            return Grid(place.file, place.sheet, (), unread=True)
        rows.append(row)
    return Grid(place.file, place.sheet, tuple(rows))


def best_separator(text: str) -> str:
    """Gives the separator under which most of the first records are as long as the first one."""
    return max(SEPARATORS, key=lambda separator: _score(text[:200_000], separator))


def _score(text: str, separator: str) -> tuple[int, int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        lengths = [len(fields) for fields in islice(reader, 50) if any(field.strip() for field in fields)]
    except csv.Error:
        return (0, 0)
    width = max(lengths[:1], default=0)
    # A title may stand above the header, so the most frequent length may speak too.
    usual = max(set(lengths), key=lengths.count, default=0)
    return max((lengths.count(w), w) if w > 1 else (0, 0) for w in (width, usual))


def _records(text: str, separator: str, place: Place, ledger: Ledger) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    last = 0
    while True:
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _broken(place.at(last + 1), ledger, str(error))
            last = reader.line_num
            continue
        yield Row(last + 1, tuple(field.strip() for field in fields))
        last = reader.line_num


def _broken(place: Place, ledger: Ledger, reason: str) -> None:
    ledger.count(place)
    if "expected after" in reason:
        message = said("guillemet au milieu d'un champ", "quote in the middle of a field")
        hint = said("doublez les guillemets à l'intérieur d'un champ", "double the quotes inside a field")
        ledger.error(place, "BAD_QUOTE", message, hint=hint)
        return
    message = said(
        "un guillemet s'ouvre dans cet enregistrement et ne se ferme pas",
        "a quote opens in this record and is never closed",
    )
    ledger.error(place, "UNCLOSED_QUOTE", message, hint=said("fermez le guillemet", "close the quote"))


def _too_many(place: Place, ledger: Ledger, columns: int) -> None:
    hint = said("gardez les seules lignes et colonnes utiles", "keep only the rows and columns that are needed")
    if columns > COLUMNS:
        message = said(f"{columns} colonnes, limite {COLUMNS}", f"{columns} columns, the limit is {COLUMNS}")
        ledger.error(place, "TOO_MANY_COLUMNS", message, hint=hint)
    else:
        message = said(f"plus de {ROWS} lignes", f"more than {ROWS} rows")
        ledger.error(place, "TOO_MANY_ROWS", message, hint=hint)
