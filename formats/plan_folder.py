"""A plan on disk: the files of one outcome in one folder, each written whole or not at all."""

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from formats.canonical import canonical, outcome_text, plan_text
from formats.plan_tables import assignments_text, groups_text
from formats.plan_workbook import workbook_bytes
from formats.report import report_text
from models import Outcome, Programme

FILES = ("plan.json", "outcome.json", "assignments.csv", "groups.csv", "plan.xlsx", "report.html")


def write_plan(programme: Programme, outcome: Outcome, folder: str | Path) -> list[Path]:
    """Writes a plan's files into a folder and gives their paths.

    Each file replaces its forerunner in one move; other files of the folder are left alone.

    Raises
    ------
    ValueError
        When the outcome has no plan.
    OSError
        When the folder cannot be written.
    """
    if outcome.plan is None:
        raise ValueError(f"an outcome that is {outcome.status} and has no plan gives no files")
    plan = canonical(outcome.plan)
    makers: dict[str, Callable[[], bytes]] = {
        "plan.json": lambda: plan_text(plan).encode(),
        "outcome.json": lambda: outcome_text(outcome).encode(),
        "assignments.csv": lambda: assignments_text(programme, plan).encode(),
        "groups.csv": lambda: groups_text(programme, plan).encode(),
        "plan.xlsx": lambda: workbook_bytes(programme, outcome, plan),
        "report.html": lambda: report_text(programme, outcome, plan).encode(),
    }
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        replace_file(target / name, makers[name]())
    return [target / name for name in FILES]


def holds_only_ours(folder: Path) -> bool:
    """Tells whether files may be written here: the folder is new, empty, or has an outcome of an earlier solve."""
    if not folder.exists():
        return True
    return folder.is_dir() and (not any(folder.iterdir()) or _is_outcome(folder / "outcome.json"))


def replace_file(path: Path, content: bytes) -> None:
    """Writes a file beside its place and moves it there, so that nobody ever sees half of it."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).chmod(0o666 & ~_umask())
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _is_outcome(path: Path) -> bool:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(document, dict) and {"status", "cost", "versions"} <= document.keys()
