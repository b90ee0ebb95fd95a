"""How French, Spanish, Russian and Arabic statements count: what `corpus.quantities` reads in them.

Digests are our own words, so they are held to one way of writing: numbers in digits, in words up to nine at most. A greater one
in words does not come out right, which lint finds. People write theirs in every other way: the decision reads none of a
question in these languages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, kw_only=True)
class Numerals:
    """Number words, units and what counts nothing, all as patterns.

    `words` are 2 to 9; `units` by the name that all languages share. `hidden` are words with a number in them and what they are
    read as; `references` and `dates` count nothing; `pairs` are words by which something is two without the number being said.
    `letters` are those of words that may stand between a number and its unit, `glued` one that digits may stand right behind.
    """

    words: Mapping[str, int]
    units: Mapping[str, str]
    hidden: Mapping[str, str]
    references: str
    dates: str
    pairs: str = r"(?!)"
    letters: str = "a-zà-ÿ’'"
    glued: str = r"(?!)"

    @cached_property
    def counted(self) -> re.Pattern[str]:
        """A number in digits or words, then its unit where it has one, at most two other words between."""
        units = "|".join(rf"(?P<{unit}>{forms})" for unit, forms in self.units.items())
        digits = rf"(?:(?<![\w./-])|(?<={self.glued}))(?P<digits>\d+(?:[.,]\d+)?)(?![\w/]|\.\d)"
        words = "|".join(self.words)
        between = rf"(?:(?!(?:{words})\b)[{self.letters}]+ ){{0,2}}?"
        return re.compile(rf"(?:{digits}|\b(?P<word>{words})\b)(?:[ -]{between}(?:{units})(?!\w))?", re.IGNORECASE)

    @cached_property
    def passed_over(self) -> re.Pattern[str]:
        """References and dates."""
        names = r"\d+/\d+|\(\d+\)|(?<!\d)\d+ (?=\((?:19|20)\d\d)|\b(?:19|20)\d\d\b"
        return re.compile(rf"{self.references}|{self.dates}|{names}", re.IGNORECASE)

    def value(self, word: str) -> float:
        """The value of a number word."""
        return float(next(value for form, value in self.words.items() if re.fullmatch(form, word, re.IGNORECASE)))
