"""Small trials behind choices of the search: the pace of the quick search, its first temperature, restarts of HiGHS.

Run `python -m benchmarks.trials [pace] [heat] [restarts] [--people 300] [--seed 0]`. Prints and keeps nothing.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import highspy
import numpy as np

from benchmarks.table import line, said, table
from benchmarks.yardstick import company
from models import Budget, Plan
from solver import solve
from solver.mip.model import model
from solver.placement import placement
from solver.price import price
from solver.problem import Problem, problem
from solver.relaxation import relax
from solver.scope import everything
from solver.search import first_moves
from solver.swap.run import quick_search

LONG = 1e9
HEATS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
SECONDS = 60.0


def pace(asked: Problem, seed: int, start: Plan) -> str:
    """Counts tries of the quick search a second, and those of reckoning a plan from scratch."""
    quick, tries = quick_search(asked), 5_000_000
    quick.run(lambda _: None, seed, 1000, LONG)  # compiled code is loaded
    began = monotonic()
    placed = quick.run(lambda _: None, seed, tries, LONG)
    swaps = tries / (monotonic() - began)
    began = monotonic()
    for _ in range(100):
        price(asked, placed)
    return f"{swaps / 1e6:.2f} million tries a second; from scratch {100 / (monotonic() - began):.0f} plans a second"


def heat(asked: Problem, seed: int, start: Plan) -> str:
    """Shows what the quick search makes of the first plan for several first temperatures and numbers of tries."""
    quick, tries = quick_search(asked), [first_moves(asked) * times for times in (1, 4, 16)]
    rows = [
        (hot, *(price(asked, quick.run(lambda _: None, seed, t, LONG, hot=hot)).cost for t in tries)) for hot in HEATS
    ]
    return table(("first temperature", *(f"cost after {t:,} tries" for t in tries)), rows)


def restarts(asked: Problem, seed: int, start: Plan) -> str:
    """Times the exact engine's proof from a best plan, with and without restarts, on one thread and on two."""
    relaxed = relax(asked, lambda _: None, LONG)
    assert relaxed is not None
    placed = placement(asked, start)
    # As if the plan were one step dearer: seats that the search would still have to look at.
    seats = relaxed.worthwhile(asked, placed, price(asked, placed).cost + relaxed.step)
    rows = []
    for options in ({}, {"mip_allow_restart": True}, {"threads": 2}, {"mip_heuristic_effort": 0.0}):
        stated = model(asked, everything(asked, seats))
        engine = stated.highs()
        settings = {
            "output_flag": False,
            "mip_allow_restart": False,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": relaxed.step - 0.001,
        }
        for name, value in (settings | {"time_limit": SECONDS, "random_seed": seed} | options).items():
            engine.setOptionValue(name, value)
        highspy.Highs.resetGlobalScheduler(True)  # else another number of threads is refused
        columns, values = stated.start(placed)
        engine.setSolution(len(columns), columns.astype(np.int32), values)
        began = monotonic()
        engine.run()
        rows.append((options or "as it is", monotonic() - began, str(engine.getModelStatus()).rpartition(".k")[2]))
    return table(("HiGHS", "seconds", "status"), rows)


TRIALS: dict[str, Callable[[Problem, int, Plan], str]] = {"pace": pace, "heat": heat, "restarts": restarts}


def main() -> None:
    """Prints what was asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("trials", nargs="*", default=[*TRIALS])
    asked.add_argument("--people", type=int, default=300)
    asked.add_argument("--seed", type=int, default=0)
    options = asked.parse_args()
    with TemporaryDirectory() as folder:
        programme = company(options.people, options.seed).programme(Path(folder))
    outcome = solve(programme, Budget(seconds=SECONDS, seed=options.seed))
    assert outcome.plan is not None
    print(line(["best plan", said(outcome.cost), "bound", said(outcome.bound), f"{outcome.seconds:.1f} s"]), flush=True)
    for name in options.trials:
        print(f"\n{name}\n\n{TRIALS[name](problem(programme), options.seed, outcome.plan)}", flush=True)


if __name__ == "__main__":
    main()
