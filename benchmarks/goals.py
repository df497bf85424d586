"""What a solve of a made-up company is to reach on two cores, and whether a run did."""

from dataclasses import dataclass

from benchmarks.results import Row


@dataclass(frozen=True)
class Goal:
    """A first plan `first` seconds after reading; a gap of `gap` % in `seconds`; at most `memory` GiB.

    `limit` is the time a run is given: longer than the goal where a late proof is worth knowing.
    """

    first: float
    gap: float
    seconds: float
    memory: float
    limit: float

    def __str__(self) -> str:
        reached = f"gap ≤ {self.gap:g} %" if self.gap else "proven"
        return f"first plan {self.first:g} s, {reached} in {self.seconds:g} s, {self.memory:g} GiB"


GOALS = {
    60: Goal(first=1, gap=0, seconds=10, memory=0.6, limit=30),
    120: Goal(first=1, gap=0, seconds=10, memory=0.6, limit=30),
    300: Goal(first=1, gap=0, seconds=45, memory=1, limit=90),
    1000: Goal(first=2, gap=1, seconds=120, memory=2, limit=120),
    5000: Goal(first=10, gap=3, seconds=300, memory=4, limit=300),
    20000: Goal(first=60, gap=6, seconds=600, memory=8, limit=600),
}


def limit(people: int) -> float:
    """Gives the time for a run of any size: that of the next size that has a goal."""
    return next((goal.limit for size, goal in GOALS.items() if size >= people), 600)


def missed(row: Row) -> list[str]:
    """Names what a run missed; nothing when all is met or its size has no goal."""
    goal = GOALS.get(row.people)
    if goal is None:
        return []
    checks = {
        f"first plan {_said(row.first)} s": row.first is not None and row.first <= goal.first,
        f"goal gap after {_said(row.to_goal)} s": row.to_goal is not None and row.to_goal <= goal.seconds,
        f"{row.memory:.2f} GiB": row.memory <= goal.memory,
        f"second reckoning {row.second_cost}": row.second_cost == row.cost,
        f"{row.breaches} hard breaches": row.breaches == 0,
    }
    return [what for what, met in checks.items() if not met]


def verdict(row: Row) -> str:
    """Says `met`, or what was missed."""
    if row.people not in GOALS:
        return "no goal"
    return "missed: " + ", ".join(missed(row)) if missed(row) else "met"


def _said(seconds: float | None) -> str:
    return "∞" if seconds is None else f"{seconds:.1f}"
