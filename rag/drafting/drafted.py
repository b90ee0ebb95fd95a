"""What drafting gives to the pipeline, and the port that it is reached by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.library import Library
from corpus.types import Language
from rag.compose import Draft
from rag.ports import TokenEmbedder
from rag.retrieve import Found
from rag.types import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """Drafts to be checked, claims dropped before, and why there is nothing at all (`fault`), or an empty word."""

    drafts: tuple[Draft, ...]
    dropped: tuple[Claim, ...]
    fault: str


class Drafter(Protocol):
    """Proposes claims for an answer that will be given anyway; `tokens` are for the check of claims in free wording."""

    name: str
    tokens: TokenEmbedder | None

    def draft(self, library: Library, question: str, ranked: Sequence[Found], language: Language) -> Drafted:
        """Drafts from the ranked provisions; raises nothing for what a model does."""
        ...

    def until(self, stopped: Callable[[], bool]) -> "Drafter":
        """The same, giving up as soon as its answer is not wanted any more."""
        ...

    def close(self) -> None:
        """Give up what is being drafted, and draft nothing more."""
        ...
