"""A run as inspect_ai's log."""

import orjson

from eval.export import inspect_log
from eval.types import Expected
from tests.eval.outcomes import answer, item, judged, record, refusal, said

LONG = "one two three four five six seven eight nine ten eleven twelve"


def test_log() -> None:
    """A sample for each outcome with its scores, totals with intervals, and what it was made with."""
    items = [item(1), item(2, Expected.REFUSE)]
    scores = judged(items, [answer(items[0]), answer(items[1])])
    log = orjson.loads(inspect_log(record(), scores, frozenset()))
    assert (log["version"], log["status"], log["eval"]["revision"]["commit"]) == (2, "success", "abc")
    assert log["eval"]["dataset"]["sample_ids"] == ["h001/0/en", "h002/0/en"]
    assert [one["scores"]["right"]["value"] for one in log["samples"]] == ["C", "I"]
    assert log["samples"][0]["target"] == ["sample-rules 5(1)"]
    assert log["samples"][1]["scores"]["right"]["explanation"] == "answers what the texts do not say"
    (right,) = (one for one in log["results"]["scores"] if one["name"] == "right")
    assert right["metrics"]["value"]["value"] == 0.5


def test_official_words_are_cut() -> None:
    """A claim that is an official sentence is cut to ten words here too."""
    quoted = said(text=LONG)
    scores = judged([item(1)], [answer(item(1), quoted)])
    assert "ten" in inspect_log(record(), scores, frozenset({LONG})).decode()
    log = inspect_log(
        record(),
        judged(
            [item(1)],
            [
                answer(
                    item(1), type(quoted)(text=LONG, citations=quoted.citations, verdict="supported", reason="", aligned=LONG)
                )
            ],
        ),
        frozenset(),
    )
    assert b"eleven" not in log


def test_refusals() -> None:
    """A refusal is shown with its reason."""
    scores = judged([item(1)], [refusal(item(1))])
    log = orjson.loads(inspect_log(record(), scores, frozenset()))
    assert log["samples"][0]["output"]["choices"][0]["message"]["content"] == "refused: not_in_texts"
