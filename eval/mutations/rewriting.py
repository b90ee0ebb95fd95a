"""How an operator rewrites a claim: places that can be changed are found by pattern, and one is taken by chance.

Stands under the operators of each kind. Never makes a claim that its own rule already states, as far as the other
claims in the pool tell.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from corpus.types import Language, Modality
from eval.mutations.types import Mutant, Sample
from rag.types import VerdictStatus

CONTRADICTED = frozenset({VerdictStatus.CONTRADICTED})
NOT_SUPPORTED = frozenset({VerdictStatus.NOT_SUPPORTED})
EITHER = CONTRADICTED | NOT_SUPPORTED
DUTIES = frozenset({Modality.SHALL, Modality.SHOULD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Code points `start` to `end` of a claim give way to `put`; `fresh` are words that its rule may not hold already."""

    start: int
    end: int
    put: str
    fresh: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """What a pattern finds gives way to one of `options`, which may name its groups.

    `forces` limits it to claims with these verbs; `alone` refuses a claim where the pattern is found twice;
    `fresh` refuses an option whose words stand in another claim of the same rule.
    """

    pattern: re.Pattern[str]
    options: tuple[str, ...]
    forces: frozenset[Modality] = frozenset(Modality)
    alone: bool = False
    fresh: bool = False


Edits = Callable[[Sample, Random], Iterator[Edit]]
Guard = Callable[[Sample], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriting:
    """An operator that changes the words of a claim and leaves its citation alone."""

    name: str
    slot: str
    labels: frozenset[VerdictStatus]
    edits: Edits

    def mutate(self, sample: Sample, pool: Sequence[Sample], random: Random) -> Mutant | None:
        """The claim with one of the possible edits made, or None where there is none."""
        found = list(self.edits(sample, random))
        random.shuffle(found)
        known = [other.text.lower() for other in same_rule(sample, pool)] if any(edit.fresh for edit in found) else []
        for edit in found:
            if edit.fresh and any(edit.fresh.lower() in text for text in known):
                continue
            text = edited(sample.text, edit, sample.language)
            if text != sample.text:
                return Mutant(reference=sample.reference, text=text)
        return None


def swap(
    pattern: str,
    *options: str,
    forces: frozenset[Modality] = frozenset(Modality),
    alone: bool = False,
    fresh: bool = False,
    exact: bool = False,
) -> Swap:
    """A row of a table: pattern, then what may stand in its place; case counts only where `exact`."""
    flags = re.NOFLAG if exact else re.IGNORECASE
    return Swap(pattern=re.compile(pattern, flags), options=options, forces=forces, alone=alone, fresh=fresh)


def table(rows: Mapping[Language, Sequence[Swap]], guard: Guard = lambda _: True) -> Edits:
    """Every edit that the rows of a claim's language allow."""

    def edits(sample: Sample, _random: Random) -> Iterator[Edit]:
        if not guard(sample):
            return
        for row in rows.get(sample.language, ()):
            yield from _of_row(row, sample)

    return edits


def _of_row(row: Swap, sample: Sample) -> Iterator[Edit]:
    found = list(row.pattern.finditer(sample.text))
    if sample.modality not in row.forces or (row.alone and len(found) > 1):
        return
    for match in found:
        for option in row.options:
            put = match.expand(option)
            yield Edit(start=match.start(), end=match.end(), put=put, fresh=put.strip() if row.fresh else "")


def same_rule(sample: Sample, pool: Sequence[Sample]) -> list[Sample]:
    """The claims of the pool that stand in the rule, article or paragraph of a claim, itself among them."""
    root = sample.reference.locator.partition("(")[0]
    return [
        other
        for other in pool
        if other.reference.instrument == sample.reference.instrument
        and other.language is sample.language
        and (other.reference.locator.partition("(")[0] == root)
    ] or [sample]


def edited(text: str, edit: Edit, language: Language) -> str:
    """The text with an edit made, its articles, spaces and first letter put right.

    >>> edited("A lamp must burn.", Edit(start=0, end=6, put="an oil lamp"), Language.EN)
    'An oil lamp must burn.'
    """
    before, after = text[: edit.start], text[edit.end :]
    if language is not Language.EN:
        return before + edit.put + after
    if edit.put and re.search(r"\b[Aa]n? $", before):
        before = re.sub(r"\b([Aa])n? $", r"\1n " if edit.put[0].lower() in "aeiou" else r"\1 ", before)
    joined = re.sub(r" +([,.;])", r"\1", re.sub(r" {2,}", " ", before + edit.put + after)).strip()
    return joined[:1].upper() + joined[1:]


def before_end(sample: Sample, put: str, *, fresh: str = "") -> Edit:
    """An edit that puts words in front of the full stop."""
    end = len(sample.text.rstrip().rstrip(".。"))
    return Edit(start=end, end=end, put=put, fresh=fresh)
