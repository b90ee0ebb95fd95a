"""Numbers that stand after their word (`rule 45`, `القاعدة 45`, `规则45`), and ordinals before it (`first paragraph`).

Refuses a word that ends a sentence before the number, and measures of time and length.
"""

from collections.abc import Sequence

from corpus.citations.closed import read_bare_closed, read_closed
from corpus.citations.elements import Headed, Numbered, Scan
from corpus.citations.forms import (
    ABBREVIATIONS,
    CARDINALS,
    NUMBER_SIGNS,
    ORDINAL_ENDINGS,
    PARTITIVE,
    PREFIX,
    SHORT,
    SPANISH,
    STARTERS,
    Word,
)
from corpus.citations.lex import Token
from corpus.citations.lexicon import Lexicon
from corpus.citations.names import Term
from corpus.citations.numerals import read_number, step_value, word_value
from corpus.citations.places import Place, Reading, Run, as_part
from corpus.citations.read import is_quantity, read_bracketed, read_group, read_list, read_places, read_steps

_HOSTED = (Word.PARAGRAPH, Word.PART)
_PLURALS = frozenset({"rr", "pp", "пп", "стст", "§", "¶"})
_UNSURE_LETTERS = frozenset("aeoyu")


def read_term(found: Scan, at: int, end: int, term: Term) -> Numbered | Headed | None:
    """The numbers after a word that stands at tokens `at` to `end`; a heading where a part has no number."""
    tokens = found.tokens
    last = tokens[end - 1]
    pointed = end < len(tokens) and tokens[end].text == "."
    if not pointed and (term.pointed or (last.text == "para" and _in_spanish(found))):
        return None
    if pointed and last.text == "pp" and not found.written(at, end).isupper():
        return None
    if last.sort == "han" and (closed := _read_closed_after(tokens, at, end, term.word)):
        return closed
    reading = _read_after(tokens, end, last, term.word)
    if reading is None:
        return Headed(at, end, term.word) if term.word in PREFIX else None
    word, runs = _settled(term.word, last, reading.runs)
    hosted = word is Word.PART or (word is Word.PARAGRAPH and not runs[0].first.number)
    return Numbered(at, reading.end, word, runs, hosted=hosted, weak=_is_weak(found, at, end))


def _read_closed_after(tokens: Sequence[Token], at: int, end: int, word: Word) -> Numbered | Headed | None:
    """`规则第45条`, `规则45条(1)`; of a part such as the preamble only the heading: its paragraph comes next."""
    place = end + 1 if end < len(tokens) and tokens[end].text == "的" else end
    if place >= len(tokens):
        return None
    closed = read_closed(tokens, place) if tokens[place].text == "第" else read_bare_closed(tokens, place)
    if closed is None or (closed.hosted and word not in PREFIX):
        return None
    if word in PREFIX:
        return Headed(at, end, word)
    return closed._replace(start=at, word=word, weak=False) if closed.word is Word.CLAUSE else None


def _read_after(tokens: Sequence[Token], end: int, last: Token, word: Word) -> Reading | None:
    at = _past_signs(tokens, end, last)
    if at is None or at >= len(tokens):
        return None
    single = last.text.isascii() and not last.text.endswith("s") and last.text not in _PLURALS
    marked = _read_marked(tokens, at, word)
    if marked:
        return read_list(tokens, marked, words=False, single=single)
    if tokens[at].text in ("(", "["):
        return None
    numerals = tokens[at].sort == "numeral"
    reading = read_places(tokens, at, words=not (numerals and last.sort != "han"), single=single)
    if not reading or is_quantity(tokens, at + 1, firm=True) or is_quantity(tokens, reading.end, firm=True):
        return None
    return None if last.sort == "han" and not _ends_han(tokens, at, reading.end) else reading


def _read_marked(tokens: Sequence[Token], at: int, word: Word) -> Reading | None:
    """`rule (45)`, `paragraph (1)`, `items (a) to (c)`, `preamble (e)`, `item b`; `rule (a)` is nothing."""
    if word is not Word.PART and (bracketed := read_bracketed(tokens, at)):
        return bracketed
    group = read_group(tokens, at, loose=False) if tokens[at].sort != "number" else None
    if group is None:
        letter = _letter(tokens[at]) if word is Word.PART else None
        return Reading((Run(Place("", (letter,))),), at + 1) if letter else None
    first = group.runs[0].first
    if word not in _HOSTED and not (word in PREFIX and first.steps[0].isalpha()):
        return None
    single_step = len(group.runs) == 1 and not group.runs[0].last
    return read_steps(tokens, group.end, first) if single_step else group


def _past_signs(tokens: Sequence[Token], end: int, last: Token) -> int | None:
    """Past `No.`, `from`, `的` and a point after an abbreviation; None where the point ends a sentence."""
    at = end
    if [token.text for token in tokens[end : end + 3]] == ["(", "s", ")"] and _is_number(tokens, end + 3):
        at = end = end + 3
    while at < len(tokens) and at - end < 4 and tokens[at].text in NUMBER_SIGNS | STARTERS:
        glued = at + 1 < len(tokens) and tokens[at + 1].glued
        if tokens[at].text == "." and at == end and not glued and last.text not in ABBREVIATIONS:
            return None
        if tokens[at].text == "-" and not (glued and tokens[at].glued):
            return None
        at += 1
    return at


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].sort == "number"


def _letter(token: Token) -> str | None:
    step = step_value(token)
    return step if step and step.isalpha() and token.sort in ("word", "han") else None


def _ends_han(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a number after a Chinese word is one: not `规则一样`, `规则15天`, `规则3项要求`."""
    if end >= len(tokens):
        return True
    after = tokens[end]
    if after.text in ("款", "项", "目") or is_quantity(tokens, end):
        return False
    return tokens[at].sort != "numeral" or len(tokens[at].text) > 1 or after.sort != "han" or after.text in "条和及与至到的"


def _settled(word: Word, last: Token, runs: tuple[Run, ...]) -> tuple[Word, tuple[Run, ...]]:
    """What the word means with these numbers: `пп. 5` paragraphs, `пп. b` an item, `(1)` a paragraph's number."""
    if last.text in PARTITIVE:
        word = Word.PARAGRAPH if runs[0].first.number else Word.PART
    if word is Word.PART:
        return word, tuple(as_part(run) for run in runs)
    return word, tuple(run.lifted() for run in runs) if word in _HOSTED else runs


def _is_weak(found: Scan, at: int, end: int) -> bool:
    """`pp. 5` may be pages, `para 5` Spanish, `r 5` anything."""
    word = found.tokens[end - 1]
    if word.text not in SHORT or found.written(at, end).isupper():
        return False
    after = found.tokens[end]
    return (word.text == "pp" and not after.glued) or (word.text in ("r", "po") and not after.glued and after.text != ".")


def _in_spanish(found: Scan) -> bool:
    return "¿" in found.original or len({token.text for token in found.tokens[:400]} & SPANISH) > 1


def read_ordinal(found: Scan, lexicon: Lexicon, at: int) -> Numbered | None:
    """`first paragraph`, `5e alinéa`, `12th preambular paragraph`, `45th rule`."""
    ordinal = _ordinal(found.tokens, at)
    if not ordinal:
        return None
    value, after, in_digits = ordinal
    hit = lexicon.longest(found.tokens, after) if after < len(found.tokens) else None
    if not hit or not isinstance(hit.meaning, Term):
        return None
    word, end = hit.meaning.word, hit.end
    if word in PREFIX:
        second = lexicon.longest(found.tokens, end) if end < len(found.tokens) else None
        if second and isinstance(second.meaning, Term) and second.meaning.word in _HOSTED:
            end = second.end
        return Numbered(at, end, word, (Run(Place(str(value))),))
    if word in _HOSTED:
        return Numbered(at, end, word, (Run(Place("", (f"#{value}",))),), hosted=True)
    return Numbered(at, end, word, (Run(Place(str(value))),)) if in_digits else None


def _ordinal(tokens: Sequence[Token], at: int) -> tuple[int, int, bool] | None:
    """Value, index after it, and whether it is written in digits."""
    if tokens[at].sort == "number":
        read = read_number(tokens, at, words=False)
        after = at + 1
        if after < len(tokens) and tokens[after].text in ("-", ".") and tokens[after].glued:
            after += 1
        if not read or after >= len(tokens) or not tokens[after].glued or tokens[after].text not in ORDINAL_ENDINGS:
            return None
        return read[0], after + 1, True
    if tokens[at].sort != "word" or word_value(tokens[at]) is None or tokens[at].text in CARDINALS:
        return None
    spelled = read_number(tokens, at)
    return (*spelled, False) if spelled else None
