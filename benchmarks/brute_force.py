"""Compares the engines with looking at every plan, on thousands of tiny programmes.

Run `python -m benchmarks.brute_force [--count 2000] [--first 0] [--engine exact|whole]`. Prints every difference and
how many there were; ends with 1 when there was one.
"""

import argparse
import sys
from collections import Counter
from time import monotonic

from tests.laws.enumeration import best
from tests.laws.proof import exact, whole
from tests.laws.tiny import tiny


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=2000)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--engine", choices=("exact", "whole"), default="exact")
    options = asked.parse_args()
    prove = {"exact": exact, "whole": whole}[options.engine]
    began, differences = monotonic(), 0
    words: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for seed in range(options.first, options.first + options.count):
        programme = tiny(seed)
        found = best(programme)
        true = "impossible" if found is None else found.cost
        proven = prove(programme).value
        words["impossible" if true == "impossible" else "optimal"] += 1
        kinds.update({rule.kind for rule in programme.rules})
        if proven != true:
            differences += 1
            print(f"tiny({seed}): every plan says {true}, the engine says {proven}", flush=True)
    print(f"{options.count} programmes ({dict(words)}), {differences} differences, {monotonic() - began:.0f} s")
    print("programmes with each kind of rule: " + ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items())))
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
