"""What citations are held against: ranges, lists, half-existing ones, and the words for what does not exist."""

import pytest

from corpus.citations.find import find
from corpus.citations.resolve import Ambiguous, NoSuchProvision, Resolved, Superseded, resolve
from corpus.types import Instrument, Reference

EXTENTS = [
    # beyond the last rule
    ("Mandela rule 150", "the Nelson Mandela Rules have rules 1 to 122"),
    # beyond the last paragraph
    ("GC24 para 116", "CRC general comment No. 24 has paragraphs 1 to 115"),
    # beyond the preamble
    ("resolution 79/172 PP40", "General Assembly resolution 79/172 has preambular paragraphs 1 to 31"),
    # beyond the paragraphs of a rule
    ("Mandela rule 45(3)", "rule 45 of the Nelson Mandela Rules has 45(1) to 45(2)"),
    # beyond the items of a rule
    ("Mandela rule 7(h)", "rule 7 of the Nelson Mandela Rules has 7(a) to 7(g)"),
    # of an undivided rule
    ("Mandela rule 44(1)", "rule 44 of the Nelson Mandela Rules has no numbered paragraphs or items"),
    # a part that the instrument does not have
    ("GC24 preamble 3", "CRC general comment No. 24 has no preambular paragraphs"),
    # not held here
    ("rule 60 of the European Prison Rules", "European Prison Rules is not held here"),
    # no instrument in scope counts so
    ("article 9", "no instrument in scope has articles"),
]


def _resolved(known: dict[str, Instrument], text: str, scope: list[str]) -> object:
    return resolve(find(text, known)[0], known, scope)


def _references(*printed: str) -> tuple[Reference, ...]:
    return tuple(Reference.parse(one) for one in printed)


def test_rule_means_its_paragraphs(known: dict[str, Instrument]) -> None:
    """A rule with numbered paragraphs gives all of them, not itself."""
    expected = Resolved(references=_references("mandela 45(1)", "mandela 45(2)"))
    assert _resolved(known, "Mandela rule 45", []) == expected


def test_paragraph_with_items_means_itself(known: dict[str, Instrument]) -> None:
    """A paragraph with items gives itself, not its items."""
    assert _resolved(known, "Mandela rule 43(1)", []) == Resolved(references=_references("mandela 43(1)"))


def test_undivided_rule_with_items_means_itself(known: dict[str, Instrument]) -> None:
    """A rule without numbered paragraphs gives itself, not its items."""
    assert _resolved(known, "Mandela rule 7", []) == Resolved(references=_references("mandela 7"))


def test_several_instruments_have_it(known: dict[str, Instrument]) -> None:
    """Without a name, all instruments in scope that have it are candidates, in the order of the scope."""
    expected = Ambiguous(candidates=_references("mandela 45(1)", "mandela 45(2)", "bangkok 45"))
    assert _resolved(known, "rule 45", ["mandela", "bangkok", "tokyo"]) == expected


def test_scope_decides(known: dict[str, Instrument]) -> None:
    """Without a name, an instrument outside the scope is no candidate."""
    assert _resolved(known, "rule 45", ["bangkok"]) == Resolved(references=_references("bangkok 45"))


def test_scope_does_not_bind_names(known: dict[str, Instrument]) -> None:
    """A named instrument is found whatever the scope."""
    assert _resolved(known, "CRC art. 37", ["mandela"]) == Resolved(references=_references("crc 37"))


def test_list_narrows_the_instruments(known: dict[str, Instrument]) -> None:
    """A list without a name means the instruments that have all of it."""
    expected = Resolved(references=_references("mandela 44", "mandela 101(1)", "mandela 101(2)"))
    assert _resolved(known, "rules 44 and 101", ["mandela", "bangkok"]) == expected


def test_part_of_a_list_is_missing(known: dict[str, Instrument]) -> None:
    """What exists is given, what does not is named beside it."""
    result = _resolved(known, "Mandela rules 44 and 150", [])
    assert isinstance(result, Resolved)
    assert result.references == _references("mandela 44")
    assert [missing.locator for missing in result.missing] == ["150"]


def test_range_runs_beyond_the_end(known: dict[str, Instrument]) -> None:
    """A range beyond the end gives what there is, and names the end that is not."""
    result = _resolved(known, "Mandela rules 121 to 130", [])
    assert isinstance(result, Resolved)
    assert result.references == _references("mandela 121", "mandela 122")
    assert [missing.locator for missing in result.missing] == ["130"]


def test_range_crosses_levels(known: dict[str, Instrument]) -> None:
    """A range from an item to a rule goes on with the items, then with the paragraphs."""
    result = _resolved(known, "Mandela rules 43(1)(d) to 44", [])
    expected = _references("mandela 43(1)(d)", "mandela 43(1)(e)", "mandela 43(2)", "mandela 43(3)", "mandela 44")
    assert result == Resolved(references=expected)


def test_undivided_rule_yields_to_a_divided_one(known: dict[str, Instrument]) -> None:
    """第45条第1款 means the rule that has numbered paragraphs, though the other's text is its first paragraph."""
    assert _resolved(known, "第45条第1款", ["bangkok", "mandela"]) == Resolved(references=_references("mandela 45(1)"))


def test_first_paragraph_of_an_undivided_rule(known: dict[str, Instrument]) -> None:
    """The first paragraph of an undivided rule is the rule."""
    assert _resolved(known, "first paragraph of Bangkok rule 45", []) == Resolved(references=_references("bangkok 45"))


def test_items_that_are_no_provisions(known: dict[str, Instrument]) -> None:
    """An item of a treaty means the paragraph that holds it; a paragraph that is not there means nothing."""
    assert _resolved(known, "ICCPR art. 14(3)(b)", []) == Resolved(references=_references("iccpr 14(3)"))
    assert isinstance(_resolved(known, "ICCPR art. 14(9)(b)", []), NoSuchProvision)


def test_superseded_edition(known: dict[str, Instrument]) -> None:
    """A number of 1955 is not looked up among the rules of 2015, though they have it."""
    expected = Superseded(edition="1955", locator="31", instrument="mandela")
    assert _resolved(known, "rule 31 of the 1955 Standard Minimum Rules", []) == expected


@pytest.mark.parametrize(("text", "nearest"), EXTENTS)
def test_says_how_far_the_instrument_runs(known: dict[str, Instrument], core: list[str], text: str, nearest: str) -> None:
    """What does not exist is answered with what does."""
    result = _resolved(known, text, core)
    assert isinstance(result, NoSuchProvision)
    assert result.nearest == nearest
