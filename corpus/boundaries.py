"""Boundaries (`corpus/silences`, `corpus/misbeliefs`): questions at the edge of what the texts say, in our own words.

A silence is a question near a provision which no text answers; a misbelief takes something for granted which its
provision corrects; a general one belongs to no provision and names the reason of refusal. Foreign data enters here and is
checked by pydantic; what leaves is frozen.
"""

from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, model_validator

from corpus.lines import read_lines
from corpus.settings import ROOT
from corpus.types import Language, Reference

FOLDER = ROOT / "corpus"


class Edge(StrEnum):
    """On which side of the texts a question lies; the last three are reasons of refusal without a provision."""

    SILENCE = "silence"
    MISBELIEF = "misbelief"
    NOT_IN_TEXTS = "not_in_texts"
    ASKS_FOR_ADVICE = "asks_for_advice"
    OFF_TOPIC = "off_topic"


class Boundary(BaseModel):
    """Questions of one kind in several languages; `near` is the provision that they stand near, as `mandela 13`, or None."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    edge: Edge
    near: str | None = None
    asks: dict[Language, tuple[str, ...]]

    @property
    def reference(self) -> Reference | None:
        """The provision that the questions stand near."""
        return Reference.parse(self.near) if self.near else None


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    locator: str | None = None
    reason: Edge | None = None
    asks: dict[Language, tuple[str, ...]]

    @model_validator(mode="after")
    def _one_of_both(self) -> "_Line":
        if (self.locator is None) == (self.reason is None):
            raise ValueError("a line names either a locator or a reason")
        if self.reason in (Edge.SILENCE, Edge.MISBELIEF):
            raise ValueError("a reason is one of not_in_texts, asks_for_advice, off_topic")
        return self


def boundary_files(folder: Path = FOLDER) -> tuple[Path, ...]:
    """Every boundary file, in order; several may belong to one instrument (`mandela.1.jsonl`)."""
    return tuple(path for edge in ("silences", "misbeliefs") for path in sorted((folder / edge).glob("*.jsonl")))


def all_boundaries(folder: Path = FOLDER) -> tuple[Boundary, ...]:
    """Every boundary of a folder, by file; raises BadFacts."""
    return tuple(one for path in boundary_files(folder) for one in read_boundaries(path))


def read_boundaries(path: Path) -> tuple[Boundary, ...]:
    """The boundaries of one file; raises BadFacts with the line at fault."""
    edge = Edge.SILENCE if path.parent.name == "silences" else Edge.MISBELIEF
    instrument = path.name.split(".")[0]

    def boundary(line: object) -> Boundary:
        read = _Line.model_validate(line)
        near = str(Reference.parse(f"{instrument} {read.locator}")) if read.locator is not None else None
        return Boundary(edge=read.reason or edge, near=near, asks=read.asks)

    return read_lines(path, boundary, "no boundary")
