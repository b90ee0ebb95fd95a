"""What is marked, by which rule, against which provision; and what a lawyer would not mark."""

from collections.abc import Sequence
from typing import Any

import pytest

from corpus.library import Library
from corpus.types import Language
from rag.compare.compare import compare_topic
from rag.compare.types import Entry, Ground, Mark, MarkKind
from tests.rag.compare.conftest import digest, says, with_digests


def entries(library: Library, language: Language = Language.EN, topic: str = "order-security") -> dict[str, list[Entry]]:
    """The entries of a topic by where they stand."""
    found: dict[str, list[Entry]] = {}
    for column in compare_topic(library, topic, language, "v").columns:
        for entry in column.entries:
            found.setdefault(str(entry.citation.reference), []).append(entry)
    return found


def marks(library: Library, where: str) -> list[Mark]:
    """The marks on a provision's statements."""
    return [mark for entry in entries(library)[where] for mark in entry.marks]


def told(given: Sequence[Mark]) -> list[tuple[str, str, str]]:
    """Marks as kind, ground and what they are against."""
    return [(mark.kind.value, mark.ground.value, str(mark.than.reference)) for mark in given]


def test_stricter_limit(crossed: Library) -> None:
    """Two hours are a stricter limit on a watch than six, and the reason names both."""
    (mark,) = marks(crossed, "sample-dotted 3.2")
    assert told([mark]) == [("more_protective", "limit", "sample-rules 5(1)")]
    assert mark.reason == "Stricter limit (hours: 2); Skerry Rules, rule 5 (1): hours: 6."
    assert told(marks(crossed, "sample-rules 5(1)")) == []


def test_firmer_verb_and_treaty(crossed: Library) -> None:
    """Must is firmer than should, and a treaty binds where a comment does not: each is a mark of its own."""
    assert ("more_protective", "verb", "sample-comment 3") in told(marks(crossed, "sample-rules 2(2)"))
    treaty = told(marks(crossed, "sample-treaty 2(1)"))
    assert {ground for _, ground, _ in treaty} == {"binding", "verb"}
    assert told(marks(crossed, "sample-comment 3")) == []


def test_provision_for_a_special_group(crossed: Library) -> None:
    """A rule for children is more specific than the one for every keeper that it is linked with, and says for whom."""
    (mark,) = marks(crossed, "sample-rules 13")
    assert told([mark]) == [("more_specific", "persons", "sample-rules 5(1)")]
    assert "children" in mark.reason


@pytest.mark.parametrize("language", Language)
def test_reasons_are_in_the_readers_language(crossed: Library, language: Language) -> None:
    """A reason stands in the reader's language, names the other provision in it, and leaves no place unfilled."""
    (entry,) = entries(crossed, language)["sample-dotted 3.2"]
    (mark,) = entry.marks
    assert mark.than.label in mark.reason
    assert "{" not in mark.reason
    english = entries(crossed)["sample-dotted 3.2"][0].marks[0].reason
    assert (mark.reason == english) == (language is Language.EN)


def pair(library: Library, first: dict[str, Any], second: dict[str, Any], **fields: object) -> Library:
    """Two linked digests of two instruments alone on a topic of their own."""
    one = digest("3.2", [first], topics=["work"], see_also=["sample-comment 3"], **fields)
    other = digest("3", [second], topics=["work"])
    return with_digests(with_digests(library, "sample-dotted", one), "sample-comment", other)


def marked(library: Library) -> dict[str, set[Ground]]:
    """Grounds by instrument, of the topic of `pair`."""
    columns = compare_topic(library, "work", Language.EN, "v").columns
    return {c.instrument: {mark.ground for entry in c.entries for mark in entry.marks} for c in columns}


MUST = says("A ringer must rest before ringing the bell.", "shall")
SHOULD = says("A ringer should rest before ringing the bell.", "should")
PAIRS = [
    # what each says, further fields of the first, the grounds on the first and on the second
    (MUST, SHOULD, {}, {Ground.VERB}, set()),
    (SHOULD, MUST, {}, set(), {Ground.VERB}),
    (MUST, MUST, {}, set(), set()),
    # the general rule's firmer verb is not held against the special one, which may go further
    (SHOULD, MUST, {"persons": ["children"]}, {Ground.PERSONS}, set()),
    # a firmer duty of prisoners protects nobody
    ({**MUST, "addressee": ["prisoners-offenders"]}, SHOULD, {}, set(), set()),
    # an outright duty against one to try
    (MUST, {**MUST, "effort": True}, {}, {Ground.ENDEAVOUR}, set()),
    # a figure against none
    (says("A ringer must rest 9 hours before ringing the bell.", "shall"), MUST, {}, {Ground.FIGURE}, set()),
    # an outright ban against a gate; a ban of one use alone is none
    (
        says("A bell must never be rung by a child.", "shall_not"),
        says("A bell may be rung by a child only in fog.", "may_only"),
        {},
        {Ground.BAN},
        set(),
    ),
    (
        says("A bell must never be rung by a child as a punishment.", "shall_not"),
        says("A bell may be rung by a child only in fog.", "may_only"),
        {},
        set(),
        set(),
    ),
    # definitions lay nothing down
    ({**MUST, "modality": "declaratory"}, SHOULD, {}, set(), set()),
    # other matters share a topic and no point
    (MUST, says("Oil should be stored in a dry cellar.", "should"), {}, set(), set()),
]


@pytest.mark.parametrize(("first", "second", "fields", "own", "other"), PAIRS)
def test_rules(
    library: Library,
    first: dict[str, Any],
    second: dict[str, Any],
    fields: dict[str, Any],
    own: set[Ground],
    other: set[Ground],
) -> None:
    """Two statements get the marks of the table."""
    found = marked(pair(library, first, second, **fields))
    assert found["sample-dotted"] == own
    assert found["sample-comment"] == other


def test_no_rank_among_what_does_not_bind(library: Library) -> None:
    """Rules, a comment and a resolution that say the same with the same verb are not ranked."""
    assert not any(marked(pair(library, MUST, MUST)).values())


def test_preambles_are_not_marked(library: Library) -> None:
    """What a resolution says of itself is compared with nothing."""
    one = digest("op2", [MUST], topics=["work"], see_also=["sample-comment 3"])
    changed = with_digests(
        with_digests(library, "sample-dotted", one), "sample-comment", digest("3", [SHOULD], topics=["work"])
    )
    assert not any(marked(changed).values())


def test_whom_a_topic_is_about_is_no_special_group(library: Library) -> None:
    """On untried prisoners' regime a provision for them is nothing special; elsewhere it is."""
    for topic, expected in (("untried-regime", []), ("work", [MarkKind.MORE_SPECIFIC])):
        one = digest("3.2", [MUST], topics=[topic], persons=["untried-prisoners"], see_also=["sample-comment 3"])
        changed = with_digests(
            with_digests(library, "sample-dotted", one), "sample-comment", digest("3", [MUST], topics=[topic])
        )
        columns = compare_topic(changed, topic, Language.EN, "v").columns
        found = [mark.kind for c in columns if c.instrument == "sample-dotted" for e in c.entries for mark in e.marks]
        assert found == expected
