"""Mends what reading in columns does to a text: labels parted from their words, words that slid below.

Each repair is a rule of typography that holds for any text. What none of them fits is left as it came; the hashes of
`corpus.complete` then tell on it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.segment.lines import Line, relabel

_LABEL = re.compile(r"(?:\(\s?[a-z]{1,4}\s?\)|\d{1,3}\s?\.|[IVXL]{1,5}\.|[A-Z]\.|[一二三四五六七八九十]{1,3}[.、．])")
_LABELLED = re.compile(r"\d{1,3}\s?\.\s+\S")
_ITEM = re.compile(r"\(\s?[a-z]{1,4}\s?\)")
_FLOAT = re.compile(r"[a-zà-ÿ’-]+,?")

_REACH = 20
"""Lines further apart than this have nothing to do with each other."""
_PAGE = 80
"""So many lines show how wide the text is set."""


def mend_columns(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with every label at the head of its own words."""
    mended: list[Line] = []
    rest = list(lines)
    while rest:
        if not _bare(rest[0]) or _ends_text(mended, rest):
            mended.append(rest.pop(0))
        elif _slid(rest) and not (mended and not mended[-1].paused):
            mended += _overhang(rest)
        elif _sank(mended, rest):
            mended[-1] = relabel(mended[-1], f"{rest.pop(0).text} {mended[-1].text}")
        else:
            mended += _join(rest, mended)
    return tuple(mended)


def _bare(line: Line) -> bool:
    """Whether a label stands on its line alone."""
    return bool(_LABEL.fullmatch(line.text))


def _sank(mended: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Whether a number stands below the first line of its paragraph: `Takes note`, `1.`, `of the work`."""
    return (
        len(rest) > 1
        and not _ITEM.fullmatch(rest[0].text)
        and _small(rest[1])
        and not rest[1].gap
        and bool(mended)
        and not mended[-1].ended
    )


def _ends_text(mended: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Whether what looks like a bare label is the last word of a broken reference: `article`, `18.`, a gap."""
    if not mended or mended[-1].paused or rest[0].gap or not mended[-1].text[-1:].islower():
        return False
    return len(rest) == 1 or rest[1].gap or not _small(rest[1])


def _small(line: Line) -> bool:
    return line.text[:1].islower()


def _slid(rest: Sequence[Line]) -> bool:
    """Whether the last words of an item stand straight below its label and its first words below a gap.

    `(c)`, `transfer;`, a gap, `The day and hour …`: the label and the end of the item share a column.
    """
    place = 1
    while place < min(len(rest), _REACH) and (_bare(rest[place]) or _small(rest[place])) and not rest[place].gap:
        place += 1
    slid = any(_small(line) for line in rest[1:place])
    return slid and _small(rest[1]) and place < len(rest) and rest[place].gap and not _bare(rest[place])


def _overhang(rest: list[Line]) -> list[Line]:
    """Labels, slid endings and beginnings put together again; takes what it uses from `rest`."""
    labels: list[tuple[Line, list[Line]]] = [(rest.pop(0), [])]
    while _bare(rest[0]) or (_small(rest[0]) and not rest[0].gap):
        line = rest.pop(0)
        if _bare(line):
            labels.append((line, []))
        else:
            labels[-1][1].append(line)
    mended: list[Line] = []
    for label, endings in labels:
        if rest and not _bare(rest[0]):
            beginning = rest.pop(0)
            mended.append(replace(label, text=f"{label.text} {beginning.text}"))
        else:
            mended.append(label)
        mended += endings
    return mended


def _join(rest: list[Line], mended: list[Line]) -> list[Line]:
    """A label with the words after it; words that float before those go back to the line they fell from."""
    label = rest.pop(0)
    floats = _floats(rest, mended) if _ITEM.fullmatch(label.text) else 0
    if floats:
        place = _short_line(mended)
        if place is not None:
            fallen = " ".join(line.text for line in rest[:floats])
            mended[place] = relabel(mended[place], f"{mended[place].text} {fallen}")
            del rest[:floats]
    if not rest or _bare(rest[0]) or _LABELLED.match(rest[0].text):
        return [label]
    return [replace(label, text=f"{label.text} {rest.pop(0).text}")]


def _floats(rest: Sequence[Line], mended: Sequence[Line]) -> int:
    """How many single words stand between a label and the capital that its item begins with."""
    count = 0
    while count < len(rest) and rest[count].gap and _FLOAT.fullmatch(rest[count].text):
        count += 1
    begins = count < len(rest) and rest[count].gap and rest[count].text[:1].isupper()
    return count if begins and mended else 0


def _short_line(mended: Sequence[Line]) -> int | None:
    """The one line of the last item that was broken before it was full: there, spread words have fallen out."""
    first = len(mended) - 1
    while first > max(0, len(mended) - _REACH) and not _ITEM.match(mended[first].text):
        first -= 1
    item = mended[first:]
    measure = max(len(line.text) for line in mended[-_PAGE:])
    short = [
        first + place
        for place, line in enumerate(item[:-1])
        if len(line.text) + 1 + len(item[place + 1].text.split()[0]) < measure
    ]
    return short[0] if len(short) == 1 else None
