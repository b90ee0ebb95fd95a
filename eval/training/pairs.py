"""Pairs of a premise and a hypothesis, each with what the premise does to it: what the model of entailment is fitted on.

Claims written for it, statements beside the official words that they tell, statements turned round, and questions beside
provisions (`eval.training.questions`). Reads no claim and no question of the evaluation sets, nor any statement that the
meta-evaluation turns round.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from corpus.library import Library
from corpus.types import Language, Reference
from eval.claims import LabelledClaim, load_all_claims
from eval.meta import SIZE
from eval.misplaced import foreign, misplaced
from eval.mutations.polarity import POLARITY
from eval.mutations.sampling import LANGUAGES, Drawn, draw, statements
from eval.provisions import digested
from eval.training.pair import CONTRADICTED, ENTAILED, LABELS, NEUTRAL, Pair
from eval.training.questions import question_pairs
from rag.embedder.adapter import CLAIMS
from rag.index import Index
from rag.pipeline import Pipeline
from rag.ports import Embedder, TokenEmbedder
from rag.verify.alignment import align
from rag.verify.entailment import premises
from rag.verify.evidence import gather
from rag.verify.words import Reader

FOLDER = Path(__file__).parent
_TOLD, _TOLD_IN_CHINESE, _STRAY = 1_300, 800, 700
"""Statements beside their own official words, and statements beside a neighbour's."""
_TURNED = 350
"""Statements that are turned round by each operator in each language."""
_LATER = ("claims-f", "claims-g", "claims-j", "claims-l", "claims-m")
"""Sets that the reader of claims goes on over, with so many earlier claims, statements, and statements turned round."""
_AGAIN, _TOLD_AGAIN, _TURNED_AGAIN = 3_200, 1_500, 1_500
_ACROSS = 1 / 8
"""How many claims stand beside the statements in the other language."""
_MISPLACED, _FOREIGN = 11_000, 3
"""Claims that stand beside a provision that they are not on, and how often one does that no text says."""


def claim_pairs(library: Library, tokens: TokenEmbedder, claims: tuple[LabelledClaim, ...]) -> Iterator[Pair]:
    """Each claim beside the statements on its provision and, where they are held, beside the official words."""
    reader = Reader(library, tokens)
    for claim in claims:
        (reference, *_) = library.expand(claim.reference)
        for text in premises(align(reader, gather(library, reference, claim.language), claim.text)):
            yield _pair(text, claim.text, LABELS[claim.label], "claim", reference)


def fitted_pairs(index: Index, embedder: Embedder, tokens: TokenEmbedder, kind: str) -> tuple[Pair, ...]:
    """What the reader of claims is fitted on, and with the questions what that of questions is.

    The same index gives the same pairs.
    """
    chance, library = Random(3), index.library  # noqa: S311 - a sample, no secret
    claims = (
        *claim_pairs(library, tokens, tuple(one for one in load_all_claims(folder=FOLDER) if one.dataset not in _LATER)),
        *_statements(library, tokens, chance),
        *turned_pairs(library, tokens, chance),
    )
    return claims if kind == CLAIMS else (*claims, *question_pairs(index, embedder, chance, held=False))


def later_pairs(library: Library, tokens: TokenEmbedder, claims: Sequence[LabelledClaim], chance: Random) -> Iterator[Pair]:
    """What the reader of claims goes on over: each claim beside one text, and enough of what it was fitted on before."""
    later = [claim for claim in claims if claim.dataset in _LATER]
    earlier = [claim for claim in claims if claim.dataset not in _LATER]
    reader = Reader(library, tokens)
    for claim in (*later, *chance.sample(earlier, min(_AGAIN, len(earlier)))):
        (reference, *_) = library.expand(claim.reference)
        texts = premises(align(reader, gather(library, reference, claim.language), claim.text))
        if len(texts) > 1 and chance.random() < _ACROSS:
            other = next(language for language in LANGUAGES if language is not claim.language)
            texts = premises(align(reader, gather(library, reference, other), claim.text))[:1]
        yield _pair(chance.choice(texts), claim.text, LABELS[claim.label], "claim", reference)
    told, turned = tuple(_statements(library, tokens, chance)), tuple(turned_pairs(library, tokens, chance))
    yield from chance.sample(told, min(_TOLD_AGAIN, len(told)))
    yield from chance.sample(turned, min(_TURNED_AGAIN, len(turned)))


def misplaced_pairs(
    pipeline: Pipeline, tokens: TokenEmbedder, claims: Sequence[LabelledClaim], chance: Random
) -> Iterator[Pair]:
    """Some of the claims, and what no text says, each beside one text of a provision that does not say it."""
    library = pipeline.index.library
    reader = Reader(library, tokens)
    drawn = chance.sample(claims, min(_MISPLACED, len(claims)))
    foreign_ones = (claim for seed in range(_FOREIGN) for claim in foreign(library, seed, FOLDER))
    for claim in (*misplaced(pipeline, drawn, _MISPLACED), *foreign_ones):
        language = claim.language
        if chance.random() < _ACROSS:
            language = next(one for one in LANGUAGES if one is not language)
        texts = premises(align(reader, gather(library, claim.reference, language), claim.text))
        yield _pair(chance.choice(texts), claim.text, LABELS[claim.label], "misplaced", claim.reference)


def new_pairs(library: Library, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs on provisions that no claim of the evaluation is on, be it of the dev split or of test."""
    evaluated = _evaluated(library)
    return (pair for pair in pairs if pair.reference not in evaluated)


def new_claims(library: Library, claims: Iterable[LabelledClaim]) -> tuple[LabelledClaim, ...]:
    """The claims on such provisions, which may be put beside others."""
    evaluated = _evaluated(library)
    return tuple(claim for claim in claims if not evaluated & set(library.expand(claim.reference)))


def _evaluated(library: Library) -> frozenset[Reference]:
    return frozenset(reference for claim in load_all_claims() for reference in library.expand(claim.reference))


def turned_pairs(library: Library, tokens: TokenEmbedder, chance: Random, *, left: int = SIZE) -> Iterator[Pair]:
    """Statements as they are and turned round, beside the statements or the official words of their provision.

    The `left` of each operator and language that the meta-evaluation draws are left out.
    """
    reader = Reader(library, tokens)
    for one in _turned(library, left):
        reference, language = one.sample.reference, one.sample.language
        for text, label in ((one.mutant.text, CONTRADICTED), (one.sample.text, ENTAILED)):
            held = align(reader, gather(library, reference, language), text)
            yield _pair(chance.choice(premises(held)), text, label, "turned", reference)


def across_pairs(library: Library, *, left: int = SIZE) -> Iterator[Pair]:
    """The same statements, as they are and turned round, beside themselves in the other language."""
    for one in _turned(library, left):
        own = library.statements(library.paragraph(one.sample.reference))
        told = next(statement for statement in own if one.sample.text in (statement.en, statement.zh))
        premise = told.zh if one.sample.language is Language.EN else told.en
        yield _pair(premise, one.mutant.text, CONTRADICTED, "turned", one.sample.reference)
        yield _pair(premise, one.sample.text, ENTAILED, "turned", one.sample.reference)


def _turned(library: Library, left: int) -> Iterator[Drawn]:
    """Statements that an operator can turn round, less those that the meta-evaluation draws."""
    pool = statements(library)
    for operator in POLARITY:
        for language in LANGUAGES:
            kept = {one.sample.text for one in draw(operator, pool, language, left)}
            yield from draw(operator, [one for one in pool if one.text not in kept], language, _TURNED)


def _statements(library: Library, tokens: TokenEmbedder, chance: Random) -> Iterator[Pair]:
    """Statements beside the official words that they tell, and beside a neighbour's words or statements."""
    reader, own = Reader(library, tokens), digested(library)
    told = [(place, one) for place, reference in enumerate(own) for one in library.statements(reference)]
    chance.shuffle(told)
    for number, (place, statement) in enumerate(told):
        texts = {Language.EN: statement.en, Language.ZH: statement.zh}
        for language, most in zip(LANGUAGES, (_TOLD, _TOLD_IN_CHINESE), strict=True):
            if number < most:
                held = align(reader, gather(library, own[place], language), texts[language])
                if any(unit.official for unit in held.evidence.units):
                    yield _pair(premises(held)[-1], texts[language], ENTAILED, "statement", own[place])
        if _TOLD <= number < _TOLD + _STRAY:
            other, language = _neighbour(own, place, chance), chance.choice(LANGUAGES)
            held = align(reader, gather(library, other, language), texts[language])
            yield _pair(chance.choice(premises(held)), texts[language], NEUTRAL, "stray statement", other)


def _neighbour(digested: tuple[Reference, ...], place: int, chance: Random) -> Reference:
    """A provision that stands up to three places from another."""
    return digested[(place + chance.choice((-3, -2, -1, 1, 2, 3))) % len(digested)]


def _pair(premise: str, hypothesis: str, label: int, kind: str, reference: Reference) -> Pair:
    return Pair(premise=premise, hypothesis=hypothesis, question=False, label=label, kind=kind, reference=reference)
