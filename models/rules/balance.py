"""Every group mirrors the whole: each category has its fair share of the seats.

amount = Σ over groups and categories of the persons outside [⌊N_c·n_g/N⌋, ⌈N_c·n_g/N⌉], where n_g is the size of the
group, N the number of volunteers of the programme and N_c those of the category. Having no value is a category.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from models.record import Id
from models.rule import Finding, Mention, Rule, worded
from models.terms import Terms
from models.text import Text
from models.view import View


class Balance(Rule):
    """Every category of `attribute` has its fair share, rounded down or up, of every group."""

    kind: Literal["balance"] = "balance"
    attribute: Id

    def label(self) -> str:
        """Names the balance by its attribute."""
        return f"balance {self.attribute}"

    def says(self) -> Text:
        """Gives the demand in words."""
        return Text(
            fr=f"Dans chaque groupe, la juste part de chaque « {worded(self.attribute).fr} »",
            en=f"In every group, the fair share of each “{worded(self.attribute).en}”",
        )

    def mentions(self) -> Iterator[Mention]:
        """Names the attribute."""
        yield Mention("attribute", "attribute", self.attribute)

    def post(self, terms: Terms) -> None:
        """Prices, for each category, its number against its share of the group's size."""
        everybody = len(terms.roster.volunteers)
        for people in terms.roster.by_value(self.attribute).values():
            terms.count([v.id for v in people], _outside_share(len(people), everybody))

    def review(self, view: View) -> Iterator[Finding]:
        """Finds the groups where a category is above or below its share."""
        everybody = len(view.roster.volunteers)
        whole = {value: len(people) for value, people in view.roster.by_value(self.attribute).items()}
        for group in view.groups:
            counts = group.counts(self.attribute)
            for value, of_kind in whole.items():
                share = Fraction(of_kind * len(group.members), everybody)
                low, high, found = floor(share), ceil(share), counts[value]
                if not low <= found <= high:
                    expected = str(low) if low == high else f"{low}–{high}"
                    kind = self._category(value)
                    text = Text(
                        fr=f"{kind.fr} : {found} au lieu de {expected}", en=f"{kind.en}: {found} instead of {expected}"
                    )
                    yield Finding(amount=max(low - found, found - high), text=text, group=group.id)

    def _category(self, value: str) -> Text:
        word = worded(self.attribute)
        if not value:
            return Text(fr=f"sans {word.fr}", en=f"no {word.en}")
        return Text(fr=f"{word.fr} « {value} »", en=f"{word.en} “{value}”")


def _outside_share(of_kind: int, everybody: int) -> Callable[[int, int], int]:
    def amount(size: int, k: int) -> int:
        low, rest = divmod(of_kind * size, everybody)
        return max(0, low - k, k - low - (rest > 0))

    return amount
