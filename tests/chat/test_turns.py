"""Turns of a session: answers on their way, failures, long conversations."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future

import pytest

from chat.turns import Turn, settled
from rag.pipeline import Pipeline
from rag.present.words import PAGE
from rag.types import Answer, Passage
from tests.chat.pages import ask, keys, page_over, shown

POST = "What does rule 9 (2) of the Skerry Rules say?"


class Breaking(Pipeline):
    """Fails at one question, once, in a way that nobody foresaw."""

    failed = False

    def ask(
        self, question: str, history: Sequence[str] = (), found: Callable[[tuple[Passage, ...]], None] | None = None
    ) -> Answer:
        """An error once, then answers."""
        if question == POST and not Breaking.failed:
            Breaking.failed = True
            raise RuntimeError(f"secret {question}")
        return super().ask(question, history, found)


def test_failure_is_told_calmly_and_without_the_question(skerry: Pipeline, caplog: pytest.LogCaptureFixture) -> None:
    """An unforeseen failure shows no detail, is logged by its place alone, and the next question is answered."""
    Breaking.failed = False
    page = ask(page_over(Breaking(skerry.index, skerry.embedder)), POST)
    assert PAGE["unforeseen"][0] in shown(page)
    assert "secret" not in shown(page)
    assert "could not be answered: RuntimeError" in caplog.text
    assert "secret What" not in caplog.text
    assert POST not in caplog.text
    ask(page, POST)
    assert keys(page, "turn-1-card-0")


class Slow(Pipeline):
    """Answers one question only when told to; counts how often that one is asked."""

    go_on = threading.Event()
    asked = 0

    def ask(
        self, question: str, history: Sequence[str] = (), found: Callable[[tuple[Passage, ...]], None] | None = None
    ) -> Answer:
        """The answer, after a while."""
        if question == POST:
            Slow.asked += 1
            assert Slow.go_on.wait(30)
        return super().ask(question, history, found)


def test_slow_answer_comes_in_its_place(skerry: Pipeline) -> None:
    """An answer that takes longer than the page waits at first is shown when it comes, having been asked for once."""
    page = ask(page_over(Slow(skerry.index, skerry.embedder)), "Skerry Rules, rule 4")
    timer = threading.Timer(1.5, Slow.go_on.set)
    timer.start()
    ask(page, POST)
    assert keys(page, "turn-0-card-0")
    assert keys(page, "turn-1-card-0")
    page.run()
    assert keys(page, "turn-1-card-0")
    assert Slow.asked == 1


def test_turn_under_way(skerry: Pipeline) -> None:
    """A turn whose answer is on its way is not waited for longer than asked, and keeps the answer once it has come."""
    future: Future[Answer] = Future()
    turn = Turn(question=POST, future=future)
    assert not settled(turn.future, 0.01)
    assert turn.shown == POST
    future.set_result(skerry.ask(POST))
    assert settled(turn.future, 0.0)
    assert turn.answer is future.result()


def test_long_conversation_is_drawn_in_part(skerry: Pipeline) -> None:
    """Of many turns the latest are drawn, and the earlier ones on a click."""
    page = page_over(skerry)
    for _ in range(11):
        ask(page, POST)
    assert len(page.chat_message) == 2 * 6
    assert keys(page, "turn-10-card-0")
    assert not keys(page, "turn-4-card-0")
    page.button(key="earlier").click().run()
    assert keys(page, "turn-0-card-0")
    assert not keys(page, "earlier")


def test_suggestions_are_new_and_answered(skerry: Pipeline) -> None:
    """What is suggested was not asked before, and is answered."""
    page = ask(page_over(skerry), "Skerry Rules, rule 4")
    suggested = keys(page, "turn-0-try-")
    label = page.button(key=suggested[0]).label
    page.button(key=suggested[0]).click().run()
    assert keys(page, "turn-1-card-0")
    assert label not in [page.button(key=key).label for key in keys(page, "turn-1-try-")]
