"""The yardstick's made-up companies: written as programmes, and plans for them scored by the yardstick itself.

The yardstick lives in the shared folder beside the project and shares no code with it.
"""

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.shared_folder import shared
from formats import read_programme
from models import Programme


@dataclass(frozen=True)
class Company:
    """One made-up company: `made` are the yardstick's own arrays, `judge` the yardstick."""

    people: int
    seed: int
    judge: Any
    made: Any

    def write(self, folder: Path) -> Path:
        """Writes the programme's tables to a folder."""
        self.judge.write(self.made, folder)
        return folder

    def programme(self, folder: Path) -> Programme:
        """Gives the programme, by way of tables in a folder."""
        return read_programme(self.write(folder))

    def score(self, plan: Path) -> tuple[int, int]:
        """Gives the yardstick's cost of a plan on disk, and the hard breaches it counts."""
        return self.cost(self.judge.read_placement(self.made, plan / "assignments.csv"))

    def cost(self, groups: Any) -> tuple[int, int]:
        """Gives the yardstick's cost and hard breaches of a placement, `groups[i]` being the group of person i."""
        cost, _, breaches = self.judge.cost(self.made, groups)
        return int(cost), int(breaches)


def company(people: int, seed: int) -> Company:
    """Makes up a company.

    Ends the program with a word when there is no yardstick in the shared folder beside the project.
    """
    path = shared("yardstick/yardstick.py")
    spec = path and importlib.util.spec_from_file_location("yardstick_beside", path)
    if not spec or not spec.loader:
        raise SystemExit("no yardstick in the shared folder beside the project: nothing to measure")
    judge = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(judge)
    return Company(people, seed, judge, judge.make(people, seed))
