"""A way to put one invented sentence through an operator."""

from collections.abc import Callable
from random import Random

import pytest

from corpus.modality import modality_of
from corpus.types import Language, Modality, Reference
from eval.mutations.registry import OPERATORS
from eval.mutations.types import Operator, Sample

Changed = Callable[..., frozenset[str]]
PLACE = Reference(instrument="sample-rules", locator="3(1)")


def named(name: str) -> Operator:
    """The operator of that name."""
    return next(operator for operator in OPERATORS if operator.name == name)


def sample(text: str, *, place: Reference = PLACE, modality: Modality | None = None) -> Sample:
    """A claim in the language that its letters show, with the verb that it has."""
    language = Language.ZH if any("\u4e00" <= letter <= "\u9fff" for letter in text) else Language.EN
    return Sample(reference=place, language=language, text=text, modality=modality or modality_of(text, language))


@pytest.fixture
def changed() -> Changed:
    """Everything that an operator makes of a sentence over 30 seeds; `beside` are other claims of its rule."""

    def run(name: str, text: str, beside: tuple[str, ...] = ()) -> frozenset[str]:
        claim = sample(text)
        pool = [claim, *(sample(other) for other in beside)]
        made = [named(name).mutate(claim, pool, Random(seed)) for seed in range(30)]  # noqa: S311 - a sample, not a secret
        return frozenset(one.text for one in made if one is not None)

    return run
