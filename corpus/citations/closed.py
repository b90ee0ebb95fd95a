"""Chinese words of law, which follow their number: 第43条第1款(b)项, 第5段(a), 第43、44和45条, 第8.2条.

Refuses 第24号, 第三章 and whatever else is counted but not cited; without 第 a number needs company (`45条`).
"""

from collections.abc import Sequence

from corpus.citations.elements import Numbered
from corpus.citations.forms import CLOSED_WORDS, Word
from corpus.citations.lex import Token
from corpus.citations.numerals import step_value
from corpus.citations.read import (
    Place,
    Reading,
    Run,
    as_part,
    read_group,
    read_list,
    read_place,
    read_places,
    read_steps,
)

_LONGEST, _LONGEST_BARE = 12, 5
"""Numbers in a list before its word: what does not find its word is read again from the next number on."""
_WHOLE_WORDS = {"执行段": Word.OPERATIVE, "序言段": Word.PREAMBLE}
_AFTER_WORD = {"条": "款", "段": "落"}
"""Second halves of 条款 and 段落, which say no more than their first."""


def read_closed(tokens: Sequence[Token], at: int) -> Numbered | None:
    """What starts with the 第 at a token."""
    reading = _list(tokens, at + 1, _LONGEST)
    closing = _closing(tokens, reading.end) if reading else None
    if not reading or not closing:
        return None
    return _finished(tokens, at, reading.runs, *closing)


def read_bare_closed(tokens: Sequence[Token], at: int) -> Numbered | None:
    """The same without 第: `45条`, `1款`, `(b)项`, `b分段`; a written-out number counts only with 条 or 段."""
    if tokens[at].sort == "word" and not _letter(tokens, at):
        return None
    reading = _list(tokens, at, _LONGEST_BARE)
    closing = _closing(tokens, reading.end) if reading else None
    if not reading or not closing or closing[0] is Word.RULE:
        return None
    counted = closing[0] is Word.PART and reading.runs[0].first.number
    after_number = at > 0 and tokens[at - 1].text in ("条", "段")
    if counted and (tokens[reading.end].text != "款" or (tokens[at].sort == "numeral" and not after_number)):
        return None
    return _finished(tokens, at, reading.runs, *closing)._replace(weak=True)


def _list(tokens: Sequence[Token], at: int, most: int) -> Reading | None:
    if at >= len(tokens):
        return None
    group = read_group(tokens, at, loose=False)
    started = group or _letter(tokens, at) or read_place(tokens, at, words=True)
    if tokens[at].sort == "pair":
        return read_places(tokens, at, words=True, single=False)
    return read_list(tokens, started, words=True, single=False, most=most) if started else None


def _letter(tokens: Sequence[Token], at: int) -> Reading | None:
    """A letter right before its word: `b项`, `乙项`."""
    step = step_value(tokens[at])
    if not step or not step.isalpha() or not _closing(tokens, at + 1):
        return None
    return Reading((Run(Place("", (step,))),), at + 1)


def _closing(tokens: Sequence[Token], at: int) -> tuple[Word, int] | None:
    """The word that closes a number, and the index after it."""
    following = [token.text for token in tokens[at : at + 3]]
    if "".join(following) in _WHOLE_WORDS:
        return _WHOLE_WORDS["".join(following)], at + 3
    if following[:2] == ["规", "则"]:
        return Word.RULE, at + 2
    if following[1:] == ["规", "则"] and following[0] in ("号", "项", "条"):
        return Word.RULE, at + 3
    if following[:2] == ["分", "段"]:
        return Word.PART, at + 2
    if not following or following[0] not in CLOSED_WORDS:
        return None
    doubled = len(following) > 1 and following[1] == _AFTER_WORD.get(following[0])
    return CLOSED_WORDS[following[0]], at + (2 if doubled else 1)


def _finished(tokens: Sequence[Token], at: int, runs: tuple[Run, ...], word: Word, end: int) -> Numbered:
    """With the steps that follow the word: 第5段(a)和(b)分段."""
    runs = tuple(as_part(run) for run in runs) if word is Word.PART else runs
    if word is not Word.PART and not runs[0].first.number and runs[0].first.steps[0].strip("#").isdigit():
        runs = tuple(Run(_lifted(run.first), run.last and _lifted(run.last)) for run in runs)
    linking = end < len(tokens) and tokens[end].text in ("之", "的")
    if linking and read_group(tokens, end + 1, loose=False):
        end += 1
    if not runs[-1].last and read_group(tokens, end, loose=False):
        steps = read_steps(tokens, end, runs[-1].first)
        reading = read_list(tokens, steps, words=False, single=True)
        closing = _closing(tokens, reading.end)
        end = closing[1] if closing and closing[0] is Word.PART else reading.end
        runs = (*runs[:-1], *reading.runs)
    return Numbered(at, end, word, runs, hosted=word is Word.PART or not runs[0].first.number)


def _lifted(place: Place) -> Place:
    """第(45)条: a number in brackets is a number."""
    return Place(place.steps[0].lstrip("#"), place.steps[1:])
