"""Rules speak of the columns everybody has in the reader's language, of a user's own columns as they are headed."""

import pytest

from models import Rule
from models.rules import Balance, Mean, NotAlone, Quota, Spread

OURS = (
    Balance(attribute="level", weight=1),
    Mean(attribute="level", weight=1),
    NotAlone(attribute="level", weight=1),
    Quota(attribute="level", values=("N1",), min=1, weight=1),
    Spread(attribute="level", weight=1),
)


@pytest.mark.parametrize("rule", OURS, ids=lambda rule: rule.kind)
def test_a_french_sentence_has_the_french_word(rule: Rule) -> None:
    said = rule.says()
    assert "niveau" in said.fr
    assert "level" not in said.fr
    assert "level" in said.en


@pytest.mark.parametrize("rule", OURS, ids=lambda rule: rule.kind)
def test_a_column_of_the_users_own_is_named_as_it_is(rule: Rule) -> None:
    said = rule.model_copy(update={"attribute": "Langue parlée"}).says()
    assert "Langue parlée" in said.fr
    assert "Langue parlée" in said.en
