"""The few pictures of the report, as plain numbers for bars and lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from formats.facts import shown_attributes, value_order
from models import Outcome, Programme

COLOURS = 10
WIDTH, HEIGHT, POINTS = 640, 150, 400


@dataclass(frozen=True)
class Bar:
    """One horizontal bar: its key, its count, its length in per cent of the longest and its share of all."""

    key: str
    count: int
    length: float
    share: float


@dataclass(frozen=True)
class Drawing:
    """Two stepped lines, as points of SVG polylines, and the scales they were drawn to."""

    cost: str
    bound: str
    seconds: float
    top: int
    bottom: int


def choice_bars(counts: dict[str, int]) -> list[Bar]:
    """Gives one bar per rank obtained."""
    longest = max(counts.values(), default=0) or 1
    total = sum(counts.values()) or 1
    return [Bar(key, count, 100 * count / longest, 100 * count / total) for key, count in counts.items()]


def palette(programme: Programme) -> dict[tuple[str, str], str]:
    """Gives each value of each shown attribute its colour class; levels go from light to dark."""
    classes = {}
    for attribute in shown_attributes(programme):
        family = "s" if attribute == "level" and programme.levels else "c"
        for place, value in enumerate(value_order(programme, attribute)):
            classes[attribute, value] = _shade(family, place, len(programme.levels))
    return classes


def trace_drawing(outcome: Outcome) -> Drawing | None:
    """Draws how the cost came down and the bound came up; nothing where there was only one moment."""
    costs = [(s.seconds, s.cost) for s in outcome.trace if s.cost is not None]
    bounds = [(s.seconds, s.bound) for s in outcome.trace if s.bound is not None]
    if len(costs) + len(bounds) < 3 or not costs:
        return None
    end = max(outcome.seconds, costs[-1][0], *(t for t, _ in bounds), 0.001)
    top, bottom = _window([c for _, c in costs], [b for _, b in bounds])
    return Drawing(_line(costs, end, top, bottom), _line(bounds, end, top, bottom), end, top, bottom)


def _shade(family: str, place: int, levels: int) -> str:
    if family == "s":
        return f"s{min(round(place * 5 / max(1, levels - 1)), 5)}"
    return f"c{place % COLOURS}"


def _window(costs: list[int], bounds: list[int]) -> tuple[int, int]:
    """Leaves out first plans so dear that all the rest would be a flat line."""
    low = min([*costs, *bounds])
    high = min(max(costs), 2 * max(1, min(costs)))
    return max(high, low + 1), low


def _line(points: list[tuple[float, int]], end: float, top: int, bottom: int) -> str:
    steps = list(_steps(points, end))
    every = max(1, len(steps) // POINTS)
    kept = [*steps[:-1:every], *steps[-1:]]
    return " ".join(f"{WIDTH * t / end:.1f},{_height(v, top, bottom):.1f}" for t, v in kept)


def _height(value: int, top: int, bottom: int) -> float:
    return HEIGHT * min(1.0, max(0.0, (top - value) / (top - bottom)))


def _steps(points: list[tuple[float, int]], end: float) -> Iterable[tuple[float, int]]:
    before: int | None = None
    for moment, value in points:
        if before is not None:
            yield moment, before
        yield moment, value
        before = value
    if before is not None:
        yield end, before
