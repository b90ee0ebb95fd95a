"""Coverage says how much of a question the best provisions take up, by tokens and by words."""

import math

import numpy as np
import pytest

from corpus.types import Language
from rag.decide.coverage import COVERAGE, Coverage, coverage
from rag.pipeline import Pipeline
from rag.retrieve import read_question, retrieve


def covered(pipeline: Pipeline, question: str, language: Language = Language.EN) -> Coverage:
    """How much of a question is covered by what is found for it."""
    asked = read_question(pipeline.index, pipeline.embedder, question, language)
    return coverage(pipeline.index, asked, retrieve(pipeline.index, asked, 10).found)


def test_own_words_are_covered_whole(skerry: Pipeline) -> None:
    """A question that stands among the asks is covered by the best provision, every token and every word."""
    found = covered(skerry, "Can they read my post?")
    assert found.tokens_1 == pytest.approx(1.0, abs=0.01)
    assert found.lowest_1 == pytest.approx(1.0, abs=0.01)
    assert (found.words_1, found.words_3, found.unknown, found.uncovered, found.rarest_uncovered) == (1.0, 1.0, 0.0, 0.0, 0.0)


def test_unknown_words(skerry: Pipeline) -> None:
    """Words that stand nowhere are unknown and uncovered, and as rare as can be."""
    found = covered(skerry, "submarine cable insurance")
    assert (found.words_1, found.words_3, found.unknown, found.uncovered) == (0.0, 0.0, 1.0, 1.0)
    assert found.rarest == found.rarest_uncovered == pytest.approx(math.log(1 + len(skerry.index.paragraphs) / 0.5))


def test_one_foreign_word_shows(skerry: Pipeline) -> None:
    """One word that the provision does not know lowers the least covered part more than the whole."""
    plain, odd = covered(skerry, "Can they read my post?"), covered(skerry, "Can they read my smartphone post?")
    assert odd.unknown == pytest.approx(1 / 3)
    assert odd.rarest_uncovered > 0 == plain.rarest_uncovered
    assert plain.lowest_1 - odd.lowest_1 > plain.tokens_1 - odd.tokens_1 > 0


def test_order_within(skerry: Pipeline, bare: Pipeline) -> None:
    """The least part is covered no better than the whole, and three provisions no worse than one."""
    for pipeline in (skerry, bare):
        for question in ("how many hours may a watch last in fog", "who won the cup", "oil", ""):
            found = covered(pipeline, question)
            assert found.lowest_1 <= found.least_1 <= found.tokens_1
            assert found.least_1 <= found.least_3 <= found.tokens_3
            assert 0.0 <= found.words_1 <= found.words_3 <= 1.0 + 1e-9
            assert np.isfinite(found.values()).all()


def test_values_have_their_names(skerry: Pipeline) -> None:
    """The values are in the order of their names."""
    found = covered(skerry, "horn in fog")
    assert found.values() == tuple(getattr(found, name) for name in COVERAGE)
    assert len(set(COVERAGE)) == len(COVERAGE) == 11
