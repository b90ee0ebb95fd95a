"""The signs in, the decision out: answer, refuse with a reason, or correct first what the question takes for granted.

A multinomial logistic model over `rag.decide.signs`, fitted on dev questions by `python -m eval.calibrate`. A question that is
word for word one of the index's own is decided as that one is; one that only names provisions or instruments, or asks what
provisions say, is answered. Whether what is presupposed is false, `rag.decide.falsity` tells, but for questions that cite a
number, which may be what is wrong, and that lean on another. Refuses where refusal is the likeliest, or nothing found is an
answer.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from corpus.boundaries import Edge
from corpus.library import Library
from rag.choose import compares
from rag.decide.falsity import falsity, told_apart
from rag.decide.frames import asks_on_a_subject, asks_what_is_said
from rag.decide.relevance import FEATURES, answer_share, beside, probabilities, readings, unsure, weighed
from rag.decide.signs import SIGNS, signs
from rag.index import Index
from rag.lexical import question_terms
from rag.ports import TokenEmbedder
from rag.refer import Referred
from rag.retrieve import Retrieved, Searched
from rag.signals import Asked
from rag.types import Field, Reason
from rag.weights import weights

_TOP = 3
_ALONE = 2 / 3
"""What a follow-up by itself weighs beside the whole conversation: what stands before it was often answered already."""
_OWN_WORDS = 2
"""Words from which a follow-up can be judged by itself."""
_REASONS = {
    Edge.SILENCE: Reason.NOT_IN_TEXTS,
    Edge.NOT_IN_TEXTS: Reason.NOT_IN_TEXTS,
    Edge.ASKS_FOR_ADVICE: Reason.ASKS_FOR_ADVICE,
    Edge.OFF_TOPIC: Reason.OFF_TOPIC,
}


class Course(StrEnum):
    """What is to be done with a question, in the order of the model's classes."""

    ANSWER = "answer"
    REFUSE = "refuse"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The course with its probability, and the reason where it is refusal or correction.

    `answer_share` is how likely an answer is where it is either that or a correction: before the reader or after it, where it
    is likelier, for the reader says nothing of the provisions behind the first.
    """

    course: Course
    probability: float
    reason: Reason | None
    answer_share: float


def decide(index: Index, model: TokenEmbedder, searched: Searched, referred: Referred, alone: Referred) -> Decision:
    """The decision on a question; `model` reads the best beside it, or what likeliest denies it, more before an answer falls.

    `referred` is what the whole question refers to, `alone` what its latest part does.
    """
    asked, retrieved = searched.asked, searched.retrieved
    if not retrieved.found:
        return Decision(course=Course.REFUSE, probability=1.0, reason=Reason.NOT_IN_TEXTS, answer_share=0.0)
    named = referred.resolved and (not referred.rest or asks_what_is_said(asked.text))
    if named or asks_what_one_says(index.library, searched, referred):
        return Decision(course=Course.ANSWER, probability=1.0, reason=None, answer_share=1.0)
    if asked.of_instruments and asked.instruments <= set(index.library.instruments):
        return Decision(course=Course.ANSWER, probability=1.0, reason=None, answer_share=1.0)
    known = _known(asked, retrieved)
    if known is not None:
        share = float(known is Course.ANSWER)
        return Decision(course=known, probability=1.0, reason=_reason(known, retrieved), answer_share=share)
    scores = seen(index, searched, referred, alone) @ weights("decision", ("bias", *SIGNS))
    scores -= np.logaddexp.reduce(scores)
    compared = _compares_texts(asked)
    before = answer_share(scores)
    found = retrieved.found if compared else beside(searched, scores)
    first = None
    if unsure(scores):
        read = readings(index.library, model, found, asked.text, asked.language)
        first = next(read)
        scores = weighed(scores, chain((first,), read), weights("reading", FEATURES))
    if compared:
        scores[tuple(Course).index(Course.CORRECT)] = -np.inf
    cites = referred.resolved or referred.missing or referred.ambiguous or referred.superseded
    plain = searched.alone is None and not cites and not compared
    if plain and scores.argmax() != tuple(Course).index(Course.REFUSE):
        scores = told_apart(
            scores, falsity(index.library, model, retrieved.found[0], asked, first if found is retrieved.found else None)
        )
    likely = probabilities(scores)
    course = tuple(Course)[int(likely.argmax())]
    return Decision(
        course=course,
        probability=round(float(likely[tuple(Course).index(course)]), 4),
        reason=_reason(course, retrieved),
        answer_share=max(before, answer_share(scores)),
    )


def _compares_texts(asked: Asked) -> bool:
    """Whether it asks how texts differ from one another, which takes nothing for granted."""
    return len(asked.instruments) > 1 and compares(asked.text)


def asks_what_one_says(library: Library, searched: Searched, referred: Referred) -> bool:
    """Whether it asks on a subject what a number says that several texts have, and one of these is near."""
    numbered = {library.paragraph(part) for one in referred.ambiguous for part in library.expand(one)}
    latest = searched.alone or searched
    return asks_on_a_subject(latest.asked.text) and any(one.paragraph in numbered for one in searched.retrieved.found[:_TOP])


def seen(index: Index, searched: Searched, referred: Referred, alone: Referred) -> NDArray[np.float64]:
    """What the decision sees of a question: a leading 1 and its signs, shape (1 + signs,); at least one provision was found.

    A follow-up's are a mean of those of the whole conversation and its own: so is what the weights make of them.
    """
    whole = np.array([1.0, *signs(index, searched.asked, searched.retrieved, referred)])
    latest = searched.alone
    if latest is None or not _stands_alone(latest.asked):
        return whole
    return (1 - _ALONE) * whole + _ALONE * np.array([1.0, *signs(index, latest.asked, latest.retrieved, alone)])


def _stands_alone(latest: Asked) -> bool:
    return len(question_terms(latest.text, latest.language)) >= _OWN_WORDS


def _known(asked: Asked, retrieved: Retrieved) -> Course | None:
    """The course of a question that stands word for word among the index's asks or edges."""
    question = _letters(asked.text)
    near = [wording for found in retrieved.found[:_TOP] for wording, _ in found.near[:_TOP] if wording.field is Field.ASK]
    if any(_letters(wording.text) == question for wording in near):
        return Course.ANSWER
    for one in retrieved.edges[:_TOP]:
        if _letters(one.edge.text) == question:
            return Course.CORRECT if one.edge.edge is Edge.MISBELIEF else Course.REFUSE
    return None


def _reason(course: Course, retrieved: Retrieved) -> Reason | None:
    """False premise for a correction; for a refusal what its nearest edge other than a misbelief stands for."""
    if course is Course.ANSWER:
        return None
    if course is Course.CORRECT:
        return Reason.FALSE_PREMISE
    edges = [one.edge.edge for one in retrieved.edges if one.edge.edge is not Edge.MISBELIEF]
    return _REASONS[edges[0]] if edges else Reason.NOT_IN_TEXTS


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
