"""How busy other processes kept the machine while something was measured."""

import os
from pathlib import Path
from time import monotonic


class Others:
    """Watches from its making; `cores` tells how many cores others have kept busy since, on average.

    All processor time but ours and that of our processes that ended; 0 where there is no /proc/stat.
    """

    def __init__(self) -> None:
        self._began, self._all, self._own = monotonic(), _all_seconds(), _own_seconds()

    def cores(self) -> float:
        """Gives the average, never below nought."""
        others = (_all_seconds() - self._all) - (_own_seconds() - self._own)
        return max(0.0, others / max(monotonic() - self._began, 0.01))


def _all_seconds() -> float:
    stat = Path("/proc/stat")
    if not stat.exists():
        return _own_seconds()
    user, nice, system, _, _, irq, softirq, steal = map(int, stat.read_text().split("\n", 1)[0].split()[1:9])
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")


def _own_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
