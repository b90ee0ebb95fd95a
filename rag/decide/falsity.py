"""How likely what a question presupposes is false by a provision: as a claim, and within the question, read beside it.

A logistic model over what both models of entailment make of them, fitted on twins of questions, alike but for whether what they
presuppose is true (`python -m eval.calibrate_falsity`): by its form a question tells nothing of that. English and Chinese.
Refuses to say whether the question is answered.
"""

import numpy as np
from numpy.typing import NDArray

from corpus.library import Library
from corpus.types import Language
from rag.decide.presupposition import presupposed
from rag.decide.relevance import Odds, readings
from rag.ports import TokenEmbedder
from rag.retrieve import Found
from rag.signals import Asked
from rag.verify.entailment import ENTAILMENT
from rag.verify.judge import read_beside
from rag.weights import weights

FEATURES = ("bias", "han", "answers", "denies", "entailed", "contradicted")
"""A constant; whether it is in Chinese; the log-odds of the question; those of the presupposition, by the digest's statements
and the official words together."""


_DECIDED = 0.15
"""What a correction's score over an answer's counts beside the model's: people seldom put at length what is so.

Chosen with an eye on questions on which nothing is fitted (decision 46): twins are as often true as false, questions are not.
"""
_ANSWER, _CORRECT = 0, 2


def told_apart(scores: NDArray[np.float64], falsity: float | None) -> NDArray[np.float64]:
    """The scores of the courses, shape (3,), with what an answer and a correction have together shared anew between them.

    `falsity` are the log-odds that what is presupposed is false; the scores themselves where it is None, and where neither an
    answer nor a correction is the likeliest.

    >>> told_apart(np.log([0.6, 0.1, 0.3]), 30.0).round(2).tolist()
    [-30.0, -2.3, -0.11]
    """
    if falsity is None or scores.argmax() not in (_ANSWER, _CORRECT):
        return scores
    both = np.logaddexp(scores[_ANSWER], scores[_CORRECT])
    odds = falsity + _DECIDED * (scores[_CORRECT] - scores[_ANSWER])
    shared = scores.copy()
    shared[_ANSWER], shared[_CORRECT] = both - np.logaddexp(0.0, odds), both - np.logaddexp(0.0, -odds)
    return shared


def falsity(library: Library, model: TokenEmbedder, best: Found, asked: Asked, read: Odds | None = None) -> float | None:
    """The log-odds that what a question presupposes is false by the best provision; None where it presupposes nothing.

    None too where no model reads. `read` is the question's reading beside that provision, where it was made before.
    """
    found = falsity_features(library, model, best, asked, read)
    return None if found is None else float(found @ weights("falsity", FEATURES))


def falsity_features(
    library: Library, model: TokenEmbedder, best: Found, asked: Asked, read: Odds | None = None
) -> NDArray[np.float64] | None:
    """The features of the model, shape (features,), in the order of `FEATURES`."""
    told = presupposed(asked.text, asked.language)
    claim = read_beside(library, told, best.paragraph, asked.language, model) if told else {}
    if not claim:
        return None
    question = read or next(readings(library, model, (best,), asked.text, asked.language))
    said, heard, meant, denied = (claim[name] for name in ENTAILMENT)
    han = float(asked.language is Language.ZH)
    return np.array([1.0, han, question.answers, question.denies, said + meant, heard + denied])
