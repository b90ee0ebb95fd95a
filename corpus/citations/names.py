"""Every way to write each instrument's name: from its facts file, from its symbol, from its committee and number.

Refuses to let a place name or a short acronym count alone: such a name is weak and needs a number beside it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.citations.forms import (
    COMMENT_WORDS,
    COMMITTEES,
    EDITION_HEADS,
    FOREIGN,
    RECOMMENDATION_WORDS,
    RESOLUTION_AFTER,
    RESOLUTION_AROUND,
    RESOLUTION_BEFORE,
    Word,
)
from corpus.citations.keys import pattern_keys
from corpus.types import Binding, Instrument, Unit

_RESOLUTION = re.compile(r"A/RES/(\d+)/(\d+)")
_COMMENT = re.compile(r"(?P<committee>[a-z]+)-g[cr](?P<number>\d+)")
_COMMENT_SYMBOL = re.compile(r"(?P<committee>[A-Z]+)/C/GC/(?P<number>\d+)")
_YEAR = re.compile(r"\((\d{4})\)$")
_BRACKETED = re.compile(r"[(（]([^()（）]*)[)）]")
_RULE_WORD = re.compile(r"\b(?:rules|règles|reglas|правил\w*)\b|قواعد|规则|規則", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff]")
_FEW = 6
"""Words, or Chinese characters, of a name without its 规则 that can still be a name: 纳尔逊·曼德拉, Nelson Mandela.

A single character is none: 钟 stands in 分钟, a minute.
"""
_ONE_WORD = re.compile(r"[^\W\d_]+\.?")


class Name(NamedTuple):
    """What a name means: an instrument, an earlier edition of it, or a text that is not held here."""

    instrument: str | None
    edition: str | None = None
    weak: bool = False
    acronym: bool = False
    resolution: bool = False
    word: Word | None = None
    """What a number right after the name counts, where the name says it: `Mandela Rule 45`."""


class Term(NamedTuple):
    """A word that stands before a number; `pointed` if it counts only with its point."""

    word: Word
    pointed: bool


def names_of(instrument: Instrument) -> Iterator[tuple[str, Name]]:
    """Patterns and what they mean, for one instrument."""
    plain = Name(instrument.id)
    for text in _given(instrument):
        named = _classified(text, instrument)
        yield text, named
        short = _RULE_WORD.sub(" ", text)
        if named.word and short != text and _can_stand_alone(short):
            yield short, plain._replace(weak=True)
    yield instrument.id, plain._replace(weak="-" not in instrument.id)
    if not instrument.symbol.isalpha():
        symbol = plain._replace(resolution=bool(_RESOLUTION.fullmatch(instrument.symbol)))
        yield instrument.symbol, symbol
        yield instrument.symbol.replace("A/", "\u0410/"), symbol  # the Cyrillic letter, as Russian keyboards type it
    for pattern in _resolution_forms(instrument.symbol):
        yield pattern, plain._replace(resolution=True)
    if comment := _COMMENT.fullmatch(instrument.id):
        for pattern in comment_forms(comment["committee"].upper(), comment["number"]):
            yield pattern, plain
        bare = list(comment_forms("", comment["number"]))
        if {pattern_keys(alias) for alias in _given(instrument)} & {pattern_keys(form) for form in bare}:
            for pattern in bare:
                yield pattern, plain
    for edition in instrument.supersedes:
        yield from _edition_names(instrument, edition)


def _can_stand_alone(short: str) -> bool:
    keys = pattern_keys(short)
    return 0 < len(keys) <= _FEW and not (len(keys) == 1 and _HAN.search(short))


def _given(instrument: Instrument) -> Iterator[str]:
    """Names, titles and aliases as the facts file has them; a title also without what it adds in brackets."""
    for mapping in (instrument.names, instrument.titles):
        for text in mapping.values():
            yield text
            if bracket := _BRACKETED.search(text):
                yield text.replace(bracket[0], " ")
                if not bracket[1].strip(" 年").isdigit() and len(bracket[1]) > 4:
                    yield bracket[1]
    for aliases in instrument.aliases.values():
        yield from aliases


def _classified(text: str, instrument: Instrument) -> Name:
    """How much a given name can carry alone."""
    acronym = text.isascii() and text.isupper() and text.isalpha()
    one_word = bool(_ONE_WORD.fullmatch(text)) and not _HAN.search(text)
    short_han = bool(_HAN.search(text)) and len(text.strip("《》")) <= 3
    phrase = instrument.binding is Binding.RESOLUTION and not any(character.isdigit() for character in text)
    return Name(
        instrument.id,
        weak=(one_word and not (acronym and len(text) > 2)) or short_han or phrase,
        acronym=acronym,
        resolution="/" in text,
        word=Word.RULE if instrument.unit is Unit.RULE and _RULE_WORD.search(text) else None,
    )


def _resolution_forms(symbol: str) -> Iterator[str]:
    match = _RESOLUTION.fullmatch(symbol)
    if not match:
        return
    yield f"GA/RES/{match[1]}/{match[2]}"
    yield from resolution_forms(f"{match[1]}/{match[2]}")
    for before in RESOLUTION_BEFORE.split("|"):
        if before > "\u0600":  # Arabic texts have the pair in either order
            yield f"{before} {match[2]}/{match[1]}"
    yield f"{match[1]}/{match[2]}"


def resolution_forms(pair: str) -> Iterator[str]:
    """The ways to name a General Assembly resolution by session and number."""
    for before in RESOLUTION_BEFORE.split("|"):
        yield f"{before} {pair}"
    heads, tails = RESOLUTION_AFTER
    for head in heads.split("|"):
        for tail in tails.split("|"):
            yield f"{head} {pair} {tail}"
    before, after = RESOLUTION_AROUND
    for head in before.split("|"):
        yield f"{head}{pair}{after}"


def comment_forms(committee: str, number: str) -> Iterator[str]:
    """The ways to name a general comment or recommendation, with its committee where one is given."""
    who = COMMITTEES.get(committee, committee.lower()).split("|") if committee else [""]
    for what in f"{COMMENT_WORDS}|{RECOMMENDATION_WORDS}".split("|"):
        for name in who:
            yield f"{name} {what} {number}"
            if name:
                yield f"{name}, {what} {number}"
                yield f"{name}'s {what} {number}"
                yield f"{what} {number} {name}"
                yield f"{what} {name} {number}"
            if _HAN.match(what):
                yield f"{name}{number}{what}"
    if committee:
        yield f"{committee}/C/GC/{number}"
        yield f"{committee}/GC/{number}"


def _edition_names(instrument: Instrument, edition: str) -> Iterator[tuple[str, Name]]:
    """Names of a text that the instrument took the place of: by its year, or by its symbol."""
    if year := _YEAR.search(edition):
        name = Name(instrument.id, edition=year[1], word=Word.RULE if instrument.unit is Unit.RULE else None)
        yield edition, name
        for text in _given(instrument):
            yield f"{year[1]} {text}", name
        for head in EDITION_HEADS.split("|"):
            yield f"{head} {year[1]}", name
            yield f"{year[1]} {head}", name
            yield f"{year[1]}年{head}", name
            yield f"{head} {year[1]} года", name
    elif comment := _COMMENT_SYMBOL.fullmatch(edition):
        name = Name(instrument.id, edition=edition)
        for pattern in comment_forms(comment["committee"], comment["number"]):
            yield pattern, name
    else:
        yield edition, Name(instrument.id, edition=edition)


def foreign_names() -> Iterator[tuple[str, Name]]:
    """Names of texts that are not held here; `<number>` and `<pair>` stand for any that is not known."""
    foreign = Name(None, weak=True)
    for text in FOREIGN.split("|"):
        yield text, foreign
    for pattern in resolution_forms("<pair>"):
        if pattern.strip() != "<pair>":
            yield pattern, foreign
    yield "A/RES/<number>/<number>", foreign
    yield "A/HRC/RES/<number>/<number>", foreign
    for committee in ("", *COMMITTEES):
        for pattern in comment_forms(committee, "<number>"):
            yield pattern, foreign
