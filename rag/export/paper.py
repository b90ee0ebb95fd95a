"""An answer as a paper: paragraphs with their references, official words as quotations, the instruments cited at the end.

What Word and Markdown print, before either is chosen. Refuses to part a sentence from its reference and never changes a
word; adds only what the catalogues say around them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.library import Library
from corpus.types import Citation, Instrument, Language, TextStatus
from rag.catalogue import said
from rag.export.forms import Style
from rag.export.styles import Styled, cited, plain, reference, suffixes
from rag.present.cards import Card, cards, claim_item, whole_quotes
from rag.types import Answer, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A reference as the style writes it, in which language; `standing` says so where its words are not official."""

    styled: Styled
    language: Language
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words of the answer with the references that carry them; `strong` for labels.

    `stop` is the full stop that stands after references in the text.
    """

    text: str
    language: Language
    notes: tuple[Note, ...] = ()
    strong: bool = False
    stop: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Official words in their own language; `item` is the printed letter of a list item, else empty."""

    item: str
    text: str
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A small line: what a citation weighs, what the paper was made from."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the following blocks are."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A work in the list of instruments, with the address of its official document."""

    styled: Styled
    language: Language
    url: str


_STOPS = (".", "。")
Block = Paragraph | Quotation | Remark | Heading | Listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole paper in the reader's language, its title in the answer's.

    `in_notes` where references stand in footnotes, else in the text.
    """

    title: str
    title_language: Language
    language: Language
    in_notes: bool
    blocks: tuple[Block, ...]


def paper(library: Library, answer: Answer, style: Style, language: Language) -> Paper:
    """An answer set out for a reader of `language`, its references in `style`."""
    writer = _Writer(library, answer, style, language)
    return Paper(
        title=answer.question,
        title_language=answer.language,
        language=language,
        in_notes=style.in_notes,
        blocks=tuple(writer.blocks()),
    )


def all_citations(answer: Answer) -> tuple[Citation, ...]:
    """Everything that an answer cites, in the order in which it is read; what it only points on to is left out."""
    corrections = [citation for correction in answer.premise_corrections for citation in correction.citations]
    claims = [citation for claim in answer.claims for citation in claim.citations]
    return (*corrections, *claims, *(answer.nearest if answer.status is Status.REFUSED else ()))


class _Writer:
    """One answer in one style: the letters of its works are settled once."""

    def __init__(self, library: Library, answer: Answer, style: Style, language: Language) -> None:
        self.library, self.answer, self.style, self.language = library, answer, style, language
        used = dict.fromkeys(citation.instrument for citation in all_citations(answer))
        self.instruments = tuple(library.instrument(name) for name in used)
        self.letters = suffixes(self.instruments, style)
        self.written_in = language if style is Style.UN else Language.EN

    def blocks(self) -> Iterator[Block]:
        """The paper from its message to what it was made from."""
        yield self.said(self.answer.message)
        for correction in self.answer.premise_corrections:
            yield Remark(text=f"{said('premise', self.language)}: {correction.premise}")
            yield self.said(correction.correction, correction.citations)
        for card in cards(self.library, self.answer.claims):
            yield from self.card(card)
        if self.answer.status is Status.REFUSED and self.answer.nearest:
            yield Heading(text=said("export.nearest", self.language))
            for citation in self.answer.nearest:
                yield from self.near(citation)
        if self.answer.see_also:
            listed = "; ".join(citation.label for citation in self.answer.see_also)
            yield Remark(text=f"{said('see_also', self.language)}: {listed}")
        yield from self.end()

    def card(self, card: Card) -> Iterator[Block]:
        """Claims on one paragraph, the official words once, and what they weigh."""
        for claim in card.claims:
            item = claim_item(self.library, claim)
            verbatim = any(citation.quote == claim.text for citation in claim.citations)
            words = f"“{claim.text}”" if verbatim else claim.text
            yield self.said(f"{item} {words}".strip(), claim.citations)
        for quote in card.quotes:
            yield Quotation(item=quote.item, text=quote.text, language=quote.language)
        yield Remark(text=self.weight(card.quoted))

    def near(self, citation: Citation) -> Iterator[Block]:
        """One of the nearest provisions with its words."""
        yield self.said(citation.label, (citation,), strong=True)
        for quote in whole_quotes(self.library, citation):
            yield Quotation(item=quote.item, text=quote.text, language=quote.language)

    def said(self, text: str, citations: Sequence[Citation] = (), *, strong: bool = False) -> Paragraph:
        """Words of the answer, in its language, with the references that carry them."""
        stop = text[-1:] if citations and not self.style.in_notes and text.endswith(_STOPS) else ""
        return Paragraph(
            text=text.removesuffix(stop),
            language=self.answer.language,
            notes=self.notes(citations),
            strong=strong,
            stop=stop,
        )

    def notes(self, citations: Sequence[Citation]) -> tuple[Note, ...]:
        """The references of a sentence, each once."""
        return tuple(self.note(citation) for citation in {one.reference: one for one in citations}.values())

    def note(self, citation: Citation) -> Note:
        """One citation in the style of the paper."""
        instrument = self.library.instrument(citation.instrument)
        letter = self.letters.get(instrument.id, "")
        official = citation.text_status is TextStatus.OFFICIAL
        standing = "" if official else said(f"status_hint.{citation.text_status}", self.language)
        styled = cited(instrument, citation.locator, self.style, self.language, letter)
        return Note(styled=styled, language=self.written_in, standing=standing)

    def weight(self, citations: Sequence[Citation]) -> str:
        """Binding force, the force of each verb and what the words are, each once."""
        names = (
            *(f"binding.{citation.binding}" for citation in citations),
            *(f"modality.{citation.modality}" for citation in citations),
            *(f"status.{citation.text_status}" for citation in citations),
        )
        return " · ".join(said(name, self.language) for name in dict.fromkeys(names))

    def end(self) -> Iterator[Block]:
        """The instruments cited, and what the paper was made from."""
        if self.instruments:
            yield Heading(text=said("export.instruments", self.language))
        ordered = self.instruments if self.style.in_notes else sorted(self.instruments, key=self.listed_by)
        for instrument in ordered:
            styled = reference(instrument, self.style, self.language, self.letters.get(instrument.id, ""))
            url = instrument.urls.get(self.language, next(iter(instrument.urls.values()), ""))
            carried = any(url and url in run.text for run in styled)
            yield Listed(styled=styled, language=self.written_in, url="" if carried else url)
        yield Remark(text=said("export.made", self.language, version=self.answer.corpus_version))
        yield Remark(text=said("purpose", self.language))

    def listed_by(self, instrument: Instrument) -> str:
        """What an alphabetical list is sorted by."""
        return plain(reference(instrument, self.style, self.language, self.letters.get(instrument.id, "")))
