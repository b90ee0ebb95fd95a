"""A question in, the instruments that it names and the rest of it out, so that a name does not stand in for a subject.

"What do Bangkok and Tokyo say on early release?" asks for early release, in two instruments. A name counts here even where it
may mean something else, since it only makes provisions of its instrument likelier. Refuses to resolve references.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.citations.find import find_names
from corpus.facts import all_facts, known_instruments
from corpus.types import Language
from rag.words import terms

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What a question names: `instruments` by id, `subject` the question without their names, itself where nothing is left."""

    instruments: frozenset[str]
    subject: str


def naming(question: str, language: Language) -> Naming:
    """The instruments that a question names, by whatever name, and its subject.

    >>> naming("What do Bangkok and Tokyo say on early release?", Language.EN).subject
    'What do and say on early release?'
    """
    spans = sorted({*find_names(question, known_instruments()), *_nicknamed(question)})
    if not spans:
        return Naming(instruments=frozenset(), subject=question)
    kept, position = [], 0
    for start, end, _ in spans:
        kept.append(question[position:start])
        position = max(position, end)
    subject = _SPACES.sub(" ", " ".join((*kept, question[position:]))).strip()
    found = frozenset(instrument for _, _, instrument in spans)
    return Naming(instruments=found, subject=subject if terms(subject, language) else question)


def _nicknamed(question: str) -> Iterator[tuple[int, int, str]]:
    for match in _nicknames()[0].finditer(question):
        yield match.start(), match.end(), _nicknames()[1][match.group().casefold()]


@cache
def _nicknames() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all nicknames, the longest first, and the instrument of each."""
    of = {name.casefold(): facts.id for facts in all_facts().values() for names in facts.nicknames.values() for name in names}
    written = "|".join(re.escape(name) for name in sorted(of, key=len, reverse=True))
    return re.compile(rf"(?<![a-zа-я])(?:{written})(?![a-zа-я])", re.IGNORECASE), of
