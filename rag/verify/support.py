"""The last step: how sure the signs make us that a provision carries a claim.

A logistic model over what the steps found, how near the words come and what the model of entailment says, calibrated for each
language; its weights were fitted by `python -m eval.calibrate_verify` on the dev split of the claim sets and on further claims
on the same provisions. No finding speaks for a claim, and what is fatal has failed it before.
"""

import math
from collections.abc import Mapping, Sequence

from corpus.types import Language
from rag.verify.finding import Finding, tally
from rag.verify.weights import AVERAGE, BIAS, FOUND, NEAR

SURE = 0.55
"""From here on a claim is supported."""
DOUBTFUL = 0.25
"""Below this it is not; in between nobody can say."""


def support(near: Mapping[str, float], found: Sequence[Finding], language: Language) -> float:
    """Probability that a claim is carried, by the fitted model; numbers left out are those of a middling claim."""
    total = BIAS[language]
    total += sum(weight * near.get(name, AVERAGE[language][name]) for name, weight in NEAR[language].items())
    total += sum(FOUND.get(sign, 0.0) * count for sign, count in tally(found).items())
    return 1.0 / (1.0 + math.exp(-total))


def weight_of(sign: str) -> float:
    """What a sign is worth against a claim."""
    return -FOUND.get(sign, 0.0)
