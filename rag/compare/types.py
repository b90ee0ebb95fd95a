"""The values of a comparison: entries in columns, and the marks on them, each with its reason.

Values only; a citation is the object that answers give.
"""

from dataclasses import dataclass
from enum import StrEnum

from corpus.types import Binding, Citation, Language, Modality


class Subject(StrEnum):
    """What a comparison is about: a topic of the closed list, or words that were searched for."""

    TOPIC = "topic"
    WORDS = "words"


class MarkKind(StrEnum):
    """What a mark says of an entry."""

    MORE_PROTECTIVE = "more_protective"
    MORE_SPECIFIC = "more_specific"


class Ground(StrEnum):
    """The rule by which an entry is marked; docs/compare.md tells each at length."""

    BINDING = "binding"
    BAN = "ban"
    VERB = "verb"
    ENDEAVOUR = "endeavour"
    LIMIT = "limit"
    PERSONS = "persons"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An id of a closed list with its name in the reader's language."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Why an entry is more protective or more specific, and than which other provision; `reason` is for the reader."""

    kind: MarkKind
    ground: Ground
    reason: str
    than: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement of a provision in a comparison.

    `language` is that of `text`: Chinese for Chinese readers, else English; where a provision has no digest, `text` is its
    official sentence in the language that is held. `addressee_named` is false where the text leaves the actor open.
    """

    text: str
    language: Language
    citation: Citation
    binding: Binding
    modality: Modality
    effort: bool
    addressees: tuple[Named, ...]
    addressee_named: bool
    persons: tuple[Named, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An instrument in a comparison: what it is, how binding in words, and its entries in printed order."""

    instrument: str
    symbol: str
    name: str
    binding: Binding
    force: str
    provisions: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Instruments side by side on one subject.

    `topics` are the themes that the entries were chosen by; `silent` are instruments in scope that say nothing on it,
    `without_digests` those that a topic cannot look into, since no digest tells their themes.
    """

    subject: Subject
    asked: str
    title: str
    language: Language
    topics: tuple[Named, ...]
    columns: tuple[Column, ...]
    silent: tuple[Named, ...]
    without_digests: tuple[Named, ...]
    corpus_version: str
