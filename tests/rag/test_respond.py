"""Which provisions a correction tells of those that the question names."""

from dataclasses import replace

import pytest

from corpus.boundaries import Edge
from corpus.types import Language, Reference
from rag.messages import message
from rag.pipeline import Pipeline
from rag.refer import Referred
from rag.respond import CLOSE_BY_ANSWERING, CLOSE_BY_DENYING, answering, correcting, premise_words
from rag.retrieve import Found, NearEdge, search
from rag.types import EdgeWording

QUESTION = "Why does rule 5 let a keeper watch for ten hours?"
PARAGRAPHS = tuple(Reference(instrument="sample-rules", locator=f"5({number})") for number in (1, 2, 3))


def told(pipeline: Pipeline, ranked: tuple[Found, ...]) -> list[Reference]:
    """Provisions of the claims, each once, all of `ranked` being named."""
    drafts = correcting(pipeline.index.library, ranked, len(ranked), (), QUESTION, Language.EN, CLOSE_BY_ANSWERING)
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


def test_what_is_named_and_was_not_found_does_not_hide_the_likeliest(skerry: Pipeline, named: tuple[Found, ...]) -> None:
    """Its score of nothing lies above scores below nothing, and yet the likeliest provision is told behind it."""
    unfound = replace(named[2], score=0.0, near=(), rows=(), signals=())
    found = (unfound, replace(named[1], score=-0.5), replace(named[0], score=-6.0))
    library = skerry.index.library
    drafts = list(correcting(library, found, 1, (), QUESTION, Language.EN, CLOSE_BY_DENYING))
    assert list(dict.fromkeys(library.paragraph(one.reference) for one in drafts)) == [PARAGRAPHS[2], PARAGRAPHS[1]]


def test_how_close_a_further_provision_must_be(skerry: Pipeline, named: tuple[Found, ...]) -> None:
    """One with a seventh of the likeliest one's share corrects where provisions were ranked by what denies, and else not."""
    found, library = (replace(named[0], score=2.0), replace(named[1], score=0.05)), skerry.index.library
    for close, cited in ((CLOSE_BY_ANSWERING, PARAGRAPHS[:1]), (CLOSE_BY_DENYING, PARAGRAPHS[:2])):
        drafts = correcting(library, found, 0, (), QUESTION, Language.EN, close)
        assert tuple(dict.fromkeys(library.paragraph(one.reference) for one in drafts)) == cited


@pytest.mark.parametrize("language", list(Language))
def test_a_doubtful_correction_is_told_as_one(language: Language) -> None:
    """What is as likely as not to be taken for granted wrongly is not called so outright, in no language."""
    doubted, sure = (premise_words(Referred(), likely, language) for likely in (0.6, 0.95))
    assert doubted == message("doubted", language) != sure == message("corrected", language)


@pytest.mark.parametrize(("cosine", "cited"), [(0.85, PARAGRAPHS[:2]), (0.75, PARAGRAPHS[:1])])
def test_where_the_same_misbelief_stands(
    skerry: Pipeline, named: tuple[Found, ...], cosine: float, cited: tuple[Reference, ...]
) -> None:
    """An unlikely provision corrects as well where the nearest misbelief stands, if the question takes that for granted."""
    believed = EdgeWording(edge=Edge.MISBELIEF, reference=PARAGRAPHS[1], language=Language.EN, text="Ten hours are allowed.")
    edges = (NearEdge(edge=believed, cosine=cosine, coverage=0.0),)
    found, library = (replace(named[0], score=6.0), replace(named[1], score=0.0)), skerry.index.library
    drafts = correcting(library, found, 0, edges, QUESTION, Language.EN, CLOSE_BY_ANSWERING)
    assert tuple(dict.fromkeys(library.paragraph(one.reference) for one in drafts)) == cited


def test_what_was_not_found_is_the_unlikeliest(skerry: Pipeline, named: tuple[Found, ...]) -> None:
    """A paragraph that is named and not near the question has no score to speak of, whatever the others' are."""
    unfound = replace(named[2], score=0.0, near=(), rows=(), signals=())
    assert told(skerry, (*named[:2], unfound)) == [PARAGRAPHS[1], PARAGRAPHS[0]]


def test_what_there_is_room_for_is_told_in_its_order(skerry: Pipeline, named: tuple[Found, ...]) -> None:
    """Two that are named are both told, in the order of the question."""
    assert told(skerry, named[:2]) == [*PARAGRAPHS[:2]]


def test_each_chosen_provision_is_told(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those before leave room: of three that are as likely each is told, though the first could fill an answer."""
    monkeypatch.setattr("rag.respond._CLAIMS", 2)
    question, library = "What must a keeper do?", skerry.index.library
    searched = search(skerry.index, skerry.embedder, question, question, Language.EN, 60)
    talkative = [one for one in searched.retrieved.found if len(library.statements(one.paragraph)) > 1]
    ranked = [replace(one, reference=one.paragraph, score=1.0, near=()) for one in talkative]
    drafts = list(answering(library, ranked, Referred(), searched.asked, Language.EN))
    assert list(dict.fromkeys(library.paragraph(one.reference) for one in drafts)) == [one.paragraph for one in ranked]


def test_what_is_named_whole_is_told_as_it_stands(skerry: Pipeline) -> None:
    """Every statement of a provision that is asked for by its number, in their order, more than another answer has room for."""
    place, library = Reference(instrument="sample-rules", locator="4"), skerry.index.library
    digests = library.digests["sample-rules"]
    statements = tuple(digests["4"].statements[0].model_copy(update={"en": f"Lamp {number} is lit."}) for number in range(14))
    held = {**digests, "4": digests["4"].model_copy(update={"statements": statements})}
    searched = search(skerry.index, skerry.embedder, "rule 4", "rule 4", Language.EN, 60)
    ranked = [replace(searched.retrieved.found[0], reference=place, paragraph=place)]
    told = answering(
        replace(library, digests={"sample-rules": held}),
        ranked,
        Referred(resolved=(place,), rest=False),
        searched.asked,
        Language.EN,
    )
    assert [one.text for one in told] == [one.en for one in statements]
