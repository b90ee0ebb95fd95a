"""Pairs of a premise and a hypothesis, each with what the premise does to it: what the model of entailment is fitted on.

Claims written for it, statements beside the official words that they tell, and the corpus's asks, silences and misbeliefs
beside their provisions. Reads no claim and no question of the evaluation sets. Refuses questions near provisions that are held
out, so that it can be shown what the model makes of questions that it has not seen.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from corpus.boundaries import Edge
from corpus.library import Library
from corpus.types import Language, Reference
from eval.claims import LabelledClaim, load_all_claims
from rag.ports import TokenEmbedder
from rag.types import VerdictStatus
from rag.verify.alignment import align
from rag.verify.entailment import joined, premises
from rag.verify.evidence import gather
from rag.verify.words import Reader

ENTAILED, NEUTRAL, CONTRADICTED = range(3)
"""What a premise does to a hypothesis, in the order of the model's classes."""
LANGUAGES = (Language.EN, Language.ZH)

FOLDER = Path(__file__).parent
_LABELS = {
    VerdictStatus.SUPPORTED: ENTAILED,
    VerdictStatus.NOT_SUPPORTED: NEUTRAL,
    VerdictStatus.CONTRADICTED: CONTRADICTED,
}
_HELD_OUT = 6
"""One rule in so many is held out."""
_TOLD, _TOLD_IN_CHINESE, _STRAY = 1_300, 800, 700
"""Statements beside their own official words, and statements beside a neighbour's."""
_ASKS = 2
"""Asks of a provision in each language; one of them is put beside a neighbour as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """`kind` says where it comes from; a question that is answered counts as entailed."""

    premise: str
    hypothesis: str
    question: bool
    label: int
    kind: str
    reference: Reference


def held_out(reference: Reference) -> bool:
    """Whether no question near a provision is fitted on: by its rule, so that all paragraphs of a rule go together."""
    return zlib.crc32(str(reference).partition("(")[0].encode()) % _HELD_OUT == 0


def claim_pairs(library: Library, tokens: TokenEmbedder, claims: tuple[LabelledClaim, ...]) -> Iterator[Pair]:
    """Each claim beside the statements on its provision and, where they are held, beside the official words."""
    reader = Reader(library, tokens)
    for claim in claims:
        (reference, *_) = library.expand(claim.reference)
        for text in premises(align(reader, gather(library, reference, claim.language), claim.text)):
            yield _pair(text, claim.text, _LABELS[claim.label], "claim", reference)


def fitted_pairs(library: Library, tokens: TokenEmbedder) -> tuple[Pair, ...]:
    """All that the model is fitted on; the same library gives the same pairs."""
    chance = Random(3)  # noqa: S311 - a sample, no secret
    return (
        *claim_pairs(library, tokens, load_all_claims(folder=FOLDER)),
        *_statements(library, tokens, chance),
        *(one for one in question_pairs(library, chance) if not held_out(one.reference)),
    )


def question_pairs(library: Library, chance: Random) -> Iterator[Pair]:
    """Silences and misbeliefs beside the provision that they stand near, asks beside theirs and beside a neighbour."""
    for boundary in library.boundaries:
        if boundary.reference is not None:
            near = library.paragraph(boundary.reference)
            misbelief = boundary.edge is Edge.MISBELIEF
            for language in LANGUAGES:
                for text in chance.sample(boundary.asks.get(language, ()), min(1, len(boundary.asks.get(language, ())))):
                    label = CONTRADICTED if misbelief else NEUTRAL
                    yield _asked(library, text, language, label, boundary.edge.value, near)
    digested = _digested(library)
    for place, reference in enumerate(digested):
        digest = library.digest(reference)
        for language in LANGUAGES if digest else ():
            asks = digest.asks.get(language, ()) if digest else ()
            chosen = chance.sample(asks, min(_ASKS, len(asks)))
            for text in chosen:
                yield _asked(library, text, language, ENTAILED, "ask", reference)
            other = _neighbour(digested, place, chance)
            for text in chosen[:1]:
                yield _asked(library, text, language, NEUTRAL, "stray ask", other)


def _statements(library: Library, tokens: TokenEmbedder, chance: Random) -> Iterator[Pair]:
    """Statements beside the official words that they tell, and beside a neighbour's words or statements."""
    reader, digested = Reader(library, tokens), _digested(library)
    told = [(place, one) for place, reference in enumerate(digested) for one in library.statements(reference)]
    chance.shuffle(told)
    for number, (place, statement) in enumerate(told):
        texts = {Language.EN: statement.en, Language.ZH: statement.zh}
        for language, most in zip(LANGUAGES, (_TOLD, _TOLD_IN_CHINESE), strict=True):
            if number < most:
                held = align(reader, gather(library, digested[place], language), texts[language])
                if any(unit.official for unit in held.evidence.units):
                    yield _pair(premises(held)[-1], texts[language], ENTAILED, "statement", digested[place])
        if _TOLD <= number < _TOLD + _STRAY:
            other, language = _neighbour(digested, place, chance), chance.choice(LANGUAGES)
            held = align(reader, gather(library, other, language), texts[language])
            yield _pair(chance.choice(premises(held)), texts[language], NEUTRAL, "stray statement", other)


def _digested(library: Library) -> tuple[Reference, ...]:
    return tuple(one for one in library.references if library.paragraph(one) == one and library.digest(one))


def _neighbour(digested: tuple[Reference, ...], place: int, chance: Random) -> Reference:
    """A provision that stands up to three places from another."""
    return digested[(place + chance.choice((-3, -2, -1, 1, 2, 3))) % len(digested)]


def _asked(library: Library, text: str, language: Language, label: int, kind: str, reference: Reference) -> Pair:
    told = _told(library, reference, language)
    return Pair(premise=told, hypothesis=text, question=True, label=label, kind=kind, reference=reference)


def _told(library: Library, reference: Reference, language: Language) -> str:
    """The statements of a provision that has a digest, as far as they are read."""
    statements = library.statements(reference)
    texts = [one.zh if language is Language.ZH else one.en for one in statements]
    return joined(texts, range(len(texts)))


def _pair(premise: str, hypothesis: str, label: int, kind: str, reference: Reference) -> Pair:
    return Pair(premise=premise, hypothesis=hypothesis, question=False, label=label, kind=kind, reference=reference)
