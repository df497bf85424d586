"""The best plan by looking at every plan, with the judge alone: no engine is imported here.

Seats and leaders are looked at in turn: rules on leaders cost nothing in a plan judged without them, so a seating
whose other rules already cost as much as the best plan needs no leaders.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from models import Group, Plan, Programme, Rule, Unplaced, audit

Cell = tuple[str, str]  # theme id, group id
Seating = tuple[Cell | None, ...]


def best(programme: Programme) -> Plan | None:
    """Gives a plan of least cost, None when no plan is valid."""
    bare, staffed = under(programme, leads=False), under(programme, leads=True)
    plans = [seated(programme, seating) for seating in seatings(programme)]
    judged = [audit(bare, plan) for plan in plans]
    kept = sorted((found.cost, k) for k, found in enumerate(judged) if found.valid)
    least, winner = None, None
    for cost, k in kept:
        if least is not None and cost >= least:
            break
        for led in with_leaders(staffed, plans[k]):
            found = audit(staffed, led)
            if found.valid and (least is None or cost + leading(found.costs()) < least):
                least, winner = cost + leading(found.costs()), led
    return winner if winner is None else winner.model_copy(update={"cost": least})


def leading(costs: dict[str, int]) -> int:
    """Sums what the rules on leaders cost; the unplaced are counted with the seats."""
    return sum(cost for label, cost in costs.items() if label != "unplaced")


def on_leaders(rule: Rule) -> bool:
    """Tells whether a rule looks at who leads."""
    return rule.kind == "facilitation" or getattr(rule, "facilitator", None) is not None


def under(programme: Programme, leads: bool) -> Programme:
    """Keeps only the rules on leaders, or only the others."""
    tables = {name: getattr(programme, name) for name in Programme.model_fields}
    return Programme(**tables | {"rules": tuple(r for r in programme.rules if on_leaders(r) is leads)})


def labelled(programme: Programme) -> bool:
    """Tells whether some rule knows the groups of a theme apart."""
    return any(rule.kind == "stability" or getattr(rule, "group", None) for rule in programme.rules)


def seatings(programme: Programme, prune: bool = True) -> Iterator[Seating]:
    """Gives every seating; pruned, only those of fair sizes and one of several that differ by the names of groups."""
    cells = [(t.id, f"{t.id}-{k + 1}") for t in programme.themes for k in range(programme.group_limits(t)[1])]
    options: list[list[Cell | None]] = [
        [c for c in cells if not prune or c[0] not in v.refuses]
        + ([None] if programme.groups.allow_unplaced or not prune else [])
        for v in programme.volunteers
    ]
    if not prune:
        yield from product(*options)
        return
    yield from _fill(programme, cells, options, [], not labelled(programme))


def _fill(
    programme: Programme, cells: list[Cell], options: list[list[Cell | None]], so_far: list[Cell | None], alike: bool
) -> Iterator[Seating]:
    if len(so_far) == len(options):
        yield tuple(so_far)
        return
    for cell in options[len(so_far)]:
        if cell is not None and not _fits(programme, cells, so_far, cell, alike):
            continue
        yield from _fill(programme, cells, options, [*so_far, cell], alike)


def _fits(programme: Programme, cells: list[Cell], so_far: Sequence[Cell | None], cell: Cell, alike: bool) -> bool:
    if so_far.count(cell) >= programme.size_limits(programme.theme[cell[0]])[1]:
        return False
    earlier = next((c for c in cells if c[0] == cell[0] and c not in so_far), cell)
    return not alike or cell in so_far or cell == earlier


def seated(programme: Programme, seating: Seating) -> Plan:
    """Writes a seating as a plan."""
    members: dict[Cell, list[str]] = {}
    left = []
    for volunteer, cell in zip(programme.volunteers, seating, strict=True):
        if cell is None:
            left.append(Unplaced(volunteer=volunteer.id))
        else:
            members.setdefault(cell, []).append(volunteer.id)
    groups = tuple(Group(id=cell[1], theme=cell[0], members=tuple(names)) for cell, names in members.items())
    return Plan(groups=groups, unplaced=tuple(left))


def with_leaders(staffed: Programme, plan: Plan) -> Iterator[Plan]:
    """Gives a plan with every choice of leaders that its rules could ask for."""
    if not staffed.rules:
        yield plan
        return
    asked = [rule.per_group for rule in staffed.rules if rule.kind == "facilitation"]
    names = [f.id for f in staffed.facilitators]
    numbers = asked[:1] or range(len(names) + 1)
    teams = [team for k in numbers for team in combinations(names, k)]
    for chosen in product(teams, repeat=len(plan.groups)):
        groups = (g.model_copy(update={"facilitators": team}) for g, team in zip(plan.groups, chosen, strict=True))
        yield plan.model_copy(update={"groups": tuple(groups)})
