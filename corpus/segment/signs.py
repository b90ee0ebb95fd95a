"""The signs of one grammar in one language, made ready: what opens, closes and heads the parts of a document.

Finds places in lines; says nothing about what stands between them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.grammar import Grammar
from corpus.segment.headings import Style
from corpus.segment.lines import Line
from corpus.segment.words import PART_WORDS
from corpus.types import Language

_ASIDE_LINES = 6
"""The longest editors' note, in lines; a bracket that is not closed by then opens none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """Compiled patterns, each named after what it tells, and the way in which the text writes headings."""

    rule: re.Pattern[str]
    article: re.Pattern[str]
    annex: re.Pattern[str]
    preamble: re.Pattern[str]
    speaker: re.Pattern[str]
    agrees: re.Pattern[str]
    observation: re.Pattern[str]
    observations: re.Pattern[str]
    introduction: re.Pattern[str]
    closing: re.Pattern[str]
    opener: re.Pattern[str]
    clause: re.Pattern[str] | None
    aside: re.Pattern[str] | None
    commentary: re.Pattern[str] | None
    style: Style

    @classmethod
    def of(cls, grammar: Grammar, language: Language, lines: Sequence[Line]) -> "Signs":
        """The signs of a text: the language's own words, and what the grammar adds to them."""
        words = PART_WORDS[language]
        speaker = grammar.enacts.get(language) or words.enacts
        style = Style(
            signs=grammar.headings,
            part=re.compile(words.part, re.IGNORECASE),
            joint=grammar.part_joint,
            hashes=any(re.match(r"#{1,6}\s", line.text) for line in lines),
        )
        return cls(
            rule=re.compile(words.rule),
            article=re.compile(words.article),
            annex=re.compile(words.annex, re.IGNORECASE),
            preamble=re.compile(words.preamble),
            speaker=re.compile(f"(?:{speaker})[,，،]?"),
            agrees=re.compile(words.agrees),
            observation=re.compile(words.observation),
            observations=re.compile(words.observations),
            introduction=re.compile(words.introduction),
            closing=re.compile(words.closing),
            opener=re.compile(words.opener),
            clause=_optional(grammar.clause.get(language)),
            aside=_optional(grammar.aside.get(language)),
            commentary=_optional(grammar.commentary.get(language)),
            style=style,
        )

    def labelled(self, line: Line) -> bool:
        """Whether a line can be a heading by its label."""
        return bool(self.style.label(line))

    def until_closing(self, lines: Sequence[Line]) -> Sequence[Line]:
        """The lines without the date, place and formula that end an instrument."""
        return lines[: 1 + place_of(self.closing, lines[1:], len(lines))] if lines else lines

    def until_commentary(self, lines: Sequence[Line]) -> Sequence[Line]:
        """The lines of a rule without the commentary on it."""
        return lines[: place_of(self.commentary, lines, len(lines))] if self.commentary else lines

    def without_asides(self, lines: Sequence[Line]) -> Sequence[Line]:
        """The lines without editors' notes in square brackets."""
        if self.aside is None:
            return lines
        kept: list[Line] = []
        rest = list(lines)
        while rest:
            closed = next((place for place, line in enumerate(rest[:_ASIDE_LINES]) if line.text.endswith("]")), None)
            if closed is not None and self.aside.match(rest[0].text):
                del rest[: closed + 1]
            else:
                kept.append(rest.pop(0))
        return kept


def place_of(sign: re.Pattern[str], lines: Sequence[Line], absent: int) -> int:
    """The place of the first line that is a sign from end to end."""
    return next((place for place, line in enumerate(lines) if sign.fullmatch(line.text)), absent)


def start_of(sign: re.Pattern[str], lines: Sequence[Line], absent: int) -> int:
    """The place of the first line that begins with a sign."""
    return next((place for place, line in enumerate(lines) if sign.match(line.text)), absent)


def _optional(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None
