"""The kinds of file and the citation styles by name: what a caller may ask for, before anything heavy loads."""

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
