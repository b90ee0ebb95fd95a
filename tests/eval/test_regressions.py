"""Seeded regressions on the sample instrument: each is stopped, by the gate that should stop it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.types import Reference
from eval.asking import Asked
from eval.choice import SMOKE, Choice, choose
from eval.gate import faults, ratcheted
from eval.gates import GateFile
from eval.record import Run
from eval.run import Plan, run
from eval.surroundings import surroundings
from eval.systems import open_system
from eval.types import Outcome
from eval.wiring import Evaluation, judge_run, run_system
from rag.pipeline import Pipeline
from tests.eval.sample import evaluation, quiet

Break = Callable[[Outcome], Outcome]
ELSEWHERE = Reference(instrument="sample-rules", locator="9(2)")


def shuffled(outcome: Outcome) -> Outcome:
    """Every claim cites another provision than its own."""
    return replace(outcome, claims=tuple(replace(claim, citations=(ELSEWHERE,)) for claim in outcome.claims))


def weakened(outcome: Outcome) -> Outcome:
    """The verb of every claim is weakened, and the checker finds it out."""
    return replace(
        outcome,
        claims=tuple(
            replace(claim, text=claim.text.replace("must", "may"), verdict="contradicted", reason="modality: may")
            for claim in outcome.claims
        ),
    )


def emboldened(outcome: Outcome) -> Outcome:
    """Nothing is refused any more: the threshold is gone."""
    return outcome if outcome.status == "answered" else replace(outcome, status="answered", reason=None)


def silenced(outcome: Outcome) -> Outcome:
    """An instrument is gone: nothing of it is found or said."""
    return replace(outcome, status="refused", reason="not_in_texts", claims=(), ranking=())


REGRESSIONS = [
    (shuffled, {"instrument.sample-rules.citation_precision", "instrument.sample-rules.pinpoint_item", "critical.s001/0/en"}),
    (weakened, {"all.all.faithfulness", "language.en.faithfulness", "type.lookup.right"}),
    (emboldened, {"type.unanswerable.hallucination", "all.all.hallucination", "critical.s005/0/en"}),
    (silenced, {"instrument.sample-rules.recall_10", "type.lookup.over_refusal", "language.zh.right"}),
]


@pytest.fixture(scope="module")
def opened(pipeline: Pipeline, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """One evaluation for all regressions, so that the sound system is asked once."""
    return evaluation(pipeline, built, tmp_path_factory.mktemp("regressions"))


@pytest.fixture(scope="module")
def sound(opened: Evaluation) -> Run:
    """The smoke set put to the sound system."""
    return run_system(opened, "assistant", Choice(name=SMOKE))


@pytest.fixture(scope="module")
def gates(opened: Evaluation, sound: Run) -> GateFile:
    """Gates set from the sound system, which hold for it."""
    scores = judge_run(opened, sound)
    raised = ratcheted(sound.record, scores, GateFile(), opened.critical)
    assert faults(sound.record, scores, raised, opened.critical) == ()
    return raised


@pytest.mark.parametrize(("harm", "caught"), REGRESSIONS)
def test_caught(opened: Evaluation, sound: Run, gates: GateFile, harm: Break, caught: set[str]) -> None:
    """The gates of the sound system fail for the harmed one, among them those of the table."""
    harmed = harmed_run(opened, sound, harm)
    failed = {fault.gate for fault in faults(harmed.record, judge_run(opened, harmed), gates, opened.critical)}
    assert caught <= failed


def harmed_run(opened: Evaluation, sound: Run, harm: Break) -> Run:
    """The same questions put to the assistant, with harm done to each outcome."""
    assistant = open_system("assistant", opened.pipeline, opened.vectors, quiet)

    def answer(asked: Asked) -> Outcome:
        return harm(assistant.answer(asked))

    plan = Plan(
        items=choose(opened.items, sound.record.made.choice, opened.folder),
        made=replace(sound.record.made, code=harm.__name__),
        surroundings=surroundings(),
    )
    return run(opened.place, plan, replace(assistant, answer=answer), quiet)
