"""The page's catalogue: complete in both languages, and every word of it used."""

import re
from pathlib import Path

import pytest

from corpus.types import Binding, Language, Modality, TextStatus
from rag.present import words
from rag.types import VerdictStatus

ROOT = Path(__file__).resolve().parents[3]
SOURCES = "\n".join(path.read_text() for path in (ROOT / "app.py", *sorted((ROOT / "chat").glob("*.py"))))


@pytest.mark.parametrize("key", words.PAGE)
def test_both_languages_say_it(key: str) -> None:
    """Each entry has two wordings, the second in Chinese, with the same places for values and the same commands."""
    english, chinese = words.PAGE[key]
    assert english
    assert re.search(r"[\u4e00-\u9fff]", chinese)
    for pattern in (r"\{\w+\}", r"`[^`]+`"):
        assert sorted(re.findall(pattern, english)) == sorted(re.findall(pattern, chinese))


@pytest.mark.parametrize("key", words.PAGE)
def test_every_word_is_used(key: str) -> None:
    """No entry is left over."""
    assert re.search(rf"['\"]{key}['\"]", SOURCES)


def test_every_value_has_a_name() -> None:
    """Forces, verbs, statuses, verdicts and languages are all named."""
    assert set(words.BINDING) == set(Binding)
    assert set(words.MODALITY) == set(Modality)
    assert set(words.STATUS) == set(words.STATUS_HINT) == set(TextStatus)
    assert set(words.VERDICT) == set(VerdictStatus)
    assert set(words.LANGUAGES) == set(Language)
