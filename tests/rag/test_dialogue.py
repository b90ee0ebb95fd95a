"""Follow-up questions are joined to what they follow; others stand alone."""

import pytest

from rag.dialogue import resolve_question

BEFORE = "How long may a watch last?"
FOLLOWS = [
    "And in a storm?",
    "what about children?",
    "Is it different there?",
    "Who pays?",
    "多久一次？",
    "那孩子呢？",
    "Et pour les enfants ?",
    "¿Y los niños?",
    "А дети?",
]
ALONE = [
    "How many inspections of each station are made every year?",
    "每座灯塔每年必须检查几次？",
    "Who may open letters at a rock station?",
]


@pytest.mark.parametrize("question", FOLLOWS)
def test_joined(question: str) -> None:
    """A follow-up is joined to the question before it."""
    assert resolve_question(question, [BEFORE]) == f"{BEFORE} {question}"


@pytest.mark.parametrize("question", ALONE)
def test_alone(question: str) -> None:
    """A question with words of its own stays as it is."""
    assert resolve_question(question, [BEFORE]) == question


def test_chain() -> None:
    """A follow-up of a follow-up reaches back to the first question."""
    history = [BEFORE, "And in a storm?"]
    assert resolve_question("And for children?", history) == f"{BEFORE} And in a storm? And for children?"


def test_long_history() -> None:
    """Only the latest questions are joined; what was asked long ago is another matter."""
    history = [f"Question {number}?" for number in range(5)]
    assert resolve_question("And then?", history) == "Question 2? Question 3? Question 4? And then?"


def test_no_history() -> None:
    """Without history every question stands alone."""
    assert resolve_question("And in a storm?", []) == "And in a storm?"


@pytest.mark.parametrize("before", ["hello", "Thanks!", "你好", "What can you do?"])
def test_greetings_are_no_questions(before: str) -> None:
    """What comes after a greeting stands alone, or is joined to the questions before that."""
    assert resolve_question("And in a storm?", [before]) == "And in a storm?"
    assert resolve_question("And in a storm?", [BEFORE, before]) == f"{BEFORE} And in a storm?"


@pytest.mark.parametrize(
    "question", ["So are the Tokyo Rules binding?", "东京规则有约束力吗？", "And when were the Bangkok Rules adopted?"]
)
def test_questions_on_a_text_as_such_stand_alone(question: str) -> None:
    """Who asks for a text itself names it, however short the question is."""
    assert resolve_question(question, [BEFORE]) == question


def test_a_question_asked_again_stands_alone() -> None:
    """It does not lean on itself; a follow-up asked again leans on what it leant on before."""
    question = "What does rule 9 say?"
    assert resolve_question(question, [question]) == question
    assert resolve_question("And in a storm?", ["How long may a watch last?", "And in a storm?"]).startswith("How long")
