"""What rules say about the tables and about each other: strangers, sensitive criteria, conflicts."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from formats.fault import said
from formats.ledger import Ledger, Place
from formats.nearest import Words, did_you_mean, some
from formats.roster_checks import Tables, known_ids
from formats.rule_reading import ListedRule
from formats.sensitive import purpose_of, sensitive
from models.roster import NUMBER, OWN_ATTRIBUTES
from models.rule import Mention

TABLE_OF = {
    "theme": "themes", "group": "themes", "volunteer": "volunteers", "attribute": "volunteers",
    "facilitator": "facilitators",
}  # fmt: skip
WORDS = {
    "attribute": ("colonne inconnue", "unknown column"),
    "theme": ("thème inconnu", "unknown theme"),
    "volunteer": ("volontaire inconnu", "unknown volunteer"),
    "facilitator": ("facilitateur inconnu", "unknown facilitator"),
    "group": ("groupe inconnu : THÈME-1, THÈME-2…", "unknown group: THEME-1, THEME-2…"),
}


def check_rules(
    rules: Sequence[ListedRule], tables: Tables, columns: Collection[str], purposes: Mapping[str, str], ledger: Ledger
) -> None:
    """Notes what rules name that is not there or must not be a criterion, and rules about one person."""
    known = {
        "attribute": {*OWN_ATTRIBUTES, *columns},
        "theme": known_ids(tables, "themes"),
        "volunteer": known_ids(tables, "volunteers"),
        "facilitator": known_ids(tables, "facilitators"),
    }
    known["group"] = {f"{theme}-1" for theme in known["theme"]}
    words = {what: Words(names) for what, names in known.items()}
    people = _People([e.record for e in tables.get("volunteers", ()) if e.record is not None])
    for listed in rules:
        for mention in dict.fromkeys(listed.rule.mentions()):
            if mention.what == "value":
                _check_value(listed, mention, people, ledger)
            elif tables.get(TABLE_OF[mention.what]) or mention.what == "facilitator":
                # Otherwise the table itself is missing or unreadable, and that is said already.
                if not _is_known(mention, known, purposes):
                    _stranger(listed.place, mention, words[mention.what], known, ledger)
                if mention.what == "attribute" and sensitive(mention.name):
                    _check_sensitive(listed.place, mention, purposes, ledger)
        _check_mean(listed, people, ledger)
        _check_one_person(listed, people, ledger)


class _People:
    """The volunteers read, with the people who have each value of an attribute, gathered once."""

    def __init__(self, volunteers: Sequence[Any]) -> None:
        self._volunteers = volunteers
        self._by_attribute: dict[str, dict[str, list[str]]] = {}

    def by_value(self, attribute: str) -> dict[str, list[str]]:
        """Gives the ids of the volunteers with each value."""
        if attribute not in self._by_attribute:
            found: dict[str, list[str]] = {}
            for volunteer in self._volunteers:
                found.setdefault(volunteer.value(attribute), []).append(volunteer.id)
            self._by_attribute[attribute] = found
        return self._by_attribute[attribute]


def _is_known(mention: Mention, known: Mapping[str, set[str]], purposes: Mapping[str, str]) -> bool:
    if mention.what == "attribute" and sensitive(mention.name) and not purpose_of(mention.name, purposes):
        return True  # it is refused for want of a purpose, and was not kept
    if mention.what == "group":
        return mention.name.rpartition("-")[0] in known["theme"]
    return mention.name in known[mention.what]


def _stranger(place: Place, mention: Mention, words: Words, known: Mapping[str, set[str]], ledger: Ledger) -> None:
    fr, en = WORDS[mention.what]
    listed = some(sorted(known[mention.what]), 10)
    hint = words.meant(mention.name, said(f"il y a : {listed}", f"there are: {listed}"))
    ledger.error(place, "UNKNOWN_REF", said(fr, en), field=mention.field, shown=mention.name, hint=hint)


def _check_sensitive(place: Place, mention: Mention, purposes: Mapping[str, str], ledger: Ledger) -> None:
    name = mention.name
    if why := purpose_of(name, purposes):
        message = said(f"critère sensible, au motif : {why}", f"sensitive criterion, for the purpose: {why}")
        hint = said("le motif est gardé avec le programme", "the purpose is kept with the programme")
        ledger.warn(place, "SENSITIVE_CRITERION", message, field=mention.field, shown=name, hint=hint)
        return
    message = said("critère sensible sans motif écrit", "sensitive criterion without a written purpose")
    line = f'[purposes] "{name}" = "…"'
    hint = said(f"écrivez dans programme.toml : {line}", f"write in programme.toml: {line}")
    ledger.error(place, "SENSITIVE_CRITERION", message, field=mention.field, shown=name, hint=hint)


def _check_value(listed: ListedRule, mention: Mention, people: _People, ledger: Ledger) -> None:
    attribute = getattr(listed.rule, "attribute", "")
    values = people.by_value(attribute)
    if not values or mention.name in values:
        return
    message = said(f"personne n'a cette valeur de « {attribute} »", f"nobody has this value of “{attribute}”")
    there = some([value for value in values if value], 10)
    hint = did_you_mean(mention.name, [v for v in values if v], said(f"il y a : {there}", f"there are: {there}"))
    ledger.warn(listed.place, "UNKNOWN_VALUE", message, field=mention.field, shown=mention.name, hint=hint)


def _check_mean(listed: ListedRule, people: _People, ledger: Ledger) -> None:
    """Only the programme knows which levels count as numbers, so a level is left to it."""
    attribute = getattr(listed.rule, "attribute", "")
    if listed.rule.kind != "mean" or attribute == "level":
        return
    wrong = [value for value in people.by_value(attribute) if value and not NUMBER.fullmatch(value)]
    if wrong:
        message = said(
            f"{len(wrong)} valeurs de « {attribute} » ne sont pas des nombres, elles comptent comme la moyenne",
            f"{len(wrong)} values of “{attribute}” are no numbers, they count as the mean",
        )
        hint = said("corrigez-les, ou prenez une autre colonne", "mend them, or take another column")
        ledger.warn(listed.place, "WRONG_TYPE", message, field="attribute", shown=wrong[0], hint=hint)


def _check_one_person(listed: ListedRule, people: _People, ledger: Ledger) -> None:
    rule = listed.rule
    attribute, values = getattr(rule, "attribute", ""), set(getattr(rule, "values", ()))
    alone = [s for s in getattr(rule, "sets", ()) if len(set(s)) == 1]
    if attribute and values:
        having = people.by_value(attribute)
        found = [person for value in values for person in having.get(value, ())]
        alone += [found] if len(found) == 1 else []
    if alone:
        message = said("cette règle ne concerne qu'une personne", "this rule is about one person only")
        hint = said("elle la désigne ; vérifiez qu'il le faut", "it singles them out; check that it is needed")
        field = "values" if values else "sets"
        ledger.warn(listed.place, "SINGLE_PERSON_RULE", message, field=field, shown=str(alone[0][0]), hint=hint)
