"""Comparisons and checklists as Word files.

Prints an empty cell as such: that nothing was found is a finding.
"""

from docx.text.paragraph import Paragraph

from corpus.types import Citation, Language, TextStatus
from rag.catalogue import said
from rag.export.tables import Checklist, Entry, Row, Table
from rag.export.wordfile import WordFile

_BOX = "☐"


def comparison(table: Table) -> bytes:
    """A comparison as a Word file: an overview with counts, then the statements of each topic, side by side in a table."""
    file = WordFile(table.title, table.language, landscape=True)
    file.paragraph(table.title, "Title")
    _overview(file, table)
    for row in table.rows:
        file.paragraph(row.topic, "Heading 1")
        _topic(file, table, row)
    _end(file, table.corpus_version)
    return file.bytes()


def visit(checklist: Checklist) -> bytes:
    """A checklist as a Word file: boxes to tick, room to write, the paragraphs behind each question."""
    say = _Say(checklist.language)
    file = WordFile(checklist.title, checklist.language)
    file.paragraph(checklist.title, "Title")
    head = file.table((say("place"), checklist.place), (5.0, 11.0))
    for key in ("day", "visitors"):
        file.words(file.row(head)[0], say(key), look="bold")
    if checklist.how:
        file.paragraph()
        file.paragraph(checklist.how, "Remark")
    number = 0
    for section in checklist.sections:
        file.paragraph(section.title, "Heading 1")
        answers = [say(key) for key in ("yes", "no", "not_seen")]
        table = file.table(("", say("question"), *answers, say("observed")), (0.9, 6.6, 1.3, 1.3, 1.7, 4.2))
        for item in section.items:
            number += 1
            cells = file.row(table)
            file.words(cells[0], str(number))
            file.words(cells[1], item.question, language=checklist.items_language)
            for box in cells[2:5]:
                file.words(box, _BOX)
            for citation in item.citations:
                below = file.below(cells[1])
                file.link(below, citation.url, citation.label)
                file.words(below, f" · {said(f'binding.{citation.binding}', checklist.language)}{_standing(say, citation)}")
    _end(file, checklist.corpus_version)
    return file.bytes()


class _Say:
    """The catalogue's words for tables, in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str) -> str:
        return said(f"export.{key}", self.language)


def _overview(file: WordFile, table: Table) -> None:
    width = 25.7 / (len(table.instruments) + 1)
    made = file.table((said("export.topic", table.language), *table.instruments), [width] * (len(table.instruments) + 1))
    for row in table.rows:
        topic, *counts = file.row(made)
        file.words(topic, row.topic)
        for paragraph, cell in zip(counts, row.cells, strict=True):
            file.words(paragraph, str(len(cell.entries)) if cell.entries else "–")


def _topic(file: WordFile, table: Table, row: Row) -> None:
    say = _Say(table.language)
    keys = ("provision", "statement", "verb", "force", "addressee")
    made = file.table([say(key) for key in keys], (5.2, 9.8, 2.3, 4.2, 4.2))
    for instrument, cell in zip(table.instruments, row.cells, strict=True):
        if not cell.entries:
            cells = file.row(made)
            file.words(cells[0], instrument)
            file.words(cells[1], say("nothing"), look="italic")
        for entry in cell.entries:
            _entry(file, table, file.row(made), entry)


def _entry(file: WordFile, table: Table, cells: tuple[Paragraph, ...], entry: Entry) -> None:
    say, citation = _Say(table.language), entry.citation
    file.link(cells[0], citation.url, citation.label)
    file.words(cells[0], _standing(say, citation))
    file.words(cells[1], entry.statement, language=table.entries_language)
    if entry.remark:
        file.words(file.below(cells[1]), entry.remark, look="italic")
    file.words(cells[2], said(f"modality.{citation.modality}", table.language))
    file.words(cells[3], said(f"binding.{citation.binding}", table.language))
    file.words(cells[4], ", ".join(entry.addressee))


def _standing(say: _Say, citation: Citation) -> str:
    """What the words are, where they are not official."""
    return "" if citation.text_status is TextStatus.OFFICIAL else f" · {said(f'status.{citation.text_status}', say.language)}"


def _end(file: WordFile, version: str) -> None:
    file.paragraph()
    file.paragraph(said("export.made", file.language, version=version), "Remark")
    file.paragraph(said("purpose", file.language), "Remark")
