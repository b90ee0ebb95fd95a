"""`python -m rag key`: who may use the API from another machine.

A key is shown once, when it is made. Refuses to show it again: it is not kept.
"""

import typer

from corpus.settings import Settings
from corpus.telling import errors_told
from rag.api.keys import Key, KeyRing

app = typer.Typer(no_args_is_help=True, help="Keys for using the API and the page from other machines.")


@app.command()
def create(name: str = typer.Argument(help='Whose key it is, such as "law clinic".')) -> None:
    """Make a key and show it, this once."""
    with errors_told():
        key, text = _ring().create(name)
        typer.echo(text)
        typer.echo(
            f"Key {key.id} for {key.name}. It is not kept and not shown again. Send it as: Authorization: Bearer …", err=True
        )


@app.command(name="list")
def list_() -> None:
    """List all keys: id, day of making, standing, holder."""
    with errors_told():
        keys = _ring().all()
        for key in keys:
            typer.echo(_line(key))
        if not keys:
            typer.echo("There are no keys. Make one: python -m rag key create NAME", err=True)


@app.command()
def revoke(number: str = typer.Argument(metavar="ID", help="The id that `key list` shows.")) -> None:
    """Take a key out of use; a running server refuses it from the next request on."""
    with errors_told():
        typer.echo(_line(_ring().revoke(number)))


def _ring() -> KeyRing:
    return KeyRing(Settings.from_environment().keys)


def _line(key: Key) -> str:
    standing = f"revoked {key.revoked:%Y-%m-%d}" if key.revoked else "in use"
    return f"{key.id}  {key.created:%Y-%m-%d}  {standing:18}  {key.name}"
