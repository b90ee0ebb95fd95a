"""Comparisons, the matrix, checklists, trees and cross-references over HTTP: the values that the library gives."""

import orjson
import pytest
from fastapi.testclient import TestClient

from corpus.places import find_place
from corpus.types import Language, Reference
from rag.browse.graph import around, of_instrument, of_instruments
from rag.browse.references import cross_references
from rag.browse.tree import tree
from rag.compare.checklist import checklist
from rag.compare.compare import compare_topic, compare_words
from rag.compare.matrix import matrix
from rag.pipeline import Pipeline


def wire(value: object) -> object:
    """A value as JSON has it."""
    found: object = orjson.loads(orjson.dumps(value))
    return found


def test_compare(client: TestClient, skerry: Pipeline) -> None:
    """A topic and words give the comparison that the command line gives."""
    index = skerry.index
    given = client.post("/v1/compare", json={"topic": "complaints", "language": "zh"}).json()
    assert given == wire(compare_topic(index.library, "complaints", Language.ZH, index.version))
    given = client.post("/v1/compare", json={"words": "surprise visits"}).json()
    assert given == wire(compare_words(skerry, "surprise visits"))


BAD = [
    # what is sent, status, type, a word of the message
    ({}, 400, "bad_input", "one of the two"),
    ({"topic": "complaints", "words": "oil"}, 400, "bad_input", "one of the two"),
    ({"topic": "gardening"}, 400, "bad_input", "gardening"),
    ({"words": "…"}, 400, "bad_input", "empty"),
    ({"topic": "complaints", "language": "de"}, 422, "bad_request", "language"),
    ({"topics": "complaints"}, 422, "bad_request", "topics"),
]


@pytest.mark.parametrize(("body", "status", "kind", "word"), BAD)
def test_bad_comparisons_are_told(client: TestClient, body: dict[str, str], status: int, kind: str, word: str) -> None:
    """What cannot be compared gets the status and the type of the table."""
    given = client.post("/v1/compare", json=body)
    assert (given.status_code, given.json()["error"]["type"]) == (status, kind)
    assert word in given.json()["error"]["message"]


def test_the_rest_is_what_the_library_gives(client: TestClient, skerry: Pipeline) -> None:
    """Matrix, checklist, tree and graphs are the values of the library, in the reader's language."""
    library, version, zh = skerry.index.library, skerry.index.version, Language.ZH
    references = cross_references(library)
    rule = Reference(instrument="sample-rules", locator="5(1)")
    answers = {
        "/v1/matrix?language=zh": matrix(library, zh, version),
        "/v1/checklists/prison?language=zh&topics=complaints&topics=inspections": checklist(
            library, find_place("prison"), zh, version, ["complaints", "inspections"]
        ),
        "/v1/trees/sample-rules?language=zh": tree(library, "sample-rules", zh),
        "/v1/graph?language=zh": of_instruments(library, references, zh),
        "/v1/graph?instrument=sample-rules&language=zh": of_instrument(library, references, "sample-rules", zh),
        "/v1/graph?instrument=sample-rules&locator=5(1)&steps=2&language=zh": around(library, references, rule, zh, 2),
    }
    for path, expected in answers.items():
        assert client.get(path).json() == wire(expected), path


MISSING = [
    ("/v1/checklists/castle", 400, "bad_input"),
    ("/v1/checklists/prison?topics=gardening", 400, "bad_input"),
    ("/v1/trees/mandela", 404, "unknown_instrument"),  # known, not in scope
    ("/v1/graph?locator=5(1)", 400, "bad_input"),  # of which instrument?
    ("/v1/graph?instrument=sample-rules&locator=99", 404, "unknown_provision"),
    ("/v1/graph?instrument=sample-rules&locator=five", 400, "bad_locator"),
    ("/v1/graph?instrument=sample-rules&locator=5(1)&steps=9", 422, "bad_request"),
]


@pytest.mark.parametrize(("path", "status", "kind"), MISSING)
def test_what_is_not_there_is_told(client: TestClient, path: str, status: int, kind: str) -> None:
    """What cannot be given gets the status and the type of the table, with a way on."""
    given = client.get(path)
    assert (given.status_code, given.json()["error"]["type"]) == (status, kind)
    assert given.json()["error"]["hint"]
