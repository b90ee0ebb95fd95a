"""Provisions of a library that have a digest, and what each points to. Refuses to rank them."""

from corpus.library import Library
from corpus.types import Reference


def digested(library: Library) -> tuple[Reference, ...]:
    """Paragraphs that have a digest, in citation order."""
    return tuple(one for one in library.references if library.paragraph(one) == one and library.digest(one))


def related(library: Library, reference: Reference) -> frozenset[Reference]:
    """What a provision's digest points to: each may answer its asks as well."""
    digest = library.digest(reference)
    pointed = {one for text in (digest.see_also if digest else ()) for one in library.expand(Reference.parse(text))}
    return frozenset(library.paragraph(one) for one in pointed)
