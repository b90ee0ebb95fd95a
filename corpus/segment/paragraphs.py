"""Paragraphs, items and units out of lines: where each begins, by its label and by the numbers before it.

A label counts only at the head of a line, after a sentence has ended, and in its sequence; numbers may be missing,
never run backwards. Knows nothing of instruments; the families say which of these readings a part of a text needs.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.segment.lines import Line, relabel, spans
from corpus.segment.numerals import letter_of, number_of, roman_of

_NUMBER = re.compile(r"(\d{1,3})\s?[.．](?:\s+|$)(?!\d+[.,]\d)")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?\s+(?=\D)")
_ITEM = re.compile(r"\(?\s?([a-z]{1,5})\s?\)\s*")
_JUMP = 12
"""So many numbers may be missing before a label is taken for something else."""

Lines = Sequence[Line]
IsHeading = Callable[[Line], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """What stands under one label, the label itself taken off."""

    label: str
    lines: tuple[Line, ...]


def numbered(lines: Lines, first: int | None = None, heading: IsHeading = lambda _: False) -> tuple[Lines, list[Numbered]]:
    """The lines before the first numbered paragraph, and the paragraphs `1.`, `2.`, … (or from `first` on)."""
    starts: list[tuple[int, int]] = []
    for place, line in enumerate(lines):
        match = _NUMBER.match(line.text)
        if not match:
            continue
        number = int(match[1])
        opens = number == 1 and first is None and not starts
        last = starts[-1][0] if starts else -1
        if opens or (_follows(number, starts, first) and _free(lines, place, heading, last)):
            starts.append((place, number))
    places = spans([place for place, _ in starts], len(lines))
    found = [
        Numbered(label=str(number), lines=_unlabelled(lines[place:end], _NUMBER))
        for (place, end), (_, number) in zip(places, starts, strict=True)
    ]
    return (lines[: starts[0][0]] if starts else lines), found


def _follows(number: int, starts: Sequence[tuple[int, int]], first: int | None) -> bool:
    """Whether a number goes on counting; some numbers may be missing."""
    if not starts:
        return number == first if first else number <= _JUMP
    return starts[-1][1] < number <= starts[-1][1] + _JUMP


def _free(lines: Lines, place: int, heading: IsHeading, last: int) -> bool:
    """Whether nothing before a line is still open: it stands first, after a gap, a stop or a heading.

    A heading counts only if it stands after `last`, the place where the paragraph before begins.
    """
    if not place or lines[place].gap or lines[place - 1].paused:
        return True
    start = place
    while start > last + 1 and not lines[start - 1].ended and place - start < 4:
        start -= 1
    return any(heading(line) for line in lines[start:place])


def _unlabelled(lines: Lines, label: re.Pattern[str]) -> tuple[Line, ...]:
    """The lines with the label taken off the first; a first line that was nothing but its label is left out."""
    head = relabel(lines[0], label.sub("", lines[0].text, count=1))
    return (head, *lines[1:]) if head.text else tuple(lines[1:])


def dotted(lines: Lines, heading: IsHeading) -> list[tuple[int, str]]:
    """Where the rules `1.1`, `1.2`, … `2.1` begin: place in the lines and label."""
    starts: list[tuple[int, str]] = []
    last = (0, 0)
    for place, line in enumerate(lines):
        match = _DOTTED.match(line.text)
        if not match:
            continue
        here = (int(match[1]), int(match[2]))
        near = (here[0] == last[0] and last[1] < here[1] <= last[1] + _JUMP) or (
            last[0] < here[0] <= last[0] + _JUMP and here[1] <= _JUMP
        )
        if near and _free(lines, place, heading, starts[-1][0] if starts else -1):
            starts.append((place, f"{here[0]}.{here[1]}"))
            last = here
    return starts


def without_dotted(lines: Lines) -> tuple[Line, ...]:
    """A rule's lines with its label taken off."""
    return _unlabelled(lines, _DOTTED)


def units(lines: Lines, sign: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the units that a sign heads (`Rule 1`, `Article 1`) begin: place in the lines and number."""
    starts: list[tuple[int, int]] = []
    last = 0
    for place, line in enumerate(lines):
        match = sign.fullmatch(line.text)
        number = number_of(next(value for value in match.groups() if value)) if match else None
        if number and number > last:
            starts.append((place, number))
            last = number
    return starts


def items(lines: Lines) -> tuple[Lines, list[Numbered]]:
    """The chapeau and its items: `(a)`, `(b)`, and under one of them `(i)`, `(ii)`; labels as locators write them.

    >>> chapeau, found = items([Line(text=t) for t in ["Keep:", "(a) oil;", "(b) wicks:", "(i) long;", "(c) salt."]])
    >>> [item.label for item in found]
    ['(a)', '(b)', '(b)(i)', '(c)']
    """
    starts: list[tuple[int, str]] = []
    state = _Letters()
    for place, line in enumerate(lines):
        match = _ITEM.match(line.text)
        if match and (not place or lines[place - 1].paused):
            label = state.take(match[1].casefold())
            if label:
                starts.append((place, label))
    places = spans([place for place, _ in starts], len(lines))
    found = [
        Numbered(label=label, lines=_unlabelled(lines[place:end], _ITEM))
        for (place, end), (_, label) in zip(places, starts, strict=True)
    ]
    return (lines[: starts[0][0]] if starts else lines), found


@dataclass(slots=True)
class _Letters:
    """The item that was last begun: its letter and, below it, its small Roman numeral."""

    letter: int = 0
    numeral: int = 0

    def take(self, label: str) -> str:
        """The full label of a next item, or nothing where the label does not follow."""
        letter, numeral = letter_of(label), roman_of(label)
        nested = bool(self.letter and numeral and self.numeral < numeral <= self.numeral + 2)
        if letter and self.letter < letter <= self.letter + 3 and not (nested and letter > self.letter + 1):
            self.letter, self.numeral = letter, 0
            return f"({label})"
        if nested and numeral:
            self.numeral = numeral
            return f"({chr(ord('a') + self.letter - 1)})({label})"
        return ""


def unnumbered(lines: Lines, opener: re.Pattern[str], clause: re.Pattern[str] | None) -> list[Lines]:
    """Paragraphs that bear no label, told apart by a gap, an indent or the word that they open with.

    From the line that `clause` matches on, all is one paragraph.
    """
    flush = {line.indent for line in lines}
    indented = 0 in flush and len(flush) > 1
    starts = [0] if lines else []
    for place, line in enumerate(lines[1:], start=1):
        if clause and any(clause.match(lines[start].text) for start in starts[-1:]):
            break
        begins = line.gap or (indented and line.indent > 0) or bool(opener.match(line.text))
        closed = _paused_before(lines, place) and not lines[place - 1].text.endswith((":", "："))
        if (clause and clause.match(line.text)) or (begins and closed and not _ITEM.match(line.text)):
            starts.append(place)
    return [lines[start:end] for start, end in spans(starts, len(lines))]


def _paused_before(lines: Lines, place: int) -> bool:
    """Whether a paragraph may end before this line; a last `and` may have fallen on a line of its own."""
    last = lines[place - 1]
    both = f"{lines[place - 2].text} {last.text}" if place > 1 else last.text
    return last.paused or relabel(last, both).paused


def lettered(lines: Lines) -> Iterator[Numbered]:
    """Paragraphs `(a)`, `(b)`, … that stand under no chapeau."""
    _, found = items(lines)
    yield from (item for item in found if item.label.count("(") == 1)
