"""Each part of a message is decided by itself: what one provision leaves unsaid is told from another, or said to be open."""

from collections.abc import Callable
from dataclasses import replace

import pytest

import rag.multi_question
import rag.pipeline
from corpus.types import Language
from rag.decide.decision import Course, Decision
from rag.messages import message
from rag.multi_question import Parted, decide_parts, names_parts, partly
from rag.pipeline import Pipeline
from rag.retrieve import Found, Searched, search
from rag.types import Reason, Status

LETTERS = "May anyone open a letter?"
WATCH = "How many hours may a watch last?"
Deciding = Callable[..., Decision]


def deciding(reason: Reason = Reason.NOT_IN_TEXTS, probability: float = 1.0, **courses: Course) -> Deciding:
    """A way to decide that looks at the first word of what is asked."""

    def decide(_index: object, _model: object, searched: Searched, *_: object) -> Decision:
        course = courses[searched.asked.text.split()[0]]
        return Decision(
            course=course, probability=probability, reason=reason if course is Course.REFUSE else None, answer_share=0.0
        )

    return decide


def ranked(pipeline: Pipeline, question: str) -> tuple[Found, ...]:
    """What is found for a message."""
    return search(pipeline.index, pipeline.embedder, question, question, Language.EN, 60).retrieved.found


def decided(pipeline: Pipeline, question: str, *, refused: bool = True) -> Parted:
    """What is made of a message, part by part."""
    given = ranked(pipeline, question)
    return decide_parts(
        pipeline.index, pipeline.embedder, question, Language.EN, given, Course.REFUSE if refused else Course.ANSWER
    )


def test_every_part_is_told(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two that are answered: the likeliest provision of each."""
    monkeypatch.setattr(rag.multi_question, "decide", deciding(May=Course.ANSWER, How=Course.ANSWER))
    parted = decided(skerry, f"{LETTERS} {WATCH}")
    alone = [ranked(skerry, question)[0].paragraph for question in (LETTERS, WATCH)]
    assert parted.settled
    assert [one.reference for one in parted.told] == alone
    assert parted.left_open == ()


def test_what_is_refused_is_said_to_be_open(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is answered is enough for an answer; the other one is named before it."""
    monkeypatch.setattr(rag.multi_question, "decide", deciding(May=Course.ANSWER, How=Course.REFUSE))
    parted = decided(skerry, f"{LETTERS} {WATCH}")
    assert parted.settled
    assert parted.left_open == (WATCH,)
    answer = replace(skerry.ask("Skerry Rules rule 9(2)"), message="Said.")
    assert answer.status is Status.ANSWERED
    assert partly(answer, parted).message == f"Left open by the provisions found: “{WATCH}” Said."


@pytest.mark.parametrize(("probability", "settled"), [(0.89, False), (0.9, True)])
def test_who_asks_for_advice_too_is_told_whom_to_ask(
    skerry: Pipeline, monkeypatch: pytest.MonkeyPatch, probability: float, settled: bool
) -> None:
    """Beside advice what is told must be sure to make an answer of the message; before it stands whom to ask instead."""
    monkeypatch.setattr(
        rag.multi_question, "decide", deciding(Reason.ASKS_FOR_ADVICE, probability, May=Course.ANSWER, How=Course.REFUSE)
    )
    parted = decided(skerry, f"{LETTERS} {WATCH}")
    assert parted.settled is settled
    assert parted.left_open == ()
    assert parted.for_advice == (WATCH,)
    said = partly(replace(skerry.ask("Skerry Rules rule 9(2)"), message="Said."), parted).message
    assert said.startswith(f"“{WATCH}” asks for advice on a case")
    assert "ask a lawyer" in said
    assert said.endswith(" Said.")


def test_what_is_told_beside_what_is_open_need_not_be_sure(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only advice, and what leans, ask for more."""
    monkeypatch.setattr(rag.multi_question, "decide", deciding(probability=0.5, May=Course.ANSWER, How=Course.REFUSE))
    assert decided(skerry, f"{LETTERS} {WATCH}").settled


@pytest.mark.parametrize(("probability", "settled"), [(0.89, False), (0.9, True)])
def test_what_leans_is_asked_as_a_follow_up(
    skerry: Pipeline, monkeypatch: pytest.MonkeyPatch, probability: float, settled: bool
) -> None:
    """It is looked for behind what it leans on; what is told beside it must be sure."""
    seen: list[tuple[str, str]] = []

    def decide(_index: object, _model: object, searched: Searched, *_: object) -> Decision:
        latest = (searched.alone or searched).asked.text
        seen.append((searched.asked.text, latest))
        course = Course.ANSWER if latest == LETTERS else Course.REFUSE
        reason = Reason.NOT_IN_TEXTS if course is Course.REFUSE else None
        return Decision(course=course, probability=probability, reason=reason, answer_share=0.0)

    monkeypatch.setattr(rag.multi_question, "decide", decide)
    parted = decided(skerry, f"{LETTERS} And until when?")
    assert seen == [(LETTERS, LETTERS), (f"{LETTERS} And until when?", "And until when?")]
    assert parted.left_open == ("And until when?",)
    assert parted.settled is settled


@pytest.mark.parametrize(("refused", "probability", "named"), [(True, 0.5, True), (False, 0.89, False), (False, 0.9, True)])
def test_what_is_open_beside_what_leans_is_named_where_that_is_sure(
    skerry: Pipeline, monkeypatch: pytest.MonkeyPatch, refused: bool, probability: float, named: bool
) -> None:
    """Of a message that is answered as a whole; where it is refused something is open."""

    def decide(_index: object, _model: object, searched: Searched, *_: object) -> Decision:
        if searched.alone is None:
            return Decision(course=Course.ANSWER, probability=1.0, reason=None, answer_share=0.0)
        return Decision(course=Course.REFUSE, probability=probability, reason=Reason.NOT_IN_TEXTS, answer_share=0.0)

    monkeypatch.setattr(rag.multi_question, "decide", decide)
    parted = decided(skerry, f"{LETTERS} And until when?", refused=refused)
    assert parted.left_open == (("And until when?",) if named else ())
    assert parted.settled is named


def test_two_parts_on_one_provision(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """What answers both is told once, and settles both."""
    monkeypatch.setattr(rag.multi_question, "decide", deciding(May=Course.ANSWER))
    parted = decided(skerry, f"{LETTERS} May any keeper open a letter?")
    assert [one.reference for one in parted.told] == [ranked(skerry, LETTERS)[0].paragraph]
    assert parted.settled


def test_a_refusal_names_advice_too(skerry: Pipeline) -> None:
    """Unless it is what the whole is refused for, which says so itself."""
    refused = replace(skerry.ask(WATCH), status=Status.REFUSED, reason=Reason.NOT_IN_TEXTS, message="Not said.")
    parted = Parted(left_open=(WATCH,), for_advice=(LETTERS,))
    said = partly(refused, parted).message
    assert said.startswith(f"“{LETTERS}” asks for advice on a case")
    assert said.endswith("detention. Not said.")
    declined = replace(refused, reason=Reason.ASKS_FOR_ADVICE)
    assert partly(declined, parted) == declined


def test_advice_is_named_before_what_is_open(skerry: Pipeline) -> None:
    """Each in a sentence that cannot be taken for the other's."""
    answer = replace(skerry.ask("Skerry Rules rule 9(2)"), message="Said.")
    assert partly(answer, Parted(left_open=(WATCH,), for_advice=(LETTERS,))).message == (
        f"“{LETTERS}” asks for advice on a case, which Pinpoint does not give: ask a lawyer, or the body that monitors places "
        f"of detention. Left open by the provisions found: “{WATCH}” Said."
    )


def test_a_message_that_goes_off_the_topic_is_not_settled(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is refused for any other reason is decided with the whole message."""
    monkeypatch.setattr(rag.multi_question, "decide", deciding(Reason.OFF_TOPIC, May=Course.ANSWER, How=Course.REFUSE))
    parted = decided(skerry, f"{LETTERS} {WATCH}")
    assert not parted.settled
    assert parted.left_open == parted.for_advice == ()


@pytest.mark.parametrize("other", [Course.REFUSE, Course.CORRECT])
def test_none_answered_settles_nothing(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch, other: Course) -> None:
    """A message none of whose parts is answered is decided as a whole."""
    monkeypatch.setattr(rag.multi_question, "decide", deciding(May=other, How=Course.REFUSE))
    assert not decided(skerry, f"{LETTERS} {WATCH}").settled


def test_what_stands_far_from_the_message_is_not_told(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part whose provision is not among the first of the whole means something else there."""
    monkeypatch.setattr(rag.multi_question, "decide", deciding(May=Course.ANSWER, How=Course.ANSWER))
    message = f"{LETTERS} {WATCH}"
    first = [one for one in ranked(skerry, message) if one.paragraph != ranked(skerry, WATCH)[0].paragraph]
    parted = decide_parts(skerry.index, skerry.embedder, message, Language.EN, first, Course.REFUSE)
    assert [one.reference for one in parted.told] == [ranked(skerry, LETTERS)[0].paragraph]
    assert not parted.settled


def test_what_compares_is_taken_whole(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds for one and what is added for another answer each other."""
    monkeypatch.delattr(rag.multi_question, "search")
    assert decided(skerry, "Which rules hold for every keeper? What is added for children at a station?") == Parted()


def test_one_question_is_not_decided_twice(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are no parts nothing is looked for."""
    monkeypatch.delattr(rag.multi_question, "search")
    assert decided(skerry, WATCH) == Parted()


def test_the_whole_way(skerry: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer tells the provisions of both parts; a refusal does not name what is open."""
    for where in (rag.pipeline, rag.multi_question):
        monkeypatch.setattr(where, "decide", deciding(May=Course.ANSWER, How=Course.ANSWER))
    answer = skerry.ask(f"{LETTERS} {WATCH}")
    told = {skerry.index.library.paragraph(citation.reference) for claim in answer.claims for citation in claim.citations}
    assert {ranked(skerry, question)[0].paragraph for question in (LETTERS, WATCH)} <= told
    refused = replace(answer, status=Status.REFUSED, reason=Reason.NOT_IN_TEXTS)
    assert partly(refused, Parted(left_open=(WATCH,))) == refused


@pytest.mark.parametrize(("probability", "status"), [(1.0, Status.ANSWERED), (0.5, Status.REFUSED)])
@pytest.mark.parametrize("reason", [Reason.NOT_IN_TEXTS, Reason.OFF_TOPIC])
def test_the_whole_way_beside_advice(
    skerry: Pipeline, monkeypatch: pytest.MonkeyPatch, probability: float, status: Status, reason: Reason
) -> None:
    """A message that is refused as a whole is answered where its other part is sure; either way it says whom to ask."""
    monkeypatch.setattr(rag.pipeline, "decide", deciding(reason, May=Course.REFUSE))
    monkeypatch.setattr(
        rag.multi_question, "decide", deciding(Reason.ASKS_FOR_ADVICE, probability, May=Course.ANSWER, How=Course.REFUSE)
    )
    answer = skerry.ask(f"{LETTERS} {WATCH}")
    assert answer.status is status
    assert answer.reason is (None if status is Status.ANSWERED else reason)
    assert answer.message.startswith(f"“{WATCH}” asks for advice on a case")
    assert bool(answer.claims) is (status is Status.ANSWERED)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("key", ["for_advice", "left_open"])
def test_whether_parts_are_named(skerry: Pipeline, language: Language, key: str) -> None:
    """In each language; an answer to all, or one that tells what it is made of, names none."""
    answer = replace(skerry.ask(LETTERS), language=language)
    for other in ("answered", "on_digests"):
        assert not names_parts(replace(answer, message=message(other, language)))
    assert names_parts(replace(answer, message=f"{message(key, language, WATCH)} {message('answered', language)}"))
