import pytest
from pydantic import ValidationError

from models import Rule
from models.rules import Apart
from tests.rules.laws import RuleLaws
from tests.rules.seating import everyone, judged, with_value

# dan → cid → bob → ann; eve and fay share the absent boss zoe
LINE = with_value("manager", "ann: bob:ann cid:bob dan:cid eve:zoe fay:zoe gus:zoe hal:")


class TestApart(RuleLaws):
    kind = "apart"

    def numbers(self, rule: Rule) -> list[str]:
        assert isinstance(rule, Apart)
        if rule.by == "manager":
            return [str(rule.steps)]
        return [] if rule.by else [str(len(rule.pairs))]


def test_named_pairs_count_once_each_when_they_share_a_group() -> None:
    rule = Apart(pairs=(("ann", "bob"), ("bob", "ann"), ("ann", "cid"), ("dan", "eve")), weight=3)
    report = judged(rule, LINE, "A-1: ann bob cid / B-1: dan / B-2: eve")
    assert (report.amount, report.cost) == (2, 6)


def test_pairs_that_share_a_person_are_pairs_of_their_own() -> None:
    rule = Apart(pairs=(("ann", "cid"), ("bob", "cid"), ("cid", "dan")), weight=1)
    assert judged(rule, LINE, "A-1: ann bob cid dan").amount == 3


def test_one_step_parts_a_person_and_their_manager_only() -> None:
    rule = Apart(by="manager", steps=1, hard=True)
    assert judged(rule, LINE, "A-1: ann cid / B-1: bob dan").breaches == 0
    assert judged(rule, LINE, "A-1: ann bob cid").breaches == 2


def test_two_steps_part_the_managers_manager_too() -> None:
    rule = Apart(by="manager", steps=2, hard=True)
    assert judged(rule, LINE, "A-1: ann cid / B-1: bob dan").breaches == 2
    assert judged(rule, LINE, "A-1: ann dan").breaches == 0


def test_a_manager_who_is_no_volunteer_parts_nobody() -> None:
    assert judged(Apart(by="manager", steps=2, hard=True), LINE, "A-1: eve fay gus hal").breaches == 0


def test_the_same_manager_parts_every_pair_of_a_team() -> None:
    rule = Apart(by="same_manager", weight=1)
    report = judged(rule, LINE, "A-1: eve fay gus hal")
    assert report.amount == 3
    assert [finding.volunteers for finding in report.findings] == [("eve", "fay", "gus")]
    assert judged(rule, LINE, "A-1: eve fay / B-1: gus").amount == 1


def test_people_without_a_manager_are_no_team() -> None:
    assert judged(Apart(by="same_manager", hard=True), LINE, "A-1: ann hal").breaches == 0


def test_two_who_manage_each_other_are_one_pair() -> None:
    pair = everyone(ann={"manager": "bob"}, bob={"manager": "ann"})
    assert judged(Apart(by="manager", steps=2, weight=1), pair, "A-1: ann bob").amount == 1


def test_who_manages_themselves_is_not_apart_from_themselves() -> None:
    assert judged(Apart(by="manager", steps=2, hard=True), everyone(ann={"manager": "ann"}), "A-1: ann").breaches == 0


def test_a_rule_is_by_pairs_or_by_line() -> None:
    for fields in (
        {},
        {"pairs": (("a", "b"),), "by": "manager"},
        {"pairs": (("a", "a"),)},
        {"by": "manager", "steps": 3},
    ):
        with pytest.raises(ValidationError):
            Apart(weight=1, **fields)
