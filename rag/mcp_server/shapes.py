"""What the tools give that is no value of ours already: results and documents as chat clients expect them, topics.

Values only. Answers and citations have no shape here, their dataclasses are the contract; verdicts and references of a
text have that of the API.
"""

from dataclasses import dataclass

from corpus.types import Binding, Citation, Language, TextStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A provision that was found; `id` is what `fetch` takes, `url` its official document."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Provisions, best first."""

    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a reader needs to judge a document: how far its words can be relied on, how binding it is, what stands beside it.

    `digest` is what it requires in our own words; `citations` has one for each provision in the text.
    """

    text_status: TextStatus
    language: Language
    binding: Binding
    citations: tuple[Citation, ...]
    digest: tuple[str, ...]
    before: Result | None
    after: Result | None
    see_also: tuple[Result, ...]
    corpus_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A provision in full; `text` has official words only where `metadata.text_status` is official."""

    id: str
    title: str
    text: str
    url: str
    metadata: Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry:
    """A theme; `results` are its provisions where it was asked for, else empty, and `provisions` is how many there are."""

    id: str
    name: str
    provisions: int
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """All themes, or the one asked for."""

    topics: tuple[TopicEntry, ...]
    corpus_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A line of an instrument's table of contents."""

    id: str
    label: str
    heading: str
