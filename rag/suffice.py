"""What was found in, whether it is enough to answer from out: a calibrated decision, not an empty-list check.

A logistic model over five signs of nearness; its weights were fitted on the dev split of our own questions by
`python -m eval.calibrate`, which prints what it errs on. Refuses where it is not sure enough.
"""

import math
import re
from dataclasses import dataclass

from corpus.library import Library
from corpus.quantities import quantities
from corpus.types import Language
from rag.lexical import question_terms
from rag.retrieve import Found, Retrieved

_TOP = 3
_OFTEN = re.compile(r"\b(?:once|daily|weekly|every (?:day|week|month)|annual(?:ly)?)\b", re.IGNORECASE)
_NUMBER_ASKED = {
    Language.EN: r"\bhow (?:many|much|long|often|old|big|large|high|far|soon|late)\b|\bwhat (?:age|percentage|size|amount)\b|"
    r"\b(?:maximum|minimum|longest|shortest|square met)",
    Language.ZH: r"多少|几(?:天|个|次|年|岁|小时|平)|多久|多长|多大|多高|最长|最短|最多|最少|几岁",
    Language.FR: r"\bcombien\b|\bquel âge\b|\bmaximum\b|\bminimum\b",
    Language.ES: r"\bcuánt\w+\b|\bqué edad\b|\bmáximo\b|\bmínimo\b",
    Language.RU: r"\bсколько\b|\bкак долго\b|\bс какого возраста\b|\bмаксимальн\w+|\bминимальн\w+",
    Language.AR: r"كم|ما هي مدة|الحد الأقصى|الحد الأدنى",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """How near the best provisions are to a question.

    `nearness` is the best cosine; `contrast` how far it stands above the wordings that came last; `shared` the best
    BM25 score over the root of the number of terms; `unmet` whether a number is asked for and none of the best
    provisions has one (1 or 0); `han` whether the question is in Chinese. Tried and left out, since they did not help in
    cross-validation: whether both searches agree on the best, and how near the question is to what a digest is silent on.
    """

    nearness: float
    contrast: float
    shared: float
    unmet: float
    han: float

    def values(self) -> tuple[float, ...]:
        """The signs in the order of the weights, brought to a like scale."""
        return (
            (self.nearness - 0.88) * 20,
            (self.contrast - 0.06) * 20,
            (self.shared - 4.0) / 4,
            self.unmet,
            self.han,
        )


WEIGHTS = (5.576, -3.753, 2.028, -2.886, -5.298)
BIAS = 0.103
SURE_ENOUGH = 0.5


def signs(library: Library, retrieved: Retrieved, question: str, language: Language) -> Signs:
    """Read the signs off what was found."""
    found = retrieved.found[:_TOP]
    count = len(question_terms(question, language))
    best = max(found, key=lambda one: one.cosine)
    lexical = max(found, key=lambda one: one.bm25)
    return Signs(
        nearness=best.cosine,
        contrast=best.cosine - retrieved.background,
        shared=lexical.bm25 / math.sqrt(count or 1),
        unmet=float(asks_for_number(question, language) and not any(_has_number(library, one) for one in found)),
        han=float(language is Language.ZH),
    )


def asks_for_number(question: str, language: Language) -> bool:
    """Whether a question asks how many, how much, how long or how old."""
    return bool(re.search(_NUMBER_ASKED[language], question, re.IGNORECASE))


def _has_number(library: Library, found: Found) -> bool:
    """Whether a provision's digest or official words fix a number."""
    statements = [statement.en for statement in library.statements(found.paragraph)]
    provision = library.provision(found.paragraph, Language.EN)
    held = [provision.text] if provision and provision.language is Language.EN else []
    return any(quantities(text, Language.EN) or _OFTEN.search(text) for text in (*statements, *held))


def sufficiency(read: Signs) -> float:
    """Probability that the texts answer the question, by the fitted model."""
    total = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, read.values(), strict=True))
    return 1.0 / (1.0 + math.exp(-total))


def _same(question: str, wording: str) -> bool:
    """Whether a question is word for word one that a digest names as answered."""
    one, other = ("".join(c for c in text.casefold() if c.isalnum()) for text in (question, wording))
    return one == other


def suffices(library: Library, retrieved: Retrieved, question: str, language: Language) -> bool:
    """Whether what was found is enough to answer from."""
    if any(_same(question, wording.text) for found in retrieved.found[:_TOP] for wording, _ in found.near):
        return True
    return bool(retrieved.found) and sufficiency(signs(library, retrieved, question, language)) >= SURE_ENOUGH
