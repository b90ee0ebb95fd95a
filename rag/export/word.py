"""A paper as a Word file, its references in real footnotes or, where the style wants it, in the text."""

from docx.text.paragraph import Paragraph as Written

from rag.export.paper import Block, Heading, Listed, Note, Paper, Paragraph, Quotation, Remark
from rag.export.wordfile import WordFile


def word(paper: Paper) -> bytes:
    """The whole paper."""
    file = WordFile(paper.title, paper.language)
    file.paragraph(paper.title, "Title", paper.title_language)
    for block in paper.blocks:
        _block(file, paper, block)
    return file.bytes()


def _block(file: WordFile, paper: Paper, block: Block) -> None:
    match block:
        case Paragraph():
            made = file.paragraph()
            file.words(made, block.text, language=block.language, look="bold" if block.strong else "")
            for number, note in enumerate(block.notes):
                _note(file, paper, made, note, first=not number)
            file.words(made, block.stop, language=block.language)
        case Quotation():
            item = f"{block.item} " if block.item else ""
            file.paragraph(f"{item}“{block.text}”", "Quote", block.language)
        case Remark():
            file.paragraph(block.text, "Remark")
        case Heading():
            file.paragraph(block.text, "Heading 1")
        case Listed():
            made = file.paragraph()
            file.styled(made, block.styled, block.language)
            if block.url:
                file.words(made, " ")
                file.link(made, block.url)


def _note(file: WordFile, paper: Paper, paragraph: Written, note: Note, *, first: bool) -> None:
    standing = f" {note.standing}" if note.standing else ""
    if paper.in_notes:
        if not first:
            paragraph.add_run(",").font.superscript = True
        file.footnote(paragraph, note.styled, note.language, standing)
        return
    file.words(paragraph, " ")
    file.styled(paragraph, note.styled, note.language)
    if standing:
        file.words(paragraph, f" ({note.standing})")
