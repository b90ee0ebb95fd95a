"""Official text in, provisions out: the whole of segmentation on one screen.

Decides nothing about completeness or damage; `corpus.complete` does. Fetches and stores nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.facts import FactsFile
from corpus.segment.columns import mend_columns
from corpus.segment.families import drafts
from corpus.segment.footnotes import Note, mark_of, part_notes, sign_marks
from corpus.segment.furniture import strip_furniture
from corpus.segment.lines import Line, Page, read_pages
from corpus.segment.parts import Draft
from corpus.segment.wording import Lexicon, word
from corpus.segment.words import PART_WORDS
from corpus.types import Kind, Language, Provision

_LABELLED = re.compile(r"((?:[^\W\d_]{1,5}|\d{1,2})[.．、]|\([a-z]\))\s+(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segmentation:
    """The provisions of one language version of an instrument, in document order, footnotes last."""

    instrument: str
    language: Language
    provisions: tuple[Provision, ...]

    @property
    def locators(self) -> tuple[str, ...]:
        """Locators in document order, footnotes apart."""
        return tuple(p.locator for p in self.provisions if p.kind is not Kind.FOOTNOTE)


def segment(text: str, facts: FactsFile, language: Language) -> Segmentation:
    """Cut a text into its provisions by the grammar of its facts file."""
    titles = [title for title in facts.titles.values() if title]
    pages = strip_furniture(read_pages(text), facts.symbol, titles)
    lines, notes = _marked_lines(pages, language)
    lexicon = Lexicon.of(lines)
    found = tuple(drafts(mend_columns(lines), facts.grammar, language))
    provisions = (
        *(_provision(draft, facts.id, language, lexicon) for draft in found),
        *_footnotes(_called(notes, lines, found), facts.id, language, lexicon),
    )
    return Segmentation(instrument=facts.id, language=language, provisions=provisions)


def _marked_lines(pages: Sequence[Page], language: Language) -> tuple[list[Line], list[Note]]:
    """The lines of all pages with footnote marks made unmistakable, and the notes."""
    words, spaced = PART_WORDS[language], language is not Language.ZH
    lines: list[Line] = []
    notes: list[Note] = []
    for page in pages:
        body, found = part_notes(page, notes[-1].number if notes else 0)
        notes += found
        known = notes[-1].number if notes else 0
        lines += sign_marks(body, [note.number for note in found], known, words, spaced=spaced)
    return lines, notes


def _called(notes: Sequence[Note], lines: Sequence[Line], drafts: Sequence[Draft]) -> list[Note]:
    """The notes without those whose mark stands in words that belong to no provision, such as a covering resolution."""
    printed = {character for line in lines for character in line.text}
    kept = {character for draft in drafts for line in draft.lines for character in line.text}
    kept |= {character for draft in drafts for heading in draft.path for character in heading}
    return [note for note in notes if mark_of(note.number) in kept or mark_of(note.number) not in printed]


def _provision(draft: Draft, instrument: str, language: Language, lexicon: Lexicon) -> Provision:
    wording = word(draft.lines, lexicon)
    return Provision(
        instrument=instrument,
        language=language,
        locator=draft.locator,
        kind=draft.kind,
        parent=draft.parent,
        heading_path=tuple(_heading(heading, lexicon) for heading in draft.path),
        text=wording.text,
        marks=wording.marks,
    )


def _heading(text: str, lexicon: Lexicon) -> str:
    """A heading's words; one space stays between its label and its title in every language."""
    match = _LABELLED.fullmatch(text)
    label, title = match.groups() if match else ("", text)
    return f"{label} {word([Line(text=title)], lexicon).text}".strip()


def _footnotes(notes: Sequence[Note], instrument: str, language: Language, lexicon: Lexicon) -> Iterator[Provision]:
    for note in notes:
        yield Provision(
            instrument=instrument,
            language=language,
            locator=f"fn{note.number}",
            kind=Kind.FOOTNOTE,
            text=word(note.lines, lexicon).text,
        )
