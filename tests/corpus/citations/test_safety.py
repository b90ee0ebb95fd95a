"""Hostile and long texts: work grows with the length of the text and no faster, and a question takes no time."""

import time

import pytest

from corpus.citations.find import find
from corpus.types import Instrument

HOSTILE = {
    "digits": "1" * 100_000,
    "brackets": "(" * 100_000,
    "opened rules": "rule (" * 16_000,
    "nested steps": "rule 1" + "(1)" * 33_000,
    "list": "rules " + "1, " * 33_000,
    "numbers": "1," * 50_000,
    "bracketed numbers": "(1)," * 25_000,
    "ranges": "rules " + "1-" * 50_000,
    "pairs": "1/1/" * 25_000,
    "rules": "rule 1, " * 12_500,
    "paragraphs": "rule 45 " + "paragraph 2 " * 8_000,
    "backward": "paragraph (a) of " * 6_000,
    "names": "Mandela Rules " * 7_000,
    "beginnings of names": "Committee on the Elimination of " * 3_000,
    "acronyms": "MR 1 " * 20_000,
    "unnamed": "Mandela Rules x; rule 1. " * 4_000,
    "ordinal signs": "第" * 100_000,
    "ordinal signs and numerals": "第一" * 50_000,
    "ordinal signs in a list": "第1、" * 33_000,
    "numerals": "十" * 100_000,
    "title marks": "《" * 100_000,
    "closed titles": "》第1条" * 25_000,
    "one word": "a" * 100_000,
    "one accented word": "a\u0301" * 50_000,
    "invisible": "\u200b" * 100_000,
    "capitals": "rule 1 of the " + "Big " * 25_000,
    "prose": "What does rule 45 of the Mandela Rules say on 15 days, and paragraph 5? " * 1_400,
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_hostile_beginning_is_read_in_time(known: dict[str, Instrument], name: str) -> None:
    """Ten thousand characters of malice take less than two seconds."""
    assert _seconds(known, HOSTILE[name][:10_000]) < 2


@pytest.mark.slow
@pytest.mark.parametrize("name", list(HOSTILE))
def test_hostile_text_is_read_in_time(known: dict[str, Instrument], name: str) -> None:
    """A hundred thousand characters of malice take seconds, not minutes."""
    assert _seconds(known, HOSTILE[name]) < 10


@pytest.mark.slow
@pytest.mark.parametrize("name", ["numbers", "list", "ordinal signs in a list", "unnamed", "rules"])
def test_work_is_linear(known: dict[str, Instrument], name: str) -> None:
    """Four times the text takes about four times the work, not sixteen times."""
    quarter, whole = (min(_seconds(known, HOSTILE[name][:length]) for _ in range(2)) for length in (25_000, 100_000))
    assert whole < 10 * quarter + 0.1


def test_question_takes_no_time(known: dict[str, Instrument]) -> None:
    """A question of two hundred characters is read in about a millisecond once the names are known."""
    question = "What does Rule 45 of the Nelson Mandela Rules say about solitary confinement for pregnant women, "
    question += "and does rule 22 of the Bangkok Rules or general comment No. 24, para. 95 (g), add anything to it?"
    find(question, known)
    assert min(_seconds(known, question) for _ in range(20)) < 0.002


def _seconds(known: dict[str, Instrument], text: str) -> float:
    started = time.process_time()
    find(text, known)
    return time.process_time() - started
