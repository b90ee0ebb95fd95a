"""The slots of actors and persons: whom a claim names, the text or what it stands under must name.

Near names stand for one another; names of bodies and countries are taken to the letter, in English.
"""

import re
from collections.abc import Iterator

from corpus.types import Language
from rag.types import Step
from rag.verify.alignment import Alignment, rows_of
from rag.verify.entities import entities, names
from rag.verify.finding import Finding

_NAME = re.compile(r"(?<=[a-z,;] )(?:[A-Z][A-Za-z]+(?:[ -](?:on|of|the|for|and|against)(?= (?:the )?[A-Z]))?(?: the)?[ -]?)+")
"""Words with capitals inside a sentence."""


def named(held: Alignment) -> Iterator[Finding]:
    """Actors and persons of the claim whom no sentence of the evidence names."""
    claimed = entities(held.claim.text, held.evidence.language)
    known = {name for unit in held.evidence.units for _, name in entities(unit.text, unit.language)}
    near = {name for unit in rows_of(held, held.aligned()) for _, name in entities(unit.text, unit.language)}
    above = {name for text in held.evidence.headings for _, name in entities(text, held.evidence.language)}
    for (step, name), places in claimed.items():
        said = held.claim.text[slice(*places[0])]
        if not names(name, known | above):
            yield Finding(step=step, conflict=False, sign=f"new {step}", detail=f"{said!r} is not in the text")
        elif not names(name, near | above):
            yield Finding(step=step, conflict=False, sign=f"far {step}", detail=f"{said!r} is elsewhere in the text")


def proper(held: Alignment) -> Iterator[Finding]:
    """Proper names of the claim that no sentence of the evidence has."""
    told = [unit.text for unit in held.evidence.units if unit.language is Language.EN]
    if held.evidence.language is not Language.EN or not told:
        return
    every = " ".join([*told, *held.evidence.headings]).casefold()
    for match in _NAME.finditer(held.claim.text):
        words = [word for word in match.group().split() if word[0].isupper() and len(word) > 2]
        if any(word.rstrip("s").casefold() not in every for word in words):
            detail = f"{match.group().strip()!r} is not in the text"
            yield Finding(step=Step.NOVELTY, conflict=False, sign="new name", detail=detail)
