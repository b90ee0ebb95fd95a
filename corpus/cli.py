"""`python -m corpus`: import, fetch, status, show, export, lint from the command line.

Data goes to standard output, progress and messages to standard error. Exit codes: 0 done, 1 lint found something,
2 wrong use or bad input, 3 a text was refused or could not be had.
"""

from pathlib import Path
from typing import Annotated

import typer

from corpus.facts import all_facts, find_facts
from corpus.settings import Settings
from corpus.store import Store
from corpus.telling import errors_told
from corpus.types import Language

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="Official texts: where they come from, and what is held of them."
)


@app.command("import")
def import_(path: Annotated[Path, typer.Argument(help="A folder, or a file named like A-RES-70-175.en.pdf.")]) -> None:
    """Import official texts from a file or folder. Exit 3 where one was refused."""
    with errors_told():
        from corpus.holdings import import_into  # noqa: PLC0415 - documents are read only where they are imported

        if import_into(_store(), path, _say):
            raise typer.Exit(3)


@app.command()
def fetch(
    lang: Annotated[list[Language] | None, typer.Option(help="Language versions to get; may be repeated.")] = None,
    instrument: Annotated[list[str] | None, typer.Option(help="Instruments to get; may be repeated.")] = None,
) -> None:
    """Download official texts from the United Nations. Exit 3 where one could not be had."""
    with errors_told():
        from corpus.holdings import fetch_into  # noqa: PLC0415

        names = instrument or [facts.id for facts in all_facts().values() if facts.core]
        wanted = [(find_facts(name), language) for name in names for language in lang or (Language.EN, Language.ZH)]
        if fetch_into(_store(), Settings.from_environment(), wanted, _say):
            raise typer.Exit(3)


@app.command()
def setup() -> None:
    """Get what is missing: import the folder that PINPOINT_TEXTS names, else fetch where the hosts can be reached."""
    with errors_told():
        from corpus.holdings import set_up  # noqa: PLC0415

        set_up(_store(), Settings.from_environment(), _say)


@app.command()
def status() -> None:
    """List what is held, from where, and whether it is complete."""
    with errors_told():
        from corpus.reports import status_lines  # noqa: PLC0415

        for line in status_lines(_store()):
            typer.echo(line)


@app.command()
def show(
    instrument: Annotated[str, typer.Argument(help="Id or symbol, such as mandela.")],
    locator: Annotated[str, typer.Argument(help="Such as 45(1), 8.2(b) or pp12.")],
    lang: Annotated[Language | None, typer.Option(help="Language version.")] = None,
) -> None:
    """Print one provision with its items, or all paragraphs of a rule."""
    with errors_told():
        from corpus.reports import provision_lines  # noqa: PLC0415

        for line in provision_lines(_store(), instrument, locator, lang):
            typer.echo(line)


@app.command()
def export(
    instrument: Annotated[str, typer.Argument(help="Id or symbol, such as mandela.")],
    lang: Annotated[Language | None, typer.Option(help="Language version; without it, every one that is held.")] = None,
) -> None:
    """Print an instrument's provisions as JSON lines."""
    with errors_told():
        from corpus.reports import exported  # noqa: PLC0415

        for line in exported(_store(), instrument, lang):
            typer.echo(line)


@app.command()
def lint(
    instrument: Annotated[list[str] | None, typer.Option(help="Instruments to look at; may be repeated.")] = None,
) -> None:
    """Find what is wrong with digests, scenarios, silences, misbeliefs and what people ask. Exit 1 where something is."""
    with errors_told():
        from corpus.lint import lint_all  # noqa: PLC0415

        findings = lint_all(_store(), instrument or [])
        for finding in findings:
            typer.echo(str(finding))
        _say(f"{len(findings)} findings.")
        if findings:
            raise typer.Exit(1)


def _store() -> Store:
    return Store(Settings.from_environment().store)


def _say(line: str) -> None:
    typer.echo(line, err=True)
