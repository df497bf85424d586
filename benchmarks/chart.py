"""Line charts as small SVG files, readable on a light and on a dark page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

WIDTH, HEIGHT = 760, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 150, 44, 48
COLOURS = ("#1f6fb4", "#c2571a", "#3d8a4f", "#7d55a3")
Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Line:
    """One line and its name; `stepped` where a value holds until the next."""

    name: str
    points: Points
    stepped: bool = False


@dataclass(frozen=True)
class Axis:
    """What an axis shows, from where to where, by even steps or by factors of ten."""

    name: str
    low: float
    high: float
    by_factors: bool = False

    def share(self, value: float) -> float:
        """Tells how far along the axis a value lies, from 0 to 1; what is beyond an end lies at it."""
        scale: Callable[[float], float] = log10 if self.by_factors else float
        value = min(max(value, self.low), self.high)
        return (scale(value) - scale(self.low)) / (scale(self.high) - scale(self.low))

    def ticks(self) -> list[float]:
        """Gives round values to mark."""
        if self.by_factors:
            powers = range(floor(log10(self.low)), floor(log10(self.high)) + 1)
            marks = [m * 10.0**p for p in powers for m in (1, 2, 5)]
            if sum(self.low <= m <= self.high for m in marks) > 10:
                marks = marks[::3]
        else:
            step = _round_step((self.high - self.low) / 4)
            marks = [step * k for k in range(int(self.low // step), int(self.high // step) + 1)]
        return [mark for mark in marks if self.low <= mark <= self.high]


def chart(title: str, across: Axis, up: Axis, lines: Sequence[Line]) -> str:
    """Draws lines to two axes; each line is named at its end."""
    drawn = [_ticks_across(across), _ticks_up(up), *_named(lines, across, up)]
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"
 font-family="system-ui, sans-serif" font-size="13" fill="#333">
<title>{escape(title)}</title>
<rect width="{WIDTH}" height="{HEIGHT}" rx="6" fill="#fff"/>
<text x="{LEFT}" y="26" font-size="15" font-weight="600">{escape(title)}</text>
{"".join(drawn)}
</svg>
"""


def _x(axis: Axis, value: float) -> float:
    return LEFT + axis.share(value) * (WIDTH - LEFT - RIGHT)


def _y(axis: Axis, value: float) -> float:
    return HEIGHT - BOTTOM - axis.share(value) * (HEIGHT - TOP - BOTTOM)


def _ticks_across(axis: Axis) -> str:
    base = HEIGHT - BOTTOM
    marks = [
        f'<path d="M{_x(axis, t):.1f} {base}v5" stroke="#888"/>'
        f'<text x="{_x(axis, t):.1f}" y="{base + 19}" text-anchor="middle">{t:,g}</text>\n'
        for t in axis.ticks()
    ]
    middle = LEFT + (WIDTH - LEFT - RIGHT) / 2
    name = f'<text x="{middle:.0f}" y="{HEIGHT - 10}" text-anchor="middle" fill="#666">{escape(axis.name)}</text>\n'
    return f'<path d="M{LEFT} {base}H{WIDTH - RIGHT}" stroke="#888"/>\n{"".join(marks)}{name}'


def _ticks_up(axis: Axis) -> str:
    marks = [
        f'<path d="M{LEFT} {_y(axis, t):.1f}H{WIDTH - RIGHT}" stroke="#e4e4e4"/>'
        f'<text x="{LEFT - 8}" y="{_y(axis, t) + 4:.1f}" text-anchor="end">{t:,g}</text>\n'
        for t in axis.ticks()
    ]
    name = f'<text x="{WIDTH - RIGHT + 8}" y="{TOP - 2}" fill="#666">{escape(axis.name)}</text>\n'
    return "".join(marks) + name


def _named(lines: Sequence[Line], across: Axis, up: Axis) -> list[str]:
    drawn: list[str] = []
    taken: list[float] = []
    for line, colour in zip(lines, COLOURS, strict=False):
        if not line.points:
            continue
        last_x, last_y = line.points[-1]
        # Names of lines that end together are set apart.
        height = _y(up, last_y)
        while any(abs(height - other) < 17 for other in taken):
            height += 17
        taken.append(height)
        drawn.append(
            f'<path d="{_path(line, across, up)}" fill="none" stroke="{colour}" stroke-width="2"'
            f' stroke-linejoin="round"/>\n<text x="{_x(across, last_x) + 8:.1f}" y="{height + 4:.1f}" fill="{colour}"'
            f' font-weight="600">{escape(line.name)}</text>\n'
        )
    return drawn


def _path(line: Line, across: Axis, up: Axis) -> str:
    places = [(f"{_x(across, x):.1f}", f"{_y(up, y):.1f}") for x, y in line.points]
    begin = f"M{places[0][0]} {places[0][1]}"
    return begin + "".join(f"H{x}V{y}" if line.stepped else f"L{x} {y}" for x, y in places[1:])


def _round_step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= rough)
