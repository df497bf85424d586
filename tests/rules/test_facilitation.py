import pytest

from models import Facilitator, Theme, Volunteer
from models.rules import Facilitation
from tests.rules.laws import RuleLaws
from tests.rules.seating import judged

PEOPLE = (
    Volunteer(id="ann", unit="U1", manager="coach"),
    Volunteer(id="bob", unit="U2"),
    Volunteer(id="cid"),
    Volunteer(id="dan"),
    Volunteer(id="eve"),
)
THEMES = (Theme(id="A", max_groups=5), Theme(id="B", max_groups=5))
LEADERS = (
    Facilitator(id="coach", unit="U9", experienced=True, max_groups=2),
    Facilitator(id="expert", unit="U2", experienced=True, themes=("A",), max_groups=1),
    Facilitator(id="novice", max_groups=1),
    Facilitator(id="dan", max_groups=1),
)


class TestFacilitation(RuleLaws):
    kind = "facilitation"


def breaches(seats: str, per_group: int = 1) -> int:
    return judged(Facilitation(per_group=per_group, weight=5), PEOPLE, seats, THEMES, LEADERS).breaches


def cost(seats: str, neutral: bool = True) -> int:
    return judged(Facilitation(neutral=neutral, weight=5), PEOPLE, seats, THEMES, LEADERS).cost


@pytest.mark.parametrize(
    ("seats", "found"),
    [
        ("A-1: bob cid + coach", 0),
        ("A-1: bob cid", 1),
        ("A-1: bob cid + coach novice", 1),
        ("A-1: bob / B-1: cid", 2),
    ],
)
def test_every_group_has_exactly_its_number_whatever_the_weight(seats: str, found: int) -> None:
    assert breaches(seats) == found


def test_two_per_group_are_two_different_people() -> None:
    assert breaches("A-1: bob + coach novice", per_group=2) == 0
    assert breaches("A-1: bob + coach", per_group=2) == 1
    assert breaches("A-1: bob + coach coach", per_group=2) == 1


def test_nobody_leads_more_groups_than_they_can() -> None:
    assert breaches("A-1: bob + coach / A-2: cid + coach") == 0
    assert breaches("A-1: bob + coach / A-2: cid + coach / B-1: eve + coach") == 1
    assert breaches("A-1: bob + novice / A-2: cid + novice / B-1: eve + novice") == 2


def test_a_facilitator_leads_only_their_themes() -> None:
    assert breaches("A-1: bob + expert") == 0
    assert breaches("B-1: bob + expert") == 1


def test_a_manager_never_leads_their_own_people() -> None:
    assert breaches("A-1: ann bob + coach") == 1


def test_a_member_never_leads_their_own_group() -> None:
    assert breaches("A-1: dan bob + dan") == 1
    assert breaches("A-1: dan bob + coach / B-1: cid + dan") == 0


def test_neutral_costs_one_per_group_led_by_somebody_of_a_members_unit() -> None:
    assert cost("A-1: bob cid + expert") == 5
    assert cost("A-1: cid + expert") == 0
    assert cost("A-1: bob cid + expert", neutral=False) == 0


def test_neutral_costs_one_where_nobody_is_experienced() -> None:
    assert cost("A-1: bob + novice") == 5
    assert cost("A-1: bob + coach") == 0


def test_having_no_unit_is_sharing_none() -> None:
    # cid and the novice both have no unit: only the lack of experience counts
    assert cost("A-1: cid + novice") == 5


def test_hard_with_neutral_forbids_kin_and_inexperience() -> None:
    rule = Facilitation(neutral=True, hard=True)
    assert judged(rule, PEOPLE, "A-1: bob + coach", THEMES, LEADERS).breaches == 0
    assert judged(rule, PEOPLE, "A-1: bob + expert / B-1: cid + novice", THEMES, LEADERS).breaches == 2
