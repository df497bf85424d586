"""What a model refuses, in the words and places of the user."""

import re
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from formats.fault import said
from formats.ledger import Ledger, Place
from formats.nearest import did_you_mean, some
from models import Text

CODES = {
    "missing": "MISSING_FIELD",
    "extra_forbidden": "UNKNOWN_FIELD",
    "literal_error": "UNKNOWN_VALUE",
    "string_too_long": "TOO_LONG",
    "string_too_short": "EMPTY_VALUE",
}
_RANGE = ("greater_than", "less_than", "too_short", "too_long", "finite_number")
MEND_MISSING = said("ajoutez-le", "add it")
MEND = said("corrigez l'un des deux champs en cause", "mend one of the fields at fault")
_SAYINGS = (
    ("exactly one of hard", "RULE_STRENGTH", "une règle a ou hard = true, ou weight = 1 à 1000"),
    ("is above", "MIN_GT_MAX", "un minimum dépasse son maximum"),
    ("target_size", "OUT_OF_RANGE", "target_size est hors des tailles permises"),
    ("a quota needs", "MISSING_FIELD", "un quota demande min, max ou les deux"),
    ("a portfolio needs", "MISSING_FIELD", "portfolio demande min_share, max_share ou min_groups"),
    ("apart needs", "MISSING_FIELD", "apart demande soit pairs, soit by"),
    ("apart from themselves", "RULE_CONFLICT", "nul ne peut être séparé de soi-même"),
    ("exactly one of volunteer", "MISSING_FIELD", "fix demande un volunteer ou un facilitator, un seul des deux"),
    ("exactly one of theme", "MISSING_FIELD", "fix demande un theme ou un group, un seul des deux"),
    ("unknown time zone", "UNKNOWN_VALUE", "fuseau horaire inconnu"),
)


def note_invalid(error: ValidationError, fields: Iterable[str], place: Place, ledger: Ledger) -> None:
    """Notes each thing a model refused; `fields` are the names it would have known."""
    known = list(fields)
    for found in error.errors(include_url=False):
        code, message, hint = _said_of(found, known)
        name = "/".join(str(part) for part in found["loc"])
        shown = "" if isinstance(found["input"], (dict, list, tuple)) else str(found["input"])
        ledger.error(place, code, message, field=name, shown=shown, hint=hint)


def _said_of(found: ErrorDetails, known: list[str]) -> tuple[str, Text, Text | None]:
    kind, name = found["type"], str(found["loc"][-1]) if found["loc"] else ""
    if kind == "value_error":
        return _own_words(re.sub("^Value error, ", "", found["msg"]))
    if kind == "missing":
        return CODES[kind], said(f"« {name} » manque", f"“{name}” is missing"), MEND_MISSING
    if kind == "extra_forbidden":
        hint = did_you_mean(name, known, said(f"connus : {some(known, 20)}", f"known: {some(known, 20)}"))
        return CODES[kind], said(f"« {name} » est inconnu", f"“{name}” is unknown"), hint
    if name == "weight":
        message = said("poids hors limites : nombre entier de 1 à 1000", "weight out of range: whole number 1 to 1000")
        return "OUT_OF_RANGE", message, said("écrivez par exemple weight = 5", "write for example weight = 5")
    code = CODES.get(kind) or ("OUT_OF_RANGE" if kind.startswith(_RANGE) else "WRONG_TYPE")
    return code, said(f"valeur refusée : {_french(found)}", f"value refused: {found['msg']}"), _advice(found)


def _own_words(reason: str) -> tuple[str, Text, Text | None]:
    for part, code, french in _SAYINGS:
        if part in reason:
            return code, said(french, reason), MEND
    return "WRONG_VALUE", said(f"valeurs incohérentes ({reason})", reason), MEND


def _french(found: ErrorDetails) -> str:
    limits: dict[str, Any] = found.get("ctx", {})
    words = {
        "ge": "au moins", "le": "au plus", "gt": "plus de", "lt": "moins de", "max_length": "longueur au plus",
        "min_length": "longueur au moins", "expected": "attendu",
    }  # fmt: skip
    told = ", ".join(f"{words[key]} {value}" for key, value in limits.items() if key in words)
    kinds = {"int": "nombre entier", "string": "texte", "bool": "vrai ou faux", "float": "nombre", "tuple": "liste"}
    return told or kinds.get(found["type"].partition("_")[0], "autre forme attendue")


def _advice(found: ErrorDetails) -> Text | None:
    if found["type"] == "string_type":
        return said("mettez la valeur entre guillemets", "put the value in quotes")
    if found["type"].startswith("int"):
        return said("un nombre entier, sans guillemets", "a whole number, without quotes")
    return None
