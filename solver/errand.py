"""Sends a search to its process and brings the news home."""

import pickle
from contextlib import suppress
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import Self

from models import Budget
from solver.news import Failed, News
from solver.placement import Placement
from solver.problem import Problem
from solver.staging import take

GIB = 2**30


class Errand:
    """A running search; leaving the `with` block ends its process, whatever it is doing."""

    def __init__(self, problem: Problem, budget: Budget, start: Placement | None) -> None:
        question = pickle.dumps((problem, budget, start, 12 * GIB), protocol=pickle.HIGHEST_PROTOCOL)
        self._news: Queue[News | None] = Queue()
        self._process = take()
        Thread(target=self._send, args=(question,), daemon=True).start()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def next(self, seconds: float) -> News | None:
        """Waits for the next piece of news; None when the process has ended.

        Raises
        ------
        TimeoutError
            When nothing came in time.
        """
        try:
            return self._news.get(timeout=max(seconds, 0))
        except Empty:
            raise TimeoutError from None

    def _send(self, question: bytes) -> None:
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.write(question)
            self._process.stdin.flush()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with suppress(EOFError, OSError, pickle.UnpicklingError):
            while True:
                self._news.put(pickle.load(self._process.stdout))
        self._news.put(self._ending())

    def _ending(self) -> News | None:
        code = self._process.wait()
        return Failed(f"the search process ended with code {code}") if code else None
