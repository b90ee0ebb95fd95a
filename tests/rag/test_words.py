"""Lexical terms keep what tells one question from another."""

from corpus.types import Language
from rag.words import terms


def test_numbers_differ() -> None:
    """Rule 4 and rule 9 have different terms."""
    assert terms("rule 4", Language.EN) == ("4",)
    assert terms("rule 9", Language.EN) == ("9",)


def test_inflections_meet() -> None:
    """Forms of one word share a stem."""
    assert terms("searches", Language.EN) == terms("searching", Language.EN)
    assert terms("заключённые".replace("ё", "е"), Language.RU) == terms("заключенный", Language.RU)


def test_chinese_pairs() -> None:
    """Han letters give overlapping pairs; a pair of mere particles is left out."""
    assert terms("单独监禁", Language.ZH) == ("单独", "独监", "监禁")
    assert terms("是的", Language.ZH) == ()


def test_mixed_scripts() -> None:
    """A Chinese question keeps its Latin words and its numbers."""
    assert set(terms("Mandela 第45条", Language.ZH)) >= {"mandela", "45"}


def test_full_width_is_folded() -> None:
    """Full-width digits are digits."""
    assert terms("４５", Language.EN) == ("45",)
