"""Whether what a question presupposes is false is told by what is read, and by nothing of its form."""

import math

import numpy as np
import pytest

from corpus.types import Language
from rag.decide.falsity import FEATURES, falsity, falsity_features, told_apart
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline
from rag.ports import Entailment
from rag.retrieve import read_question, retrieve
from rag.weights import weights

LETTERS = "Only the tower head may open letters, right?"


class Reading(HashEmbedder):
    """A model of entailment that gives questions and claims each a chance of being entailed and of being contradicted."""

    def __init__(self, question: tuple[float, float], claim: tuple[float, float]) -> None:
        self.question, self.claim = question, claim

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:  # noqa: ARG002
        """What it says of either."""
        entailed, contradicted = self.question if question else self.claim
        rest = 1 - entailed - contradicted
        return Entailment(entailed=math.log(entailed), neutral=math.log(rest), contradicted=math.log(contradicted))


class Silent(HashEmbedder):
    """A model that finds everything as likely."""

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:  # noqa: ARG002
        """The same for every text."""
        third = math.log(1 / 3)
        return Entailment(entailed=third, neutral=third, contradicted=third)


def read(skerry: Pipeline, question: str, model: HashEmbedder, language: Language = Language.EN) -> dict[str, float] | None:
    asked = read_question(skerry.index, skerry.embedder, question, language)
    best = retrieve(skerry.index, asked, 10).found[0]
    found = falsity_features(skerry.index.library, model, best, asked)
    return None if found is None else dict(zip(FEATURES, found.tolist(), strict=True))


def test_features_are_what_their_names_say(skerry: Pipeline) -> None:
    """The question's own log-odds against leaving it open; the claim's, by both kinds of evidence together."""
    found = read(skerry, LETTERS, Reading((0.6, 0.3), (0.2, 0.7)))
    assert found is not None
    assert (found["bias"], found["han"]) == (1.0, 0.0)
    assert (found["answers"], found["denies"]) == pytest.approx((math.log(6), math.log(3)))
    assert found["contradicted"] == pytest.approx(2 * math.log(7))
    assert found["entailed"] == pytest.approx(2 * math.log(0.201 / 0.801))


def test_nothing_presupposed(skerry: Pipeline) -> None:
    """An open question, another language, or a model that reads nothing: there is nothing to tell."""
    reads = Reading((0.6, 0.3), (0.2, 0.7))
    assert read(skerry, "Who may open letters?", reads) is None
    assert read(skerry, "Seul le chef ouvre les lettres, n'est-ce pas ?", reads, Language.FR) is None
    assert read(skerry, LETTERS, Silent()) is None


def test_denied_is_falser_than_carried(skerry: Pipeline) -> None:
    """By the weights that are fitted, what the provision denies is false and what it carries true, in both languages."""
    for question, language in ((LETTERS, Language.EN), ("只有塔长能拆信，对吧？", Language.ZH)):
        asked = read_question(skerry.index, skerry.embedder, question, language)
        best = retrieve(skerry.index, asked, 10).found[0]
        library = skerry.index.library
        denied = falsity(library, Reading((0.02, 0.96), (0.02, 0.96)), best, asked)
        carried = falsity(library, Reading((0.96, 0.02), (0.96, 0.02)), best, asked)
        assert denied is not None
        assert carried is not None
        assert denied > 0 > carried


def test_what_both_have_together_stays() -> None:
    """Answer and correction share anew what they had; a refusal keeps its own, and one that is likeliest changes nothing."""
    scores = np.log([0.3, 0.2, 0.5])
    for odds in (-4.0, 0.0, 4.0):
        shared = np.exp(told_apart(scores, odds))
        assert shared[0] + shared[2] == pytest.approx(0.8)
        assert shared[1] == pytest.approx(0.2)
    assert told_apart(scores, 4.0).argmax() == 2
    assert told_apart(scores, -4.0).argmax() == 0
    assert told_apart(scores, None) is scores
    refused = np.log([0.2, 0.5, 0.3])
    assert told_apart(refused, 4.0) is refused


def test_the_decision_before_counts_too() -> None:
    """Where reading tells nothing, what seemed likelier before does."""
    assert told_apart(np.log([0.1, 0.1, 0.8]), 0.0).argmax() == 2
    assert told_apart(np.log([0.8, 0.1, 0.1]), 0.0).argmax() == 0


def test_the_signs_of_the_weights() -> None:
    """What answers or entails speaks for its being true, what denies or contradicts against."""
    fitted = dict(zip(FEATURES, weights("falsity", FEATURES).tolist(), strict=True))
    assert max(fitted["answers"], fitted["entailed"]) < 0 < min(fitted["denies"], fitted["contradicted"])
