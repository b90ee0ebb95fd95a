"""References of somebody else's text are all accounted for; a citation is read as the program writes it."""

import pytest

from corpus.errors import UnknownInstrument
from corpus.library import Library
from rag.text_checks import cite_text, read_citation


def test_number_that_does_not_exist_is_told_of(library: Library) -> None:
    """Of two numbers cited together the one that exists is cited, the other is told of."""
    found = cite_text(library, "See rules 4 and 200 of the Skerry Rules.")
    assert [one.citation.reference.locator for one in found.citations] == ["4"]
    (unresolved,) = found.unresolved
    assert unresolved.reason.startswith("no_such_provision")


@pytest.mark.parametrize(
    "citation",
    ["mandela 45(1)", "Nelson Mandela Rules, rule 45 (1)", "A/RES/70/175 45(1)", "《纳尔逊·曼德拉规则》第45条第1款"],
)
def test_citation_in_any_form(citation: str) -> None:
    """By id, by symbol, and as an answer prints it in either language."""
    assert read_citation(citation) == ("mandela", "45(1)")


def test_whole_rules_and_numbers_that_do_not_exist() -> None:
    """A rule with paragraphs is cited whole; whether a number exists is for the check."""
    assert read_citation("Tokyo Rules, rule 9") == ("tokyo", "9")
    assert read_citation("Nelson Mandela Rules, rule 999") == ("mandela", "999")


def test_unknown_instrument() -> None:
    """An instrument that nobody knows is an error that names those known."""
    with pytest.raises(UnknownInstrument, match="Atlantis"):
        read_citation("Atlantis 4")
