"""Solves the yardstick's made-up companies by the command line and has the yardstick itself score the plans.

Run `python -m benchmarks.yardstick [--sizes 60 120 300] [--seeds 0 1 2] [--seconds 60]`. The yardstick lives in the
shared folder beside the project and shares no code with it.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from benchmarks.shared_folder import shared

OPTIMA = {(60, 0): 238, (120, 0): 212, (300, 0): 406, (1000, 0): 598}
HEAD = (
    "people",
    "seed",
    "status",
    "cost",
    "its own cost",
    "hard breaches",
    "bound",
    "gap %",
    "seconds",
    "optimum known",
)


def yardstick() -> ModuleType | None:
    """Loads the yardstick, None when it is not there."""
    path = shared("yardstick/yardstick.py")
    spec = path and importlib.util.spec_from_file_location("yardstick_beside", path)
    if not spec or not spec.loader:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(judge: Any, people: int, seed: int, seconds: float) -> tuple[object, ...]:
    """Solves one company and gives its row of the table."""
    company = judge.make(people, seed)
    with TemporaryDirectory() as folder:
        judge.write(company, Path(folder, "programme"))
        told = _solved(Path(folder), seconds)
        known = OPTIMA.get((people, seed), "")
        if told["cost"] is None:
            return people, seed, told["status"], "", "", "", told["bound"], "", told["seconds"], known
        seats = judge.read_placement(company, Path(folder, "plan", "assignments.csv"))
        cost, _, breaches = judge.cost(company, seats)
    proof = "" if told["gap"] is None else f"{told['gap']:.2f}"
    took = f"{told['seconds']:.1f}"
    return people, seed, told["status"], told["cost"], cost, breaches, told["bound"], proof, took, known


def _solved(folder: Path, seconds: float) -> dict[str, Any]:
    command = [sys.executable, "-m", "api.cli", "solve", str(folder / "programme"), "-o", str(folder / "plan")]
    told = subprocess.run(
        [*command, "--time-limit", str(seconds), "--json"], capture_output=True, text=True, check=False
    )
    if not told.stdout.strip():
        raise RuntimeError(told.stderr)
    last: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return last


def main() -> None:
    """Prints one row a company, as soon as it is known."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", type=int, nargs="+", default=[60, 120])
    asked.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    asked.add_argument("--seconds", type=float, default=60.0)
    options = asked.parse_args()
    judge = yardstick()
    if judge is None:
        print("no yardstick in the shared folder beside the project: nothing measured")
        return
    print("|", " | ".join(HEAD), "|\n|" + "---|" * len(HEAD), flush=True)
    for people in options.sizes:
        for seed in options.seeds:
            print("|", " | ".join(map(str, measure(judge, people, seed, options.seconds))), "|", flush=True)


if __name__ == "__main__":
    main()
