"""An answer as running text: every claim with its label in brackets, the official words below, piece by piece.

For chat programs, which show text and little else. Refuses to part a claim from its citation: a piece is whole or left
out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.library import Library
from corpus.types import Citation, Language, TextStatus
from rag.catalogue import said
from rag.present.cards import Quote, cards, whole_quotes
from rag.types import Answer, Claim

_GAP = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLabel:
    """A citation with the place of its label in the text, brackets included, in code points, end exclusive."""

    citation: Citation
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of the text that stands or falls as a whole: an opening, a claim, one of the nearest provisions."""

    text: str
    labels: tuple[PlacedLabel, ...] = ()


def pieces(library: Library, answer: Answer) -> tuple[Piece, ...]:
    """The text of an answer; the pieces joined are the whole, and places count from its beginning."""
    found: list[Piece] = []
    length = 0
    for parts in _parts(library, answer):
        text, labels = "", []
        for part in parts:
            shown = f"[{part.label}]" if isinstance(part, Citation) else part
            if isinstance(part, Citation):
                labels.append(PlacedLabel(citation=part, start=length, end=length + len(shown)))
            text, length = text + shown, length + len(shown)
        found.append(Piece(text=text, labels=tuple(labels)))
    return tuple(found)


def _parts(library: Library, answer: Answer) -> Iterator[Sequence[str | Citation]]:
    yield [answer.message]
    for correction in answer.premise_corrections:
        yield [_GAP, correction.correction, *_cited(correction.citations, answer.language)]
    for card in cards(library, answer.claims):
        for claim in card.claims:
            yield [_GAP, _said(claim), *_cited(claim.citations, answer.language)]
        if card.quotes:
            yield [_GAP, "\n".join(map(_quoted, card.quotes))]
    for citation in answer.nearest:
        words = (f"\n{_quoted(quote)}" for quote in whole_quotes(library, citation))
        yield [_GAP, citation, *_standing(citation, answer.language), *words]
    if answer.see_also:
        listed = [part for citation in answer.see_also for part in ("; ", citation)]
        yield [f"{_GAP}→ ", *listed[1:]]


def _said(claim: Claim) -> str:
    verbatim = any(citation.quote == claim.text for citation in claim.citations)
    return f"“{claim.text}”" if verbatim else claim.text


def _cited(citations: Sequence[Citation], language: Language) -> Iterator[str | Citation]:
    for citation in citations:
        yield " "
        yield citation
        yield from _standing(citation, language)


def _standing(citation: Citation, language: Language) -> Iterator[str]:
    """What the words of a citation are, where they are not official."""
    if citation.text_status is not TextStatus.OFFICIAL:
        yield f" ({said(f'status.{citation.text_status}', language)})"


def _quoted(quote: Quote) -> str:
    """Official words as a quotation; each further line of theirs begins as the first does."""
    return "> " + f"{quote.item} “{quote.text}”".strip().replace("\n", "\n> ")
