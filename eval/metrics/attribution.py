"""Whether each sentence is carried by what it cites, with no gold: citation recall and precision after ALCE.

Gao et al. 2023, "Enabling Large Language Models to Generate Text with Citations", section 4, with one mend: a citation
that does not exist counts. Refuses to judge entailment itself, and an answer without claims: None.
"""

from collections.abc import Callable

from corpus.types import Reference
from eval.metrics.gold import Exists
from eval.types import Outcome, Said

Entails = Callable[[str, tuple[Reference, ...]], bool]
"""Whether these provisions together carry a sentence; asked with at least one provision."""


def recall(outcome: Outcome, entails: Entails, exists: Exists) -> float | None:
    """Sentences that their citations together entail ÷ sentences.

    ALCE citation recall; a sentence without a citation, or with one that does not exist, counts 0.
    """
    if not outcome.claims:
        return None
    return sum(_carried(claim, entails, exists) for claim in outcome.claims) / len(outcome.claims)


def precision(outcome: Outcome, entails: Entails, exists: Exists) -> float | None:
    """Citations that do their part ÷ citations, over all sentences; None where nothing is cited.

    ALCE citation precision: the sentence is entailed by all its citations, and this one entails it alone or the others
    do not entail it without this one. One that does not exist is not right and stays in the denominator.
    """
    parts = [part for claim in outcome.claims for part in _parts(claim, entails, exists)]
    return sum(parts) / len(parts) if parts else None


def _carried(claim: Said, entails: Entails, exists: Exists) -> bool:
    return bool(claim.citations) and all(map(exists, claim.citations)) and entails(claim.text, claim.citations)


def _parts(claim: Said, entails: Entails, exists: Exists) -> list[bool]:
    cited = tuple(dict.fromkeys(claim.citations))
    held = tuple(citation for citation in cited if exists(citation))
    supported = bool(held) and entails(claim.text, held)
    return [supported and citation in held and _needed(claim.text, citation, held, entails) for citation in cited]


def _needed(text: str, citation: Reference, held: tuple[Reference, ...], entails: Entails) -> bool:
    others = tuple(other for other in held if other != citation)
    return not others or entails(text, (citation,)) or not entails(text, others)
