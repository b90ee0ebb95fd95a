"""Numbers of a text with their units: days, hours, ages, shares, in six languages, in digits or words.

Used by lint and by verification. Numbers that are references ("rule 43", "第43条", "resolution 70/175") are no
quantities and are passed over; so is "one" where nothing is counted.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from corpus.months import MONTH
from corpus.numeral_words import NUMERALS
from corpus.numerals import Numerals
from corpus.types import Language

_ONES = dict(
    zip(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split(),
        range(20),
        strict=True,
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_WORDS = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
_UNITS = {
    "minute": ("minute", "minutes", "分钟"),
    "hour": ("hour", "hours", "小时", "个小时", "钟头"),
    "day": ("day", "days", "天", "日"),
    "week": ("week", "weeks", "周", "个星期", "星期", "个礼拜"),
    "month": ("month", "months", "个月", "月"),
    "year": ("year", "years", "年", "岁", "周岁"),
    "percent": ("per cent", "percent", "%", "％"),
    "time": ("times", "次"),
    "person": ("person", "persons", "people", "prisoners", "children", "名", "人", "个人"),
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}
_LATIN_UNITS = "|".join(word for word in _UNIT_OF if word.isascii() and word != "%")
_HAN_UNITS = "|".join(sorted((word for word in _UNIT_OF if not word.isascii()), key=len, reverse=True))
_HAN_DIGITS = "一二两三四五六七八九十百"
_ENGLISH = re.compile(
    rf"(?<![\w./-])(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{_WORDS})(?:[- ](?:{_WORDS}))?)(?![\w/]|\.\d)"
    rf"(?:[ -](?:[a-z]+[ -]){{0,2}}?(?P<unit>{_LATIN_UNITS}|%)\b|(?P<percent>\s?%))?",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    rf"(?<![A-Za-z0-9./第-])(?P<number>\d+(?:\.\d+)?)(?P<unit>\s?(?:{_HAN_UNITS}|%))?"
    rf"|(?<!第)(?P<han>[{_HAN_DIGITS}]+)(?:(?P<hunit>{_HAN_UNITS})|(?P<counted>个|种|项|类|份|方面|方|级|套|者|大|班|座|所|间|部))"
    r"|(?P<pair>两)(?=[\u4e00-\u9fff])"
)
_REFERENCE = re.compile(
    r"\b(?:rules?|articles?|arts?\.|paragraphs?|paras?\.?|sections?|sect\.|chapters?|chap\.|annex(?:es)?|no\.|nos\.|"
    r"resolutions?|general comments?|general recommendations?|conventions?|observations?|goals?)\s+(?:no\.\s*)?"
    r"(?:\d[\d./]*(?:\s*bis\b)?(?:\s*\([\da-z]+\))*(?:(?:\s*(?:,|;|and|or|to|–|-|paras?\.|\()\s*)+(?=\d))?)+"
    r"|第\s*\d[\d./]*\s*(?:[、至和到—–-]\s*第?\s*\d+\s*)*(?:条|款|段|号|项|届|章|节|卷|次)|规则\s*\d[\d.]*(?:\s*\([\da-z]+\))*(?:\s*[、至和到—–-]\s*(?:规则)?\s*\d+)*|\d+/\d+"
    r"|\(\d+\)",
    re.IGNORECASE,
)
_Hidden = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
"""A form in which a number hides, and what it is read as."""
_DATE = re.compile(
    rf"\b(?:\d{{1,2}} (?:to|and|–|-) )?\d{{1,2}} {MONTH[Language.EN]}\b(?: \d{{4}}\b)?"
    r"|\b(?:19|20)\d\d\b|\btwenty-first century\b"
    r"|\d{4}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?|(?<!\d)\d{1,2}\s?月\s?\d{1,2}\s?日"
    r"|[至到]\s?(?:\d{1,2}\s?月)?\s?\d{1,2}\s?日|(?:二十一|21)\s?世纪",
    re.IGNORECASE,
)


COUNT = "count"
"""Unit of a numeral that can be an idiom, such as a Chinese one before a measure word: it carries a number, demands none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, or None where nothing known is counted."""

    value: float
    unit: str | None


@lru_cache(maxsize=20_000)
def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """Every quantity of a text, in order.

    >>> quantities("At least two hours a day for fifteen consecutive days.", Language.EN)
    (Quantity(value=2.0, unit='hour'), Quantity(value=15.0, unit='day'))
    >>> quantities("第5条：不得超过15天，十四岁以下除外。", Language.ZH)
    (Quantity(value=15.0, unit='day'), Quantity(value=14.0, unit='year'))
    """
    normal = unicodedata.normalize("NFKC", text)
    if language in NUMERALS:
        found = _counted(normal, NUMERALS[language])
    else:
        plain = _DATE.sub(" ", _REFERENCE.sub(" ", normal))
        found = _chinese(plain) if language is Language.ZH else _english(plain)
    return tuple(one for one in found if one.value)


def _counted(text: str, numerals: Numerals) -> list[Quantity]:
    for pattern, read_as in numerals.hidden.items():
        text = re.sub(pattern, read_as, text, flags=re.IGNORECASE)
    plain = numerals.passed_over.sub(" ", text)
    found = []
    for match in numerals.counted.finditer(plain):
        value = float(match["digits"].replace(",", ".")) if match["digits"] else numerals.value(match["word"])
        unit = next((unit for unit in numerals.units if match[unit]), None if match["digits"] else COUNT)
        found.append(Quantity(value=value, unit=unit))
    if re.search(numerals.pairs, numerals.counted.sub(" ", plain)):
        found.append(Quantity(value=2.0, unit=COUNT))
    return [one for one in found if not (one.value == 1 and one.unit in (None, COUNT, "person", "time"))]


def _english(text: str) -> list[Quantity]:
    found = []
    for match in _ENGLISH.finditer(_spelled(text, _HIDDEN)):
        unit = _UNIT_OF.get((match["unit"] or "").lower()) or ("percent" if match["percent"] else None)
        if match["number"].lower() == "one" and unit in (None, "person"):
            continue
        found.append(Quantity(value=_english_number(match["number"]), unit=unit))
    return found


def _english_number(written: str) -> float:
    if written[0].isdigit():
        return float(written.replace(",", ""))
    return float(sum(_ONES.get(word, _TENS.get(word, 0)) for word in re.split(r"[- ]", written.lower())))


def _chinese(text: str) -> list[Quantity]:
    found = []
    for match in _CHINESE.finditer(_spelled(text, _HIDDEN_CHINESE)):
        if match["pair"]:
            found.append(Quantity(value=2.0, unit=COUNT))
        elif match["han"]:
            unit = _UNIT_OF.get(match["hunit"] or "", COUNT)
            found.append(Quantity(value=_han_number(match["han"]), unit=COUNT if unit == "time" else unit))
        else:
            unit = (match["unit"] or "").strip()
            found.append(Quantity(value=float(match["number"]), unit=_UNIT_OF.get(unit)))
    return [one for one in found if not (one.value == 1 and one.unit in ("person", "time"))]


def _han_number(written: str) -> float:
    digits = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
    total, current = 0, 0
    for letter in written:
        if letter in digits:
            current = digits[letter]
        else:
            total += (current or 1) * (100 if letter == "百" else 10)
            current = 0
    return float(total + current)


def _spelled(text: str, hidden: tuple[_Hidden, ...]) -> str:
    """The text with numbers that hide in other words, and halves, spelled out."""
    for pattern, plain in hidden:
        text = pattern.sub(plain, text)
    return text


def _english_and_a_half(match: re.Match[str]) -> str:
    written = match["number"].lower()
    whole = 1.0 if written in ("a", "an") else _english_number(written)
    return f"{whole + 0.5!r} {match['unit']}s"


def _chinese_and_a_half(match: re.Match[str]) -> str:
    written = match["number"]
    whole = float(written) if written[0].isdigit() else _han_number(written)
    return f"{whole + 0.5!r}{match['unit']}"


_SPANS = "minute|hour|day|week|month|year"
_COUNT = rf"\d{{1,3}}(?:,\d{{3}})+|\d+|(?:{_WORDS})(?:[- ](?:{_WORDS}))?|an?"
_HALVES = {"hour": "30 minutes", "day": "12 hours", "year": "6 months"}
_HIDDEN: tuple[_Hidden, ...] = (
    (re.compile(rf"(?<![\w.,-])(?P<number>{_COUNT}) and a half (?P<unit>{_SPANS})s?\b", re.IGNORECASE), _english_and_a_half),
    (
        re.compile(rf"(?<![\w.,-])(?P<number>{_COUNT}) (?P<unit>{_SPANS})s? and a half\b(?![- ](?:{_SPANS}))", re.IGNORECASE),
        _english_and_a_half,
    ),
    (re.compile(r"\bhalf (?:an?|of an?) (?P<unit>hour|day|year)\b", re.IGNORECASE), lambda half: _HALVES[half["unit"].lower()]),
    (re.compile(r"\btwice\b", re.IGNORECASE), "two times"),
    (re.compile(r"\b(?:past|last|a|one) decade\b", re.IGNORECASE), "ten years"),
    (re.compile(r"\btwenties\b", re.IGNORECASE), "twenty years"),
    (re.compile(r"\b(\d+)th birthday\b"), r"\1 years"),
)
_HIDDEN_CHINESE: tuple[_Hidden, ...] = (
    (re.compile(rf"(?<![\d{_HAN_DIGITS}])(?P<number>\d+|[{_HAN_DIGITS}]+)个半(?P<unit>小时|钟头|月)"), _chinese_and_a_half),
    (
        re.compile(
            rf"(?<![\d{_HAN_DIGITS}])(?P<number>\d+|[{_HAN_DIGITS}]+)(?P<unit>个小时|小时|天|日|周|个月|年|岁)半(?![夜数价天年个])"
        ),
        _chinese_and_a_half,
    ),
    (re.compile("半个?(?:小时|钟头)"), "30分钟"),
    (re.compile("(?<!一)半天(?!才|都|也|没|不|数)"), "12小时"),
    (re.compile("半个月"), "15天"),
    (re.compile("(?<![多一])半年(?!轻|老)"), "6个月"),
)
