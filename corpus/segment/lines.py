"""The first step of segmentation: a text into pages of lines, with what the layout says and nothing else.

Looks at blank lines and indents, never at words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
_SPACES = re.compile(r"[^\S\n\f]+")
RULE = re.compile(r"[_—–-]{6,}")
"""The line that parts a page's text from its footnotes."""

_SOFT = re.compile(r"\xad[^\S\n]*\n?[^\S\n]*")
_MARKS = "\ue000-\uf8ff"
_CLOSERS = rf"[\"”’»)\]）》」〉\s{_MARKS}]*"
_ENDED = re.compile(rf"[.;:!?…。；：！？؛؟]{_CLOSERS}$")
_PAUSED = re.compile(rf"(?:[.,;:!?…。，；：！？،؛؟]{_CLOSERS}|[,;]\s(?:and|or|et|ou|y|o|e|и|или))$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line.

    `gap` is set where more blank space stands before the line than the text's lines usually have between them;
    `indent` counts the spaces before it; pages count from 0.
    """

    text: str
    indent: int = 0
    gap: bool = False
    page: int = 0

    @property
    def ended(self) -> bool:
        """Whether a sentence or a member of a list ends with the line."""
        return bool(_ENDED.search(self.text))

    @property
    def paused(self) -> bool:
        """Whether the line ends where a new paragraph may begin: as `ended`, or with a comma."""
        return bool(_PAUSED.search(self.text))


Page = tuple[Line, ...]


def read_pages(text: str) -> tuple[Page, ...]:
    r"""Pages of non-blank lines; form feeds part pages, a text without any is one page.

    >>> [line.text for line in read_pages("One\n\n two  words\n\fThree")[0]]
    ['One', 'two words']
    """
    clean = _SOFT.sub("", _CONTROLS.sub("", re.sub(r"\r\n?|\v|\u2028|\u2029", "\n", text))).expandtabs(4)
    raw = [[*_measured(page)] for page in clean.split("\f")]
    usual = _usual_blanks(raw)
    return tuple(
        tuple(
            Line(text=words, indent=indent, gap=place > 0 and blanks > usual, page=number)
            for place, (words, indent, blanks) in enumerate(page)
        )
        for number, page in enumerate(raw)
    )


def _measured(page: str) -> Iterable[tuple[str, int, int]]:
    """Words, indent and number of blank lines before, for each line of a page that says something."""
    blanks = 0
    for line in page.split("\n"):
        words = _SPACES.sub(" ", line).strip()
        if words:
            yield words, len(line) - len(line.lstrip()), blanks
        blanks = 0 if words else blanks + 1


def _usual_blanks(pages: Sequence[Sequence[tuple[str, int, int]]]) -> int:
    """How many blank lines stand between two lines of one paragraph.

    The most frequent number; but none where lines are of all lengths, for then each line is a paragraph of its own.
    """
    counts = Counter(blanks for page in pages for place, (_, _, blanks) in enumerate(page) if place)
    usual = min(counts, key=lambda blanks: (-counts[blanks], blanks), default=0)
    lengths = sorted(len(words) for page in pages for words, _, _ in page)
    measure = lengths[len(lengths) * 9 // 10] if lengths else 0
    full = sum(length * 5 >= measure * 4 for length in lengths)
    return usual if full * 3 >= len(lengths) else 0


def without(page: Iterable[Line], dropped: Iterable[Line]) -> Page:
    """The page without some of its lines; the space before a dropped line goes to the line after it."""
    gone = {id(line) for line in dropped}
    kept: list[Line] = []
    owed = False
    for line in page:
        if id(line) in gone:
            owed = owed or line.gap
            continue
        kept.append(replace(line, gap=bool(kept) and (line.gap or owed)))
        owed = False
    return tuple(kept)


def relabel(line: Line, text: str) -> Line:
    """The line with other words, where it stands."""
    return replace(line, text=text)


def spans(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    """From each start to the next, the last to the end.

    >>> spans([2, 5], 9), spans([], 9)
    ([(2, 5), (5, 9)], [])
    """
    return list(zip(starts, [*starts[1:], end], strict=True)) if starts else []
