"""The claims that operators work on: digest statements, and for quotes official sentences, drawn by a fixed seed.

One claim a provision as long as there are provisions, so that long digests do not outweigh short ones. Never hands out
a claim in which an operator found nothing to change.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from random import Random

from corpus.library import Library
from corpus.modality import modality_of
from corpus.sentences import sentences
from corpus.types import Kind, Language, Reference, TextStatus
from eval.mutations.types import Mutant, Operator, Sample

LANGUAGES = (Language.EN, Language.ZH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A claim with what an operator made of it."""

    sample: Sample
    mutant: Mutant


def statements(library: Library) -> tuple[Sample, ...]:
    """Every digest statement in English and in Chinese, cited at its item where it has one, in citation order."""
    found = []
    for instrument, digests in library.digests.items():
        for locator, digest in digests.items():
            for one in digest.statements:
                item = Reference(instrument=instrument, locator=f"{locator}{one.item or ''}")
                reference = item if item in library.order else Reference(instrument=instrument, locator=locator)
                for language, text in ((Language.EN, one.en), (Language.ZH, one.zh)):
                    found.append(Sample(reference=reference, language=language, text=text, modality=one.modality))
    return tuple(found)


def official_sentences(library: Library) -> tuple[Sample, ...]:
    """Every sentence of the intact official texts in English and in Chinese."""
    found: list[Sample] = []
    for reference in library.references:
        for language in LANGUAGES:
            provision = library.provision(reference, language)
            if provision is None or provision.language is not language or provision.status is not TextStatus.OFFICIAL:
                continue
            if provision.kind is Kind.FOOTNOTE:
                continue
            found += [
                Sample(reference=reference, language=language, text=one.text, modality=modality_of(one.text, language))
                for one in sentences(provision.text)
            ]
    return tuple(found)


def draw(
    operator: Operator, pool: Sequence[Sample], language: Language, size: int, near: Collection[Reference] = frozenset()
) -> tuple[Drawn, ...]:
    """Up to `size` claims of a language that the operator can change, with what it made of them; the same each time.

    Those on provisions of `near` come first, so that a small sample reads few provisions.
    """
    random = Random(f"{operator.name} {language.value}")  # noqa: S311 - a sample, not a secret
    own = [sample for sample in pool if sample.language is language]
    held = defaultdict(set)
    for sample in own:
        held[sample.reference].add(sample.text)
    found: list[Drawn] = []
    for sample in sorted(_spread(own, random), key=lambda sample: sample.reference not in near):
        if len(found) >= size:
            break
        mutant = operator.mutate(sample, own, random)
        if mutant is not None and mutant.text not in held[mutant.reference]:
            found.append(Drawn(sample=sample, mutant=mutant))
    return tuple(found)


def _spread(pool: Sequence[Sample], random: Random) -> list[Sample]:
    """The claims in a random order in which every provision comes once before any comes twice."""
    by_provision = defaultdict(list)
    for sample in pool:
        by_provision[sample.reference].append(sample)
    groups = list(by_provision.values())
    random.shuffle(groups)
    for group in groups:
        random.shuffle(group)
    return [group[turn] for turn in range(max(map(len, groups), default=0)) for group in groups if turn < len(group)]
