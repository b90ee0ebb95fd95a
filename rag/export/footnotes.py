"""Footnotes of a Word file: the part that holds them, its styles, and the marks in the text.

Written after ECMA-376, part 1, 17.11, since python-docx has none. The first two notes are the lines that Word draws
above footnotes; those of the text are numbered from 1.
"""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

_LINES = ((-1, "separator"), (0, "continuationSeparator"))
_AFTER_NOTES = ("w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping")
"""What stands after the settings of footnotes in a file's settings; the order is prescribed."""
TEXT, MARK = "footnote text", "footnote reference"


class Footnotes:
    """The footnotes of one document, in the order in which they are added."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        self._count = 0

    def add(self, paragraph: Paragraph) -> Paragraph:
        """A new footnote with its mark at the end of a paragraph: the paragraph that its words go into."""
        if not self._count:
            self._begin()
        self._count += 1
        mark = paragraph.add_run(style=MARK)
        mark._r.append(_numbered("w:footnoteReference", self._count))  # noqa: SLF001 - python-docx has no name for it
        note = _numbered("w:footnote", self._count)
        self._root.append(note)
        inner = OxmlElement("w:p")
        note.append(inner)
        made = Paragraph(inner, paragraph._parent)  # noqa: SLF001
        made.style = self._document.styles[TEXT]
        made.add_run(style=MARK)._r.append(OxmlElement("w:footnoteRef"))  # noqa: SLF001
        made.add_run(" ")
        return made

    def _begin(self) -> None:
        document = self._document
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._root, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        for number, kind in _LINES:
            self._root.append(_line(number, kind))
        _settle(document.settings.element)
        text = document.styles.add_style(TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style = document.styles["Normal"]
        text.font.size = Pt(9)
        text.paragraph_format.space_after = Pt(2)
        document.styles.add_style(MARK, WD_STYLE_TYPE.CHARACTER, builtin=True).font.superscript = True


def _numbered(name: str, number: int) -> BaseOxmlElement:
    made = OxmlElement(name)
    made.set(qn("w:id"), str(number))
    return made


def _line(number: int, kind: str) -> BaseOxmlElement:
    return parse_xml(
        f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
        f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    )


def _settle(settings: BaseOxmlElement) -> None:
    """Tell the file's settings of the two lines, at the prescribed place."""
    notes = OxmlElement("w:footnotePr")
    for number, _ in _LINES:
        notes.append(_numbered("w:footnote", number))
    for name in _AFTER_NOTES:
        following = settings.find(qn(name))
        if following is not None:
            following.addprevious(notes)
            return
    settings.append(notes)
