"""One `maillage solve … --json` as a whole process, watched from outside: each step by our clock, and the memory."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from benchmarks.memory import Watch
from models import gap

READ = """
import sys
from pathlib import Path
import api.cli
from formats import read_programme
read_programme(Path(sys.argv[1]))
print("read", flush=True)
"""


@dataclass(frozen=True)
class Moment:
    """What was known so many seconds after the command was given."""

    seconds: float
    cost: int | None
    bound: int | None

    @property
    def gap(self) -> float | None:
        """The gap, in per cent."""
        return gap(self.cost, self.bound)


@dataclass(frozen=True)
class Timed:
    """A run: its moments, its last words, its seconds from command to end, and its peak memory in bytes."""

    moments: tuple[Moment, ...]
    told: dict[str, Any]
    seconds: float
    memory: int

    def until(self, per_cent: float) -> float | None:
        """Gives the seconds from the command to a gap of `per_cent` or less, None when it was not reached."""
        return next((m.seconds for m in self.moments if m.gap is not None and m.gap <= per_cent), None)

    @property
    def first(self) -> float | None:
        """The seconds from the command to the first audited plan."""
        return next((m.seconds for m in self.moments if m.cost is not None), None)


def timed_solve(programme: Path, out: Path, *options: str) -> Timed:
    """Solves and writes the plan to `out`.

    Raises
    ------
    RuntimeError
        With the command's own words, when it says no last line.
    """
    command = [sys.executable, "-m", "api.cli", "solve", str(programme), "-o", str(out), "--json", *options]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment()
    ) as process:
        began, watch = monotonic(), Watch(process.pid)
        moments, told = [], {}
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stdout:
            said = json.loads(line)
            if "step" in said:
                moments.append(Moment(monotonic() - began, said["step"]["cost"], said["step"]["bound"]))
            elif "status" in said:
                told = said
        errors = process.stderr.read()
        largest = _wait(process)
        seconds = monotonic() - began
        watch.stop()
    if not told:
        raise RuntimeError(errors)
    return Timed(tuple(moments), told, seconds, max(watch.peak, largest))


def _environment() -> dict[str, str]:
    """Gives the environment without what developers tell Python, such as to keep no compiled modules."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def _wait(process: "subprocess.Popen[str]") -> int:
    """Waits for a process; gives the bytes of the largest among it and those it waited for, exactly."""
    if not hasattr(os, "wait4"):  # Windows
        process.wait()
        return 0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def reading_seconds(programme: Path) -> float:
    """Gives the seconds from the command to a programme read: starting Python, loading the command, reading."""
    began = monotonic()
    command = [sys.executable, "-c", READ, str(programme)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_environment()) as process:
        assert process.stdout is not None
        if not process.stdout.readline():
            raise RuntimeError(f"{programme} could not be read")
        return monotonic() - began
