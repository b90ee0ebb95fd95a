"""The numbers that labels are written in: 12, XII, 十二, premier, one, (c), (iv).

Reads labels only; a number word in running text is none of its business.
"""

import re

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_HAN = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "premier": 1, "première": 1, "primero": 1, "primera": 1,
}  # fmt: skip


def number_of(label: str) -> int | None:
    """The value of a number as labels write it, or None.

    >>> number_of("12"), number_of("XIV"), number_of("二十三"), number_of("premier"), number_of("Rule")
    (12, 14, 23, 1, None)
    """
    word = label.strip().casefold()
    if word.isdecimal():
        return int(word)
    return _WORDS.get(word) or han_of(word) or roman_of(word)


def roman_of(label: str) -> int | None:
    """The value of a Roman numeral up to 100, or None for anything that is not written as one.

    >>> roman_of("iv"), roman_of("iiii"), roman_of("mild")
    (4, None, None)
    """
    word = label.casefold()
    if not word or any(character not in _ROMAN for character in word):
        return None
    values = [_ROMAN[character] for character in word]
    total = sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
    return total if roman(total) == word else None


def roman(value: int) -> str:
    """A number as a small Roman numeral.

    >>> roman(14)
    'xiv'
    """
    steps = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for size, sign in steps:
        written += sign * (value // size)
        value %= size
    return written


def han_of(label: str) -> int | None:
    """The value of a Chinese numeral up to 999, or None.

    >>> han_of("十"), han_of("一百二十三"), han_of("一百零八"), han_of("规则")
    (10, 123, 108, None)
    """
    match = re.fullmatch(r"(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?", label)
    if not label or not match:
        return None
    hundreds, tens, ten, units = match.groups()
    return 100 * _HAN.get(hundreds or "", 0) + 10 * (_HAN.get(tens or "", 1) if ten else 0) + _HAN.get(units or "", 0)


def letter_of(label: str) -> int | None:
    """The place of a single letter in the alphabet, from 1, or None.

    >>> letter_of("c"), letter_of("iv")
    (3, None)
    """
    word = label.casefold()
    return ord(word) - ord("a") + 1 if len(word) == 1 and "a" <= word <= "z" else None
