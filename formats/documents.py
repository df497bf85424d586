"""JSON and TOML text to plain values: strict, bounded in depth, with the place of what is wrong."""

import json
import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from formats.cells import Unreadable, legal
from formats.fault import said
from formats.ledger import Ledger, Place
from formats.limits import CELL_CHARACTERS, DEPTH
from models import Text

Document = dict[str, Any]
_AT_LINE = re.compile(r" \(at line ([0-9]+), column ([0-9]+)\)$")


class _Doubled(dict[str, Any]):
    """A JSON object that names a key more than once."""

    def __init__(self, pairs: list[tuple[str, Any]], key: str) -> None:
        super().__init__(pairs)
        self.key = key


class _NotFinite:
    """A number JSON does not have: NaN, Infinity, 1e999."""


def json_document(text: str, place: Place, ledger: Ledger) -> Document | None:
    """Reads one JSON object; None, with every problem noted, when it is not sound."""
    try:
        found = json.loads(text, object_pairs_hook=_object, parse_constant=lambda _: _NotFinite(), parse_float=_float)
    except json.JSONDecodeError as error:
        fr, en = f"colonne {error.colno} : {error.msg}", f"column {error.colno}: {error.msg}"
        _bad(place.at(error.lineno), "BAD_JSON", said(fr, en), ledger)
        return None
    except (RecursionError, ValueError):
        _bad(place, "BAD_JSON", _too_deep(), ledger)
        return None
    return _sound(found, "BAD_JSON", place, ledger)


def toml_document(text: str, place: Place, ledger: Ledger) -> Document | None:
    """Reads one TOML document; None, with the problem noted, when it is not sound."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        where = _AT_LINE.search(reason)
        shown = _AT_LINE.sub("", reason)
        column = where[2] if where else "?"
        here = place.at(int(where[1])) if where else place
        _bad(here, "BAD_TOML", said(f"colonne {column} : {shown}", f"column {column}: {shown}"), ledger)
        return None
    except (RecursionError, ValueError):
        _bad(place, "BAD_TOML", _too_deep(), ledger)
        return None
    return _sound(found, "BAD_TOML", place, ledger)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    times = Counter(key for key, _ in pairs)
    return _Doubled(pairs, times.most_common(1)[0][0])


def _float(text: str) -> float | _NotFinite:
    number = float(text)
    return number if math.isfinite(number) else _NotFinite()


def _sound(found: Any, code: str, place: Place, ledger: Ledger) -> Document | None:
    if not isinstance(found, dict):
        _bad(place, code, said("un objet { … } est attendu", "an object { … } is expected"), ledger)
        return None
    faults = list(_faults(found))
    for pointer, fault in faults:
        here = Place(place.file, place.table, pointer=pointer)
        if isinstance(fault, Unreadable):
            ledger.error(here, fault.code, fault.message, hint=fault.hint)
        else:
            _bad(here, code, fault, ledger)
    return None if faults else found


def _faults(document: Document) -> Iterator[tuple[str, Text | Unreadable]]:
    waiting: list[tuple[str, Any, int]] = [("", document, 0)]
    while waiting:
        pointer, value, depth = waiting.pop()
        if depth > DEPTH:
            yield pointer[:80], _too_deep()
        elif isinstance(value, (dict, list)):
            if isinstance(value, _Doubled):
                yield f"{pointer}/{value.key}", said(f"clé « {value.key} » répétée", f"repeated key “{value.key}”")
            items = value.items() if isinstance(value, dict) else enumerate(value)
            waiting += [(f"{pointer}/{key}", item, depth + 1) for key, item in items]
        elif isinstance(value, _NotFinite):
            yield pointer, said("nombre infini ou indéfini", "infinite or undefined number")
        elif isinstance(value, str) and (fault := _illegal(value)):
            yield pointer, fault


def _illegal(text: str) -> Unreadable | None:
    try:
        legal(text, CELL_CHARACTERS)
    except Unreadable as fault:
        return fault
    return None


def _too_deep() -> Text:
    return said("document trop imbriqué, ou nombre trop long", "document nested too deep, or number too long")


def _bad(place: Place, code: str, message: Text, ledger: Ledger) -> None:
    hint = said("vérifiez virgules, guillemets et crochets", "check commas, quotes and brackets")
    ledger.error(place, code, message, hint=hint)
