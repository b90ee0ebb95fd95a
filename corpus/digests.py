"""Digests (`corpus/digests/<id>.jsonl`): what each provision requires, in our own words, and who would ask for it.

Foreign data enters here and is checked by pydantic; what leaves is frozen. Judges shape only: what a digest says is
judged by `corpus.lint`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import BadFacts
from corpus.settings import ROOT
from corpus.types import Language, Modality

DIGESTS = ROOT / "corpus" / "digests"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class InSixLanguages(_Strict):
    """The same in each official language."""

    en: str = Field(min_length=1)
    zh: str = Field(min_length=1)
    fr: str = Field(min_length=1)
    es: str = Field(min_length=1)
    ru: str = Field(min_length=1)
    ar: str = Field(min_length=1)

    def said(self, language: Language) -> str:
        """Its words in one of them."""
        return str(getattr(self, language))

    @property
    def texts(self) -> Mapping[Language, str]:
        """Its words in all of them, English first."""
        return {language: self.said(language) for language in Language}


class Statement(InSixLanguages):
    """One normative sentence of a provision, in our own words.

    `item` is the printed letter of a list item, such as `(b)`, or None for the chapeau and for what stands alone.
    `addressee_named` is false where the text leaves the actor open and the author inferred it. `topics`
    are those of this statement where they are not all of the paragraph's, empty for all; `persons` likewise, where None is
    for all and empty for everyone.
    """

    modality: Modality
    effort: bool = False
    addressee: tuple[str, ...] = ()
    addressee_named: bool = True
    item: str | None = Field(default=None, pattern=r"^(\([a-z0-9]+\))+$")
    topics: tuple[str, ...] = ()
    persons: tuple[str, ...] | None = None


class Digest(_Strict):
    """A provision at paragraph level in our own words; design, section 7."""

    locator: str
    heading: InSixLanguages
    statements: tuple[Statement, ...] = Field(min_length=1)
    asks: dict[Language, tuple[str, ...]]
    item_asks: dict[str, dict[Language, tuple[str, ...]]] = Field(default_factory=dict)
    silent_on: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    topics: tuple[str, ...] = Field(min_length=1)
    cites: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    supersedes: str = ""
    note: str = ""
    text_lang: Language
    text_sha256: str = ""

    def topics_of(self, statement: Statement) -> tuple[str, ...]:
        """The themes of one of its statements."""
        return statement.topics or self.topics

    def persons_of(self, statement: Statement) -> tuple[str, ...]:
        """The groups with special needs that one of its statements is for; empty for everyone."""
        return self.persons if statement.persons is None else statement.persons


def read_digests(path: Path) -> tuple[Digest, ...]:
    """Every digest of one file, in order; raises BadFacts with the line at fault."""
    digests = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            digests.append(Digest.model_validate(orjson.loads(line)))
        except (orjson.JSONDecodeError, ValidationError) as error:
            raise BadFacts(f"{path.name}, line {number}, is not a digest: {error}", hint="See corpus/README.md.") from error
    return tuple(digests)


@cache
def all_digests(folder: Path = DIGESTS) -> Mapping[str, tuple[Digest, ...]]:
    """The digests of every instrument that has a file, by instrument id."""
    return {path.stem: read_digests(path) for path in sorted(folder.glob("*.jsonl"))}
