"""What was found for a question in, the signs by which the decision is made out.

Reads: how near the edges of the texts are beside the answers, how the question is put and what it leans to, whether its
numbers, its references and the kind of thing it wants agree with what was found, and how much of it is covered. Weighs nothing.
"""

from collections.abc import Iterator, Sequence

from corpus.boundaries import Edge
from corpus.citations.find import find_instruments
from corpus.elsewhere import find_elsewhere
from corpus.facts import known_instruments
from corpus.library import Library
from corpus.quantities import COUNT, quantities
from corpus.types import Language, Modality, Reference
from rag.choose import asks_for_several, compares
from rag.decide.answer_type import AnswerType, answer_types, speaks_of
from rag.decide.coverage import COVERAGE, coverage
from rag.decide.frames import PRESUPPOSING, Frame, frames
from rag.decide.leaning import LEANINGS, leaning
from rag.index import Index
from rag.lexical import question_terms
from rag.numeric_answers import Measure, agreeing, clashing, fixes, measure_of
from rag.refer import Referred, replacing
from rag.retrieve import NEIGHBOURS, Retrieved
from rag.signals import FIRST, LATE, Asked

_TOP = 5
_NAMED = 4
_EDGE_SCALE, _LATE_SCALE = 20.0, 6.0
_MISSING = 0.6
_FORBIDS = frozenset({Modality.SHALL_NOT, Modality.SHOULD_NOT})
_FIXED = frozenset({Measure.MONEY, Measure.SIZE, Measure.TIME, Measure.OFTEN})
"""Measures that a statement either fixes in so many words or does not."""
_BEST, _LATE_THREE = FIRST.index("best"), len(FIRST) + LATE.index("late_three")


def _names() -> Iterator[str]:
    for edge in Edge:
        yield from (f"near_{edge}", f"three_{edge}")
    yield from (f"votes_{count}_{side}" for count in NEIGHBOURS for side in ("silence", "misbelief"))
    yield from (f"frame_{frame}" for frame in Frame)
    yield from ("presupposes", "clash", "agree", "clash_framed", "forbidden", "forbidden_framed")
    yield from ("named", "named_not_found", "named_found", "named_presupposing", "no_such", "superseded", "out_of_scope")
    yield from ("instrument", "other_instrument", "elsewhere", "elsewhere_alone", "elsewhere_untold")
    yield from (f"unmet_{measure}" for measure in Measure)
    yield from ("wants_number", "unmet", "unmet_by_three", "unmet_surely")
    for kind in AnswerType:
        yield from (f"wants_{kind}", f"untold_{kind}")
    yield from ("compares", "several", "length", "han", "neither")
    yield from LEANINGS
    yield from COVERAGE
    yield from (f"han_{name}" for name in COVERAGE)


SIGNS = tuple(_names())
"""Names of the signs, in order."""
_NUMBERED = (Language.EN, Language.ZH)
"""Languages in which the numbers of a question are read: elsewhere a time of day is not told from a span of time."""


def signs(index: Index, asked: Asked, retrieved: Retrieved, referred: Referred) -> tuple[float, ...]:
    """The signs of a question, in the order of `SIGNS`; at least one provision must have been found.

    `han` is a question in Chinese, `neither` one in a language of which no statement is in the index: fewer wordings are.
    """
    han = float(asked.language is Language.ZH)
    neither = float(asked.language not in (Language.EN, Language.ZH))
    found = [one.paragraph for one in retrieved.found]
    covered = coverage(index, asked, retrieved.found).values()
    return (
        *_edge_signs(retrieved),
        *retrieved.votes,
        *_form_signs(index.library, asked, found),
        *_reference_signs(index.library, asked, referred, found),
        *_number_signs(index.library, asked, found),
        *_type_signs(index.library, asked, found),
        float(compares(asked.text)),
        float(asks_for_several(asked.text)),
        min(len(question_terms(asked.text, asked.language)), 30) / 10,
        han,
        neither,
        *leaning(asked),
        *covered,
        *(han * value for value in covered),
    )


def _edge_signs(retrieved: Retrieved) -> Iterator[float]:
    """For each kind of edge how far its nearest question, and its best three, stand before the best answering ones."""
    top = [one.signals for one in retrieved.found[:_TOP]]
    best = max(signals[_BEST] for signals in top)
    three = max((signals[_LATE_THREE] for signals in top if len(signals) > _LATE_THREE), default=0.0)
    for edge in Edge:
        near = [one for one in retrieved.edges if one.edge.edge is edge]
        cosine = max((one.cosine for one in near), default=retrieved.background - 0.02)
        covers = sorted(((one.coverage - retrieved.late_background) * _LATE_SCALE for one in near), reverse=True)[:3]
        yield (cosine - retrieved.background) * _EDGE_SCALE - best
        yield (sum(covers) - _MISSING * (3 - len(covers))) / 3 - three


def _form_signs(library: Library, asked: Asked, found: Sequence[Reference]) -> tuple[float, ...]:
    """How the question is put, and what its numbers and the best provision's verbs say to that."""
    put = frames(asked.text, asked.language)
    presupposes = bool(put & PRESUPPOSING)
    statements = library.statements(found[0])
    read = quantities(asked.text, asked.language) if asked.language in _NUMBERED else ()
    in_question = [one for one in read if one.unit and one.unit != COUNT]
    held = [one for statement in statements for one in quantities(statement.en, Language.EN)]
    clash = bool(clashing(in_question, held))
    forbids = any(statement.modality in _FORBIDS for statement in statements)
    framed = bool(put & {Frame.WHERE, Frame.WHY, Frame.PERMIT, Frame.SINCE})
    return (
        *(float(frame in put) for frame in Frame),
        float(presupposes),
        float(clash),
        float(agreeing(in_question, held)),
        float(clash and (presupposes or Frame.CLAIMS in put)),
        float(forbids),
        float(forbids and framed),
    )


def _reference_signs(library: Library, asked: Asked, referred: Referred, found: Sequence[Reference]) -> tuple[float, ...]:
    """Whether what the question names is what was found."""
    named = {library.paragraph(one) for one in (*referred.resolved, *referred.ambiguous)}
    among = bool(named & set(found[:_NAMED]))
    instruments = set(referred.instruments)
    elsewhere = _others(asked.text, referred.instruments, library)
    alone = bool(elsewhere) and not instruments & set(library.instruments)
    return (
        float(bool(named)),
        float(bool(named) and not among),
        float(among),
        float(bool(named) and bool(frames(asked.text, asked.language) & PRESUPPOSING)),
        float(bool(referred.missing)),
        float(bool(referred.superseded)),
        float(bool(referred.outside)),
        float(bool(instruments)),
        float(bool(instruments) and found[0].instrument not in instruments),
        float(bool(elsewhere)),
        float(alone),
        float(alone and not elsewhere & _told(library, found[:3])),
    )


def _others(text: str, instruments: Sequence[str], library: Library) -> frozenset[str]:
    """Ids of the texts that are named and not in scope; one whose place a text in scope took is answered from that."""
    elsewhere = {one.id for one in find_elsewhere(text) if not replacing(library, one)}
    return frozenset(elsewhere | (set(instruments) - set(library.instruments)))


def _told(library: Library, found: Sequence[Reference]) -> frozenset[str]:
    """The texts out of scope that the digests of these provisions name, so that something is said of them here."""
    told = " ".join(statement.en for one in found for statement in library.statements(one))
    return _others(told, [name for _, _, name in find_instruments(told, known_instruments())], library)


def _type_signs(library: Library, asked: Asked, found: Sequence[Reference]) -> Iterator[float]:
    """For each type of answer whether it is asked for, and then whether none of the best three provisions speaks of it."""
    wanted = answer_types(asked.text, asked.language)
    told = [statement.en for one in found[:3] for statement in library.statements(one)]
    for kind in AnswerType:
        yield float(kind in wanted)
        yield float(kind in wanted and not speaks_of(told, kind))


def _number_signs(library: Library, asked: Asked, found: Sequence[Reference]) -> tuple[float, ...]:
    """What number is wanted, and whether the best provision, or each of the best three, fixes none of that kind."""
    wanted = measure_of(asked.text, asked.language)
    texts = [[statement.en for statement in library.statements(one)] for one in found[:3]]
    unmet = wanted is not None and not fixes(texts[0], wanted)
    by_three = wanted is not None and not any(fixes(one, wanted) for one in texts)
    return (
        *(float(unmet and wanted is measure) for measure in Measure),
        float(wanted is not None),
        float(unmet),
        float(by_three),
        float(by_three and wanted in _FIXED),
    )
