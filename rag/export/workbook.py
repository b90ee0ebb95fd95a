"""Sheets of a spreadsheet: headings that stay, filters, text that wraps, addresses to click on.

The only module that knows openpyxl. Refuses formulas: a text that begins like one is kept as text.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from corpus.types import Language
from rag.catalogue import direction
from rag.export.settled import printable, settled

_LONGEST, _NAME_LONGEST = 32_767, 31
"""Characters that a cell and a sheet's name can hold."""
_HEAD = PatternFill("solid", start_color="EEF1F4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's heading and its width in characters."""

    heading: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet; each row has a value for each column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Sequence[str | int], ...]


def workbook(sheets: Sequence[Sheet], title: str, language: Language) -> bytes:
    """A spreadsheet of one sheet or more; the same bytes for the same contents."""
    book = Workbook()
    book.remove(cast("Worksheet", book.active))
    book.properties.creator, book.properties.title = "Pinpoint", printable(title)[:255]
    for sheet in sheets:
        made = book.create_sheet(sheet.name[:_NAME_LONGEST])
        made.sheet_view.rightToLeft = direction(language) == "rtl"
        _fill(made, sheet)
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue())


def _fill(made: Worksheet, sheet: Sheet) -> None:
    for place, column in enumerate(sheet.columns, start=1):
        made.column_dimensions[get_column_letter(place)].width = column.width
        head = cast("Cell", made.cell(row=1, column=place))
        _put(head, column.heading)
        head.font, head.fill = Font(bold=True), _HEAD
    for line, row in enumerate(sheet.rows, start=2):
        for place, value in enumerate(row, start=1):
            _put(cast("Cell", made.cell(row=line, column=place)), value)
    made.freeze_panes = "A2"
    made.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"


def _put(cell: Cell, value: str | int) -> None:
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, int):
        cell.value = value
        return
    cell.value = printable(value)[:_LONGEST]
    cell.data_type = "s"
    if value.startswith(("https://", "http://")):
        cell.hyperlink = value
        cell.font = Font(underline="single", color="0B5CAD")
