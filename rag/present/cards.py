"""An answer's claims as cards to be read: claims on one paragraph together, each official sentence quoted once.

Arranges and leaves out repetition; never changes a word, and never shows a card that no claim stands behind.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.library import Library
from corpus.sentences import sentences
from corpus.types import Citation, Language, Reference, TextStatus
from rag.types import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Official words as a card shows them; `item` is the printed letter of a list item, else empty."""

    item: str
    text: str
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Claims that follow one another on one paragraph.

    `chapeau` are the official words that quoted items stand under; `citations` name each provision once, `claims` keep
    all of theirs.
    """

    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    chapeau: Quote | None
    quotes: tuple[Quote, ...]

    @property
    def quoted(self) -> tuple[Citation, ...]:
        """Every citation of the card with the place of its words: what is marked when the provision is opened."""
        return tuple(citation for claim in self.claims for citation in claim.citations)


def cards(library: Library, claims: Sequence[Claim]) -> tuple[Card, ...]:
    """The claims in their order, neighbours on one paragraph grouped."""
    grouped = groupby(claims, key=lambda claim: tuple(library.paragraph(c.reference) for c in claim.citations))
    return tuple(_card(library, tuple(group)) for _, group in grouped)


def item_of(library: Library, reference: Reference) -> str:
    """The printed letter of a list item, such as `(a)`; empty for a paragraph."""
    return reference.locator.removeprefix(library.paragraph(reference).locator)


def opening_words(library: Library, citation: Citation) -> str:
    """What a provision that was not cited in an answer is about: its first official sentence, else its digest's."""
    if citation.quote:
        return sentences(citation.quote)[0].text
    statements = library.statements(citation.reference)
    if not statements:
        return ""
    return statements[0].zh if citation.language is Language.ZH else statements[0].en


def _card(library: Library, claims: tuple[Claim, ...]) -> Card:
    cited = [citation for claim in claims for citation in claim.citations]
    quotes = tuple(dict.fromkeys(_quotes(library, claims)))
    once: dict[Reference, Citation] = {}
    for citation in cited:
        once.setdefault(citation.reference, citation)
    return Card(
        claims=claims,
        citations=tuple(once.values()),
        chapeau=_chapeau(library, cited, quotes),
        quotes=quotes,
    )


def _quotes(library: Library, claims: Sequence[Claim]) -> Iterator[Quote]:
    """Official words in citation order; those that a claim repeats word for word stand as the claim already."""
    cited = [(citation, claim) for claim in claims for citation in claim.citations]
    for citation, claim in sorted(cited, key=lambda one: (library.order[one[0].reference], one[0].start or 0)):
        if citation.quote and citation.quote != claim.text:
            yield Quote(item=item_of(library, citation.reference), text=citation.quote, language=citation.language)


def _chapeau(library: Library, cited: Sequence[Citation], quotes: Sequence[Quote]) -> Quote | None:
    if not quotes or not all(quote.item for quote in quotes):
        return None
    held = library.provision(library.paragraph(cited[0].reference), quotes[0].language)
    if held is None or held.status is not TextStatus.OFFICIAL or held.language is not quotes[0].language:
        return None
    return Quote(item="", text=held.text, language=held.language)
