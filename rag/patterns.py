"""Forms of asking, written out by language and kind, compiled for use: the tables of several modules are read in one way."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from corpus.types import Language

Kind = TypeVar("Kind", bound=StrEnum)
Patterns = Mapping[Language, Mapping[Kind, re.Pattern[str]]]


def compiled(words: Mapping[Language, Mapping[Kind, str]]) -> Patterns[Kind]:
    """The same table with regular expressions that take no notice of case; kinds stay in their order."""
    return {language: {kind: re.compile(text, re.IGNORECASE) for kind, text in of.items()} for language, of in words.items()}
