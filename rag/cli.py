"""`python -m rag`: index, ask, search, cite and check from the command line; serve and mcp for other programs.

Data goes to standard output, progress and messages to standard error. Exit codes: 0 done (a refusal too), 1 a check
failed, 2 wrong use or bad input, 3 incomplete.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NoReturn

import orjson
import typer

from corpus.errors import BadInput
from corpus.facts import find_facts
from corpus.settings import Settings
from corpus.telling import errors_told
from rag import comparecli
from rag.api import keycli
from rag.batch import AskLine, CheckLine, CiteLine, L, SearchLine, run_batch
from rag.export.forms import Form, Style
from rag.types import VerdictStatus

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Answers on United Nations justice standards, pinned to the paragraph.",
)
app.add_typer(keycli.app, name="key")
app.command()(comparecli.compare)
app.command()(comparecli.checklist)
_Json = Annotated[bool, typer.Option("--json", help="Print JSON on one line.")]
_Jsonl = Annotated[
    Path | None, typer.Option("--jsonl", help="Read one JSON object a line from this file, '-' for standard input.")
]
_scope_option = typer.Option(help="Instruments to use: core, all, or ids with commas between.")
_Scope = Annotated[str, _scope_option]
_ServedScope = Annotated[str | None, _scope_option]


@app.command()
def index(
    scope: _Scope = "core", *, rebuild: Annotated[bool, typer.Option(help="Build anew though nothing changed.")] = False
) -> None:
    """Set everything up: texts, store and index. Does nothing where all is fresh."""
    with errors_told():
        from rag.wiring import prepare  # noqa: PLC0415 - models and stores load only where they are used

        typer.echo(prepare(scope, rebuild=rebuild))


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="A question in any official language of the UN.")] = None,
    *,
    as_json: _Json = False,
    jsonl: _Jsonl = None,
    scope: _Scope = "core",
) -> None:
    """Answer a question with citations, or refuse with a reason."""
    with errors_told():
        from rag.present.plain import answer_text  # noqa: PLC0415
        from rag.wiring import open_pipeline  # noqa: PLC0415

        if jsonl is not None:
            pipeline = open_pipeline(scope)
            _batch(jsonl, AskLine, lambda line: pipeline.ask(line.question, line.history))
        wanted = _given(question, 'python -m rag ask "Who may visit a prisoner?"')
        answer = open_pipeline(scope).ask(wanted)
        _print(answer, as_json=as_json, text=answer_text)


@app.command()
def search(
    query: Annotated[str | None, typer.Argument(help="Words, a question or a citation.")] = None,
    *,
    top: Annotated[int, typer.Option(min=1, max=50, help="How many passages.")] = 10,
    as_json: _Json = False,
    jsonl: _Jsonl = None,
    scope: _Scope = "core",
) -> None:
    """List the passages nearest to a query, best first."""
    with errors_told():
        from rag.present.plain import search_text  # noqa: PLC0415
        from rag.wiring import open_pipeline  # noqa: PLC0415

        if jsonl is not None:
            pipeline = open_pipeline(scope)
            _batch(jsonl, SearchLine, lambda line: pipeline.search(line.query, top))
        result = open_pipeline(scope).search(_given(query, 'python -m rag search "solitary confinement"'), top)
        _print(result, as_json=as_json, text=search_text)


@app.command()
def export(
    question: Annotated[str, typer.Argument(help="A question in any official language of the UN.")],
    *,
    form: Annotated[Form, typer.Option("--form", help="The kind of file.")] = Form.WORD,
    style: Annotated[Style, typer.Option(help="How references are written.")] = Style.UN,
    out: Annotated[Path | None, typer.Option(help="The file to write; else one named after what is cited.")] = None,
    scope: _Scope = "core",
) -> None:
    """Answer a question as a file for Word, Markdown or a reference manager."""
    with errors_told():
        from rag.export.files import exported  # noqa: PLC0415
        from rag.wiring import open_pipeline  # noqa: PLC0415

        pipeline = open_pipeline(scope)
        file = exported(pipeline.index.library, pipeline.ask(question), form, style=style)
        path = out or Path(file.name)
        try:
            path.write_bytes(file.data)
        except OSError as error:
            raise BadInput(f"{path} cannot be written: {error.strerror}.", hint="Name another file with --out.") from error
        typer.echo(path)


@app.command()
def cite(
    text: Annotated[str | None, typer.Argument(help="A text with references in it.")] = None,
    *,
    as_json: _Json = False,
    jsonl: _Jsonl = None,
    scope: _Scope = "core",
) -> None:
    """Find and resolve every reference in a text."""
    with errors_told():
        from rag.present.plain import cited_text  # noqa: PLC0415
        from rag.present.wire import cited_wire  # noqa: PLC0415
        from rag.text_checks import cite_text  # noqa: PLC0415
        from rag.wiring import open_library  # noqa: PLC0415

        library = open_library(scope)
        if jsonl is not None:
            _batch(jsonl, CiteLine, lambda line: cited_wire(cite_text(library, line.text)))
        found = cite_text(library, _given(text, 'python -m rag cite "See rule 45 of the Nelson Mandela Rules."'))
        typer.echo(orjson.dumps(cited_wire(found)).decode() if as_json else cited_text(found))


@app.command()
def check(
    claim: Annotated[str | None, typer.Option(help="One sentence.")] = None,
    citation: Annotated[str | None, typer.Option(help="What it cites, such as 'mandela 45(1)'.")] = None,
    *,
    as_json: _Json = False,
    jsonl: _Jsonl = None,
    scope: _Scope = "core",
) -> None:
    """Check a claim against the provision that it cites. Exit 1 unless it is supported."""
    with errors_told():
        from rag.present.plain import verdict_text  # noqa: PLC0415
        from rag.text_checks import check_claim, read_citation  # noqa: PLC0415
        from rag.wiring import LazyTokens, open_library  # noqa: PLC0415

        library, tokens = open_library(scope), LazyTokens(Settings.from_environment())
        if jsonl is not None:
            _batch(
                jsonl,
                CheckLine,
                lambda line: {"verdict": check_claim(library, line.claim, _named(line), line.locator, embedder=tokens)},
            )
        example = 'python -m rag check --claim "…" --citation "mandela 45(1)"'
        name, locator = read_citation(_given(citation, example))
        verdict = check_claim(library, _given(claim, example), name, locator, embedder=tokens)
        _print(verdict, as_json=as_json, text=verdict_text)
        raise typer.Exit(0 if verdict.status is VerdictStatus.SUPPORTED else 1)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on; beyond 127.0.0.1, keys are needed.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65_535, help="The port to listen on.")] = None,
    scope: _ServedScope = None,
    *,
    ui: Annotated[bool, typer.Option("--ui", help="Serve the chat page too, at /.")] = False,
) -> None:
    """Serve the API until Ctrl-C; ready as soon as the index is."""
    with errors_told():
        from rag.api.serve import serve as serve_until_told  # noqa: PLC0415

        given = Settings.from_environment()
        settings = replace(
            given,
            host=given.host if host is None else host,
            port=given.port if port is None else port,
            scope=given.scope if scope is None else scope,
        )
        serve_until_told(settings, ui=ui)


@app.command()
def mcp(
    *,
    http: Annotated[
        bool, typer.Option("--http", help="Over streamable HTTP, until Ctrl-C, not on standard input and output.")
    ] = False,
    host: Annotated[str | None, typer.Option(help="With --http: the address; beyond 127.0.0.1, keys are needed.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65_535, help="With --http: the port; PINPOINT_PORT + 1.")] = None,
    scope: _ServedScope = None,
) -> None:
    """Serve assistants that speak the Model Context Protocol."""
    with errors_told():
        from rag.mcp_server.serve import beside, serve_http, serve_stdio  # noqa: PLC0415

        if not http and (host is not None or port is not None):
            raise BadInput("--host and --port are of HTTP.", hint="Add --http, or leave them out.")
        given = Settings.from_environment()
        settings = replace(given, scope=given.scope if scope is None else scope)
        if not http:
            serve_stdio(settings)
            return
        next_door = beside(settings)
        serve_http(replace(next_door, host=host or next_door.host, port=next_door.port if port is None else port))


def _named(line: CheckLine) -> str:
    name = line.instrument or line.symbol
    if not name:
        raise BadInput("A line to check names neither instrument nor symbol.", hint='Add "instrument": "mandela".')
    return find_facts(name).id


def _given(value: str | None, example: str) -> str:
    if value is None:
        raise BadInput("Nothing was given.", hint=f"Try: {example}, or --jsonl FILE.")
    return value


def _print(value: object, *, as_json: bool, text: Callable[..., str]) -> None:
    typer.echo(orjson.dumps(value).decode() if as_json else text(value))


def _batch(path: Path, shape: type[L], answer: Callable[[L], object]) -> NoReturn:
    """Answer a file line by line and end the program: 3 where a line was bad, else 0."""
    all_good = True
    try:
        lines = sys.stdin.buffer if str(path) == "-" else path.open("rb")
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.", hint="Name a file of JSON lines.") from error
    with lines:
        for given, good in run_batch(lines, shape, answer):
            typer.echo(given.decode())
            all_good = all_good and good
    raise typer.Exit(0 if all_good else 3)
