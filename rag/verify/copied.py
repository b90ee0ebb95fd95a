"""Where a claim copies a sentence of its evidence but for a few words: those few words are what to look at.

A word put in place of another, or put in, changes a copied sentence; a word left out does so where it carries a slot. Says
which words differ; refuses to judge sentences that are worded anew.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus.types import Language
from rag.verify.marks import marks
from rag.verify.meanings import Mark
from rag.verify.words import stem

_WORD = r"[^\W\d_\u3400-\u9fff]+(?:[’'-][^\W\d_\u3400-\u9fff]+)*|\d+(?:[.,]\d+)*|[\u3400-\u9fff]"
_PIECES = re.compile(_WORD)
_DUTIES = re.compile(rf"\bha(?:s|ve) to\b|{_WORD}", re.IGNORECASE)
"""The same with a duty in two words as one. Not beside a denial: "no keeper has to" frees whom "no keeper shall" binds."""
_DENIED = re.compile(r"\b(?:no|not|nor|none|never|neither|nobody|nothing|nowhere|without|cannot)\b|n[’']t\b", re.IGNORECASE)
_RUN = 3
"""Words in a row that count as copied; with which both begin or end, fewer do."""
_SAME = (
    frozenset({"shall", "must", "has to", "have to"}),
    frozenset({"have", "has", "had"}),
    frozenset({"is", "are", "be", "being", "been"}),
    frozenset({"a", "an", "the"}),
    frozenset({"it", "they", "them", "he", "she", "him", "her", "his", "its", "their"}),
    frozenset({"that", "which", "who"}),
)
_LIGHT = frozenset(
    "a an the of to is are be been being that which who its their his her it they them also "
    "的 了 地 着 也 都 就 被 其 之 该 是 让 使 把 将 为 给 由 来 在 从".split()
)
_LOAD = (
    Mark.EXCEPT,
    Mark.IF,
    Mark.ONLY,
    Mark.NOT,
    Mark.WITHOUT,
    Mark.AT_LEAST,
    Mark.AT_MOST,
    Mark.CONSENT,
    Mark.SOME,
    Mark.IF_POSSIBLE,
    Mark.ORDINARILY,
    Mark.HEDGE,
    Mark.AT_ONCE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words of a claim, at `start` to `end`, in place of words of a sentence, from `since` to `until`; either may be none."""

    new: str
    old: str
    start: int
    end: int
    since: int
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """How much of a claim stands in a sentence in runs, how much of the sentence in the claim, and what differs."""

    share: float
    of_sentence: float
    changes: tuple[Change, ...]


def compare(claim: str, sentence: str, language: Language) -> Copy:
    """What a claim copies from a sentence and what it changes.

    >>> copy = compare("Keepers shall wash the lamp at dusk.", "Keepers shall trim the lamp at dusk.", Language.EN)
    >>> [(change.new, change.old) for change in copy.changes]
    [('wash', 'trim')]
    """
    pieces = _PIECES if _DENIED.search(claim) or _DENIED.search(sentence) else _DUTIES
    mine, theirs = list(pieces.finditer(claim)), list(pieces.finditer(sentence))
    one, two = [_norm(word.group()) for word in mine], [_norm(word.group()) for word in theirs]
    copied, changes = 0, []
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            ends = (a == c == 0) or (b == len(one) and d == len(two))
            copied += b - a if b - a >= _RUN or ends else 0
            continue
        new, old = _told(mine[a:b], language), _told(theirs[c:d], language)
        if new or old:
            place = (mine[a].start(), mine[b - 1].end()) if b > a else (0, 0)
            other = (theirs[c].start(), theirs[d - 1].end()) if d > c else (0, 0)
            changes.append(Change(new=new, old=old, start=place[0], end=place[1], since=other[0], until=other[1]))
    return Copy(share=copied / max(1, len(one)), of_sentence=copied / max(1, len(two)), changes=tuple(changes))


def _told(words: "list[re.Match[str]]", language: Language) -> str:
    """Words that are more than light, as they are written."""
    heavy = [word.group() for word in words if word.group().casefold() not in _LIGHT]
    return ("" if language is Language.ZH else " ").join(heavy)


_CASE = re.compile(
    r"\bin (?:\w+ ){0,3}(?:cases?|circumstances?|situations?)\b|^(?:for|in|on|at|during|of|from|by|with) \w+|凡|^对.*的$",
    re.IGNORECASE,
)
"""Words that say in which case or for whom something holds."""


def load(words: str, language: Language) -> Mark | None:
    """The slot that words left out carry, if any."""
    found = marks(words, language)
    return next((mark for mark in _LOAD if mark in found), Mark.IF if _CASE.search(words) else None)


def _norm(word: str) -> str:
    folded = word.casefold()
    for same in _SAME:
        if folded in same:
            return min(same)
    return stem(folded)
