"""What came of earlier questions is kept, and none is answered twice."""

from corpus.types import Reference
from rag.dialogue.turn import Turn, Turns
from rag.pipeline import Pipeline


def a_turn(asked: str) -> Turn:
    return Turn(asked=asked, resolved=asked, leans=False, corrected=False, cited=())


def test_each_is_taken_once() -> None:
    """In their order, each with those before it; one that asks nothing is left out, and is not taken again either."""
    taken: list[tuple[str, tuple[str, ...]]] = []

    def take(question: str, before: tuple[Turn, ...]) -> Turn | None:
        taken.append((question, tuple(one.asked for one in before)))
        return None if question == "thanks" else a_turn(question)

    turns = Turns()
    assert [one.asked for one in turns.of(["a", "thanks", "b"], take)] == ["a", "b"]
    assert [one.asked for one in turns.of(["a", "thanks", "b", "c"], take)] == ["a", "b", "c"]
    assert taken == [("a", ()), ("thanks", ("a",)), ("b", ("a",)), ("c", ("a", "b"))]


def test_the_oldest_are_forgotten() -> None:
    """No more than a thousand are kept."""
    turns = Turns()
    for number in range(1_200):
        turns.keep((str(number),), a_turn(str(number)))
    taken: list[str] = []

    def take(question: str, _before: tuple[Turn, ...]) -> Turn:
        taken.append(question)
        return a_turn(question)

    for question in ("0", "1199"):
        turns.of([question], take)
    assert taken == ["0"]


def test_a_conversation_is_answered_alike_whether_its_turns_are_kept(skerry: Pipeline) -> None:
    """Asked turn by turn, or at once with its history, by a pipeline that has kept nothing."""
    questions = ["How long may a watch last?", "thanks!", "And in a storm?", "What does the next rule say?"]
    kept = [skerry.ask(question, questions[:place]) for place, question in enumerate(questions)]
    fresh = Pipeline(skerry.index, skerry.embedder)
    again = fresh.ask(questions[-1], questions[:-1])
    assert (again.resolved_question, again.message, again.claims) == (
        kept[-1].resolved_question,
        kept[-1].message,
        kept[-1].claims,
    )


def test_what_is_kept_of_an_answer(skerry: Pipeline) -> None:
    """Its provisions where it was answered, none where it was refused."""
    told = skerry.taken("What does rule 6 of the Skerry Rules say?", ())
    assert told is not None
    assert told.answered
    assert told.cited == (Reference.parse("sample-rules 6"),)
    refused = skerry.taken("What does rule 99 of the Skerry Rules say?", ())
    assert refused is not None
    assert not refused.answered
    assert skerry.taken("hello", ()) is None
