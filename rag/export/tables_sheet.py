"""Comparisons as spreadsheets: one row a statement.

Merges no cells and repeats what belongs to several rows, so that every row can be filtered and sorted.
"""

from collections.abc import Iterator

from rag.catalogue import said
from rag.export.tables import Entry, Row, Table
from rag.export.workbook import Column, Sheet, workbook


def comparison(table: Table) -> bytes:
    """A comparison as a spreadsheet: one sheet with a row for each statement, to be filtered; one with the counts."""

    def say(key: str) -> str:
        return said(f"export.{key}", table.language)

    statements = Sheet(
        name=say("statements"),
        columns=tuple(
            Column(heading=say(key), width=width)
            for key, width in (
                *(("topic", 22), ("instrument", 24), ("provision", 28), ("statement", 60), ("verb", 14), ("force", 22)),
                *(("addressee", 24), ("remark", 30), ("status", 18), ("quote", 60), ("address", 36)),
            )
        ),
        rows=tuple(_filed(table, row.topic, place, entry) for row in table.rows for place, entry in _entries(row)),
    )
    matrix = Sheet(
        name=say("matrix"),
        columns=tuple(Column(heading=name, width=24) for name in (say("topic"), *table.instruments)),
        rows=tuple((row.topic, *(len(cell.entries) for cell in row.cells)) for row in table.rows),
    )
    return workbook((statements, matrix), table.title, table.language)


def _entries(row: Row) -> Iterator[tuple[int, Entry]]:
    return ((place, entry) for place, cell in enumerate(row.cells) for entry in cell.entries)


def _filed(table: Table, topic: str, place: int, entry: Entry) -> tuple[str, ...]:
    citation = entry.citation
    return (
        topic,
        table.instruments[place],
        citation.label,
        entry.statement,
        said(f"modality.{citation.modality}", table.language),
        said(f"binding.{citation.binding}", table.language),
        ", ".join(entry.addressee),
        entry.remark,
        said(f"status.{citation.text_status}", table.language),
        citation.quote or "",
        citation.url,
    )
