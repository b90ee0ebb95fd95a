"""How far long work has come, on standard error: a bar where somebody watches, else a line now and then.

Says it; refuses to guess how long it will take where nobody watches.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich import progress as bars
from rich.console import Console

from rag.ports import Progress

_EVERY = 20.0
"""Seconds between two lines, at least."""
_console = Console(stderr=True)


def say(line: str) -> None:
    """One line of progress, to standard error."""
    _console.print(line, highlight=False, markup=False, soft_wrap=True)


@contextmanager
def progress(what: str, *, clock: Callable[[], float] = time.monotonic) -> Iterator[Progress]:
    """A bar, gone when done; where standard error is no terminal, a line at the beginning and one every twenty seconds."""
    if not _console.is_terminal:
        say(f"{what}.")
        yield _lines(what, clock)
        return
    columns = (bars.TextColumn("{task.description}"), bars.BarColumn(), bars.MofNCompleteColumn(), bars.TimeRemainingColumn())
    with bars.Progress(*columns, console=_console, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _lines(what: str, clock: Callable[[], float]) -> Progress:
    said = clock()

    def step(done: int, total: int) -> None:
        nonlocal said
        if done < total and clock() - said >= _EVERY:
            said = clock()
            say(f"{what}: {done:,} of {total:,}.")

    return step
