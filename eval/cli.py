"""`python -m eval`: run, score, compare, gate, report, baselines, meta, power, datasets and candidates.

Data goes to standard output, progress and messages to standard error. Exit codes: 0 done, 1 a gate or a ranking failed,
2 wrong use or bad input, 3 incomplete.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from corpus.types import Language
from eval.usage import errors, one_of, words_of

if TYPE_CHECKING:
    from eval.choice import Choice
    from eval.gates import GateFile
    from eval.opinion import Adviser
    from eval.record import Run
    from eval.wiring import Evaluation

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="Evaluates the assistant: what it finds, cites, says and refuses, and how often its checker errs.",
)
_Run = Annotated[str | None, typer.Argument(help="A run's id or folder; the newest finished one where none is named.")]
_Scope = Annotated[str, typer.Option(help="Instruments to use: core, all, or ids with commas between.")]
_Folder = Annotated[Path | None, typer.Option(help="Question sets to use instead of eval/datasets.")]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of Markdown.")]
_Judge = Annotated[bool, typer.Option("--judge", help="Ask the model of PINPOINT_LLM too: an opinion beside the measures.")]
_JudgeLimit = Annotated[int, typer.Option(min=1, help="With --judge: outcomes that the model is asked about, at most.")]
_Gates = Annotated[Path | None, typer.Option(help="Gates to use instead of eval/gates.toml.")]


@app.command()
def run(  # noqa: PLR0913 - each is an option of the command line
    system: Annotated[str, typer.Option(help="assistant, or a baseline by name.")] = "assistant",
    sets: Annotated[str, typer.Option("--set", help="Question sets, commas between; all where none is named.")] = "",
    split: Annotated[str, typer.Option(help="dev, test, all or smoke.")] = "all",
    limit: Annotated[int | None, typer.Option(min=1, help="Items at most.")] = None,
    ids: Annotated[str, typer.Option(help="Items by id, commas between.")] = "",
    lang: Annotated[str, typer.Option(help="Languages, commas between; all where none is named.")] = "",
    *,
    resume: Annotated[bool, typer.Option(help="Go on with the newest unfinished run of the same make.")] = False,
    fresh: Annotated[bool, typer.Option(help="Ask everything anew, also what is known.")] = False,
    judge: _Judge = False,
    judge_limit: _JudgeLimit = 100,
    scope: _Scope = "core",
    folder: _Folder = None,
) -> None:
    """Ask a system the question sets, keep what comes, and print its measures."""
    with errors():
        from eval.choice import Choice  # noqa: PLC0415 - models and stores load only where they are used
        from eval.report.markdown import report_markdown  # noqa: PLC0415
        from eval.systems import SYSTEMS  # noqa: PLC0415
        from eval.verbs import report as put_together  # noqa: PLC0415
        from eval.verbs import with_opinion  # noqa: PLC0415
        from eval.wiring import run_system  # noqa: PLC0415

        one_of(system, SYSTEMS)
        choice = Choice(
            name=one_of(split, ("dev", "test", "all", "smoke")),
            sets=words_of(sets),
            ids=words_of(ids),
            languages=tuple(Language(one_of(code, tuple(Language))) for code in words_of(lang)) or tuple(Language),
            limit=limit,
        )
        adviser, gates = _adviser() if judge else None, _read_gates(None)
        opened = _open(scope, folder, choice)
        found = run_system(opened, system, choice, fresh=fresh, resume=resume)
        if adviser:
            found = with_opinion(opened, found, adviser, judge_limit)
        content, _ = put_together(opened, found, gates)
        typer.echo(report_markdown(content))


@app.command()
def score(
    name: _Run = None,
    *,
    judge: _Judge = False,
    judge_limit: _JudgeLimit = 100,
    as_json: _Json = False,
    scope: _Scope = "core",
    folder: _Folder = None,
) -> None:
    """Judge a run again by the question sets as they are today; asks the system nothing."""
    with errors():
        from eval.report.markdown import report_markdown  # noqa: PLC0415
        from eval.report.wire import report_json  # noqa: PLC0415
        from eval.verbs import report as put_together  # noqa: PLC0415
        from eval.verbs import with_opinion  # noqa: PLC0415

        adviser = _adviser() if judge else None
        found, gates = _find(name), _read_gates(None)
        opened = _open(scope, folder)
        if adviser:
            found = with_opinion(opened, found, adviser, judge_limit)
        content, _ = put_together(opened, found, gates)
        typer.echo(report_json(content).decode() if as_json else report_markdown(content))


@app.command()
def compare(
    before: Annotated[str, typer.Argument(help="The earlier run.")],
    after: Annotated[str, typer.Argument(help="The later run.")],
    *,
    as_json: _Json = False,
    scope: _Scope = "core",
    folder: _Folder = None,
) -> None:
    """Print what changed from one run to another, with intervals and tests, and which outcomes flipped."""
    with errors():
        from eval.report.comparison import comparison_markdown  # noqa: PLC0415
        from eval.verbs import comparison  # noqa: PLC0415

        first, second = _find(before), _find(after)
        found = comparison(_open(scope, folder), first, second)
        typer.echo(orjson.dumps(found).decode() if as_json else comparison_markdown(found))


@app.command()
def gate(
    name: Annotated[str | None, typer.Argument(help="A run's id or folder; without one the smoke set is asked.")] = None,
    *,
    ratchet: Annotated[bool, typer.Option(help="Print gates raised to what the run reached, and fail for none.")] = False,
    gates: _Gates = None,
    scope: _Scope = "core",
    folder: _Folder = None,
) -> None:
    """Hold a run to its gates. Exit 1 names each gate that fails."""
    with errors():
        from eval.gates import gates_text  # noqa: PLC0415
        from eval.verbs import gate as held_to  # noqa: PLC0415

        named, file = _find(name) if name else None, _read_gates(gates)
        found = held_to(_open(scope, folder), named, file)
        if ratchet:
            typer.echo(gates_text(found.raised), nl=False)
            return
        for fault in found.faults:
            typer.echo(f"FAILS {fault}")
        if found.faults:
            typer.echo(f"pinpoint: {_gates_fail(len(found.faults))} for {found.run.record.id}.", err=True)
            raise typer.Exit(1)
        typer.echo(f"Every gate holds for {found.run.record.id}.")


@app.command()
def report(
    name: _Run = None,
    *,
    out: Annotated[Path | None, typer.Option(help="Folder to write to; the run's own where none is named.")] = None,
    gates: _Gates = None,
    scope: _Scope = "core",
    folder: _Folder = None,
) -> None:
    """Write a run's report as HTML, Markdown, JSON and JUnit, and as a log for inspect_ai."""
    with errors():
        from eval.verbs import write_report  # noqa: PLC0415

        found, file = _find(name), _read_gates(gates)
        for path in write_report(_open(scope, folder), found, file, out or found.folder):
            typer.echo(path)


@app.command()
def baselines(scope: _Scope = "core", folder: _Folder = None) -> None:
    """Ask every baseline the smoke set. Exit 1 unless they rank as they should."""
    with errors():
        from eval.choice import SMOKE, Choice  # noqa: PLC0415
        from eval.report.markdown import baselines_markdown  # noqa: PLC0415
        from eval.verbs import baselines as ask_all  # noqa: PLC0415

        found = ask_all(_open(scope, folder), Choice(name=SMOKE))
        typer.echo("\n".join(baselines_markdown(found.standings, found.expectations)))
        raise typer.Exit(0 if all(one.holds for one in found.expectations) else 1)


@app.command()
def meta(
    *,
    limit: Annotated[int | None, typer.Option(min=1, help="Claims at most, of each operator and language.")] = None,
    as_json: _Json = False,
    scope: _Scope = "core",
    folder: _Folder = None,
) -> None:
    """Check the checker: errors put in on purpose, and hand-written claims, each with what it said of them."""
    with errors():
        from eval.checking import meta as check_checker  # noqa: PLC0415
        from eval.meta_report import as_json as values  # noqa: PLC0415
        from eval.meta_report import markdown  # noqa: PLC0415

        found = check_checker(_open(scope, folder), limit)
        typer.echo(orjson.dumps(values(found)).decode() if as_json else markdown(found))


@app.command()
def power(
    difference: Annotated[float | None, typer.Option(help="A difference between two runs, as a share from 0 to 1.")] = None,
    flips: Annotated[float, typer.Option(help="The share of items that turn either way.")] = 0.2,
    items: Annotated[int | None, typer.Option(help="What so many items can show.")] = None,
    gate: Annotated[float | None, typer.Option(help="A gate, with --rate.")] = None,
    rate: Annotated[float | None, typer.Option(help="A true rate that is to be told from --gate.")] = None,
    bound: Annotated[float | None, typer.Option(help="A rate of failures to be ruled out.")] = None,
) -> None:
    """Say how many items a difference needs, or what a number of items can show (95 % sure, seen four times of five)."""
    with errors():
        from eval.planning import Plan, plan_lines  # noqa: PLC0415

        asked = Plan(difference=difference, flips=flips, items=items, gate=gate, rate=rate, bound=bound)
        typer.echo("\n".join(plan_lines(asked)))


@app.command()
def candidates(
    feedback: Annotated[Path | None, typer.Argument(help="The feedback file; data/feedback.jsonl where none is named.")] = None,
    out: Annotated[Path | None, typer.Option(help="A new file to write to, instead of standard output.")] = None,
) -> None:
    """Turn what readers flagged on the chat page into candidates for the question sets, to be reviewed by hand."""
    with errors():
        from corpus.settings import Settings  # noqa: PLC0415
        from eval.candidates import candidate_lines, read_candidates, write_candidates  # noqa: PLC0415

        found = read_candidates(feedback or Settings.from_environment().data / "feedback.jsonl")
        if out is None:
            for line in candidate_lines(found):
                typer.echo(line)
            return
        typer.echo(f"{write_candidates(out, found)} candidates to review are in {out}.", err=True)


@app.command()
def datasets(
    *,
    lock: Annotated[bool, typer.Option("--lock", help="Write the lock and the cards anew first.")] = False,
    folder: _Folder = None,
) -> None:
    """Check the question sets against their lock, and print how far two annotators agree."""
    with errors():
        from eval.agreement import agreement  # noqa: PLC0415
        from eval.cards import write_cards  # noqa: PLC0415
        from eval.lock import verify_lock, write_lock  # noqa: PLC0415
        from eval.questions import load_all  # noqa: PLC0415
        from eval.rows import DATASETS  # noqa: PLC0415

        where = folder or DATASETS
        if lock:
            write_cards(where)
            write_lock(where)
        locked = verify_lock(where)
        items = load_all(folder=where)
        typer.echo(f"{len(locked)} files agree with their lock; {len(items)} items.")
        typer.echo(orjson.dumps(agreement(items), option=orjson.OPT_INDENT_2).decode())


def _open(scope: str, folder: Path | None, choice: "Choice | None" = None) -> "Evaluation":
    from eval.rows import DATASETS  # noqa: PLC0415
    from eval.wiring import open_evaluation  # noqa: PLC0415

    return open_evaluation(scope, folder or DATASETS, choice)


def _find(name: str | None) -> "Run":
    """A run, before anything is opened, so that a wrong name is told at once."""
    from corpus.settings import Settings  # noqa: PLC0415
    from eval.record import find_run  # noqa: PLC0415
    from eval.wiring import place_of  # noqa: PLC0415

    return find_run(place_of(Settings.from_environment()).runs, name)


def _adviser() -> "Adviser":
    from corpus.settings import Settings  # noqa: PLC0415
    from eval.opinion import open_adviser  # noqa: PLC0415

    return open_adviser(Settings.from_environment())


def _gates_fail(count: int) -> str:
    return "1 gate fails" if count == 1 else f"{count} gates fail"


def _read_gates(path: Path | None) -> "GateFile":
    from eval.gates import GATES, read_gates  # noqa: PLC0415

    return read_gates(path or GATES)
