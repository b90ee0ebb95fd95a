"""The slots that small words carry: exceptions, conditions, quantifiers, times, junctions, and opposites.

A mark that the claim has and the text has not is new, one that only other sentences have is far, one that the claim leaves
out is lost. Refuses to take a mark for new where another may say it.
"""

from collections.abc import Iterator, Mapping

from rag.types import Step
from rag.verify.alignment import Alignment, rows_of
from rag.verify.finding import Finding
from rag.verify.marks import marks, step_of
from rag.verify.meanings import Mark
from rag.verify.opposites import turned

_DROPPED = (
    Mark.EXCEPT,
    Mark.IF,
    Mark.ONLY,
    Mark.NOT,
    Mark.AT_LEAST,
    Mark.AT_MOST,
    Mark.IF_POSSIBLE,
    Mark.CONSENT,
    Mark.OR,
    Mark.HEDGE,
)
_ALIKE = {
    Mark.ONLY: (Mark.EXCEPT, Mark.UNTIL),
    Mark.EXCEPT: (Mark.ONLY,),
    Mark.UNTIL: (Mark.BEFORE, Mark.AFTER, Mark.ONLY),
    Mark.IF: (Mark.ONLY, Mark.AFTER, Mark.DURING),
    Mark.AFTER: (Mark.IF, Mark.UNTIL),
    Mark.NOT: (Mark.WITHOUT, Mark.ONLY, Mark.EXCEPT, Mark.OPENLY, Mark.INSTEAD),
    Mark.WITHOUT: (Mark.NOT,),
    Mark.REGARDLESS: (Mark.ALWAYS,),
    Mark.ALL: (Mark.ALWAYS, Mark.REGARDLESS),
    Mark.ALWAYS: (Mark.ALL, Mark.REGARDLESS),
    Mark.AT_ONCE: (Mark.MOST,),
    Mark.FREE: (Mark.CONSENT,),
    Mark.BEFORE: (Mark.UNTIL, Mark.ONLY),
    Mark.IF_POSSIBLE: (Mark.MOST, Mark.AT_ONCE, Mark.HEDGE),
    Mark.HEDGE: (Mark.IF_POSSIBLE,),
    Mark.DURING: (Mark.IF, Mark.ALWAYS),
    Mark.SAME: (Mark.ALL,),
}
"""Marks by which another may be said as well."""
_GROUPS = {
    "narrows": (Mark.ONLY, Mark.EXCEPT, Mark.UNTIL, Mark.SOME, Mark.MOST),
    "excuses": (Mark.FREE, Mark.REGARDLESS, Mark.WITHOUT, Mark.AUTOMATIC),
    "counts": (Mark.AT_LEAST, Mark.AT_MOST, Mark.DAILY, Mark.WEEKLY, Mark.MONTHLY, Mark.YEARLY, Mark.MORE, Mark.SAME),
    "joins": (Mark.INSTEAD, Mark.BESIDES, Mark.BOTH, Mark.OR),
    "times": (Mark.BEFORE, Mark.AFTER, Mark.DURING, Mark.AT_ONCE, Mark.ORDINARILY),
    "widens": (Mark.ALL, Mark.ALWAYS),
    "conditions": (Mark.IF, Mark.CONSENT, Mark.IF_POSSIBLE),
    "denies": (Mark.NOT,),
    "hedges": (Mark.HEDGE,),
    "topics": (Mark.MONEY, Mark.WRITTEN, Mark.OPENLY, Mark.PLACE, Mark.BECAUSE),
}
_GROUP = {mark: group for group, members in _GROUPS.items() for mark in members}


def _has(found: Mapping[Mark, tuple[str, ...]], mark: Mark) -> bool:
    return mark in found or any(other in found for other in _ALIKE.get(mark, ()))


def marked(held: Alignment) -> Iterator[Finding]:
    """Marks that the claim has and the evidence has not, and the reverse for those that may not be dropped."""
    language = held.evidence.language
    mine = marks(held.claim.text, language)
    every = [marks(unit.text, unit.language) for unit in held.evidence.units]
    aligned = [marks(unit.text, language) for unit in rows_of(held, held.aligned())]
    for mark, words in mine.items():
        if not any(_has(found, mark) for found in every):
            detail = f"{words[0]!r} is not in the text"
            yield Finding(step=step_of(mark), conflict=False, sign=f"new {_GROUP[mark]}", detail=detail)
        elif not any(_has(found, mark) for found in aligned):
            detail = f"{words[0]!r} is elsewhere in the text"
            yield Finding(step=step_of(mark), conflict=False, sign=f"far {_GROUP[mark]}", detail=detail)
    for mark in _DROPPED:
        if aligned and not _has(mine, mark) and all(mark in found for found in aligned):
            detail = f"{aligned[0][mark][0]!r} of the text is left out"
            yield Finding(step=step_of(mark), conflict=False, sign=f"lost {_GROUP[mark]}", detail=detail)


def opposed(held: Alignment) -> Iterator[Finding]:
    """Words whose opposite stands in the sentences that the claim is aligned with."""
    language = held.evidence.language
    aligned = rows_of(held, held.aligned())
    best = held.best()
    if best is None or best.language is not language:
        return
    beside = " ".join(unit.text for unit in aligned)
    for mine, theirs in turned(held.claim.text, beside, language):
        near = theirs in best.text
        yield Finding(
            step=Step.NEGATION,
            conflict=True,
            sign="opposite" if near else "opposite afar",
            detail=f"{mine!r}, the text has {theirs!r}",
            aligned=best.text,
        )
