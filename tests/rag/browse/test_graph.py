"""Cross-references as a picture: its nodes, its edges, and how far it reaches."""

import orjson
import pytest

from corpus.errors import UnknownInstrument, UnknownProvision
from corpus.library import Library
from corpus.types import Language, Reference
from rag.browse.graph import Graph, NodeKind, around, of_instrument, of_instruments
from rag.browse.references import Link, cross_references


def edges(given: Graph) -> set[tuple[str, str, str, int]]:
    """Edges as plain values."""
    return {(one.source, one.target, one.link.value, one.count) for one in given.edges}


def ends_are_nodes(given: Graph) -> None:
    """Every edge runs between nodes, no node stands twice, and sizes are what the edges add up to."""
    ids = [node.id for node in given.nodes]
    assert len(ids) == len(set(ids))
    sizes = dict.fromkeys(ids, 0)
    for edge in given.edges:
        assert edge.source != edge.target
        sizes[edge.source] += edge.count
        sizes[edge.target] += edge.count
    assert {node.id: node.size for node in given.nodes} == sizes


def test_instruments(crossing: Library) -> None:
    """All instruments in scope are nodes, those referred to beyond it too, not held; references are counted."""
    given = of_instruments(crossing, cross_references(crossing), Language.EN)
    ends_are_nodes(given)
    assert [node.id for node in given.nodes if node.held] == list(crossing.instruments)
    (beyond,) = (node for node in given.nodes if not node.held)
    assert (beyond.id, beyond.label, beyond.link) == ("crc", "Convention on the Rights of the Child", "")
    assert edges(given) == {
        ("sample-rules", "sample-dotted", "cites", 1),
        ("sample-rules", "crc", "cites", 1),
        ("sample-rules", "sample-treaty", "cites", 1),
    }


def test_one_instrument_opened(crossing: Library) -> None:
    """An instrument opened shows its provisions; the others stay whole."""
    given = of_instrument(crossing, cross_references(crossing), "sample-rules", Language.EN)
    ends_are_nodes(given)
    assert ("sample-rules 9(2)", "sample-rules 5(1)", "cites", 1) in edges(given)
    assert ("sample-rules 9(2)", "sample-dotted", "cites", 1) in edges(given)
    assert ("sample-rules 9(2)", "sample-rules", "cites", 1) in edges(given)  # a number that it does not have
    kinds = {node.id: node.kind for node in given.nodes}
    assert kinds["sample-rules 5(1)"] is NodeKind.PROVISION
    assert kinds["sample-dotted"] is NodeKind.INSTRUMENT


def test_around_a_provision(crossing: Library) -> None:
    """One step reaches what touches a provision, two steps what touches that."""
    references = cross_references(crossing)
    near = around(crossing, references, Reference(instrument="sample-rules", locator="15"), Language.EN)
    far = around(crossing, references, Reference(instrument="sample-rules", locator="15"), Language.EN, steps=2)
    ends_are_nodes(near)
    ends_are_nodes(far)
    assert {node.id for node in near.nodes} == {"sample-rules 15", "sample-rules 9(2)", "sample-treaty"}
    assert {node.id for node in far.nodes} > {node.id for node in near.nodes}
    assert ("sample-rules 9(2)", "sample-rules 15", Link.SEE_ALSO.value, 1) in edges(near)
    assert near.centre == "sample-rules 15"


def test_a_provision_alone(crossing: Library) -> None:
    """What nothing refers to is a picture of itself."""
    given = around(crossing, cross_references(crossing), Reference(instrument="sample-rules", locator="13"), Language.ZH)
    (node,) = given.nodes
    assert (node.id, node.link, given.edges) == ("sample-rules 13", "/p/sample-rules/13", ())
    assert node.label == "《礁石规则》第13条"


def test_same_bytes(crossing: Library) -> None:
    """The same library gives the same picture."""
    first, second = (of_instrument(crossing, cross_references(crossing), "sample-rules", Language.EN) for _ in range(2))
    assert orjson.dumps(first) == orjson.dumps(second)


def test_what_does_not_exist(crossing: Library) -> None:
    """What there is not cannot be opened."""
    references = cross_references(crossing)
    with pytest.raises(UnknownInstrument):
        of_instrument(crossing, references, "mandela", Language.EN)
    with pytest.raises(UnknownProvision):
        around(crossing, references, Reference(instrument="sample-rules", locator="99"), Language.EN)
