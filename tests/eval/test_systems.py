"""The assistant and the baselines on the sample instrument."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import BadInput
from corpus.types import Language, Reference
from eval.asking import Asked
from eval.choice import Choice
from eval.report.content import Extras, report_of
from eval.scores import Kind, Measure
from eval.systems import BASELINES, SYSTEMS, open_system
from eval.types import Expected, Item, ItemType, Outcome, Split, Turn
from eval.wiring import Evaluation, judge_run, run_system
from rag.pipeline import Pipeline
from tests.eval.sample import quiet


def asked(question: str) -> Asked:
    """A question that somebody asks in English."""
    turn = Turn(question={Language.EN: question}, gold=(), nuggets=(), must_not_say=(), expected=Expected.ANSWER, reason=None)
    item = Item(id="s900", dataset="sample", type=ItemType.LOOKUP, turns=(turn,), split=Split.DEV, author="test")
    return Asked(item=item, turn=0, language=Language.EN)


def answer(pipeline: Pipeline, folder: Path, name: str, question: str) -> Outcome:
    """What a system makes of a question."""
    return open_system(name, pipeline, folder / "vectors.sqlite3", quiet).answer(asked(question))


def test_the_oracle_is_always_right(opened: Evaluation) -> None:
    """Told the gold, a system is right on everything: nothing right counts as wrong."""
    scores = judge_run(opened, run_system(opened, "oracle", Choice()))
    assert {judged.outcome.key: judged.fault for judged in scores.judged if not judged.right} == {}
    assert scores.total.measured[Measure.PINPOINT_ITEM].value == 1.0


def test_refusing_everything_is_right_on_refusals_only(opened: Evaluation) -> None:
    """Whoever refuses everything hallucinates never and over-refuses always."""
    scores = judge_run(opened, run_system(opened, "refuse_all", Choice()))
    assert {judged.item.id for judged in scores.judged if judged.right} == {"s005"}
    assert scores.total.measured[Measure.OVER_REFUSAL].value == 1.0
    assert scores.total.measured[Measure.HALLUCINATION].value == 0.0


def test_lots_fall_the_same_in_every_run(pipeline: Pipeline, tmp_path: Path) -> None:
    """Chance is fixed by the question's key, and ranks paragraphs only, none twice."""
    first, second = (answer(pipeline, tmp_path, "random", "anything") for _ in range(2))
    assert first == second
    assert len(set(first.ranking)) == 10
    assert all(pipeline.index.library.paragraph(one) == one for one in first.ranking)


FINDING = ["copy_top", "dense_only", "bm25_only", "assistant"]


@pytest.mark.parametrize("name", FINDING)
def test_finding(pipeline: Pipeline, tmp_path: Path, name: str) -> None:
    """Each system that searches finds the rule whose ask is put to it, and says what it says."""
    outcome = answer(pipeline, tmp_path, name, "They make me stand ten hours in a row")
    assert outcome.ranking[0] == Reference(instrument="sample-rules", locator="5(1)")
    assert outcome.claims[0].citations == (Reference(instrument="sample-rules", locator="5(1)"),)
    assert outcome.claims[0].verdict == "supported"


def test_plain_finds_by_official_words(pipeline: Pipeline, tmp_path: Path) -> None:
    """Plain LlamaIndex knows the official words alone: asked with them it finds their paragraph."""
    outcome = answer(pipeline, tmp_path, "plain_llamaindex", "No letter shall be opened by anyone but the person")
    assert outcome.ranking[0] == Reference(instrument="sample-rules", locator="9(2)")


def test_plain_needs_official_texts(pipeline: Pipeline, tmp_path: Path) -> None:
    """Without official texts plain LlamaIndex has nothing to read, and says so."""
    library = replace(pipeline.index.library, texts={})
    bare = Pipeline(replace(pipeline.index, library=library), pipeline.embedder)
    with pytest.raises(BadInput, match="official texts only"):
        open_system("plain_llamaindex", bare, tmp_path / "v", quiet)


def test_what_is_no_question_is_refused(pipeline: Pipeline, tmp_path: Path) -> None:
    """Input that the assistant will not take is a refusal with a reason of its own, not a crash of the run."""
    outcome = answer(pipeline, tmp_path, "assistant", " ")
    assert (outcome.status, outcome.reason) == ("refused", "bad_input")
    assert outcome.message


def test_an_unknown_system_is_named(pipeline: Pipeline, tmp_path: Path) -> None:
    """The error lists the systems that there are."""
    with pytest.raises(BadInput, match=f"Name one of: {SYSTEMS[0]}"):
        open_system("nobody", pipeline, tmp_path, quiet)
    assert set(BASELINES) < set(SYSTEMS)


def test_history_is_what_was_asked_before(opened: Evaluation) -> None:
    """A later turn is asked with the earlier questions of its own language."""
    dialogue = opened.items[-1]
    later = Asked(item=dialogue, turn=1, language=Language.ZH)
    assert later.history == ("最长能连续值多少班",)
    assert later.key == "s007/1/zh"


def test_classes(opened: Evaluation) -> None:
    """A judged run has classes by type, language, instrument and set, each with how often it was right."""
    found = run_system(opened, "assistant", Choice())
    scores = judge_run(opened, found)
    report = report_of(found.record, scores, opened.ours, Extras())
    assert [one.name for one in report.of(Kind.LANGUAGE)] == sorted(
        ("en", "zh"), key=lambda name: next(c.measured[Measure.RIGHT].value for c in scores.classes if c.name == name)
    )
    assert {one.name for one in report.of(Kind.TYPE)} == {item.type.value for item in opened.items}
    assert {one.name for one in report.of(Kind.INSTRUMENT)} == {"sample-rules"}
