"""The families of documents: which parts each has, in which order, and how each part is read.

Hands on drafts: locators with their kinds, headings and lines. Knows families, never instruments.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.grammar import Family, Grammar, Observations, Preamble
from corpus.segment.headings import Outline, Style, peel
from corpus.segment.lines import Line, spans
from corpus.segment.paragraphs import (
    Lines,
    Numbered,
    dotted,
    items,
    lettered,
    numbered,
    units,
    unnumbered,
    without_dotted,
)
from corpus.segment.words import PartWords
from corpus.types import Kind, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A provision before its words are joined."""

    locator: str
    kind: Kind
    parent: str | None = None
    path: tuple[str, ...] = ()
    lines: Lines


class Reader:
    """Reads the lines of one text by one grammar in one language."""

    def __init__(self, grammar: Grammar, words: PartWords, language: Language, lines: Lines) -> None:
        self._grammar = grammar
        self._words = words
        self._language = language
        self._style = Style(
            signs=grammar.headings,
            part=re.compile(words.part, re.IGNORECASE),
            joint=grammar.part_joint,
            hashes=any(re.match(r"#{1,6}\s", line.text) for line in lines),
        )
        self._speaker = grammar.enacts.get(language) or words.enacts
        self._lines = self._without_asides(lines)

    def drafts(self) -> Iterator[Draft]:
        """Every provision of the text, in order."""
        read: dict[Family, Callable[[Lines], Iterator[Draft]]] = {
            Family.RESOLUTION: self._resolution,
            Family.ANNEXED_RULES: self._annexed_rules,
            Family.DOTTED_RULES: self._dotted_rules,
            Family.NUMBERED_RULES: lambda lines: self._run(lines, Kind.RULE),
            Family.GENERAL_COMMENT: lambda lines: self._run(lines, Kind.PARAGRAPH),
            Family.TREATY: self._treaty,
        }
        yield from read[self._grammar.family](self._lines)

    # The families

    def _resolution(self, lines: Lines, prefix: str = "") -> Iterator[Draft]:
        """A preamble without numbers, then numbered paragraphs."""
        opening = self._find(lines, self._speaker)
        before, paragraphs = numbered(lines[opening:], first=1)
        yield from self._preamble(before)
        if paragraphs:
            last = paragraphs[-1]
            paragraphs[-1] = Numbered(label=last.label, lines=tuple(self._until_closing(last.lines)))
        for paragraph in paragraphs:
            yield from self._with_items(f"{prefix}{paragraph.label}", Kind.PARAGRAPH, (), paragraph.lines)

    def _annexed_rules(self, lines: Lines) -> Iterator[Draft]:
        """A resolution, then in its annex observations and rules, each headed `Rule N`."""
        annex = self._annex(lines)
        yield from self._resolution(lines[:annex], prefix="op")
        lines = lines[annex:]
        sign = re.compile(self._words.rule)
        starts = units(lines, sign)
        front, run = peel(lines[: starts[0][0]] if starts else lines, self._style)
        yield from self._observations(front)
        outline = Outline()
        outline.read(run, self._style, first=True)
        yield from self._units(lines, starts, Kind.RULE, outline)

    def _dotted_rules(self, lines: Lines) -> Iterator[Draft]:
        """Rules `1.1`, `1.2`, … under headings that bear the first number; before them a resolution or nothing."""
        annex = self._annex(lines) if self._grammar.operative else 0
        if annex:
            yield from self._resolution(lines[:annex], prefix="op")
        lines = lines[annex:]
        starts = dotted(lines, self._labelled)
        outline = Outline()
        outline.read(peel(lines[: starts[0][0]] if starts else lines, self._style)[1], self._style, first=True)
        places = spans([place for place, _ in starts], len(lines))
        for (start, end), (_, label) in zip(places, starts, strict=True):
            text, run = peel(lines[start:end], self._style)
            yield from self._with_items(label, Kind.RULE, outline.path, without_dotted(self._until_commentary(text)))
            outline.read(run, self._style, first=False)

    def _treaty(self, lines: Lines) -> Iterator[Draft]:
        """A preamble, then articles of one text or of numbered paragraphs."""
        sign = re.compile(self._words.article)
        starts = units(lines, sign)
        front = lines[: starts[0][0]] if starts else lines
        text, run = peel(front, self._style)
        opening = self._preamble_opening(text)
        yield from self._preamble(text[opening:])
        outline = Outline()
        outline.read(run, self._style, first=False)
        if starts:
            last = starts[-1][0]
            lines = [*lines[:last], *self._until_closing(lines[last:])]
        yield from self._units(lines, starts, Kind.ARTICLE, outline)

    def _run(self, lines: Lines, kind: Kind) -> Iterator[Draft]:
        """Numbered paragraphs from beginning to end, under headings or none."""
        before, paragraphs = numbered(lines, heading=self._labelled)
        outline = Outline()
        outline.read(peel(before, self._style)[1], self._style, first=True)
        for paragraph in paragraphs:
            text, run = peel(paragraph.lines, self._style)
            yield from self._with_items(paragraph.label, kind, outline.path, text)
            outline.read(run, self._style, first=False)

    # Their parts

    def _preamble(self, lines: Lines) -> Iterator[Draft]:
        """Preambular paragraphs; the heading, the body that speaks and the words of agreement are no paragraphs."""
        if self._grammar.preamble is Preamble.NONE:
            return
        heading = re.compile(self._words.preamble)
        path = tuple(line.text for line in lines[:2] if heading.fullmatch(line.text))
        enacts = re.compile(f"(?:{self._speaker})[,，،]?")
        while lines and (heading.fullmatch(lines[0].text) or enacts.fullmatch(lines[0].text)):
            lines = lines[1:]
        lines = lines[: self._find(lines, self._words.agrees, absent=len(lines))]
        if self._grammar.preamble is Preamble.LETTERED:
            for part in lettered(lines):
                yield Draft(locator=f"pp{part.label}", kind=Kind.PREAMBLE, path=path, lines=part.lines)
            return
        clause = self._grammar.clause.get(self._language)
        paragraphs = unnumbered(lines, re.compile(self._words.opener), re.compile(clause) if clause else None)
        for number, paragraph in enumerate(paragraphs, start=1):
            yield from self._with_items(f"pp{number}", Kind.PREAMBLE, path, paragraph)

    def _observations(self, lines: Lines) -> Iterator[Draft]:
        """Preliminary observations and introduction of annexed rules."""
        if self._grammar.observations is Observations.HEADED:
            starts = units(lines, re.compile(self._words.observation))
            yield from self._units(lines, starts, Kind.OBSERVATION, Outline(), prefix="po")
        elif self._grammar.observations is Observations.NUMBERED:
            opening = self._find(lines, self._words.observations, absent=len(lines))
            second = self._find(lines, self._words.introduction, absent=len(lines))
            for prefix, part in (("po", lines[opening:second]), ("intro", lines[second:])):
                _, paragraphs = numbered(part[1:]) if prefix == "po" else numbered(part[1:], first=_first(part[1:]))
                for paragraph in paragraphs:
                    locator = f"{prefix}{paragraph.label}"
                    yield Draft(locator=locator, kind=Kind.OBSERVATION, path=(part[0].text,), lines=paragraph.lines)

    def _units(
        self, lines: Lines, starts: Sequence[tuple[int, int]], kind: Kind, outline: Outline, prefix: str = ""
    ) -> Iterator[Draft]:
        """Units under `Rule N` or `Article N`, of one text or of numbered paragraphs."""
        places = spans([place for place, _ in starts], len(lines))
        for (start, end), (_, number) in zip(places, starts, strict=True):
            text, run = peel(lines[start + 1 : end], self._style) if not prefix else (lines[start + 1 : end], ())
            title, text = self._title(text)
            path = outline.path
            if self._grammar.unit_in_path and not prefix:
                path = (*path, " ".join([lines[start].text, *title]))
            yield from self._unit(f"{prefix}{number}", kind, path, text)
            outline.read(run, self._style, first=False)

    def _unit(self, locator: str, kind: Kind, path: tuple[str, ...], lines: Lines) -> Iterator[Draft]:
        """One rule or article."""
        before, paragraphs = numbered(lines, first=1)
        if before or not paragraphs:
            yield from self._with_items(locator, kind, path, before if paragraphs else lines)
        inner = Kind.OBSERVATION if kind is Kind.OBSERVATION else Kind.PARAGRAPH
        parent = locator if before else None
        for paragraph in paragraphs:
            label = f"{locator}({paragraph.label})"
            yield from self._with_items(label, inner, path, paragraph.lines, parent)

    def _with_items(
        self, locator: str, kind: Kind, path: tuple[str, ...], lines: Lines, parent: str | None = None
    ) -> Iterator[Draft]:
        """A paragraph, and its list items where the grammar makes them provisions."""
        chapeau, found = items(lines) if self._grammar.items else (lines, [])
        if found and not chapeau:
            chapeau, found = lines, []
        yield Draft(locator=locator, kind=kind, parent=parent, path=path, lines=chapeau)
        for item in found:
            label = f"{locator}{item.label}"
            above = label[: label.rindex("(")]
            yield Draft(locator=label, kind=Kind.ITEM, parent=above, path=path, lines=item.lines)

    # Where they begin and end

    def _labelled(self, line: Line) -> bool:
        """Whether a line can be a heading by its label."""
        return bool(self._style.label(line))

    def _find(self, lines: Lines, pattern: str, absent: int = 0) -> int:
        """The place of the first line that a pattern matches from its beginning."""
        sign = re.compile(pattern)
        return next((place for place, line in enumerate(lines) if sign.match(line.text)), absent)

    def _annex(self, lines: Lines) -> int:
        sign = re.compile(self._words.annex, re.IGNORECASE)
        return next((place for place, line in enumerate(lines) if sign.fullmatch(line.text)), 0)

    def _preamble_opening(self, lines: Lines) -> int:
        """The heading of the preamble, or else the line in which the parties begin to speak."""
        heading = re.compile(self._words.preamble)
        headed = next((place for place, line in enumerate(lines) if heading.fullmatch(line.text)), None)
        if headed is not None:
            return headed
        return self._find(lines, self._speaker)

    def _until_closing(self, lines: Lines) -> Lines:
        """The lines without the date, place and formula that end an instrument."""
        sign = re.compile(self._words.closing)
        place = next((i for i, line in enumerate(lines) if i and sign.fullmatch(line.text)), len(lines))
        return lines[:place]

    def _until_commentary(self, lines: Lines) -> Lines:
        sign = self._grammar.commentary.get(self._language)
        return lines[: self._find(lines, sign, absent=len(lines))] if sign else lines

    def _without_asides(self, lines: Lines) -> Lines:
        """The lines without editors' notes in square brackets."""
        sign = self._grammar.aside.get(self._language)
        if not sign:
            return lines
        kept: list[Line] = []
        inside = False
        for line in lines:
            inside = inside or bool(re.match(sign, line.text))
            if not inside:
                kept.append(line)
            inside = inside and not line.text.endswith("]")
        return kept

    def _title(self, lines: Lines) -> tuple[list[str], Lines]:
        """The title of a unit, if the grammar knows of titles, and the lines after it."""
        if not self._grammar.unit_titles or not lines or re.match(r"\d+\s?\.", lines[0].text):
            return [], lines
        end = 1
        while end < len(lines) and not lines[end].gap and lines[end].text[:1].islower():
            end += 1
        return [line.text for line in lines[:end]], lines[end:]


def _first(lines: Lines) -> int | None:
    """The number that a run of paragraphs begins with."""
    match = re.match(r"(\d{1,3})\s?\.", lines[0].text) if lines else None
    return int(match[1]) if match else None
