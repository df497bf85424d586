"""What a solve is allowed, from the options of the command line, each within its interval."""

import math
from dataclasses import dataclass

from annotated_types import Ge, Gt, Le, Lt

from formats.fault import Fault, InputError
from models import Budget, Text

OPTIONS = {"seconds": "--time-limit", "gap": "--gap", "seed": "--seed", "workers": "--workers"}


def budget_of(seconds: float, gap: float, seed: int, workers: int) -> Budget:
    """Gives the budget.

    Raises
    ------
    InputError
        Naming every option outside its interval, and the interval.
    """
    asked: dict[str, float] = {"seconds": seconds, "gap": gap, "seed": seed, "workers": workers}
    faults = tuple(_fault(name, value) for name, value in asked.items() if not _interval(name).holds(value))
    if faults:
        raise InputError(faults)
    return Budget(seconds=seconds, gap=gap, seed=seed, workers=workers)


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, each included or not."""

    low: float
    high: float
    low_in: bool
    high_in: bool

    def holds(self, value: float) -> bool:
        """Tells whether a value is inside; what is not a number never is."""
        above = value >= self.low if self.low_in else value > self.low
        below = value <= self.high if self.high_in else value < self.high
        return not math.isnan(value) and above and below

    def written(self) -> tuple[str, str]:
        """Gives the interval in French and in English words."""
        low, high = f"{self.low:.0f}", f"{self.high:.0f}"
        fr = f"{'de' if self.low_in else 'plus de'} {low} à {high}{'' if self.high_in else ' exclu'}"
        en = f"{'from' if self.low_in else 'above'} {low} to {high}{'' if self.high_in else ' excluded'}"
        return fr, en


def _interval(field: str) -> Interval:
    """Reads an option's interval where it is declared, in the model."""
    marks = Budget.model_fields[field].metadata
    low_in, high_in = (any(isinstance(mark, kind) for mark in marks) for kind in (Ge, Le))
    low = next(mark.ge if isinstance(mark, Ge) else mark.gt for mark in marks if isinstance(mark, Ge | Gt))
    high = next(mark.le if isinstance(mark, Le) else mark.lt for mark in marks if isinstance(mark, Le | Lt))
    return Interval(float(str(low)), float(str(high)), low_in, high_in)


def _fault(field: str, value: float) -> Fault:
    option = OPTIONS[field]
    fr, en = _interval(field).written()
    return Fault(
        code="OUT_OF_RANGE",
        severity="error",
        message=Text(fr=f"{option} vaut {value:g}", en=f"{option} is {value:g}"),
        hint=Text(fr=f"intervalle permis : {fr}", en=f"allowed: {en}"),
        column=option,
        excerpt=f"{value:g}",
    )
