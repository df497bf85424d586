"""The rules of a programme that lists none."""

from models import Facilitator, Programme, Theme, Volunteer, default_rules

THEMES = (Theme(id="T"),)


def kinds(volunteers: tuple[Volunteer, ...], facilitators: tuple[Facilitator, ...] = ()) -> list[str]:
    roster = Programme(volunteers=volunteers, themes=THEMES, facilitators=facilitators).roster
    return [rule.label() for rule in default_rules(roster, 7)]


def test_columns_nobody_filled_in_ask_for_nothing() -> None:
    assert kinds((Volunteer(id="a"),)) == ["choices", "size"]


def test_each_filled_column_asks_for_its_mix() -> None:
    everything = Volunteer(id="a", level="N1", job="smith", function="HR", unit="U1", manager="boss")
    assert kinds((everything, Volunteer(id="b")), (Facilitator(id="f"),)) == [
        "choices",
        "size",
        "balance level",
        "balance job",
        "balance function",
        "spread unit",
        "not_alone level",
        "apart manager",
        "facilitation",
    ]


def test_nobody_meets_their_manager_or_their_managers_manager_by_default() -> None:
    roster = Programme(volunteers=(Volunteer(id="a", manager="b"),), themes=THEMES).roster
    apart = next(rule for rule in default_rules(roster, 7) if rule.kind == "apart")
    assert (apart.hard, apart.by, apart.steps) == (True, "manager", 2)


def test_the_default_rules_suit_the_programme_they_come_from() -> None:
    plain = Programme(volunteers=(Volunteer(id="a", unit="U1", manager="b"),), themes=THEMES)
    ruled = plain.model_copy(update={"rules": default_rules(plain.roster, plain.groups.target)})
    assert Programme.model_validate_json(ruled.model_dump_json()) == ruled
