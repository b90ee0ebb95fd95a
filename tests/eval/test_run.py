"""Runs: the same twice, known outcomes not asked again, taken up after a kill."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.types import Language
from eval.choice import Choice
from eval.record import find_run, newest_first, read_run
from eval.run import Place, run
from eval.systems import open_system
from eval.wiring import Evaluation, run_system
from rag.pipeline import Pipeline
from tests.eval.sample import plan, quiet


def test_two_fresh_runs_are_equal_but_for_times(opened: Evaluation) -> None:
    """Asking everything twice gives the same outcomes to the byte, times apart."""
    first, second = (run_system(opened, "assistant", Choice(), fresh=True) for _ in range(2))
    assert first.record.cached == second.record.cached == 0
    assert first.record.outcomes_sha256 == second.record.outcomes_sha256
    assert [replace(one, timings_ms={}) for one in first.outcomes] == [replace(one, timings_ms={}) for one in second.outcomes]


def test_known_outcomes_are_not_asked_again(opened: Evaluation) -> None:
    """A second run takes all from the cache, and is the same down to the times."""
    first, second = (run_system(opened, "assistant", Choice()) for _ in range(2))
    assert (first.record.cached, second.record.cached) == (0, len(second.outcomes))
    assert first.outcomes == second.outcomes


def test_a_changed_question_is_asked_anew(opened: Evaluation) -> None:
    """Outcomes are known by content: another wording of one question asks that one and no other."""
    run_system(opened, "assistant", Choice())
    first = opened.items[0]
    reworded = replace(first.turns[0], question={**first.turns[0].question, Language.EN: "How long is a watch?"})
    changed = replace(opened, items=(replace(first, turns=(reworded,)), *opened.items[1:]))
    again = run_system(changed, "assistant", Choice())
    assert len(again.outcomes) - again.record.cached == 1


def test_every_turn_in_every_language(opened: Evaluation) -> None:
    """Seven items in two languages, one of them with two turns, are sixteen questions, in the order of the items."""
    keys = [outcome.key for outcome in run_system(opened, "refuse_all", Choice()).outcomes]
    assert len(keys) == 16
    assert keys[:3] == ["s001/0/en", "s001/0/zh", "s002/0/en"]
    assert keys[-2:] == ["s007/0/zh", "s007/1/zh"]


def test_the_record_says_what_it_was_made_with(opened: Evaluation) -> None:
    """System, corpus, index, code, question sets, commit, packages and times stand in the record."""
    found = run_system(opened, "assistant", Choice(name="dev"))
    made = found.record.made
    assert (made.system, made.holdings, made.embedder) == ("assistant", "official", "hash-of-letters-1")
    assert made.corpus_version == opened.pipeline.index.version
    assert made.datasets == {"sample.jsonl": opened.locked["sample.jsonl"]}
    assert len(made.index) == len(made.code) == 64
    assert "numpy" in found.record.surroundings.packages
    assert {"retrieve", "total"} <= set(found.record.stages_ms)
    assert read_run(found.folder) == found


def test_an_interrupted_run_is_taken_up(pipeline: Pipeline, tmp_path: Path) -> None:
    """After an interruption `resume` goes on in the same folder with what was asked; without it a new run begins."""
    system = open_system("assistant", pipeline, tmp_path / "vectors", quiet)
    place = Place(folder=tmp_path / "eval")

    def stop(done: int, _total: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(place, plan(pipeline, tmp_path, fresh=True), system, stop)
    (left,) = newest_first(place.runs)
    assert left.finished is None
    done = run(place, plan(pipeline, tmp_path, resume=True), system, quiet)
    assert (done.record.id, done.record.cached) == (left.id, 5)
    assert run(place, plan(pipeline, tmp_path, resume=True), system, quiet).record.id != left.id


@pytest.mark.slow
def test_a_killed_run_is_taken_up(pipeline: Pipeline, tmp_path: Path) -> None:
    """SIGKILL in the middle loses no outcome that was given; the resumed run equals one that was never killed."""
    code = f"from pathlib import Path; from tests.eval.sample import slow_run; slow_run(Path({str(tmp_path)!r}))"
    killed = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": "."})
    assert killed.stdout is not None
    assert [killed.stdout.readline() for _ in range(4)] == [b"asked\n"] * 4
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    killed.stdout.close()
    place = Place(folder=tmp_path / "eval")
    system = open_system("assistant", pipeline, tmp_path / "vectors", quiet)
    resumed = run(place, plan(pipeline, tmp_path, resume=True), system, quiet)
    whole = run(Place(folder=tmp_path / "whole"), plan(pipeline, tmp_path), system, quiet)
    assert 1 <= resumed.record.cached < len(resumed.outcomes)
    assert resumed.record.outcomes_sha256 == whole.record.outcomes_sha256
    assert find_run(place.runs, None).record.id == resumed.record.id
