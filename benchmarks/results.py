"""The results kept: one row a run, instance × seed × version, in CSV files that only grow."""

import csv
import os
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from types import UnionType
from typing import Any, Self, get_args

from models import gap

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "benchmarks" / "results"
# Cores that others may use beside a run whose seconds are taken for its own.
QUIET = 0.15
SOURCES = ("models", "solver", "formats", "api")


@dataclass(frozen=True)
class Circumstances:
    """When and on what a run was made; `others` are the cores that other processes kept busy meanwhile."""

    date: str
    version: str
    cores: int
    others: float

    @property
    def disturbed(self) -> bool:
        """Whether so much else was going on that the seconds are too many."""
        return self.others > QUIET


@dataclass(frozen=True)
class Row(Circumstances):
    """One run. Seconds count from the command, those of `first` from the programme read; empty means not reached.

    `second_cost` and `breaches` are those of a judge that is not the solver: the yardstick, or the audit where the
    instance is not one of the yardstick's own.
    """

    instance: str
    people: int
    seed: int
    limit: float
    stop_gap: float
    status: str
    reading: float
    first: float | None
    to_5: float | None
    to_1: float | None
    to_proof: float | None
    to_goal: float | None
    seconds: float
    cost: int | None
    bound: int | None
    gap: float | None
    memory: float
    second_cost: int | None
    breaches: int | None

    @classmethod
    def read(cls, said: dict[str, str]) -> Self:
        """Reads a row of a CSV file."""
        return cls(**{field.name: _value(said[field.name], field.type) for field in fields(cls)})


@dataclass(frozen=True)
class Baseline(Circumstances):
    """What one method reached on one company in `limit` seconds, scored by the yardstick; it took `seconds`."""

    people: int
    seed: int
    method: str
    limit: float
    seconds: float
    cost: int | None
    bound: int | None
    breaches: int | None

    @property
    def gap(self) -> float | None:
        """The gap to its own bound, in per cent."""
        return gap(self.cost, self.bound)

    @classmethod
    def read(cls, said: dict[str, str]) -> Self:
        """Reads a row of a CSV file."""
        return cls(**{field.name: _value(said[field.name], field.type) for field in fields(cls)})


def circumstances() -> dict[str, Any]:
    """Gives the fields of `Circumstances` that are known before a run."""
    return {"date": f"{datetime.now(UTC):%Y-%m-%d %H:%M}", "version": version(), "cores": cores()}


def cores() -> int:
    """Gives how many processors there are for us."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def version() -> str:
    """Gives the commit of the code that is measured, with a + where it was changed since."""
    commit = _git("rev-parse", "--short", "HEAD")
    return commit + ("+" if _git("status", "--porcelain", "--", *SOURCES) else "")


def append(name: str, row: Row | Baseline) -> None:
    """Adds a row to results/NAME.csv."""
    path = FOLDER / f"{name}.csv"
    path.parent.mkdir(exist_ok=True)
    new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(row)], lineterminator="\n")
        if new:
            writer.writeheader()
        writer.writerow({name: _text(value) for name, value in asdict(row).items()})


def runs() -> list[Row]:
    """Reads all runs kept, oldest first."""
    return [Row.read(said) for said in _said("runs")]


def baselines() -> list[Baseline]:
    """Reads all baselines kept, oldest first."""
    return [Baseline.read(said) for said in _said("baselines")]


def _said(name: str) -> Iterable[dict[str, str]]:
    path = FOLDER / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _value(text: str, kind: Any) -> Any:
    if isinstance(kind, UnionType):
        return _value(text, get_args(kind)[0]) if text else None
    return kind(text)


def _text(value: object) -> str:
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def _git(*words: str) -> str:
    said = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return said.stdout.strip() if said.returncode == 0 else ""
