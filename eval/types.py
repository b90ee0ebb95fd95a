"""The values of an evaluation: a question with its gold, what a system made of it, and how that is judged.

Values only; read by `eval.questions`, filled by `eval.run`, judged by `eval.metrics`.
"""

from dataclasses import dataclass
from enum import StrEnum

from corpus.types import Language, Reference


class Split(StrEnum):
    """Dev questions may be tuned on; test questions are only reported."""

    DEV = "dev"
    TEST = "test"


class ItemType(StrEnum):
    """What a question asks for."""

    LOOKUP = "lookup"
    DEFINITION = "definition"
    LIST = "list"
    MULTI = "multi"
    COMPARE = "compare"
    SCENARIO = "scenario"
    EXACT_REF = "exact_ref"
    UNANSWERABLE = "unanswerable"
    FALSE_PREMISE = "false_premise"
    STALE_VERSION = "stale_version"
    DIALOGUE = "dialogue"


class Expected(StrEnum):
    """What the assistant should do."""

    ANSWER = "answer"
    REFUSE = "refuse"
    CORRECT = "correct_premise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A provision that an answer must or may cite; `alternative_of` names the needed one that it can stand for."""

    reference: Reference
    must: bool
    alternative_of: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Nugget:
    """One thing that a good answer says, in our own words by language, and the provisions that say it."""

    text: dict[Language, str]
    references: tuple[Reference, ...]
    vital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Official words that an item rests on, by code points and SHA-256; the words themselves are never stored."""

    reference: Reference
    language: Language
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question in several languages with its gold; items other than dialogues have one."""

    question: dict[Language, str]
    gold: tuple[Need, ...]
    nuggets: tuple[Nugget, ...]
    must_not_say: tuple[str, ...]
    expected: Expected
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a question set. `dataset` is the file's stem; `second` the second annotator's needed provisions.

    `second_expected` and `second_reason` are what the second annotator would have the assistant do; None until there is one.
    """

    id: str
    dataset: str
    type: ItemType
    turns: tuple[Turn, ...]
    split: Split
    author: str
    second_annotator: str | None = None
    second: tuple[Reference, ...] = ()
    second_expected: Expected | None = None
    second_reason: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim of an outcome, reduced to what is judged."""

    text: str
    citations: tuple[Reference, ...]
    verdict: str
    reason: str
    aligned: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a system made of one turn of one item in one language.

    `ranking` holds references best first, ten at most; `corrected` the references cited by premise corrections;
    `timings_ms` is left out of every comparison of two runs.
    """

    item: str
    turn: int
    language: Language
    question: str
    status: str
    reason: str | None
    message: str
    claims: tuple[Said, ...]
    dropped: tuple[Said, ...]
    corrections: tuple[str, ...]
    corrected: tuple[Reference, ...]
    ranking: tuple[Reference, ...]
    nearest: tuple[Reference, ...]
    timings_ms: dict[str, float]

    @property
    def key(self) -> str:
        """Identity of an outcome within a run: item, turn and language."""
        return f"{self.item}/{self.turn}/{self.language.value}"

    @property
    def cited(self) -> tuple[Reference, ...]:
        """References that the claims and corrections cite, each once, in order."""
        named = [reference for claim in self.claims for reference in claim.citations]
        return tuple(dict.fromkeys([*self.corrected, *named]))
