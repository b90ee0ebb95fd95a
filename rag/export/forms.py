"""The kinds of file and the citation styles by name: what a caller may ask for, before anything heavy loads.

Knows what files are called and of which media type they are; makes none.
"""

from collections.abc import Mapping
from enum import StrEnum


class Form(StrEnum):
    """The kinds of file; each value is the ending of the file's name."""

    WORD = "docx"
    MARKDOWN = "md"
    JSON = "json"
    BIBTEX = "bib"
    RIS = "ris"
    CSL = "csl.json"


MEDIA_TYPES: Mapping[Form, str] = {
    Form.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.MARKDOWN: "text/markdown; charset=utf-8",
    Form.JSON: "application/json",
    Form.BIBTEX: "application/x-bibtex; charset=utf-8",
    Form.RIS: "application/x-research-info-systems; charset=utf-8",
    Form.CSL: "application/vnd.citationstyles.csl+json",
}

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The media type of a spreadsheet, which comparisons are saved as and answers are not."""


class Style(StrEnum):
    """How references are written: by the United Nations, in English law, in American law, in the social sciences."""

    UN = "un"
    OSCOLA = "oscola"
    BLUEBOOK = "bluebook"
    APA = "apa"

    @property
    def in_notes(self) -> bool:
        """Whether references stand in footnotes; else in brackets in the text."""
        return self is not Style.APA


def in_a_name(text: str) -> str:
    """Text as a part of a file's name: ASCII letters and digits with single hyphens between; empty where it has none.

    >>> in_a_name("sample-rules 4(a)"), in_a_name("油")
    ('sample-rules-4-a', '')
    """
    kept = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text)
    return "-".join(kept.split())
