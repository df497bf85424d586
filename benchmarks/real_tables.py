"""Solves real tables from the shared folder, audits the plans and prints how good they are.

Run `python -m benchmarks.real_tables [--seconds 60] [--seed 0] [NAME …]`, names being ibm, tpr, dcms, 005, 006.
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

from benchmarks.companies import UK_GRADES, department, ibm
from benchmarks.equal_runs import solve_equal
from benchmarks.shared_folder import data
from benchmarks.topics import programme, read_class, teachers_mean
from models import Budget, Outcome, Programme, audit, gap
from solver import solve

HEAD = ("table", "people", "groups", "status", "cost", "bound", "gap %", "seconds", "hard breaches", "remark")


def company(name: str) -> Programme | None:
    """Gives the programme of a company's table, None when the table is not there."""
    if name == "ibm":
        path = data("ibm-attrition/emp_attrition.csv")
        return ibm(path) if path else None
    stem = {"tpr": "the_pensions_regulator", "dcms": "department_for_culture_media_and_sport"}[name]
    path = data(f"uk-organograms/{stem}-2011-09-30-people.csv")
    return department(path, UK_GRADES[stem]) if path else None


def company_row(name: str, budget: Budget) -> Iterator[tuple[object, ...]]:
    """Solves one company."""
    asked = company(name)
    if asked is not None:
        began = monotonic()
        outcome = solve(asked, budget)
        yield _row(name, asked, outcome, outcome.bound, monotonic() - began, "")


def class_row(number: str, budget: Budget) -> Iterator[tuple[object, ...]]:
    """Solves one class of students, sub-groups of a topic running equally often."""
    folder = data("grouper")
    if folder is not None:
        yield _class_row(folder, number, budget)


def _class_row(folder: Path, number: str, budget: Budget) -> tuple[object, ...]:
    asked = read_class(folder, number)
    began = monotonic()
    best, bound, solved = solve_equal(asked, budget)
    seconds = monotonic() - began
    if best is None:
        return number, asked.students, "", "no_plan", "", bound, "", f"{seconds:.1f}", "", f"{solved} programmes solved"
    remark = f"mean {asked.mean(best):.3f}, teachers {teachers_mean(folder, number):.2f}; {solved} programmes solved"
    return _row(number, programme(asked), best, bound, seconds, remark)


def _row(
    name: str, asked: Programme, outcome: Outcome, bound: int | None, seconds: float, remark: str
) -> tuple[object, ...]:
    groups = breaches = ""
    if outcome.plan is not None:
        groups, breaches = str(len(outcome.plan.groups)), str(audit(asked, outcome.plan).breaches)
    apart = gap(outcome.cost, bound)
    proof = "" if apart is None else f"{apart:.2f}"
    status = "feasible" if outcome.status == "optimal" and apart else outcome.status
    return name, len(asked.volunteers), groups, status, outcome.cost, bound, proof, f"{seconds:.1f}", breaches, remark


TABLES: dict[str, Callable[[str, Budget], Iterator[tuple[object, ...]]]] = {
    "005": class_row,
    "006": class_row,
    "tpr": company_row,
    "dcms": company_row,
    "ibm": company_row,
}


def main() -> None:
    """Prints one row a table, as soon as it is known."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", choices=[[], *TABLES], default=[])
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--seed", type=int, default=0)
    options = asked.parse_args()
    budget = Budget(seconds=options.seconds, seed=options.seed)
    print("|", " | ".join(HEAD), "|\n|" + "---|" * len(HEAD), flush=True)
    for name in options.names or TABLES:
        for row in TABLES[name](name, budget):
            print("|", " | ".join(map(str, row)), "|", flush=True)


if __name__ == "__main__":
    main()
