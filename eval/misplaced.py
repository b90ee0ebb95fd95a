"""Sentences held against a provision that does not say them: claims on another one, and what no text says.

A claim is most often put on a provision that a search for it finds, as whoever cites wrongly would; at times on a neighbour, or
on any. What its own provision points to, or what points to it, is left alone, and so are the first that are found: these may
say the same. Refuses to tell whether any of the rest does.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from pydantic import Field

from corpus.library import Library
from corpus.types import Language, Locator, Reference
from eval.claims import LabelledClaim
from eval.provisions import digested, related
from eval.rows import Strict, read_lines
from eval.types import Split
from rag.pipeline import Pipeline
from rag.types import VerdictStatus

MISPLACED, FOREIGN = "misplaced", "foreign"
"""What is wrong: the provision is another one, or none says so."""
_FOLDER, _FILE = Path(__file__).parent, "foreign.jsonl"
_FOUND, _NEIGHBOUR = 0.6, 0.2
"""Shares of claims that stand beside a provision that is found for them, and beside a neighbour of their own."""
_DEPTH, _SAME = 18, 2
"""Provisions that are looked for, and how many other ones at the top may say the same."""
_REACH = 4
"""Places from its own provision to a neighbour, at most."""


def misplaced(pipeline: Pipeline, claims: Sequence[LabelledClaim], seed: int) -> Iterator[LabelledClaim]:
    """Each claim on another provision, of another rule and with a digest; none where no such one is at hand.

    What is drawn for a claim hangs on the seed and its identifier, and on what a search finds for it, on no other claim.
    """
    library = pipeline.index.library
    held = digested(library)
    place = {reference: number for number, reference in enumerate(held)}
    pointing = defaultdict(set)
    for reference in held:
        for one in related(library, reference):
            pointing[one].add(reference)
    for claim in claims:
        chance = Random(f"{seed} {claim.id}")  # noqa: S311 - a sample, no secret
        own = library.paragraph(library.expand(claim.reference)[0])
        alone = {_rule(one) for one in (own, *related(library, own), *pointing[own])}
        drawn = chance.random()
        if drawn < _FOUND:
            found = [passage.citation.reference for passage in pipeline.search(claim.text, _DEPTH).passages]
            others = [one for one in map(library.paragraph, found) if one in place and _rule(one) not in alone][_SAME:]
        elif drawn < _FOUND + _NEIGHBOUR and own in place:
            near = held[max(place[own] - _REACH, 0) : place[own] + _REACH + 1]
            others = [one for one in near if _rule(one) not in alone]
        else:
            others = [one for one in held if _rule(one) not in alone]
        if others:
            other = chance.choice(others)
            yield replace(
                claim,
                id=f"{claim.id}/{MISPLACED}",
                reference=other,
                label=VerdictStatus.NOT_SUPPORTED,
                error=MISPLACED,
            )


class ForeignRow(Strict):
    """A line: a sentence that no provision says, entails or denies."""

    en: str = Field(min_length=1)
    zh: str = Field(min_length=1)


def foreign(library: Library, seed: int, folder: Path = _FOLDER) -> Iterator[LabelledClaim]:
    """The sentences of a folder's `foreign.jsonl`, in both languages on one provision drawn at random; raises BadInput."""
    held = digested(library)
    for number, row in enumerate(read_lines(folder / _FILE, ForeignRow), start=1):
        reference = Random(f"{seed} {number}").choice(held)  # noqa: S311 - a sample, no secret
        for language, text in ((Language.EN, row.en), (Language.ZH, row.zh)):
            yield LabelledClaim(
                id=f"{FOREIGN}{number:03}/{language.value}",
                dataset=FOREIGN,
                reference=reference,
                language=language,
                text=text,
                label=VerdictStatus.NOT_SUPPORTED,
                error=FOREIGN,
                split=Split.DEV,
                author=FOREIGN,
            )


def _rule(reference: Reference) -> tuple[str, str]:
    """The instrument and the rule, article or paragraph whole."""
    return reference.instrument, str(Locator.parse(reference.locator).root)
