"""A starter programme with fictitious people: the same for the same numbers, plausible, feasible, and not too easy.

Some themes are in greater demand than they have places, teams have their managers among the volunteers, and the
transverse functions are few: the plan has to choose.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, TypeVar

from formats.starter_words import (
    BUSINESSES,
    FIRST_NAMES,
    FUNCTIONS,
    HEAD_OFFICE,
    LAST_NAMES,
    LEVEL_SHARES,
    LEVELS,
    ONLINE,
    OUTCOMES,
    SITES,
    THEMES,
    TITLE,
)  # fmt: skip
from models import CommitteeMember, Facilitator, PastSeat, Programme, Room, Slot, Theme, Volunteer
from models.record import Language

Both = tuple[str, str]
Choice = TypeVar("Choice")
TARGET, TEAM = 7, 5
LAUNCH = date(2027, 3, 2)


def starter(volunteers: int, seed: int, language: Language) -> Programme:
    """Makes up a programme, without rules, for so many volunteers (20 or more)."""
    return _Company(volunteers, Random(seed), 0 if language == "fr" else 1).programme(language)


class _Company:
    """A company being made up; everything drawn at random comes from one generator, in one order."""

    def __init__(self, size: int, random: Random, tongue: int) -> None:
        self.size, self.random, self.tongue = size, random, tongue
        self.names = _names(random)
        self.units = self._units()
        self.themes = self._themes()
        self.slots = tuple(_slots())
        self.facilitators = self._facilitators()

    def programme(self, language: Language) -> Programme:
        """Puts the company together."""
        volunteers = self._volunteers()
        return Programme(
            title=TITLE[self.tongue],
            language=language,
            levels=tuple(self._said(level) for level in LEVELS),
            volunteers=volunteers,
            themes=self._with_proposers(volunteers),
            facilitators=self.facilitators,
            slots=self.slots,
            rooms=self._rooms(),
            committee=self._committee(),
            history=self._history(volunteers),
        )

    def _said(self, words: Both) -> str:
        return words[self.tongue]

    def _units(self) -> list[tuple[str, str, int | None]]:
        """Names the units, with their site and their line of business (None: the head office)."""
        count = max(4, min(30, self.size // 13))
        business = [
            (f"{self._said(BUSINESSES[b][0])} {site}", site, b)
            for turn in range(len(SITES))
            for b in range(len(BUSINESSES))
            for site in [SITES[(b + turn + 1) % len(SITES)]]
        ]
        return [(self._said(HEAD_OFFICE), SITES[0], None), *business[: count - 1]]

    def _themes(self) -> tuple[Theme, ...]:
        count = max(3, min(len(THEMES), round(self.size / 12)))
        most, over = divmod(-(-self.size // TARGET), count)
        return tuple(
            Theme(
                id=f"T{k + 1:02d}",
                title=self._said(title),
                outcome=self._said(OUTCOMES[outcome]),
                horizon="quick_win" if horizon == "quick_win" else "long_term",
                priority=5 if k == 4 else self.random.choice((2, 3, 3, 4)),
                min_groups=1 if k == 4 else 0,
                max_groups=most + (k < over),
            )
            for k, (title, outcome, horizon) in enumerate(THEMES[:count])
        )

    def _facilitators(self) -> tuple[Facilitator, ...]:
        """Trains enough animators for groups of the target size, and a few more."""
        count = max(4, round(0.7 * self.size / TARGET))
        work = [slot.id for slot in self.slots if slot.kind == "work"]
        return tuple(
            Facilitator(
                id=f"F{k + 1:02d}",
                name=next(self.names),
                unit=self.random.choice(self.units)[0],
                themes=self._drawn([t.id for t in self.themes], 3) if k >= 3 and self.random.random() < 0.15 else (),
                away=self._drawn(work, 3) if self.random.random() < 0.4 else (),
                experienced=self.random.random() < 0.85,
            )
            for k in range(count)
        )

    def _volunteers(self) -> tuple[Volunteer, ...]:
        people = [self._person(k) for k in range(self.size)]
        for k, manager in enumerate(self._managers(people)):
            people[k]["manager"] = manager
        return tuple(Volunteer(**person) for person in people)

    def _person(self, k: int) -> dict[str, Any]:
        unit, site, business = self.random.choice(self.units)
        if business is None or self.random.random() < 0.08:
            function, job = self.random.choice(FUNCTIONS)
            function_said = self._said(function)
        else:
            function_said, job = "", self.random.choice(BUSINESSES[business][1])
        level = self.random.choices(LEVELS, LEVEL_SHARES)[0]
        if function_said and level == LEVELS[0]:
            level = LEVELS[1]
        name = next(self.names)
        choices = self._choices()
        return {
            "id": f"V{k + 1:0{max(3, len(str(self.size)))}d}",
            "name": name,
            "email": "",
            "level": self._said(level),
            "job": self._said(job),
            "function": function_said,
            "unit": unit,
            "site": site,
            "choices": choices,
            "refuses": self._refusals(choices),
            "away": self._drawn([s.id for s in self.slots], self.random.randint(1, 4)) if k % 3 == 0 else (),
        }

    def _choices(self) -> tuple[str, ...]:
        """Draws three or four themes, the first of the list most often; one person in twenty has no preference."""
        if self.random.random() < 0.05:
            return ()
        left = [theme.id for theme in self.themes]
        chosen: list[str] = []
        for _ in range(min(self.random.choice((3, 3, 4)), len(left))):
            weights = [1 / (self._place(theme) + 1) ** 0.7 for theme in left]
            chosen.append(self.random.choices(left, weights)[0])
            left.remove(chosen[-1])
        return tuple(chosen)

    def _refusals(self, choices: Sequence[str]) -> tuple[str, ...]:
        left = [theme.id for theme in self.themes if theme.id not in choices]
        return self._drawn(left, 1) if left and self.random.random() < 0.08 else ()

    def _place(self, theme: str) -> int:
        return int(theme[1:]) - 1

    def _managers(self, people: Sequence[dict[str, Any]]) -> Iterator[str]:
        """Gives each person a manager of their unit: a volunteer one or two levels above, else somebody outside."""
        ladder = [self._said(level) for level in LEVELS]
        teams: Counter[str] = Counter()
        above: dict[tuple[str, int], list[str]] = {}
        for person in people:
            above.setdefault((person["unit"], ladder.index(person["level"])), []).append(person["id"])
        for person in people:
            step = ladder.index(person["level"])
            near = [b for up in (1, 2) for b in above.get((person["unit"], step + up), ()) if teams[b] < TEAM]
            manager = self.random.choice(near) if near and self.random.random() < 0.7 else self._outsider(person)
            teams[manager] += 1
            yield manager

    def _outsider(self, person: dict[str, Any]) -> str:
        kin = [f.id for f in self.facilitators if f.unit == person["unit"]]
        if kin and self.random.random() < 0.1:
            return self.random.choice(kin)
        place = next(k for k, unit in enumerate(self.units) if unit[0] == person["unit"])
        return f"R{place + 1:02d}{self.random.choice('ABC')}"

    def _with_proposers(self, volunteers: Sequence[Volunteer]) -> tuple[Theme, ...]:
        by = {self.themes[k].id: self.random.choice(volunteers).id for k in (1, len(self.themes) - 1)}
        return tuple(theme.model_copy(update={"proposed_by": by.get(theme.id, "")}) for theme in self.themes)

    def _rooms(self) -> tuple[Room, ...]:
        rooms = [Room(id=f"{site}-{k}", capacity=10 + 2 * k, site=site) for site in SITES for k in (1, 2)]
        return (*rooms, Room(id=ONLINE[self.tongue], capacity=1000))

    def _committee(self) -> tuple[CommitteeMember, ...]:
        reviews = [slot.id for slot in self.slots if slot.kind == "review"]
        shares = [tuple(theme.id for theme in self.themes[k::5]) for k in range(5)]
        return tuple(
            CommitteeMember(id=f"C{k + 1}", name=next(self.names), sponsors=share, away=self._drawn(reviews, k % 2))
            for k, share in enumerate(shares)
        )

    def _history(self, volunteers: Sequence[Volunteer]) -> tuple[PastSeat, ...]:
        veterans = sorted(self.random.sample(list(volunteers), len(volunteers) // 5), key=lambda v: v.id)
        groups = max(1, len(veterans) // TARGET)
        return tuple(
            PastSeat(cycle="2025", group=f"A{self.random.randint(1, groups)}", volunteer=v.id) for v in veterans
        )

    def _drawn(self, ids: Sequence[str], count: int) -> tuple[str, ...]:
        return tuple(sorted(self.random.sample(list(ids), min(count, len(ids)))))


def _names(random: Random) -> Iterator[str]:
    """Gives names, all different as long as there are; then the same again with a second family name."""
    both = [f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES]
    random.shuffle(both)
    yield from both
    for last in LAST_NAMES:
        yield from (f"{name}-{last}" for name in both)


def _slots() -> Iterator[Slot]:
    """Gives a launch day, two mornings or afternoons a week to work, and a committee review every fourth Friday."""
    yield _slot("L1", LAUNCH, "09:00", "17:00", "launch")
    for week in range(4, 33):
        tuesday = LAUNCH + timedelta(weeks=week)
        yield _slot(f"S{week:02d}A", tuesday, "09:30", "12:00", "work")
        yield _slot(f"S{week:02d}B", tuesday + timedelta(days=2), "14:00", "16:30", "work")
        if week % 4 == 0:
            yield _slot(f"R{week // 4}", tuesday + timedelta(days=3), "14:00", "17:00", "review")


def _slot(name: str, day: date, start: str, end: str, kind: Any) -> Slot:
    hours = [datetime.combine(day, time.fromisoformat(hour)) for hour in (start, end)]
    return Slot(id=name, start=hours[0], end=hours[1], kind=kind)
