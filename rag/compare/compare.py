"""A topic or words in, instruments side by side out.

A topic gives every statement that its digests put under it. Words are searched for as a question is: what is found leads to
the topics that it is about, and those keep out what is merely near. Refuses an unknown topic with the ones that are alike.
"""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.errors import BadInput
from corpus.language import detect
from corpus.library import Library
from corpus.types import Instrument, Language
from corpus.vocabulary import vocabulary
from rag.accept import accept
from rag.compare.finding import about, found_lines
from rag.compare.lines import Line, entry, on_topic
from rag.compare.marks import mark
from rag.compare.types import Column, Comparison, Named, Subject
from rag.compare.wording import FORCE
from rag.pipeline import Pipeline


def topic_named(text: str) -> str | None:
    """The topic that a text names, by its id or by its name in any language; or None.

    >>> topic_named("Solitary confinement"), topic_named("单独监禁"), topic_named("gardening")
    ('solitary-confinement', 'solitary-confinement', None)
    """
    wanted = " ".join(text.split()).casefold()
    for topic, names in vocabulary().topics.items():
        if wanted == topic or wanted in {name.casefold() for name in names.values()}:
            return topic
    return None


def compare(pipeline: Pipeline, text: str, language: Language | None = None) -> Comparison:
    """A topic where the text names one, else its words; raises BadInput."""
    topic = topic_named(text)
    if topic is None:
        return compare_words(pipeline, text, language)
    return compare_topic(pipeline.index.library, topic, language or detect(text), pipeline.index.version)


def compare_topic(library: Library, topic: str, language: Language, version: str) -> Comparison:
    """Every statement on a topic, by instrument; raises BadInput for what is no topic."""
    topics = vocabulary().topics
    if topic not in topics:
        near = difflib.get_close_matches(topic, topics, n=3, cutoff=0.5) or list(topics)[:3]
        raise BadInput(f"There is no topic {topic!r}.", hint=f"Take one of these, or words: {', '.join(near)}.")
    columns = _columns(library, tuple(on_topic(library, topic, language)), language, topic)
    undigested = tuple(one for one in library.instruments.values() if one.id not in library.digests)
    return Comparison(
        subject=Subject.TOPIC,
        asked=topic,
        title=topics[topic][language],
        language=language,
        topics=(Named(id=topic, name=topics[topic][language]),),
        columns=columns,
        silent=_silent(library, (*(column.instrument for column in columns), *(one.id for one in undigested)), language),
        without_digests=_named(undigested, language),
        corpus_version=version,
    )


def compare_words(pipeline: Pipeline, words: str, language: Language | None = None) -> Comparison:
    """What is found for words, by instrument; for a reader of their language unless another is named; raises BadInput."""
    question = accept(words)
    reader = language or detect(question)
    library = pipeline.index.library
    found, topics = about(pipeline, question)
    columns = _columns(library, tuple(found_lines(library, found, topics, question, reader)), reader)
    names = vocabulary().topics
    return Comparison(
        subject=Subject.WORDS,
        asked=words,
        title=question,
        language=reader,
        topics=tuple(Named(id=topic, name=names[topic][reader]) for topic in topics),
        columns=columns,
        silent=_silent(library, (column.instrument for column in columns), reader),
        without_digests=(),
        corpus_version=pipeline.index.version,
    )


def _columns(library: Library, lines: Sequence[Line], reader: Language, topic: str = "") -> tuple[Column, ...]:
    marks = mark(library, lines, reader, topic)
    return tuple(
        Column(
            instrument=one.id,
            symbol=one.symbol,
            name=one.called(reader),
            binding=one.binding,
            force=FORCE[one.binding][reader],
            provisions=len({line.paragraph for line in lines if line.reference.instrument == one.id}),
            entries=tuple(
                replace(entry(line, reader), marks=marks.get(place, ()))
                for place, line in enumerate(lines)
                if line.reference.instrument == one.id
            ),
        )
        for one in library.instruments.values()
        if any(line.reference.instrument == one.id for line in lines)
    )


def _silent(library: Library, others: Iterable[str], reader: Language) -> tuple[Named, ...]:
    """The instruments that could have spoken and do not: all but `others`."""
    spoken = frozenset(others)
    return _named((one for one in library.instruments.values() if one.id not in spoken), reader)


def _named(instruments: Iterable[Instrument], reader: Language) -> tuple[Named, ...]:
    return tuple(Named(id=one.id, name=one.called(reader)) for one in instruments)
