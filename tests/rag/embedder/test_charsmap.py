"""The normalization reaches the tokenizers library whole."""

import pytest
from tokenizers.normalizers import Precompiled

from rag.embedder.charsmap import charsmap

RULES = {"Ａ": "A", "\u200b": " ", "\x01": "", "㎏": "kg", "\u0340": "\u0300", "𝐱": "x"}
CASES = [
    ("ＡB", "AB"),  # a wide letter
    ("a\u200bb", "a b"),  # a space of no width
    ("a\x01b", "ab"),  # a rule may remove
    ("5㎏", "5kg"),  # and make two letters of one
    ("𝐱y", "xy"),  # four bytes in
    ("e\u0301t", "ét"),  # a letter and its mark become one
    ("e\u0340t", "èt"),  # also where the mark is another's equal
    ("u\u0308\u0304", "ü"),  # the shortest rule takes the whole group: the library's way, which the weights were made with
    ("日本 العربية", "日本 العربية"),  # what no rule names stays
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_rules(text: str, expected: str) -> None:
    """A text is normalized by the rules and by composing pairs."""
    assert Precompiled(charsmap(RULES)).normalize_str(text) == expected


def test_every_rule() -> None:
    """Each of thousands of rules is found, and nothing beside them."""
    rules = {chr(code): f"{code:x}" for code in range(0x4E00, 0x6E00, 2)}
    normalizer = Precompiled(charsmap(rules))
    for code in range(0x4E00, 0x6E00):
        assert normalizer.normalize_str(chr(code)) == rules.get(chr(code), chr(code))


def test_no_way_out_of_the_array() -> None:
    """Looking up any character of Unicode ends in an answer, not in a place beyond the array's end."""
    normalizer = Precompiled(charsmap(RULES))
    letters = [chr(code) for code in range(1, 0x110000, 7) if not 0xD800 <= code < 0xE000]
    assert len(normalizer.normalize_str(" ".join(letters))) >= len(letters)
