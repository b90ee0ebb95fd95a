"""The tools, as the official client sees, calls and misuses them."""

import re

import orjson
import pytest

from corpus.types import Reference
from rag.embedder.fake import HashEmbedder
from rag.mcp_server.tools import EXAMPLES
from rag.pipeline import Pipeline
from rag.present.wire import cited_wire
from rag.text_checks import check_claim, cite_text
from rag.types import Answer
from tests.rag.mcp_server.asking import asked, called, given, said

NAMES = ["search", "fetch", "answer", "list_topics", "lookup_citation", "check_claim"]
LETTER = "A letter must not be opened by anyone other than the person it is addressed to."


def timeless(answer: dict[str, object]) -> dict[str, object]:
    """An answer without its timings."""
    return {name: held for name, held in answer.items() if name != "timings_ms"}


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_listed(skerry: Pipeline, mode: str) -> None:
    """Every tool says what it does, what it takes, what it gives, and that it changes nothing."""
    tools = asked(skerry, lambda client: client.list_tools(), mode).tools
    assert [tool.name for tool in tools] == NAMES
    assert set(EXAMPLES) == set(NAMES)
    for tool in tools:
        assert tool.description
        assert tool.output_schema
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint is True
        assert set(EXAMPLES[tool.name]) <= set(tool.input_schema["properties"])


def test_search(skerry: Pipeline) -> None:
    """Search gives exactly what chat clients expect, in the order of the pipeline."""
    found = given(skerry, "search", query="oil", top=3)
    assert list(found) == ["results"]
    assert [list(one) for one in found["results"]] == [["id", "title", "url"]] * 3
    passages = skerry.search("oil", 3).passages
    assert [one["id"] for one in found["results"]] == [str(passage.citation) for passage in passages]
    named = given(skerry, "search", query="Skerry Rules, rule 1", top=1)["results"][0]
    assert named["title"] == "Skerry Rules, rule 1 – Lamps and signals"
    assert named["url"] == "https://example.org/en/LK/RES/4/12"


def test_what_search_gives_fetch_takes(skerry: Pipeline) -> None:
    """Each id of a search parses back to its provision and is fetched under the same title."""
    for one in given(skerry, "search", query="letters and watches")["results"]:
        document = given(skerry, "fetch", id=one["id"])
        assert list(document) == ["id", "title", "text", "url", "metadata"]
        assert (document["id"], document["url"]) == (one["id"], one["url"])
        assert str(Reference.parse(document["id"])) == document["id"]
        assert document["title"].startswith(one["title"].partition(" –")[0])


def test_fetch_a_list(skerry: Pipeline) -> None:
    """A paragraph comes with its items and their letters, each cited, the neighbours by id."""
    document = given(skerry, "fetch", id="sample-rules 4")
    lines = document["text"].splitlines()
    assert lines[0] == "On a blind night the keeper on watch shall:"
    assert [line[:3] for line in lines[1:]] == ["(a)", "(b)", "(c)"]
    metadata = document["metadata"]
    assert metadata["text_status"] == "official"
    assert [one["locator"] for one in metadata["citations"]] == ["4", "4(a)", "4(b)", "4(c)"]
    assert metadata["after"]["id"] == "sample-rules 5(1)"
    assert given(skerry, "fetch", id=metadata["before"]["id"])["metadata"]["after"]["id"] == "sample-rules 4"


def test_fetch_an_item(skerry: Pipeline) -> None:
    """An item never stands without the words above it."""
    lines = given(skerry, "fetch", id="sample-rules 10(1)(b)")["text"].splitlines()
    assert len(lines) == 2
    assert not lines[0].startswith("(")
    assert lines[1].startswith("(b) ")


def test_fetch_a_rule(skerry: Pipeline) -> None:
    """A rule's number means all its paragraphs, each under its label."""
    document = given(skerry, "fetch", id="sample-rules 5")
    assert document["title"] == "Skerry Rules, rule 5 – Watches and rest"
    heads = re.findall(r"^Skerry Rules, rule 5 \(\d\)$", document["text"], re.MULTILINE)
    assert heads == [f"Skerry Rules, rule 5 ({number})" for number in (1, 2, 3)]


def test_fetch_in_chinese(skerry: Pipeline) -> None:
    """Words and labels come in the language asked for, where they are held in it."""
    document = given(skerry, "fetch", id="sample-rules 15", language="zh")
    assert document["text"] == "每座灯塔每年应检查两次，其中一次不预先通知。"
    assert document["title"].startswith("《礁石规则》第15条")
    assert document["metadata"]["language"] == "zh"


def test_a_digest_says_that_it_is_one(digests_only: Pipeline) -> None:
    """Where no official words are held, the text begins by saying so, and no citation has a quote."""
    document = given(digests_only, "fetch", id="sample-rules 15")
    assert document["text"].startswith("[Pinpoint's digest, not official words")
    assert document["metadata"]["text_status"] == "digest"
    assert [one["quote"] for one in document["metadata"]["citations"]] == [None]
    assert document["text"].splitlines()[1:] == document["metadata"]["digest"]


def test_answer_is_the_answer_of_the_design(skerry: Pipeline) -> None:
    """The answer is the command line's, field for field; a refusal is one too, and no error."""
    for question in ("What does rule 9 (2) of the Skerry Rules say?", "Skerry Rules, rule 99", "礁石规则第15条说了什么？"):
        answer = given(skerry, "answer", question=question)
        assert list(answer) == list(Answer.__dataclass_fields__)
        assert timeless(answer) == timeless(orjson.loads(orjson.dumps(skerry.ask(question))))


def test_answer_reads_a_follow_up(skerry: Pipeline) -> None:
    """Earlier questions are taken as the pipeline takes them."""
    answer = given(skerry, "answer", question="And in a storm?", history=["How long may a watch last?"])
    assert answer["resolved_question"] == skerry.ask("And in a storm?", ["How long may a watch last?"]).resolved_question


def test_lookup_citation(skerry: Pipeline) -> None:
    """References are resolved, and what does not exist is told of, as on the command line."""
    text = "See Skerry Rules, rule 10 (1) (b), and rule 99 of the Skerry Rules."
    found = given(skerry, "lookup_citation", text=text)
    assert found == orjson.loads(orjson.dumps(cited_wire(cite_text(skerry.index.library, text))))
    assert [one["text"] for one in found["unresolved"]] == ["rule 99 of the Skerry Rules"]


@pytest.mark.parametrize("instrument", ["sample-rules", "LK/RES/4/12"])
def test_check_claim(skerry: Pipeline, instrument: str) -> None:
    """A claim gets the command line's verdict, by id and by symbol."""
    for claim in (LETTER, "Oil is free."):
        verdict = given(skerry, "check_claim", claim=claim, instrument=instrument, locator="9(2)")["verdict"]
        expected = check_claim(skerry.index.library, claim, "sample-rules", "9(2)", embedder=HashEmbedder())
        assert verdict == orjson.loads(orjson.dumps(expected))


def test_list_topics(skerry: Pipeline) -> None:
    """All topics with how many provisions each has; one of them with the provisions, which fetch takes."""
    every = given(skerry, "list_topics")["topics"]
    assert len(every) > 20
    assert all(one["results"] == [] for one in every)
    (order,) = (one for one in every if one["id"] == "order-security")
    (asked_for,) = given(skerry, "list_topics", topic="order-security", language="fr")["topics"]
    assert asked_for["provisions"] == order["provisions"] == len(asked_for["results"]) > 0
    assert asked_for["name"] != order["name"]
    assert given(skerry, "fetch", id=asked_for["results"][0]["id"])["id"] == asked_for["results"][0]["id"]


BAD = [
    # tool, arguments, what the error says
    ("search", {}, "search: query: Field required"),
    ("search", {"query": ""}, "query: String should have at least 1 character"),
    ("search", {"query": "\u200b "}, "The question is empty."),
    ("search", {"q": "oil"}, "search takes no 'q'; it takes query, top."),
    ("search", {"query": "oil", "top": "many"}, "top: Input should be a valid integer"),
    ("search", {"query": "oil", "top": 51}, "top: Input should be less than or equal to 50"),
    ("fetch", {"id": "nothing"}, "'nothing' is not a citation."),
    ("fetch", {"id": "sample-rules 99"}, "Skerry Rules has no 99. It runs from pp1 to 16(2)."),
    ("fetch", {"id": "sample-rules ../../etc"}, "'../../etc' is not a locator."),
    ("fetch", {"id": "mandela 1"}, "No instrument 'mandela' is in scope. In scope: sample-rules"),
    ("fetch", {"id": "sample-rules 1", "language": "de"}, "language: Input should be 'en', 'zh'"),
    ("answer", {"question": "x" * 4_001}, "question: String should have at most 4000 characters"),
    ("answer", {"question": "oil", "history": "Who?"}, "history: Input should be a valid list"),
    ("answer", {"question": ["oil"]}, "question: Input should be a valid string"),
    ("check_claim", {"claim": "Oil.", "instrument": "magna-carta", "locator": "39"}, "No instrument 'magna-carta' is known."),
    ("check_claim", {"claim": "Oil.", "instrument": "sample-rules", "locator": "nine"}, "'nine' is not a locator."),
    ("list_topics", {"topic": "oil"}, "There is no topic 'oil'. The topics are: "),
]


@pytest.mark.parametrize("mode", ["legacy", "auto"])
@pytest.mark.parametrize(("tool", "arguments", "words"), BAD)
def test_bad_input(skerry: Pipeline, tool: str, arguments: dict[str, object], words: str, mode: str) -> None:
    """Bad input is a tool error that says what is wrong and what to type, and the example is for this tool."""
    result = called(skerry, tool, arguments, mode)
    assert result.is_error
    assert words in said(result)
    assert said(result).endswith(f"Call it like this: {tool} {orjson.dumps(EXAMPLES[tool]).decode()}")
    assert "python -m" not in said(result)
    assert "https://" not in said(result)


def test_unknown_tool(skerry: Pipeline) -> None:
    """A tool that is not there is told of with those that are."""
    result = called(skerry, "forget", {})
    assert result.is_error
    assert said(result) == f"There is no tool 'forget'. The tools are: {', '.join(NAMES)}."


def test_the_unforeseen_is_not_told(skerry: Pipeline, caplog: pytest.LogCaptureFixture) -> None:
    """A failure that nobody foresaw is an error without a word of what went wrong; the log has it."""

    class Broken(Pipeline):
        def ask(self, *_: object) -> Answer:
            message = "prisoner 12"
            raise LookupError(message)

    result = called(Broken(skerry.index, skerry.embedder), "answer", {"question": "oil"})
    assert result.is_error
    assert said(result) == "Something failed that was not foreseen; the server's log tells of it."
    assert "answer failed" in caplog.text
