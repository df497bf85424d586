"""Who is who: ids listed twice or looking alike, people with one name, and the reporting line."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from formats.fault import said
from formats.ledger import Ledger
from formats.nearest import folded, some, words_in_order
from formats.rows import Entry

OUTSIDERS = 3  # from so many managers on, it is odd that none is a volunteer
# Letters of other alphabets that look like Latin ones.
_LOOKALIKE = str.maketrans("АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo")


def check_identities(tables: Mapping[str, Sequence[Entry]], ledger: Ledger) -> None:
    """Notes ids listed twice in a table, ids and names that look alike, and faults of the manager column."""
    for table, entries in tables.items():
        if table != "history":
            _check_doubles(entries, ledger)
            _check_alike(entries, loose=table == "themes", ledger=ledger)
            _check_lost_zeros(entries, ledger)
    _check_seats(tables.get("history", ()), ledger)
    for table, field in (("volunteers", "name"), ("themes", "title"), ("facilitators", "name")):
        _check_names(tables.get(table, ()), field, ledger)
    _check_managers(tables.get("volunteers", ()), ledger)


def _check_doubles(entries: Iterable[Entry], ledger: Ledger) -> None:
    first: dict[str, Entry] = {}
    for entry in entries:
        if not entry.id:
            continue
        if entry.id in first:
            where = first[entry.id].place.key
            message = said(f"identifiant déjà donné (d'abord : {where})", f"id given already (first: {where})")
            hint = said("gardez une seule ligne, ou corrigez l'identifiant", "keep one row, or mend the id")
            ledger.error(entry.place, "DUPLICATE_ID", message, field="id", shown=entry.id, hint=hint)
        first.setdefault(entry.id, entry)


def _check_alike(entries: Iterable[Entry], *, loose: bool, ledger: Ledger) -> None:
    """Ids that differ only by zeros, case or accents are two ids; two such themes are one theme typed twice."""
    first: dict[str, Entry] = {}
    for entry in entries:
        form = folded(entry.id).lstrip("0") or entry.id
        other = first.setdefault(form, entry)
        if not entry.id or other.id == entry.id:
            continue
        same = loose and folded(other.id) == folded(entry.id)
        keys = f"{other.place.key}, {entry.place.key}"
        message = said(
            f"« {other.id} » et « {entry.id} » se ressemblent ({keys})",
            f"“{other.id}” and “{entry.id}” look alike ({keys})",
        )
        two = said("vérifiez que ce sont deux identifiants", "check that these are two ids")
        hint = said("gardez une seule ligne", "keep one row") if same else two
        note = ledger.error if same else ledger.warn
        code = "DUPLICATE_ID" if same else "SUSPECT_ID"
        note(entry.place, code, message, field="id", shown=entry.id, hint=hint)


def _check_lost_zeros(entries: Sequence[Entry], ledger: Ledger) -> None:
    numeric = [entry for entry in entries if entry.numeric]
    lengths = {len(entry.id) for entry in numeric}
    padded = any(entry.id.startswith("0") for entry in entries)
    if numeric and (len(lengths) > 1 or padded or any("." in entry.id for entry in numeric)):
        message = said(
            f"{len(numeric)} identifiants sont des nombres dans le tableur : des zéros ont pu se perdre",
            f"{len(numeric)} ids are numbers in the spreadsheet: zeros may be lost",
        )
        hint = said("mettez la colonne au format texte", "format the column as text")
        ledger.warn(numeric[0].place, "SUSPECT_ID", message, field="id", shown=numeric[0].id, hint=hint)


def _check_seats(entries: Iterable[Entry], ledger: Ledger) -> None:
    seen: set[Any] = set()
    for entry in entries:
        if entry.record is not None and entry.record in seen:
            message = said("ligne répétée à l'identique", "row repeated as it is")
            ledger.warn(entry.place, "DUPLICATE_ROW", message, hint=said("supprimez-la", "delete it"))
        seen.add(entry.record)


def _check_names(entries: Iterable[Entry], field: str, ledger: Ledger) -> None:
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        name = getattr(entry.record, field, "")
        if name:
            seen = unicodedata.normalize("NFKC", name).translate(_LOOKALIKE)
            by_name.setdefault(" ".join(seen.casefold().split()), []).append(entry)
    for alike in by_name.values():
        if len({entry.id for entry in alike}) > 1:
            keys = some([str(entry.place.key) for entry in alike], 6)
            message = said(f"même nom, autre identifiant ({keys})", f"same name, other id ({keys})")
            hint = said("les identifiants décident ; vérifiez les doublons", "ids decide; check for doubles")
            ledger.warn(alike[-1].place, "DUPLICATE_NAME", message, field=field, hint=hint)


def _check_managers(entries: Sequence[Entry], ledger: Ledger) -> None:
    people: dict[str, Entry] = {}
    for entry in entries:
        people.setdefault(entry.id, entry)
    people.pop("", None)
    teams: dict[str, list[Entry]] = {}
    for entry in entries:
        manager = getattr(entry.record, "manager", "")
        if manager and manager == entry.id and people[manager] is entry:
            message = said("son propre manager", "their own manager")
            hint = said("videz la cellule ou corrigez-la", "empty the cell or mend it")
            ledger.error(entry.place, "SELF_REF", message, field="manager", shown=manager, hint=hint)
        elif manager:
            teams.setdefault(manager, []).append(entry)
    _check_absent({manager: team for manager, team in teams.items() if manager not in people}, people, ledger)
    _check_cycles(people, ledger)


def _check_absent(absent: Mapping[str, Sequence[Entry]], people: Mapping[str, Entry], ledger: Ledger) -> None:
    """A manager need not be a volunteer; one written almost like a volunteer, or by name, probably is."""
    alike = {folded(i).lstrip("0"): i for i in people}
    named: dict[str, list[str]] = {}
    for i, entry in people.items():
        if name := getattr(entry.record, "name", ""):
            named.setdefault(words_in_order(name), []).append(i)
    others = {}
    for manager, team in absent.items():
        near = alike.get(folded(manager).lstrip("0"))
        if meant := [near] if near else named.get(words_in_order(manager), []):
            _note_meant(manager, meant, team, ledger)
        else:
            others[manager] = team
    if others:
        _note_outsiders(
            others, ledger, usual=len(others) < OUTSIDERS or len(others) < len(absent) or _some_match(people)
        )


def _some_match(people: Mapping[str, Entry]) -> bool:
    return any(getattr(entry.record, "manager", "") in people for entry in people.values())


def _note_meant(manager: str, meant: Sequence[str], team: Sequence[Entry], ledger: Ledger) -> None:
    message = said("ce manager n'est pas un identifiant de volontaire", "this manager is no volunteer's id")
    fr, en = " ou ".join(f"« {i} »" for i in meant[:4]), " or ".join(f"“{i}”" for i in meant[:4])
    hint = said(f"vouliez-vous dire {fr} ?", f"did you mean {en}?")
    for entry in team:
        ledger.warn(entry.place, "UNKNOWN_REF", message, field="manager", shown=manager, hint=hint)


def _note_outsiders(others: Mapping[str, Sequence[Entry]], ledger: Ledger, *, usual: bool) -> None:
    """Managers from outside are usual; that all of them are is not: the column may hold something else than ids."""
    listed = some(others, 5)
    first = next(iter(others))
    place = others[first][0].place
    if usual:
        message = said(
            f"managers qui ne sont pas volontaires : {len(others)} ({listed})",
            f"managers who are no volunteers: {len(others)} ({listed})",
        )
        hint = said("permis : ils ne séparent personne d'eux-mêmes", "allowed: there is nobody to part from them")
        ledger.inform(place, "UNKNOWN_REF", message, field="manager", shown=first, hint=hint)
        return
    message = said(
        f"aucun des {len(others)} managers n'est un volontaire ({listed})",
        f"none of the {len(others)} managers is a volunteer ({listed})",
    )
    hint = said(
        "permis ; vérifiez que la colonne donne des identifiants, les mêmes que ceux des volontaires",
        "allowed; check that the column holds ids, the same as those of the volunteers",
    )
    ledger.warn(place, "UNKNOWN_REF", message, field="manager", shown=first, hint=hint)


def _check_cycles(people: Mapping[str, Entry], ledger: Ledger) -> None:
    done: set[str] = set()
    for start in people:
        chain: dict[str, None] = {}
        person = start
        while person in people and person not in done and person not in chain:
            chain[person] = None
            person = getattr(people[person].record, "manager", "")
        if person in chain:
            ring = list(chain)[list(chain).index(person) :]
            if len(ring) > 1:
                _note_cycle([people[i] for i in ring], ledger)
        done.update(chain)


def _note_cycle(ring: Sequence[Entry], ledger: Ledger) -> None:
    names = some([entry.id for entry in ring] + [ring[0].id])
    keys = some([str(entry.place.key) for entry in ring])
    message = said(f"managers en boucle : {names} ({keys})", f"managers in a circle: {names} ({keys})")
    hint = said("corrigez l'un de ces managers", "mend one of these managers")
    for entry in ring[1:]:
        ledger.strike(entry.place)
    ledger.error(ring[0].place, "CYCLE", message, field="manager", shown=ring[0].id, hint=hint)
