"""The slots of modality and negation: with what force a claim speaks, and what its negations reach.

Held against the statements that cover the claim best, whose verb is known. Refuses to hear one force alone in 应 and 要.
"""

import re
from collections.abc import Iterator

from corpus.types import Language
from rag.types import Step
from rag.verify.alignment import HALF_IN_ITS_WORDS, IN_ITS_WORDS, TELLING, Alignment, rows_of
from rag.verify.evidence import Unit
from rag.verify.finding import Finding
from rag.verify.force import Force, force_of, forces
from rag.verify.marks import marks, negated
from rag.verify.meanings import Mark

_RANK = {Force.MUST: 3, Force.SHOULD: 2, Force.MAY: 1}
_STRENGTH = {Force.MUST: 2, Force.MUST_NOT: 2, Force.SHOULD: 1, Force.SHOULD_NOT: 1}
_NO = frozenset({Force.MUST_NOT, Force.SHOULD_NOT})
_NEGATIVE = (Mark.NOT, Mark.WITHOUT, Mark.ONLY, Mark.EXCEPT, Mark.AT_MOST, Mark.UNTIL, Mark.OPENLY, Mark.INSTEAD)
"""Marks by which a sentence may forbid without saying so."""
_RIGHT = re.compile(
    r"\b(?:rights?|entitled|allow(?:ed)?|permit(?:ted)?|able to|subject to|opportunit\w+|reviewable)\b"
    r"|有权|准许|允许|获准|机会|权利",
    re.IGNORECASE,
)
"""Words by which a duty is a right of somebody, who then can do what it is about."""
_TIE = 0.02
_MATCHED = 0.62


def force(held: Alignment) -> Iterator[Finding]:
    """Where the claim's verb has another force than the statements that cover it best."""
    language = held.evidence.language
    mine = forces(held.claim.text, language)
    units = rows_of(held, held.aligned())
    if mine[0] is Force.PLAIN or not units:
        return
    theirs = {force_of(unit.force) for unit in held.nearest(_TIE)}
    if mine[0] in theirs or (mine[0] is Force.OUGHT and theirs & {Force.MUST, Force.SHOULD}):
        return
    sign = _kind(mine[0], theirs)
    soft = _softened(sign, held.claim.text, mine, units, language)
    limp = soft or (not sign.startswith("turned") and bool(set(mine) & theirs))
    yield Finding(
        step=Step.NEGATION if sign.startswith("turned") else Step.MODALITY,
        conflict=True,
        fatal=not limp and sign in _FATAL and held.repeated() >= _FATAL[sign],
        sign=f"{sign} soft" if limp else sign,
        detail=f"the claim says {mine[0]}, the text {', '.join(sorted(theirs))}",
    )
    strength = max(_STRENGTH.get(one, 0) for one in theirs)
    known = {mine[0], *theirs} <= set(_STRENGTH) and strength not in {_STRENGTH.get(one, 0) for one in mine}
    if sign.startswith("turned") and known:
        detail = f"the claim says {mine[0]}, the text {', '.join(sorted(theirs))}"
        raised = _STRENGTH[mine[0]] > strength
        yield Finding(step=Step.MODALITY, conflict=True, sign="up" if raised else "down", detail=detail)


_FATAL = dict.fromkeys(("up", "down", "turned to no", "turned to yes"), IN_ITS_WORDS) | {"freed": HALF_IN_ITS_WORDS}
"""A recommendation told as a duty, a duty as less or as none: said in the text's own words, such a claim does not stand.

Nor does one that allows what the text forbids. In other words the verb may say another thing than the text's does and still be
right: that something goes beyond what is asked, what follows for a case; there it only weighs. That a duty is taken away is
said in words of its own, so half are enough.
"""


def _kind(mine: Force, theirs: set[Force]) -> str:
    """How the claim's force stands to those of the text."""
    if mine is Force.FREE:
        return "freed"
    if mine in _NO and not theirs & _NO:
        return "turned to no"
    if mine not in _NO and theirs <= _NO:
        return "turned to yes"
    if mine in _NO:
        return "up" if mine is Force.MUST_NOT else "down"
    strongest = max(_RANK.get(one, 0) for one in theirs)
    if strongest == 0:
        return f"from plain to {mine.name.lower()}"
    return "up" if _RANK.get(mine, 2) > strongest else "down"


def _softened(sign: str, claim: str, mine: tuple[Force, ...], units: tuple[Unit, ...], language: Language) -> bool:
    """Whether other words of the claim or of the text may say the same though the verbs differ."""
    if sign == "turned to no":
        return any(mark in marks(unit.text, language) for unit in units for mark in _NEGATIVE)
    if sign == "turned to yes":
        able = (Mark.ONLY, Mark.EXCEPT, Mark.UNTIL) if mine[0] is Force.MAY else _NEGATIVE
        return any(mark in marks(claim, language) for mark in able) or bool(_NO & set(mine))
    spoken = {force_of(unit.force) for unit in units} | {one for unit in units for one in forces(unit.text, language)}
    if sign == "down" and mine[0] is Force.MAY and any(_RIGHT.search(unit.text) for unit in units):
        return True
    return mine[0] in spoken or sign.endswith("ought")


def reached(held: Alignment) -> Iterator[Finding]:
    """Words that a negation reaches on one side only."""
    language = held.evidence.language
    row = held.best_row()
    if row is None or held.evidence.units[row].language is not language or not held.units[row].words:
        return
    unit = held.units[row]
    mine, theirs = negated(held.claim.text, language), negated(unit.text, language)
    for place, word in enumerate(held.claim.words):
        if held.near[row, place] < _MATCHED or word.weight < TELLING:
            continue
        other = unit.words[int(held.match[row][place])]
        inside, beside = (any(a <= one.start < b for a, b in spans) for one, spans in ((word, mine), (other, theirs)))
        if inside != beside:
            detail = f"{word.text!r} is {'negated, in the text not' if inside else 'not negated, in the text it is'}"
            yield Finding(step=Step.NEGATION, conflict=True, sign=f"clash {'no' if inside else 'yes'}", detail=detail)
