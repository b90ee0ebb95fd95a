"""Ranked provisions in, those that an answer is made of out: how many, and from which instruments.

The likeliest always; a further one where it is likely beside the first, more of them where the question has several parts or
where the one points to the other, and the best of each instrument where it names several. Refuses nothing: that was decided
before.
"""

import math
import re
from collections.abc import Collection, Sequence

from corpus.library import Library
from corpus.types import Modality, Reference
from rag.numeric_answers import counts, measure_of
from rag.retrieve import Found
from rag.signals import Asked

CLOSE, _CLOSE_OF_PARTS, _CLOSE_OF_SIDES = 0.43, 0.185, 0.05
"""Share of the best provision's probability from which a further one is answered from, by how many things are asked: one,
several, or how one stands to another.
"""
_RELATED, _RELATED_ELSEWHERE = 0.19, 0.095
"""What of this share is enough where one of the two digests points to the other: they were written to be read together.

Less where they stand in two texts: a neighbour is seen by whoever opens the first, the same in another text is not. By
precision and recall of dev questions (decisions 35 and 37).
"""
_MOST, _MOST_OF_PARTS = 4, 6
_PARTS = 2
"""Joints between the parts of a question from which it counts as asking for several things."""
_JOINT = re.compile(r"[,;，；、،؛]|\b(?:and|or|et|ou|y|o|и|или)\b|和|以及|还有", re.IGNORECASE)
_COMPARES = re.compile(
    r"\b(?:same (?:as|for|rules?|standards?|rights?|conditions?|way|treatment|limits?|protections?|\w+ as)|the same(?=\W*$)"
    r"|differ(?:s|ent|ence|ences)?|compare[sd]?|comparison|versus|vs|added|further than|go as far|stricter"
    r"|les? mêmes?|la même|différences?|différents?|diffèrent|diffère|compar\w+|ajout\w+"
    r"|l[ao]s? mism[oa]s?|el mismo|diferencias?|diferentes?|igual(?:es)?|añad\w+"
    r"|одинаков\w*|отлича\w*|различ\w*|сравн\w*|разниц\w*|добав\w*)\b"
    r"|一样|相同|不同|区别|比较|相比|差别|对比|异同|另加|额外|多出|更严|更进一步|نفس القواعد|فرق|مقارن|[يت]ختلف|ي[ُ]?ضاف|إضافي",
    re.IGNORECASE,
)
"""Words of a question how the rules for one stand to the rules for another, or what they add to the general ones."""
_RANKED = 10
_NEAR_ENOUGH = 5.0
"""How far behind the best score, in logits, a provision of a named instrument may be and still stand first."""
_RULES, _RULES_AMONG = 2, 5
"""How many rules are told beside a definition, and among how many of the best ranked they must be."""


def shares(found: Sequence[Found]) -> tuple[float, ...]:
    """How likely each provision is the needed one, by the ranker's model: softmax of the scores, adding up to 1."""
    if not found:
        return ()
    best = max(one.score for one in found)
    raw = [math.exp(one.score - best) for one in found]
    return tuple(value / sum(raw) for value in raw)


def named_first(found: Sequence[Found], instruments: Collection[str]) -> tuple[Found, ...]:
    """What was found, provisions of the instruments that are named in front where they are near enough to answer."""
    best = max((one.score for one in found), default=0.0)
    first = [one for one in found if one.paragraph.instrument in instruments and one.score >= best - _NEAR_ENOUGH]
    return (*first, *(one for one in found if one not in first)) if first else tuple(found)


def choose(library: Library, ranked: Sequence[Found], asked: Asked, instruments: Collection[str]) -> tuple[Found, ...]:
    """The provisions to answer from, in their rank, at least one where any was found.

    Where the first is of one of the `instruments` that the question names, all are: who asks for the Bangkok Rules is told of
    them. So are they where it asks for these as such: what another text says of itself is no answer.
    """
    meant = asked.instruments if asked.of_instruments else instruments
    named = [one for one in ranked if one.paragraph.instrument in meant]
    if named and (asked.of_instruments or ranked[0] in named):
        ranked = named
    close, most = (_CLOSE_OF_PARTS, _MOST_OF_PARTS) if asks_for_several(asked.text) else (CLOSE, _MOST)
    if compares(asked.text):
        close, most = _CLOSE_OF_SIDES, _MOST_OF_PARTS
    likely = shares(ranked[:_RANKED])
    enough = [close * likely[0] * _least(library, ranked[0], one) for one in ranked[:most]]
    chosen = {rank for rank, (share, least) in enumerate(zip(likely, enough, strict=False)) if share >= least}
    if len(asked.instruments) > 1:
        chosen |= set(_best_of_each(ranked, asked))
    return tuple(ranked[rank] for rank in sorted(chosen))


def with_rules(library: Library, chosen: Sequence[Found], ranked: Sequence[Found]) -> tuple[Found, ...]:
    """What was chosen and, of each that only says what a word means, the best ranked of the rules that its digest points to.

    How long solitary confinement is when it is called prolonged answers nobody without the rule that forbids it.
    """
    told = list(chosen)
    for definition in [one for one in chosen if _defines(library, one)]:
        pointed = _pointed(library, definition)
        rules = [one for one in ranked[:_RULES_AMONG] if one.paragraph in pointed and not _defines(library, one)]
        told += [one for one in rules if one not in told][:_RULES]
    return tuple(told)


def number_first(library: Library, chosen: Sequence[Found], asked: Asked) -> tuple[Found, ...]:
    """The same; where a time, an age or how often is asked for that the first does not give, the likeliest that does leads.

    The first sentence is to be the direct one. Where several things or instruments are asked about, the rank stands.
    """
    wanted = measure_of(asked.text, asked.language)
    if wanted is None or len(asked.instruments) > 1 or compares(asked.text) or asks_for_several(asked.text):
        return tuple(chosen)
    giving = [one for one in chosen if any(counts(told.en, wanted) for told in library.statements(one.paragraph))]
    if not giving or chosen[0] in giving:
        return tuple(chosen)
    return (giving[0], *(one for one in chosen if one != giving[0]))


def _defines(library: Library, found: Found) -> bool:
    digest = library.digest(found.paragraph)
    return digest is not None and all(statement.modality is Modality.DECLARATORY for statement in digest.statements)


def asks_for_several(question: str) -> bool:
    """Whether a question has several parts, by its commas and conjunctions.

    >>> asks_for_several("What must they tell me, may I have a lawyer, and can I appeal?")
    True
    """
    return len(_JOINT.findall(question)) >= _PARTS


def compares(question: str) -> bool:
    """Whether a question asks how the rules for one stand to those for another, so that one provision cannot answer it.

    >>> compares("Are the rules the same for women?"), compares("May I write letters?")
    (True, False)
    """
    return bool(_COMPARES.search(question))


def _least(library: Library, first: Found, second: Found) -> float:
    """What of the share that a further provision needs is enough for this one."""
    if not _related(library, first, second):
        return 1.0
    return _RELATED if first.paragraph.instrument == second.paragraph.instrument else _RELATED_ELSEWHERE


def _related(library: Library, first: Found, second: Found) -> bool:
    """Whether the digest of one of two provisions points to the other."""
    return second.paragraph in _pointed(library, first) or first.paragraph in _pointed(library, second)


def _pointed(library: Library, found: Found) -> frozenset[Reference]:
    """What a provision's digest points to."""
    digest = library.digest(found.paragraph)
    return frozenset(one for text in (digest.see_also if digest else ()) for one in library.expand(Reference.parse(text)))


def _best_of_each(ranked: Sequence[Found], asked: Asked) -> list[int]:
    """The rank of the first provision of each instrument that the question names."""
    first: dict[str, int] = {}
    for rank, one in enumerate(ranked):
        first.setdefault(one.paragraph.instrument, rank)
    return [rank for instrument, rank in first.items() if instrument in asked.instruments]
