"""Rules that contradict each other or the tables, before any solve: only what is certain from two or three of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from formats.fault import said
from formats.ledger import Ledger, Place
from formats.nearest import some
from formats.roster_checks import Tables
from formats.rows import Entry
from formats.rule_reading import ListedRule
from formats.settings import Settings
from models import Text


class _Unions:
    """People who must share a group, gathered set by set; `why` is the place of a rule that gathers them."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}
        self.why: dict[str, Place] = {}

    def root(self, person: str) -> str:
        while (above := self.parent.setdefault(person, person)) != person:
            self.parent[person] = self.parent[above]
            person = above
        return person

    def join(self, people: Sequence[str], why: Place) -> None:
        for person in people:
            self.parent[self.root(person)] = self.root(people[0])
            self.why[person] = why


def check_conflicts(rules: Sequence[ListedRule], tables: Tables, settings: Settings, ledger: Ledger) -> None:
    """Notes hard rules that cannot all be kept: together against apart, size, two fixes or a refusal; overloads."""
    unions = _together(rules)
    _check_sizes(unions, tables, settings, ledger)
    _check_apart(rules, unions, tables, ledger)
    _check_fixes(rules, unions, tables, ledger)
    _check_overload(rules, tables, ledger)


def _conflict(place: Place, other: Place | None, field: str, shown: str, message: Text, ledger: Ledger) -> None:
    where = "" if other is None else other.pointer or f"{other.sheet} {other.row}"
    told = said(f"{message.fr} ({where})", f"{message.en} ({where})") if where else message
    hint = said("retirez l'une, ou donnez-lui un poids", "remove one, or give it a weight")
    ledger.error(place, "RULE_CONFLICT", told, field=field, shown=shown, hint=hint)


def _together(rules: Sequence[ListedRule]) -> _Unions:
    unions = _Unions()
    for listed in rules:
        if listed.rule.kind == "together" and listed.rule.hard:
            for people in getattr(listed.rule, "sets", ()):
                if people:
                    unions.join(people, listed.place)
    return unions


def _check_sizes(unions: _Unions, tables: Tables, settings: Settings, ledger: Ledger) -> None:
    themes = [e.record for e in tables.get("themes", ()) if e.record is not None]
    limits = [getattr(theme, "max_size", None) or settings.groups.max_size for theme in themes]
    largest = max(limits, default=settings.groups.max_size)
    chains: defaultdict[str, list[str]] = defaultdict(list)
    for person in list(unions.parent):
        chains[unions.root(person)].append(person)
    for people in chains.values():
        if len(people) > largest:
            message = said(
                f"{len(people)} personnes à réunir, un groupe en a {largest} au plus",
                f"{len(people)} people to keep together, a group has at most {largest}",
            )
            _conflict(unions.why[people[-1]], None, "sets", some(people, 4), message, ledger)


def _check_apart(rules: Sequence[ListedRule], unions: _Unions, tables: Tables, ledger: Ledger) -> None:
    for listed in rules:
        if listed.rule.kind != "apart" or not listed.rule.hard:
            continue
        for a, b in _parted(listed.rule, tables.get("volunteers", ())):
            if a in unions.parent and b in unions.parent and unions.root(a) == unions.root(b):
                message = said("à séparer ici, à réunir ailleurs", "to keep apart here, together elsewhere")
                field = "pairs" if getattr(listed.rule, "pairs", ()) else "by"
                _conflict(listed.place, unions.why[a], field, f"{a}, {b}", message, ledger)


def _parted(rule: Any, entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    yield from rule.pairs
    managers = {e.id: getattr(e.record, "manager", "") for e in entries}
    teams: defaultdict[str, list[str]] = defaultdict(list)
    for person, boss in managers.items():
        if rule.by == "manager" and boss:
            yield person, boss
            if rule.steps == 2 and managers.get(boss):
                yield person, managers[boss]
        elif rule.by == "same_manager" and boss:
            yield from ((other, person) for other in teams[boss][:1])
            teams[boss].append(person)


def _check_fixes(rules: Sequence[ListedRule], unions: _Unions, tables: Tables, ledger: Ledger) -> None:
    refusals = {e.id: getattr(e.record, "refuses", ()) for e in tables.get("volunteers", ())}
    fixed: dict[str, tuple[str, str, Place]] = {}
    for listed in rules:
        person = getattr(listed.rule, "volunteer", None)
        if listed.rule.kind != "fix" or not person:
            continue
        theme, group = _seat(listed.rule)
        if theme in refusals.get(person, ()):
            message = said("fixé dans un thème qu'il refuse", "fixed on a theme they refuse")
            _conflict(listed.place, None, "theme" if not group else "group", f"{person}, {theme}", message, ledger)
        chain = unions.root(person) if person in unions.parent else person
        before = fixed.setdefault(chain, (theme, group, listed.place))
        if before[0] != theme or (group and before[1] and before[1] != group):
            message = said("fixé à deux endroits, seul ou réuni à d'autres", "fixed in two places, alone or in a set")
            _conflict(listed.place, before[2], "volunteer", person, message, ledger)


def _seat(rule: Any) -> tuple[str, str]:
    return (rule.theme, "") if rule.theme else (rule.group.rpartition("-")[0], rule.group)


def _check_overload(rules: Sequence[ListedRule], tables: Tables, ledger: Ledger) -> None:
    seats: Counter[str] = Counter()
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for listed in rules:
        who = getattr(listed.rule, "facilitator", None)
        if listed.rule.kind == "fix" and who:
            seen[who].add("-".join(_seat(listed.rule)))
            seats[who] = len(seen[who])
    for entry in tables.get("facilitators", ()):
        most = getattr(entry.record, "max_groups", None)
        if most is not None and seats[entry.id] > most:
            places = some(sorted(place.partition("-")[2] or place.strip("-") for place in seen[entry.id]))
            message = said(
                f"fixé sur {seats[entry.id]} groupes ou thèmes ({places}), {most} au plus",
                f"fixed on {seats[entry.id]} groups or themes ({places}), at most {most}",
            )
            hint = said("retirez une règle fix, ou augmentez max_groups", "remove a fix rule, or raise max_groups")
            ledger.error(entry.place, "FIXED_OVER_LIMIT", message, field="max_groups", shown=str(most), hint=hint)
