"""What refers to what, in both directions, and what leads beyond the scope."""

import pytest

from corpus.errors import UnknownInstrument, UnknownProvision
from corpus.library import Library
from corpus.types import Language, Reference
from rag.browse.references import Link, cross_references, referring


def at(locator: str, instrument: str = "sample-rules") -> Reference:
    """A reference in one line."""
    return Reference(instrument=instrument, locator=locator)


def test_a_rule_leads_to_its_paragraphs(crossing: Library) -> None:
    """What a text calls rule 5 are paragraphs 1 to 3, each of which knows who refers to it."""
    found = cross_references(crossing)
    cited = [one.target for one in found.outgoing[at("9(2)")] if one.link is Link.CITES and one.target]
    assert cited == [at("5(1)"), at("5(2)"), at("5(3)"), at("3.2", "sample-dotted")]
    assert [one.source for one in found.incoming[at("5(3)")]] == [at("9(2)")]


def test_what_leads_beyond(crossing: Library) -> None:
    """A treaty out of scope, an instrument as a whole and a number that does not exist lead to no paragraph."""
    found = cross_references(crossing)
    beyond = [(one.instrument, one.locator) for one in found.outgoing[at("9(2)")] if one.target is None]
    assert beyond == [("crc", "37"), ("sample-rules", "99")]
    whole = [one.source for one in found.all if one.target is None and one.instrument == "sample-treaty"]
    assert whole == [at("15")]


def test_nothing_refers_to_itself(crossing: Library) -> None:
    """A paragraph that points to itself has no such reference."""
    assert [one.target for one in cross_references(crossing).outgoing[at("4")]] == [at("9(2)")]


def test_every_reference_is_seen_from_both_ends(crossing: Library) -> None:
    """Each reference stands once among those of its source and, where a paragraph is meant, once among those of its target."""
    found = cross_references(crossing)
    every = tuple(found.all)
    for one in every:
        back = every if one.target is None else found.incoming[one.target]
        assert back.count(one) == 1


def test_what_refers_to_this(crossing: Library) -> None:
    """A reader sees what refers to a provision and what it refers to, printed references apart from our pointers."""
    found = cross_references(crossing)
    told = referring(crossing, found, at("9(2)"), Language.ZH)
    assert [str(one) for one in told.cites][:2] == ["sample-rules 5(1)", "sample-rules 5(2)"]
    assert [str(one) for one in told.see_also] == ["sample-rules 15"]
    assert [str(one) for one in told.pointed_from] == ["sample-rules 4"]
    assert told.cited_by == ()
    assert told.beyond == ("crc 37", "sample-rules 99")
    assert told.citation.label == "《礁石规则》第9条第2款"
    rule = referring(crossing, found, at("5"), Language.EN)
    assert [str(one) for one in rule.cited_by] == ["sample-rules 9(2)"]


def test_an_item_is_its_paragraph(crossing: Library) -> None:
    """What refers to an item is what refers to its paragraph."""
    found = cross_references(crossing)
    assert (
        referring(crossing, found, at("4(a)"), Language.EN).see_also
        == referring(crossing, found, at("4"), Language.EN).see_also
    )


def test_what_does_not_exist(crossing: Library) -> None:
    """A provision or an instrument that there is not is refused."""
    found = cross_references(crossing)
    with pytest.raises(UnknownProvision):
        referring(crossing, found, at("99"), Language.EN)
    with pytest.raises(UnknownInstrument):
        referring(crossing, found, at("1", "mandela"), Language.EN)
