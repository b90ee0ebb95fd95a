"""What the chat page shows and keeps, on the sample instrument with a fake embedder; no browser."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corpus.errors import SnapshotError, StoreBusy
from corpus.facts import all_facts
from corpus.holdings import load_digests
from corpus.store import Store
from corpus.types import Language
from rag.messages import message
from rag.pipeline import Pipeline
from rag.present.markdown import escaped
from rag.present.opening import Opening, Step
from rag.present.words import PAGE
from rag.types import Answer, Passage, PremiseCorrection, Reason
from tests.chat.pages import ask, keys, page_over, pipeline_over, sample_pipeline, script, shown, silent

POST = "What does rule 9 (2) of the Skerry Rules say?"
FOG = "What does rule 4 of the Skerry Rules say?"
LETTERS = "礁石规则第9条第2款说了什么？"


@pytest.fixture(scope="module")
def skerry(tmp_path_factory: pytest.TempPathFactory) -> Pipeline:
    """The sample instrument with its digests."""
    return sample_pipeline(tmp_path_factory.mktemp("page"))


def test_first_page_offers_what_is_answered(skerry: Pipeline) -> None:
    """The empty page offers examples, and each of them is answered."""
    page = page_over(skerry)
    assert not page.exception
    assert keys(page, "example-")
    for key in keys(page, "example-"):
        assert keys(page_over(skerry).button(key=key).click().run(), "turn-0-card-0")


def test_question_gets_claim_quote_and_chip(skerry: Pipeline) -> None:
    """An answer shows the claim, the official words and a chip with the provision's label."""
    page = ask(page_over(skerry), POST)
    assert "A letter must not be opened by anyone other than the person it is addressed to." in shown(page)
    assert "“No letter shall be opened by anyone but the person whose name it bears.”" in shown(page)
    assert page.button(key="turn-0-card-0-0").label.replace("\\", "") == "Skerry Rules, rule 9 (2)"
    assert not keys(page, "example-")


def test_chip_opens_the_provision_and_it_stays_open(skerry: Pipeline) -> None:
    """A click opens the provision with the quote marked; another run of the page leaves it open."""
    page = ask(page_over(skerry), FOG)
    page.button(key="turn-0-card-0-0").click().run()
    for _ in range(2):
        assert "Sound the horn once every two minutes;]" in shown(page)
        assert ":yellow-background[" in shown(page)
        assert "I. Rules for every station › Lamps and signals" in shown(page)
        page.run()
    assert page.header[0].value.replace("\\", "") == "Skerry Rules, rule 4 (a)"


def test_items_stand_under_their_chapeau(skerry: Pipeline) -> None:
    """Claims on items of one paragraph share a card, in which the chapeau stands before the items."""
    page = ask(page_over(skerry), FOG)
    assert len(keys(page, "turn-0-card-0-")) >= 2
    (card,) = [str(m.value).replace("\\", "") for m in page.markdown if "Sound the horn once" in str(m.value)]
    assert card.index("On a blind night the keeper on watch shall:") < card.index("(a) “Sound the horn")


def test_neighbours_are_a_click_away(skerry: Pipeline) -> None:
    """From an opened provision the next one is reached, and nothing in it is marked."""
    page = ask(page_over(skerry), POST)
    page.button(key="turn-0-card-0-0").click().run()
    page.button(key="sheet-after").click().run()
    assert page.header[0].value.replace("\\", "") == "Skerry Rules, rule 10 (1)"
    assert ":yellow-background[" not in shown(page)


def test_refusal_is_help(skerry: Pipeline) -> None:
    """A refusal shows its message and the nearest provisions, and no error."""
    page = ask(page_over(skerry), "What does rule 99 of the Skerry Rules say?")
    assert "There is no such provision" in shown(page)
    assert keys(page, "turn-0-near-")
    assert not page.error


class Correcting(Pipeline):
    """Finds a false premise in every question."""

    def ask(
        self, question: str, history: Sequence[str] = (), found: Callable[[tuple[Passage, ...]], None] | None = None
    ) -> Answer:
        """The answer, and what the question wrongly takes for granted."""
        answer = super().ask(question, history, found)
        cited = tuple(citation for claim in answer.claims for citation in claim.citations)
        correction = PremiseCorrection(premise="they *may*", correction="They must not.", citations=cited)
        return replace(answer, reason=Reason.FALSE_PREMISE, premise_corrections=(correction,))


def test_false_premise_is_corrected_as_help(skerry: Pipeline) -> None:
    """A false premise is put right beside the answer, with the provision that does so, and shown as no error."""
    page = ask(page_over(Correcting(skerry.index, skerry.embedder)), POST)
    assert "they *may*" in shown(page)
    assert "**They must not.**" in shown(page)
    assert keys(page, "turn-0-card-0")
    assert not page.error
    page.button(key="turn-0-correction-0-0").click().run()
    assert ":yellow-background[No letter shall be opened" in shown(page)


class Saying(Pipeline):
    """Says something before its claims."""

    words = ""

    def ask(
        self, question: str, history: Sequence[str] = (), found: Callable[[tuple[Passage, ...]], None] | None = None
    ) -> Answer:
        """The answer with the words."""
        return replace(super().ask(question, history, found), message=self.words)


def test_what_is_left_open_stands_out(skerry: Pipeline) -> None:
    """What an answer leaves open is shown as help above its claims; what it is made of is in small print."""
    saying = Saying(skerry.index, skerry.embedder)
    saying.words = f"{message('left_open', Language.EN, 'Until <when>?')} {message('answered', Language.EN)}"
    page = ask(page_over(saying), POST)
    assert [str(info.value) for info in page.info if "Until" in str(info.value)] == [escaped(saying.words)]
    assert keys(page, "turn-0-card-0")
    saying.words = message("on_digests", Language.EN)
    page = ask(page_over(saying), POST)
    assert escaped(saying.words) in [str(caption.value) for caption in page.caption]
    assert escaped(saying.words) not in [str(info.value) for info in page.info]


BAD = [
    ("???", PAGE["no_words"][0]),  # signs without a letter
    ("lamp " * 1_000, "is 5,000 characters long; at most 4,000"),  # over the limit
    ("lamp\x00oil", "control characters"),  # a control character
]


@pytest.mark.parametrize(("question", "said"), BAD, ids=["no words", "too long", "control"])
def test_bad_input_is_help_and_history_stays(skerry: Pipeline, question: str, said: str) -> None:
    """What cannot be read is answered with help; the answer before it stays, and the next question is answered."""
    page = ask(ask(page_over(skerry), POST), question)
    assert said in shown(page)
    assert keys(page, "turn-0-card-0-")
    ask(page, POST)
    assert keys(page, "turn-2-card-0-")


def test_follow_up_is_read_with_what_came_before(skerry: Pipeline) -> None:
    """A follow-up shows the question that it was read as."""
    page = ask(ask(page_over(skerry), POST), "And in a storm?")
    assert f"{POST} And in a storm?" in shown(page)


def test_language_of_the_page(skerry: Pipeline) -> None:
    """Switched to Chinese, the page speaks Chinese; the answer follows the question."""
    page = page_over(skerry)
    page.selectbox(key="interface").set_value(Language.ZH).run()
    assert PAGE["subtitle"][1] in shown(page)
    assert PAGE["subtitle"][0] not in shown(page)
    ask(page, POST)
    assert "A letter must not be opened" in shown(page)
    ask(page, LETTERS)
    assert "“除收信人本人外，任何人不得拆信。”" in shown(page)


def test_text_from_outside_is_escaped(skerry: Pipeline) -> None:
    """Markdown in a follow-up's resolved question is shown, not obeyed; no element may hold HTML."""
    page = ask(ask(page_over(skerry), POST), "And <b>[x](http://evil.example)</b> $y$ :material/bug:?")
    captions = [str(caption.value) for caption in page.caption]
    assert any(r"\<b\>\[x\]\(http" in caption and r"\$y\$" in caption for caption in captions)
    assert not any(element.allow_html for element in (*page.markdown, *page.caption))


def test_start_anew_forgets(skerry: Pipeline) -> None:
    """Starting anew takes the turns off the page."""
    page = ask(page_over(skerry), POST)
    page.button(key="anew").click().run()
    assert not page.chat_message
    assert keys(page, "example-")


def test_earlier_questions(skerry: Pipeline) -> None:
    """A new question is scrolled to, once; who goes back stays there; starting anew forgets how far was gone back."""

    def scrolled() -> bool:
        return any("scrollIntoView" in element.proto.body for element in page.get("html"))

    page = page_over(skerry)
    for _ in range(2):
        for _ in range(11):
            assert not keys(page, "earlier")
            ask(page, POST)
            assert scrolled()
        page.button(key="earlier").click().run()
        assert len(page.chat_message) == 2 * 11
        assert not scrolled()
        page.button(key="anew").click().run()


def test_sessions_are_apart(skerry: Pipeline) -> None:
    """Two readers do not see each other's questions."""
    opening = Opening(lambda _: skerry)
    assert opening.pipeline(patience=10) is not None
    first, second = (AppTest.from_function(script, args=(opening,), default_timeout=30).run() for _ in range(2))
    ask(first, POST)
    assert not second.run().chat_message


def test_narrowed_search_is_said_and_old_citations_open(skerry: Pipeline) -> None:
    """Where a reader left instruments out the page says what is searched; what was cited before still opens."""
    page = ask(page_over(skerry), FOG)
    page.session_state["searched"] = ("sample-treaty",)
    page.run()
    assert not page.exception
    treaty = skerry.index.library.instrument("sample-treaty").names[Language.EN]
    assert f"Only these are searched: {treaty}." in shown(page)
    page.button(key="turn-0-card-0-0").click().run()
    assert page.header[0].value.replace("\\", "") == "Skerry Rules, rule 4 (a)"
    assert not keys(ask(page, FOG), "turn-1-card-")


def test_sample_is_named_as_such(skerry: Pipeline) -> None:
    """Over the sample instrument the page says that its rules are invented."""
    assert PAGE["sample"][0] in shown(page_over(skerry))


def test_without_official_texts_the_page_says_so(tmp_path: Path) -> None:
    """Over digests alone a banner says that nothing is official and how to get the texts; nothing is quoted."""
    store = Store(tmp_path / "store.sqlite3")
    load_digests(store, silent)
    page = page_over(pipeline_over(tmp_path, store, "tokyo"))
    assert "make corpus" in shown(page)
    statement = store.digests("tokyo")[0]
    name = all_facts()["tokyo"].names[Language.EN]
    ask(page, f"{name} {statement.locator}")
    page.button(key="turn-0-card-0-0").click().run()
    assert PAGE["nothing_held"][0] in shown(page)
    assert "“" not in "".join(str(m.value) for m in page.markdown if str(m.value).startswith(":gray["))


def waiting_page(way: Callable[[Step], Pipeline]) -> tuple[AppTest, Opening]:
    """The page while its pipeline is not open."""
    opening = Opening(way)
    return AppTest.from_function(script, args=(opening,), default_timeout=30), opening


def test_progress_while_opening(skerry: Pipeline) -> None:
    """While texts are being indexed the page tells how far that is and takes no question; then it goes on."""
    go_on = threading.Event()

    def slow(step: Step) -> Pipeline:
        step(3, 12)
        go_on.wait(20)
        return skerry

    page, opening = waiting_page(slow)
    page.run()
    assert "Indexing the texts: 3 of 12" in shown(page)
    assert page.chat_input[0].disabled
    go_on.set()
    assert opening.pipeline(patience=10) is not None
    page.run()
    assert not page.chat_input[0].disabled


FAILURES = [
    (StoreBusy("Another process is building the index."), PAGE["busy"][0]),  # goes on by itself
    (SnapshotError("There is nothing to index.", hint="Run: make corpus."), "There is nothing to index. Run: make corpus."),
    (RuntimeError("secret detail"), PAGE["unforeseen"][0]),  # nothing of it is shown
]


@pytest.mark.parametrize(("failure", "said"), FAILURES, ids=["busy", "foreseen", "unforeseen"])
def test_failure_to_open_is_told_calmly(skerry: Pipeline, failure: Exception, said: str) -> None:
    """What hinders opening is told without a traceback; the next attempt succeeds."""
    attempts: list[None] = []

    def way(_: Step) -> Pipeline:
        attempts.append(None)
        if len(attempts) == 1:
            raise failure
        return skerry

    page, opening = waiting_page(way)
    page.run()
    assert said in shown(page)
    assert "secret" not in shown(page)
    assert not page.exception
    if keys(page, "again"):
        page.button(key="again").click().run()
    assert opening.pipeline(patience=10) is skerry
    page.run()
    assert keys(page, "example-")
