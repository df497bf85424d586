"""The tables and the picture of growth on the page of performance, made from the rows kept."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from statistics import median

from benchmarks.chart import Axis, Line, chart
from benchmarks.goals import GOALS, missed, verdict
from benchmarks.results import Baseline, Row
from benchmarks.table import table

PLAIN = "plain"
Figure = Callable[[Row], float | None]


def newest(rows: Iterable[Row]) -> list[Row]:
    """Keeps the last run of each instance, size and seed, in that order."""
    last = {(row.instance, row.people, row.seed): row for row in rows}
    return sorted(last.values(), key=lambda row: (row.people, row.instance != PLAIN, row.instance, row.seed))


def by_version(rows: list[Row]) -> str:
    """Sums up each version and size: the worst over seeds, and how many runs met the goal."""
    names = ("version", "date", "people", "runs", "first plan", "to 1 %", "proof", "gap %", "GiB", "goal met")
    plain = [row for row in rows if row.instance == PLAIN and row.people in GOALS]
    versions = list(dict.fromkeys(row.version for row in reversed(plain)))
    ordered = sorted(plain, key=lambda row: (versions.index(row.version), row.people))
    groups = groupby(ordered, key=lambda row: (row.version, row.people))
    return table(names, (_summed(version, people, newest(seeds)) for (version, people), seeds in groups))


def _summed(version: str, people: int, rows: list[Row]) -> Iterator[object]:
    yield from (version, max(row.date for row in rows)[:10] + _busy(rows), people, len(rows))
    yield from (_worst(rows, lambda r: r.first), _worst(rows, lambda r: r.to_1), _worst(rows, lambda r: r.to_proof))
    yield from (_worst(rows, lambda r: r.gap), max(row.memory for row in rows))
    yield f"{sum(not missed(row) for row in rows)} of {len(rows)}"


def _worst(rows: list[Row], what: Figure) -> float | None:
    """Gives the largest, nothing when one of them is nothing."""
    values = [what(row) for row in rows]
    return None if None in values else max(value for value in values if value is not None)


def _busy(rows: Iterable[Row | Baseline]) -> str:
    return "\\*" if any(row.disturbed for row in rows) else ""


def each_run(rows: list[Row]) -> str:
    """Lists the newest run of each company that has a goal."""
    names = ("people", "seed", "status", "first plan", "to 5 %", "to 1 %", "proof", "cost", "bound", "gap %", "GiB")
    shown = (row for row in newest(rows) if row.instance == PLAIN and row.people in GOALS)
    return table(
        (*names, "second cost", "hard", "version", "goal"),
        (
            (
                *(r.people, r.seed, r.status, r.first, r.to_5, r.to_1, r.to_proof, r.cost, r.bound, r.gap, r.memory),
                *(r.second_cost, r.breaches, r.version + _busy([r]), verdict(r)),
            )
            for r in shown
        ),
    )


def harder(rows: list[Row]) -> str:
    """Sums up the newest runs of the variants beside the plain companies of the same sizes and seeds."""
    names = ("people", "variant", "runs", "first plan", "to 5 %", "to 1 %", "proof", "gap %, median", "worst", "GiB")
    known = newest(rows)
    wanted = {(row.people, row.seed) for row in known if row.instance != PLAIN}
    shown = [row for row in known if (row.people, row.seed) in wanted]
    groups = groupby(shown, key=lambda row: (row.people, row.instance))
    return table((*names, "hard", "version"), (_varied(people, name, list(r)) for (people, name), r in groups))


def _varied(people: int, name: str, rows: list[Row]) -> Iterator[object]:
    yield from (people, name, len(rows), _worst(rows, lambda r: r.first), _worst(rows, lambda r: r.to_5))
    yield from (_worst(rows, lambda r: r.to_1), _worst(rows, lambda r: r.to_proof))
    gaps = [row.gap for row in rows if row.gap is not None]
    yield from (median(gaps) if gaps else None, _worst(rows, lambda r: r.gap), max(row.memory for row in rows))
    yield sum(row.breaches or 0 for row in rows)
    yield ", ".join(sorted({row.version for row in rows})) + _busy(rows)


def growing(rows: list[Row]) -> list[Row]:
    """Gives the newest plain run with seed 0 of each size from 100 people."""
    return [r for r in newest(rows) if r.instance == PLAIN and r.seed == 0 and r.people >= 100]


def growth(rows: list[Row]) -> str:
    """Shows how time and memory grow."""
    names = ("people", "reading", "first plan", "to 5 %", "to 1 %", "proof", "gap % at the end", "seconds", "GiB")
    return table(
        (*names, "version"),
        (
            (
                *(r.people, r.reading, r.first, r.to_5, r.to_1, r.to_proof, r.gap, r.seconds, r.memory),
                r.version + _busy([r]),
            )
            for r in growing(rows)
        ),
    )


def growth_picture(rows: list[Row]) -> str:
    """Draws seconds over people, both by factors."""
    known = growing(rows)
    wanted: dict[str, Figure] = {
        "first plan": lambda r: r.first,
        "gap ≤ 5 %": lambda r: r.to_5,
        "gap ≤ 1 %": lambda r: r.to_1,
        "proof": lambda r: r.to_proof,
    }
    lines = [
        Line(name, [(row.people, seconds) for row in known if (seconds := what(row))]) for name, what in wanted.items()
    ]
    across = Axis("people", 90, 22_000, by_factors=True)
    return chart("From 100 to 20,000 people: seconds until…", across, Axis("seconds", 0.1, 1000, True), lines)


def other_ways(rows: list[Baseline]) -> str:
    """Shows the newest run of each method, side by side."""
    last = {(row.people, row.seed, row.method): row for row in rows}
    methods = list(dict.fromkeys(row.method for row in rows))
    companies = sorted({(row.people, row.seed, row.limit) for row in last.values()})
    return table(
        ("people", "seed", "seconds", *methods),
        (
            (
                people,
                seed,
                f"{seconds:g}{_busy(rows)}",
                *(_reached(last.get((people, seed, method))) for method in methods),
            )
            for people, seed, seconds in companies
        ),
    )


def _reached(row: Baseline | None) -> str:
    if row is None:
        return "–"
    words = ["no plan" if row.cost is None else f"{row.cost:,}"]
    if row.cost is not None and row.cost == row.bound:
        words.append(f"(proven, {row.seconds:.0f} s)")
    elif row.bound:
        words.append(f"(bound {row.bound:,})")
    if row.breaches:
        words.append(f"with {row.breaches} hard breaches")
    return " ".join(words)
