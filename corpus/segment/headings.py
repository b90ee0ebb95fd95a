"""Headings: found in the lines that no sentence claims, put in their order of depth.

A heading is what stands after the last ended sentence before a rule, article or paragraph. Which signs count, and
how deep each goes, the grammar says; a line that bears none of them is left to the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.grammar import HeadingSign
from corpus.segment.lines import Line
from corpus.segment.numerals import han_of, letter_of, number_of, roman_of

_HASH = re.compile(r"(#{1,6})\s+(.*)")
_SIGNS = {
    HeadingSign.ROMAN: re.compile(r"(?P<label>(?P<n>[IVXL]{1,6}|[一二三四五六七八九十]{1,3})\s?[.、．])(?:\s+(?P<title>.*)|$)"),
    HeadingSign.LETTER: re.compile(r"(?P<label>(?P<n>[A-Z])\s?\.)(?:\s+(?P<title>.*)|$)"),
    HeadingSign.NUMBER: re.compile(r"(?P<label>(?P<n>\d{1,2})\s?\.)(?:\s+(?P<title>.*)|$)"),
    HeadingSign.SMALL: re.compile(r"(?P<label>\(\s?(?P<n>[a-z])\s?\))(?:\s+(?P<title>.*)|$)"),
}
_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How one text in one language writes its headings; `part` is the sign of a part, such as `Part II`."""

    signs: tuple[HeadingSign, ...]
    part: re.Pattern[str]
    joint: str
    hashes: bool

    def label(self, line: Line) -> "list[Heading]":
        """Every way in which the line can be read as a heading with a label of its own."""
        if self.hashes:
            match = _HASH.match(line.text)
            return [Heading(depth=len(match[1]), text=match[2])] if match else []
        found = []
        for depth, sign in enumerate(self.signs):
            match = self.part.match(line.text) if sign is HeadingSign.PART else _match(sign, line.text)
            if match:
                found.append(_heading(depth, sign, match, self.joint))
        return found

    def plain(self, line: Line) -> bool:
        """Whether the line can be a heading by its place alone."""
        return HeadingSign.PLAIN in self.signs and not self.hashes and not line.text[:1].islower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading as it will be shown; `value` is the number of its label, 0 for none, `joint` what parts it from a title.

    `titled` is false for a label whose title, if it has one, is yet to come.
    """

    depth: int
    text: str
    value: int = 0
    joint: str = " "
    titled: bool = True

    def with_title(self, words: str) -> "Heading":
        """The heading with more words of its title; capitals throughout are the printer's."""
        title = words.capitalize() if words.isupper() and self.value else words
        joint = " " if self.titled else self.joint
        return replace(self, text=f"{self.text}{joint}{title}", titled=True)


def _match(sign: HeadingSign, text: str) -> re.Match[str] | None:
    return _SIGNS[sign].match(text) if sign in _SIGNS else None


def _heading(depth: int, sign: HeadingSign, match: re.Match[str], joint: str) -> Heading:
    """The heading that a label and what follows on its line make."""
    groups = match.groupdict()
    number = next(value for key, value in groups.items() if key in "nm" and value)
    if sign is HeadingSign.PART:
        label, title = match[0], match.string[match.end() :].strip()
        value = number_of(number) or 1
    else:
        label, title, joint = re.sub(r"\s", "", groups["label"]), groups["title"] or "", " "
        value = {
            HeadingSign.ROMAN: roman_of(number) or han_of(number),
            HeadingSign.LETTER: letter_of(number),
            HeadingSign.SMALL: letter_of(number),
        }.get(sign, number_of(number)) or 0
    heading = Heading(depth=depth, text=label, value=value, joint=joint, titled=False)
    return heading.with_title(title) if title else heading


def peel(lines: Sequence[Line], style: Style) -> tuple[Sequence[Line], Sequence[Line]]:
    """Lines parted into text and the headings that end them."""
    if style.hashes:
        place = next((i for i, line in enumerate(lines) if _HASH.match(line.text)), len(lines))
        return lines[:place], lines[place:]
    place = len(lines)
    while place and (not lines[place - 1].ended or _is_label(lines[place - 1], style)):
        place -= 1
    while place < len(lines) and not (style.label(lines[place]) or style.plain(lines[place])):
        place += 1
    if sum(len(line.text) for line in lines[place:]) > _LONGEST * 4:
        return lines, ()
    return lines[:place], lines[place:]


def _is_label(line: Line, style: Style) -> bool:
    """Whether the line is a label and no more, such as `A.`, whose stop ends no sentence."""
    return len(line.text) <= 6 and bool(style.label(line))


@dataclass(slots=True)
class Outline:
    """The headings that hold at one place of a text, outermost first; grows as the text is read."""

    open: list[Heading] = field(default_factory=list)
    last: dict[int, int] = field(default_factory=dict)

    @property
    def path(self) -> tuple[str, ...]:
        """The headings as they are shown."""
        return tuple(heading.text for heading in self.open)

    def read(self, lines: Sequence[Line], style: Style, *, first: bool) -> None:
        """Take in a run of heading lines; before the first provision, what has no label is the title of the whole."""
        heading: Heading | None = None
        before: Line | None = None
        for line in lines:
            labels = style.label(line)
            if labels:
                heading = self._open(self._choose(labels))
            elif heading and _goes_on(heading, before, line, style):
                heading = self._retitle(heading.with_title(line.text))
            elif style.plain(line) and not (first and not self.open):
                heading = self._open(Heading(depth=style.signs.index(HeadingSign.PLAIN), text=line.text))
            before = line

    def _choose(self, labels: Sequence[Heading]) -> Heading:
        """Of several readings (`I.` is one or the ninth letter) the one that goes on counting, else the outermost."""
        following = [label for label in labels if label.value and label.value == self.last.get(label.depth, 0) + 1]
        going_on = [label for label in following if label.value > 1]
        return next(iter(going_on or following or labels))

    def _open(self, heading: Heading) -> Heading:
        self.open = [known for known in self.open if known.depth < heading.depth]
        self.last = {depth: value for depth, value in self.last.items() if depth < heading.depth}
        self.last[heading.depth] = heading.value
        self.open.append(heading)
        return heading

    def _retitle(self, heading: Heading) -> Heading:
        self.open[-1] = heading
        return heading


def _goes_on(heading: Heading, before: Line | None, line: Line, style: Style) -> bool:
    """Whether a line without a label goes on with the heading above it."""
    if not heading.titled or line.text[:1].islower():
        return True
    wrapped = before is not None and len(before.text) > 60 and not line.gap
    return wrapped or not style.plain(line)
