"""An instrument as a tree: headings, under them the provisions, each with what it is about and its permalink.

Headings are those of the official text in the reader's language, else in another that is held. Where none is held, an
instrument's parts are told by their locators (preamble, operative part, observations), and the rest stands under no heading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.citations.label import label
from corpus.library import Library
from corpus.types import Binding, Instrument, Kind, Language, Locator, Reference, TextStatus
from rag.catalogue import said
from rag.citing import address, heading

_PARTS = ("pp", "op", "po", "intro")
"""Prefixes of the parts that texts print without a heading; the catalogues name them under `part.`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A paragraph in the tree, with how many list items it has; `about` is what its digest calls it, else its heading."""

    reference: Reference
    label: str
    about: str
    kind: Kind | None
    text_status: TextStatus
    items: int
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A heading with what stands under it, in printed order; `heading` is empty for what stands under none.

    `part` is the prefix of the locators in it: pp, op, po, intro, or empty.
    """

    heading: str
    part: str
    branches: "tuple[Branch, ...]"
    leaves: tuple[Leaf, ...]
    provisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """An instrument to walk through; `headings_in` is the language of its headings, None where no text is held."""

    instrument: str
    symbol: str
    name: str
    title: str
    binding: Binding
    language: Language
    headings_in: Language | None
    branches: tuple[Branch, ...]
    provisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    path: tuple[str, ...]
    part: str
    leaf: Leaf


def tree(library: Library, name: str, reader: Language) -> Tree:
    """One instrument; raises UnknownInstrument."""
    instrument = library.instrument(name)
    held = _language(library, name, reader)
    rows = tuple(_rows(library, instrument, held, reader))
    return Tree(
        instrument=name,
        symbol=instrument.symbol,
        name=instrument.called(reader),
        title=instrument.titles.get(reader) or instrument.titles[Language.EN],
        binding=instrument.binding,
        language=reader,
        headings_in=held,
        branches=tuple(_branches(rows, 0, reader)),
        provisions=len(rows),
    )


def _language(library: Library, name: str, reader: Language) -> Language | None:
    """The language whose headings are shown: the reader's, English, or the first that is held."""
    held = library.texts.get(name, {})
    ranked = sorted(held, key=lambda one: (one is not reader, one is not Language.EN, one.value))
    return next(iter(ranked), None)


def _rows(library: Library, instrument: Instrument, held: Language | None, reader: Language) -> Iterator[_Row]:
    texts = library.texts.get(instrument.id, {}).get(held, {}) if held else {}
    items: dict[Reference, int] = {}
    paragraphs: list[Reference] = []
    for reference in library.references:
        if reference.instrument == instrument.id:
            paragraph = library.paragraph(reference)
            if paragraph == reference:
                paragraphs.append(reference)
            items[paragraph] = items.get(paragraph, 0) + (paragraph != reference)
    for reference in paragraphs:
        provision = texts.get(reference.locator)
        yield _Row(
            path=provision.heading_path if provision else (),
            part=Locator.parse(reference.locator).prefix,
            leaf=Leaf(
                reference=reference,
                label=label(instrument, reference.locator, reader),
                about=about(library, reference, reader),
                kind=provision.kind if provision else None,
                text_status=provision.status if provision else TextStatus.DIGEST,
                items=items[reference],
                link=address(reference),
            ),
        )


def about(library: Library, reference: Reference, reader: Language) -> str:
    """What the digest calls a paragraph; else its heading."""
    digest = library.digest(reference)
    if digest is not None:
        return digest.heading.said(reader)
    return heading(library, reference, reader)


def without_name(printed: str, name: str) -> str:
    """A provision's label without the name of its instrument.

    >>> without_name("Skerry Rules, rule 4 (a)", "Skerry Rules"), without_name("《礁石规则》第4条", "《礁石规则》")
    ('rule 4 (a)', '第4条')
    """
    return printed.removeprefix(name).lstrip(" ,،") or printed


def _branches(rows: Sequence[_Row], depth: int, reader: Language) -> Iterator[Branch]:
    """Rows grouped by part and by their heading at a depth, neighbours only, so that printed order stays."""

    def key(row: _Row) -> tuple[str, str]:
        return row.part, row.path[depth] if len(row.path) > depth else ""

    for (part, name), group in groupby(rows, key=key):
        inside = tuple(group)
        own = tuple(row.leaf for row in inside if not name or len(row.path) == depth + 1)
        deeper = tuple(row for row in inside if name and len(row.path) > depth + 1)
        yield Branch(
            heading=name or _part(part, depth, reader),
            part=part,
            branches=tuple(_branches(deeper, depth + 1, reader)),
            leaves=own,
            provisions=len(inside),
        )


def _part(part: str, depth: int, reader: Language) -> str:
    """What a part without a printed heading is called; only at the top."""
    return said(f"part.{part}", reader) if part in _PARTS and depth == 0 else ""
