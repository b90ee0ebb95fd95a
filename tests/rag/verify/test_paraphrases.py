"""Faithful paraphrases and errors on the sample rules, with the real model: few errors may pass, most paraphrases must."""

from pathlib import Path

import pytest

from corpus.library import Library
from corpus.types import Language, Reference
from rag.embedder.onnx import OnnxEmbedder
from rag.types import VerdictStatus
from rag.verify.check import check

EN, ZH = Language.EN, Language.ZH
FAITHFUL = [
    ("5(1)", EN, "Nobody has to stay on watch beyond six hours."),
    ("5(1)", EN, "A shift on watch must be over within six hours."),
    ("5(1)", ZH, "值一次班的时间不能超过六个小时。"),
    ("5(2)", EN, "Unless the other keeper is sick, a keeper is entitled to at least eight hours' rest between two watches."),
    ("9(2)", EN, "Only the person to whom a letter is addressed may open it."),
    ("11(3)", EN, "Complaining is no reason to transfer a keeper to a different station."),
    ("13", ZH, "灯塔里的孩子每周至少要有四个上午上课。"),
    ("13", ZH, "不满十二岁的孩子,不许安排他值夜班。"),
    ("15", EN, "Two inspections a year are required at every station, one of them unannounced."),
    ("1", ZH, "不许看守人为节省灯油把灯熄掉。"),
]
WRONG = [
    ("5(1)", EN, "A shift on watch may run for up to nine hours."),
    ("5(1)", ZH, "值一次班的时间可以超过六个小时。"),
    ("5(2)", EN, "A keeper is entitled to at least eight hours' rest between two watches even if the other keeper is sick."),
    ("9(2)", EN, "The head keeper may open letters where security requires it."),
    ("11(3)", EN, "A keeper who complains may be transferred to another station at the Council's expense."),
    ("13", ZH, "灯塔里的孩子每周最多上四个上午的课。"),
    ("13", ZH, "孩子不必上课,由家长自行决定。"),
    ("15", EN, "Every station must be inspected twice a year, always with notice."),
    ("1", ZH, "看守人可以为了节省灯油把灯熄掉。"),
    ("15", EN, "Each station must be inspected twice a year by the police."),
]


@pytest.fixture(scope="module")
def embedder(converted: Path) -> OnnxEmbedder:
    """The real model."""
    return OnnxEmbedder(converted)


def passed(library: Library, embedder: OnnxEmbedder, claims: list[tuple[str, Language, str]]) -> int:
    """How many of the claims are supported."""
    verdicts = [
        check(library, text, (Reference(instrument="sample-rules", locator=locator),), language, embedder=embedder)
        for locator, language, text in claims
    ]
    return sum(verdict.status is VerdictStatus.SUPPORTED for verdict in verdicts)


@pytest.mark.slow
def test_paraphrases_and_errors(library: Library, embedder: OnnxEmbedder) -> None:
    """At least seven of ten paraphrases are supported, and at most one of ten errors."""
    assert passed(library, embedder, FAITHFUL) >= 7
    assert passed(library, embedder, WRONG) <= 1
