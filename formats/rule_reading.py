"""Rules, from a document or from a sheet with one rule a row, to the rules of the models."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from formats.cells import tidy
from formats.documents import Document
from formats.earlier_plan import earlier_seats
from formats.fault import excerpt, said
from formats.grid import Grid
from formats.invalid import note_invalid
from formats.ledger import Ledger, Place
from formats.nearest import did_you_mean, folded, some
from formats.words import field_named, value_named
from models import AnyRule, Rule
from models.roster import OWN_ATTRIBUTES

KINDS: dict[str, type[Rule]] = {m.model_fields["kind"].default: m for m in get_args(get_args(AnyRule)[0])}

_FRENCH = {
    "genre": "kind", "type": "kind", "regle": "kind", "poids": "weight", "obligatoire": "hard", "attribut": "attribute",
    "valeurs": "values", "valeur": "value", "cible": "target", "couts": "costs", "paires": "pairs", "groupes": "sets",
    "ensembles": "sets", "tolerance": "tolerance", "volontaire": "volunteer", "facilitateur": "facilitator",
    "groupe": "group", "plan": "plan", "colonne": "attribute", "pargroupe": "per_group", "pires": "worst_rank",
}  # fmt: skip
_BY_FORM = {folded(f): f for model in KINDS.values() for f in model.model_fields} | _FRENCH


@dataclass(frozen=True)
class ListedRule:
    """A rule and where it was listed."""

    place: Place
    rule: Rule


def listed_rules(found: Any, place: Place, folder: Path, ledger: Ledger) -> list[ListedRule]:
    """Reads the `rules` of a document; each rule that cannot be read is named by its pointer."""
    if not isinstance(found, list):
        here = Place(place.file, "rules", pointer="/rules")
        ledger.error(here, "WRONG_TYPE", said("une liste de règles est attendue", "a list of rules is expected"))
        return []
    rules = []
    for k, document in enumerate(found):
        here = Place(place.file, "rules", pointer=f"/rules/{k}")
        rule = _rule(document, here, folder, ledger)
        if rule is not None:
            rules.append(ListedRule(here, rule))
    return rules


def sheet_rules(grid: Grid, place: Place, folder: Path, ledger: Ledger) -> list[ListedRule]:
    """Reads a sheet with one rule a row: columns kind, weight or hard, and the fields of the kinds."""
    rules = []
    header = [_BY_FORM.get(folded(cell), tidy(cell)) for cell in grid.rows[0].cells] if grid.rows else []
    names = {field: cell for field, cell in zip(header, grid.rows[0].cells, strict=True) if field} if header else {}
    for row in grid.rows[1:]:
        here = Place(place.file, "rules", place.sheet, row.number, headers=names)
        cells = {f: tidy(c) for f, c in zip(header, row.cells, strict=False) if f and c}
        rule = _rule({field: _plain(field, cell) for field, cell in cells.items()}, here, folder, ledger)
        if rule is not None:
            rules.append(ListedRule(here, rule))
    return rules


def named_attributes(rules: list[ListedRule]) -> Iterator[str]:
    """Gives the attributes that rules name and that are no columns of ours."""
    for listed in rules:
        for mention in listed.rule.mentions():
            if mention.what == "attribute" and mention.name not in OWN_ATTRIBUTES:
                yield mention.name


def _rule(found: Any, place: Place, folder: Path, ledger: Ledger) -> Rule | None:
    if not isinstance(found, dict):
        ledger.error(place, "WRONG_TYPE", said("une règle est attendue", "a rule is expected"))
        return None
    kind = found.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        _unknown_kind(found, place, ledger)
        return None
    document = _in_our_words(found)
    if kind == "stability" and isinstance(document.get("plan"), str):
        document["plan"] = earlier_seats(document["plan"], folder, place, ledger)
        if document["plan"] is None:
            return None
    try:
        return KINDS[kind].model_validate(document)
    except ValidationError as error:
        note_invalid(error, KINDS[kind].model_fields, place, ledger)
        return None


def _unknown_kind(found: Document, place: Place, ledger: Ledger) -> None:
    kind, kinds = str(found.get("kind", "")), some(KINDS, 20)
    if "kind" in found:
        message = said(f"règle inconnue « {excerpt(kind)} »", f"unknown rule “{excerpt(kind)}”")
        hint = did_you_mean(kind, KINDS, said(f"règles : {kinds}", f"rules: {kinds}"))
    else:
        message = said("la règle ne dit pas son genre (kind)", "the rule does not say its kind")
        hint = said(f"kind = l'un de {kinds}", f"kind = one of {kinds}")
    ledger.error(place, "UNKNOWN_RULE", message, field="kind", shown=kind, hint=hint)


def _in_our_words(found: Document) -> Document:
    """Gives the rule with a column of ours under its own name, as the tables' headers are understood too."""
    attribute = found.get("attribute")
    field = field_named("volunteers", attribute) if isinstance(attribute, str) else None
    return found | {"attribute": field} if field in OWN_ATTRIBUTES else dict(found)


def _plain(field: str, cell: str) -> Any:
    if field in ("kind", "attribute", "per", "by", "plan", "volunteer", "facilitator", "theme", "group", "value"):
        return cell
    if field == "values":
        return [tidy(item) for item in cell.split(";")]
    if field == "costs":
        return [_number(item) for item in re.split(r"[;\s]+", cell)]
    if field in ("pairs", "sets"):
        return [[tidy(person) for person in group.split("+")] for group in cell.split(";")]
    if field in ("hard", "neutral"):
        return {"true": True, "false": False}.get(value_named("truth", cell) or "", cell)
    return _number(cell)


def _number(cell: str) -> int | float | str:
    if re.fullmatch(r"-?[0-9]{1,15}", cell):
        return int(cell)
    return float(cell.replace(",", ".")) if re.fullmatch(r"-?[0-9]{1,15}[.,][0-9]{1,15}", cell) else cell
