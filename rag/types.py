"""The values that pass between the stages of an answer: Wording, Passage, Claim, Verdict, Answer.

Values only; the JSON that they become is written by `rag.present`.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from corpus.boundaries import Edge
from corpus.types import Citation, Language, Reference


class Field(StrEnum):
    """What a wording is of its provision; a scenario is a broad question that several answer together."""

    TEXT = "text"
    STATEMENT = "statement"
    ASK = "ask"
    SCENARIO = "scenario"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One wording by which a provision may be found: its official text, a statement, an ask, a scenario.

    `reference` is the provision that the wording leads to; items lead to themselves. A scenario leads to `also` too, and so do
    asks that several provisions answer.
    """

    reference: Reference
    field: Field
    language: Language
    text: str
    also: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeWording:
    """A question at the edge of what the texts say, with the provision that it stands near, or None."""

    edge: Edge
    reference: Reference | None
    language: Language
    text: str


class Status(StrEnum):
    """How an answer ends."""

    ANSWERED = "answered"
    REFUSED = "refused"


class Reason(StrEnum):
    """Why an answer was refused, or corrected."""

    FALSE_PREMISE = "false_premise"
    NOT_IN_TEXTS = "not_in_texts"
    NO_SUCH_PROVISION = "no_such_provision"
    AMBIGUOUS_REFERENCE = "ambiguous_reference"
    ASKS_FOR_ADVICE = "asks_for_advice"
    OFF_TOPIC = "off_topic"
    UNSAFE_INPUT = "unsafe_input"


class VerdictStatus(StrEnum):
    """What a check found."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_SUPPORTED = "not_supported"
    UNCHECKED = "unchecked"


class Against(StrEnum):
    """What a claim was checked against."""

    OFFICIAL = "official"
    DIGEST = "digest"


class Step(StrEnum):
    """The steps of verification, in order; where a claim in free wording fails, its verdict's reason begins with one."""

    EXISTENCE = "existence"
    QUOTE = "quote"
    NUMBER = "number"
    UNIT = "unit"
    MODALITY = "modality"
    NEGATION = "negation"
    ACTOR = "actor"
    PERSON = "person"
    CONDITION = "condition"
    EXCEPTION = "exception"
    JUNCTION = "junction"
    QUANTIFIER = "quantifier"
    TIME = "time"
    NOVELTY = "novelty"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a provision carries a claim; `aligned` are the provision's words that decided."""

    status: VerdictStatus
    against: Against
    reason: str
    aligned: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sentence with the citations that carry it, and the verdict on it."""

    text: str
    citations: tuple[Citation, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A provision retrieved for a question; rank 1 is the best."""

    citation: Citation
    score: float
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PremiseCorrection:
    """Something that the question takes for granted and the texts say otherwise."""

    premise: str
    correction: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """Which models had a part in an answer; `llm` is the one that was asked to word it, or None where none was."""

    embedder: str
    llm: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question's answer: checked claims, or a refusal with its reason and the nearest provisions."""

    question: str
    resolved_question: str
    language: Language
    status: Status
    reason: Reason | None
    message: str
    claims: tuple[Claim, ...] = ()
    dropped: tuple[Claim, ...] = ()
    premise_corrections: tuple[PremiseCorrection, ...] = ()
    passages: tuple[Passage, ...] = ()
    nearest: tuple[Citation, ...] = ()
    see_also: tuple[Citation, ...] = ()
    corpus_version: str = ""
    engine: Engine
    timings_ms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """The passages found for a query, best first."""

    query: str
    language: Language
    passages: tuple[Passage, ...]
    corpus_version: str
    timings_ms: dict[str, float] = field(default_factory=dict)
