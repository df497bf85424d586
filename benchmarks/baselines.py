"""Other ways to form the groups of the same companies, with the same seconds on the same cores, beside ours.

Run `python -m benchmarks.baselines [--sizes 60,120,300,1000] [--seeds 0] [--seconds 30] [--methods …]`. Every plan is
scored by the yardstick. A row a method is kept in benchmarks/results/baselines.csv.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import numpy as np

from benchmarks.measure import listed
from benchmarks.one_model import solve_as_one
from benchmarks.others import Others
from benchmarks.results import Baseline, append, circumstances, cores
from benchmarks.table import head, line, said
from benchmarks.timed_solve import timed_solve
from benchmarks.yardstick import Company, company
from solver.placement import Placement
from solver.problem import Problem, problem
from solver.swap.run import quick_search

# What a method gives: its cost, bound and hard breaches.
Reached = tuple[int | None, int | None, int | None]
TRIES = 1_000_000  # to learn how many tries fill the seconds
HEAD = ("method", "people", "seed", "seconds", "cost", "bound", "gap %", "hard breaches")


def at_random(asked: Company, seconds: float) -> Reached:
    """Deals people into groups of valid sizes by chance alone; the reporting lines are left to chance too."""
    groups, people = asked.made["G"], asked.people
    dealt = np.random.default_rng(asked.seed).permutation(np.arange(people) % groups)
    cost, breaches = asked.cost(dealt)
    return cost, None, breaches


def swaps_alone(asked: Company, seconds: float) -> Reached:
    """Anneals once from the first plan by hand, cooling just as slowly as the seconds allow."""
    with TemporaryDirectory() as folder:
        numbers = problem(asked.programme(Path(folder)))
    quick = quick_search(numbers)
    began = monotonic()
    quick.run(lambda _: None, asked.seed, TRIES, began + seconds)
    pace = TRIES / (monotonic() - began)
    end = monotonic() + 2 * seconds
    cost, breaches = asked.cost(
        _groups(asked, numbers, quick.run(lambda _: None, asked.seed, int(pace * seconds), end))
    )
    return cost, None, breaches


def one_model(asked: Company, seconds: float) -> Reached:
    """Hands the whole to CP-SAT as one model; building the model is not counted."""
    answer = solve_as_one(asked.judge, asked.made, seconds, cores(), asked.seed)
    if answer.groups is None:
        return None, answer.bound, None
    cost, breaches = asked.cost(answer.groups)
    return cost, answer.bound, breaches


def ours(asked: Company, seconds: float) -> Reached:
    """Solves by the command line."""
    with TemporaryDirectory() as folder:
        programme, plan = asked.write(Path(folder, "programme")), Path(folder, "plan")
        told = timed_solve(programme, plan, "--time-limit", str(seconds)).told
        cost, breaches = asked.score(plan) if told["cost"] is not None else (None, None)
    return cost, told["bound"], breaches


METHODS: dict[str, Callable[[Company, float], Reached]] = {
    "chance": at_random,
    "one CP-SAT model": one_model,
    "swaps alone": swaps_alone,
    "maillage": ours,
}


def _groups(asked: Company, numbers: Problem, placed: Placement) -> list[int]:
    """Gives the yardstick's number of each person's group: themes and people have the same order in both."""
    assert tuple(numbers.groups_high.tolist()) == tuple(asked.made["groups_of"].tolist())
    return [int(g) for g in placed.cell]


def compare(asked: Company, method: str, seconds: float) -> Baseline:
    """Runs one method on one company."""
    now = circumstances()
    began, others = monotonic(), Others()
    cost, bound, breaches = METHODS[method](asked, seconds)
    took = monotonic() - began
    return Baseline(
        **now,
        others=others.cores(),
        people=asked.people,
        seed=asked.seed,
        method=method,
        limit=seconds,
        seconds=took,
        cost=cost,
        bound=bound,
        breaches=breaches,
    )


def main() -> None:
    """Prints one row a method."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", default="60,120,300,1000")
    asked.add_argument("--seeds", default="0")
    asked.add_argument("--seconds", type=float, default=30.0)
    asked.add_argument("--methods", default=",".join(METHODS))
    asked.add_argument("--forget", action="store_true", help="do not keep the results")
    options = asked.parse_args()
    print(head(HEAD), flush=True)
    for people in listed(options.sizes, int):
        for seed in listed(options.seeds, int):
            for method in listed(options.methods, str):
                row = compare(company(people, seed), method, options.seconds)
                cells = (method, people, seed, row.seconds, row.cost, row.bound, row.gap, row.breaches)
                print(line(said(cell) for cell in cells), flush=True)
                if not options.forget:
                    append("baselines", row)


if __name__ == "__main__":
    main()
