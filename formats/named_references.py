"""References that name a theme by its title or a manager by their name, turned into ids and told.

Forms and hand-made lists hold titles and names. Only what can mean one thing alone is turned: one theme has the title,
one volunteer has the name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from formats.fault import said
from formats.ledger import Ledger, Place
from formats.nearest import folded, words_in_order
from formats.rows import Entry

TITLED = (("volunteers", "choices"), ("volunteers", "refuses"), ("facilitators", "themes"), ("committee", "sponsors"))


def with_ids(tables: Mapping[str, Sequence[Entry]], ledger: Ledger) -> dict[str, Sequence[Entry]]:
    """Gives the tables with ids in the place of titles and names; says what was read."""
    found = dict(tables)
    titles = single((folded(getattr(e.record, "title", "")), e.id) for e in tables.get("themes", ()))
    themes = {e.id for e in tables.get("themes", ())}
    for table, field in TITLED:
        if table in found:
            found[table] = _untitled(found[table], field, titles, themes, ledger)
    if "volunteers" in found:
        found["volunteers"] = _unnamed(found["volunteers"], ledger)
    return found


def single(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Maps what stands for one id alone to that id."""
    meant: dict[str, set[str]] = {}
    for form, name in pairs:
        if form and name:
            meant.setdefault(form, set()).add(name)
    return {form: next(iter(names)) for form, names in meant.items() if len(names) == 1}


def _untitled(
    entries: Sequence[Entry], field: str, titles: Mapping[str, str], themes: set[str], ledger: Ledger
) -> list[Entry]:
    read: list[tuple[Place, str, str]] = []
    changed = []
    for entry in entries:
        given = getattr(entry.record, field, ())
        ids = tuple(name if name in themes else titles.get(folded(name), name) for name in given)
        read += [(entry.place, old, new) for old, new in zip(given, ids, strict=True) if old != new]
        changed.append(_with(entry, field, ids) if ids != given else entry)
    if read:
        place, title, theme = read[0]
        message = said(
            f"{len(read)} thèmes donnés par leur titre, lus comme leur identifiant : « {title} » est {theme}",
            f"{len(read)} themes given by title, read as their id: “{title}” is {theme}",
        )
        name = f"{field}/0" if field == "choices" else field
        ledger.inform(place, "READ_BY_TITLE", message, field=name, shown=title)
    return changed


def _unnamed(entries: Sequence[Entry], ledger: Ledger) -> list[Entry]:
    people = {entry.id for entry in entries}
    names = single((words_in_order(getattr(e.record, "name", "")), e.id) for e in entries)
    told: dict[str, Place] = {}
    changed = []
    for entry in entries:
        manager = getattr(entry.record, "manager", "")
        meant = names.get(words_in_order(manager)) if manager and manager not in people else None
        if meant:
            told.setdefault(manager, entry.place)
            entry = _with(entry, "manager", meant)
        changed.append(entry)
    for manager, place in told.items():
        meant = names[words_in_order(manager)]
        message = said(f"manager donné par son nom, lu comme {meant}", f"manager given by name, read as {meant}")
        hint = said(f"écrivez « {meant} », ou corrigez", f"write “{meant}”, or mend it")
        ledger.warn(place, "READ_BY_NAME", message, field="manager", shown=manager, hint=hint)
    return changed


def _with(entry: Entry, field: str, value: object) -> Entry:
    return replace(entry, record=entry.record and entry.record.model_copy(update={field: value}))
