"""What holds for every kind of rule: its test class inherits these laws."""

import json
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any, ClassVar

from pydantic import TypeAdapter

from models import AnyRule, Audit, Group, Plan, Programme, Rule, Text, audit
from solver.placement import placement
from solver.price import price
from solver.problem import problem
from tests.rules import chance as by_chance

WORLDS = 40
PLANS = 4


class RuleLaws:
    """The laws; `kind` names the rule, `unspoken` the number fields its sentence may leave out."""

    kind: ClassVar[str]
    unspoken: ClassVar[tuple[str, ...]] = ()

    def worlds(self, **strength: Any) -> Iterator[tuple[Random, Programme]]:
        """Draws programmes that list the rule among a few others."""
        for seed in range(WORLDS):
            chance = Random(f"{self.kind} {seed}")
            roster = by_chance.roster(chance, chance.randint(2, 12), chance.randint(1, 4))
            kinds = [self.kind, *chance.choices(sorted(by_chance.RULES), k=2)]
            rules = [by_chance.RULES[k](chance, roster, strength or by_chance.strength(chance)) for k in kinds]
            yield chance, by_chance.programme(chance, roster, rules)

    def test_the_engine_charges_exactly_what_the_judge_finds(self) -> None:
        for chance, programme in self.worlds(weight=3):
            numbers = problem(programme)
            for _ in range(PLANS):
                plan = by_chance.plan(chance, programme)
                charged, found = price(numbers, placement(numbers, plan)), audit(programme, plan)
                assert charged.costs.tolist() == [r.cost for r in found.rules], (programme, plan)
                assert charged.cost == found.cost, (programme, plan)

    def test_a_hard_rule_forbids_exactly_what_the_judge_faults(self) -> None:
        for chance, programme in self.worlds(hard=True):
            numbers = problem(programme)
            for _ in range(PLANS):
                plan = by_chance.plan(chance, programme)
                charged, found = price(numbers, placement(numbers, plan)), audit(programme, plan)
                assert charged.breaches.tolist() == [r.breaches for r in found.rules], (programme, plan)
                assert charged.structure == sum(f.amount for f in found.structure), (programme, plan)
                assert not charged.costs.any()

    def test_a_weight_excuses_exactly_what_is_not_always_hard(self) -> None:
        for chance, programme in self.worlds(weight=7):
            numbers = problem(programme)
            for _ in range(PLANS):
                plan = by_chance.plan(chance, programme)
                charged = price(numbers, placement(numbers, plan))
                assert charged.breaches.tolist() == [r.breaches for r in audit(programme, plan).rules]

    def test_some_plan_by_chance_is_at_fault_and_some_is_not(self) -> None:
        """Guards the laws above against comparing noughts with noughts."""
        amounts = [
            audit(programme, by_chance.plan(chance, programme)).rules[0] for chance, programme in self.worlds(weight=3)
        ]
        faults = [report.amount + report.breaches for report in amounts]
        assert 0 in faults
        assert any(faults)

    def test_it_survives_json(self) -> None:
        for _, programme in self.worlds():
            rule = programme.rules[0]
            assert TypeAdapter(AnyRule).validate_json(rule.model_dump_json()) == rule
            assert Programme.model_validate_json(programme.model_dump_json()) == programme

    def test_renaming_people_changes_nothing(self) -> None:
        for chance, programme in self.worlds():
            names = new_names(chance, programme)
            plan = by_chance.plan(chance, programme)
            other, moved = renamed(programme, names), renamed(plan, names)
            assert verdict(audit(other, moved)) == verdict(audit(programme, plan)), (programme, plan)

    def test_the_order_of_rows_changes_nothing(self) -> None:
        for chance, programme in self.worlds():
            plan = by_chance.plan(chance, programme)
            shuffled = Plan(groups=mixed(chance, plan.groups), unplaced=mixed(chance, plan.unplaced))
            tables = {name: getattr(programme, name) for name in Programme.model_fields}
            tables |= {name: mixed(chance, tables[name]) for name in ("volunteers", "themes", "facilitators")}
            assert verdict(audit(Programme(**tables), shuffled)) == verdict(audit(programme, plan)), (programme, plan)

    def test_swapping_the_groups_of_a_theme_changes_nothing(self) -> None:
        for chance, programme in self.worlds():
            if any(names_groups(rule) for rule in programme.rules):
                continue
            plan = by_chance.plan(chance, programme)
            swapped = Plan(groups=tuple(swap(chance, programme, plan)), unplaced=plan.unplaced)
            assert verdict(audit(programme, swapped)) == verdict(audit(programme, plan)), (programme, plan)

    def test_its_sentence_names_its_numbers_and_its_strength(self) -> None:
        for _, programme in self.worlds():
            rule = programme.rules[0]
            sentence, said = rule.sentence(), rule.says()
            for number in self.numbers(rule):
                told = number if isinstance(number, Text) else Text(fr=number, en=number)
                assert told.fr in said.fr, (said.fr, rule)
                assert told.en in said.en, (said.en, rule)
            assert sentence.fr.endswith(" (obligatoire)" if rule.hard else f" (poids {rule.weight})")
            assert sentence.en.endswith(" (mandatory)" if rule.hard else f" (weight {rule.weight})")
            assert said.fr != said.en

    def numbers(self, rule: Rule) -> Sequence[str | Text]:
        """Gives the numbers and names a sentence must name, as written there."""
        fields = rule.model_dump(exclude={"kind", "hard", "weight", *self.unspoken}).values()
        return [
            Text(fr=f"{n:g}".replace(".", ","), en=f"{n:g}")
            for n in fields
            if isinstance(n, int | float) and not isinstance(n, bool)
        ]


def verdict(found: Audit) -> tuple[object, ...]:
    """Gives what an audit says, without names."""
    return found.valid, found.cost, found.breaches, [(r.amount, r.cost, r.breaches) for r in found.rules]


def names_groups(rule: Rule) -> bool:
    """Tells whether a rule knows the groups of one theme apart."""
    return rule.kind == "stability" or getattr(rule, "group", None) is not None


def mixed(chance: Random, rows: tuple[Any, ...]) -> tuple[Any, ...]:
    """Shuffles rows, and the members within."""
    return tuple(
        row.model_copy(update={"members": mixed(chance, row.members)}) if isinstance(row, Group) else row
        for row in chance.sample(rows, len(rows))
    )


def swap(chance: Random, programme: Programme, plan: Plan) -> Iterator[Group]:
    """Gives the groups of each theme each other's ids."""
    for theme in programme.themes:
        mine = [g for g in plan.groups if g.theme == theme.id]
        ids = chance.sample(range(theme.max_groups or 0), len(mine))
        yield from (g.model_copy(update={"id": f"{theme.id}-{k + 1}"}) for g, k in zip(mine, ids, strict=True))


def new_names(chance: Random, programme: Programme) -> dict[str, str]:
    """Draws another id for everybody, so that no order of names is kept."""
    people = {"boss", "gone", *programme.volunteer, *programme.facilitator}
    numbers = chance.sample(range(1000), len(people))
    return {old: f"p{number:03}" for old, number in zip(sorted(people), numbers, strict=True)}


def renamed(record: Programme | Plan, names: Mapping[str, str]) -> Any:
    """Writes another name wherever one of the names stands."""
    return type(record).model_validate_json(json.dumps(_renamed(json.loads(record.model_dump_json()), names)))


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {names.get(k, k): _renamed(v, names) for k, v in value.items()}
    if isinstance(value, list):
        return [_renamed(v, names) for v in value]
    return names.get(value, value) if isinstance(value, str) else value
