"""The last step: how sure the signs make us that a provision carries a claim.

A logistic model over what the steps found, how near the words come and what the model of entailment says, calibrated for each
language; its weights were fitted by `python -m eval.calibrate_verify` on the dev split of the claim sets and on further claims
on the same provisions. Where no model reads, others stand, fitted without one. No finding speaks for a claim, and what is fatal
has failed it before.
"""

import math
from collections.abc import Mapping, Sequence

from corpus.types import Language
from rag.verify.entailment import ENTAILMENT
from rag.verify.finding import Finding, tally
from rag.verify.fitted import Fitted
from rag.verify.weights import BARE, READ

SURE = 0.6
"""From here on a claim is supported."""
ALONE = 0.75
"""The same where no model has read it: words alone tell little, and one claim in seven of those that are wrong still passes."""
DOUBTFUL = 0.25
"""Below this it is not; in between nobody can say."""


def support(near: Mapping[str, float], found: Sequence[Finding], language: Language) -> float:
    """Probability that a claim is carried, by the weights fitted with a reader's numbers, or without where these are missing.

    Other numbers that are left out are those of a middling claim.
    """
    fitted = _fitted(read=near.keys() >= set(ENTAILMENT))
    total = fitted.bias[language]
    average = fitted.average[language]
    total += sum(weight * near.get(name, average[name]) for name, weight in fitted.near[language].items())
    total += sum(fitted.found.get(sign, 0.0) * count for sign, count in tally(found).items())
    return 1.0 / (1.0 + math.exp(-total))


def threshold(*, read: bool) -> float:
    """The probability from which a claim passes that a model has `read`, or that none has."""
    return SURE if read else ALONE


def weight_of(sign: str, *, read: bool) -> float:
    """What a sign is worth against a claim that a model has `read`, or that none has."""
    return -_fitted(read=read).found.get(sign, 0.0)


def _fitted(*, read: bool) -> Fitted:
    return READ if read else BARE
