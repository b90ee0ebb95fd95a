"""An answer's claims as cards to be read: claims on one paragraph together, each official sentence quoted once.

Arranges and leaves out repetition; never changes a word, and never shows a card that no claim stands behind.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.citations.label import item_marks
from corpus.language import detect
from corpus.library import Library
from corpus.sentences import sentences
from corpus.types import Citation, Language, Locator, Reference, TextStatus
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

    `citations` name each provision once, `claims` keep all of theirs. Where `quotes` hold items, their chapeau stands
    whole before them: an item without it may say the opposite.
    """

    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    quotes: tuple[Quote, ...]

    @property
    def quoted(self) -> tuple[Citation, ...]:
        """Every citation of the card with the place of its words: what is marked when the provision is opened."""
        return tuple(citation for claim in self.claims for citation in claim.citations)


def cards(library: Library, claims: Sequence[Claim]) -> tuple[Card, ...]:
    """The claims in their order, neighbours on one paragraph grouped."""
    grouped = groupby(claims, key=lambda claim: tuple(library.paragraph(c.reference) for c in claim.citations))
    return tuple(_card(library, tuple(group)) for _, group in grouped)


def item_of(library: Library, reference: Reference, language: Language) -> str:
    """The mark of a list item as a language prints it, such as `(a)`, in Arabic `(أ)`; empty for a paragraph."""
    return "".join(marks_of(library, reference, language))


def marks_of(library: Library, reference: Reference, language: Language) -> tuple[str, ...]:
    """The marks from the paragraph's list down to an item, as a language prints them; none for a paragraph."""
    return item_marks(reference.locator.removeprefix(library.paragraph(reference).locator), language)


def claim_item(library: Library, claim: Claim) -> str:
    """The mark of the list item that a claim tells, in the claim's language; empty where it tells no item."""
    return item_of(library, claim.citations[0].reference, detect(claim.text)) if claim.citations else ""


def opening_words(library: Library, citation: Citation, language: Language) -> str:
    """What a provision that was not cited in an answer is about, in a sentence for a reader of `language`.

    The first official sentence where it is held in that language, else what the digest says first, else the official.
    """
    official = sentences(citation.quote)[0].text if citation.quote else ""
    statements = library.statements(citation.reference)
    if (official and citation.language is language) or not statements:
        return official
    return statements[0].said(language)


def whole_quotes(library: Library, citation: Citation) -> Iterator[Quote]:
    """What a citation quotes, an item's words under its chapeaux: without them they may say the opposite."""
    if not citation.quote:
        return
    for chapeau in reversed(tuple(above(library, citation.reference))):
        words = _words(library, chapeau, citation.language)
        if words:
            yield Quote(item="", text=words, language=citation.language)
    yield Quote(item=item_of(library, citation.reference, citation.language), text=citation.quote, language=citation.language)


def _card(library: Library, claims: tuple[Claim, ...]) -> Card:
    once: dict[Reference, Citation] = {}
    for claim in claims:
        for citation in claim.citations:
            once.setdefault(citation.reference, citation)
    return Card(claims=claims, citations=tuple(once.values()), quotes=tuple(_quotes(library, claims)))


def _quotes(library: Library, claims: Sequence[Claim]) -> Iterator[Quote]:
    """Official words in printed order, neighbouring sentences joined; words that are a claim already are left out."""
    spans: dict[tuple[Reference, Language], set[tuple[int, int]]] = {}
    for claim in claims:
        for citation in claim.citations:
            if citation.start is not None and citation.end is not None and citation.quote != claim.text:
                spans.setdefault((citation.reference, citation.language), set()).add((citation.start, citation.end))
    for item, language in tuple(spans):
        for chapeau in above(library, item):
            spans[chapeau, language] = {(0, len(_words(library, chapeau, language)))}
    for reference, language in sorted(spans, key=lambda key: library.order.get(key[0], -1)):
        text = _words(library, reference, language)
        for start, end in _joined(text, spans[reference, language]):
            yield Quote(item=item_of(library, reference, language), text=text[start:end], language=language)


def _words(library: Library, reference: Reference, language: Language) -> str:
    """Intact official words in just this language; empty where there are none."""
    held = library.provision(reference, language)
    intact = held is not None and held.status is TextStatus.OFFICIAL and held.language is language
    return held.text if held is not None and intact else ""


def above(library: Library, reference: Reference) -> Iterator[Reference]:
    """The chapeaux that an item stands under, up to its paragraph."""
    paragraph = library.paragraph(reference).locator
    locator = Locator.parse(reference.locator)
    while str(locator) != paragraph and locator.parent is not None:
        locator = locator.parent
        yield Reference(instrument=reference.instrument, locator=str(locator))


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those with nothing but white space between them as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
