"""ALCE's citation recall and precision, with the denominator mended."""

import pytest

from corpus.types import Reference
from eval.metrics import attribution
from tests.eval.metrics.build import exists, outcome, ref, said

CARRIES = {
    "single": [{"skerry 5"}],  # one provision carries it
    "joint": [{"skerry 5", "skerry 6"}],  # only both together do
    "either": [{"skerry 5"}, {"skerry 6"}],  # each alone does
    "nothing": [],  # none does
}


def entails(text: str, provisions: tuple[Reference, ...]) -> bool:
    """A judge by table; must not be asked about nothing or about what does not exist."""
    assert provisions
    assert all(map(exists, provisions))
    return any({ref(needed) for needed in way} <= set(provisions) for way in CARRIES[text])


@pytest.mark.parametrize(
    ("text", "cited", "recall", "precision"),
    [
        ("single", ["skerry 5"], 1.0, 1.0),  # carried by its one citation
        ("single", ["skerry 6"], 0.0, 0.0),  # cites the wrong one
        ("single", ["skerry 5", "holm 5"], 1.0, 0.5),  # the second is idle
        ("joint", ["skerry 5", "skerry 6"], 1.0, 1.0),  # both are needed
        ("joint", ["skerry 5"], 0.0, 0.0),  # half is not enough
        ("joint", ["skerry 5", "skerry 6", "holm 5"], 1.0, 2 / 3),  # two needed, one idle
        ("either", ["skerry 5", "skerry 6"], 1.0, 1.0),  # each does alone
        ("nothing", ["skerry 5", "skerry 6"], 0.0, 0.0),  # unsupported: no citation is right
        ("single", ["skerry 5", "skerry 99"], 0.0, 0.5),  # one is made up: the sentence fails, the true one is right
        ("single", ["skerry 99"], 0.0, 0.0),  # only a made-up one
        ("single", ["skerry 5", "skerry 5"], 1.0, 1.0),  # named twice is named once
    ],
)
def test_one_sentence(text: str, cited: list[str], recall: float, precision: float) -> None:
    """Recall and precision of a single sentence, by the definitions."""
    answer = outcome(claims=[said(text, cited)])
    assert attribution.recall(answer, entails, exists) == recall
    assert attribution.precision(answer, entails, exists) == pytest.approx(precision)


def test_a_sentence_without_a_citation_counts_zero() -> None:
    """It lowers recall, and precision has nothing of it."""
    answer = outcome(claims=[said("single", ["skerry 5"]), said("single")])
    assert attribution.recall(answer, entails, exists) == 0.5
    assert attribution.precision(answer, entails, exists) == 1.0


def test_precision_is_over_citations_not_sentences() -> None:
    """Three citations of two sentences: two right."""
    answer = outcome(claims=[said("single", ["skerry 5", "holm 5"]), said("joint", ["skerry 5", "skerry 6", "skerry 98"])])
    assert attribution.precision(answer, entails, exists) == pytest.approx(3 / 5)
    assert attribution.recall(answer, entails, exists) == 0.5


def test_nothing_said_is_not_judged() -> None:
    """No claims, no figure; a claim without citations has recall 0 and no precision."""
    assert attribution.recall(outcome(claims=[]), entails, exists) is None
    assert attribution.precision(outcome(claims=[]), entails, exists) is None
    assert attribution.recall(outcome(claims=[said("single")]), entails, exists) == 0.0
    assert attribution.precision(outcome(claims=[said("single")]), entails, exists) is None
