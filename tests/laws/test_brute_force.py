"""The engines prove exactly what looking at every plan finds; `python -m benchmarks.brute_force` does thousands."""

from functools import cache

import pytest

from models import Budget, audit
from solver import solve
from tests.laws.enumeration import best, seated, seatings, under
from tests.laws.proof import Proof, bound_by_theme, exact, whole
from tests.laws.tiny import tiny


@cache
def known(seed: int) -> int | str:
    found = best(tiny(seed))
    return "impossible" if found is None or found.cost is None else found.cost


@pytest.mark.parametrize("first", range(0, 120, 10))
def test_the_exact_engine_proves_the_best_of_all_plans(first: int) -> None:
    for seed in range(first, first + 10):
        assert exact(tiny(seed)).value == known(seed), f"tiny({seed})"


@pytest.mark.parametrize("first", range(0, 120, 10))
def test_the_relaxation_never_bounds_above_the_best_of_all_plans(first: int) -> None:
    for seed in range(first, first + 10):
        true = known(seed)
        assert true == "impossible" or bound_by_theme(tiny(seed)) <= true, f"tiny({seed})"


@pytest.mark.parametrize("first", range(1000, 1015, 5))
def test_the_whole_search_proves_the_best_of_all_plans(first: int) -> None:
    for seed in range(first, first + 5):
        assert whole(tiny(seed)).value == known(seed), f"tiny({seed})"


@pytest.mark.parametrize("seed", range(2000, 2016))
def test_a_solve_says_optimal_or_infeasible_as_it_is(seed: int) -> None:
    programme = tiny(seed)
    outcome = solve(programme, Budget(seconds=60))
    value = {"optimal": outcome.cost, "infeasible": "impossible"}.get(outcome.status, outcome.status)
    assert value == known(seed), f"tiny({seed})"
    assert outcome.plan is None or audit(programme, outcome.plan).valid


@pytest.mark.parametrize("seed", [3, 11, 19, 27, 33, 51])
def test_leaving_seatings_out_leaves_out_none_that_is_better(seed: int) -> None:
    programme = under(tiny(seed), leads=False)
    judged = (audit(programme, seated(programme, s)) for s in seatings(programme, prune=False))
    costs = [found.cost for found in judged if found.valid]
    pruned = best(programme)
    assert (pruned.cost if pruned else None) == min(costs, default=None)


def test_a_proof_needs_cost_and_bound_to_meet() -> None:
    assert Proof(cost=3, bound=3).value == 3
    assert Proof(impossible=2).value == "impossible"
    for doubtful in (Proof(), Proof(cost=3, bound=2), Proof(cost=3, bound=3, impossible=1)):
        assert str(doubtful.value).startswith("unproven")
