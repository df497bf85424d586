"""The made-up companies made harder: one demand more at a time, and all of them together.

`VARIANTS` names them; each turns a company's programme into another. What chance decides, it decides by the seed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from random import Random

from models import Facilitator, Programme
from models.rules import AnyRule, Facilitation, Fix, NotAlone, Quota, Together

SHARE = 0.05  # of the people, in pairs or fixed
MORE_GROUPS = 2
# So few people fixed in each group leave room for everything else that is asked.
FIXED_PER_GROUP = 3


def free_themes(asked: Programme, chance: Random) -> Programme:
    """Lets every theme open from none to two groups more than it was to have."""
    themes = [
        theme.model_copy(update={"min_groups": 0, "max_groups": (theme.max_groups or 0) + MORE_GROUPS})
        for theme in asked.themes
    ]
    return _with(asked, themes=themes)


def quotas(asked: Programme, chance: Random) -> Programme:
    """Demands a manager or executive, and somebody of a transverse function, in every group where supply allows."""
    functions = tuple(sorted({v.function for v in asked.volunteers} - {""}))
    return _and(asked, _quota(asked, "level", ("executive", "manager")), _quota(asked, "function", functions))


def not_alone(asked: Programme, chance: Random) -> Programme:
    """Prices people who are alone of their level."""
    return _and(asked, NotAlone(attribute="level", weight=6))


def pairs(asked: Programme, chance: Random) -> Programme:
    """Keeps 5 % of the people together two by two, never somebody and their manager."""
    free = [v.id for v in asked.volunteers if not _fixed(asked, v.id)]
    chance.shuffle(free)
    wanted = max(1, round(SHARE * len(asked.volunteers) / 2))
    both = ((a, b) for a, b in zip(free[::2], free[1::2], strict=False) if not _line(asked, a, b))
    return _and(asked, Together(sets=tuple(pair for pair, _ in zip(both, range(wanted), strict=False)), hard=True))


def fixed(asked: Programme, chance: Random) -> Programme:
    """Fixes 5 % of the people to one of their choices, so that all can be kept."""
    wanted = max(1, round(SHARE * len(asked.volunteers)))
    locks = (lock for lock, _ in zip(_locks(asked, chance), range(wanted), strict=False))
    return _and(asked, *locks)


def facilitators(asked: Programme, chance: Random) -> Programme:
    """Adds three facilitators for four groups, half of them for three themes only, and asks for neutral ones."""
    units = sorted({v.unit for v in asked.volunteers})
    themes = [t.id for t in asked.themes]
    groups = len(asked.volunteers) // 9
    trained = [
        Facilitator(
            id=f"F{k:04d}",
            unit=chance.choice(units),
            themes=tuple(chance.sample(themes, min(3, len(themes)))) if k % 2 else (),
            experienced=chance.random() < 2 / 3,
        )
        for k in range(-(-3 * groups // 4))
    ]
    return _and(_with(asked, facilitators=trained), Facilitation(per_group=1, neutral=True, weight=4))


def everything(asked: Programme, chance: Random) -> Programme:
    """Asks for all of these together."""
    for more in (quotas, not_alone, fixed, pairs, facilitators, free_themes):
        asked = more(asked, chance)
    return asked


VARIANTS: dict[str, Callable[[Programme, Random], Programme]] = {
    "free-themes": free_themes,
    "quotas": quotas,
    "not-alone": not_alone,
    "pairs": pairs,
    "fixed": fixed,
    "everything": everything,
}


def harder(name: str, asked: Programme, seed: int) -> Programme:
    """Gives a variant of a programme by its name."""
    return VARIANTS[name](asked, Random(seed))


def _quota(asked: Programme, attribute: str, values: tuple[str, ...]) -> Quota:
    """Demands one such person a group; with fewer of them than groups of the smallest size, prices it."""
    has = sum(v.value(attribute) in values for v in asked.volunteers)
    enough = has >= len(asked.volunteers) / asked.groups.min_size
    return Quota(attribute=attribute, values=values, min=1, hard=enough, weight=None if enough else 20)


def _locks(asked: Programme, chance: Random) -> Iterator[Fix]:
    """Draws locks that can all be kept: no theme is filled up, and nobody is locked where their manager is."""
    room = {t.id: FIXED_PER_GROUP * t.min_groups for t in asked.themes}
    taken: Counter[str] = Counter()
    place: dict[str, str] = {}
    for person in chance.sample(asked.volunteers, len(asked.volunteers)):
        theme = chance.choice(person.choices) if person.choices else ""
        line = {place[other] for other in place if _line(asked, person.id, other)}
        if theme and theme not in line and taken[theme] < room[theme]:
            taken[theme] += 1
            place[person.id] = theme
            yield Fix(volunteer=person.id, theme=theme)


def _line(asked: Programme, a: str, b: str) -> bool:
    return asked.volunteer[a].manager == b or asked.volunteer[b].manager == a


def _fixed(asked: Programme, person: str) -> bool:
    return any(isinstance(rule, Fix) and rule.volunteer == person for rule in asked.rules)


def _and(asked: Programme, *rules: AnyRule) -> Programme:
    return _with(asked, rules=[*asked.rules, *rules])


def _with(asked: Programme, **tables: Iterable[object]) -> Programme:
    """Gives the programme with other tables, checked anew."""
    kept = {name: getattr(asked, name) for name in Programme.model_fields}
    return Programme.model_validate(kept | {name: tuple(rows) for name, rows in tables.items()})
