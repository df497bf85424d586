"""Compares the engines with looking at every plan, on thousands of tiny programmes.

Run `python -m benchmarks.brute_force [--count 2000] [--first 0] [--engine exact|whole|bound]`. Prints every difference
(for `bound`, every bound of the relaxation above the least cost) and how many there were; ends with 1 when there was
one.
"""

import argparse
import sys
from collections import Counter
from time import monotonic

from models import Programme
from tests.laws.enumeration import best
from tests.laws.proof import bound_by_theme, exact, whole
from tests.laws.tiny import tiny


def answer(programme: Programme, true: int | str | None, engine: str) -> tuple[int | str, bool]:
    """Gives what the engine says, and whether looking at every plan bears it out."""
    if engine == "bound":
        bound = bound_by_theme(programme)
        return bound, not isinstance(true, int) or bound <= true
    try:
        said = (exact if engine == "exact" else whole)(programme).value
    except AssertionError as refused:
        return f"what the judge refuses: {str(refused)[:200]}", False
    return said, said == true


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=2000)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--engine", choices=("exact", "whole", "bound"), default="exact")
    options = asked.parse_args()
    began, differences = monotonic(), 0
    words: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for seed in range(options.first, options.first + options.count):
        programme = tiny(seed)
        found = best(programme)
        true = "impossible" if found is None else found.cost
        words["impossible" if true == "impossible" else "optimal"] += 1
        kinds.update({rule.kind for rule in programme.rules})
        proven, agreed = answer(programme, true, options.engine)
        if not agreed:
            differences += 1
            print(f"tiny({seed}): every plan says {true}, the engine says {proven}", flush=True)
    print(f"{options.count} programmes ({dict(words)}), {differences} differences, {monotonic() - began:.0f} s")
    print("programmes with each kind of rule: " + ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items())))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
