"""`python -m rag compare` and `python -m rag checklist`: instruments side by side, and what to check on a visit.

Data goes to standard output. Refuses to guess a place or a topic: what is not known is answered with what is.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import orjson
import typer

from corpus.errors import BadInput
from corpus.telling import errors_told
from corpus.types import Language

V = TypeVar("V")
_Json = Annotated[bool, typer.Option("--json", help="Print JSON on one line.")]
_Lang = Annotated[Language | None, typer.Option("--lang", help="The reader's language.")]
_To = Annotated[Path | None, typer.Option("--to", help="Write it to this file, in place of printing.")]
_Scope = Annotated[str, typer.Option(help="Instruments to use: core, all, or ids with commas between.")]


def compare(
    subject: Annotated[
        str | None, typer.Argument(metavar='[TOPIC|"WORDS"]', help="A topic, or words. Nothing gives topics by instruments.")
    ] = None,
    *,
    as_json: _Json = False,
    to: _To = None,
    lang: _Lang = None,
    scope: _Scope = "core",
) -> None:
    """Set instruments side by side on a topic or on words; `--to` takes a .docx or .xlsx file."""
    with errors_told():
        from rag.compare.compare import compare as compared  # noqa: PLC0415 - stores load only where they are used
        from rag.compare.matrix import matrix  # noqa: PLC0415
        from rag.present.comparing import comparison_text, matrix_text  # noqa: PLC0415
        from rag.wiring import open_pipeline  # noqa: PLC0415

        _fits(to, (".docx", ".xlsx"))
        if subject is None and to is not None:
            raise BadInput("Topics by instruments are not written to files.", hint="Name a topic, or take --json.")
        pipeline = open_pipeline(scope)
        if subject is None:
            _print(matrix(pipeline.index.library, lang or Language.EN, pipeline.index.version), matrix_text, as_json=as_json)
            return
        found = compared(pipeline, subject, lang)
        if to is None:
            _print(found, comparison_text, as_json=as_json)
            return
        from rag.export.compared import table_of  # noqa: PLC0415
        from rag.export.tables import comparison_docx, comparison_xlsx  # noqa: PLC0415

        _write(to, (comparison_docx if to.suffix == ".docx" else comparison_xlsx)(table_of(found)))


def checklist(
    place: Annotated[str, typer.Argument(help="police-cell, prison, womens-prison, child-facility or community-sanction.")],
    *,
    topics: Annotated[str, typer.Option(help="Topics with commas between; all of the place's where none is given.")] = "",
    as_json: _Json = False,
    to: _To = None,
    lang: Annotated[Language, typer.Option("--lang", help="The reader's language.")] = Language.EN,
    scope: _Scope = "core",
) -> None:
    """List what to check on a visit to a place, each line with its paragraphs; `--to` takes a .docx file."""
    with errors_told():
        from corpus.places import find_place  # noqa: PLC0415
        from rag.compare.checklist import checklist as listed  # noqa: PLC0415
        from rag.present.comparing import checklist_text  # noqa: PLC0415
        from rag.wiring import open_pipeline  # noqa: PLC0415

        _fits(to, (".docx",))
        found, chosen = find_place(place), tuple(filter(None, map(str.strip, topics.split(","))))
        index = open_pipeline(scope).index
        made = listed(index.library, found, lang, index.version, chosen)
        if to is None:
            _print(made, checklist_text, as_json=as_json)
            return
        from rag.export.compared import items_of  # noqa: PLC0415
        from rag.export.tables import checklist_docx  # noqa: PLC0415

        _write(to, checklist_docx(items_of(made)))


def _print(value: V, text: Callable[[V], str], *, as_json: bool) -> None:
    typer.echo(orjson.dumps(value).decode() if as_json else text(value))


def _fits(to: Path | None, endings: tuple[str, ...]) -> None:
    """Raise BadInput for a file that cannot be written as what its name says."""
    if to is not None and to.suffix not in endings:
        raise BadInput(f"{to.name} is no {' or '.join(endings)} file.", hint=f"Name it like list{endings[0]}.")


def _write(to: Path, content: bytes) -> None:
    try:
        to.write_bytes(content)
    except OSError as error:
        raise BadInput(f"{to} cannot be written: {error.strerror}.", hint="Name a file in a folder that exists.") from error
    typer.echo(f"Written: {to}", err=True)
