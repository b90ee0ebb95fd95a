"""Signals say how near each paragraph is by each way of looking, whatever the weights."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.types import Language, Reference
from rag.pipeline import Pipeline
from rag.retrieve import look, read_question
from rag.signals import FIRST, LATE, READ, Asked, background, lexical_signals


def place_of(pipeline: Pipeline, locator: str) -> int:
    """Where a paragraph of the Skerry Rules stands."""
    return pipeline.index.place[Reference(instrument="sample-rules", locator=locator)]


def asked(pipeline: Pipeline, question: str, language: Language = Language.EN) -> Asked:
    """A question as the index reads it."""
    return read_question(pipeline.index, pipeline.embedder, question, language)


def signals(pipeline: Pipeline, question: str, language: Language = Language.EN) -> dict[str, dict[str, float]]:
    """All signals of each candidate, by its printed reference and their name."""
    looked = look(pipeline.index, asked(pipeline, question, language))
    names = [str(pipeline.index.paragraphs[place]) for place in looked.places]
    rows = [dict(zip(FIRST, row, strict=True)) for row in looked.first.tolist()]
    for row, late in zip(rows, looked.late.tolist(), strict=False):
        row.update(zip(LATE, late, strict=True))
    return dict(zip(names, rows, strict=True))


def test_an_ask_in_its_own_words(skerry: Pipeline) -> None:
    """The paragraph whose ask is asked leads in its asks, by cosine and by tokens, and in BM25 over asks."""
    found = signals(skerry, "Can they read my post?")
    for name in ("ask_own", "ask_english", "best", "bm25_ask", "late_own", "late_ask"):
        best = max((one for one in found if name in found[one]), key=lambda one: found[one][name])
        assert best == "sample-rules 9(2)", name
    assert found["sample-rules 9(2)"]["bm25_ask"] == 1.0


def test_own_language(skerry: Pipeline) -> None:
    """Asks in the question's language count as own: English asks for an English question, Chinese for a Chinese."""
    english = signals(skerry, "Can they read my post?")["sample-rules 9(2)"]
    chinese = signals(skerry, "塔长能看我的信吗", Language.ZH)["sample-rules 9(2)"]
    assert english["ask_own"] == english["ask_english"] > english["ask_chinese"]
    assert chinese["ask_own"] == chinese["ask_chinese"] > chinese["ask_english"]


def test_cosine_in_plain_numbers(skerry: Pipeline) -> None:
    """A dense signal is twenty times the best cosine less the background, a late one six times the best coverage."""
    index, one = skerry.index, asked(skerry, "who may open a letter")
    looked = look(index, one)
    position = looked.places.tolist().index(place_of(skerry, "9(2)"))
    rows = [row for row in index.rows_of(place_of(skerry, "9(2)")) if index.wordings[row].field == "statement"]
    english = [row for row in rows if index.wordings[row].language is Language.EN]
    cosine = float(index.readings.cosines(one.reading.vector)[english].max())
    exact = max(float(index.readings.vectors[row] @ one.reading.vector) for row in english)
    assert cosine == pytest.approx(exact, abs=1e-3)  # rows are kept in bytes
    signal = looked.first[position, FIRST.index("statement_english")]
    assert signal == pytest.approx((cosine - looked.background) * 20, abs=1e-4)


def test_wordings_cover_together(skerry: Pipeline) -> None:
    """Each token of a question is looked for in all that was read of a paragraph: never less than its best wording covers."""
    index, one = skerry.index, asked(skerry, "may a keeper open a letter or sound the horn")
    looked = look(index, one)
    late = dict(zip(LATE, looked.late.T, strict=True))
    single = [name for name in LATE if name not in ("late_three", "late_misbelief", "late_silence", "late_together")]
    assert (late["late_together"] >= np.max([late[name] for name in single], axis=0) - 1e-6).all()
    position = looked.places.tolist().index(place_of(skerry, "9(2)"))
    rows = index.rows_of(place_of(skerry, "9(2)"))
    nearest = rows[np.argsort(-looked.cosines[rows], kind="stable")[:READ]]
    together = float(index.readings.counterparts(one.tokens, nearest).mean())
    assert late["late_together"][position] == pytest.approx((together - looked.late_background) * 6, abs=1e-4)


def test_what_a_paragraph_lacks(skerry: Pipeline) -> None:
    """A paragraph without digest has one value for all asks and statements, a little below the background."""
    found = signals(skerry, "how much oil must a station hold")["sample-rules 2(1)"]
    missing = [found[name] for name in ("ask_own", "ask_three", "statement_english", "scenario", "misbelief", "silence")]
    assert missing == pytest.approx([-0.4] * 6)
    assert found["text"] > 0
    assert found["bm25_ask"] == found["bm25_statement"] == 0.0


def test_edges_are_signals_of_their_paragraph(skerry: Pipeline) -> None:
    """A question that stands among the silences or misbeliefs lifts that signal of its paragraph above all others."""
    for question, name, where in (
        ("what is a keeper paid for each watch", "silence", "sample-rules 5(1)"),
        ("Why are all inspections announced beforehand?", "misbelief", "sample-rules 15"),
    ):
        found = signals(skerry, question)
        for signal in (name, f"late_{name}"):
            assert max(found, key=lambda one: found[one].get(signal, -9.0)) == where


def test_lexical_columns(skerry: Pipeline) -> None:
    """Each column lies between 0 and 1 over all paragraphs; words that nobody uses give zeros."""
    found = lexical_signals(skerry.index, asked(skerry, "horn in fog"))
    assert found.shape == (len(skerry.index.paragraphs), 9)
    assert found.min() >= 0.0
    assert found.max(axis=0)[-1] == 1.0
    assert int(found[:, -1].argmax()) == place_of(skerry, "4")
    none = replace(asked(skerry, "x"), text="submarine insurance")
    assert not lexical_signals(skerry.index, none).any()


def test_every_signal_is_finite(skerry: Pipeline, bare: Pipeline) -> None:
    """No question makes a signal that is not a number, with digests or without."""
    for pipeline in (skerry, bare):
        for question in ("", "?", "a", "灯", "who may open a letter " * 40):
            looked = look(pipeline.index, asked(pipeline, question))
            assert np.isfinite(looked.first).all()
            assert np.isfinite(looked.late).all()
            assert np.isfinite(looked.late_background)


def test_background() -> None:
    """The background is the mean from the two-hundred-and-first to the five-hundredth, or the last where there are fewer."""
    cosines = np.array([1.0] * 200 + [0.75] * 100 + [0.25] * 200 + [0.125] * 500, np.float32)
    assert background(np.random.default_rng(3).permutation(cosines)) == pytest.approx((100 * 0.75 + 200 * 0.25) / 300)
    assert background(cosines[:500]) == pytest.approx((100 * 0.75 + 200 * 0.25) / 300)
    assert background(cosines[:210]) == 0.75
    assert background(cosines[:150]) == 1.0
    assert background(cosines[:0]) == 0.0
