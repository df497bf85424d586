"""A solve while it runs: best plan, bound, gap, seconds; live on a terminal, lines elsewhere, JSON for machines."""

from time import monotonic
from types import TracebackType
from typing import Self

from rich.console import RenderableType
from rich.live import Live
from rich.table import Table

from api.console.voice import Voice
from formats.labels import label
from formats.verdict import number, percent
from models import Step, gap

BETWEEN_LINES = 1.0  # seconds


class Progress:
    """Follows the steps of a solve and shows where it stands."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._began = monotonic()
        self._step = Step(seconds=0)
        self._told = self._step
        live = not voice.for_machines and voice.err.is_terminal
        self._live = Live(get_renderable=self._board, console=voice.err, refresh_per_second=5) if live else None

    def __enter__(self) -> Self:
        if self._live:
            self._live.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._live:
            self._live.stop()
        elif self._told != self._step:
            self._tell()

    def hear(self, step: Step) -> None:
        """Takes a step in: an improvement of the cost or of the bound."""
        cost = self._step.cost if step.cost is None else step.cost
        bound = self._step.bound if step.bound is None else step.bound
        self._step = step.model_copy(update={"cost": cost, "bound": bound})
        if self._voice.for_machines:
            self._voice.write_line({"step": {**self._step.model_dump(), "gap": gap(cost, bound)}})
        elif not self._live and (self._told.cost is None or step.seconds - self._told.seconds >= BETWEEN_LINES):
            self._tell()

    def _tell(self) -> None:
        self._told = self._step
        if not self._voice.for_machines:
            line = "  ".join(f"{name} {value}" for name, value in self._cells(self._step.seconds))
            self._voice.err.print(line, soft_wrap=True)

    def _cells(self, seconds: float) -> list[tuple[str, str]]:
        language, step = self._voice.language, self._step
        reached = gap(step.cost, step.bound)
        return [
            (label("best", language), "-" if step.cost is None else number(step.cost, language)),
            (label("bound", language), "-" if step.bound is None else number(step.bound, language)),
            (label("gap", language), "-" if reached is None else percent(reached, language)),
            (label("seconds", language), f"{seconds:.1f}"),
            (label("source", language), step.source or "-"),
        ]

    def _board(self) -> RenderableType:
        table = Table(box=None, padding=(0, 4, 0, 0), header_style="dim", style="bold")
        cells = self._cells(monotonic() - self._began)
        for name, _ in cells:
            table.add_column(name, min_width=9)
        table.add_row(*(value for _, value in cells))
        return table
