"""A Word file as this project prints it: A4, plain headings, real footnotes, right to left where the language is.

Knows python-docx and the XML below it, so that whoever writes a file need not; `rag.export.footnotes` adds what it lacks.
Refuses markup in text: what is given is printed letter for letter.
"""

import io
from collections.abc import Sequence
from typing import cast

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_DIRECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from corpus.types import Language
from rag.catalogue import direction
from rag.export.footnotes import Footnotes
from rag.export.settled import printable, settled
from rag.export.styles import Run as Piece
from rag.export.styles import Styled

_INK, _GREY, _BLUE, _LINE = RGBColor(0x1B, 0x1F, 0x24), RGBColor(0x57, 0x60, 0x6A), RGBColor(0x0B, 0x5C, 0xAD), "D0D7DE"
_LATIN, _CHINESE, _ARABIC = "Calibri", "SimSun", "Arial"
_LOCALES = {"en": "en-GB", "zh": "zh-CN", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA"}
_SIZES = {"Title": 18, "Heading 1": 13, "Normal": 11, "Quote": 10.5, "Remark": 9}


class WordFile:
    """One Word file, written from top to bottom; `bytes` ends it."""

    def __init__(self, title: str, language: Language, *, landscape: bool = False) -> None:
        self.language = language
        self.document = Document()
        _set_page(self.document, landscape=landscape)
        _set_styles(self.document, language)
        self.footnotes = Footnotes(self.document)
        properties = self.document.core_properties
        properties.author, properties.comments, properties.title = "Pinpoint", "", printable(title)[:255]
        properties.language = _LOCALES[language]

    def paragraph(self, text: str = "", style: str = "Normal", language: Language | None = None) -> Paragraph:
        """A paragraph in the file's language or another."""
        made = self.document.add_paragraph(style=style)
        if text:
            self.words(made, text, language=language)
        return made

    def words(self, paragraph: Paragraph, text: str, *, language: Language | None = None, look: str = "") -> None:
        """Words at the end of a paragraph; `look` is empty, `bold` or `italic`."""
        spoken = language or self.language
        if direction(spoken) == "rtl" and not paragraph.text.strip():
            _mark(paragraph._p.get_or_add_pPr(), "w:bidi")  # noqa: SLF001 - python-docx has no name for it
        if text:
            run = paragraph.add_run(printable(text))
            run.bold = run.font.cs_bold = look == "bold" or None
            run.italic = run.font.cs_italic = look == "italic" or None
            _speak(run, spoken)

    def styled(self, paragraph: Paragraph, styled: Styled, language: Language) -> None:
        """A reference with its italics."""
        for run in styled:
            self.words(paragraph, run.text, language=language, look="italic" if run.italic else "")

    def footnote(self, paragraph: Paragraph, styled: Styled, language: Language, after: str = "") -> None:
        """A footnote whose mark stands at the end of a paragraph: a reference with its full stop, and words after it."""
        note = self.footnotes.add(paragraph)
        self.styled(note, (*styled, Piece(text=".")), language)
        self.words(note, after)

    def link(self, paragraph: Paragraph, address: str, text: str = "") -> None:
        """An address to click on; only an address of the web."""
        shown = printable(text or address)
        if not address.startswith(("https://", "http://")):
            self.words(paragraph, shown)
            return
        self.words(paragraph, "")
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = paragraph.add_run(shown)
        run.font.underline, run.font.color.rgb = True, _BLUE
        _speak(run, self.language)
        link.append(run._r)  # noqa: SLF001
        paragraph._p.append(link)  # noqa: SLF001

    def table(self, headings: Sequence[str], widths: Sequence[float]) -> Table:
        """A table with a row of headings that is repeated on each page; widths in centimetres."""
        table: Table = self.document.add_table(rows=1, cols=len(headings), style="Table Grid")
        table.autofit = False
        properties = table._tbl.tblPr  # noqa: SLF001
        if direction(self.language) == "rtl":
            table.table_direction = WD_TABLE_DIRECTION.RTL
        _borders(properties)
        for cell, heading in zip(table.rows[0].cells, headings, strict=True):
            self.words(self.cell(cell), heading, look="bold")
        _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        return table

    def row(self, table: Table) -> tuple[Paragraph, ...]:
        """A further row that is not broken over pages: the first paragraph of each of its cells."""
        row: _Row = table.add_row()  # type: ignore[no-untyped-call]
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001
        return tuple(self.cell(cell) for cell in row.cells)

    def cell(self, cell: _Cell) -> Paragraph:
        """The first paragraph of a cell, set close."""
        paragraph: Paragraph = cell.paragraphs[0]
        paragraph.style = self.document.styles["Cell"]
        return paragraph

    def below(self, paragraph: Paragraph) -> Paragraph:
        """A further paragraph at the end of the cell that one stands in, in small print."""
        cell = cast("_Cell", paragraph._parent)  # noqa: SLF001
        made: Paragraph = cell.add_paragraph(style="Remark")
        return made

    def bytes(self) -> bytes:
        """The finished file; the same bytes for the same contents."""
        out = io.BytesIO()
        self.document.save(out)
        return settled(out.getvalue())


def _set_page(document: WordDocument, *, landscape: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21.0)) if landscape else (Cm(21.0), Cm(29.7))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(2.0 if landscape else 2.5)
    section.top_margin = section.bottom_margin = Cm(2.0 if landscape else 2.5)


def _set_styles(document: WordDocument, language: Language) -> None:
    styles = document.styles
    for name in ("Remark", "Cell"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name in (*_SIZES, "Cell"):
        style = cast("ParagraphStyle", styles[name])
        style.font.size = Pt(_SIZES.get(name, 9.5))
        style.font.bold = style.font.cs_bold = name in ("Title", "Heading 1")
        style.font.italic = style.font.cs_italic = False
        style.font.color.rgb = _GREY if name in ("Quote", "Remark") else _INK
        _shape(style.element.get_or_add_rPr())
        style.paragraph_format.space_after = Pt(2 if name in ("Cell", "Remark") else 6)
        style.paragraph_format.space_before = Pt({"Heading 1": 16, "Cell": 2}.get(name, 0))
        for border in style.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
            break
    quote = cast("ParagraphStyle", styles["Quote"]).paragraph_format
    quote.left_indent = quote.right_indent = Cm(0.8)
    for spoken in styles.element.iter(qn("w:lang")):
        latin = language if language not in (Language.ZH, Language.AR) else Language.EN
        for name, locale in (("w:val", latin), ("w:eastAsia", Language.ZH), ("w:bidi", Language.AR)):
            spoken.set(qn(name), _LOCALES[locale])


def _shape(properties: BaseOxmlElement) -> None:
    """Fonts for every script, and the size for those that run from right to left."""
    for known in properties.findall(qn("w:rFonts")):
        properties.remove(known)
    fonts = OxmlElement("w:rFonts")
    properties.insert(0, fonts)
    for name, font in (("ascii", _LATIN), ("hAnsi", _LATIN), ("eastAsia", _CHINESE), ("cs", _ARABIC)):
        fonts.set(qn(f"w:{name}"), font)
    for known in properties.findall(qn("w:szCs")):
        properties.remove(known)
    size = properties.find(qn("w:sz"))
    if size is not None:
        also = OxmlElement("w:szCs")
        also.set(qn("w:val"), size.get(qn("w:val"), ""))
        size.addnext(also)


def _speak(run: Run, language: Language) -> None:
    """Say which language words are in, for spelling, fonts and direction."""
    right_to_left = direction(language) == "rtl"
    run.font.rtl = right_to_left or None
    spoken = OxmlElement("w:lang")
    name = "w:bidi" if right_to_left else "w:eastAsia" if language is Language.ZH else "w:val"
    spoken.set(qn(name), _LOCALES[language])
    run._r.get_or_add_rPr().append(spoken)  # noqa: SLF001


def _mark(properties: BaseOxmlElement, name: str) -> None:
    if properties.find(qn(name)) is None:
        properties.append(OxmlElement(name))


def _borders(properties: BaseOxmlElement) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        drawn = "single" if side in ("top", "bottom", "insideH") else "nil"
        for name, value in (("val", drawn), ("sz", "4"), ("space", "0"), ("color", _LINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    following = (properties.find(qn(name)) for name in ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"))
    first = next((one for one in following if one is not None), None)
    if first is None:
        properties.append(borders)
    else:
        first.addprevious(borders)
