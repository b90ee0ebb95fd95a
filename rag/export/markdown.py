"""A paper as Markdown with footnotes, as Pandoc and GitHub read them.

Text is escaped, so that it prints letter for letter; nothing in it is obeyed as markup or HTML.
"""

import re
from collections.abc import Iterator

from rag.export.paper import Block, Heading, Listed, Note, Paper, Paragraph, Quotation, Remark
from rag.export.styles import Styled

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~^$&!])")
_LINE_START = re.compile(r"^(\s*)(\d{1,9})?([.)+=-])", re.MULTILINE)
_NOTE_GAP = "    "


def markdown(paper: Paper) -> bytes:
    """The whole paper in UTF-8, ending in a line break."""
    return (_Printer(paper).text() + "\n").encode()


def escaped(text: str) -> str:
    r"""Text as Markdown that prints exactly it.

    >>> print(escaped("1. [a](b) *x*"))
    1\. \[a\](b) \*x\*
    """
    return _LINE_START.sub(lambda found: f"{found[1]}{found[2] or ''}\\{found[3]}", _SIGNS.sub(r"\\\1", text))


def styled_out(styled: Styled) -> str:
    """A reference with its italics."""
    return "".join(f"*{escaped(run.text)}*" if run.italic else escaped(run.text) for run in styled)


class _Printer:
    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.notes: list[Note] = []

    def text(self) -> str:
        title = f"# {escaped(_on_one_line(self.paper.title))}"
        body = [part for block in self.paper.blocks for part in self.block(block)]
        notes = [f"[^{number}]: {_note(note)}" for number, note in enumerate(self.notes, start=1)]
        return "\n\n".join([title, *body, *notes])

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph():
                words = escaped(block.text).replace("\n", "  \n")
                yield (f"**{words}**" if block.strong else words) + "".join(map(self.mark, block.notes)) + block.stop
            case Quotation():
                item = f"{escaped(block.item)} " if block.item else ""
                yield "\n".join(f"> {line}" for line in f"{item}“{escaped(block.text)}”".split("\n"))
            case Remark():
                yield f"*{escaped(block.text)}*"
            case Heading():
                yield f"## {escaped(block.text)}"
            case Listed():
                address = f" <{block.url}>" if block.url else ""
                yield f"- {styled_out(block.styled)}{address}"

    def mark(self, note: Note) -> str:
        if not self.paper.in_notes:
            standing = f" ({escaped(note.standing)})" if note.standing else ""
            return f" {styled_out(note.styled)}{standing}"
        self.notes.append(note)
        return f"[^{len(self.notes)}]"


def _note(note: Note) -> str:
    return f"{styled_out(note.styled)}." + (f" {escaped(note.standing)}" if note.standing else "")


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
