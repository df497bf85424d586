"""What the judge says of a valid plan, and that it says it alone."""

import subprocess
import sys

from models import Group, Plan, Programme, Theme, Unplaced, Volunteer, audit
from models.rules import Size
from tests.judge.learning_week import programme, valid_plan


def test_the_cost_is_the_sum_of_the_rules_costs() -> None:
    found = audit(programme(), valid_plan(0))
    assert found.cost == sum(report.cost for report in found.rules) == sum(found.costs().values())
    assert list(found.costs()) == list(programme().labels)


def test_every_finding_is_said_in_both_languages() -> None:
    nobody = Plan(groups=(Group(id="x", theme="y", members=("z",), facilitators=("w",)),))
    for plan in (valid_plan(0), nobody, Plan(groups=())):
        found = audit(programme(), plan)
        texts = [f.text for f in found.structure] + [f.text for r in found.rules for f in r.findings]
        assert all(text.fr and text.en for text in texts)


def test_who_may_be_left_out_costs_what_the_programme_says() -> None:
    for left in ((), ("p12",), ("p12", "p13")):
        found = audit(programme(allow_unplaced=True), valid_plan(0, left))
        assert found.valid
        assert found.unplaced == len(left)
        assert found.costs().get("unplaced", 0) == 1000 * len(left)


def test_rules_of_one_name_are_reported_apart() -> None:
    twice = Programme(
        volunteers=(Volunteer(id="a"),),
        themes=(Theme(id="T"),),
        groups={"min_size": 1},
        rules=(Size(target=1, weight=1), Size(target=3, weight=1)),
    )
    plan = Plan(groups=(Group(id="T-1", theme="T", members=("a",)),))
    assert audit(twice, plan).costs() == {"size": 0, "size #2": 2}


def test_a_plan_made_by_hand_may_name_its_groups_freely() -> None:
    plan = valid_plan(0)
    free = programme().model_copy(update={"rules": ()})
    renamed = tuple(g.model_copy(update={"id": f"table {k}"}) for k, g in enumerate(plan.groups))
    assert audit(free, plan.model_copy(update={"groups": renamed, "sessions": ()})).valid


def test_nobody_at_all_is_a_valid_plan_where_all_may_be_left_out_and_no_theme_must_open() -> None:
    two = Programme(volunteers=(Volunteer(id="a"), Volunteer(id="b")), themes=(), groups={"allow_unplaced": True})
    plan = Plan(groups=(), unplaced=(Unplaced(volunteer="a"), Unplaced(volunteer="b")))
    assert (audit(two, plan).valid, audit(two, plan).cost) == (True, 2000)


def test_an_audit_survives_json() -> None:
    found = audit(programme(), valid_plan(1))
    assert type(found).model_validate_json(found.model_dump_json()) == found


def test_the_judge_knows_no_engine() -> None:
    engines = ("solver", "numpy", "ortools", "highspy", "numba", "pandas")
    code = f"import sys, models; print([m for m in {engines} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
