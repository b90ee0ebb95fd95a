"""Sentences are cut where they end, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentences

TABLE = [
    ("Lamps burn. Oil is kept.", ["Lamps burn.", "Oil is kept."]),
    ("See rule No. 4 of the Code. It binds.", ["See rule No. 4 of the Code.", "It binds."]),  # an abbreviation
    ("Oil (art. 3) is dear.", ["Oil (art. 3) is dear."]),  # an abbreviation before a number
    ("Is it lit? It is!", ["Is it lit?", "It is!"]),
    ("灯必须点亮。油应保持干燥；不得浪费。", ["灯必须点亮。", "油应保持干燥；", "不得浪费。"]),  # full-width ends
    ("He said “burn.” Then he left.", ["He said “burn.”", "Then he left."]),  # an end inside quotation marks
    ("Keep 2.5 litres of oil.", ["Keep 2.5 litres of oil."]),  # a point inside a number
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_cut(text: str, expected: list[str]) -> None:
    """Each text is cut as the table says."""
    assert [sentence.text for sentence in sentences(text)] == expected


@given(st.text(alphabet="ab .;!?。；”1A", max_size=80))
def test_offsets(text: str) -> None:
    """Every sentence is its own slice of the text, and no letter is lost."""
    cut = sentences(text)
    assert all(text[one.start : one.end] == one.text for one in cut)
    assert "".join(one.text for one in cut).replace(" ", "") == text.replace(" ", "")
