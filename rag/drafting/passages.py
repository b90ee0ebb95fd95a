"""Ranked provisions in, numbered passages out: what a model may read and cite, and nothing else.

A paragraph with items gives a passage for its opening and one for each item, as citations need them. Where no intact
official words are held, the digest's statements stand in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.citations.label import label
from corpus.library import Library
from corpus.types import Kind, Language, Reference, TextStatus
from rag.retrieve import Found

_PARAGRAPHS = 6
"""Paragraphs that are offered at most, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A passage under its number; `official` says whether `text` is the stored provision, so that offsets in it are its own."""

    number: int
    reference: Reference
    label: str
    text: str
    official: bool


def speech(language: Language) -> Language:
    """The language that claims are drafted in: the question's where claims in it can be checked, else English."""
    return language if language is Language.ZH else Language.EN


def numbered(library: Library, ranked: Sequence[Found], language: Language) -> tuple[Numbered, ...]:
    """The passages of the best provisions, counted from 1."""
    offered = dict.fromkeys(reference for one in ranked[:_PARAGRAPHS] for reference in _parts(library, one.paragraph))
    held = [(reference, *found) for reference in offered if (found := _words(library, reference, language))[0]]
    return tuple(
        Numbered(
            number=number,
            reference=reference,
            label=label(library.instrument(reference.instrument), reference.locator, language),
            text=text,
            official=official,
        )
        for number, (reference, text, official) in enumerate(held, start=1)
    )


def _parts(library: Library, paragraph: Reference) -> Iterator[Reference]:
    yield paragraph
    yield from library.items(paragraph)


def _words(library: Library, reference: Reference, language: Language) -> tuple[str, bool]:
    provision = library.provision(reference, language)
    if provision is not None and provision.status is TextStatus.OFFICIAL:
        return ("", False) if provision.kind is Kind.FOOTNOTE else (provision.text, True)
    own = [
        statement
        for statement in library.statements(reference)
        if library.paragraph(reference) != reference or statement.item is None
    ]
    return " ".join(statement.said(speech(language)) for statement in own), False
