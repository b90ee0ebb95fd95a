"""Chinese words of law, which follow their number: 第43条第1款(b)项, 第5段(a), 第43、44和45条, 第8.2条.

Refuses 第24号, 第三章 and whatever else is counted but not cited; without 第 a number needs company (`45条`), and 一条 and 两条
are one and two of something, no numbers.
"""

from collections.abc import Sequence

from corpus.citations.elements import Numbered
from corpus.citations.forms import Word
from corpus.citations.lex import Token
from corpus.citations.numerals import step_value
from corpus.citations.places import Place, Reading, Run, as_part
from corpus.citations.read import read_group, read_list, read_place, read_places, read_steps

_LONGEST, _LONGEST_BARE = 12, 5
"""Numbers in a list before its word: what does not find its word is read again from the next number on."""
_ONE_OR_TWO = ("一", "两")
"""Counts without 第: 编一条规则 is one of them, not the first."""
_PHRASES = {
    "执行段": Word.OPERATIVE, "序言段": Word.PREAMBLE, "条规则": Word.RULE, "号规则": Word.RULE, "项规则": Word.RULE,
    "规则": Word.RULE, "条款": Word.CLAUSE, "条": Word.CLAUSE, "段落": Word.PARAGRAPH, "段": Word.PARAGRAPH,
    "分段": Word.PART, "款": Word.PART, "项": Word.PART, "目": Word.PART, "号": Word.CLAUSE,
}  # fmt: skip
_COUNTED = {"条": "路线船鱼狗河裤毯腿命街消短", "段": "时日路关感", "项": "目", "款": "手", "号": "一决意建议文公楼房监"}
"""What makes the words measures of other things: 第一段时间, 第二条路, 第24号决议."""


def read_closed(tokens: Sequence[Token], at: int) -> Numbered | None:
    """What starts with the 第 at a token."""
    reading = _list(tokens, at + 1, _LONGEST)
    closing = _closing(tokens, reading.end) if reading else None
    if not reading or not closing:
        return None
    return _finished(tokens, at, reading.runs, *closing)._replace(weak=tokens[reading.end].text == "号")


def read_bare_closed(tokens: Sequence[Token], at: int) -> Numbered | None:
    """The same without 第: `45条`, `1款`, `(b)项`, `b分段`; a written-out number counts only with 条 or 段."""
    if tokens[at].text in _ONE_OR_TWO or (tokens[at].sort == "word" and not _letter(tokens, at)):
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
    following = "".join(token.text for token in tokens[at : at + 3])
    for phrase, word in _PHRASES.items():
        if following.startswith(phrase):
            after = following[len(phrase) :]
            return None if after and after[0] in _COUNTED.get(phrase, "") else (word, at + len(phrase))
    return None


def _finished(tokens: Sequence[Token], at: int, runs: tuple[Run, ...], word: Word, end: int) -> Numbered:
    """With the steps that follow the word: 第5段(a)和(b)分段."""
    runs = tuple(as_part(run) for run in runs) if word is Word.PART else runs
    if word is not Word.PART:
        runs = tuple(run.lifted() for run in runs)
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
