"""A number that can only be that of the old edition is taken for it, and no other number is.

Here the Skerry Rules took the place of an edition of 1890, in which letters stood in rule 12 and watches in rule 13.
"""

from dataclasses import replace

import pytest

from corpus.library import Library
from corpus.types import Language, Reference
from rag.messages import message
from rag.pipeline import Pipeline
from rag.refer import Referred, refer
from rag.retrieve import Found, search
from rag.superseded import now_in_force, revised
from rag.types import Reason

RULE_1 = Reference(instrument="sample-rules", locator="1")
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
    return revised(library, refer(library, question, Language.EN), found), found


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


@pytest.fixture(scope="module")
def replacing(library: Library) -> Library:
    """The sample, by rule 1 of which it took the place of a text that is not held."""
    digests = dict(library.digests["sample-rules"])
    digests["1"] = digests["1"].model_copy(update={"supersedes": "CRC general comment No. 10"})
    return replace(library, digests={"sample-rules": digests})


def test_a_text_that_was_replaced(skerry: Pipeline, replacing: Library) -> None:
    """Whoever names it is told by what it was replaced, before what the words lead to."""
    question = "General comment No. 10 is in force, isn't it: how many letters a month?"
    referred, found = read(skerry, replacing, question)
    assert referred.superseded == ()
    assert found[0].paragraph != RULE_1
    assert now_in_force(replacing, referred, found) == (RULE_1,)


def test_nothing_is_corrected_where_that_is_asked(skerry: Pipeline, replacing: Library) -> None:
    """Not where that is the question, nor where the text in force is named as well, nor where another text is named."""
    question = "What took the place of general comment No. 10?"
    referred, found = read(skerry, replacing, question)
    assert [one.by for one in referred.replaced] == [RULE_1]
    of_it = tuple(replace(one, paragraph=RULE_1) for one in found[:1])
    answered = revised(replacing, referred, of_it)
    assert (answered.resolved, now_in_force(replacing, answered, of_it)) == ((RULE_1,), ())
    for other in ("Do the Skerry Rules differ from general comment No. 10 on letters?", "general comment No. 12 on letters"):
        assert refer(replacing, other, Language.EN).replaced == ()


SAID_FIRST = [
    ("For how long may one watch last under general comment No. 10?", "5(1)"),
    ("Which general comment No. 10 paragraph says how long a stint may last?", "5(1)"),
    ("Since general comment No. 10 is in force, why are all inspections announced beforehand?", "15"),
]


@pytest.mark.parametrize(("question", "then"), SAID_FIRST)
def test_an_answer_says_so_first(skerry: Pipeline, replacing: Library, question: str, then: str) -> None:
    """What rests on a replaced text is corrected, beginning with what took its place; then comes what is in force."""
    answer = Pipeline(replace(skerry.index, library=replacing), skerry.embedder).ask(question)
    cited = dict.fromkeys(claim.citations[0].reference for claim in answer.claims)
    assert answer.reason is Reason.FALSE_PREMISE
    assert answer.message == message("replaced", Language.EN, "CRC general comment No. 10")
    assert tuple(cited) == (RULE_1, Reference(instrument="sample-rules", locator=then))
