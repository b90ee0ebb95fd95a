"""A library in, the lines of a comparison out: statements of digests, or official sentences where there is no digest.

Chooses nothing by likeness; refuses to call an undigested provision general, since nobody has said for whom it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.digests import Digest, Statement
from corpus.library import Library
from corpus.modality import modality_of
from corpus.sentences import sentences
from corpus.types import Citation, Language, Modality, Reference, TextStatus
from corpus.vocabulary import vocabulary
from rag.citing import cite
from rag.compare.types import Entry, Named
from rag.compose import align

LAYS_NOTHING_DOWN = ("pp", "op", "po", "intro", "fn")
"""How locators begin of what no duty stands in: preambles, what a resolution says of itself, observations, footnotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A statement with what marking it needs.

    `reference` is the item that it stands in, or the paragraph; `english` is what likeness is measured on, empty where only
    another language is held; `citation` and `text` are for the reader, `language` is that of `text`.
    """

    reference: Reference
    paragraph: Reference
    digest: Digest | None
    statement: Statement | None
    modality: Modality
    text: str
    language: Language
    english: str
    citation: Citation

    @property
    def persons(self) -> tuple[str, ...]:
        """Groups with special needs that the statement is for; empty for everyone, and where no digest tells."""
        return self.digest.persons_of(self.statement) if self.digest and self.statement else ()

    @property
    def addressees(self) -> tuple[str, ...]:
        """Who is to act; empty where no digest tells."""
        return self.statement.addressee if self.statement else ()


def on_topic(library: Library, topic: str, reader: Language) -> Iterator[Line]:
    """Every statement on a topic, in citation order."""
    for reference in library.references:
        digest = library.digests.get(reference.instrument, {}).get(reference.locator)
        for statement in digest.statements if digest else ():
            if digest and topic in digest.topics_of(statement):
                yield stated(library, reference, digest, statement, reader)


def stated(library: Library, paragraph: Reference, digest: Digest, statement: Statement, reader: Language) -> Line:
    """A digest's statement with the official words that it stands on."""
    reference = Reference(instrument=paragraph.instrument, locator=f"{paragraph.locator}{statement.item or ''}")
    provision = library.provision(reference, reader)
    span = align(statement, provision) if provision and provision.status is TextStatus.OFFICIAL else None
    return Line(
        reference=reference,
        paragraph=paragraph,
        digest=digest,
        statement=statement,
        modality=statement.modality,
        text=statement.said(reader),
        language=reader,
        english=statement.en,
        citation=cite(library, reference, reader, span=span, modality=statement.modality),
    )


def quoted(library: Library, reference: Reference, reader: Language) -> Iterator[Line]:
    """The official sentences of a provision that has no digest, where they are held intact."""
    provision = library.provision(reference, reader)
    if provision is None or provision.status is not TextStatus.OFFICIAL:
        return
    for sentence in sentences(provision.text):
        citation = cite(library, reference, reader, span=(sentence.start, sentence.end))
        yield Line(
            reference=reference,
            paragraph=library.paragraph(reference),
            digest=None,
            statement=None,
            modality=modality_of(sentence.text, provision.language),
            text=sentence.text,
            language=provision.language,
            english=sentence.text if provision.language is Language.EN else "",
            citation=citation,
        )


def entry(line: Line, reader: Language) -> Entry:
    """A line as a reader gets it, not yet marked."""
    lists = vocabulary()
    return Entry(
        text=line.text,
        language=line.language,
        citation=line.citation,
        binding=line.citation.binding,
        modality=line.modality,
        effort=bool(line.statement and line.statement.effort),
        addressees=tuple(Named(id=one, name=lists.addressees[one][reader]) for one in line.addressees),
        addressee_named=line.statement.addressee_named if line.statement else True,
        persons=named(line.persons, reader),
    )


def named(persons: Sequence[str], reader: Language) -> tuple[Named, ...]:
    """Groups of persons with their names."""
    return tuple(Named(id=one, name=vocabulary().persons[one][reader]) for one in persons)
