"""Tables in Markdown."""

from collections.abc import Iterable, Sequence


def table(names: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Gives a whole table."""
    return "\n".join([head(names), *(line(said(value) for value in row) for row in rows)])


def head(names: Iterable[str]) -> str:
    """Gives the two lines that begin a table."""
    names = list(names)
    return f"{line(names)}\n|{'---|' * len(names)}"


def line(cells: Iterable[str]) -> str:
    """Gives one line."""
    return f"| {' | '.join(cells)} |"


def said(value: object) -> str:
    """Writes a value: seconds and shares to two figures, nothing known as a dash."""
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    return str(value)
