"""That no kind of rule escapes the laws."""

from typing import get_args

from models import AnyRule
from tests.rules import chance
from tests.rules.laws import RuleLaws


def kinds() -> set[str]:
    union, _ = get_args(AnyRule)
    return {rule.model_fields["kind"].default for rule in get_args(union)}


def test_every_kind_of_rule_can_be_drawn_by_chance() -> None:
    assert set(chance.RULES) == kinds()


def test_every_kind_of_rule_has_its_room_of_tests(request) -> None:
    rooms = {path.stem.removeprefix("test_") for path in request.path.parent.glob("test_*.py")}
    assert kinds() <= rooms


def test_every_kind_of_rule_has_a_class_under_the_laws(request) -> None:
    for kind in kinds():
        text = (request.path.parent / f"test_{kind}.py").read_text()
        assert f"({RuleLaws.__name__}):" in text, kind
        assert f'kind = "{kind}"' in text
