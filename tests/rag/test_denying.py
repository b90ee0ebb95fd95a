"""What denies a false premise stands in front of what only answers beside it; nothing is added or lost."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.types import Language
from rag import denying as module
from rag.denying import denying
from rag.pipeline import Pipeline
from rag.retrieve import DEPTH, Found, Searched, search
from rag.signals import FIRST, LATE

PREMISE = "Why are all inspections announced beforehand?"


@pytest.fixture(scope="module")
def searched(skerry: Pipeline) -> Searched:
    """What is found for a question that takes something false for granted."""
    return search(skerry.index, skerry.embedder, PREMISE, PREMISE, Language.EN, DEPTH)


def signal(found: Found, name: str) -> float:
    """A signal by its name."""
    return dict(zip((*FIRST, *LATE), found.signals, strict=True))[name]


def test_nothing_is_added_or_lost(searched: Searched) -> None:
    """The first ten are ranked anew among themselves, by scores that fall; the others stay behind them in their order."""
    before, after = searched.retrieved.found, denying(searched, 0.0)
    assert len(before) > module._AMONG
    assert {one.paragraph for one in after[:10]} == {one.paragraph for one in before[:10]}
    assert [one.paragraph for one in after[10:]] == [one.paragraph for one in before[10:]]
    scores = [one.score for one in after]
    assert scores == sorted(scores, reverse=True)
    assert [replace(one, score=0.0) for one in after[10:]] == [replace(one, score=0.0) for one in before[10:]]


def test_misbeliefs_decide(searched: Searched, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the misbeliefs alone weigh, the provision beside the nearest one stands first, wherever it stood."""
    only = [1.0 if name == "misbelief" else 0.0 for name in (*FIRST, *LATE)]
    monkeypatch.setattr(
        module, "weights", lambda section, names: only if (section, names) == ("denying", (*FIRST, *LATE)) else None
    )
    turned = replace(searched.retrieved, found=searched.retrieved.found[:10][::-1])
    after = denying(replace(searched, retrieved=turned), 0.0)
    assert str(after[0].paragraph) == "sample-rules 15"
    assert [one.paragraph for one in after] == [
        one.paragraph for one in sorted(turned.found, key=lambda one: -round(signal(one, "misbelief"), 9))
    ]


def test_shares_of_both_rankings(searched: Searched) -> None:
    """Scores are logarithms of shares that add up to one: of an answer they are those of the answering provision."""
    before = searched.retrieved.found[:10]
    for answering in (0.0, 0.3, 1.0):
        shares = {one.paragraph: np.exp(one.score) for one in denying(searched, answering)[:10]}
        assert sum(shares.values()) == pytest.approx(1.0, abs=1e-4)
        if answering == 1.0:
            scores = np.exp(np.array([one.score for one in before]))
            assert [shares[one.paragraph] for one in before] == pytest.approx(scores / scores.sum(), abs=1e-4)


def test_an_answer_is_ranked_as_it_was(searched: Searched) -> None:
    """What is answered for sure keeps its order; what is denied for sure and half of each differ by what weighs more."""
    half, none, whole = (
        {one.paragraph: np.exp(one.score) for one in denying(searched, answering)[:10]} for answering in (0.5, 0.0, 1.0)
    )
    assert [one.paragraph for one in denying(searched, 1.0)] == [one.paragraph for one in searched.retrieved.found]
    for paragraph, share in half.items():
        assert share == pytest.approx((none[paragraph] + whole[paragraph]) / 2, abs=1e-5)


def test_what_is_as_likely_stays_in_order(searched: Searched, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any weight everything is as it was found."""
    monkeypatch.setattr(module, "weights", lambda _, names: [0.0] * len(names))
    assert [one.paragraph for one in denying(searched, 0.0)] == [one.paragraph for one in searched.retrieved.found]


def test_a_follow_up_keeps_its_blend(skerry: Pipeline, searched: Searched) -> None:
    """The scores of a blend are of two questions, the signals of one: it is left alone; so is nothing."""
    followed = search(skerry.index, skerry.embedder, "and at night?", f"{PREMISE} and at night?", Language.EN, DEPTH)
    assert followed.alone is not None
    assert denying(followed, 0.0) == followed.retrieved.found
    assert denying(replace(searched, retrieved=replace(searched.retrieved, found=())), 0.0) == ()
