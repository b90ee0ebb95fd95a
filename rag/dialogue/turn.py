"""The earlier questions of a conversation, each with what it was read as and what came of it.

Values, and the place where a pipeline keeps them: a conversation is asked turn by turn, and none is answered twice.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from corpus.types import Reference
from rag.types import Answer, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """An earlier question: as it was `asked`, `resolved` to stand alone, and the provisions `cited`, none where it was refused.

    `leans` says that it was read together with questions before it, `corrected` that it took something false for granted.
    """

    asked: str
    resolved: str
    leans: bool
    corrected: bool
    cited: tuple[Reference, ...]

    @property
    def answered(self) -> bool:
        """Whether claims were told and nothing was corrected."""
        return bool(self.cited) and not self.corrected


def turn_of(answer: Answer, *, asked: str) -> Turn:
    """What is kept of an answer to a question whose own words were `asked`."""
    cited = (Reference(instrument=c.instrument, locator=c.locator) for claim in answer.claims for c in claim.citations)
    return Turn(
        asked=asked,
        resolved=answer.resolved_question,
        leans=answer.resolved_question != asked,
        corrected=bool(answer.premise_corrections),
        cited=tuple(dict.fromkeys(cited)) if answer.status is Status.ANSWERED else (),
    )


class Turns:
    """The turns that a pipeline has answered, the latest thousand, by the questions up to them; safe between threads."""

    _MOST = 1_000

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, ...], Turn | None] = OrderedDict()
        self._lock = Lock()

    def of(self, questions: Sequence[str], take: Callable[[str, tuple[Turn, ...]], Turn | None]) -> tuple[Turn, ...]:
        """The turns of a conversation, oldest first; `take` answers one that is not kept, None for one that asks nothing."""
        turns: tuple[Turn, ...] = ()
        for count, question in enumerate(questions, start=1):
            known, turn = self._known(tuple(questions[:count]))
            if not known:
                turn = take(question, turns)
                self.keep(tuple(questions[:count]), turn)
            turns = turns if turn is None else (*turns, turn)
        return turns

    def keep(self, questions: tuple[str, ...], turn: Turn | None) -> None:
        """Remember what came of the last of these questions."""
        with self._lock:
            self._kept[questions] = turn
            self._kept.move_to_end(questions)
            if len(self._kept) > self._MOST:
                self._kept.popitem(last=False)

    def _known(self, questions: tuple[str, ...]) -> tuple[bool, Turn | None]:
        with self._lock:
            if questions not in self._kept:
                return False, None
            self._kept.move_to_end(questions)
            return True, self._kept[questions]
