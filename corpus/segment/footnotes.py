"""Footnotes: their texts taken from the foot of each page, their marks in the text above made unmistakable.

A mark becomes one private character, so that whatever else is done to the words its place is kept. A number is a mark
only where the note stands on the same page, or has stood before and the number is glued to a word.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.segment.lines import RULE, Line, Page, relabel
from corpus.segment.words import PartWords

_BARE = re.compile(r"\d{1,3}")
_LEADING = re.compile(r"(\d{1,3})\s+(?=\D)")
_FIRST_MARK = 0xE000
_MARKS = "\ue000-\uf8ff"
_SMALL = "a-zß-öø-ÿа-яё"
_LATIN = "A-Za-zÀ-ÖØ-öø-ÿА-яё"

_AFTER = r"(?P<mark>\d{1,3})(?=[\s,;.)，；。]|$)"
_GLUED_AGAIN = {
    True: re.compile(rf"(?P<before>(?<=[{_SMALL})\]”’»{_MARKS}])(?:(?<=\w)|[;,.]?)|(?<=20\d\d,)){_AFTER}"),
    False: re.compile(rf"(?P<before>(?<=[》〉）”])){_AFTER}"),
}
"""A mark against the word, bracket or stop before it, by whether the language puts spaces between words."""

_AT_END = re.compile(r"(?P<before>[;,] )(?P<mark>\d{1,3})(?=\s*$|\n(?:\d{1,3}\.|\([a-z]+\))(?:\s|$))")
"""A mark alone after the stop that ends a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote's number and lines."""

    number: int
    lines: tuple[Line, ...]


def mark_of(number: int) -> str:
    """The private character that stands for a footnote's mark."""
    return chr(_FIRST_MARK + number)


def number_of_mark(character: str) -> int:
    """The footnote that a private character stands for."""
    return ord(character) - _FIRST_MARK


def part_notes(page: Page, last: int) -> tuple[Page, tuple[Note, ...]]:
    """A page's own text and its footnotes, numbered on from `last`."""
    body: list[Line] = []
    notes: list[Note] = []
    rest = list(page)
    while rest:
        place = next((i for i, line in enumerate(rest) if RULE.fullmatch(line.text)), len(rest))
        body += rest[:place]
        block, rest = _block(rest[place + 1 :], last)
        found = _leading_notes(block) if _starts_with_number(block) else _bare_notes(block, last)
        notes += found
        last = max((note.number for note in found), default=last)
    return tuple(body), tuple(notes)


def _starts_with_number(block: Sequence[Line]) -> bool:
    return any(_LEADING.match(line.text) for line in block) and not any(_BARE.fullmatch(line.text) for line in block)


def _block(lines: Sequence[Line], last: int) -> tuple[list[Line], list[Line]]:
    """The lines of a block of footnotes and what comes after it on a page that has more text below."""
    expected, open_note = last + 1, False
    for place, line in enumerate(lines):
        match = _LEADING.match(line.text)
        if _BARE.fullmatch(line.text) and not open_note:
            return list(lines), []
        if match and int(match[1]) == expected:
            expected, open_note = expected + 1, not line.ended
        elif open_note or line.text.startswith("*"):
            open_note = not line.ended
        elif place:
            return list(lines[:place]), list(lines[place:])
    return list(lines), []


def _leading_notes(block: Iterable[Line]) -> list[Note]:
    """Notes that begin with their number; a note signed with a star is the printer's."""
    notes: list[Note] = []
    for line in block:
        match = _LEADING.match(line.text)
        if match and (not notes or int(match[1]) == notes[-1].number + 1):
            notes.append(Note(number=int(match[1]), lines=(relabel(line, line.text[match.end() :]),)))
        elif notes:
            notes[-1] = Note(number=notes[-1].number, lines=(*notes[-1].lines, line))
    return notes


def _bare_notes(block: Sequence[Line], last: int) -> list[Note]:
    """Notes whose numbers stand on lines of their own, some of them displaced.

    A number in its place begins a note; where numbers are missing between two that are in place, the notes between
    them are told apart by where sentences end.
    """
    numbers = _run({int(line.text) for line in block if _BARE.fullmatch(line.text)}, last)
    last_words = max((place for place, line in enumerate(block) if not _BARE.fullmatch(line.text)), default=0)
    stretches: list[tuple[int, list[Line]]] = []
    for place, line in enumerate(block):
        if not _BARE.fullmatch(line.text):
            if stretches:
                stretches[-1][1].append(line)
            continue
        number = int(line.text)
        before = stretches[-1][0] if stretches else last
        if number in numbers and before < number and place < last_words:
            stretches.append((number, []))
    if not stretches:
        return []
    notes: list[Note] = []
    ends = [start for start, _ in stretches[1:]] + [max(numbers, default=last) + 1]
    for (start, lines), end in zip(stretches, ends, strict=True):
        parted = _part(lines, end - start)
        notes += [Note(number=start + offset, lines=tuple(part)) for offset, part in enumerate(parted)]
    return notes


def _run(found: set[int], last: int) -> set[int]:
    """The numbers that go on from `last` without a hole."""
    run: set[int] = set()
    while last + 1 in found:
        last += 1
        run.add(last)
    return run


def _part(lines: Sequence[Line], count: int) -> list[list[Line]]:
    """So many notes out of one stretch of lines, parted where one sentence ends and another begins."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        if parts[-1] and parts[-1][-1].ended and len(parts) < count and not line.text[:1].islower():
            parts.append([])
        parts[-1].append(line)
    return parts


def sign_marks(page: Page, fresh: Sequence[int], known: int, words: PartWords, *, spaced: bool) -> Page:
    """The page with each mark turned into its private character.

    `fresh` are the notes that stand on this page, each of which has its first mark here, in order; marks of the notes
    up to `known` may return. `spaced` is false for Chinese, where a mark is always glued to what it follows.
    """
    if not known:
        return page
    text = "\n".join(line.text for line in page)
    text = _sign_fresh(text, fresh, words, spaced=spaced)
    text = _sign_again(text, known, words, spaced=spaced)
    return tuple(relabel(line, words_) for line, words_ in zip(page, text.split("\n"), strict=True))


def _sign_fresh(text: str, fresh: Sequence[int], words: PartWords, *, spaced: bool) -> str:
    """Marks of the page's own notes, in order; glued ones throughout if that accounts for all of them."""
    places = _places(text, fresh, words, apart=False)
    if spaced and len(places) < len(fresh):
        places = _places(text, fresh, words, apart=True)
    for number, place in reversed(places.items()):
        text = text[:place] + mark_of(number) + text[place + len(str(number)) :]
    return text


def _places(text: str, fresh: Sequence[int], words: PartWords, *, apart: bool) -> dict[int, int]:
    """Where each note is first called."""
    places: dict[int, int] = {}
    start = 0
    for number in fresh:
        patterns = (_glued(number, words), _alone(number, words)) if apart else (_glued(number, words),)
        found = [match.start("mark") for pattern in patterns if (match := pattern.search(text, start))]
        if found:
            places[number] = min(found)
            start = min(found) + len(str(number))
    return places


def _glued(number: int, words: PartWords) -> re.Pattern[str]:
    """A mark that stands against a word, a bracket or a stop."""
    before = rf"(?<![\s\d/(\[A-Z№第{_MARKS}-])(?<![A-Z\d][.,])(?<!No\.)"
    return re.compile(rf"{before}(?P<mark>{number})(?!\d|[./,]\d|[{_LATIN}%])(?!\s?(?:{words.measured}))")


def _alone(number: int, words: PartWords) -> re.Pattern[str]:
    """A mark with a space before it, as column extraction leaves it, that nothing else accounts for."""
    before = rf"(?:(?<![\w.])(?!(?i:{words.counted})\s)\S{{1,60}}|(?<=\d),)\s"
    return re.compile(rf"{before}(?P<mark>{number})(?=[\s,;.)]|$)(?![.,]\d)(?!\s(?:{words.measured}))")


def _sign_again(text: str, known: int, words: PartWords, *, spaced: bool) -> str:
    """Marks that return: glued to a word or its stop, alone at a paragraph's end, or alone soon after their first place."""
    abbreviated = re.compile(rf"\b(?:{words.counted})$", re.IGNORECASE)

    def sign(match: re.Match[str]) -> str:
        place, number = match.start("mark"), int(match["mark"])
        before = abbreviated.search(text, max(0, place - 20), place)
        counts = before is not None and before[0].endswith(".")
        return f"{match['before']}{mark_of(number)}" if 1 <= number <= known and not counts else match[0]

    text = _GLUED_AGAIN[spaced].sub(sign, text)
    text = _AT_END.sub(sign, text)
    for number in range(1, known + 1) if spaced else ():
        soon = rf"(?P<before>{mark_of(number)}[^{_MARKS}.;]*?\b[A-Z]\w+\s)(?P<mark>{number})(?=\s[a-z])"
        text = re.sub(rf"{soon}(?!\s(?:{words.measured}))", sign, text)
    return text
