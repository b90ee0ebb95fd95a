"""Comparisons and checklists as Word files and spreadsheets: what is printed, and the functions that print it.

Prints what it is given, in the order in which it is given; compares nothing and asks nothing of its own. The libraries
of Word files and spreadsheets load when the first is made.
"""

from dataclasses import dataclass

from corpus.types import Citation, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement of a provision; force, verb and status are the citation's, `remark` says why it stands out."""

    statement: str
    citation: Citation
    addressee: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one instrument says on one topic; no entries where nothing was found."""

    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One topic: a cell for each instrument of the table, in its order."""

    topic: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Topics by instruments; `language` is the reader's, `entries_language` that of the statements."""

    title: str
    language: Language
    instruments: tuple[str, ...]
    rows: tuple[Row, ...]
    corpus_version: str
    entries_language: Language = Language.EN


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question for a monitor, with the provisions that it comes from."""

    question: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The questions on one topic."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """Questions for a visit to a place, and `how` to tick them.

    `language` is the reader's, `items_language` that of the questions.
    """

    title: str
    language: Language
    place: str
    sections: tuple[Section, ...]
    corpus_version: str
    how: str = ""
    items_language: Language = Language.EN


def comparison_docx(table: Table) -> bytes:
    """A comparison as a Word file: an overview with counts, then the statements of each topic, side by side in a table."""
    from rag.export.tables_word import comparison  # noqa: PLC0415

    return comparison(table)


def comparison_xlsx(table: Table) -> bytes:
    """A comparison as a spreadsheet: one sheet with a row for each statement, to be filtered; one with the counts."""
    from rag.export.tables_sheet import comparison  # noqa: PLC0415

    return comparison(table)


def checklist_docx(checklist: Checklist) -> bytes:
    """A checklist as a Word file: boxes to tick, room to write, the paragraphs behind each question."""
    from rag.export.tables_word import visit  # noqa: PLC0415

    return visit(checklist)
