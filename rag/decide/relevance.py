"""Does a provision answer the question, or only stand near it? The best of what was found, read beside the question.

The model of entailment reads both together. Refuses to rank and to decide; `rag.decide.decision` asks whether it objects.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.library import Library
from corpus.types import Language
from rag.ports import EntailmentModel
from rag.premise import joined
from rag.retrieve import Found
from rag.types import Field

_READ = 2
"""Provisions that are read beside the question; more gained nothing on dev."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """How likely any provision read so far answers the question, and denies what the question takes for granted."""

    answers: float
    denies: float


def relevance(
    library: Library, model: EntailmentModel, found: Sequence[Found], question: str, language: Language
) -> Iterator[Relevance]:
    """What is made of a question beside what was found for it, best first, after each reading: who has seen enough stops."""
    answers = denies = 0.0
    for one in found[:_READ]:
        read = model.entailment(premise(library, one, language), question, question=True)
        answers, denies = max(answers, math.exp(read.entailed)), max(denies, math.exp(read.contradicted))
        yield Relevance(answers=answers, denies=denies)


def premise(library: Library, found: Found, language: Language) -> str:
    """What is read of a provision: its digest's statements, those nearest to the question first, or else its words.

    In Chinese beside a Chinese question, in English beside any other.
    """
    spoken = Language.ZH if language is Language.ZH else Language.EN
    near = [one.text for one, _ in found.near if one.field is Field.STATEMENT and one.language is spoken]
    told = [one.zh if spoken is Language.ZH else one.en for one in library.statements(found.paragraph)]
    texts = near or told
    if texts:
        return joined(texts, range(len(texts)))
    provision = library.provision(found.paragraph, language)
    return provision.text if provision else ""
