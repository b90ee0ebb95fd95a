"""Whatever is typed into the search of the tree leads somewhere, and says how."""

import pytest

from corpus.errors import BadInput
from corpus.types import Language
from rag.browse.finding import How, find_places
from rag.pipeline import Pipeline

TYPED = [
    # what is typed, how it is found, what comes first
    ("Skerry Rules, rule 5 (1)", How.CITATION, ["5(1)"]),
    ("礁石规则第5条", How.CITATION, ["5(1)", "5(2)", "5(3)"]),  # a rule is its paragraphs
    ("rule 99 of the Skerry Rules", How.NEAREST, ["16(1)", "16(2)"]),  # no such number
    ("Can they read my post?", How.WORDS, ["9(2)"]),
    ("What does rule 5 (1) of the Skerry Rules say on sleep?", How.WORDS, ["5(1)"]),  # more than a citation
]


@pytest.mark.parametrize(("typed", "how", "first"), TYPED)
def test_find(skerry: Pipeline, typed: str, how: How, first: list[str]) -> None:
    """What is typed leads to the provisions of the table."""
    found = find_places(skerry, typed, Language.EN)
    assert found.how is how
    assert [one.locator for one in found.citations][: len(first)] == first
    if how is How.CITATION:
        assert len(found.citations) == len(first)


def test_labels_are_the_readers(skerry: Pipeline) -> None:
    """Labels are in the language of the page, whatever is typed."""
    (only,) = find_places(skerry, "Skerry Rules, rule 5 (1)", Language.ZH).citations
    assert only.label == "《礁石规则》第5条第1款"


def test_nothing_typed(skerry: Pipeline) -> None:
    """Nothing leads nowhere, with an error that says so."""
    with pytest.raises(BadInput):
        find_places(skerry, " ", Language.EN)
