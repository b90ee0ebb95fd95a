"""Claims held against a provision that they are not on."""

import re
from dataclasses import replace

import pytest

from corpus.types import Language, Reference
from eval.claims import LabelledClaim, load_all_claims
from eval.misplaced import FOREIGN, MISPLACED, foreign, misplaced
from eval.provisions import digested, related
from eval.training.pairs import FOLDER
from rag.pipeline import Pipeline
from rag.types import VerdictStatus


@pytest.fixture(scope="module")
def claims(pipeline: Pipeline) -> list[LabelledClaim]:
    """A claim on each provision that has a digest, several times over."""
    held = digested(pipeline.index.library)
    faithful = [claim for claim in load_all_claims() if claim.error is None]
    return [replace(claim, reference=held[number % len(held)]) for number, claim in enumerate(faithful[:120])]


def rule(reference: Reference) -> str:
    return reference.locator.partition("(")[0]


def test_a_claim_is_moved_to_another_rule(pipeline: Pipeline, claims: list[LabelledClaim]) -> None:
    """The rule is another one, is not pointed to and has a digest; the words stay, and the label says that they do not hold."""
    library = pipeline.index.library
    by_text = {claim.text: claim for claim in claims}
    moved = list(misplaced(pipeline, claims, 5))
    assert len(moved) > len(claims) / 2
    for one in moved:
        claim = by_text[one.text]
        assert rule(one.reference) != rule(claim.reference)
        assert one.reference not in related(library, claim.reference)
        assert claim.reference not in related(library, one.reference)
        assert one.reference in digested(library)
        assert (one.label, one.error) == (VerdictStatus.NOT_SUPPORTED, MISPLACED)
        assert one.id == f"{claim.id}/misplaced"


def test_near_and_far_provisions_are_drawn(pipeline: Pipeline, claims: list[LabelledClaim]) -> None:
    """Neighbours and distant provisions both stand beside a claim; the same chance draws the same."""
    held = digested(pipeline.index.library)
    place = {reference: number for number, reference in enumerate(held)}
    by_text = {claim.text: claim for claim in claims}
    moved = list(misplaced(pipeline, claims, 5))
    steps = [abs(place[one.reference] - place[by_text[one.text].reference]) for one in moved]
    assert min(steps) <= 4 < max(steps)
    assert moved == list(misplaced(pipeline, claims, 5))
    assert moved != list(misplaced(pipeline, claims, 6))


def test_nothing_is_moved_where_there_is_no_other_rule(
    pipeline: Pipeline, claims: list[LabelledClaim], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A claim whose provision points to all others stays out."""
    monkeypatch.setattr("eval.misplaced.related", lambda library, _: frozenset(digested(library)))
    assert not list(misplaced(pipeline, claims[:20], 5))


def test_what_no_text_says_stands_on_any_provision(pipeline: Pipeline) -> None:
    """Each sentence is put in both languages on one provision, over all provisions; what is fitted on holds none of them."""
    library = pipeline.index.library
    found = list(foreign(library, 5))
    assert len(found) == 210
    pairs = list(zip(found[::2], found[1::2], strict=True))
    assert all(one.reference == other.reference for one, other in pairs)
    assert {(one.language, other.language) for one, other in pairs} == {(Language.EN, Language.ZH)}
    assert {one.error for one in found} == {FOREIGN}
    assert len({one.reference for one in found}) > len(digested(library)) / 2
    assert len({one.text for one in found}) == len(found) == len({one.id for one in found})


def test_what_no_text_says_is_not_what_the_reader_was_fitted_on(pipeline: Pipeline) -> None:
    """No sentence of the sample shares two fifths of its words with one that the reader has read."""
    library = pipeline.index.library
    own, fitted = (
        [_words(one.text) for one in foreign(library, 5, *folder) if one.language is Language.EN] for folder in ((), (FOLDER,))
    )
    assert len(fitted) == 600
    assert max(len(one & other) / len(one | other) for one in own for other in fitted) < 0.4


def _words(text: str) -> set[str]:
    small = {
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "to",
        "and",
        "or",
        "for",
        "is",
        "are",
        "be",
        "must",
        "may",
        "should",
        "shall",
        "not",
    }
    return set(re.findall(r"[a-z0-9]+", text.lower())) - small
