"""Programmes so small that every plan can be looked at: at most seven people and three groups."""

from random import Random

from models import Programme
from tests.rules import chance as by_chance


def tiny(seed: int) -> Programme:
    """Draws a tiny programme; every kind of rule is on in some and off in others."""
    chance = Random(f"tiny {seed}")
    roster = by_chance.roster(chance, chance.choice([2, 3, 4, 4, 5, 5, 6, 6, 7]), chance.choice([1, 2, 2, 3]), cells=3)
    kinds = by_chance.subset(chance, sorted(by_chance.RULES), 0, chance.choice([2, 4, 6]))
    twice = chance.sample(kinds, 1) if kinds and kinds[0] != "facilitation" and chance.random() < 0.2 else []
    rules = [by_chance.RULES[kind](chance, roster, by_chance.strength(chance)) for kind in (*kinds, *twice)]
    return by_chance.programme(chance, roster, rules)
