"""The process a search runs in: what it finds comes out as pickles on its standard output.

A search lives in a process of its own, so that a crash, a memory blow-up or an engine that does not listen ends with
it, and everything told before is safe with the parent.
"""

import os
import pickle
import sys
import traceback
from typing import Any, BinaryIO

from solver.news import Failed, News
from solver.search import search


def main() -> None:
    """Reads one question from standard input and answers it."""
    private = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Engines print banners; nothing but our own pickles may reach the parent.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    problem, budget, start, memory = pickle.load(sys.stdin.buffer)
    _limit(memory)
    try:
        search(problem, budget, start, lambda news: _tell(private, news))
    except Exception:  # the parent decides what a failure means; it must not look like a search that found nothing
        _tell(private, Failed(traceback.format_exc()))


def _tell(out: BinaryIO, news: News) -> None:
    pickle.dump(news, out, protocol=pickle.HIGHEST_PROTOCOL)
    out.flush()


def _limit(memory: int) -> None:
    """Bounds the address space, in bytes, where the system can."""
    try:
        resource: Any = __import__("resource")
    except ModuleNotFoundError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    main()
