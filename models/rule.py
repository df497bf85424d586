"""A rule: one demand on a plan, hard or with a weight, stated twice.

`post` tells an engine what a placement costs; `review` tells what the judge finds in a plan. The two share no code:
two witnesses who have not spoken.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.record import Record, Whole
from models.terms import Terms
from models.text import Text
from models.view import View

Weight = Annotated[Whole, Field(ge=1, le=1000)]


class Finding(Record):
    """One thing a review found: how much, where, who; `always_hard` when no weight makes it acceptable."""

    amount: Annotated[Whole, Field(ge=1)]
    text: Text
    code: str = ""
    group: str = ""
    volunteers: tuple[str, ...] = ()
    always_hard: bool = False


@dataclass(frozen=True)
class Mention:
    """Something of the roster that a field of a rule names, so that a stranger can be reported."""

    field: str
    what: Literal["attribute", "theme", "volunteer", "facilitator", "group", "value"]
    name: str


class Rule(Record):
    """One demand on a plan; exactly one of `hard = true` or `weight` (1 to 1000)."""

    kind: str
    hard: bool = False
    weight: Weight | None = None

    @model_validator(mode="after")
    def _has_one_strength(self) -> Self:
        if self.hard == (self.weight is not None):
            raise ValueError("a rule needs exactly one of hard = true and weight = 1..1000")
        return self

    def label(self) -> str:
        """Gives the short name under which the rule's cost is reported."""
        return self.kind

    def says(self) -> Text:
        """Gives the demand in words, with its numbers and without its strength."""
        raise NotImplementedError

    def sentence(self) -> Text:
        """Gives the demand in words, with its numbers and its strength."""
        said = self.says()
        if self.hard:
            return Text(fr=f"{said.fr} (obligatoire)", en=f"{said.en} (mandatory)")
        return Text(fr=f"{said.fr} (poids {self.weight})", en=f"{said.en} (weight {self.weight})")

    def mentions(self) -> Iterator[Mention]:
        """Names what the rule takes from the roster."""
        return iter(())

    def post(self, terms: Terms) -> None:
        """Says what a placement costs under this rule."""
        raise NotImplementedError

    def review(self, view: View) -> Iterator[Finding]:
        """Finds where a plan falls short of this rule."""
        raise NotImplementedError


_FRENCH = {
    "level": "niveau", "job": "métier", "function": "fonction", "unit": "unité", "outcome": "résultat visé",
}  # fmt: skip


def worded(attribute: str) -> Text:
    """Gives the words for an attribute; one that is a column of the user's own stays as it is."""
    return Text(fr=_FRENCH.get(attribute, attribute), en=attribute)


def figure(number: float) -> Text:
    """Writes a number as each language does."""
    return Text(fr=f"{number:g}".replace(".", ","), en=f"{number:g}")


def listed(names: Iterable[str]) -> str:
    """Joins names for a sentence."""
    return ", ".join(names)
