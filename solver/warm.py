"""Compiles the quick search once, so that no later solve waits for it: `python -m solver.warm`."""

from time import monotonic

from models import Facilitator, GroupSettings, Programme, Theme, Volunteer
from solver.problem import problem
from solver.swap.run import quick_search


def main() -> None:
    """Runs the quick search on four people; compiled code is kept beside its source."""
    programme = Programme(
        volunteers=tuple(Volunteer(id=f"v{k}") for k in range(4)),
        themes=(Theme(id="T", max_groups=2),),
        facilitators=(Facilitator(id="f"),),
        groups=GroupSettings(min_size=1, max_size=4),
        rules=({"kind": "facilitation", "hard": True},),
    )
    quick_search(problem(programme)).run(lambda _: None, 0, 1_000, monotonic() + 1)


if __name__ == "__main__":
    main()
