"""Gates of the checker: a broken one is caught by the gate of the kind of error that it misses."""

from functools import cache
from pathlib import Path

import pytest

from corpus.types import Reference
from eval.checker_gate import Floors, checker_faults, checker_ratcheted
from eval.checking import sample, spread
from eval.choice import SMOKE
from eval.claims import load_all_claims
from eval.gates import GateFile, Gates, gates_text, read_gates
from eval.meta import Checker, checker
from eval.metrics.intervals import Estimate
from eval.verbs import gate
from eval.wiring import Evaluation
from rag.pipeline import Pipeline
from rag.types import Against, Step, Verdict, VerdictStatus
from tests.eval.sample import evaluation, write_claims


@pytest.fixture(scope="module")
def with_claims(pipeline: Pipeline, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """Sample question sets with a set of claims beside them."""
    opened = evaluation(pipeline, built, tmp_path_factory.mktemp("gated"))
    write_claims(opened.folder)
    return opened


@pytest.fixture(scope="module")
def sound(with_claims: Evaluation) -> Checker:
    """The program's own checker over the sample instrument, which remembers its verdicts."""
    return cache(checker(with_claims.pipeline.index.library, with_claims.tokens))


@pytest.fixture(scope="module")
def floors(with_claims: Evaluation) -> Floors:
    """Gates set from the program's own checker."""
    return checker_ratcheted(sample(with_claims), {})


def without(check: Checker, step: Step) -> Checker:
    """A checker in which one step is broken."""
    return lambda claim, reference, left_out: check(claim, reference, left_out | {step})


def share(value: float, n: int = 10) -> Estimate:
    """A share whose interval is a tenth either way."""
    return Estimate(value=value, low=max(0.0, value - 0.1), high=min(1.0, value + 0.1), n=n)


def test_a_sound_checker_passes_its_own_gates(with_claims: Evaluation, floors: Floors, sound: Checker) -> None:
    """Two samples are the same, so gates set by the first hold for the second."""
    assert checker_faults(sample(with_claims, sound), floors) == ()
    assert floors["en"]["nonexistent"] > 0.8


BROKEN = [(Step.MODALITY, "modality_down"), (Step.NEGATION, "negation")]


@pytest.mark.parametrize(("step", "caught"), BROKEN)
def test_a_broken_step_is_caught(with_claims: Evaluation, step: Step, caught: str) -> None:
    """With one step out, the gates of the errors that it was made for fail, in both languages, where no reader stands in."""
    alone = cache(checker(with_claims.pipeline.index.library))
    floors = checker_ratcheted(sample(with_claims, alone), {})
    failed = {fault.gate for fault in checker_faults(sample(with_claims, without(alone, step)), floors)}
    assert {f"checker.{language}.{caught}" for language in ("en", "zh")} <= failed


READ = [
    (Step.MODALITY, {"checker.en.modality_down"}),
    (Step.NEGATION, {"checker.en.negation", "checker.en.polarity"}),
    (Step.SUPPORT, {"checker.en.wrong_paragraph", "checker.zh.wrong_paragraph"}),
]
"""What a gate misses where the reader of claims reads too, which tells a verb or a "not" in Chinese without their steps."""


@pytest.mark.parametrize(("step", "caught"), READ)
def test_a_broken_step_is_caught_beside_the_reader(
    with_claims: Evaluation, floors: Floors, sound: Checker, step: Step, caught: set[str]
) -> None:
    """The same with the reader, which is what runs."""
    assert caught <= {fault.gate for fault in checker_faults(sample(with_claims, without(sound, step)), floors)}


def test_a_checker_that_passes_nothing_is_caught(with_claims: Evaluation, floors: Floors) -> None:
    """Full recall everywhere is no use where faithful claims do not pass."""

    def deaf(_claim: str, _reference: Reference, _without: frozenset[Step]) -> Verdict:
        return Verdict(status=VerdictStatus.UNCHECKED, against=Against.DIGEST, reason="support: nothing")

    failed = {fault.gate for fault in checker_faults(sample(with_claims, deaf), floors)}
    assert {"checker.en.passed", "checker.zh.passed"} <= failed


def test_every_kind_of_error_has_a_gate() -> None:
    """A kind without a gate fails, as does a gate on which nothing was measured, and one that is too slack."""
    found = {"en": {"number": share(0.9), "unit": share(0.9), "actor": share(0.5)}}
    floors = {"en": {"unit": 0.3, "actor": 0.6, "time": 1.0}}
    faults = {fault.gate: fault.why for fault in checker_faults(found, floors)}
    assert faults["checker.en.number"] == "the operator has no gate"
    assert "would let a significant drop" in faults["checker.en.unit"]
    assert "is worse than the gate 0.600" in faults["checker.en.actor"]
    assert faults["checker.en.time"] == "it has a gate and nothing was measured"


def test_ratcheting_raises_and_never_lowers() -> None:
    """One claim of ten may turn; a higher gate stays."""
    found = {"en": {"number": share(0.9), "unit": share(0.9)}}
    assert checker_ratcheted(found, {"en": {"unit": 0.87}}) == {"en": {"number": 0.8, "unit": 0.87}}


def test_the_verb_gates_the_checker_too(with_claims: Evaluation, sound: Checker) -> None:
    """`gate` raises gates for run and checker together, passes with them, and fails when a step of the checker is out."""
    first = gate(with_claims, None, GateFile(), sound)
    assert gate(with_claims, first.run, first.raised, sound).faults == ()
    broken = without(sound, Step.MODALITY)
    failed = {fault.gate for fault in gate(with_claims, first.run, first.raised, broken).faults}
    assert "checker.en.modality_down" in failed


def test_the_file_has_the_checkers_gates(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is written reads back."""
    held = GateFile(gates={SMOKE: {"official": Gates(checker={"en": {"number": 0.8, "passed": 0.75}})}})
    path = tmp_path_factory.mktemp("gates") / "gates.toml"
    path.write_text(gates_text(held), encoding="utf-8")
    assert read_gates(path) == held


def test_spread_takes_even_steps(with_claims: Evaluation) -> None:
    """At most so many claims of a language, from the first on, evenly."""
    claims = load_all_claims(folder=with_claims.folder)
    own = [one for one in claims if one.language.value == "en"]
    assert spread(claims, own[0].language, 2) == (own[0], own[len(own) // 2])
    assert spread(claims, own[0].language, 1000) == tuple(own)
