"""What a monitor is told to check, by which rule, and that nothing stands twice."""

from typing import Any

import pytest

from corpus.errors import BadInput
from corpus.language import in_script, surely
from corpus.library import Library
from corpus.places import Place, find_place
from corpus.types import Language
from rag.compare.checklist import Checklist, checklist
from tests.rag.compare.conftest import digest, says, with_digests


def rock(**fields: object) -> Place:
    """A place to visit in the sample instruments."""
    given = {
        "id": "rock",
        "names": {language: f"Rock {language}" for language in Language},
        "topics": ["order-security", "complaints"],
        "addressees": ["prison-staff"],
        **fields,
    }
    return Place.model_validate(given)


def texts(given: Checklist) -> list[str]:
    """The statements of a checklist."""
    return [check.statement for section in given.sections for check in section.checks]


def test_statements_of_the_place_with_their_paragraphs(library: Library) -> None:
    """Each statement on the place's topics is one line, numbered through, with the paragraph that says it."""
    given = checklist(library, rock(), Language.EN, "v")
    digests = library.digests["sample-rules"].values()
    asked = [s.en for one in digests for s in one.statements if {"order-security", "complaints"} & set(one.topics)]
    assert texts(given) == asked
    assert [check.number for section in given.sections for check in section.checks] == list(range(1, len(asked) + 1))
    assert [section.topic.id for section in given.sections] == ["order-security", "complaints"]
    first = given.sections[0].checks[0]
    assert first.text == f"Check: {first.statement}"
    assert [one.locator for one in first.citations] == ["1"]
    assert given.checks == len(asked)


def test_in_chinese(library: Library) -> None:
    """A Chinese reader gets Chinese statements, boxes and a note on what the boxes mean."""
    given = checklist(library, rock(), Language.ZH, "v", ["complaints"])
    ((check,),) = (section.checks for section in given.sections)
    assert check.text == "核查：不得因申诉把看守人调往别的灯塔。"
    assert all(box in given.how for box in given.boxes)
    assert given.place.name == "Rock zh"


@pytest.mark.parametrize("language", [Language.FR, Language.ES, Language.RU, Language.AR])
def test_every_reader_has_statements_in_the_own_language(library: Library, language: Language) -> None:
    """What is checked is said in the reader's language, and the note explains each box by its name."""
    given = checklist(library, rock(), language, "v")
    check = given.sections[0].checks[0]
    assert check.language is language
    assert surely(check.statement) in (language, None)
    assert in_script(check.statement, language)
    assert all(box in given.how for box in given.boxes)


ASKED = [
    # a statement, further fields of its digest, whether it is asked about at the rock
    (says("Lamps must burn.", "shall"), {}, True),
    (says("Lamps may burn.", "may"), {}, False),  # nothing to be kept
    (says("A lamp is a light.", "declaratory"), {}, False),
    (says("Lamps may only burn at night.", "may_only"), {}, True),
    (says("Lamps must burn.", "shall", addressee=["states"]), {}, False),  # nobody whose conduct is seen there
    (says("Lamps must burn.", "shall", addressee=["states", "prison-staff"]), {}, False),  # States before all
    (says("Lamps must burn.", "shall", addressee=[]), {}, False),
    (says("Lamps must burn.", "shall"), {"persons": ["women"]}, True),  # women may be there
    (says("Lamps must burn.", "shall"), {"persons": ["children"]}, False),  # children may not
    (says("Lamps must burn.", "shall"), {"persons": ["families-of-prisoners"]}, True),  # visitors come everywhere
    (says("Lamps must burn.", "shall"), {"topics": ["work", "sentencing"]}, False),  # a topic that keeps it out
    (says("Lamps must burn.", "shall", topics=["work"]), {"topics": ["work", "sentencing"]}, True),
    (says("Lamps must burn.", "shall"), {"topics": ["visits"]}, False),
]


@pytest.mark.parametrize(("statement", "fields", "asked"), ASKED)
def test_rule(library: Library, statement: dict[str, Any], fields: dict[str, Any], asked: bool) -> None:
    """A statement is asked about as the table says."""
    one = digest("1", [statement], **{"topics": ["work"], **fields})
    place = rock(topics=["work"], persons=["women"], not_on=["sentencing"])
    given = checklist(with_digests(library, "sample-rules", one), place, Language.EN, "v")
    assert bool(texts(given)) is asked


def test_first_and_without(crossed: Library) -> None:
    """The instruments that a place puts first stand first; those that do not speak of it are left out."""
    given = checklist(crossed, rock(first=["sample-dotted"], without=["sample-comment"]), Language.EN, "v")
    order = [one.instrument for check in given.sections[0].checks for one in check.citations]
    assert order[0] == "sample-dotted"
    assert "sample-comment" not in order
    assert "sample-treaty" in order


def test_the_same_in_two_instruments_is_one_line(library: Library) -> None:
    """Two instruments that say the same with the same verb make one line with both paragraphs; with another verb, two."""
    same = says("Nobody must open the letter of another keeper.", "shall_not")
    for verb, lines in (("shall_not", 1), ("should_not", 2)):
        one = digest("9(2)", [same], topics=["work"])
        other = digest("3.1", [{**same, "modality": verb}], topics=["work"])
        changed = with_digests(with_digests(library, "sample-rules", one), "sample-dotted", other)
        (section,) = checklist(changed, rock(topics=["work"]), Language.EN, "v").sections
        assert len(section.checks) == lines
        assert sum(len(check.citations) for check in section.checks) == 2


def test_topics_can_be_chosen(library: Library) -> None:
    """Chosen topics alone are listed; one that the place has not is refused with those that it has."""
    given = checklist(library, rock(), Language.EN, "v", ["complaints"])
    assert [section.topic.id for section in given.sections] == ["complaints"]
    with pytest.raises(BadInput, match="order-security, complaints"):
        checklist(library, rock(), Language.EN, "v", ["visits"])


def test_no_statement_twice_at_a_real_place(library: Library) -> None:
    """A statement on several of a place's topics stands under one."""
    given = checklist(library, find_place("prison"), Language.EN, "v")
    assert len(texts(given)) == len(set(texts(given)))
