"""The earlier questions of a conversation, each with what it was read as and what came of it.

Values, and the place where a pipeline keeps them: a conversation is asked turn by turn, and none is answered twice.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock

from corpus.types import Reference
from rag.types import Answer, Reason, Status


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


Take = Callable[[str, tuple[Turn, ...], bool], Turn | None]
"""Answers a question after these turns, told whether anything was said before it at all."""
_BLOCK = 8


def within_reach(history: Sequence[str]) -> Sequence[str]:
    """The questions that are gone back to, eight to fifteen: they begin anew every eighth, so that most are known already.

    >>> [len(within_reach(["?"] * count)) for count in (0, 7, 15, 16, 23, 50)]
    [0, 7, 15, 8, 15, 10]
    """
    return history[max(len(history) // _BLOCK - 1, 0) * _BLOCK :]


def turn_of(answer: Answer, *, asked: str) -> Turn | None:
    """What is kept of an answer to a question whose own words were `asked`; None where nothing was asked of the texts."""
    if answer.reason in (Reason.OFF_TOPIC, Reason.UNSAFE_INPUT):
        return None
    cited = (Reference(instrument=c.instrument, locator=c.locator) for claim in answer.claims for c in claim.citations)
    return Turn(
        asked=asked,
        resolved=answer.resolved_question,
        leans=answer.resolved_question != asked,
        corrected=bool(answer.premise_corrections),
        cited=tuple(dict.fromkeys(cited)) if answer.status is Status.ANSWERED else (),
    )


class Turns:
    """The turns that a pipeline has answered, the latest thousand, by a hash of the questions up to them; safe between threads.

    Two threads that ask the same at once may both answer it. Kept in memory alone.
    """

    _MOST = 1_000

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, Turn | None] = OrderedDict()
        self._lock = Lock()

    def of(self, questions: Sequence[str], take: Take) -> tuple[Turn, ...]:
        """The turns of a conversation, oldest first; `take` answers one that is not kept, None for one that asks nothing."""
        turns: tuple[Turn, ...] = ()
        for count, question in enumerate(questions, start=1):
            known, turn = self._known(questions[:count])
            if not known:
                turn = take(question, turns, count > 1)
                self.keep(questions[:count], turn)
            turns = turns if turn is None else (*turns, turn)
        return turns

    def keep(self, questions: Sequence[str], turn: Turn | None) -> None:
        """Remember what came of the last of these questions."""
        key = _key(questions)
        with self._lock:
            self._kept[key] = turn
            self._kept.move_to_end(key)
            if len(self._kept) > self._MOST:
                self._kept.popitem(last=False)

    def _known(self, questions: Sequence[str]) -> tuple[bool, Turn | None]:
        key = _key(questions)
        with self._lock:
            if key not in self._kept:
                return False, None
            self._kept.move_to_end(key)
            return True, self._kept[key]


def _key(questions: Sequence[str]) -> bytes:
    return blake2b("\0".join(questions).encode(), digest_size=16).digest()
