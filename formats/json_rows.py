"""The tables of a JSON document to records, each fault at its pointer."""

from collections.abc import Collection, Iterable
from typing import Any

from pydantic import ValidationError

from formats.documents import Document
from formats.fault import excerpt, said
from formats.invalid import note_invalid
from formats.ledger import Ledger, Place
from formats.rows import Entry
from formats.sensitive import sensitive
from formats.tables import COMPULSORY, FORMS


def json_tables(
    document: Document, wanted: Collection[str], file: str, ledger: Ledger
) -> tuple[dict[str, list[Entry]], set[str]]:
    """Gives the entries of every table of a document, and the further columns kept because a rule names them."""
    kept: set[str] = set()
    tables = {}
    for table, form in FORMS.items():
        rows = document.get(table, [])
        place = Place(file, table, pointer=f"/{table}")
        if not isinstance(rows, list):
            ledger.error(place, "WRONG_TYPE", said("une liste est attendue", "a list is expected"))
            rows = []
        elif not rows and table in COMPULSORY:
            code = "EMPTY_TABLE" if table in document else "MISSING_TABLE"
            ledger.error(place, code, said(f"« {table} » est vide ou absent", f"“{table}” is empty or missing"))
        if table == "volunteers":
            kept = _sort_more(rows, wanted, file, ledger)
        tables[table] = [
            _entry(row, form.record, form.key, Place(file, table, pointer=f"/{table}/{k}"), kept, ledger)
            for k, row in enumerate(rows)
        ]
    return tables, kept


def _sort_more(rows: Iterable[Any], wanted: Collection[str], file: str, ledger: Ledger) -> set[str]:
    found: dict[str, int] = {}
    for k, row in enumerate(rows):
        more = row.get("more") if isinstance(row, dict) else None
        for name in more if isinstance(more, dict) else ():
            found.setdefault(name, k)
    for name, k in found.items():
        if name not in wanted:
            code = "SENSITIVE_COLUMN" if sensitive(name) else "UNKNOWN_COLUMN"
            message = said(f"« {excerpt(name)} » n'est pas gardé", f"“{excerpt(name)}” is not kept")
            hint = said("aucune règle ne le nomme, ou son motif manque", "no rule names it, or its purpose is missing")
            ledger.warn(Place(file, "", pointer=f"/volunteers/{k}/more/{name}"), code, message, hint=hint)
    return found.keys() & set(wanted)


def _entry(row: Any, model: Any, key: str, place: Place, kept: Collection[str], ledger: Ledger) -> Entry:
    ledger.count(place)
    if not isinstance(row, dict):
        ledger.error(place, "WRONG_TYPE", said("un objet { … } est attendu", "an object { … } is expected"))
        return Entry(place, "", None)
    if isinstance(more := row.get("more"), dict):
        row = row | {"more": {name: value for name, value in more.items() if name in kept}}
    name = row.get(key)
    identity = name.strip() if isinstance(name, str) else ""
    try:
        return Entry(place, identity, model.model_validate(row))
    except ValidationError as error:
        note_invalid(error, model.model_fields, place, ledger)
        refused = {found["loc"][0] for found in error.errors() if found["loc"]}
        return Entry(place, identity, _what_is_sound(row, refused, model))


def _what_is_sound(row: dict[str, Any], refused: Collection[int | str], model: Any) -> Any:
    """Gives the record without the refused fields, so that the others are checked in the same pass."""
    try:
        return model.model_validate({name: value for name, value in row.items() if name not in refused})
    except ValidationError:
        return None
