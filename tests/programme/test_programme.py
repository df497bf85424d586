"""What a programme refuses, and the limits it works out."""

import pytest
from pydantic import ValidationError

from models import Facilitator, GroupSettings, Programme, SessionSettings, Theme, Volunteer
from models.rules import Apart, Balance, Fix, Quota, Size, Stability, Together

ANN, BOB = Volunteer(id="ann", unit="U1"), Volunteer(id="bob", more={"badge": "x"})
THEME = Theme(id="T", max_groups=2)


def programme(**fields: object) -> Programme:
    return Programme(**{"volunteers": (ANN, BOB), "themes": (THEME,)} | fields)


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"volunteers": (ANN, ANN)}, "ann"),
        ({"themes": (THEME, THEME)}, "T"),
        ({"facilitators": (Facilitator(id="f"), Facilitator(id="f"))}, "f"),
        ({"volunteers": (Volunteer(id="ann", choices=("X",)),)}, "X"),
        ({"volunteers": (Volunteer(id="ann", refuses=("X",)),)}, "X"),
        ({"facilitators": (Facilitator(id="f", themes=("X",)),)}, "X"),
        ({"committee": ({"id": "c", "sponsors": ("X",)},)}, "X"),
        ({"timezone": "Mars/Olympus"}, "Mars/Olympus"),
    ],
)
def test_duplicates_and_strangers_are_refused_by_name(fields: dict[str, object], named: str) -> None:
    with pytest.raises(ValidationError, match=named):
        programme(**fields)


@pytest.mark.parametrize(
    "rule",
    [
        Balance(attribute="shoes", weight=1),
        Quota(attribute="unit", values=("U1",), min=1, per="X", weight=1),
        Apart(pairs=(("ann", "zoe"),), hard=True),
        Together(sets=(("ann", "zoe"),), hard=True),
        Fix(volunteer="zoe", theme="T"),
        Fix(volunteer="ann", theme="X"),
        Fix(facilitator="zoe", theme="T"),
        Fix(volunteer="ann", group="T-3"),
        Fix(volunteer="ann", group="T-0"),
        Fix(volunteer="ann", group="T-01"),
        Fix(volunteer="ann", group="X-1"),
        Fix(volunteer="ann", group="T-²"),
    ],
)
def test_a_rule_that_names_a_stranger_is_refused(rule: object) -> None:
    with pytest.raises(ValidationError, match=r"rule 2: \w+ names the unknown"):
        programme(rules=(Size(target=2, weight=1), rule))


def test_a_rule_may_name_columns_of_its_own_values_that_are_gone_and_people_of_the_past() -> None:
    rules = (
        Balance(attribute="badge", weight=1),
        Quota(attribute="unit", values=("U9",), max=1, weight=1),
        Stability(plan={"gone": "X-9"}, weight=1),
        Fix(volunteer="ann", group="T-2"),
    )
    assert programme(rules=rules).labels == ("balance badge", "quota unit U9", "stability", "fix ann")


def test_unknown_fields_and_both_strengths_are_refused() -> None:
    for rule in (
        {"kind": "size", "target": 7},
        {"kind": "size", "hard": True, "weight": 3},
        {"kind": "sise", "weight": 1},
    ):
        with pytest.raises(ValidationError):
            programme(rules=(rule,))
    for weight in (0, -1, 1001, 2.5, "10", True):
        with pytest.raises(ValidationError):
            programme(rules=({"kind": "size", "weight": weight},))
    with pytest.raises(ValidationError):
        programme(colour="blue")


@pytest.mark.parametrize(
    ("own", "limits"),
    [
        ({}, (5, 9)),
        ({"min_size": 3}, (3, 9)),
        ({"max_size": 12}, (5, 12)),
        ({"min_size": 12}, (12, 12)),
        ({"max_size": 4}, (4, 4)),
        ({"min_size": 2, "max_size": 3}, (2, 3)),
    ],
)
def test_a_themes_own_sizes_come_before_the_programmes(own: dict[str, int], limits: tuple[int, int]) -> None:
    theme = Theme(id="T", **own)
    assert programme(themes=(theme,)).size_limits(theme) == limits


@pytest.mark.parametrize(
    ("own", "chose", "undecided", "limits"),
    [
        ({"min_groups": 1, "max_groups": 3}, 50, 50, (1, 3)),
        ({"max_groups": 0}, 50, 50, (0, 0)),
        ({}, 0, 0, (0, 1)),  # at least one may open
        ({}, 7, 0, (0, 1)),
        ({}, 8, 0, (0, 2)),
        ({}, 14, 0, (0, 2)),
        ({}, 0, 15, (0, 2)),  # two themes: 8 of 15 are this one's share
        ({}, 7, 1, (0, 2)),
        ({"min_groups": 4}, 7, 0, (4, 4)),
    ],
)
def test_a_theme_without_max_groups_may_open_enough_for_all_who_could_come(
    own: dict[str, int], chose: int, undecided: int, limits: tuple[int, int]
) -> None:
    theme, other = Theme(id="T", **own), Theme(id="U")
    people = [Volunteer(id=f"c{k}", choices=("T",)) for k in range(chose)]
    people += [Volunteer(id=f"u{k}") for k in range(undecided)]
    assert programme(volunteers=tuple(people), themes=(theme, other)).group_limits(theme) == limits


def test_limits_out_of_order_are_refused() -> None:
    for theme in ({"min_groups": 2, "max_groups": 1}, {"min_size": 8, "max_size": 6}, {"min_size": 0}):
        with pytest.raises(ValidationError):
            Theme(id="T", **theme)
    for groups in ({"min_size": 8, "max_size": 6}, {"target_size": 10}, {"target_size": 4}, {"unplaced": 0}):
        with pytest.raises(ValidationError):
            GroupSettings(**groups)
    with pytest.raises(ValidationError):
        SessionSettings(min_gap_days=50)


@pytest.mark.parametrize(
    ("sizes", "target"),
    [((5, 9, None), 7), ((8, 9, None), 8), ((2, 4, None), 4), ((5, 9, 6), 6)],
)
def test_the_target_is_what_was_said_or_seven_or_the_nearest(sizes: tuple[int, int, int | None], target: int) -> None:
    low, high, said = sizes
    assert GroupSettings(min_size=low, max_size=high, target_size=said).target == target


def test_a_copy_forgets_what_was_worked_out_before() -> None:
    before = programme(rules=(Size(target=2, weight=1),))
    assert before.labels == ("size",)
    assert len(before.roster.volunteers) == 2
    after = before.model_copy(update={"rules": (), "volunteers": (ANN,)})
    assert after.labels == ()
    assert after.roster.volunteers == (ANN,)
    assert before.labels == ("size",)


def test_ids_are_text_and_stay_as_written() -> None:
    assert Volunteer(id="00123").id == "00123"
    with pytest.raises(ValidationError):
        Volunteer(id=123)


def test_the_line_above_stops_where_nobody_is_known_or_it_comes_back() -> None:
    people = (
        Volunteer(id="a", manager="b"),
        Volunteer(id="b", manager="c"),
        Volunteer(id="c", manager="a"),
        Volunteer(id="d", manager="boss"),
        Volunteer(id="e"),
    )
    line = programme(volunteers=people)
    assert [line.bosses(p, 2) for p in people] == [("b", "c"), ("c", "a"), ("a", "b"), ("boss",), ()]
    assert line.bosses(people[0], 9) == ("b", "c")
