"""Words that match facts: what an outcome may not say."""

from itertools import product

import pytest
from pydantic import ValidationError

from models import Audit, Budget, Group, Outcome, Plan, Programme, Step, Theme, Volunteer, audit, gap
from models.rules import Size

PROGRAMME = Programme(
    volunteers=(Volunteer(id="a"), Volunteer(id="b")),
    themes=(Theme(id="T"),),
    groups={"min_size": 2},
    rules=(Size(target=7, weight=2),),
)
PLAN = Plan(groups=(Group(id="T-1", theme="T", members=("a", "b")),))
GOOD = audit(PROGRAMME, PLAN)
BAD = audit(PROGRAMME, Plan(groups=(Group(id="T-1", theme="T", members=("a",)),)))
REASON = ({"code": "COUNT_IMPOSSIBLE", "fr": "non", "en": "no"},)
STATUSES = ("optimal", "feasible", "infeasible", "no_plan", "cancelled")


def test_the_facts_are_what_the_table_takes_them_for() -> None:
    assert (GOOD.valid, GOOD.cost, BAD.valid) == (True, 10, False)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("reasons", [(), REASON], ids=["no reason", "a reason"])
@pytest.mark.parametrize("bound", [None, 9, 10, 11])
def test_a_valid_plan_is_optimal_at_its_bound_else_feasible_or_cancelled(
    status: str, reasons: tuple[object, ...], bound: int | None
) -> None:
    fields = {"status": status, "plan": PLAN, "audit": GOOD, "cost": 10, "bound": bound, "reasons": reasons}
    said = status == "cancelled" or status == "feasible" or (status == "optimal" and bound == 10)
    if bound == 11:
        said = False  # a bound above a cost is a contradiction
    assert allowed(fields) is said


@pytest.mark.parametrize(("status", "reasons"), list(product(STATUSES, [(), REASON])))
def test_without_a_plan_only_no_plan_cancelled_or_infeasible_with_reasons(
    status: str, reasons: tuple[object, ...]
) -> None:
    said = status in ("no_plan", "cancelled") or (status == "infeasible" and bool(reasons))
    assert allowed({"status": status, "reasons": reasons}) is said
    assert not allowed({"status": status, "reasons": reasons, "cost": 10})


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    ("judged", "cost"),
    [(None, 10), (BAD, 10), (GOOD, 9), (GOOD, None)],
    ids=["unjudged", "at fault", "cheaper", "mute"],
)
def test_a_plan_is_never_shown_unless_the_judge_found_it_valid_at_its_cost(
    status: str, judged: Audit | None, cost: int | None
) -> None:
    fields = {"status": status, "plan": PLAN, "audit": judged, "cost": cost, "bound": cost, "reasons": REASON}
    assert not allowed(fields)


def allowed(fields: dict[str, object]) -> bool:
    try:
        Outcome(**fields)
    except ValidationError:
        return False
    return True


def test_an_outcome_survives_json() -> None:
    step = Step(seconds=0.5, cost=10, bound=10, source="mip")
    outcome = Outcome(status="optimal", plan=PLAN, audit=GOOD, cost=10, bound=10, trace=(step,), seconds=1.5, seed=3)
    assert Outcome.model_validate_json(outcome.model_dump_json()) == outcome


@pytest.mark.parametrize(
    ("cost", "bound", "percent"),
    [(100, 98, 2.0), (100, 100, 0.0), (0, 0, 0.0), (3, 0, 100.0), (None, 4, None), (4, None, None)],
)
def test_the_gap_is_a_percentage_of_the_cost(cost: int | None, bound: int | None, percent: float | None) -> None:
    assert gap(cost, bound) == percent
    assert Step(seconds=0, cost=cost, bound=bound).gap == percent


@pytest.mark.parametrize(
    "fields",
    [
        {"seconds": 0},
        {"seconds": -1},
        {"seconds": float("nan")},
        {"seconds": float("inf")},
        {"seconds": 1e9},
        {"gap": -0.1},
        {"gap": 101},
        {"seed": -1},
        {"seed": 2**31},
        {"seed": 1.0},
        {"workers": -1},
        {"workers": 100_000},
        {"speed": "fast"},
    ],
)
def test_a_budget_out_of_limits_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Budget(**fields)


def test_a_budget_at_its_limits_is_fine() -> None:
    Budget(seconds=86_400, gap=100, seed=2**31 - 1, workers=256)
    assert Budget() == Budget(seconds=60, gap=0, seed=0, workers=0)
