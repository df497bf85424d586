"""Tiny programmes whose best plan was once missed or wrongly proven; each can be checked by hand."""

from models import Facilitator, GroupSettings, Programme, Rule, Theme, Volunteer
from models.rules import Apart, Facilitation, Fix, Mean, Portfolio, Stability
from tests.laws.proof import bound_by_theme, exact, whole


def programme(people: str, *rules: Rule, facilitators: tuple[Facilitator, ...] = (), size: int = 2) -> Programme:
    return Programme(
        volunteers=tuple(Volunteer(id=name) for name in people),
        themes=(Theme(id="T", max_groups=2),),
        facilitators=facilitators,
        groups=GroupSettings(min_size=size, max_size=size),
        rules=rules,
    )


def test_two_people_who_avoid_a_third_may_fill_a_group() -> None:
    avoid = Apart(pairs=(("a", "b"), ("a", "c")), weight=1)
    assert exact(programme("abcd", avoid)).value == 0


def test_a_lock_on_a_leader_holds_where_no_rule_asks_for_leaders() -> None:
    coach = (Facilitator(id="coach"),)
    lock = Fix(facilitator="coach", group="T-2")
    assert exact(programme("abcd", lock, facilitators=coach)).value == 0


def test_a_lock_on_a_leader_opens_its_group() -> None:
    coach = (Facilitator(id="coach"),)
    rules = (Fix(facilitator="coach", group="T-2"), Stability(plan=dict.fromkeys("ab", "T-1"), weight=3))
    assert exact(programme("ab", *rules, facilitators=coach)).value == 6


def test_nobody_leads_a_group_that_is_not_open() -> None:
    locked = Programme(
        volunteers=(Volunteer(id="a"), Volunteer(id="b")),
        themes=(Theme(id="T", max_groups=1), Theme(id="U", max_groups=2)),
        facilitators=(Facilitator(id="coach", max_groups=2),),
        groups=GroupSettings(min_size=2, max_size=3),
        rules=(Facilitation(per_group=1, weight=1), Fix(facilitator="coach", theme="U")),
    )
    proof = whole(locked)
    assert proof.value == 0
    assert proof.plan is not None
    assert [group.theme for group in proof.plan.groups] == ["U"]


def test_two_rules_on_leaders_both_count() -> None:
    twice = Programme(
        volunteers=(Volunteer(id="a"), Volunteer(id="b")),
        themes=(Theme(id="T", max_groups=1),),
        facilitators=(Facilitator(id="coach"),),
        groups=GroupSettings(min_size=2, max_size=2),
        rules=(Facilitation(neutral=True, weight=7), Facilitation(neutral=True, weight=2)),
    )
    assert exact(twice).value == whole(twice).value == 7 + 2


def test_a_mean_just_beyond_its_tolerance_is_proven() -> None:
    people = (Volunteer(id="a", more={"years": "1"}), Volunteer(id="b", more={"years": "1.667"}))
    alone = Programme(
        volunteers=people,
        themes=(Theme(id="T", max_groups=2),),
        groups=GroupSettings(min_size=1, max_size=1),
        rules=(Mean(attribute="years", tolerance=0.333, weight=3),),
    )
    # the mean is 1.3335 and each is 0.3335 away
    assert exact(alone).value == 6


def test_the_relaxation_knows_that_a_theme_may_open_several_groups() -> None:
    two_wins = Portfolio(value="quick_win", min_groups=2, weight=997)
    alone = Programme(
        volunteers=(Volunteer(id="a"), Volunteer(id="b")),
        themes=(Theme(id="T", max_groups=2, horizon="quick_win"),),
        groups=GroupSettings(min_size=1, max_size=2),
        rules=(two_wins,),
    )
    assert exact(alone).value == 0
    assert bound_by_theme(alone) == 0
