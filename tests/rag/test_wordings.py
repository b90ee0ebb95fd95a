"""Wordings are all texts by which a provision may be found; edges stand near a paragraph that is held."""

from dataclasses import replace

from corpus.asked import Inquiry
from corpus.boundaries import Boundary, Edge
from corpus.library import Library
from corpus.types import Language
from rag.types import Field
from rag.wordings import edges, wordings


def near(library: Library, *boundaries: Boundary) -> list[str]:
    """What the edges of these boundaries stand near, as printed."""
    return [str(edge.reference) for edge in edges(replace(library, boundaries=boundaries))]


def silence(reference: str | None, *asks: str) -> Boundary:
    """A silence near a provision."""
    return Boundary(edge=Edge.SILENCE, near=reference, asks={Language.EN: asks})


def test_edges_near_paragraphs(library: Library) -> None:
    """An edge stands near the paragraph or item that is named, near the first paragraph of a rule, or near none."""
    assert near(library, silence("sample-rules 9(2)", "a")) == ["sample-rules 9(2)"]
    assert near(library, silence("sample-rules 5", "a")) == ["sample-rules 5(1)"]
    assert near(library, silence("sample-rules 4(b)", "a")) == ["sample-rules 4(b)"]
    assert near(library, silence(None, "a")) == ["None"]


def test_edge_near_nothing_held(library: Library) -> None:
    """A provision that is not held gives an edge near none, so that an index of digests alone still opens."""
    assert near(library, silence("sample-rules 99", "a")) == ["None"]


def test_edges_once_in_their_order(library: Library) -> None:
    """Equal questions near one provision come once; the same question near two comes twice."""
    boundaries = (silence("sample-rules 1", "a", "b", "a"), silence("sample-rules 3", "a"), silence("sample-rules 1", "b"))
    found = edges(replace(library, boundaries=boundaries))
    assert [(edge.text, str(edge.reference)) for edge in found] == [
        ("a", "sample-rules 1"),
        ("b", "sample-rules 1"),
        ("a", "sample-rules 3"),
    ]


def test_what_people_ask(library: Library) -> None:
    """What is answered is an ask of its provision, of a whole rule of its first paragraph; the rest stands at the edge.

    It leads to another provision that answers it as well, where that is held.
    """
    question = {"en": "Who mends the glass of the lamp?", "zh": "灯罩谁来修？"}
    rows = [
        Inquiry.model_validate({"instrument": "sample-rules", "author": "A1", "question": question} | told)
        for told in (
            {"id": "ax0001", "locator": "9", "kind": "answered", "also": ["sample-rules 5(1)", "mandela 1"]},
            {"id": "ax0002", "locator": "5(1)", "kind": "silent", "question": {"en": "Who pays for oil?", "zh": "油钱谁出？"}},
        )
    ]
    asking = replace(library, asked=tuple(rows))
    added = set(wordings(asking)) - set(wordings(library))
    assert {(str(one.reference), one.field, one.language, one.text) for one in added} == {
        ("sample-rules 9(1)", Field.ASK, Language.EN, question["en"]),
        ("sample-rules 9(1)", Field.ASK, Language.ZH, question["zh"]),
    }
    assert {tuple(map(str, one.also)) for one in added} == {("sample-rules 5(1)",)}
    assert [one.text for one in edges(asking)[len(edges(library)) :]] == ["Who pays for oil?", "油钱谁出？"]


def test_no_edge_is_a_wording(library: Library) -> None:
    """A question at the edge leads to no provision: it stands among no wordings."""
    texts = {one.text for one in wordings(library)}
    assert texts.isdisjoint(edge.text for edge in edges(library))


def test_wordings_of_a_provision(library: Library) -> None:
    """A provision has its official text under its headings, its statements and its asks, each in its language."""
    found = [one for one in wordings(library) if str(one.reference) == "sample-rules 5(1)"]
    fields = {(one.field, one.language) for one in found}
    words = {(field, lang) for field in (Field.TEXT, Field.STATEMENT) for lang in (Language.EN, Language.ZH)}
    assert fields == words | {(Field.ASK, lang) for lang in Language}
    (text,) = [one.text for one in found if one.field is Field.TEXT and one.language is Language.EN]
    assert text.endswith("Watches and rest. A watch shall not last longer than six hours.")
