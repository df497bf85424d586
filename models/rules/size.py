"""Groups come close to one size.

amount = Σ over groups of |n_g − target|. The programme's and the themes' minimum and maximum are always hard, with or
without this rule.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from models.record import Whole
from models.rule import Finding, Rule
from models.terms import Terms
from models.text import Text
from models.view import View


class Size(Rule):
    """Every group has about `target` members."""

    kind: Literal["size"] = "size"
    target: Annotated[Whole, Field(ge=1, le=1000)] = 7

    def says(self) -> Text:
        """Gives the target in words."""
        return Text(fr=f"Des groupes de {self.target} membres", en=f"Groups of {self.target} members")

    def post(self, terms: Terms) -> None:
        """Prices the size of each group."""
        terms.count((), lambda size, _: abs(size - self.target))

    def review(self, view: View) -> Iterator[Finding]:
        """Finds the groups that are smaller or larger than the target."""
        for group in view.groups:
            n = len(group.members)
            if n != self.target:
                text = Text(fr=f"{n} membres au lieu de {self.target}", en=f"{n} members instead of {self.target}")
                yield Finding(amount=max(n, self.target) - min(n, self.target), text=text, group=group.id)
