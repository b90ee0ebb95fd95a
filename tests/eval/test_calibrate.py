"""What is bound to come out right when the decision is fitted."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.settings import LanguageModelSettings, Settings
from eval import calibrate, reading
from eval.blind_questions import First, read_odds
from eval.calibrate import _gated, _gates, _heavier
from eval.dev import Asking, courses_of, dev_questions, searched_for
from eval.fitting import Examples, Floats
from eval.gate_bound_fit import Gated, bind_decision
from eval.questions import load_all
from eval.rows import CONTRASTS, FURTHER
from eval.weighing import gated_ids, unreached
from rag.decide.relevance import FEATURES
from rag.decide.signs import SIGNS
from rag.pipeline import Pipeline


def sure_of_three() -> First:
    """Three questions that came first, one of each course, of which the decision is sure."""
    return First(
        scores=np.log(np.full((3, 3), 0.001) + np.eye(3)),
        odds=((),) * 3,
        table=np.zeros((3, len(FEATURES))),
        courses=np.arange(3),
        authors=np.array(["A1", "A1", "A2"]),
        languages=np.array(["en"] * 3),
        read=np.zeros(3, np.bool_),
        falsity=(None,) * 3,
    )


@pytest.fixture(scope="module")
def asked(pipeline: Pipeline) -> tuple[Asking, ...]:
    """What is fitted on."""
    return tuple(dev_questions((*load_all(), *load_all(folder=FURTHER)), pipeline.index.library))


def test_what_the_gates_ask(asked: tuple[Asking, ...], pipeline: Pipeline) -> None:
    """Follow-ups too; what no fit has had right is among them."""
    gates, ids = _gates(pipeline, asked).tolist(), gated_ids()
    assert {asked[place].item.id for place in gates} <= ids
    assert any(asked[place].follows for place in gates)
    assert unreached() <= {asked[place].name for place in gates}


def test_each_is_read_beside_its_own_question(asked: tuple[Asking, ...], pipeline: Pipeline) -> None:
    """Signs, course, fold and readings are of one place; a decision that is sure of an answer leaves nothing to read."""
    gates = _gates(pipeline, asked)[:3]
    table = np.zeros((len(asked), 1 + len(SIGNS)))
    table[:, 0], table[:, 1] = 1.0, np.arange(len(asked))
    gated = _gated(pipeline, asked, gates, table[gates])
    assert gated.signs[:, 1].tolist() == gates.tolist()
    assert gated.courses.tolist() == courses_of(asked)[gates].tolist()
    assert gated.folds.tolist() == [asked[place].fold for place in gates.tolist()]
    level = np.log(np.full(3, 1 / 3))
    own = [read_odds(pipeline, level, searched_for(pipeline, asked[place])) for place in gates.tolist()]
    assert [gated.readings(place, level) for place in range(3)] == own
    assert len(set(own)) == 3
    unsure, sure = np.zeros((1 + len(SIGNS), 3)), np.zeros((1 + len(SIGNS), 3))
    sure[0, 0] = 9.0
    assert gated.bound(unsure).read.tolist() == [True] * 3
    assert gated.bound(sure).read.tolist() == [False] * 3


def test_both_models_are_fitted_from_end_to_end(
    asked: tuple[Asking, ...], pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a few questions: weights of every sign and feature are stored, rounded, and what is lost of the gates is told."""
    stored: dict[str, dict[str, tuple[float, ...]]] = {}
    monkeypatch.setattr(calibrate, "store", lambda _, sections: stored.update(sections))
    monkeypatch.setattr(calibrate, "_leaning", lambda *_: {})
    monkeypatch.setattr(reading, "came_first", lambda _: sure_of_three())
    some = [one for one in asked if one.item.dataset not in CONTRASTS][::25]
    assert len(_gates(pipeline, some)) > 0
    bound: list[tuple[Gated, NDArray[np.bool_]]] = []

    def spy(fit: Callable[[Floats], Floats], gated: Gated, examples: Examples, kept: NDArray[np.bool_]) -> Floats:
        bound.append((gated, kept))
        return bind_decision(fit, gated, examples, kept)

    monkeypatch.setattr(calibrate, "bind_decision", spy)
    index = pipeline.index
    bare = Pipeline(index.over(replace(index.library, texts={})), pipeline.embedder)
    calibrate._fit_decision(pipeline, bare, some)
    ((gated, kept),) = bound
    count = len(_gates(pipeline, some))
    assert len(gated.signs) == len(kept) == 2 * count  # with the official words, then without them
    assert gated.questions.tolist() == [*range(count)] * 2
    assert not np.allclose(gated.signs[:count], gated.signs[count:])
    assert (tuple(stored["decision"]), tuple(stored["reading"])) == (("bias", *SIGNS), FEATURES)
    rows = [row for name in ("decision", "reading") for row in stored[name].values()]
    assert any(any(row) for row in stored["reading"].values())
    assert all(len(row) == 3 and row == tuple(round(value, 4) for value in row) for row in rows)
    assert "Lost of what the gates ask: " in capsys.readouterr().err


def test_an_index_of_digests_alone_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of its own, without texts or a model that drafts, from what was read before and by the same embedder."""
    opened: list[Settings] = []
    monkeypatch.setattr(calibrate, "open_pipeline", lambda _, settings: opened.append(settings))
    held, folder = tmp_path / "held", tmp_path / "alone"
    held.joinpath("model").mkdir(parents=True)
    folder.mkdir()
    with closing(connect(held / "readings.sqlite3")) as read:
        read.execute("create table readings (text)")
        read.execute("insert into readings values ('A lamp.')")
        read.commit()
    model = LanguageModelSettings(provider="ollama", model="none")
    calibrate._digests_alone(Settings(data=held, texts=tmp_path, port=0, offline=True, llm=model), folder)
    assert opened == [Settings(data=folder, texts=None, port=0, offline=True)]
    assert folder.joinpath("model").resolve() == held / "model"
    with closing(connect(folder / "readings.sqlite3")) as read:
        assert read.execute("select text from readings").fetchall() == [("A lamp.",)]


def test_they_alone_grow_heavier() -> None:
    """So many times as heavy as they were, the others as before."""
    dev = Examples(table=np.ones((3, 1)), courses=np.zeros(3, np.int64), weights=np.array([1.0, 2.0, 3.0]))
    assert _heavier(dev, np.array([2, 0]), np.array([10.0, 1.5])).weights.tolist() == [1.5, 2.0, 30.0]
    assert dev.weights.tolist() == [1.0, 2.0, 3.0]
