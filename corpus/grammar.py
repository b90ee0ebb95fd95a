"""The numbering grammar of an instrument, as the `[grammar]` table of its facts file declares it.

Says to which family of documents a text belongs and which of the family's parts it has; segmentation reads it and
knows no instrument by name. Refuses unknown keys and patterns that do not compile.
"""

import re
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, field_validator

from corpus.types import Language


class Family(StrEnum):
    """The families of documents that segmentation can read."""

    RESOLUTION = "resolution"
    ANNEXED_RULES = "annexed_rules"
    DOTTED_RULES = "dotted_rules"
    NUMBERED_RULES = "numbered_rules"
    GENERAL_COMMENT = "general_comment"
    TREATY = "treaty"


class HeadingSign(StrEnum):
    """What a heading is known by: `I.`, `A.`, `1.`, `(a)`, `Part I`, or nothing but where it stands."""

    PART = "part"
    ROMAN = "roman"
    LETTER = "letter"
    NUMBER = "number"
    SMALL = "small"
    PLAIN = "plain"


class Preamble(StrEnum):
    """How the paragraphs of a preamble are told apart: not at all, by their first words, or by letters."""

    NONE = "none"
    PLAIN = "plain"
    LETTERED = "lettered"


class Observations(StrEnum):
    """Preliminary observations of annexed rules: none, each under its own heading, or one run of numbers."""

    NONE = "none"
    HEADED = "headed"
    NUMBERED = "numbered"


Words = dict[Language, str]
"""One regular expression per language."""


class Grammar(BaseModel):
    """The `[grammar]` table.

    `headings` lists the signs of headings, outermost first. `items` says whether list items are provisions of their
    own. `enacts` (the body that speaks), `aside` (the first words of editors' notes in brackets, left out),
    `commentary` (the line after which commentary follows, left out) and `clause` (first words of a preamble's last
    paragraph, however it is broken) are regular expressions per language, tried at the start of a line.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    family: Family
    preamble: Preamble = Preamble.NONE
    operative: bool = False
    observations: Observations = Observations.NONE
    introduction: bool = False
    items: bool = False
    headings: tuple[HeadingSign, ...] = ()
    part_joint: str = " "
    unit_titles: bool = False
    unit_in_path: bool = False
    enacts: Words = Field(default_factory=dict)
    aside: Words = Field(default_factory=dict)
    commentary: Words = Field(default_factory=dict)
    clause: Words = Field(default_factory=dict)

    @field_validator("enacts", "aside", "commentary", "clause")
    @classmethod
    def _compiles(cls, words: Words) -> Words:
        for pattern in words.values():
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"{pattern!r} is not a regular expression: {error}") from error
        return words
