"""A programme's settings for groups and for sessions; the defaults are what practitioners do."""

from typing import Annotated, Self
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, model_validator

from models.record import Line, Record, Whole
from models.roster import Size

Days = Annotated[Whole, Field(ge=0, le=3660)]
Times = Annotated[Whole, Field(ge=0, le=1000)]


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f"unknown time zone {name}")
    return name


TimeZone = Annotated[Line, AfterValidator(_known_zone)]


class GroupSettings(Record):
    """How large groups are, and what leaving somebody out costs where it is allowed.

    5 / 7 / 9 members: action learning sets and co-development groups have 5 to 8, assembly tables 6 to 10.
    """

    min_size: Size = 5
    max_size: Size = 9
    target_size: Size | None = None
    allow_unplaced: bool = False
    unplaced: Annotated[Whole, Field(ge=1, le=100_000)] = 1000

    @model_validator(mode="after")
    def _sizes_are_in_order(self) -> Self:
        if self.min_size > self.max_size:
            raise ValueError(f"min_size {self.min_size} is above max_size {self.max_size}")
        if self.target_size is not None and not self.min_size <= self.target_size <= self.max_size:
            raise ValueError(f"target_size {self.target_size} is outside {self.min_size}..{self.max_size}")
        return self

    @property
    def target(self) -> int:
        """The size to aim at: `target_size`, else 7 or the limit nearest to it."""
        return self.target_size or min(max(7, self.min_size), self.max_size)


class SessionSettings(Record):
    """How many working sessions a group has, how far apart, and when the committee reviews them (0: after launch)."""

    work: Times = 6
    min_gap_days: Days = 21
    max_gap_days: Days = 42
    reviews_after: tuple[Times, ...] = (0, 2, 4, 6)
    groups_per_review: Annotated[Whole, Field(ge=1, le=100)] = 6
    committee_quorum: Annotated[Whole, Field(ge=1, le=100)] = 2
    launch_in_rooms: bool = False

    @model_validator(mode="after")
    def _gaps_are_in_order(self) -> Self:
        if self.min_gap_days > self.max_gap_days:
            raise ValueError(f"min_gap_days {self.min_gap_days} is above max_gap_days {self.max_gap_days}")
        return self
