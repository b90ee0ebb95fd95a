"""Does a provision answer the question, or only stand near it? The best of what was found, read beside the question.

The model of entailment reads both together; what it makes of them is weighed with the scores that the decision had without it,
by a second logistic model, fitted on questions that the reader has not read (`python -m eval.calibrate`). Refuses to rank.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.library import Library
from corpus.types import Language
from rag.nli_premise import joined
from rag.ports import EntailmentModel
from rag.rank_denials import denying
from rag.retrieve import Found, Searched
from rag.types import Field

FEATURES = ("bias", "refuse", "correct", "answers", "denies")
"""Of the second model: a constant, the scores of refusal and correction over that of an answer, and the reader's log-odds."""
SURE = np.array([0.95, 0.95, 0.98])
"""By course: from here on nothing is read beside the question, which takes as long as all the rest and hardly changes anything.

Corrections are rarer and oftener wrong where they seem sure: they are read sooner (decision 22).
"""
OVERTURNS = 0.65
"""What an answer must come to with the reading for a refusal to give way to it (decision 25)."""
UPHOLDS = 0.6
"""An answer that would be overturned stands where it comes to this by a further reading."""
_GIVEN = 240
"""Most tokens, roughly counted, of the statements that the reader is given; it reads 160 of its own."""
_FURTHER = 2
"""Provisions behind the best that are read before an answer is overturned."""
_ANSWER, _REFUSE, _CORRECT = range(3)
_LEAST = -6.0
"""Logarithm of the least probability that is told from nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Odds:
    """The log-odds that a provision answers the question, and that it denies it, each against leaving it open."""

    answers: float
    denies: float


def probabilities(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The courses' probabilities by their scores, shape (..., 3)."""
    found = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(found / found.sum(axis=-1, keepdims=True), np.float64)


def unsure(scores: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether decisions by these scores, shape (..., 3), are left to the reader."""
    found = probabilities(scores)
    return np.asarray(found.max(axis=-1) < SURE[found.argmax(axis=-1)])


def settled(before: NDArray[np.float64], read: NDArray[np.float64]) -> NDArray[np.float64]:
    """The scores that stand, shape (3,): those before the reader was asked, or those with it.

    A refusal gives way to a correction, and to an answer that is likely enough.
    """
    doubtful = before.argmax() == _REFUSE and read.argmax() == _ANSWER and probabilities(read).max() < OVERTURNS
    return before if doubtful else read


def weighed(before: NDArray[np.float64], odds: Iterator[Odds], table: NDArray[np.float64]) -> NDArray[np.float64]:
    """The scores that stand, shape (3,), after reading; `odds` are `readings`, the best provision's first.

    Further ones are asked for only where an answer would be overturned; it stands if any of them upholds it. `table` are the
    weights of the second model, shape (features, 3).
    """
    after = settled(before, features(before, next(odds)) @ table)
    if before.argmax() == _ANSWER and after.argmax() != _ANSWER:
        again = (probabilities(features(before, one) @ table)[_ANSWER] for one in odds)
        return before if any(share >= UPHOLDS for share in again) else after
    return after


def beside(searched: Searched, scores: NDArray[np.float64]) -> Sequence[Found]:
    """What is read beside a question, best first: what most likely denies it where that is likelier than an answer."""
    return denying(searched, answer_share(scores)) if scores[_CORRECT] > scores[_ANSWER] else searched.retrieved.found


def answer_share(scores: NDArray[np.float64]) -> float:
    """How likely an answer is by these scores, shape (3,), where it is that or a correction."""
    return float(1 / (1 + np.exp(scores[_CORRECT] - scores[_ANSWER])))


def readings(
    library: Library, model: EntailmentModel, found: Sequence[Found], question: str, language: Language
) -> Iterator[Odds]:
    """The log-odds by the best provision; by the same in the other language, where it is held; by those ranked next."""
    other = Language.EN if language is Language.ZH else Language.ZH
    best = premise(library, found[0], language)
    yield log_odds(model, best, question)
    for one, words in ((found[0], other), *((one, language) for one in found[1 : 1 + _FURTHER])):
        text = premise(library, one, words)
        if text and text != best:
            yield log_odds(model, text, question)


def log_odds(model: EntailmentModel, text: str, question: str) -> Odds:
    """What the model makes of a provision's text beside the question."""
    read = model.entailment(text, question, question=True)
    answers, leaves, denies = (max(one, _LEAST) for one in (read.entailed, read.neutral, read.contradicted))
    return Odds(answers=answers - leaves, denies=denies - leaves)


def features(scores: NDArray[np.float64], odds: Odds) -> NDArray[np.float64]:
    """The features of the second model, in the order of `FEATURES`."""
    return np.array([1.0, scores[1] - scores[0], scores[2] - scores[0], odds.answers, odds.denies])


def premise(library: Library, found: Found, language: Language) -> str:
    """What is read of a provision: its digest's statements, those nearest to the question first, or else its words.

    In Chinese beside a Chinese question, in English beside any other; without a digest in the question's language, or in
    another that is held.
    """
    spoken = Language.ZH if language is Language.ZH else Language.EN
    near = [one.text for one, _ in found.near if one.field is Field.STATEMENT and one.language is spoken]
    told = [one.said(spoken) for one in library.statements(found.paragraph)]
    texts = near or told
    if texts:
        return joined(texts, range(len(texts)), _GIVEN)
    provision = library.provision(found.paragraph, language)
    return provision.text if provision else ""
