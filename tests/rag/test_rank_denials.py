"""What denies a false premise stands in front of what only answers beside it; nothing is added or lost."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.types import Language, Reference
from rag import rank_denials as module
from rag.pipeline import Pipeline
from rag.rank_denials import denying
from rag.retrieve import DEPTH, FULL, Found, Searched, search
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
    assert len(before) > FULL
    assert {one.paragraph for one in after[:FULL]} == {one.paragraph for one in before[:FULL]}
    assert [one.paragraph for one in after[FULL:]] == [one.paragraph for one in before[FULL:]]
    scores = [one.score for one in after]
    assert scores == sorted(scores, reverse=True)
    assert [replace(one, score=0.0) for one in after[FULL:]] == [replace(one, score=0.0) for one in before[FULL:]]


def test_misbeliefs_decide(searched: Searched, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the misbeliefs alone weigh, the provision beside the nearest one stands first, wherever it stood."""
    only = [1.0 if name == "misbelief" else 0.0 for name in (*FIRST, *LATE)]
    monkeypatch.setattr(
        module, "weights", lambda section, names: only if (section, names) == ("denying", (*FIRST, *LATE)) else None
    )
    turned = replace(searched.retrieved, found=searched.retrieved.found[:FULL][::-1])
    after = denying(replace(searched, retrieved=turned), 0.0)
    assert str(after[0].paragraph) == "sample-rules 15"
    assert [one.paragraph for one in after] == [
        one.paragraph for one in sorted(turned.found, key=lambda one: -round(signal(one, "misbelief"), 9))
    ]


def test_the_highest_score_is_what_it_was(searched: Searched) -> None:
    """The highest score is what it was; for what is answered for sure all are."""
    before = searched.retrieved.found[:FULL]
    for share in (0.0, 0.3, 1.0):
        after = denying(searched, share)[:FULL]
        assert after[0].score == before[0].score
    assert [one.score for one in after] == pytest.approx([one.score for one in before], abs=1e-4)


def shares(found: tuple[Found, ...]) -> dict[Reference, float]:
    """What each of the first ten has of all ten, by their scores."""
    scores = np.exp(np.array([one.score for one in found[:FULL]]))
    return dict(zip((one.paragraph for one in found), (scores / scores.sum()).tolist(), strict=False))


def test_shares_are_those_of_both_rankings(searched: Searched) -> None:
    """Each share is between those of the two rankings, by how likely an answer is; what is answered keeps its order."""
    half, none, whole = (shares(denying(searched, share)) for share in (0.5, 0.0, 1.0))
    assert [one.paragraph for one in denying(searched, 1.0)] == [one.paragraph for one in searched.retrieved.found]
    for paragraph, share in half.items():
        assert share == pytest.approx((none[paragraph] + whole[paragraph]) / 2, abs=1e-5)


def test_what_is_as_likely_stays_in_order(searched: Searched, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any weight everything is as it was found."""
    monkeypatch.setattr(module, "weights", lambda _, names: [0.0] * len(names))
    assert [one.paragraph for one in denying(searched, 0.0)] == [one.paragraph for one in searched.retrieved.found]


def test_a_provision_that_was_not_found_stays_behind(searched: Searched) -> None:
    """What is named and was not found has a score of nothing and no signals: it must not seem the likeliest."""
    best, last = searched.retrieved.found[0], searched.retrieved.found[-1]
    named = replace(last, score=0.0, near=(), rows=(), signals=())
    beside = replace(searched.retrieved, found=(*searched.retrieved.found[:-1], named))
    for share in (0.0, 0.5, 1.0):
        found = denying(replace(searched, retrieved=beside), share)
        assert found[0].score > 0
        assert found[0].paragraph != last.paragraph != best.paragraph


def test_a_follow_up_keeps_its_blend(skerry: Pipeline, searched: Searched) -> None:
    """The scores of a blend are of two questions, the signals of one: it is left alone; so is nothing."""
    followed = search(skerry.index, skerry.embedder, "and at night?", f"{PREMISE} and at night?", Language.EN, DEPTH)
    assert followed.alone is not None
    assert denying(followed, 0.0) == followed.retrieved.found
    assert denying(replace(searched, retrieved=replace(searched.retrieved, found=())), 0.0) == ()
