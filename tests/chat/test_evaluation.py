"""The evaluation page and how it reads a report: figures, filters, failures in full, files that are no report."""

import os
from pathlib import Path
from typing import Any

import orjson
import pytest

from chat.pages import charting
from chat.pages.evaluated import COMMAND, Measured, Report, latest, matching, read_report
from corpus.errors import BadInput
from corpus.settings import Settings
from rag.pipeline import Pipeline
from tests.chat.pages import shown
from tests.chat.test_pages import Visit, visit

__all__ = ["visit"]


def measured(value: float, n: int = 40) -> dict[str, float]:
    return {"value": value, "low": max(0.0, value - 0.1), "high": min(1.0, value + 0.1), "n": n}


def failure(key: str, type_: str, language: str, question: str) -> dict[str, Any]:
    claim = {
        "text": "A watch may last 8 hours.",
        "citations": ["sample-rules 5(1)"],
        "verdict": "contradicted",
        "reason": "number: 6 hours, not 8",
        "aligned": "not last longer than six hours",
    }
    return {
        "key": key,
        "dataset": "skerry",
        "type": type_,
        "language": language,
        "split": "dev",
        "question": question,
        "before": [],
        "expected": "answer",
        "status": "answered",
        "fault": "cites none of the needed provisions",
        "needed": ["sample-rules 5(1)"],
        "allowed": [],
        "cited": ["sample-rules 9(2)"],
        "found": ["sample-rules 9(2)", "sample-rules 5(1)"],
        "corrections": [],
        "claims": [claim],
        "dropped": [],
    }


def report(version: str = "of other texts") -> dict[str, Any]:
    """A small report as `python -m eval report` writes it, with a field that the page does not know."""
    figures = {"right": measured(0.8), "citation_precision": measured(0.9), "over_refusal": measured(0.05)}
    return {
        "record": {
            "id": "2026-01-01T000000-assistant-smoke",
            "made": {
                "system": "assistant",
                "choice": {"name": "smoke"},
                "corpus_version": version,
                "embedder": "e5",
                "llm": None,
                "holdings": "official",
            },
            "finished": "2026-01-01T00:01:00+00:00",
            "asked": 40,
        },
        "classes": [
            {"kind": "all", "name": "all", "measured": figures},
            {"kind": "type", "name": "exact_ref", "measured": {"right": measured(0.95)}},
            {"kind": "type", "name": "lookup", "measured": {"right": measured(0.7)}},
            {"kind": "language", "name": "zh", "measured": {"right": measured(0.75)}},
        ],
        "cells": {"lookup": {"en": [14, 20], "zh": [10, 20]}, "exact_ref": {"en": [19, 20]}},
        "wrongs": [["cites none of the needed provisions", 2]],
        "failures": [
            failure("s001.en", "lookup", "en", "How long may a watch last?"),
            failure("s002.zh", "exact_ref", "zh", "礁石规则第5条说了什么？"),
        ],
        "something_new": 1,
    }


def put(data: Path, content: bytes, run: str = "one") -> Path:
    folder = data / "eval" / "runs" / run
    folder.mkdir(parents=True)
    path = folder / "report.json"
    path.write_bytes(content)
    return path


def test_without_a_report_the_page_says_what_makes_one(visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command stands there to be copied."""
    monkeypatch.setattr("chat.pages.evaluation.latest", lambda settings: latest(settings, tmp_path))
    page = visit("evaluation")
    assert page.code[0].value == COMMAND
    assert not page.metric


def test_figures_filters_and_failures(visit: Visit, tmp_path: Path) -> None:
    """Tiles have their intervals; filters narrow the failures; a failure opens to what was cited, needed and decided."""
    put(tmp_path, orjson.dumps(report()))
    page = visit("evaluation")
    assert [one.value for one in page.metric] == ["80 %", "90 %", "5 %"]
    assert "70–90 % · n = 40" in shown(page)
    assert "measured over other texts" in shown(page)
    assert ":gray[2 of 2]" in shown(page)
    page.selectbox(key="evaluation-language").set_value("zh").run()
    assert ":gray[1 of 2]" in shown(page)
    assert [one.label for one in page.expander if "s001" in one.label] == []
    page.selectbox(key="evaluation-language").set_value("").run()
    page.text_input(key="evaluation-words").set_value("WATCH last").run()
    assert ":gray[1 of 2]" in shown(page)
    page.session_state["failure-s001.en"] = True
    page.run()
    for words in (
        "sample-rules 5(1)",
        "sample-rules 9(2)",
        "contradicted",
        "number: 6 hours, not 8",
        "not last longer than six",
    ):
        assert words in shown(page)


def test_figures_of_these_texts_are_not_doubted(visit: Visit, tmp_path: Path, skerry: Pipeline) -> None:
    """A report over the corpus version that is held is shown without the remark on other texts."""
    put(tmp_path, orjson.dumps(report(skerry.index.version)))
    assert "other texts" not in shown(visit("evaluation"))


@pytest.mark.parametrize(
    "content",
    [b"{}", b"not json", b'{"record": 3}', orjson.dumps({**report(), "classes": []})],
    ids=["empty", "no json", "wrong kinds", "no figures"],
)
def test_what_is_no_report_is_help(visit: Visit, tmp_path: Path, content: bytes) -> None:
    """A file that is no report is told of with its path and the command, and nothing fails."""
    path = put(tmp_path, content)
    page = visit("evaluation")
    assert COMMAND in shown(page)
    assert path.name in shown(page)
    with pytest.raises(BadInput, match="is no report that can be shown"):
        read_report(path)


def test_the_newest_report_is_taken(tmp_path: Path) -> None:
    """Of several runs, and of what `make eval` wrote, the one written last."""
    settings = Settings(data=tmp_path / "data", texts=None, port=0, offline=True)
    assert latest(settings, tmp_path) is None
    old, new = put(settings.data, b"{}", "old"), put(settings.data, b"{}", "new")
    made = tmp_path / "build" / "eval" / "report.json"
    made.parent.mkdir(parents=True)
    made.write_bytes(b"{}")
    for age, path in enumerate((old, made, new)):
        os.utime(path, (age, age))
    assert latest(settings, tmp_path) == new


def test_matching_takes_all_words() -> None:
    """Every word must be there, in question, id, citations or fault; letters' case does not matter."""
    found = read_report_of(report()).failures
    assert [one.key for one in matching(found, words="9(2) how LONG")] == ["s001.en"]
    assert matching(found, words="9(2) gardening") == ()
    assert [one.key for one in matching(found, type_="exact_ref")] == ["s002.zh"]


def read_report_of(value: dict[str, Any]) -> Report:
    return Report.model_validate(value)


def test_classes_come_weakest_first() -> None:
    """The weakest class stands on top, classes of other kinds are left out."""
    assert [one.name for one in read_report_of(report()).of("type")] == ["lookup", "exact_ref"]


def test_whiskers_stand_from_top_to_bottom() -> None:
    """ECharts counts lines from below: the first given is the last of its data, values are per cent."""
    rows = [("first", Measured(value=0.5, low=0.4, high=0.6, n=3)), ("second", Measured(value=1.0, low=0.9, high=1.0, n=4))]
    made = charting.whiskers(rows, "told")
    assert made["yAxis"]["data"] == ["second  (4)", "first  (3)"]
    assert made["series"][0]["data"][1] == [40.0, 50.0, 50.0, 50.0, 60.0]
    assert made["aria"]["label"]["description"] == "told"


def test_matrix_leaves_out_what_was_not_asked() -> None:
    """A type that was not asked in a language has no cell; the weakest type stands on top."""
    cells = {"lookup": {"en": (14, 20), "zh": (10, 20)}, "exact_ref": {"en": (19, 20)}}
    made, lines = charting.matrix(cells, {"en": "English", "zh": "Chinese", "fr": "French"}, "told")
    assert made["xAxis"]["data"] == ["English", "Chinese"]
    assert [cell["value"] for cell in made["series"][0]["data"]] == [[0, 0, 95], [0, 1, 70], [1, 1, 50]]
    assert lines == 3
