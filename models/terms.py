"""The words in which a rule tells an engine what a placement costs.

A rule knows no engine and an engine knows no rule: between them stand these few words. Every amount is a whole
number, nought or more. What an amount costs (the rule's weight) or whether it is forbidden (a hard rule) is decided
by whoever listens, so a rule says each thing once.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol

from models.roster import Roster

Amount = int


class Terms(Protocol):
    """What a rule may say; people, themes and groups are named by id."""

    @property
    def roster(self) -> Roster:
        """Who and what can be placed."""

    def price(self, volunteer: str, themes: Mapping[str, Amount], otherwise: Amount = 0) -> None:
        """Says what placing a volunteer in each theme amounts to, `otherwise` in the themes not named."""

    def forbid(self, volunteer: str, themes: Iterable[str]) -> None:
        """Forbids themes to a volunteer, whatever the strength of the rule."""

    def keep(self, volunteer: str, group: str) -> None:
        """Amounts to 1 when the volunteer is placed in a group with another id."""

    def confine(self, volunteer: str, theme: str | None, group: str | None) -> None:
        """Demands that a volunteer is placed in some group of a theme, or in one group; one of the two is None."""

    def count(
        self, people: Iterable[str], amount: Callable[[int, int], Amount], themes: Collection[str] | None = None
    ) -> None:
        """Prices, in every open group of some themes (None: all), its size and how many of `people` it has."""

    def total(self, values: Mapping[str, int], slack: int, unit: int) -> None:
        """Amounts, per group, to ⌈(|sum of the members' values| − size·slack) / unit⌉ where positive."""

    def separate(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Amounts to the number of these pairs that share a group."""

    def gather(self, people: Iterable[str]) -> None:
        """Amounts to the number of groups these people are spread over, less one."""

    def portfolio(self, themes: Collection[str], amount: Callable[[int, int], Amount]) -> None:
        """Prices the number of open groups, and how many of them are in these themes."""

    def staff(
        self,
        per_group: int,
        barred: Mapping[str, Collection[str]],
        kin: Mapping[str, Collection[str]],
        novices: Collection[str],
    ) -> None:
        """Demands facilitators for every group.

        `barred` are the volunteers a facilitator must never lead. A group amounts to 1 when one of its facilitators
        leads somebody of their `kin`, and to 1 more when all of its facilitators are `novices`.
        """

    def appoint(self, facilitator: str, theme: str | None, group: str | None) -> None:
        """Demands that a facilitator leads some group of a theme, or one group; one of the two is None."""
