"""The step of novelty for sentences that are copied but for a few words: each change must say the same or it fails.

This is what catches the changed word that no slot was made for. Refuses to judge claims that are worded anew.
"""

import re
from collections.abc import Iterator

import numpy as np

from corpus.types import Language
from rag.types import Step
from rag.verify.alignment import Alignment, rows_of
from rag.verify.copied import Change, compare, load
from rag.verify.evidence import Unit
from rag.verify.finding import Finding
from rag.verify.marks import marks, step_of
from rag.verify.meanings import Mark
from rag.verify.opposites import turned

_WHOLLY = 0.8
"""Share of runs from which a claim, or the sentence within it, counts as copied."""
_SYNONYM, _KIN = 0.7, 0.55
_BESIDE = 1
"""Letters beside a change that belong to its words: in Chinese one letter of two may be changed."""
_COPIED, _CLOSELY = 0.4, 0.65
_EFFORT = {
    Language.EN: re.compile(r"\b(?:endeavou?r|striv|try|tries|attempt|effort|seek)", re.IGNORECASE),
    Language.ZH: re.compile(r"努力|尽力|力求|设法|争取"),
}
"""Words that make a duty one of trying: a claim that leaves them out says more than the text."""


def copied(held: Alignment) -> Iterator[Finding]:
    """Words that differ where the claim is else copied from a sentence; where all but they are, they fail it."""
    language = held.evidence.language
    copies = [(compare(held.claim.text, unit.text, language), unit) for unit in rows_of(held, held.own())]
    if not copies:
        return
    copy, unit = max(copies, key=lambda pair: max(pair[0].share, pair[0].of_sentence * (pair[0].of_sentence >= _WHOLLY)))
    whole = max(copy.share, copy.of_sentence) >= _WHOLLY
    if copy.share < _COPIED and not whole:
        return
    size = "close" if copy.share >= _CLOSELY else "loose"
    said = marks(held.claim.text, language)
    for change in copy.changes:
        kind = "swapped" if change.new and change.old else "put in" if change.new else "cut"
        mark = load(change.new, language) or load(change.old, language)
        effort = kind == "cut" and bool(_EFFORT[language].search(change.old))
        if kind == "cut" and not effort and (mark is None or (mark is not Mark.NOT and mark in said)):
            continue
        contrary = whole and kind == "swapped" and _is_turned(held, unit, change)
        known = not contrary and kind != "cut" and mark is None and _known(held, unit, change, strict=copy.share >= _WHOLLY)
        kin = f" {'alike' if known else 'other'}" if kind == "swapped" else ""
        yield Finding(
            step=Step.MODALITY if effort else step_of(mark) if mark else Step.NOVELTY,
            conflict=kind == "swapped" or mark is Mark.NOT,
            fatal=whole and not known,
            sign=f"{kind}{kin} {size}",
            detail=_change_told(change),
            aligned=unit.text,
        )


def _change_told(change: Change) -> str:
    if change.new and change.old:
        return f"{change.new!r}, the text has {change.old!r}"
    return f"{change.new!r} is not in the text" if change.new else f"{change.old!r} of the text is left out"


def _known(held: Alignment, unit: Unit, change: Change, *, strict: bool) -> bool:
    """Whether words put in, or put in place of others, say what the evidence says there."""
    words = [i for i, word in enumerate(held.claim.words) if word.start < change.end and word.end > change.start]
    if not words:
        return False
    if not change.old:
        return float(held.near[:, words].max(axis=0).min()) >= (_SYNONYM if strict else _KIN)
    row = next(row for row, other in enumerate(held.evidence.units) if other is unit)
    within = [j for j, word in enumerate(held.units[row].words) if word.start < change.until and word.end > change.since]
    return bool(within) and float(held.tables[row][np.ix_(words, within)].max(axis=1).min()) >= (_SYNONYM if strict else _KIN)


def _is_turned(held: Alignment, unit: Unit, change: Change) -> bool:
    """Whether the words put in are the opposite of those they stand for, read with the letters beside them."""
    mine = held.claim.text[max(change.start - _BESIDE, 0) : change.end + _BESIDE]
    theirs = unit.text[max(change.since - _BESIDE, 0) : change.until + _BESIDE]
    return any(turned(mine, theirs, held.evidence.language))
