"""The weights of a model of support, as `python -m eval.calibrate_verify` fits them. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.types import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A bias and weights of what is measured for each language, weights of findings for both.

    `average` stands for a number that is left out: that of a middling claim.
    """

    bias: Mapping[Language, float]
    near: Mapping[Language, Mapping[str, float]]
    average: Mapping[Language, Mapping[str, float]]
    found: Mapping[str, float]
