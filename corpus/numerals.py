"""Numbers and units in French, Spanish, Russian and Arabic, in digits or words: what `corpus.quantities` reads there.

Made for the sentences of digests, which are held to one another by their numbers. Everyday questions have times of day, halves
and "a day ago", which are not told from spans of time here. "One" counts behind a ten and before some spans alone: elsewhere it
is the article.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, kw_only=True)
class Numerals:
    """How a language counts: its number words, what joins them, its units, all as patterns.

    `ones` are 2 to 9, `one` stands for 1 behind a ten, `teens` are 10 to 19, `tens` 20 to 90, `hundreds` 100 and more; `joint`
    joins tens and ones, in Arabic the other way round (`ones_first`). `letters` are those of other words, `glued` one that
    digits may stand right behind, `attached` what is written in one word with a number word. `hidden` are words with a number
    in them and what they are read as; `references` and `dates` count nothing; `pairs` are words by which something is two
    without the number being said.
    """

    ones: Mapping[str, int]
    one: str
    teens: Mapping[str, int]
    tens: Mapping[str, int]
    hundreds: Mapping[str, int]
    joint: str
    units: Mapping[str, str]
    hidden: Mapping[str, str]
    references: str
    dates: str
    pairs: str = r"(?!)"
    ones_first: bool = False
    letters: str = "a-zà-ÿ’'"
    glued: str = r"(?!)"
    attached: str = ""

    @cached_property
    def words(self) -> str:
        """A number in words: tens with ones, ones before a hundred, a hundred before the rest; nothing else is added up."""
        ones, teens, tens, hundreds = (_any(part) for part in (self.ones, self.teens, self.tens, self.hundreds))
        behind = f"(?:{ones}|{teens}|{self.one})"
        compound = f"{behind}(?:{self.joint}){tens}|{tens}" if self.ones_first else f"{tens}(?:(?:{self.joint}){behind})?"
        rest = f"(?:{compound}|{teens}|{ones})"
        return f"(?:(?:{ones} )?{hundreds}(?:(?: |{self.joint}){rest})?|{rest})"

    @cached_property
    def counted(self) -> re.Pattern[str]:
        """A number in digits or words, then its unit where it has one, at most two other words between."""
        units = "|".join(rf"(?P<{unit}>{forms})" for unit, forms in self.units.items())
        digits = r"\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
        in_digits = rf"(?:(?<![\w./-])|(?<={self.glued}))(?P<digits>{digits})(?![\w/]|\.\d)"
        in_words = rf"\b(?:{self.attached})(?P<words>{self.words})\b"
        between = rf"(?:(?!(?:{self.attached}){self.words}\b)[{self.letters}]+ ){{0,2}}?"
        return re.compile(
            rf"(?:{in_digits}|{in_words})(?: ?(?P<percent>%|٪)|[ -](?:{between})(?:{units})(?!\w))?", re.IGNORECASE
        )

    @cached_property
    def passed_over(self) -> re.Pattern[str]:
        """References and dates."""
        names = r"\d+/\d+|\(\d+\)|(?<!\d)\d+ (?=\((?:19|20)\d\d)|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b(?:19|20)\d\d\b"
        return re.compile(rf"{self.references}|{self.dates}|{names}", re.IGNORECASE)

    def value(self, written: str) -> float:
        """The value of number words: parts added up, ones before a hundred multiplied with it."""
        total = last = 0
        for match in self._part.finditer(written.lower()):
            value = int((match.lastgroup or "_0")[1:].partition("_")[0])
            if value == _HUNDRED and 1 < last < _TEN:
                total, value = total - last, last * _HUNDRED
            total, last = total + value, value
        return float(total)

    @cached_property
    def _part(self) -> re.Pattern[str]:
        """One number word, the greatest first: the word for twenty begins with that for two."""
        every = {**self.ones, **self.teens, **self.tens, **self.hundreds, self.one: 1}
        greatest_first = sorted(every.items(), key=lambda pair: -pair[1])
        return re.compile("|".join(rf"(?P<_{value}_{place}>{form})" for place, (form, value) in enumerate(greatest_first)))


def number(digits: str) -> float:
    """The value of digits as these languages write them: `2 000`, `2.000`, `12,5`."""
    if re.fullmatch(r"\d{1,3}(?:[ .]\d{3})+", digits):
        return float(re.sub(r"[ .]", "", digits))
    return float(digits.replace(",", "."))


def _any(forms: Mapping[str, int]) -> str:
    return f"(?:{'|'.join(sorted(forms, key=len, reverse=True))})"


_TEN, _HUNDRED = 10, 100
