"""The nouns of law that every stage passes on: Instrument, Provision, Citation.

Values only. Nothing here reads a file, talks to a store or knows how a text is printed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.errors import BadLocator


class Language(StrEnum):
    """The six official languages of the United Nations."""

    EN = "en"
    ZH = "zh"
    FR = "fr"
    ES = "es"
    RU = "ru"
    AR = "ar"


class Binding(StrEnum):
    """Binding force of an instrument."""

    TREATY = "treaty"
    DECLARATION = "declaration"
    RULES = "rules"
    GENERAL_COMMENT = "general_comment"
    RESOLUTION = "resolution"


class Modality(StrEnum):
    """Force of a provision's main verb; the table stands in the design, section 7."""

    SHALL = "shall"
    SHALL_NOT = "shall_not"
    SHOULD = "should"
    SHOULD_NOT = "should_not"
    MAY = "may"
    MAY_ONLY = "may_only"
    DECLARATORY = "declaratory"


class Kind(StrEnum):
    """What a provision is in its instrument."""

    PREAMBLE = "preamble"
    OBSERVATION = "observation"
    RULE = "rule"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FOOTNOTE = "footnote"


class TextStatus(StrEnum):
    """How far the words of a provision can be relied on."""

    OFFICIAL = "official"
    DAMAGED = "damaged"
    DIGEST = "digest"


_LOCATOR = re.compile(
    r"(?P<prefix>pp|po|op|intro|fn)?(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2})?)?(?P<steps>(?:\((?:[0-9]{1,2}|[a-z]{1,4})\))*)"
)


@dataclass(frozen=True, slots=True, kw_only=True, order=False)
class Locator:
    """Where a provision stands in its instrument, such as `45(1)`, `43(1)(b)`, `8.2(b)`, `pp12`.

    >>> Locator.parse("43(1)(b)").steps
    ('1', 'b')
    >>> str(Locator.parse("8.2(b)").parent)
    '8.2'
    >>> Locator.parse("pp12").parent is None
    True
    """

    prefix: str = ""
    number: str = ""
    steps: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Locator":
        """Read a printed locator; raises BadLocator for anything else."""
        match = _LOCATOR.fullmatch(text)
        if not match or not (match["number"] or (match["prefix"] and match["steps"])):
            raise BadLocator(f"{text!r} is not a locator.", hint="Write it like 45(1), 43(1)(b), 8.2(b) or pp12.")
        steps = tuple(re.findall(r"\(([^)]+)\)", match["steps"]))
        return cls(prefix=match["prefix"] or "", number=match["number"] or "", steps=steps)

    @property
    def parent(self) -> "Locator | None":
        """The locator one step up, or None at the top."""
        if not self.steps:
            return None
        return Locator(prefix=self.prefix, number=self.number, steps=self.steps[:-1])

    @property
    def root(self) -> "Locator":
        """The rule, article or paragraph without any steps."""
        return Locator(prefix=self.prefix, number=self.number)

    def __str__(self) -> str:
        return f"{self.prefix}{self.number}" + "".join(f"({step})" for step in self.steps)


class Unit(StrEnum):
    """What a bare number of an instrument counts: `45` is a rule, a paragraph or an article."""

    RULE = "rule"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A standard of the United Nations, as its facts file tells of it.

    `names` are the short names that labels print, `aliases` every further way in which people write them.
    `expected` are the locators that a complete text has, in order, footnotes apart.
    """

    id: str
    symbol: str
    titles: Mapping[Language, str]
    names: Mapping[Language, str]
    aliases: Mapping[Language, tuple[str, ...]]
    adopted: date
    binding: Binding
    unit: Unit
    core: bool
    status: str
    supersedes: tuple[str, ...]
    urls: Mapping[Language, str]
    expected: tuple[str, ...]

    def called(self, language: Language) -> str:
        """Its short name in a language, in English where it has none there."""
        return self.names.get(language) or self.names[Language.EN]

    def has(self, locator: str) -> bool:
        """Whether the instrument has this provision, or provisions under it (`45` where `45(1)` exists)."""
        return locator in self.expected or any(known.startswith(f"{locator}(") for known in self.expected)


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteMark:
    """A footnote's mark, taken out of a provision's text.

    `offset` counts Unicode code points of the provision's text before the place where the mark stood.
    """

    footnote: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """The smallest citable unit of an instrument, in one language.

    A provision with items holds its chapeau only; each item is a provision whose `parent` names it.
    """

    instrument: str
    language: Language
    locator: str
    kind: Kind
    parent: str | None = None
    heading_path: tuple[str, ...] = ()
    text: str
    status: TextStatus = TextStatus.OFFICIAL
    marks: tuple[FootnoteMark, ...] = ()
    damage: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An instrument and a locator in it; its printed form parses back.

    >>> str(Reference.parse("mandela 45(1)"))
    'mandela 45(1)'
    """

    instrument: str
    locator: str

    @classmethod
    def parse(cls, text: str) -> "Reference":
        """Read `mandela 45(1)`; raises BadLocator where either part is missing or malformed."""
        instrument, _, locator = text.strip().partition(" ")
        if not instrument or not locator:
            raise BadLocator(f"{text!r} is not a citation.", hint="Write it like 'mandela 45(1)'.")
        return cls(instrument=instrument, locator=str(Locator.parse(locator.strip())))

    def __str__(self) -> str:
        return f"{self.instrument} {self.locator}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference with what a reader needs to judge it; the JSON of the design, section 4.

    `start` and `end` are code points of the provision's stored text, end exclusive, and `text[start:end] == quote`.
    All three are None unless `text_status` is official.
    """

    instrument: str
    symbol: str
    locator: str
    label: str
    heading: str
    url: str
    language: Language
    text_status: TextStatus
    quote: str | None
    start: int | None
    end: int | None
    binding: Binding
    modality: Modality

    @property
    def reference(self) -> Reference:
        """Instrument and locator alone."""
        return Reference(instrument=self.instrument, locator=self.locator)

    def __str__(self) -> str:
        return str(self.reference)
