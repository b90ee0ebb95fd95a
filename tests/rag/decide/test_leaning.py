"""What a question leans to is read from vectors of the fitted model alone."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.types import Language
from rag.decide.leaning import LEANINGS, NO_LEANING, leaning
from rag.pipeline import Pipeline
from rag.ports import Reading
from rag.retrieve import read_question
from rag.weights import fitted_for, weights


def test_another_model_says_nothing(skerry: Pipeline) -> None:
    """Vectors of another model than the fitted one lean to nothing."""
    asked = read_question(skerry.index, skerry.embedder, "Who may read my post?", Language.EN)
    assert asked.embedder == skerry.embedder.name != fitted_for()
    assert leaning(asked) == NO_LEANING


def test_log_odds_against_the_mean(skerry: Pipeline) -> None:
    """A vector that points where a course does leans to that course; the three add up to nothing."""
    asked = read_question(skerry.index, skerry.embedder, "Who may read my post?", Language.EN)
    table = weights("leaning", LEANINGS)
    for place in range(len(LEANINGS)):
        away = table[place, 1:] - table[:, 1:].mean(axis=0)
        reading = Reading(vector=(away / np.linalg.norm(away)).astype(np.float32), tokens=asked.reading.tokens)
        found = leaning(replace(asked, embedder=fitted_for(), reading=reading))
        assert int(np.argmax(found)) == place
        assert sum(found) == pytest.approx(0.0, abs=1e-6)
        assert found[place] == pytest.approx(table[place, 0] - table[:, 0].mean() + np.linalg.norm(away), abs=1e-4)
