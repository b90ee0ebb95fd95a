"""The slot of numbers that name something: years, sessions, articles and rules, resolutions and general comments.

What a claim names by its number, the evidence, what it stands under or its instrument must name too, in digits, words or
Chinese numerals. Refuses to know which articles of a treaty a provision applies without naming them; paragraphs are passed
over, since their numbers say nothing without those of what they are part of.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus.citations.find import find
from corpus.citations.forms import NUMBER_WORDS, Word
from corpus.citations.numerals import chinese_value
from rag.types import Step
from rag.verify.alignment import Alignment
from rag.verify.finding import Finding

Named = frozenset[tuple[str, str]]
"""Kinds and numbers."""

_HAN = "[〇零一二三四五六七八九十百]+"
_COUNTED = (
    r"[ -]?(?:calories?|kcal|persons?|people|prisoners?|inmates?|detainees?|women|men|children|cases?|euros?|dollars?)\b"
    "|多?余?(?:名|人|个|位|元|字|米|千卡|大卡|卡)"
)
_YEAR = re.compile(rf"(?<![\d./$€£-])(?<!room )(?<!cell )(?:19|20)\d\d(?![\d/]|\.\d)(?!{_COUNTED})")
_DOCUMENT = re.compile(
    rf"(?<![\d/.])(\d\d/\d{{2,3}})(?![\d/])|\bcomments? (?:no\.? ?)?(\d+)|第({_HAN}|\d+)号(?=一般性意见)", re.IGNORECASE
)
_ORDINAL = r"(?:[a-z]+-)?(?:first|second|third|[a-z]{2,}th)"
_NTH = rf"(?:{_ORDINAL}|\d+(?:st|nd|rd|th))"
_MET = "(?: (?:regular|special|United Nations))? (?:sessions?|congress(?:es)?)"
_SESSION = re.compile(
    rf"\b({_NTH}(?:(?:,? and |, | to | or ){_NTH})*){_MET}\b|第((?:{_HAN}|\d+)(?:[、和与及至到第]+(?:{_HAN}|\d+))*)届",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"{_ORDINAL}|\d+|{_HAN}", re.IGNORECASE)
_BASE = re.compile(r"\d+(?:\.\d+)*")
_WRITTEN = re.compile(rf"\d|{_HAN}")
"""Not as a word: of "the rules one has", one is no rule."""
_IDIOM = re.compile(r"\bas a $", re.IGNORECASE)
_PASSED_OVER = (Word.PARAGRAPH, Word.CLAUSE)
_LONGEST = 200
"""Up to so many numbers are between the ends of a range."""

_TOLD = 5
"""So many numbers of the text are told at most: a range may hold many."""


def designations(held: Alignment) -> Iterator[Finding]:
    """Named numbers that the claim has and the evidence has not.

    One that stands in the place of another of its kind, which the claim does not name, fails the claim; others weigh.
    """
    claimed = _named(held.claim.text)
    if not claimed:
        return
    evidence = held.evidence
    told = {one for unit in evidence.units for one in _named(unit.text)}
    own = f"rule {evidence.reference.locator}, {evidence.named}"
    known = told | {one for text in (*evidence.headings, own) for one in _named(text)}
    known |= {("document", number) for number in re.findall(r"\d+", evidence.reference.instrument)}
    for kind, number in sorted(claimed):
        if _holds(known, kind, number):
            continue
        others = (other for a_kind, other in told if a_kind == kind and not _holds(claimed, kind, other))
        replaced = sorted(others, key=lambda other: (len(other), other))
        detail = f"{kind} {number}, the text has {', '.join(replaced[:_TOLD]) or 'no such number'}"
        yield Finding(step=Step.NUMBER, conflict=bool(replaced), fatal=bool(replaced), sign="number", detail=detail)


def _holds(named: Iterable[tuple[str, str]], kind: str, number: str) -> bool:
    """Whether a number is named, or a part of what it numbers, or what it is a part of: 6.1 is of 6."""
    return any(
        a_kind == kind and (other == number or other.startswith(f"{number}.") or number.startswith(f"{other}."))
        for a_kind, other in named
    )


@lru_cache(maxsize=20_000)
def _named(text: str) -> Named:
    """Kinds and numbers of all that a text names by number; of a range, all that it holds.

    >>> sorted(_named("Articles 37 to 39, at the eighty-first session in 2026"))
    [('article', '37'), ('article', '38'), ('article', '39'), ('session', '81'), ('year', '2026')]
    """
    named = {("year", match.group()) for match in _YEAR.finditer(text)}
    for match in _DOCUMENT.finditer(text):
        written = next(group for group in match.groups() if group)
        named.add(("document", written if "/" in written else _value(written)))
    for match in _SESSION.finditer(text):
        listed = match.group(1) or match.group(2)
        numbers = [_value(one) for one in _NUMBER.findall(listed)]
        named |= {("session", one) for one in (_between(numbers) if re.search(" to |至|到", listed) else numbers)}
    for mention in find(text, ()):
        start = mention.text_start
        if mention.word in _PASSED_OVER or _IDIOM.search(text[:start]) or not _WRITTEN.search(text[start : mention.text_end]):
            continue
        for locator in mention.locators:
            ends = [base.group() for end in locator.split("..") if (base := _BASE.match(end))]
            named |= {("article", one) for one in _between(ends)}
    return frozenset((kind, number) for kind, number in named if number)


def _between(ends: list[str]) -> list[str]:
    """The numbers from the first to the last, where both are whole and not too far apart."""
    if len(ends) != 2 or not all(one.isdecimal() for one in ends) or not 0 < int(ends[1]) - int(ends[0]) < _LONGEST:
        return ends
    return [str(number) for number in range(int(ends[0]), int(ends[1]) + 1)]


def _value(written: str) -> str:
    """A number in digits, whether it is in digits, in words or in Chinese numerals; empty where it is none.

    >>> _value("eighty-second"), _value("thirtieth"), _value("八十一"), _value("month")
    ('82', '30', '81', '')
    """
    if written[0].isdecimal():
        return written
    if re.fullmatch(_HAN, written):
        return str(chinese_value(written) or "")
    words = [word.removesuffix("ieth") + "y" if word.endswith("ieth") else word for word in written.casefold().split("-")]
    return str(sum(NUMBER_WORDS[word] for word in words)) if all(word in NUMBER_WORDS for word in words) else ""
