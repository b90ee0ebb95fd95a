"""A number that can only be that of the old edition is taken for it, and no other number is.

Here the Skerry Rules took the place of an edition of 1890, in which letters stood in rule 12 and watches in rule 13.
"""

from dataclasses import replace

import pytest

from corpus.library import Library
from corpus.types import Language, Reference
from rag.pipeline import Pipeline
from rag.refer import Referred, refer
from rag.renumbered import by_old_numbers, now_in_force
from rag.retrieve import Found, search

_OLD = {"9(2)": "SMR 1890 rule 12(2)", "5(1)": "SMR 1890 rules 13, 14"}


@pytest.fixture(scope="module")
def renumbered(library: Library) -> Library:
    """The sample with an edition that it took the place of."""
    instrument = replace(library.instruments["sample-rules"], supersedes=("Lamp Rules (1890)",))
    digests = {
        locator: digest.model_copy(update={"supersedes": _OLD.get(locator, "")})
        for locator, digest in library.digests["sample-rules"].items()
    }
    return replace(library, instruments={"sample-rules": instrument}, digests={"sample-rules": digests})


def read(pipeline: Pipeline, library: Library, question: str) -> tuple[Referred, tuple[Found, ...]]:
    """What is made of a question's references, and what its words lead to."""
    found = search(pipeline.index, pipeline.embedder, question, question, Language.EN, 10).retrieved.found
    return by_old_numbers(library, refer(library, question, Language.EN), found), found


OLD_NUMBERS = [
    ("Rule 12 of the Skerry Rules: nobody may open a letter, right?", "12", "9(2)"),
    ("Rule 13 of the Skerry Rules says how long one stint can last, correct?", "13", "5(1)"),
]


@pytest.mark.parametrize(("question", "old", "new"), OLD_NUMBERS)
def test_an_old_number_is_taken_for_one(skerry: Pipeline, renumbered: Library, question: str, old: str, new: str) -> None:
    """What the words lead to took the place of the old rule, and the rule of that number is far from them."""
    referred, found = read(skerry, renumbered, question)
    assert referred.resolved == ()
    assert [(one.edition, one.locator) for one in referred.superseded] == [("1890", old)]
    assert now_in_force(renumbered, referred, found) == (Reference(instrument="sample-rules", locator=new),)


PRESENT_NUMBERS = [
    "Rule 9 of the Skerry Rules: nobody may open a letter, right?",  # it bears that number today
    "Rule 13 of the Skerry Rules: school on the island?",  # the rule of that number is what it is about
    "Rule 12 of the Skerry Rules: how many mornings of class for children?",  # what it is about never had that number
    "What does rule 12 of the Skerry Rules say?",  # it is about nothing else
    "May anybody open a letter?",
]


@pytest.mark.parametrize("question", PRESENT_NUMBERS)
def test_any_other_number_is_left(skerry: Pipeline, renumbered: Library, question: str) -> None:
    """A number that fits today, or fitted nothing before either, is read as it stands."""
    referred, found = read(skerry, renumbered, question)
    assert referred == refer(renumbered, question, Language.EN)
    assert now_in_force(renumbered, referred, found) == ()


def test_without_an_edition_before_nothing_changes(skerry: Pipeline) -> None:
    """An instrument that took no other's place has no old numbers."""
    question = OLD_NUMBERS[0][0]
    referred, _ = read(skerry, skerry.index.library, question)
    assert referred == refer(skerry.index.library, question, Language.EN)
