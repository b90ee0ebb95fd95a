"""Cross-references as nodes and edges, for a picture to zoom and click: whole instruments, one opened up, one provision.

Pure: the same library gives the same graph. Refuses to draw hundreds of provisions at once: a picture opens one instrument,
or what is near one provision, and counts the rest on the edges between instruments.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.citations.label import label
from corpus.facts import find_facts
from corpus.library import Library
from corpus.types import Binding, Instrument, Language, Reference
from rag.browse.references import CrossReference, CrossReferences, Link
from rag.citing import address, heading

NEAR = 2
"""Steps from a provision that its picture reaches at most."""


class NodeKind(StrEnum):
    """What a node stands for."""

    INSTRUMENT = "instrument"
    PROVISION = "provision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node: `id` is `mandela` or `mandela 45(1)`; `held` is false for an instrument outside the scope.

    `size` counts the references that touch it; `link` is the permalink, empty where there is nothing to open.
    """

    id: str
    kind: NodeKind
    instrument: str
    label: str
    title: str
    binding: Binding
    held: bool
    size: int
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeOf:
    """References from one node to another of one kind, and how many there are."""

    source: str
    target: str
    link: Link
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A picture's nodes and edges; `centre` is the id of what was opened, empty for the whole."""

    language: Language
    centre: str
    nodes: tuple[Node, ...]
    edges: tuple[EdgeOf, ...]


def of_instruments(library: Library, references: CrossReferences, reader: Language) -> Graph:
    """Instruments with the references between them, those outside the scope that are referred to among them."""
    return _drawn(library, references.all, reader, "", lambda one: (one.source.instrument, one.instrument))


def of_instrument(library: Library, references: CrossReferences, name: str, reader: Language) -> Graph:
    """One instrument's provisions with the references among them, and the other instruments as wholes; UnknownInstrument."""
    library.instrument(name)
    touching = (one for one in references.all if name in (one.source.instrument, one.instrument))

    def ends(one: CrossReference) -> tuple[str, str]:
        source = str(one.source) if one.source.instrument == name else one.source.instrument
        inside = one.target is not None and one.instrument == name
        return source, str(one.target) if inside else one.instrument

    return _drawn(library, touching, reader, name, ends)


def around(library: Library, references: CrossReferences, reference: Reference, reader: Language, steps: int = 1) -> Graph:
    """A provision with what refers to it and what it refers to, up to `steps` away; raises UnknownProvision."""
    library.instrument(reference.instrument)
    meant = library.expand(reference) or (library.known(reference),)
    reached = {library.paragraph(one) for one in meant}
    found: dict[CrossReference, None] = {}
    for _ in range(max(1, min(steps, NEAR))):
        fresh = [one for near in sorted(reached, key=str) for one in _touching(references, near)]
        found |= dict.fromkeys(fresh)
        reached |= {end for one in fresh for end in (one.source, one.target) if end is not None}
    centre = str(library.paragraph(meant[0]))
    return _drawn(library, found, reader, centre, _as_they_are, extra=[centre])


def _touching(references: CrossReferences, near: Reference) -> Iterator[CrossReference]:
    yield from references.outgoing.get(near, ())
    yield from references.incoming.get(near, ())


def _as_they_are(one: CrossReference) -> tuple[str, str]:
    return str(one.source), str(one.target) if one.target is not None else one.instrument


def _drawn(
    library: Library,
    found: Iterable[CrossReference],
    reader: Language,
    centre: str,
    ends: Callable[[CrossReference], tuple[str, str]],
    extra: Iterable[str] = (),
) -> Graph:
    counts = Counter((*ends(one), one.link) for one in found)
    edges = {key: count for key, count in counts.items() if key[0] != key[1]}
    sizes: Counter[str] = Counter()
    for (source, target, _), count in edges.items():
        sizes[source] += count
        sizes[target] += count
    names = dict.fromkeys((*extra, *sizes, *(() if centre else library.instruments)))
    nodes = tuple(_node(library, name, sizes[name], reader) for name in sorted(names, key=lambda n: _place(library, n)))
    drawn = (EdgeOf(source=s, target=t, link=link, count=count) for (s, t, link), count in sorted(edges.items()))
    return Graph(language=reader, centre=centre, nodes=nodes, edges=tuple(drawn))


def _node(library: Library, name: str, size: int, reader: Language) -> Node:
    instrument, _, locator = name.partition(" ")
    facts = _instrument(library, instrument)
    held = instrument in library.instruments
    if not locator:
        title = facts.titles.get(reader) or facts.titles[Language.EN]
        return Node(
            id=name,
            kind=NodeKind.INSTRUMENT,
            instrument=instrument,
            label=facts.called(reader),
            title=title,
            binding=facts.binding,
            held=held,
            size=size,
            link="",
        )
    reference = Reference(instrument=instrument, locator=locator)
    return Node(
        id=name,
        kind=NodeKind.PROVISION,
        instrument=instrument,
        label=label(facts, locator, reader),
        title=heading(library, reference, reader),
        binding=facts.binding,
        held=held,
        size=size,
        link=address(reference),
    )


def _instrument(library: Library, name: str) -> Instrument:
    """An instrument in scope, or one that is known beyond it; raises UnknownInstrument."""
    return library.instruments[name] if name in library.instruments else find_facts(name).instrument()


def _place(library: Library, name: str) -> tuple[int, int, str]:
    """Instruments in scope, then their provisions in citation order, then what lies beyond."""
    instrument, _, locator = name.partition(" ")
    if instrument not in library.instruments:
        return (2, 0, name)
    if not locator:
        return (0, list(library.instruments).index(instrument), name)
    return (1, library.order[Reference(instrument=instrument, locator=locator)], name)
