"""People who share a unit (or a site, a job…) are spread over the groups.

amount = Σ over groups and values of the persons above `max_same` who have the same value; people without a value are
left out.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from models.record import Id, Whole
from models.rule import Finding, Mention, Rule, worded
from models.terms import Terms
from models.text import Text
from models.view import View


class Spread(Rule):
    """No group has more than `max_same` people with the same value of `attribute`."""

    kind: Literal["spread"] = "spread"
    attribute: Id
    max_same: Annotated[Whole, Field(ge=1, le=1000)] = 2

    def label(self) -> str:
        """Names the spread by its attribute."""
        return f"spread {self.attribute}"

    def says(self) -> Text:
        """Gives the limit in words."""
        return Text(
            fr=f"Au plus {self.max_same} personnes de même « {worded(self.attribute).fr} » par groupe",
            en=f"At most {self.max_same} people of the same “{worded(self.attribute).en}” in a group",
        )

    def mentions(self) -> Iterator[Mention]:
        """Names the attribute."""
        yield Mention("attribute", "attribute", self.attribute)

    def post(self, terms: Terms) -> None:
        """Prices the people above the limit, value by value."""
        for value, people in terms.roster.by_value(self.attribute).items():
            if value:
                terms.count([v.id for v in people], lambda _, k: max(0, k - self.max_same))

    def review(self, view: View) -> Iterator[Finding]:
        """Finds the values with too many people in one group."""
        for group in view.groups:
            for value, found in sorted(group.counts(self.attribute).items()):
                if value and found > self.max_same:
                    text = Text(
                        fr=f"{worded(self.attribute).fr} « {value} » : {found} personnes, {self.max_same} au plus",
                        en=f"{worded(self.attribute).en} “{value}”: {found} people, at most {self.max_same}",
                    )
                    yield Finding(amount=found - self.max_same, text=text, group=group.id)
