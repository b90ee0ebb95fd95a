"""What every command line does with an error: tell it in one line, and end with its exit code."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from corpus.errors import PinpointError


@contextmanager
def errors_told() -> Iterator[None]:
    """Whatever is foreseen to go wrong inside is told to standard error and ends the command with the error's exit code."""
    try:
        yield
    except PinpointError as error:
        typer.echo(f"pinpoint: {error}", err=True)
        raise typer.Exit(error.exit_code) from error
