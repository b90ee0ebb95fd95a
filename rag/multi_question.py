"""A message that puts several questions, each looked for and decided by itself: what to tell besides, what to name.

Where one provision answers half of what was asked, the other half would be lost, or refused in silence. Refuses what stands far
from the message as a whole, for within it a part means what the rest makes of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.types import Language, Reference
from rag.choose import compares
from rag.decide.decision import Course, decide
from rag.index import Index
from rag.messages import message
from rag.ports import Embedder
from rag.refer import refer, refer_after
from rag.retrieve import DEPTH, Found, search
from rag.split_questions import parts
from rag.types import Answer, Reason, Status

_NAMED = ("for_advice", "left_open")
"""What stands before an answer's own words, in this order: questions that ask for advice, those that are left open."""
_NEAR = 5
"""Among how many of the best ranked for the whole message what answers a part must be."""
_SURE = 0.9
"""From here on a part that is answered makes an answer of a message that also asks for advice, or whose parts lean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """What was decided by parts: for each that is answered the likeliest provision; the questions left open; those for advice.

    `settled` is whether each part is told, left open or for advice, and one at least is told: then the message is answered.
    Beside advice, and where a part leans on another, what is told must be sure, for there the whole is often about a case, or
    about what the last part asks. Where one leans, what is left open must be sure as well to be named, unless the whole is
    refused. What is refused for another reason settles nothing.
    """

    told: tuple[Found, ...] = ()
    left_open: tuple[str, ...] = ()
    for_advice: tuple[str, ...] = ()
    settled: bool = False


def decide_parts(
    index: Index, embedder: Embedder, question: str, language: Language, ranked: Sequence[Found], course: Course
) -> Parted:
    """Each part of a message as if it had been put alone, or after what it leans on; `course` is that of the whole.

    Nothing where a message has no parts, or compares what they are about.
    """
    told: dict[Reference, Found] = {}
    declined: dict[Reason, list[str]] = {Reason.NOT_IN_TEXTS: [], Reason.ASKS_FOR_ADVICE: []}
    answered, sure, surely_open = 0, True, True
    asked = () if compares(question) else parts(question, language)
    near = {one.paragraph for one in ranked[:_NEAR]}
    for part in asked:
        searched = search(index, embedder, part.text, part.whole, language, DEPTH)
        referred = refer_after(index.library, part.whole, part.text, language)
        alone = refer(index.library, part.text, language) if part.behind else referred
        decision = decide(index, embedder, searched, referred, alone)
        best = next(iter(searched.retrieved.found), None)
        if decision.course is Course.ANSWER and best is not None and best.paragraph in near:
            told.setdefault(best.paragraph, replace(best, reference=best.paragraph))
            answered += 1
            sure &= decision.probability >= _SURE
        elif decision.course is Course.REFUSE and decision.reason in declined:
            declined[decision.reason].append(part.text)
            surely_open &= decision.probability >= _SURE
    left_open, for_advice = tuple(declined[Reason.NOT_IN_TEXTS]), tuple(declined[Reason.ASKS_FOR_ADVICE])
    every = answered + len(left_open) + len(for_advice) == len(asked)
    leans = any(part.behind for part in asked)
    settled = bool(told) and every and (sure or not (for_advice or leans))
    if leans and not (surely_open or course is Course.REFUSE):
        left_open, settled = (), False
    return Parted(told=tuple(told.values()), left_open=left_open, for_advice=for_advice, settled=settled)


def partly(answer: Answer, parted: Parted) -> Answer:
    """What was made of the whole, and before it whom to ask for advice; before an answer also what it leaves open."""
    if answer.reason is Reason.ASKS_FOR_ADVICE:
        return answer
    left_open = parted.left_open if answer.status is Status.ANSWERED else ()
    named = dict(zip(_NAMED, (parted.for_advice, left_open), strict=True))
    words = [message(key, answer.language, " ".join(questions)) for key, questions in named.items() if questions]
    return replace(answer, message=" ".join((*words, answer.message)))


def names_parts(answer: Answer) -> bool:
    """Whether an answer's message begins with parts of the question that it does not answer."""
    openings = (message(key, answer.language, "\0").partition("\0")[0] for key in _NAMED)
    return answer.message.startswith(tuple(openings))
