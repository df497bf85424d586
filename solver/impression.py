"""The best a search knows so far: told onwards only when it is better than before."""

from collections.abc import Callable
from threading import Lock

from solver.news import Bounded, Found, Impossible, News


class Impression:
    """The best that was told so far."""

    def __init__(self, tell: Callable[[News], None]) -> None:
        self._tell = tell
        self._lock = Lock()
        self.best: Found | None = None
        self.bound = 0
        self.impossible = 0

    @property
    def closed(self) -> bool:
        """Whether the best is known to be the best there is."""
        return self.best is not None and self.best.cost <= self.bound

    def tell(self, news: News) -> None:
        """Passes on what is better than before; may be called from several threads."""
        with self._lock:
            self._hear(news)

    def _hear(self, news: News) -> None:
        if isinstance(news, Found):
            if self.best is not None and news.cost >= self.best.cost:
                return
            self.best = news
        if isinstance(news, Bounded):
            if news.bound <= self.bound:
                return
            self.bound = news.bound
        if isinstance(news, Impossible):
            self.impossible += 1
        self._tell(news)
