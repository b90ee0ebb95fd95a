"""What the verbs of `python -m eval` do, short of reading options and printing.

Each takes an opened evaluation and gives values. Refuses nothing of its own.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import StoreUnwritable
from eval.checker_gate import checker_faults, checker_ratcheted
from eval.checking import sample
from eval.choice import SMOKE, Choice
from eval.compare import Comparison, compare
from eval.export import inspect_log
from eval.findings import Checked, Ranked, keep_finding, read_finding
from eval.gate import Fault, faults, ratcheted
from eval.gates import GateFile, Gates
from eval.meta import Checker
from eval.opinion import Adviser, ask_opinion
from eval.ranking import expectations, standings
from eval.record import Run, write_record
from eval.report.content import Extras, Report, report_of
from eval.report.html import report_html
from eval.report.junit import junit_xml
from eval.report.markdown import report_markdown
from eval.report.wire import report_json
from eval.scores import Scores
from eval.systems import ASSISTANT, BASELINES, PLAIN
from eval.wiring import Evaluation, judge_run, made_today, run_system
from rag.progress import progress, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Gated:
    """A judged run, the gates that failed and the gates as the run would raise them."""

    run: Run
    faults: tuple[Fault, ...]
    raised: GateFile


def report(opened: Evaluation, found: Run, gates: GateFile) -> tuple[Report, Scores]:
    """A run judged and put together for readers, with what other verbs found for the same corpus and code."""
    scores = judge_run(opened, found)
    made_with = (found.record.made.corpus_version, found.record.made.code)
    ranked = read_finding(opened.place.folder, Ranked, made_with)
    has_gates = found.record.made.holdings in gates.gates.get(found.record.made.choice.gated_as, {})
    extras = Extras(
        gates=faults(found.record, scores, gates, opened.critical) if has_gates else None,
        standings=ranked.standings,
        expectations=ranked.expectations,
        meta=read_finding(opened.place.folder, Checked, made_with).markdown,
    )
    return report_of(found.record, scores, opened.ours, extras), scores


def with_opinion(opened: Evaluation, found: Run, adviser: Adviser, limit: int) -> Run:
    """The run with a language model's opinion of a sample of its claims, kept in its record; raises as `ask_opinion`."""
    with progress(f"Asking {adviser.model.name} for its opinion") as step:
        opinion = ask_opinion(adviser, opened.pipeline.index.library, found.outcomes, limit, step)
    advised = replace(found, record=replace(found.record, opinion=opinion))
    write_record(advised.folder, advised.record)
    return advised


def write_report(opened: Evaluation, found: Run, gates: GateFile, folder: Path) -> tuple[Path, ...]:
    """Every form of the report, and the log for inspect_ai, written to a folder; raises StoreUnwritable."""
    content, scores = report(opened, found, gates)
    forms = {
        "report.html": report_html(content).encode(),
        "report.md": report_markdown(content).encode(),
        "report.json": report_json(content),
        "junit.xml": junit_xml(content),
        "inspect.json": inspect_log(found.record, scores, opened.ours),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, written in forms.items():
            (folder / name).write_bytes(written)
    except OSError as error:
        raise StoreUnwritable(f"The report cannot be written to {folder}: {error}.", hint="Name another with --out.") from error
    return tuple(folder / name for name in forms)


def gate(opened: Evaluation, named: Run | None, gates: GateFile, check: Checker | None = None) -> Gated:
    """A run held to its gates; without one, the smoke set is asked first. `check` stands in for the program's checker.

    With the smoke set goes the checker's own small sample, as long as the run was made with the code and corpus of today.
    """
    found = named or run_system(opened, ASSISTANT, Choice(name=SMOKE))
    scores = judge_run(opened, found)
    gated = Gated(
        run=found,
        faults=faults(found.record, scores, gates, opened.critical),
        raised=ratcheted(found.record, scores, gates, opened.critical),
    )
    if found.record.made.choice.gated_as != SMOKE:
        return gated
    if not made_today(opened, found.record):
        say(f"{found.record.id} was made with other code or texts than today's: the gates of the checker are left out.")
        return gated
    return _with_checker(opened, gated, gates, check)


def _with_checker(opened: Evaluation, gated: Gated, gates: GateFile, check: Checker | None) -> Gated:
    made = gated.run.record.made
    measured = sample(opened, check)
    held = gates.gates.get(SMOKE, {}).get(made.holdings, Gates())
    own = gated.raised.gates[SMOKE][made.holdings]
    own = own.model_copy(update={"checker": checker_ratcheted(measured, held.checker)})
    smoke = {**gated.raised.gates[SMOKE], made.holdings: own}
    return replace(
        gated,
        faults=(*gated.faults, *checker_faults(measured, held.checker)),
        raised=GateFile(gates={**gated.raised.gates, SMOKE: smoke}),
    )


def comparison(opened: Evaluation, first: Run, second: Run) -> Comparison:
    """Two runs judged by the question sets as they are today, and compared."""
    return compare((first.record, judge_run(opened, first)), (second.record, judge_run(opened, second)))


def baselines(opened: Evaluation, choice: Choice) -> Ranked:
    """Every system asked the same sample, and whether they rank as they should; kept for reports."""
    names = [ASSISTANT, *BASELINES]
    if not opened.pipeline.index.library.texts:
        say(f"{PLAIN} knows official texts only, and none are held: left out.")
        names.remove(PLAIN)
    runs = {name: run_system(opened, name, choice) for name in names}
    scores = {name: judge_run(opened, found) for name, found in runs.items()}
    made = runs[ASSISTANT].record.made
    found = Ranked(made_with=(made.corpus_version, made.code), standings=standings(scores), expectations=expectations(scores))
    keep_finding(opened.place.folder, found)
    return found
