"""A true claim pinned to the wrong place, and two provisions told as one.

Takes no place whose own claims share so many words with the claim that it may carry it as well.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from corpus.types import Language, Locator, Reference
from eval.mutations.rewriting import NOT_SUPPORTED, same_rule
from eval.mutations.types import Mutant, Sample
from rag.types import VerdictStatus

_TOO_CLOSE = 0.34
"""Share of a claim's words in one other claim from which on the two may say the same."""
_TRIES = 40
_PROPER = frozenset(
    "Member States States' Governments Article Rule Rules UN United Bangkok Tokyo Mandela HIV Convention Pap Brazil".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """An operator that may change the citation, given the claims of the pool."""

    name: str
    slot: str
    labels: frozenset[VerdictStatus]
    move: Callable[[Sample, Sequence[Sample], Random], Mutant | None]

    def mutate(self, sample: Sample, pool: Sequence[Sample], random: Random) -> Mutant | None:
        """The claim at its wrong place, or None where the pool has none."""
        return self.move(sample, pool, random)


def closeness(one: Sample, other: Sample) -> float:
    """Share of the words of one claim (letter pairs in Chinese) that another has.

    >>> a = Sample(reference=Reference.parse("x 1"), language=Language.EN, text="Lamps burn oil", modality="shall")
    >>> round(closeness(a, a), 1)
    1.0
    """
    mine, theirs = _words(one), _words(other)
    return len(mine & theirs) / max(1, len(mine))


def _words(sample: Sample) -> frozenset[str]:
    if sample.language is Language.ZH:
        letters = re.sub(r"[^\u4e00-\u9fff]", "", sample.text)
        return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))
    return frozenset(word[:6] for word in re.findall(r"[a-z]{4,}", sample.text.lower()))


def _elsewhere(sample: Sample, pool: Sequence[Sample], random: Random, *, same_instrument: bool) -> Sample | None:
    """A claim of another rule, in the same instrument or in another, whose rule says nothing close to the claim."""
    for _ in range(_TRIES):
        other = random.choice(pool)
        if other.language is not sample.language or other in same_rule(sample, pool):
            continue
        if (other.reference.instrument == sample.reference.instrument) is not same_instrument:
            continue
        if all(closeness(sample, one) < _TOO_CLOSE for one in same_rule(other, pool)):
            return other
    return None


def _wrong_paragraph(sample: Sample, pool: Sequence[Sample], random: Random) -> Mutant | None:
    """Near by first: a reader who slips, slips by a few paragraphs."""
    places = [
        one for one in pool if one.reference.instrument == sample.reference.instrument and one.language is sample.language
    ]
    at = places.index(sample) if sample in places else 0
    near = places[max(0, at - 25) : at + 25]
    other = _elsewhere(sample, near, random, same_instrument=True) if near else None
    return Mutant(reference=other.reference, text=sample.text) if other else None


def _wrong_instrument(sample: Sample, pool: Sequence[Sample], random: Random) -> Mutant | None:
    """The same locator in another instrument where there is one, else any place of another."""
    same = [o for o in pool if o.reference.locator == sample.reference.locator and o.language is sample.language]
    other = _elsewhere(sample, same or pool, random, same_instrument=False)
    other = other or _elsewhere(sample, pool, random, same_instrument=False)
    return Mutant(reference=other.reference, text=sample.text) if other else None


def _nonexistent(sample: Sample, pool: Sequence[Sample], random: Random) -> Mutant | None:
    """A number beyond the last one of the instrument, written as its numbers are, or an item that no list has."""
    locator = Locator.parse(sample.reference.locator)
    known = [Locator.parse(o.reference.locator) for o in pool if o.reference.instrument == sample.reference.instrument]
    numbers = [int(o.number.partition(".")[0]) for o in known if o.number and o.prefix == locator.prefix]
    if not numbers:
        return None
    if locator.steps and random.random() < 0.5:
        made = Locator(prefix=locator.prefix, number=locator.number, steps=(str(random.randint(20, 60)),))
    else:
        last = max(numbers) + random.randint(1, 40)
        made = Locator(prefix=locator.prefix, number=f"{last}.1" if "." in locator.number else str(last))
    if any(one.root == made.root and one.steps[:1] == made.steps for one in known):
        return None
    return Mutant(reference=Reference(instrument=sample.reference.instrument, locator=str(made)), text=sample.text)


def _blended(sample: Sample, pool: Sequence[Sample], random: Random) -> Mutant | None:
    """The claim with a second one of another rule joined to it, cited as if the first rule said both."""
    other = _elsewhere(sample, pool, random, same_instrument=True)
    if other is None or max(len(sample.text), len(other.text)) > 220:
        return None
    first, second = sample.text.rstrip(" .。"), other.text
    if sample.language is Language.ZH:
        return Mutant(reference=sample.reference, text=f"{first}，并且{second}")
    word = second.partition(" ")[0]
    second = second if word in _PROPER else second[0].lower() + second[1:]
    return Mutant(reference=sample.reference, text=f"{first}, and {second}")


LOCATORS = (
    Moving(name="wrong_paragraph", slot="support", labels=NOT_SUPPORTED, move=_wrong_paragraph),
    Moving(name="wrong_instrument", slot="support", labels=NOT_SUPPORTED, move=_wrong_instrument),
    Moving(name="nonexistent", slot="existence", labels=NOT_SUPPORTED, move=_nonexistent),
    Moving(name="blended", slot="novelty", labels=NOT_SUPPORTED, move=_blended),
)
