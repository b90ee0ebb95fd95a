"""A model's reply taken piece by piece, within a time and a size, until somebody says stop.

The pieces are read on a thread of their own, so that neither a stream that stalls nor one that never ends can hold an
answer up. Refuses to wait for a reader that was given up: it ends by its own read timeout, or at its next piece.
"""

import time
from collections.abc import Callable, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread

from corpus.errors import DraftingFailed
from rag.drafting.faults import Fault

Stopped = Callable[[], bool]
"""Whether the answer is not wanted any more."""
_TICK = 0.05
_AHEAD = 64
_END = object()


def take(pieces: Callable[[], Iterator[str]], *, seconds: float, characters: int, stopped: Stopped) -> str:
    """The whole reply; raises DraftingFailed where it is too slow, too long or not wanted any more, and what reading raises."""
    queue: Queue[object] = Queue(_AHEAD)
    given_up = Event()
    Thread(target=_read, args=(pieces, queue, given_up), name="language-model", daemon=True).start()
    deadline, taken, size = time.monotonic() + seconds, [], 0
    try:
        while (piece := _next(queue, deadline, stopped)) is not _END:
            if isinstance(piece, BaseException):
                raise piece
            taken.append(str(piece))
            size += len(taken[-1])
            if size > characters:
                raise DraftingFailed(f"The model's reply is over {characters:,} characters.", fault=Fault.TOO_LARGE)
    finally:
        given_up.set()
    return "".join(taken)


def pause(seconds: float, stopped: Stopped) -> None:
    """Wait; raises DraftingFailed as soon as the answer is not wanted any more."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        _unless(stopped)
        time.sleep(min(_TICK, left))


def _next(queue: "Queue[object]", deadline: float, stopped: Stopped) -> object:
    while True:
        _unless(stopped)
        left = deadline - time.monotonic()
        if left <= 0:
            raise DraftingFailed("The model was too slow.", fault=Fault.TIMEOUT, hint="Raise PINPOINT_LLM_SECONDS.")
        try:
            return queue.get(timeout=min(_TICK, left))
        except Empty:
            continue


def _unless(stopped: Stopped) -> None:
    if stopped():
        raise DraftingFailed("The answer was not wanted any more.", fault=Fault.STOPPED)


def _read(pieces: Callable[[], Iterator[str]], queue: "Queue[object]", given_up: Event) -> None:
    end: object = _END
    try:
        for piece in pieces():
            if not _put(queue, piece, given_up):
                return
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where the reply is waited for
        end = error
    _put(queue, end, given_up)


def _put(queue: "Queue[object]", piece: object, given_up: Event) -> bool:
    """Whether the piece was put before the reply was given up."""
    while not given_up.is_set():
        try:
            queue.put(piece, timeout=_TICK)
        except Full:
            continue
        return True
    return False
