"""The pipeline opened in the background, with how far that is, for whoever waits.

Knows nothing of what is opened: it is handed the way to do it. Refuses to lose an error: what failed is kept to be told.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for

from rag.pipeline import Pipeline

Step = Callable[[int, int], None]
"""Takes how many are done and of how many."""


class Opening:
    """One pipeline for all sessions of a process; starts to open when it is made."""

    def __init__(self, way: Callable[[Step], Pipeline]) -> None:
        self._way = way
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="opening")
        self._future: Future[Pipeline] = self._start()

    def pipeline(self, patience: float = 0.0) -> Pipeline | None:
        """The pipeline, or None while it is being opened; waits `patience` seconds. Raises what opening raised."""
        wait_for((self._future,), timeout=patience)
        return self._future.result() if self._future.done() else None

    def again(self) -> None:
        """Try anew after a failure; while one attempt runs, and after it was good, nothing happens."""
        if self._future.done() and self._future.exception() is not None:
            self._future = self._start()

    def _start(self) -> Future[Pipeline]:
        self.done, self.total = 0, 0
        return self._pool.submit(self._way, self._step)

    def _step(self, done: int, total: int) -> None:
        self.done, self.total = done, total
