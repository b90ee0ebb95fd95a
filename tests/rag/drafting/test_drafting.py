"""A model that behaves: what is kept, what it is cut from, and when it is not asked at all."""

import threading
import time
from collections import Counter

import pytest

from corpus.types import Language
from rag.drafting.drafter import ModelDrafter
from rag.drafting.faults import Fault
from rag.drafting.prompt import instructions
from rag.messages import message
from rag.pipeline import Pipeline
from rag.present.suggest import suggestions
from rag.types import Reason, Status, VerdictStatus
from tests.rag.drafting.drafters import NAME
from tests.rag.drafting.server import Stub, chunk, proposes, send

FOG = "What does rule 4 of the Skerry Rules say?"
HORN = "On a blind night the keeper on watch must sound the horn once every 2 minutes."


def test_a_claim_that_passes_is_kept(drafting: Pipeline, stub: Stub) -> None:
    """A drafted sentence that the text carries is shown, and the answer says who worded it."""
    stub.ways.append(proposes((2, "Sound the horn", HORN)))
    answer = drafting.ask(FOG)
    (claim,) = answer.claims
    assert (claim.text, claim.verdict.status) == (HORN, VerdictStatus.SUPPORTED)
    assert answer.message.startswith(message("drafted", Language.EN, NAME))
    assert answer.engine.llm == NAME
    assert answer.dropped == ()


def test_a_citation_is_cut_from_the_store(drafting: Pipeline, stub: Stub) -> None:
    """A quote of two words becomes the whole sentence around them, at its offsets in the stored text."""
    stub.ways.append(proposes((1, "than six", "A watch must not last longer than six hours.")))
    (claim,) = drafting.ask("rule 5 (1)").claims
    (citation,) = claim.citations
    assert citation.quote == "A watch shall not last longer than six hours."
    provision = drafting.index.library.provision(citation.reference, citation.language)
    assert provision is not None
    assert provision.text[citation.start : citation.end] == citation.quote


WRONG = [  # proposed, what the check must find
    ("A watch must not last longer than eight hours.", "number"),
    ("A watch may last longer than six hours.", "negation"),
    ("A watch should not last longer than six hours.", "modality"),
    ("A watch must not last longer than six hours unless it snows.", "exception"),
    ("Prisoners must be paid in gold for every letter.", "support"),
]


@pytest.mark.parametrize(("text", "step"), WRONG)
def test_a_claim_that_fails_is_dropped(plain: Pipeline, drafting: Pipeline, stub: Stub, text: str, step: str) -> None:
    """A drafted sentence that the text does not carry is dropped with its verdict, whatever its quote."""
    stub.ways.append(proposes((1, "shall not last longer than six hours", text)))
    answer = drafting.ask("rule 5 (1)")
    assert answer.claims == plain.ask("rule 5 (1)").claims
    (claim,) = answer.dropped
    assert claim.verdict.status is not VerdictStatus.SUPPORTED, step


def test_good_and_bad_are_told_apart(drafting: Pipeline, stub: Stub) -> None:
    """What passes is kept beside what does not; every proposal is kept or dropped, and none is both."""
    stub.ways.append(
        proposes(
            (2, "Sound the horn", HORN),
            (2, "Sound the horn", HORN.upper()),
            (2, "Sound the horn", "The horn must be sounded every 9 minutes."),
            (9, "Sound the horn", HORN),
            (2, "Blow the horn", HORN),
        )
    )
    answer = drafting.ask(FOG)
    assert [claim.text for claim in answer.claims] == [HORN]
    assert Counter(claim.verdict.reason.partition(":")[0] for claim in answer.dropped)["existence"] == 1
    assert len(answer.dropped) == 4


def test_two_sentences_are_two_claims(drafting: Pipeline, stub: Stub) -> None:
    """A false sentence cannot hide behind a true one in the same claim."""
    stub.ways.append(proposes((2, "Sound the horn", f"{HORN} Keepers may be whipped.")))
    answer = drafting.ask(FOG)
    assert [claim.text for claim in answer.claims] == [HORN]
    assert [claim.text for claim in answer.dropped] == ["Keepers may be whipped."]


@pytest.mark.parametrize("text", ["Lamp\u202eoil.", "Lamp\x07 oil.", "…", "?!"])
def test_a_claim_that_cannot_be_shown(drafting: Pipeline, stub: Stub, text: str) -> None:
    """Control characters, marks that turn the writing, and sentences without words are dropped, and made visible."""
    stub.ways.append(proposes((2, "Sound the horn", text)))
    (claim,) = drafting.ask(FOG).dropped
    assert claim.verdict.reason == "form: it holds control characters or no words"
    assert claim.text.isprintable()


NOT_ASKED = [
    ("Who won the football final of 1954?", Reason.OFF_TOPIC),
    ("What does rule 99 of the Skerry Rules say?", Reason.NO_SUCH_PROVISION),
    ("How long may a watch last?\x00", Reason.UNSAFE_INPUT),
]


@pytest.mark.parametrize(("question", "reason"), NOT_ASKED)
def test_a_refusal_is_not_the_models(plain: Pipeline, drafting: Pipeline, stub: Stub, question: str, reason: Reason) -> None:
    """Whether to refuse is settled before, and a refused question is not sent anywhere."""
    stub.ways.append(proposes((1, "x", "Yes.")))
    answer = drafting.ask(question)
    assert (answer.status, answer.reason) == (Status.REFUSED, reason)
    assert answer.engine.llm is None
    assert answer.message == plain.ask(question).message
    assert stub.asked == []


def test_suggestions_ask_no_model(drafting: Pipeline, stub: Stub) -> None:
    """Questions that nobody asked are not sent to a model."""
    citations = [passage.citation for passage in drafting.search("fog").passages[:2]]
    suggestions(drafting, citations, Language.EN)
    assert stub.asked == []


def test_chinese(drafting: Pipeline, stub: Stub) -> None:
    """A Chinese question is asked and drafted in Chinese."""
    stub.ways.append(proposes((1, "每座灯塔", "每座灯塔每年必须检查2次，其中一次不预先通知。")))
    answer = drafting.ask("礁石规则第15条说了什么？")
    assert stub.asked[0]["messages"][0]["content"] == instructions(Language.ZH)
    assert [claim.verdict.status for claim in answer.claims] == [VerdictStatus.SUPPORTED] * len(answer.claims)
    assert not answer.dropped or answer.dropped[0].verdict.reason.startswith("quote")


def test_an_answer_that_is_not_wanted_any_more(drafting: Pipeline, stub: Stub) -> None:
    """As soon as nobody wants the answer the model is given up, and the plain answer is there."""
    gone = threading.Event()

    def way(_: object) -> None:
        gone.set()
        time.sleep(8.0)

    stub.ways.append(way)
    start = time.monotonic()
    answer = drafting.until(gone.is_set).ask(FOG)
    assert time.monotonic() - start < 6.0
    assert answer.message.startswith(message("draft_failed", Language.EN, Fault.STOPPED))


def test_a_closed_drafter_asks_nothing(drafting: Pipeline, drafter: ModelDrafter, stub: Stub) -> None:
    """After closing, answers go on without the model, also those that were to be stopped by somebody else."""
    stub.ways.append(proposes())
    drafter.close()
    for pipeline in (drafting, drafting.until(lambda: False)):
        assert pipeline.ask(FOG).message.startswith(message("draft_failed", Language.EN, Fault.STOPPED))


def test_the_reader_of_a_stream_that_was_left_ends(drafting: Pipeline, stub: Stub) -> None:
    """Nothing goes on reading a reply that was given up."""
    left = threading.Event()

    def way(handler: object) -> None:
        try:
            while True:
                send(handler, [chunk("six hours " * 1_000)])  # type: ignore[arg-type]
        except OSError:
            left.set()
            raise

    stub.ways.append(way)
    before = _readers()
    drafting.ask(FOG)
    assert left.wait(10.0)
    for reader in _readers() - before:
        reader.join(5.0)
    assert _readers() <= before


def _readers() -> set[threading.Thread]:
    return {one for one in threading.enumerate() if one.name == "language-model"}
