"""The pipeline opened in the background, with how far that is, for whoever waits.

Knows nothing of what is opened: it is handed the way to do it. Refuses to lose an error: what failed is kept to be told.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for

from corpus.errors import PinpointError
from rag.pipeline import Pipeline

Step = Callable[[int, int], None]
"""Takes how many are done and of how many."""


class Opening:
    """One pipeline for all sessions of a process; begins to open when it is made."""

    def __init__(self, way: Callable[[Step], Pipeline]) -> None:
        self._way = way
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="opening")
        self._future: Future[Pipeline] = self._start()

    def pipeline(self, patience: float = 0.0) -> Pipeline | None:
        """The pipeline, or None while it is not open; waits for it `patience` seconds at most."""
        wait_for((self._future,), timeout=patience)
        return self._future.result() if self._future.done() and self.failure() is None else None

    def failure(self) -> BaseException | None:
        """Why opening failed, or None where it has not failed."""
        return self._future.exception() if self._future.done() else None

    def again(self) -> None:
        """Try anew after a failure; while an attempt runs, and after a good one, nothing happens."""
        if self.failure() is not None:
            self._future = self._start()

    def _start(self) -> Future[Pipeline]:
        self.done, self.total = 0, 0
        future = self._pool.submit(self._way, self._step)
        future.add_done_callback(_tell)
        return future

    def _step(self, done: int, total: int) -> None:
        self.done, self.total = done, total


def _tell(future: Future[Pipeline]) -> None:
    """Log a failure once; only one that nobody foresaw with its traceback."""
    failure = future.exception()
    if failure is not None:
        foreseen = isinstance(failure, PinpointError)
        logging.getLogger(__name__).error("The texts could not be opened: %s", failure, exc_info=None if foreseen else failure)


_shared: list[Opening] = []


def share(opening: Opening) -> None:
    """Make an opening the one of this process: the API's, which the chat page then uses too."""
    _shared[:] = [opening]


def shared() -> Opening | None:
    """The opening of this process, where one is shared."""
    return next(iter(_shared), None)
