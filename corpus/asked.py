"""Questions that people would ask (`corpus/asked`), written first and looked up then: each with what a provision does to it.

Provisions are found by those that they answer; the others stand at the edge of the texts. Foreign data enters here and is
checked by pydantic; what leaves is frozen.
"""

from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from corpus.boundaries import Boundary, Edge
from corpus.lines import read_lines
from corpus.settings import ROOT
from corpus.types import Language, Reference

ASKED = ROOT / "corpus" / "asked"


class Bearing(StrEnum):
    """What the provision does to the question."""

    ANSWERED = "answered"
    SILENT = "silent"
    MISBELIEF = "misbelief"


_EDGES = {Bearing.SILENT: Edge.SILENCE, Bearing.MISBELIEF: Edge.MISBELIEF}


class Inquiry(BaseModel):
    """A question in English and Chinese at least, and the provision that answers or denies it, or comes nearest.

    `also` are printed citations of other provisions that answer it as well.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[ab][a-z][0-9]{4}$")
    instrument: str
    locator: str
    author: str = Field(min_length=1)
    kind: Bearing
    question: dict[Language, str]
    also: tuple[str, ...] = Field(default=(), max_length=2)

    @field_validator("question")
    @classmethod
    def _in_both(cls, question: dict[Language, str]) -> dict[Language, str]:
        if not {Language.EN, Language.ZH} <= question.keys():
            raise ValueError("a question is in English and Chinese at least")
        return question

    @property
    def reference(self) -> Reference:
        """The provision."""
        return Reference.parse(f"{self.instrument} {self.locator}")

    @model_validator(mode="after")
    def _answered_as_well(self) -> Self:
        if self.also and self.kind is not Bearing.ANSWERED:
            raise ValueError("also is for what is answered")
        if len(set(self.references)) <= len(self.also):
            raise ValueError("also names a provision twice, or the first one")
        return self

    @property
    def references(self) -> tuple[Reference, ...]:
        """The provision, and those that answer the question as well."""
        return (self.reference, *(Reference.parse(text) for text in self.also))

    @property
    def boundary(self) -> Boundary | None:
        """The same as a question at the edge; None for one that is answered."""
        edge = _EDGES.get(self.kind)
        asks: dict[Language, tuple[str, ...]] = {language: (text,) for language, text in self.question.items()}
        return Boundary(edge=edge, near=str(self.reference), asks=asks) if edge else None


def asked_files(folder: Path = ASKED) -> tuple[Path, ...]:
    """Every file of a folder, in order; none where the folder is not there."""
    return tuple(sorted(folder.glob("asked-*.jsonl")))


def all_asked(folder: Path = ASKED) -> tuple[Inquiry, ...]:
    """The questions of all files of a folder; raises BadFacts."""
    return tuple(row for path in asked_files(folder) for row in read_asked(path))


def read_asked(path: Path) -> tuple[Inquiry, ...]:
    """The questions of one file; raises BadFacts with the line at fault."""
    return read_lines(path, _inquiry, "no question")


def _inquiry(line: object) -> Inquiry:
    row = Inquiry.model_validate(line)
    _ = row.references
    return row
