"""Numbers as people write them in citations: digits, Chinese numerals, words, letters and roman items.

Refuses what is no plain number: years are left to the caller, five digits and more are nothing.
"""

import re
from collections.abc import Sequence

from corpus.citations.forms import LETTERS, NUMBER_WORDS, TEEN
from corpus.citations.lex import Token, variants

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SCALES = {"十": 10, "百": 100}
_TENS_WRITTEN_AS_ONE = {"廿": "二十", "卅": "三十"}
_ROMAN = re.compile(r"(?:x{0,2})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


def chinese_value(numeral: str) -> int | None:
    """The value of a Chinese numeral up to 999, or None for a run of characters that is none.

    >>> chinese_value("四十五"), chinese_value("一百零一"), chinese_value("一二二"), chinese_value("十十")
    (45, 101, 122, None)
    """
    numeral = "".join(_TENS_WRITTEN_AS_ONE.get(character, character) for character in numeral[:8])
    if all(character in _DIGITS for character in numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral)) if len(numeral) <= 3 else None
    total, digit, ceiling = 0, None, 1000
    for character in numeral:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif (scale := _SCALES[character]) < ceiling:
            total, digit, ceiling = total + (1 if digit is None else digit) * scale, None, scale
        else:
            return None
    return total + (digit or 0)


def roman_value(text: str) -> int | None:
    """The value of a small roman numeral, or None.

    >>> roman_value("iv"), roman_value("b")
    (4, None)
    """
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def roman(value: int) -> str:
    """A number up to 29 as a small roman numeral.

    >>> roman(4), roman(9)
    ('iv', 'ix')
    """
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return "x" * (value // 10) + ones[value % 10]


def read_number(tokens: Sequence[Token], at: int, *, words: bool = True) -> tuple[int, int] | None:
    """The number that starts at a token, and the index after it; written-out numbers only with `words`.

    A bare 0 is one: no provision has it, and whoever asks for it is told so.
    """
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.sort == "number":
        return (int(token.text), at + 1) if len(token.text) <= 4 and (int(token.text) or token.text == "0") else None
    if not words:
        return None
    if token.sort == "numeral":
        value = chinese_value(token.text)
        return (value, at + 1) if value else None
    return _read_words(tokens, at) if token.sort == "word" else None


def _read_words(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """`forty-five`, `premier`, `الخامسة والأربعون`: tens and a number below ten add up, in either order."""
    first = word_value(tokens[at])
    if first is None:
        return None
    after = at + 1
    if after < len(tokens) and tokens[after].text == "-":
        after += 1
    if after < len(tokens) and tokens[after].sort == "word":
        if first < 10 and TEEN in variants(tokens[after].text):
            return first + 10, after + 1
        second = word_value(tokens[after])
        if second and _add_up(first, second):
            return first + second, after + 1
    return first, at + 1


def _add_up(first: int, second: int) -> bool:
    small, large = sorted((first, second))
    return small < 10 and large >= 20 and large % 10 == 0


def word_value(token: Token) -> int | None:
    """The value of one number word, or None."""
    if len(token.text) > 20:
        return None
    if (value := NUMBER_WORDS.get(token.text)) is not None:
        return value
    return next((NUMBER_WORDS[form] for form in variants(token.text) if form in NUMBER_WORDS), None)


def step_value(token: Token) -> str | None:
    """What a token means as a step of a locator: `1`, `b`, `iv`; `#2` for "the second, however it is marked".

    >>> from corpus.citations.lex import tokens
    >>> [step_value(token) for token in tokens("1 b iv 二 乙 в 2019 rule")]
    ['1', 'b', 'iv', '#2', 'b', 'c', None, None]
    """
    text = token.text
    if token.sort == "number":
        return str(int(text)) if len(text) <= 2 and int(text) else None
    if token.sort == "numeral":
        value = chinese_value(text)
        return f"#{value}" if value and value < 27 else None
    if text in LETTERS:
        return LETTERS[text]
    if token.sort == "word" and text.isascii() and len(text) <= 5:
        return text if len(text) == 1 or roman_value(text) else None
    return None
