"""Wrong use of the command line, bad input and stops, as messages on standard error and exit codes.

Refuses to swallow any other error: that is a fault of ours, and shows itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from corpus.errors import BadInput
from corpus.telling import errors_told

_STOPPED, _INCOMPLETE = "Stopped. What was asked is kept: type the same again, `run` with --resume to go on in the same run.", 3


def words_of(text: str) -> tuple[str, ...]:
    """The words of a list with commas between.

    >>> words_of("en, zh,")
    ('en', 'zh')
    """
    return tuple(word.strip() for word in text.split(",") if word.strip())


def one_of(word: str, known: tuple[str, ...]) -> str:
    """The word, if it is known; raises BadInput with all that are."""
    if word not in known:
        raise BadInput(f"{word!r} is none of {', '.join(known)}.", hint="See: python -m eval run --help.")
    return word


@contextmanager
def errors() -> Iterator[None]:
    """Turn our own errors and an interruption into a message and typer's Exit with their code."""
    try:
        with errors_told():
            yield
    except KeyboardInterrupt as error:
        typer.echo(f"pinpoint: {_STOPPED}", err=True)
        raise typer.Exit(_INCOMPLETE) from error
