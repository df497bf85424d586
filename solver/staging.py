"""A search process made ready before there is a question: it loads the engines while the programme is still read."""

import atexit
import os
import subprocess
import sys

_waiting: list["subprocess.Popen[bytes]"] = []


def prepare() -> None:
    """Starts the process of the next search; it costs nothing to call this and never solve."""
    if not _waiting:
        _waiting.append(_started())


def take() -> "subprocess.Popen[bytes]":
    """Gives a process that waits for its question: the prepared one where there is one and it still lives."""
    while _waiting:
        process = _waiting.pop()
        if process.poll() is None:
            return process
    return _started()


def _started() -> "subprocess.Popen[bytes]":
    # `-m` in a fresh interpreter, not a fork: forked engines hang, and the caller's script is not run again.
    return subprocess.Popen(
        [sys.executable, "-m", "solver.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        start_new_session=True,  # Ctrl-C is for the parent, which keeps the best plan
    )


@atexit.register
def dismiss() -> None:
    """Ends a process that was prepared and never needed."""
    while _waiting:
        with _waiting.pop() as process:
            process.kill()
