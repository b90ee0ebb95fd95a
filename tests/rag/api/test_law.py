"""Instruments, provisions, topics, check and cite over HTTP."""

from dataclasses import replace

import orjson
import pytest
from fastapi.testclient import TestClient

from corpus.library import Library
from corpus.types import Language, Reference
from rag.api.provisions import ParagraphEntry, provision_sheet
from rag.citing import cite
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline
from rag.present.wire import cited_wire
from rag.text_checks import check_claim, cite_text

CLAIM = "A letter must not be opened by anyone other than the person it is addressed to."


@pytest.mark.parametrize("name", [{"instrument": "sample-rules"}, {"symbol": "LK/RES/4/12"}, {"symbol": "lk/res/4/12"}])
def test_check(client: TestClient, library: Library, name: dict[str, str]) -> None:
    """A claim gets the verdict that the command line gives, by id or by symbol."""
    given = client.post("/v1/check", json={"claim": CLAIM, "locator": "9(2)", **name})
    expected = check_claim(library, CLAIM, "sample-rules", "9(2)", embedder=HashEmbedder())
    assert given.json() == {"verdict": orjson.loads(orjson.dumps(expected))}


def test_check_of_what_does_not_exist(client: TestClient) -> None:
    """A locator that the instrument does not have is no error: the claim is not supported."""
    given = client.post("/v1/check", json={"claim": CLAIM, "instrument": "sample-rules", "locator": "99"})
    assert given.json()["verdict"]["status"] == "not_supported"


BAD = [
    # what is sent, status, type, a word of the message
    ({"claim": CLAIM, "locator": "9(2)"}, 400, "bad_input", "neither"),
    ({"claim": CLAIM, "instrument": "sample-rules", "locator": "nine"}, 400, "bad_locator", "nine"),
    ({"claim": CLAIM, "instrument": "magna-carta", "locator": "39"}, 404, "unknown_instrument", "magna-carta"),
    ({"claim": CLAIM, "instrument": "mandela", "locator": "45(1)"}, 404, "unknown_instrument", "mandela"),
    ({"claim": "", "instrument": "sample-rules", "locator": "9(2)"}, 422, "bad_request", "claim"),
]


@pytest.mark.parametrize(("body", "status", "kind", "word"), BAD)
def test_bad_claims_are_told(client: TestClient, body: dict[str, str], status: int, kind: str, word: str) -> None:
    """A claim that cannot be checked gets the status and the type of the table."""
    given = client.post("/v1/check", json=body)
    assert (given.status_code, given.json()["error"]["type"]) == (status, kind)
    assert word in given.json()["error"]["message"]


def test_cite(client: TestClient, library: Library) -> None:
    """References of a text come out as the command line gives them."""
    text = "See Skerry Rules, rule 10 (1) (b), and rule 99 of the Skerry Rules."
    given = client.post("/v1/cite", json={"text": text}).json()
    assert given == orjson.loads(orjson.dumps(cited_wire(cite_text(library, text))))
    assert [text[one["text_start"] : one["text_end"]] for one in given["citations"]] == ["Skerry Rules, rule 10 (1) (b)"]
    assert len(given["unresolved"]) == 1


def test_instruments(client: TestClient, skerry: Pipeline) -> None:
    """Every instrument in scope is listed with the languages that its words are held in and its number of provisions."""
    given = client.get("/v1/instruments").json()
    library = skerry.index.library
    assert [one["id"] for one in given["instruments"]] == list(library.instruments)
    assert sum(one["provisions"] for one in given["instruments"]) == len(library.references)
    assert given["corpus_version"] == skerry.index.version
    rules = given["instruments"][0]
    assert rules["official_in"] == ["en", "zh"]
    assert rules["symbol"] == "LK/RES/4/12"


def test_provision_in_all_languages(client: TestClient, library: Library) -> None:
    """A provision has every language version that is held intact, word for word, and its digest."""
    given = client.get("/v1/provisions/sample-rules/5(1)").json()
    (paragraph,) = given["paragraphs"]
    (provision,) = paragraph["provisions"]
    held = {language.value: texts["5(1)"].text for language, texts in library.texts["sample-rules"].items()}
    assert {one["language"]: one["text"] for one in provision["versions"]} == held
    assert len(held) == 2
    assert paragraph["digest"]["locator"] == "5(1)"
    assert given["permalink"] == "/p/sample-rules/5(1)"


def test_provision_citation_is_the_same_object(client: TestClient, library: Library) -> None:
    """The citation of a provision is the object that answers give, in the reader's language."""
    given = client.get("/v1/provisions/sample-rules/5(1)", params={"language": "zh"}).json()
    reference = Reference(instrument="sample-rules", locator="5(1)")
    expected = orjson.loads(orjson.dumps(cite(library, reference, Language.ZH)))
    assert given["paragraphs"][0]["provisions"][0]["citation"] == expected


def test_rule_means_its_paragraphs(client: TestClient) -> None:
    """A rule with numbered paragraphs means all of them; a paragraph comes with its items."""
    rule = client.get("/v1/provisions/sample-rules/5").json()
    items = client.get("/v1/provisions/sample-rules/4").json()
    assert [one["provisions"][0]["citation"]["locator"] for one in rule["paragraphs"]] == ["5(1)", "5(2)", "5(3)"]
    assert [one["citation"]["locator"] for one in items["paragraphs"][0]["provisions"]] == ["4", "4(a)", "4(b)", "4(c)"]


def test_references_both_ways(library: Library) -> None:
    """A provision whose text refers to another names it, and the other names it as referring to it."""
    digests = dict(library.digests["sample-rules"])
    digests["9(2)"] = digests["9(2)"].model_copy(update={"cites": ("sample-rules 5(1)",), "see_also": ("sample-rules 15",)})
    changed = replace(library, digests={**library.digests, "sample-rules": digests})

    def sheet_of(locator: str) -> ParagraphEntry:
        reference = Reference(instrument="sample-rules", locator=locator)
        return provision_sheet(changed, reference, Language.EN, "v").paragraphs[0]

    assert [one.locator for one in sheet_of("9(2)").cites] == ["5(1)"]
    assert [one.locator for one in sheet_of("9(2)").see_also] == ["15"]
    assert [one.locator for one in sheet_of("5(1)").cited_by] == ["9(2)"]


MISSING = [
    ("/v1/provisions/sample-rules/99", 404, "unknown_provision"),
    ("/v1/provisions/mandela/45(1)", 404, "unknown_instrument"),  # known, not in scope
    ("/v1/provisions/sample-rules/nine", 400, "bad_locator"),
    ("/v1/provisions/sample-rules/5(1)?language=de", 422, "bad_request"),
]


@pytest.mark.parametrize(("path", "status", "kind"), MISSING)
def test_what_is_not_there_is_told(client: TestClient, path: str, status: int, kind: str) -> None:
    """A provision that cannot be given gets the status and the type of the table, and what there is instead."""
    given = client.get(path)
    assert (given.status_code, given.json()["error"]["type"]) == (status, kind)
    assert given.json()["error"]["hint"]


def test_topics(client: TestClient, library: Library) -> None:
    """Each topic lists the paragraphs whose digests are on it."""
    given = {one["id"]: one for one in client.get("/v1/topics").json()["topics"]}
    for instrument, digests in library.digests.items():
        for digest in digests.values():
            for topic in digest.topics:
                assert {"instrument": instrument, "locator": digest.locator} in given[topic]["references"]
    assert set(next(iter(given.values()))["names"]) == {"en", "zh", "fr", "es", "ru", "ar"}
