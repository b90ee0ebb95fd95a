"""Does a provision answer the question, or only stand near it? The best of what was found, read beside the question.

The model of entailment reads both together; what it makes of them is weighed with the scores that the decision had without it,
by a second logistic model, fitted on questions that the reader has not read (`python -m eval.calibrate`). Refuses to rank.
"""

import numpy as np
from numpy.typing import NDArray

from corpus.library import Library
from corpus.types import Language
from rag.ports import EntailmentModel
from rag.premise import joined
from rag.retrieve import Found
from rag.types import Field
from rag.weights import weights

FEATURES = ("bias", "refuse", "correct", "answers", "denies")
"""Of the second model: a constant, the scores of refusal and correction over that of an answer, and the reader's log-odds."""
SURE = np.array([0.9, 0.9, 0.98])
"""By course: from here on nothing is read beside the question, which takes as long as all the rest and hardly changes anything.

Corrections are rarer and oftener wrong where they seem sure: they are read sooner (decision 22).
"""
OVERTURNS = np.array([0.75, 0.65, 0.0])
"""By course: where the reader leaves it more open than this, what was thought before stands (decision 25).

A correction stands as well unless the reader is surer of something else than the decision was of it.
"""
_CORRECT = 2
_LEAST = -6.0
"""Logarithm of the least probability that is told from nothing."""


def probabilities(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The courses' probabilities by their scores, shape (..., 3)."""
    found = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(found / found.sum(axis=-1, keepdims=True), np.float64)


def unsure(scores: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether decisions by these scores, shape (..., 3), are left to the reader."""
    found = probabilities(scores)
    return np.asarray(found.max(axis=-1) < SURE[found.argmax(axis=-1)])


def settled(before: NDArray[np.float64], read: NDArray[np.float64]) -> NDArray[np.float64]:
    """The scores that stand, shape (..., 3): those before the reader was asked, or those with it."""
    course, thought = before.argmax(axis=-1), probabilities(before).max(axis=-1)
    least = np.where(course == _CORRECT, thought, OVERTURNS[course])
    return np.where((probabilities(read).max(axis=-1) >= least)[..., None], read, before)


def log_odds(library: Library, model: EntailmentModel, found: Found, question: str, language: Language) -> tuple[float, float]:
    """The log-odds that the provision answers the question, and that it denies it, each against leaving it open."""
    read = model.entailment(premise(library, found, language), question, question=True)
    answers, leaves, denies = (max(one, _LEAST) for one in (read.entailed, read.neutral, read.contradicted))
    return answers - leaves, denies - leaves


def features(scores: NDArray[np.float64], odds: tuple[float, float]) -> NDArray[np.float64]:
    """The features of the second model, in the order of `FEATURES`."""
    return np.array([1.0, scores[1] - scores[0], scores[2] - scores[0], *odds])


def rescored(scores: NDArray[np.float64], odds: tuple[float, float]) -> NDArray[np.float64]:
    """The scores of the courses, shape (3,), with what the reader makes of the best provision."""
    return features(scores, odds) @ weights("reading", FEATURES)


def premise(library: Library, found: Found, language: Language) -> str:
    """What is read of a provision: its digest's statements, those nearest to the question first, or else its words.

    In Chinese beside a Chinese question, in English beside any other.
    """
    spoken = Language.ZH if language is Language.ZH else Language.EN
    near = [one.text for one, _ in found.near if one.field is Field.STATEMENT and one.language is spoken]
    told = [one.zh if spoken is Language.ZH else one.en for one in library.statements(found.paragraph)]
    texts = near or told
    if texts:
        return joined(texts, range(len(texts)))
    provision = library.provision(found.paragraph, language)
    return provision.text if provision else ""
