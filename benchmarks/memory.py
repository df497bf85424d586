"""How much memory a process and all it started held at most, found by looking often."""

import os
from collections import defaultdict
from pathlib import Path
from threading import Event, Thread

OFTEN = 0.1  # seconds between two looks


class Watch:
    """Looks at a process and its descendants until told to stop; `peak` is in bytes, 0 where there is no /proc.

    Each look adds up the most that each living process ever held (VmHWM), so the sum is never below the truth but for
    what grew and ended between two looks.
    """

    def __init__(self, process: int) -> None:
        self.peak = 0
        self._process = process
        self._done = Event()
        self._thread = Thread(target=self._look_often, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the watch."""
        self._done.set()
        self._thread.join()

    def _look_often(self) -> None:
        while not self._done.wait(OFTEN):
            self.peak = max(self.peak, sum(_high_water(p) for p in _family(self._process)))


def _family(first: int) -> list[int]:
    """Lists a process and its descendants, whatever session they moved to."""
    children = defaultdict(list)
    for name in os.listdir("/proc") if Path("/proc").exists() else ():
        if name.isdigit() and (parent := _field(int(name), "PPid:")) is not None:
            children[parent].append(int(name))
    family = [first]
    for process in family:
        family += children[process]
    return family


def _high_water(process: int) -> int:
    return 1024 * (_field(process, "VmHWM:") or 0)


def _field(process: int, name: str) -> int | None:
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:  # it has just ended
        return None
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith(name)), None)
