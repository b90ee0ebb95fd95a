"""The parts that families of documents are made of: preamble, observations, units, paragraphs with items.

Each function reads the lines of one part and gives drafts: locators with their kinds, headings and lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.grammar import Grammar, Observations, Preamble
from corpus.segment.headings import Outline, peel
from corpus.segment.lines import spans
from corpus.segment.paragraphs import Lines, items, lettered, numbered, units, unnumbered
from corpus.segment.signs import Signs, start_of
from corpus.types import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A provision before its words are joined."""

    locator: str
    kind: Kind
    parent: str | None = None
    path: tuple[str, ...] = ()
    lines: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Reads parts by one grammar and its signs."""

    grammar: Grammar
    signs: Signs

    def paragraph(
        self, locator: str, kind: Kind, path: tuple[str, ...], lines: Lines, parent: str | None = None
    ) -> Iterator[Draft]:
        """A paragraph, and its list items where the grammar makes them provisions."""
        chapeau, found = items(lines) if self.grammar.items else (lines, [])
        if found and not chapeau:
            chapeau, found = lines, []
        yield Draft(locator=locator, kind=kind, parent=parent, path=path, lines=chapeau)
        for item in found:
            label = f"{locator}{item.label}"
            above = label[: label.rindex("(")]
            yield Draft(locator=label, kind=Kind.ITEM, parent=above, path=path, lines=item.lines)

    def preamble(self, lines: Lines) -> Iterator[Draft]:
        """Preambular paragraphs; the heading, the body that speaks and the words of agreement are no paragraphs."""
        if self.grammar.preamble is Preamble.NONE:
            return
        heading, speaker = self.signs.preamble, self.signs.speaker
        path = tuple(line.text for line in lines[:2] if heading.fullmatch(line.text))
        while lines and (heading.fullmatch(lines[0].text) or speaker.fullmatch(lines[0].text)):
            lines = lines[1:]
        lines = lines[: start_of(self.signs.agrees, lines, len(lines))]
        if self.grammar.preamble is Preamble.LETTERED:
            for member in lettered(lines):
                yield Draft(locator=f"pp{member.label}", kind=Kind.PREAMBLE, path=path, lines=member.lines)
            return
        for number, part in enumerate(unnumbered(lines, self.signs.opener, self.signs.clause), start=1):
            yield from self.paragraph(f"pp{number}", Kind.PREAMBLE, path, part)

    def observations(self, lines: Lines) -> Iterator[Draft]:
        """Preliminary observations and introduction of annexed rules."""
        if self.grammar.observations is Observations.HEADED:
            for start, end, number in _units(lines, self.signs.observation):
                yield from self.unit(f"po{number}", Kind.OBSERVATION, (), lines[start + 1 : end])
        elif self.grammar.observations is Observations.NUMBERED:
            opening = start_of(self.signs.observations, lines, len(lines))
            second = len(lines)
            if self.grammar.introduction:
                second = start_of(self.signs.introduction, lines, len(lines))
            for prefix, part in (("po", lines[opening:second]), ("intro", lines[second:])):
                _, found = numbered(part[1:], first=_first_number(part[1:]))
                for paragraph in found:
                    locator = f"{prefix}{paragraph.label}"
                    yield Draft(locator=locator, kind=Kind.OBSERVATION, path=(part[0].text,), lines=paragraph.lines)

    def headed_units(self, lines: Lines, sign: re.Pattern[str], kind: Kind, outline: Outline) -> Iterator[Draft]:
        """Units under `Rule N` or `Article N`, and the headings between them."""
        for start, end, number in _units(lines, sign):
            text, run = peel(lines[start + 1 : end], self.signs.style)
            title, text = self._title(text)
            path = outline.path
            if self.grammar.unit_in_path:
                path = (*path, " ".join([lines[start].text, *title]))
            yield from self.unit(str(number), kind, path, text)
            outline.read(run, self.signs.style, first=False)

    def unit(self, locator: str, kind: Kind, path: tuple[str, ...], lines: Lines) -> Iterator[Draft]:
        """One rule, article or observation: of one text, or of numbered paragraphs."""
        before, paragraphs = numbered(lines, first=1)
        if before or not paragraphs:
            yield from self.paragraph(locator, kind, path, before if paragraphs else lines)
        inner = Kind.OBSERVATION if kind is Kind.OBSERVATION else Kind.PARAGRAPH
        parent = locator if before else None
        for paragraph in paragraphs:
            label = f"{locator}({paragraph.label})"
            yield from self.paragraph(label, inner, path, paragraph.lines, parent)

    def _title(self, lines: Lines) -> tuple[list[str], Lines]:
        """The title of a unit, if the grammar knows of titles, and the lines after it."""
        if not self.grammar.unit_titles or not lines or re.match(r"\d+\s?\.", lines[0].text):
            return [], lines
        end = 1
        while end < len(lines) and not lines[end].gap and lines[end].text[:1].islower():
            end += 1
        return [line.text for line in lines[:end]], lines[end:]


def _units(lines: Lines, sign: re.Pattern[str]) -> Sequence[tuple[int, int, int]]:
    """First line, end and number of each unit."""
    starts = units(lines, sign)
    places = spans([place for place, _ in starts], len(lines))
    return [(start, end, number) for (start, end), (_, number) in zip(places, starts, strict=True)]


def _first_number(lines: Lines) -> int | None:
    """The number that a run of paragraphs begins with."""
    match = re.match(r"(\d{1,3})\s?\.", lines[0].text) if lines else None
    return int(match[1]) if match else None
