"""Topics by instruments, with how many provisions and statements each instrument has on each topic.

Counts only; what stands in a cell is told by `rag.compare.compare`.
"""

from collections import Counter
from dataclasses import dataclass

from corpus.library import Library
from corpus.types import Binding, Language
from corpus.vocabulary import vocabulary
from rag.compare.types import Named
from rag.compare.wording import FORCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What an instrument has on a topic: paragraphs, and statements in them."""

    provisions: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixColumn:
    """An instrument of the matrix; `digested` is false where no digest tells its themes, and its cells are empty."""

    instrument: str
    symbol: str
    name: str
    binding: Binding
    force: str
    digested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A topic with its cells, one for each column in its order, and how many instruments speak to it."""

    topic: Named
    cells: tuple[Cell, ...]
    instruments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """All topics by all instruments in scope."""

    language: Language
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    corpus_version: str


def matrix(library: Library, language: Language, version: str) -> Matrix:
    """Count every topic in every instrument in scope; topics and instruments in the order of their lists."""
    provisions: Counter[tuple[str, str]] = Counter()
    statements: Counter[tuple[str, str]] = Counter()
    for instrument, digests in library.digests.items():
        for digest in digests.values():
            told = [topic for statement in digest.statements for topic in digest.topics_of(statement)]
            statements.update((topic, instrument) for topic in told)
            provisions.update((topic, instrument) for topic in set(told))
    columns = tuple(
        MatrixColumn(
            instrument=one.id,
            symbol=one.symbol,
            name=one.called(language),
            binding=one.binding,
            force=FORCE[one.binding][language],
            digested=one.id in library.digests,
        )
        for one in library.instruments.values()
    )
    rows = []
    for topic, names in vocabulary().topics.items():
        keys = [(topic, column.instrument) for column in columns]
        cells = tuple(Cell(provisions=provisions[key], statements=statements[key]) for key in keys)
        spoken = sum(cell.provisions > 0 for cell in cells)
        rows.append(MatrixRow(topic=Named(id=topic, name=names[language]), cells=cells, instruments=spoken))
    return Matrix(language=language, columns=columns, rows=tuple(rows), corpus_version=version)
