"""The index that questions are put to: the library, its wordings, and the ways of searching them.

A value: it is opened by `rag.snapshot` and never changes; a narrower one is made from it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.boundaries import Edge
from corpus.library import Library
from corpus.types import Language, Reference
from rag.late import Readings
from rag.lexical import LexicalIndex
from rag.ports import Hit, VectorIndex
from rag.types import EdgeWording, Field, Wording
from rag.wordings import edges, wordings

_FIELDS = {field: code for code, field in enumerate(Field)}
_LANGUAGES = {language: code for code, language in enumerate(Language)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """Which wordings lead to which paragraph, sorted by paragraph.

    All arrays have one entry a lead: the `row` of the wording, the `paragraph` (its place among the index's), the codes
    of the wording's `field` and `language`. Paragraph j has the leads `bounds[j]:bounds[j+1]`.
    """

    row: NDArray[np.int64]
    paragraph: NDArray[np.int64]
    field: NDArray[np.int8]
    language: NDArray[np.int8]
    bounds: NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Index:
    """An opened snapshot.

    Row i of `vectors` is `wordings[i]`; row j of `lexical` is `library.references[j]`; `readings` holds the wordings and
    behind them the `edges`, and tells what is near a question. `wider` is what a narrower one was made from.
    """

    version: str
    library: Library
    wordings: tuple[Wording, ...]
    edges: tuple[EdgeWording, ...]
    vectors: VectorIndex
    readings: Readings
    lexical: LexicalIndex
    wider: "Index | None" = None

    def within(self, names: Collection[str]) -> "Index":
        """The same over some of the instruments alone; raises UnknownInstrument. Its version names them."""
        library = self.library.within(names)
        if len(library.instruments) == len(self.library.instruments):
            return self
        return replace(self.over(library), version=f"{self.version}:{','.join(library.instruments)}", wider=self)

    def over(self, library: Library) -> "Index":
        """The same over a library that holds less than its own; how rare a term is stays as it is in all of it."""
        found, near = wordings(library), edges(library)
        held: Sequence[Wording | EdgeWording] = (*self.wordings, *self.edges)
        kept: Sequence[Wording | EdgeWording] = (*found, *near)
        rows = {one.text: row for row, one in enumerate(held)}
        readings = self.readings.only(np.array([rows[one.text] for one in kept], np.int64))
        return Index(
            version=self.version,
            library=library,
            wordings=found,
            edges=near,
            vectors=_Exact(readings.vectors[: len(found)]),
            readings=readings,
            lexical=self.lexical.only(np.array([self.library.order[one] for one in library.references], np.int64)),
        )

    @property
    def whole(self) -> "Index":
        """The widest one: what was cited before a narrower one was asked for is in it."""
        return self.wider.whole if self.wider else self

    @cached_property
    def paragraphs(self) -> tuple[Reference, ...]:
        """Every paragraph, in citation order."""
        return tuple(dict.fromkeys(self.library.paragraph(reference) for reference in self.library.references))

    @cached_property
    def place(self) -> dict[Reference, int]:
        """Where the paragraph of each reference stands among `paragraphs`."""
        places = {paragraph: place for place, paragraph in enumerate(self.paragraphs)}
        return {reference: places[self.library.paragraph(reference)] for reference in self.library.references}

    @cached_property
    def paragraph_of_reference(self) -> NDArray[np.int64]:
        """Place of the paragraph of each reference, shape (len(library.references),)."""
        return np.array([self.place[reference] for reference in self.library.references], np.int64)

    @cached_property
    def edge_places(self) -> NDArray[np.int64]:
        """Place of the paragraph that each edge stands near, -1 for none."""
        return np.array([self.place[edge.reference] if edge.reference else -1 for edge in self.edges], np.int64)

    @cached_property
    def instrument_of_lead(self) -> NDArray[np.str_]:
        """The instrument of the paragraph of each lead, shape (leads,)."""
        names = np.array([paragraph.instrument for paragraph in self.paragraphs] or [""])
        return np.asarray(names[self.leads.paragraph])

    def rows_of(self, place: int) -> NDArray[np.int64]:
        """Rows of the wordings that lead to the paragraph at `place`."""
        return self.leads.row[self.leads.bounds[place] : self.leads.bounds[place + 1]]

    def statements_at(self, place: int) -> NDArray[np.bool_]:
        """Which of `rows_of` the same place are statements."""
        fields = self.leads.field[self.leads.bounds[place] : self.leads.bounds[place + 1]]
        return np.asarray(fields == _FIELDS[Field.STATEMENT])

    def paragraphs_with(self, word: str) -> frozenset[int]:
        """Places of the paragraphs of which any wording has this lexical term."""
        return frozenset(self.paragraph_of_reference[self.lexical.rows_with(word)].tolist())

    @cached_property
    def edges_of(self) -> dict[Edge, NDArray[np.int64]]:
        """The edges of each kind, by the paragraph that they stand near."""
        kinds = np.array([edge.edge.value for edge in self.edges], np.str_)
        order = np.argsort(self.edge_places, kind="stable")
        return {edge: order[kinds[order] == edge.value] for edge in Edge}

    @cached_property
    def question_rows(self) -> NDArray[np.int64]:
        """Rows of the readings that are questions: asks, then edges."""
        asks = [row for row, one in enumerate(self.wordings) if one.field is Field.ASK]
        return np.array([*asks, *range(len(self.wordings), len(self.wordings) + len(self.edges))], np.int64)

    @cached_property
    def question_edges(self) -> NDArray[np.str_]:
        """What edge each of `question_rows` is, empty for an ask."""
        asks = len(self.question_rows) - len(self.edges)
        return np.array([*[""] * asks, *(edge.edge.value for edge in self.edges)])

    @cached_property
    def leads(self) -> Leads:
        """See `Leads`; a wording leads to every paragraph that answers it."""
        pairs = sorted(
            {
                (self.place[reference], row)
                for row, wording in enumerate(self.wordings)
                for reference in (wording.reference, *wording.also)
            }
        )
        paragraph = np.array([pair[0] for pair in pairs], np.int64)
        row = np.array([pair[1] for pair in pairs], np.int64)
        return Leads(
            row=row,
            paragraph=paragraph,
            field=np.array([_FIELDS[wording.field] for wording in self.wordings], np.int8)[row],
            language=np.array([_LANGUAGES[wording.language] for wording in self.wordings], np.int8)[row],
            bounds=np.searchsorted(paragraph, np.arange(len(self.paragraphs) + 1)),
        )


def field_code(field: Field) -> int:
    """The code of a field in `Leads`."""
    return _FIELDS[field]


def language_code(language: Language) -> int:
    """The code of a language in `Leads`."""
    return _LANGUAGES[language]


class _Exact:
    """Nearest among few enough vectors to look at each; implements the `VectorIndex` port."""

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        self._vectors = vectors

    def nearest(self, vector: NDArray[np.float32], count: int) -> tuple[Hit, ...]:
        """See the port."""
        cosines = np.round(self._vectors @ vector, 6)
        rows = np.argsort(-cosines, kind="stable")[:count].tolist()
        return tuple(Hit(row=row, cosine=float(cosines[row])) for row in rows)
