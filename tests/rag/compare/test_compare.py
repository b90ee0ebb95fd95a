"""A comparison holds every statement on its subject, by instrument, and says who is silent."""

from dataclasses import replace

import pytest

from corpus.errors import BadInput
from corpus.library import Library
from corpus.types import Language
from rag.citing import cite
from rag.compare.compare import compare, compare_topic, compare_words, topic_named
from rag.compare.matrix import matrix
from rag.compare.types import Subject
from rag.pipeline import Pipeline
from tests.rag.compare.conftest import digest, says, with_digests

NAMES = [
    ("order-security", "order-security"),
    ("requests and complaints", "complaints"),  # the English name
    ("Visites", "visits"),  # the French one, in other letters
    ("单独监禁", "solitary-confinement"),
    ("the colour of lamps", None),
]


@pytest.mark.parametrize(("text", "topic"), NAMES)
def test_topics_go_by_their_names(text: str, topic: str | None) -> None:
    """A topic is known by its id and by its name in any language."""
    assert topic_named(text) == topic


def test_every_statement_on_a_topic(crossed: Library) -> None:
    """Each statement on the topic stands once, in printed order, with its own verb, addressee and citation."""
    given = compare_topic(crossed, "order-security", Language.EN, "v")
    for column in given.columns:
        digests = [one for one in crossed.digests[column.instrument].values() if "order-security" in one.topics]
        assert sorted(entry.text for entry in column.entries) == sorted(s.en for one in digests for s in one.statements)
        assert column.provisions == len(digests)
        places = [crossed.order[entry.citation.reference] for entry in column.entries]
        assert places == sorted(places)
    rules = next(column for column in given.columns if column.instrument == "sample-rules")
    lamp = rules.entries[0]
    assert (lamp.citation.locator, lamp.modality, [one.id for one in lamp.addressees]) == ("1", "shall", ["prison-staff"])
    assert lamp.citation.quote is not None
    provision = crossed.provision(lamp.citation.reference, Language.EN)
    assert provision is not None
    assert provision.text[lamp.citation.start : lamp.citation.end] == lamp.citation.quote


def test_who_says_nothing_and_who_cannot_tell(library: Library, crossed: Library) -> None:
    """Instruments without digests are told apart from those that are silent."""
    given = compare_topic(library, "order-security", Language.EN, "v")
    assert [one.id for one in given.without_digests] == [one for one in library.instruments if one != "sample-rules"]
    given = compare_topic(crossed, "visits", Language.EN, "v")
    assert given.columns == ()
    assert {one.id for one in given.silent} == set(crossed.digests)


def test_statements_have_topics_and_persons_of_their_own(library: Library) -> None:
    """A statement that is on one of its paragraph's topics alone is left out of the others; so with persons."""
    statements = [
        says("A keeper must rest.", "shall", topics=["work"], persons=[]),
        says("A child must rest.", "shall", topics=["visits"], persons=["children"]),
    ]
    changed = with_digests(library, "sample-rules", digest("1", statements, topics=["work", "visits"], persons=["children"]))
    for topic, text, persons in (("work", "A keeper must rest.", []), ("visits", "A child must rest.", ["children"])):
        (column,) = compare_topic(changed, topic, Language.EN, "v").columns
        assert [entry.text for entry in column.entries] == [text]
        assert [one.id for one in column.entries[0].persons] == persons


def test_readers_language(crossed: Library) -> None:
    """Statements, labels and names are in the reader's language."""
    for language in Language:
        given = compare_topic(crossed, "complaints", language, "v")
        (column,) = given.columns
        (entry,) = column.entries
        assert entry.language is language
        statement = crossed.digests["sample-rules"]["11(3)"].statements[0]
        assert entry.text == statement.said(language)
        assert entry.citation == cite(
            crossed,
            entry.citation.reference,
            language,
            span=None if entry.citation.start is None else (entry.citation.start, entry.citation.end or 0),
            modality=statement.modality,
        )
        assert column.name == crossed.instruments["sample-rules"].names[language]


def test_unknown_topic_names_what_is_alike(library: Library) -> None:
    """A topic that does not exist is answered with those that are spelled alike."""
    with pytest.raises(BadInput, match="complaints"):
        compare_topic(library, "complaint", Language.EN, "v")


def test_words_find_what_they_ask_for(skerry: Pipeline) -> None:
    """Words lead to the provisions on them, those of instruments without digests among them, with official words."""
    given = compare_words(skerry, "oil stock measured on Monday")
    assert given.subject is Subject.WORDS
    found = {str(entry.citation.reference): entry for column in given.columns for entry in column.entries}
    hinges = found["sample-comment 3"]
    assert hinges.addressees == ()
    assert hinges.text == hinges.citation.quote
    assert given.corpus_version == skerry.index.version


def test_words_are_answered_in_their_language(skerry: Pipeline) -> None:
    """A search in Chinese is for a Chinese reader unless another language is named."""
    assert compare_words(skerry, "能看我的信吗").language is Language.ZH
    assert compare_words(skerry, "能看我的信吗", Language.FR).language is Language.FR


def test_words_of_a_topic_are_the_topic(skerry: Pipeline) -> None:
    """What names a topic is compared as one, anything else as words; nothing at all is refused."""
    assert compare(skerry, "requests and complaints").subject is Subject.TOPIC
    assert compare(skerry, "punished for speaking up").subject is Subject.WORDS
    with pytest.raises(BadInput, match="empty"):
        compare(skerry, "  ")


def test_words_keep_to_their_topics(skerry: Pipeline) -> None:
    """A provision on another topic than what the words are about is left out, however near it was ranked."""
    given = compare_words(skerry, "Can they read my post?")
    assert [one.id for one in given.topics] == ["family-contact"]
    rules = next(column for column in given.columns if column.instrument == "sample-rules")
    assert {entry.citation.locator for entry in rules.entries} == {"9(2)"}


def test_same_question_same_bytes(skerry: Pipeline) -> None:
    """Two comparisons of the same words are equal."""
    assert compare_words(skerry, "surprise visits") == compare_words(skerry, "surprise visits")


def test_matrix_counts_what_comparisons_hold(crossed: Library) -> None:
    """A cell has as many provisions and statements as the comparison of its topic has in that instrument."""
    given = matrix(crossed, Language.EN, "v")
    for row in given.rows:
        columns = {c.instrument: c for c in compare_topic(crossed, row.topic.id, Language.EN, "v").columns}
        assert row.instruments == len(columns)
        for column, cell in zip(given.columns, row.cells, strict=True):
            held = columns.get(column.instrument)
            assert cell.provisions == (held.provisions if held else 0)
            assert cell.statements == (len(held.entries) if held else 0)


def test_matrix_tells_undigested_instruments(library: Library) -> None:
    """Columns of instruments without digests say so, lest empty cells be taken for silence."""
    given = matrix(replace(library, digests={}), Language.ZH, "v")
    assert not any(column.digested for column in given.columns)
    assert given.rows[0].topic.name == "适用范围"
