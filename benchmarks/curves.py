"""How cost and bound meet in one run: the moments of a solve, kept in benchmarks/results/curve-PEOPLE.csv.

Run `python -m benchmarks.curves [--sizes 300,5000] [--seed 0]`; `python -m benchmarks.report` draws them.
"""

import argparse
import csv
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.chart import Axis, Line, chart
from benchmarks.goals import limit
from benchmarks.measure import listed
from benchmarks.results import FOLDER, version
from benchmarks.timed_solve import Timed, timed_solve
from benchmarks.yardstick import company

NAMES = ("version", "seed", "seconds", "cost", "bound")


@dataclass(frozen=True)
class Curve:
    """The run of one company; points are (seconds from the command, value)."""

    people: int
    seed: int
    version: str
    costs: list[tuple[float, float]]
    bounds: list[tuple[float, float]]

    def drawn(self) -> str:
        """Draws it; first plans that cost more than twice the last are above the picture."""
        first, end = self.costs[0][0], max(t for t, _ in self.costs + self.bounds)
        best = self.costs[-1][1]
        long = end > 5 * first
        across = Axis("seconds from the command", 0.5 * first if long else 0, 1.05 * end, by_factors=long)
        up = Axis("cost", 0.5 * best, min(2 * best, self.costs[0][1]))
        lines = [
            Line("best plan", _entering(self.costs, up, up.high), stepped=True),
            Line("proven bound", _entering(self.bounds, up, up.low), stepped=True),
        ]
        title = f"{self.people:,} people, seed {self.seed}: the best plan and the proven bound"
        return chart(title, across, up, lines)


def _entering(points: list[tuple[float, float]], up: Axis, edge: float) -> list[tuple[float, float]]:
    """Leaves out what is beyond the picture; the line comes in from its edge."""
    inside = [(t, value) for t, value in points if up.low <= value <= up.high]
    return [(inside[0][0], edge), *inside] if inside else []


def keep(people: int, seed: int, run: Timed) -> None:
    """Keeps the moments of a run in place of an earlier one."""
    FOLDER.mkdir(exist_ok=True)
    with _path(people).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(NAMES)
        for moment in run.moments:
            writer.writerow((version(), seed, f"{moment.seconds:.3f}", moment.cost, moment.bound))
        last = run.told
        writer.writerow((version(), seed, f"{run.seconds:.3f}", last["cost"], last["bound"]))


def kept(people: int) -> Curve:
    """Reads what was kept."""
    with _path(people).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    costs, bounds = (
        [(float(row["seconds"]), float(row[name])) for row in rows if row[name]] for name in ("cost", "bound")
    )
    return Curve(people, int(rows[0]["seed"]), rows[0]["version"], costs, bounds)


def kept_sizes() -> list[int]:
    """Lists the sizes of which a curve was kept."""
    return sorted(int(path.stem.partition("-")[2]) for path in FOLDER.glob("curve-*.csv"))


def _path(people: int) -> Path:
    return FOLDER / f"curve-{people}.csv"


def main() -> None:
    """Runs and keeps."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", default="300,5000")
    asked.add_argument("--seed", type=int, default=0)
    options = asked.parse_args()
    for people in listed(options.sizes, int):
        with TemporaryDirectory() as folder:
            programme = company(people, options.seed).write(Path(folder, "programme"))
            run = timed_solve(programme, Path(folder, "plan"), "--time-limit", str(limit(people)))
        keep(people, options.seed, run)
        print(
            f"{people}: {run.told['status']}, cost {run.told['cost']}, bound {run.told['bound']}, {run.seconds:.1f} s"
        )


if __name__ == "__main__":
    main()
