"""The rules of a programme that lists none: what practitioners of action learning and co-development do."""

from models.roster import Roster
from models.rules import AnyRule, Apart, Balance, Choices, Facilitation, NotAlone, Size, Spread


def default_rules(roster: Roster, target: int) -> tuple[AnyRule, ...]:
    """Gives first choices, one size, a mix of levels, jobs and functions, no line of command, nobody alone.

    Facilitation is asked for only where there are facilitators; a column nobody filled in gives no rule.
    """
    filled = {a for a in ("level", "job", "function", "unit", "manager") if any(v.value(a) for v in roster.volunteers)}
    rules: list[AnyRule] = [Choices(weight=10), Size(target=target, weight=4)]
    rules += [Balance(attribute=a, weight=6) for a in ("level", "job", "function") if a in filled]
    if "unit" in filled:
        rules.append(Spread(attribute="unit", max_same=2, weight=8))
    if "level" in filled:
        rules.append(NotAlone(attribute="level", weight=6))
    if "manager" in filled:
        rules.append(Apart(by="manager", steps=2, hard=True))
    if roster.facilitators:
        rules.append(Facilitation(per_group=1, neutral=True, weight=5))
    return tuple(rules)
