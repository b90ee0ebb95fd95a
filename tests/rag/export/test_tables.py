"""Comparisons and checklists as files, read back by other programs."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx2python import docx2python
from openpyxl import load_workbook

from corpus.library import Library
from corpus.types import Language, Modality, Reference
from rag.citing import cite
from rag.export.tables import (
    Cell,
    Checklist,
    Entry,
    Item,
    Row,
    Section,
    Table,
    checklist_docx,
    comparison_docx,
    comparison_xlsx,
)


def entry(library: Library, locator: str, remark: str = "") -> Entry:
    """The first statement of a provision."""
    place = Reference(instrument="sample-rules", locator=locator)
    statement = library.statements(place)[0]
    citation = cite(library, place, Language.EN, modality=statement.modality)
    return Entry(statement=statement.en, citation=citation, addressee=("keepers",), remark=remark)


@pytest.fixture(scope="module")
def table(library: Library) -> Table:
    """Two topics by two instruments, one cell empty."""
    watches = Row(topic="Watches", cells=(Cell(entries=(entry(library, "5(1)", "sets a limit"),)), Cell()))
    post = Row(topic="Post", cells=(Cell(entries=(entry(library, "9(2)"), entry(library, "4(a)"))), Cell()))
    return Table(
        title="Watches and post",
        language=Language.EN,
        instruments=("Skerry Rules", "Bell Rules"),
        rows=(watches, post),
        corpus_version="0123",
    )


@pytest.fixture(scope="module")
def checklist(library: Library) -> Checklist:
    """One topic with two questions."""
    items = tuple(
        Item(question=question, citations=(entry(library, locator).citation,))
        for question, locator in (("Is any watch longer than 6 hours?", "5(1)"), ("Are letters opened?", "9(2)"))
    )
    return Checklist(
        title="Visit to a lighthouse",
        language=Language.EN,
        place="Lighthouse",
        sections=(Section(title="Watches", items=items),),
        corpus_version="0123",
    )


def rows_of(data: bytes) -> list[list[str]]:
    """Every row of every table of a Word file, as docx2python reads it, links taken off."""
    with docx2python(io.BytesIO(data)) as read:
        cells = [["\n".join(cell) for cell in row] for part in read.document for row in part]
    return [[re.sub(r"</?a[^>]*>", "", cell) for cell in row] for row in cells if len(row) > 1]


def test_comparison_as_word(table: Table) -> None:
    """An overview with counts, then each statement with its provision, verb, force and addressee; an empty cell says so."""
    rows = rows_of(comparison_docx(table))
    assert rows[:3] == [["Topic", "Skerry Rules", "Bell Rules"], ["Watches", "1", "–"], ["Post", "2", "–"]]
    assert [
        "Skerry Rules, rule 5 (1)",
        "A watch must not go on for more than 6 hours.\nsets a limit",
        "must not",
        "rules, not binding",
        "keepers",
    ] in rows
    assert ["Bell Rules", "nothing found", "", "", ""] in rows


def test_comparison_as_a_spreadsheet(table: Table) -> None:
    """One row a statement, to be filtered, with the official words and the address; counts on a sheet of their own."""
    book = load_workbook(io.BytesIO(comparison_xlsx(table)))
    statements, matrix = book.worksheets
    values = list(statements.iter_rows(values_only=True))
    assert values[0][:5] == ("Topic", "Instrument", "Provision", "What it says", "Verb")
    assert [row[2] for row in values[1:]] == [f"Skerry Rules, rule {number}" for number in ("5 (1)", "9 (2)", "4 (a)")]
    assert values[2][9] == "No letter shall be opened by anyone but the person whose name it bears."
    assert statements["K2"].hyperlink.target == "https://example.org/en/LK/RES/4/12"
    assert (statements.freeze_panes, statements.auto_filter.ref) == ("A2", "A1:K4")
    assert list(matrix.iter_rows(values_only=True)) == [
        ("Topic", "Skerry Rules", "Bell Rules"),
        ("Watches", 1, 0),
        ("Post", 2, 0),
    ]


def test_a_text_is_no_formula(table: Table) -> None:
    """What begins like a formula stays text: a spreadsheet must not run what a file said."""
    row = table.rows[0]
    bad = replace(row.cells[0].entries[0], statement='=HYPERLINK("http://evil.example")', remark="=1+1\x0b")
    sheet = load_workbook(
        io.BytesIO(comparison_xlsx(replace(table, rows=(replace(row, cells=(Cell(entries=(bad,)), Cell())),))))
    ).worksheets[0]
    assert [(cell.data_type, cell.value) for cell in (sheet["D2"], sheet["H2"])] == [
        ("s", '=HYPERLINK("http://evil.example")'),
        ("s", "=1+1\ufffd"),
    ]


def test_a_link_leads_only_to_the_web(table: Table) -> None:
    """An address that is none of the web becomes plain text in both forms."""
    row = table.rows[0]
    one = row.cells[0].entries[0]
    cell = Cell(entries=(replace(one, citation=replace(one.citation, url="file:///etc/passwd")),))
    strange = replace(table, rows=(replace(row, cells=(cell, Cell())),))
    with zipfile.ZipFile(io.BytesIO(comparison_docx(strange))) as file:
        assert b"passwd" not in file.read("word/_rels/document.xml.rels")
    assert load_workbook(io.BytesIO(comparison_xlsx(strange))).worksheets[0]["K2"].hyperlink is None


def test_checklist_as_word(checklist: Checklist) -> None:
    """Each question has its number, its paragraph, three boxes and room to write."""
    rows = rows_of(checklist_docx(checklist))
    assert rows[0] == ["Place", "Lighthouse"]
    assert ["", "Question", "Yes", "No", "Not seen", "What was seen and heard"] in rows
    asked = "Are letters opened?\nSkerry Rules, rule 9 (2) · rules, not binding"
    assert ["2", asked, "☐", "☐", "☐", ""] in rows
    with docx2python(io.BytesIO(checklist_docx(replace(checklist, how="Yes: it is so here.")))) as read:
        assert "Yes: it is so here." in read.text


def test_same_contents_same_bytes(table: Table, checklist: Checklist) -> None:
    """Two exports are equal to the byte."""
    assert comparison_docx(table) == comparison_docx(table)
    assert comparison_xlsx(table) == comparison_xlsx(table)
    assert checklist_docx(checklist) == checklist_docx(checklist)


def test_arabic_tables_run_from_right_to_left(table: Table, checklist: Checklist) -> None:
    """For an Arabic reader columns begin at the right, in Word and in a spreadsheet."""
    arabic = replace(table, language=Language.AR)
    for data in (comparison_docx(arabic), checklist_docx(replace(checklist, language=Language.AR))):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            body = file.read("word/document.xml").decode()
        assert body.count("<w:bidiVisual") == body.count("<w:tbl>") >= 2
    book = load_workbook(io.BytesIO(comparison_xlsx(arabic)))
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)
    assert book.worksheets[0]["E2"].value == {Modality.SHALL_NOT: "يُحظر"}[table.rows[0].cells[0].entries[0].citation.modality]


def test_a_row_that_does_not_fit_is_refused(table: Table) -> None:
    """A row with more or fewer cells than instruments is an error, not a table with a hole."""
    short = replace(table, rows=(Row(topic="Post", cells=(Cell(),)),))
    with pytest.raises(ValueError, match="zip"):
        comparison_docx(short)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_libreoffice_opens_it(table: Table, tmp_path: Path, form: str) -> None:
    """LibreOffice opens both forms and finds the statements."""
    if shutil.which("soffice") is None:
        pytest.skip("no LibreOffice: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui")
    path = tmp_path / f"table.{form}"
    path.write_bytes(comparison_docx(table) if form == "docx" else comparison_xlsx(table))
    home, to = f"-env:UserInstallation=file://{tmp_path}/home", "txt:Text" if form == "docx" else "csv"
    command = ["soffice", home, "--headless", "--convert-to", to, "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shown = (tmp_path / f"table.{'txt' if form == 'docx' else 'csv'}").read_text(encoding="utf-8")
    assert "A watch must not go on for more than 6 hours." in shown
