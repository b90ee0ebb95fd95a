"""A place in, what a monitor checks there out: statements of digests, each with the paragraphs that say it.

By rule alone: a statement is asked about where it is on a topic of the place, for people who may be there, and to be kept
by somebody whose conduct can be seen there. Refuses to turn a statement into a question: "Check:" before it cannot go wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.digests import Digest, Statement
from corpus.errors import BadInput
from corpus.library import Library
from corpus.places import Place
from corpus.types import Citation, Language, Modality, Reference
from corpus.vocabulary import vocabulary
from rag.catalogue import said
from rag.compare.alike import Likeness, rarity
from rag.compare.groups import OUTSIDE
from rag.compare.lines import LAYS_NOTHING_DOWN, Line, named, stated
from rag.compare.types import Named
from rag.compare.wording import LABEL

_ASKED = frozenset({Modality.SHALL, Modality.SHALL_NOT, Modality.SHOULD, Modality.SHOULD_NOT, Modality.MAY_ONLY})
_SAME = 0.7
"""Likeness from which two statements of two instruments, with the same verb, are one check with both paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of a checklist: `text` is "Check:" and the statement, `citations` the paragraphs that say it, all alike."""

    number: int
    text: str
    statement: str
    language: Language
    modality: Modality
    persons: tuple[Named, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The checks on one topic."""

    topic: Named
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """What to check at a place; `boxes` are the words for yes, no and not seen, `how` says what they mean."""

    place: Named
    language: Language
    how: str
    boxes: tuple[str, str, str]
    sections: tuple[Section, ...]
    corpus_version: str

    @property
    def checks(self) -> int:
        """How many lines there are."""
        return sum(len(section.checks) for section in self.sections)


def checklist(library: Library, place: Place, language: Language, version: str, topics: Sequence[str] = ()) -> Checklist:
    """The checks of a place, all of its topics or those given, each statement once; raises BadInput."""
    sections: list[Section] = []
    number, weights = 1, rarity(library)
    for topic, lines in _by_topic(library, place, language, _chosen(place, topics)):
        checks = tuple(_checks(lines, weights, language, number))
        number += len(checks)
        sections.append(Section(topic=Named(id=topic, name=vocabulary().topics[topic][language]), checks=checks))
    return Checklist(
        place=Named(id=place.id, name=place.names[language]),
        language=language,
        how=LABEL["how"][language],
        boxes=(said("export.yes", language), said("export.no", language), said("export.not_seen", language)),
        sections=tuple(sections),
        corpus_version=version,
    )


def _chosen(place: Place, topics: Sequence[str]) -> tuple[str, ...]:
    strange = [topic for topic in topics if topic not in place.topics]
    if strange:
        raise BadInput(
            f"{strange[0]!r} is no topic of {place.names[Language.EN]}.", hint=f"Its topics are: {', '.join(place.topics)}."
        )
    return tuple(topic for topic in place.topics if not topics or topic in topics)


def _by_topic(
    library: Library, place: Place, language: Language, topics: Sequence[str]
) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """For each topic its lines, a statement under the first of its own topics that is among them; bare topics are left out."""
    under: dict[str, list[Line]] = {topic: [] for topic in topics}
    for reference, digest, statement in _asked(library, place):
        first = next((topic for topic in digest.topics_of(statement) if topic in under), None)
        if first is not None:
            under[first].append(stated(library, reference, digest, statement, language))
    yield from ((topic, tuple(lines)) for topic, lines in under.items() if lines)


def _asked(library: Library, place: Place) -> Iterator[tuple[Reference, Digest, Statement]]:
    names = [one for one in place.first if one in library.digests]
    names += [one for one in library.digests if one not in (*names, *place.without)]
    for name in names:
        for reference in library.references:
            digest = library.digests[name].get(reference.locator) if reference.instrument == name else None
            if digest is not None and not reference.locator.startswith(LAYS_NOTHING_DOWN):
                for statement in digest.statements:
                    if _fits(place, digest, statement):
                        yield reference, digest, statement


def _fits(place: Place, digest: Digest, statement: Statement) -> bool:
    groups = set(digest.persons_of(statement)) - OUTSIDE
    met = not groups or bool(groups & set(place.persons))
    seen = bool(statement.addressee) and statement.addressee[0] in place.addressees
    return met and seen and statement.modality in _ASKED and not set(place.not_on) & set(digest.topics_of(statement))


def _checks(lines: Sequence[Line], weights: Mapping[str, float], language: Language, number: int) -> Iterator[Check]:
    """A check for each line; one that says the same as an earlier one of another instrument adds its citation there."""
    likeness = Likeness(lines, weights)
    kept: dict[int, list[Citation]] = {}
    for place, line in enumerate(lines):
        same = [
            earlier
            for earlier in kept
            if lines[earlier].reference.instrument != line.reference.instrument
            and lines[earlier].modality is line.modality
            and likeness(earlier, place) >= _SAME
        ]
        kept.setdefault(same[0] if same else place, []).append(line.citation)
    colon = "：" if language is Language.ZH else " : " if language is Language.FR else ": "
    for offset, (place, citations) in enumerate(kept.items()):
        line = lines[place]
        yield Check(
            number=number + offset,
            text=f"{LABEL['check'][language]}{colon}{line.text}",
            statement=line.text,
            language=line.language,
            modality=line.modality,
            persons=named(line.persons, language),
            citations=tuple(citations),
        )
