"""Nobody is the only one of their kind in a group.

amount = Σ over groups and values of 1 where exactly one member has the value. Without `values`, every value counts;
people without a value are left out. A lone member of a minority is treated as its token (Kanter 1977,
doi:10.1086/226425).
"""

from collections.abc import Iterator
from typing import Literal

from models.record import Id
from models.rule import Finding, Mention, Rule, listed, worded
from models.terms import Terms
from models.text import Text
from models.view import View


class NotAlone(Rule):
    """No group has exactly one person with a value of `attribute`."""

    kind: Literal["not_alone"] = "not_alone"
    attribute: Id
    values: tuple[Id, ...] = ()

    def label(self) -> str:
        """Names the rule by its attribute."""
        return f"not_alone {self.attribute}"

    def says(self) -> Text:
        """Gives the demand in words."""
        fr = f"Personne n'est seul de son « {worded(self.attribute).fr} » dans un groupe"
        en = f"Nobody is the only one of their “{worded(self.attribute).en}” in a group"
        if not self.values:
            return Text(fr=fr, en=en)
        return Text(fr=f"{fr} : {listed(self.values)}", en=f"{en}: {listed(self.values)}")

    def mentions(self) -> Iterator[Mention]:
        """Names the attribute and its values."""
        yield Mention("attribute", "attribute", self.attribute)
        for value in self.values:
            yield Mention("values", "value", value)

    def post(self, terms: Terms) -> None:
        """Prices a count of exactly one, value by value."""
        for value, people in terms.roster.by_value(self.attribute).items():
            if value and (not self.values or value in self.values):
                terms.count([v.id for v in people], lambda _, k: int(k == 1))

    def review(self, view: View) -> Iterator[Finding]:
        """Finds the people who are alone of their kind."""
        for group in view.groups:
            counts = group.counts(self.attribute)
            for member in group.members:
                value = member.value(self.attribute)
                watched = value in self.values if self.values else value != ""
                if watched and counts[value] == 1:
                    text = Text(
                        fr=f"{member.id} : seule personne de {worded(self.attribute).fr} « {value} »",
                        en=f"{member.id}: the only one of {worded(self.attribute).en} “{value}”",
                    )
                    yield Finding(amount=1, text=text, group=group.id, volunteers=(member.id,))
