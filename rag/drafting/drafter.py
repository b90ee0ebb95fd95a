"""A language model as a drafter: passages in, drafts out, or the one word that says why there are none.

Asks, asks again where that may help, gives up in time. Refuses to fail an answer: whatever the model does, the caller gets
drafts, dropped claims and a fault, and decides nothing by them but what to check.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

from corpus.errors import DraftingFailed
from corpus.library import Library
from corpus.settings import LanguageModelSettings
from corpus.types import Language
from rag.drafting.drafted import Drafted
from rag.drafting.faults import Fault
from rag.drafting.mapping import map_claims
from rag.drafting.passages import numbered
from rag.drafting.prompt import write_prompt
from rag.drafting.schema import Proposed, read_reply
from rag.drafting.taking import Stopped, pause, take
from rag.ports import LanguageModel, Prompt, TokenEmbedder
from rag.retrieve import Found
from rag.tokens import count

_PER_TOKEN = 12
"""Characters a token of a reply at most, on the average of a whole reply."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far a model may go for one answer: `seconds` and `attempts` in all, tokens of prompt and reply."""

    seconds: float
    attempts: int
    prompt_tokens: int
    answer_tokens: int

    @classmethod
    def of(cls, settings: LanguageModelSettings) -> "Limits":
        """As the settings have them."""
        return cls(
            seconds=settings.seconds,
            attempts=settings.attempts,
            prompt_tokens=settings.prompt_tokens,
            answer_tokens=settings.answer_tokens,
        )


class ModelDrafter:
    """Drafts by a language model; see `rag.drafting.drafted.Drafter`."""

    def __init__(
        self,
        model: LanguageModel,
        limits: Limits,
        tokens: TokenEmbedder | None = None,
        *,
        unwanted: Stopped | None = None,
        closed: Event | None = None,
    ) -> None:
        self.name = model.name
        self.tokens = tokens
        self._model = model
        self._limits = limits
        self._closed = closed or Event()
        self._unwanted = unwanted

    def draft(self, library: Library, question: str, ranked: Sequence[Found], language: Language) -> Drafted:
        """Drafts that answer a question from the best of the ranked provisions; never raises for what the model does."""
        try:
            passages = numbered(library, ranked, language)
            prompt, shown = write_prompt(question, passages, language, count, self._limits.prompt_tokens)
            proposed = self._ask(prompt)
        except DraftingFailed as failure:
            logging.getLogger(__name__).warning("No draft by %s (%s): %s", self.name, failure.fault, failure.message)
            return Drafted(drafts=(), dropped=(), fault=failure.fault)
        drafts, dropped = map_claims(library, proposed, shown, language)
        return Drafted(drafts=drafts, dropped=dropped, fault="" if proposed else Fault.NOTHING)

    def until(self, stopped: Stopped) -> "ModelDrafter":
        """See `Drafter`."""
        return ModelDrafter(self._model, self._limits, self.tokens, unwanted=stopped, closed=self._closed)

    def close(self) -> None:
        """Give up what is being asked, and ask nothing more."""
        self._closed.set()

    def _ask(self, prompt: Prompt) -> tuple[Proposed, ...]:
        """What the model proposes, asked again after a pause where its server was busy, broken or away."""
        deadline = time.monotonic() + self._limits.seconds
        for attempt in range(self._limits.attempts):
            left = deadline - time.monotonic()
            try:
                return read_reply(self._take(prompt, left))
            except DraftingFailed as failure:
                wait = max(failure.retry_after, min(_FIRST_PAUSE * 2**attempt, _LONGEST_PAUSE))
                last = attempt + 1 == self._limits.attempts
                if last or not failure.again or time.monotonic() + wait >= deadline:
                    raise
                pause(wait, self._stopped)
        raise DraftingFailed("The model may not be asked.", fault=Fault.REFUSED, hint="Set PINPOINT_LLM_ATTEMPTS=3.")

    def _take(self, prompt: Prompt, seconds: float) -> str:
        most = _PER_TOKEN * self._limits.answer_tokens
        return take(lambda: self._model.stream(prompt), seconds=seconds, characters=most, stopped=self._stopped)

    def _stopped(self) -> bool:
        return self._closed.is_set() or (self._unwanted is not None and self._unwanted())
