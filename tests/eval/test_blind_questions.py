"""Questions that no reader has read, as the decision and the reader see them; each author is judged by a fit to the others."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.types import Language
from eval.blind_questions import came_first, read_odds, read_table
from eval.fitting import Examples
from rag.decide.relevance import FEATURES, Odds
from rag.pipeline import Pipeline
from rag.retrieve import DEPTH, search

LINES = [
    ("aa0001", "A1", "answered", "9(2)", "May anyone open a letter?", "谁能拆信？"),
    ("aa0002", "A1", "silent", "9(2)", "Who buys the stamps?", "邮票谁来买？"),
    ("aa0003", "A2", "misbelief", "9(2)", "Which officer opens the letters?", "由哪位官员拆信？"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three questions of two authors."""
    with (tmp_path / "asked-a.jsonl").open("w", encoding="utf-8") as file:
        for id_, author, kind, locator, en, zh in LINES:
            place = {"instrument": "sample-rules", "locator": locator}
            row = {"id": id_, **place, "author": author, "kind": kind, "question": {"en": en, "zh": zh}}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return tmp_path


def test_each_language_is_a_question(pipeline: Pipeline, folder: Path) -> None:
    """Three lines are six questions: probabilities before the reader, features with it, the course that is right."""
    first = came_first(pipeline, folder)
    assert first.scores.shape == (6, 3)
    assert first.table.shape == (6, len(FEATURES))
    assert np.exp(first.scores).sum(axis=1) == pytest.approx(np.ones(6))
    assert first.courses.tolist() == [0, 0, 1, 1, 2, 2]
    assert first.authors.tolist() == ["A1"] * 4 + ["A2"] * 2
    assert first.languages.tolist() == ["en", "zh"] * 3


def test_answers_alone_are_read_more_than_once(pipeline: Pipeline, folder: Path) -> None:
    """Further readings are there where an answer could be overturned."""
    first = came_first(pipeline, folder)
    for scores, odds, read in zip(first.scores, first.odds, first.read, strict=True):
        assert len(odds) == (0 if not read else 4 if scores.argmax() == 0 else 1)


def test_what_denies_is_read_as_in_the_decision(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a correction is likelier than an answer, the fit sees the reading that the decision will see."""
    question = "Which officer opens the letters?"
    searched = search(pipeline.index, pipeline.embedder, question, question, Language.EN, DEPTH)
    turned = searched.retrieved.found[1::-1]
    monkeypatch.setattr("rag.decide.relevance.denying", lambda *_: turned)
    monkeypatch.setattr("eval.blind_questions.readings", lambda *given: iter(given[2]))
    answered: Sequence[object] = read_odds(pipeline, np.array((1.0, 0.0, 0.0)), searched)
    assert answered == searched.retrieved.found
    corrected: Sequence[object] = read_odds(pipeline, np.array((0.0, 0.0, 1.0)), searched)
    assert corrected == turned[:1]


def test_what_was_not_read_has_no_features() -> None:
    """The first reading of each, and nothing where there was none."""
    once = Odds(answers=0.5, denies=-0.5)
    table = read_table(np.array([[0.0, 1.0, 2.0], [0.0, 1.0, 2.0]]), ((), (once, Odds(answers=9.0, denies=9.0))))
    assert table.tolist() == [[0.0] * len(FEATURES), [1.0, 1.0, 2.0, 0.5, -0.5]]


def test_an_author_is_left_out(pipeline: Pipeline, folder: Path) -> None:
    """What one author wrote is not fitted on where it is judged, and what is sure is not read at all."""
    seen = came_first(pipeline, folder)
    first = replace(seen, read=seen.read & (np.arange(6) != 1))  # as if one had been sure
    read = int(first.read.sum())
    assert len(first.but().courses) == read
    assert set(first.but().weights.tolist()) == {1.2}
    assert len(first.but("A1").courses) + len(first.but("A2").courses) == read
    dev = Examples(table=first.table, courses=first.courses, weights=np.ones(6))
    found = first.folded(dev)
    assert np.array_equal(found[~first.read], first.scores[~first.read])
