"""Values that are one but for case, accents or spaces: « cadre » and « Cadre » would count as two kinds of people."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from formats.fault import said
from formats.ledger import Ledger
from formats.nearest import folded
from formats.rows import Entry
from models import Volunteer

MIXED = ("level", "job", "function", "unit", "site")


def check_spellings(entries: Sequence[Entry], columns: Iterable[str], ledger: Ledger) -> None:
    """Notes, for each attribute, the values that are spelled in several ways."""
    people = [(entry, entry.record) for entry in entries if isinstance(entry.record, Volunteer)]
    for attribute in (*MIXED, *sorted(columns)):
        counts = Counter(volunteer.value(attribute) for _, volunteer in people)
        for spellings in _alike(counts):
            usual, *others = sorted(spellings, key=lambda value: (-counts[value], value))
            entry, odd = next((e, v.value(attribute)) for e, v in people if v.value(attribute) in others)
            listed = ", ".join(f"« {value} » {counts[value]}" for value in (usual, *others))
            message = said(f"comptent comme des valeurs différentes : {listed}", f"count as different values: {listed}")
            hint = said(f"écrivez partout « {usual} »", f"write “{usual}” everywhere")
            ledger.warn(entry.place, "SUSPECT_VALUE", message, field=attribute, shown=odd, hint=hint)


def _alike(values: Collection[str]) -> list[list[str]]:
    forms: dict[str, list[str]] = {}
    for value in values:
        if form := folded(value):
            forms.setdefault(form, []).append(value)
    return [spellings for spellings in forms.values() if len(spellings) > 1]
