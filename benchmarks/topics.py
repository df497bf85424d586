"""Two real classes of students who ranked topics in self-formed groups, and their teachers' own allocation.

In the tables, a topic has sub-groups: column (s − 1)·topics + t holds how much a group likes sub-group s of topic t,
the higher the better. A topic runs `rmin` to `rmax` times, at most R; each time, each of its B sub-groups is a team of
`nmin` to `nmax` students. Here each (topic, sub-group) is a theme, and a team is a group. Columns beyond B·topics
(class 005 has two) are themes that never run.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.shared_folder import rows
from models import GroupSettings, Outcome, Programme, Theme, Volunteer
from models.rules import Choices, Together


@dataclass(frozen=True)
class Class:
    """One class: who is in which self-formed group, what each group likes, and the course's own rules."""

    members: dict[str, tuple[str, ...]]
    liking: dict[str, tuple[int, ...]]
    rules: dict[str, int]

    @property
    def students(self) -> int:
        """The number of students."""
        return sum(len(people) for people in self.members.values())

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """The themes of each topic: its sub-groups, which run equally often."""
        topics = self.rules["n_topics"]
        return tuple((f"C{t:02d}", f"C{topics + t:02d}") for t in range(1, topics + 1))

    def mean(self, outcome: Outcome) -> float:
        """Gives the mean liking of what the students obtained, from the plan's rows."""
        assert outcome.plan is not None
        place = {m: int(group.theme[1:]) for group in outcome.plan.groups for m in group.members}
        liked = sum(self.liking[g][place[m] - 1] for g, people in self.members.items() for m in people)
        return liked / self.students


def read_class(folder: Path, number: str) -> Class:
    """Reads class `005` or `006`."""
    members: dict[str, tuple[str, ...]] = {}
    for row in rows(folder / f"data{number}-composition.csv"):
        members[row["group_id"]] = (*members.get(row["group_id"], ()), f"S{row['id']}")
    liking = {
        row["group_id"]: tuple(int(v) for name, v in row.items() if name != "group_id")
        for row in rows(folder / f"data{number}-preference.csv")
    }
    lines = (folder / f"mdl02_input{number[1:]}.yml").read_text(encoding="utf-8").splitlines()
    rules = {name: int(value) for name, _, value in (line.partition(":") for line in lines if line.strip())}
    if rules["B"] != 2:
        raise ValueError(f"topics of {rules['B']} sub-groups are not mapped here")
    return Class(members, liking, rules)


def teachers_mean(folder: Path, number: str) -> float:
    """Gives the mean liking in the teachers' allocation, looked up in the students' own rankings."""
    asked = read_class(folder, number)
    places = rows(folder / f"data{number}-allocated.csv")
    likings = [
        (asked.liking[str(int(float(row["group_id"])))][int(float(row["topic.y"])) - 1], int(row["size"]))
        for row in places
    ]
    return sum(liking * size for liking, size in likings) / sum(size for _, size in likings)


def programme(asked: Class, times: dict[str, tuple[int, int]] | None = None) -> Programme:
    """States a class as a programme; `times` narrows how often a theme runs."""
    columns = len(next(iter(asked.liking.values())))
    themes = tuple(_theme(asked, f"C{c:02d}", times or {}) for c in range(1, columns + 1))
    volunteers = tuple(
        Volunteer(id=member, choices=_choices(asked.liking[group]))
        for group, people in asked.members.items()
        for member in people
    )
    sets = tuple(people for people in asked.members.values() if len(people) > 1)
    return Programme(
        title="Ranked topics",
        language="en",
        volunteers=volunteers,
        themes=themes,
        groups=GroupSettings(min_size=asked.rules["nmin"], max_size=asked.rules["nmax"]),
        rules=(
            Choices(costs=tuple(range(columns)), unranked=columns, weight=1),
            Together(sets=sets, hard=True),
        ),
    )


def runs(outcome: Outcome) -> Counter[str]:
    """Counts the groups of each theme."""
    return Counter(group.theme for group in outcome.plan.groups) if outcome.plan else Counter()


def _theme(asked: Class, name: str, times: dict[str, tuple[int, int]]) -> Theme:
    offered = any(name in cell for cell in asked.cells)
    usual = (asked.rules["rmin"], min(asked.rules["rmax"], asked.rules["R"])) if offered else (0, 0)
    low, high = times.get(name, usual)
    return Theme(id=name, min_groups=low, max_groups=high)


def _choices(liking: tuple[int, ...]) -> tuple[str, ...]:
    best_first = sorted(range(len(liking)), key=lambda c: -liking[c])
    return tuple(f"C{c + 1:02d}" for c in best_first)
