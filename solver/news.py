"""What a search tells while it runs."""

from dataclasses import dataclass

from solver.placement import Placement


@dataclass(frozen=True)
class Found:
    """A placement, what the engine reckons it costs, and which part found it."""

    placed: Placement
    cost: int
    source: str


@dataclass(frozen=True)
class Bounded:
    """No placement costs less than `bound`."""

    bound: int
    source: str


@dataclass(frozen=True)
class Impossible:
    """No placement keeps everything hard; said once by every engine run that came to this."""

    source: str


@dataclass(frozen=True)
class Failed:
    """The search broke off; `trace` says where, with ids and numbers only."""

    trace: str


@dataclass(frozen=True)
class Finished:
    """The search has nothing left to do."""


News = Found | Bounded | Impossible | Failed | Finished
