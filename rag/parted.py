"""A message that puts several questions, each looked for and decided by itself: what to tell besides, what is left open.

Where one provision answers half of what was asked, the other half would be lost, or refused in silence. Refuses what stands far
from the message as a whole, for within it a part means what the rest makes of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.types import Language
from rag.choose import compares
from rag.decide.decision import Course, decide
from rag.index import Index
from rag.messages import message
from rag.parts import parts
from rag.ports import Embedder
from rag.refer import refer
from rag.retrieve import Found, search
from rag.types import Answer, Reason, Status

_DEPTH = 60
_NEAR = 5
"""Among how many of the best ranked for the whole message what answers a part must be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """What was decided by parts: for each that is answered the likeliest provision, and the questions that are left open.

    `settled` is whether each part is told or left open, and one at least is told: then the message is answered. What is refused
    for another reason is neither: a message that also asks for advice is declined as a whole, with whom to ask instead.
    """

    told: tuple[Found, ...] = ()
    left_open: tuple[str, ...] = ()
    settled: bool = False


def decide_parts(index: Index, embedder: Embedder, question: str, language: Language, ranked: Sequence[Found]) -> Parted:
    """Each part of a message as if it had been put alone; nothing where it has no parts, or compares what they are about."""
    told: list[Found] = []
    left_open: list[str] = []
    asked = () if compares(question) else parts(question, language)
    near = {one.paragraph for one in ranked[:_NEAR]}
    for part in asked:
        searched = search(index, embedder, part, part, language, _DEPTH)
        referred = refer(index.library, part, language)
        decision = decide(index, embedder, searched, referred, referred)
        best = next(iter(searched.retrieved.found), None)
        if decision.course is Course.ANSWER and best is not None and best.paragraph in near:
            told.append(replace(best, reference=best.paragraph))
        elif decision.course is Course.REFUSE and decision.reason is Reason.NOT_IN_TEXTS:
            left_open.append(part)
    return Parted(told=tuple(told), left_open=tuple(left_open), settled=bool(told) and len(told) + len(left_open) == len(asked))


def partly(answer: Answer, parted: Parted) -> Answer:
    """An answer with what it leaves open of the message said before it; a refusal as it is."""
    if answer.status is not Status.ANSWERED or not parted.left_open:
        return answer
    words = message("left_open", answer.language, " ".join(parted.left_open))
    return replace(answer, message=f"{words} {answer.message}")
