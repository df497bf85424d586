"""Solves made-up companies by the command line, one whole process each, and holds every run to its goal.

Run `python -m benchmarks.measure [--sizes 60,120] [--seeds 0-4] [--variants plain,quotas] [--stop-gap 1] [--limit 60]`.
Prints a row a run as soon as it is known and keeps it in benchmarks/results/runs.csv.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from benchmarks.goals import GOALS, limit, verdict
from benchmarks.others import Others
from benchmarks.results import Row, append, circumstances
from benchmarks.table import head, line, said
from benchmarks.timed_solve import Timed, reading_seconds, timed_solve
from benchmarks.variants import VARIANTS, harder
from benchmarks.yardstick import Company, company
from formats import read_plan, read_programme
from models import audit

GIB = 2**30
PLAIN = "plain"
COLUMNS: dict[str, Callable[[Row], object]] = {
    "instance": lambda row: row.instance,
    "people": lambda row: row.people,
    "seed": lambda row: row.seed,
    "status": lambda row: row.status,
    "reading": lambda row: row.reading,
    "first plan": lambda row: row.first,
    "to 5 %": lambda row: row.to_5,
    "to 1 %": lambda row: row.to_1,
    "proof": lambda row: row.to_proof,
    "cost": lambda row: row.cost,
    "bound": lambda row: row.bound,
    "gap %": lambda row: row.gap,
    "GiB": lambda row: row.memory,
    "second cost": lambda row: row.second_cost,
    "hard": lambda row: row.breaches,
    "goal": verdict,
}

One = TypeVar("One")


def measure(asked: Company, variant: str, seconds: float, stop_gap: float) -> Row:
    """Solves one company, as it is or made harder, and has the plan reckoned a second time."""
    now = circumstances()
    with TemporaryDirectory() as folder:
        programme, plan = _written(asked, variant, Path(folder)), Path(folder, "plan")
        reading = reading_seconds(programme)
        options = ("--time-limit", str(seconds), "--gap", str(stop_gap))
        others = Others()
        run = timed_solve(programme, plan, *options)
        busy = others.cores()
        second = _second(asked, variant, programme, plan) if run.told["cost"] is not None else (None, None)
    return Row(
        **now,
        others=busy,
        instance=variant,
        people=asked.people,
        seed=asked.seed,
        limit=seconds,
        stop_gap=stop_gap,
        reading=reading,
        **_reached(run, reading, asked.people),
        second_cost=second[0],
        breaches=second[1],
    )


def _written(asked: Company, variant: str, folder: Path) -> Path:
    if variant == PLAIN:
        return asked.write(folder / "programme")
    path = folder / "programme.json"
    path.write_text(harder(variant, asked.programme(folder / "plain"), asked.seed).model_dump_json(), encoding="utf-8")
    return path


def _second(asked: Company, variant: str, programme: Path, plan: Path) -> tuple[int, int]:
    """Has a plan reckoned by the yardstick, or by the audit where the yardstick does not know what is asked."""
    if variant == PLAIN:
        return asked.score(plan)
    judged = audit(known := read_programme(programme), read_plan(plan, known))
    return judged.cost, judged.breaches


def _reached(run: Timed, reading: float, people: int) -> dict[str, Any]:
    goal = GOALS.get(people)
    return {
        "status": run.told["status"],
        "first": None if run.first is None else max(0.0, run.first - reading),
        "to_5": run.until(5),
        "to_1": run.until(1),
        "to_proof": run.until(0),
        "to_goal": run.until(goal.gap) if goal else None,
        "seconds": run.seconds,
        "cost": run.told["cost"],
        "bound": run.told["bound"],
        "gap": run.told["gap"],
        "memory": run.memory / GIB,
    }


def listed(text: str, kind: Callable[[str], One]) -> list[One]:
    """Reads `60,120`; of whole numbers also `0-4`."""
    parts = []
    for part in text.split(","):
        low, dash, high = part.partition("-")
        both = dash and low.isdigit() and high.isdigit()
        parts += [kind(str(k)) for k in range(int(low), int(high) + 1)] if both else [kind(part)]
    return parts


def main() -> None:
    """Prints one row a run."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", default="60,120")
    asked.add_argument("--seeds", default="0-4")
    asked.add_argument("--variants", default=PLAIN, help=", ".join([PLAIN, *VARIANTS]))
    asked.add_argument("--stop-gap", type=float, default=0.0)
    asked.add_argument("--limit", type=float, help="seconds; else what the goal of the size gives")
    asked.add_argument("--forget", action="store_true", help="do not keep the results")
    options = asked.parse_args()
    print(head(COLUMNS), flush=True)
    for variant in listed(options.variants, str):
        for people in listed(options.sizes, int):
            for seed in listed(options.seeds, int):
                row = measure(company(people, seed), variant, options.limit or limit(people), options.stop_gap)
                print(line(said(column(row)) for column in COLUMNS.values()), flush=True)
                if not options.forget:
                    append("runs", row)


if __name__ == "__main__":
    main()
