"""The shape of a line of a question set, where the files `eval/datasets/*.jsonl` enter and leave.

Judges shape only; what locators and expectations mean is judged by `eval.questions`. Never rewrites a word.
"""

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from corpus.errors import BadInput
from corpus.settings import ROOT
from corpus.types import Language
from eval.types import Expected, ItemType, Split
from rag.types import Reason

DATASETS = ROOT / "eval" / "datasets"
FURTHER = DATASETS / "further"
"""Sets that are fitted on and reported, and from which no smoke set is chosen."""
CONTRASTS = ("contrast", "closer")
"""Sets of `FURTHER` whose items come in groups of `GROUP` that lie close together."""
GROUP = 3


class Strict(BaseModel):
    """A shape that takes no field which it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PlaceRow(Strict):
    """A provision as two fields."""

    instrument: str
    locator: str


class NeedRow(PlaceRow):
    """A gold provision; `alternative_of` is a citation, or the bare locator of a needed one."""

    need: Literal["must", "may"]
    alternative_of: str | None = None


class NuggetRow(Strict):
    """A fact that a good answer says; `locators` are citations such as `mandela 45(1)`."""

    en: str = Field(min_length=1)
    zh: str = Field(min_length=1)
    locators: tuple[str, ...]
    vital: bool


class ExpectedRow(Strict):
    """What should be done, and why where that is not to answer."""

    do: Expected
    reason: Reason | None = None


class SecondRow(Strict):
    """What the second annotator found: whether the texts answer, and by which provisions."""

    expected: Literal["answer", "refuse"]
    reason: str | None = None
    gold: tuple[PlaceRow, ...]


class SpanRow(PlaceRow):
    """Official words by code points and fingerprint."""

    language: Language
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class TurnRow(Strict):
    """A question with its gold; a dialogue has several, and their `expected` is to answer unless it says otherwise."""

    question: dict[Language, str] = Field(min_length=1)
    gold: tuple[NeedRow, ...]
    nuggets: tuple[NuggetRow, ...]
    must_not_say: tuple[str, ...] = ()
    expected: ExpectedRow = ExpectedRow(do=Expected.ANSWER)


class ItemRow(Strict):
    """A line of a question set: a question with its gold, or the `turns` of a dialogue."""

    id: str = Field(pattern=r"^[a-z]+[0-9]{3}$")
    type: ItemType
    question: dict[Language, str] | None = None
    turns: tuple[TurnRow, ...] = ()
    gold: tuple[NeedRow, ...] = ()
    nuggets: tuple[NuggetRow, ...] = ()
    must_not_say: tuple[str, ...] = ()
    expected: ExpectedRow | None = None
    split: Split
    author: str = Field(min_length=1)
    second_annotator: str | None = None
    second: SecondRow | None = None
    spans: tuple[SpanRow, ...] = ()

    @model_validator(mode="after")
    def _one_or_many(self) -> "ItemRow":
        alone = self.question is not None and self.expected is not None
        if self.type is ItemType.DIALOGUE and (alone or not self.turns):
            raise ValueError("a dialogue has turns, and no question of its own")
        if self.type is not ItemType.DIALOGUE and (self.turns or not alone):
            raise ValueError("an item that is no dialogue has question and expected, and no turns")
        return self

    def asked(self) -> tuple[TurnRow, ...]:
        """The turns of a dialogue, or the one question as a turn."""
        if self.question is None or self.expected is None:
            return self.turns
        return (
            TurnRow(
                question=self.question,
                gold=self.gold,
                nuggets=self.nuggets,
                must_not_say=self.must_not_say,
                expected=self.expected,
            ),
        )


Shape = TypeVar("Shape", bound=Strict)
_SHAPE = "The shape stands in eval/rows.py."


def read_lines(path: Path, shape: type[Shape], hint: str = _SHAPE) -> tuple[Shape, ...]:
    """Every line of a file in this shape, the first being line 1; raises BadInput with file, line, field and the hint."""
    try:
        lines = path.read_bytes().removesuffix(b"\n").split(b"\n")
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.", hint=f"Sets stand in {DATASETS}.") from error
    return tuple(_read(f"{path.name}, line {number}", line, shape, hint) for number, line in enumerate(lines, start=1))


def write_rows(path: Path, rows: Iterable[ItemRow]) -> None:
    """Replace a question set by these rows at once, writing the fields that were given and no others."""
    text = "".join(f"{_printed(row)}\n" for row in rows)
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)


def _read(where: str, line: bytes, shape: type[Shape], hint: str) -> Shape:
    try:
        return shape.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the line"
        raise BadInput(f"{where}: {place}: {first['msg']}.", hint=hint) from error


def _printed(row: ItemRow) -> str:
    """JSON in which what cannot be seen is escaped, so that a reader of the file sees that it is there."""
    plain = json.dumps(row.model_dump(mode="json", exclude_unset=True), ensure_ascii=False)
    return "".join(character if _visible(character) else json.dumps(character)[1:-1] for character in plain)


def _visible(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Zl", "Zp", "Cn", "Co"}
