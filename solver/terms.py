"""What the rules said, as plain arrays: the only thing an engine reads of them.

Every term keeps the index of its rule and its `weight`; weight 0 is a hard term, whose amounts are forbidden. People,
themes, cells (the places a group may run in) and facilitators are numbered.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Term:
    """One thing said by one rule; `weight` 0 means hard."""

    rule: int
    weight: int

    @property
    def hard(self) -> bool:
        """Whether its amounts are forbidden rather than priced."""
        return self.weight == 0


@dataclass(frozen=True)
class PriceTerm(Term):
    """`amount[i, t]`: what placing person i in theme t amounts to."""

    amount: Ints


@dataclass(frozen=True)
class ForbidTerm(Term):
    """`mask[i, t]`: person i must not be in theme t."""

    mask: Bools


@dataclass(frozen=True)
class KeepTerm(Term):
    """Person `people[k]` amounts to 1 when placed elsewhere than in `cells[k]` (−1: that cell is no more)."""

    people: Ints
    cells: Ints


@dataclass(frozen=True)
class ConfineTerm(Term):
    """The person must be placed in one of the cells where `cells` holds."""

    person: int
    cells: Bools


@dataclass(frozen=True)
class CountTerm(Term):
    """`table[n, k]`: the amount of a group of size n with k of `people`; only in groups of themes where `themes`."""

    people: Ints
    table: Ints
    themes: Bools


@dataclass(frozen=True)
class TotalTerm(Term):
    """⌈(|Σ values| − n·slack) / unit⌉ where positive, per group of size n."""

    values: Ints
    slack: int
    unit: int


@dataclass(frozen=True)
class SeparateTerm(Term):
    """The number of `pairs` (rows of two people) that share a group."""

    pairs: Ints


@dataclass(frozen=True)
class GatherTerm(Term):
    """The number of groups `people` are spread over, less one."""

    people: Ints


@dataclass(frozen=True)
class PortfolioTerm(Term):
    """`table[g, k]`: the amount with g open groups of which k are in themes where `themes` holds."""

    themes: Bools
    table: Ints


@dataclass(frozen=True)
class StaffTerm(Term):
    """`per_group` facilitators lead every group.

    `barred` and `kin` are rows (facilitator, person); the facilitators where `novices` holds have no experience.
    """

    per_group: int
    barred: Ints
    kin: Ints
    novices: Bools


@dataclass(frozen=True)
class AppointTerm(Term):
    """The facilitator must lead a group in one of the cells where `cells` holds."""

    facilitator: int
    cells: Bools


AnyTerm = (
    PriceTerm
    | ForbidTerm
    | KeepTerm
    | ConfineTerm
    | CountTerm
    | TotalTerm
    | SeparateTerm
    | GatherTerm
    | PortfolioTerm
    | StaffTerm
    | AppointTerm
)
