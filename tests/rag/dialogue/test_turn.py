"""What came of earlier questions is kept, and none is answered twice."""

from corpus.types import Reference
from rag.dialogue.turn import Turn, Turns, within_reach
from rag.pipeline import Pipeline


def a_turn(asked: str) -> Turn:
    return Turn(asked=asked, resolved=asked, leans=False, corrected=False, cited=())


def test_each_is_taken_once() -> None:
    """In their order, each with those before it; one that asks nothing is left out, and is not taken again either."""
    taken: list[tuple[str, tuple[str, ...]]] = []

    def take(question: str, before: tuple[Turn, ...], follows: bool) -> Turn | None:
        taken.append((question, tuple(one.asked for one in before)))
        assert follows is (question != "a")
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

    def take(question: str, _before: tuple[Turn, ...], _follows: bool) -> Turn:
        taken.append(question)
        return a_turn(question)

    for question in ("0", "1199"):
        turns.of([question], take)
    assert taken == ["0"]


def test_a_conversation_is_answered_alike_whether_its_turns_are_kept(skerry: Pipeline) -> None:
    """Asked turn by turn, or at once with its history, by a pipeline that has kept nothing."""
    questions = ["hello", "great", "How long may a watch last?", "thanks!", "And in a storm?", "What does the next rule say?"]
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
    told = skerry.taken("What does rule 6 of the Skerry Rules say?", (), False)
    assert told is not None
    assert told.answered
    assert told.cited == (Reference.parse("sample-rules 6"),)
    refused = skerry.taken("What does rule 99 of the Skerry Rules say?", (), False)
    assert refused is not None
    assert not refused.answered
    assert skerry.taken("hello", (), False) is None


def test_a_question_that_cannot_be_read_is_passed_over(skerry: Pipeline) -> None:
    """One in the history loses nothing now."""
    question = "What does rule 6 of the Skerry Rules say?"
    assert skerry.ask(question, ["?", "👍", "a" * 5_000]).claims == skerry.ask(question).claims


def test_no_more_than_fifteen_are_gone_back_to(skerry: Pipeline) -> None:
    """A long history costs no more than a shorter one, and the next question finds most of it known."""
    questions = [f"What does rule {number} of the Skerry Rules say?" for number in range(1, 41)]
    fresh = Pipeline(skerry.index, skerry.embedder)
    taken: list[str] = []
    told = fresh.taken

    def counting(question: str, turns: tuple[Turn, ...], follows: bool) -> Turn | None:
        taken.append(question)
        return told(question, turns, follows)

    fresh.turns.of(within_reach(questions[:22]), counting)
    assert len(taken) == 14
    fresh.turns.of(within_reach(questions[:23]), counting)
    assert len(taken) == 15
