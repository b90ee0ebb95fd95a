"""Which provisions a correction tells of those that the question names."""

from dataclasses import replace

import pytest

from corpus.types import Language, Reference
from rag.pipeline import Pipeline
from rag.respond import correcting
from rag.retrieve import Found, search

QUESTION = "Why does rule 5 let a keeper watch for ten hours?"
PARAGRAPHS = tuple(Reference(instrument="sample-rules", locator=f"5({number})") for number in (1, 2, 3))


def told(pipeline: Pipeline, ranked: tuple[Found, ...]) -> list[Reference]:
    """Provisions of the claims, each once, all of `ranked` being named."""
    drafts = correcting(pipeline.index.library, ranked, len(ranked), (), QUESTION, Language.EN)
    return list(dict.fromkeys(pipeline.index.library.paragraph(one.reference) for one in drafts))


@pytest.fixture(scope="module")
def named(skerry: Pipeline) -> tuple[Found, ...]:
    """The rule's paragraphs as they were found, the later the likelier."""
    every = search(skerry.index, skerry.embedder, QUESTION, QUESTION, Language.EN, 60).retrieved.found
    found = {one.paragraph: one for one in every}
    return tuple(replace(found[one], score=float(place) - 5.0) for place, one in enumerate(PARAGRAPHS))


def test_of_a_rule_named_whole_the_likeliest_paragraphs_are_told(skerry: Pipeline, named: tuple[Found, ...]) -> None:
    """Where more is named than there is room for, the likeliest come first and the unlikeliest are left out."""
    assert told(skerry, named) == [PARAGRAPHS[2], PARAGRAPHS[1]]


def test_what_was_not_found_is_the_unlikeliest(skerry: Pipeline, named: tuple[Found, ...]) -> None:
    """A paragraph that is named and not near the question has no score to speak of, whatever the others' are."""
    unfound = replace(named[2], score=0.0, near=(), rows=(), signals=())
    assert told(skerry, (*named[:2], unfound)) == [PARAGRAPHS[1], PARAGRAPHS[0]]


def test_what_there_is_room_for_is_told_in_its_order(skerry: Pipeline, named: tuple[Found, ...]) -> None:
    """Two that are named are both told, in the order of the question."""
    assert told(skerry, named[:2]) == [*PARAGRAPHS[:2]]
