"""The forms of a report: each has what it must, and nothing that it must not."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import orjson
import pytest

from corpus.types import Language
from eval.gate import Fault
from eval.ranking import Expectation, Standing
from eval.report.content import Extras, Report, report_of
from eval.report.html import report_html
from eval.report.junit import junit_xml
from eval.report.markdown import report_markdown
from eval.report.prose import html_of
from eval.report.wire import report_json
from eval.report.words import GROUPS, TITLES
from eval.scores import Measure
from eval.types import Expected, Item, ItemType
from tests.eval.outcomes import OTHER, answer, item, judged, record, refusal, said

NASTY = "</script><img src=x onerror=alert(1)> \x00 & 'quotes' \"double\""
OFFICIAL = "no watch shall last " + " ".join(f"word{n}" for n in range(12))


def asked(one: Item, question: str) -> Item:
    """The item with another question."""
    return replace(one, turns=(replace(one.turns[0], question={Language.EN: question}),))


@pytest.fixture(scope="module")
def report() -> Report:
    """Four outcomes, two of them wrong, with gates and baselines."""
    items = [item(1), item(2), asked(item(3, Expected.REFUSE, ItemType.UNANSWERABLE), NASTY), item(4, Expected.REFUSE)]
    quoted = replace(said(OTHER, text=OFFICIAL), aligned=OFFICIAL, reason="word for word")
    scores = judged(items, [answer(items[0]), answer(items[1], quoted), answer(items[2]), refusal(items[3])])
    extras = Extras(
        gates=(Fault(gate="type.lookup.right", why="0.500 is worse than the gate 0.900"),),
        standings=(Standing(system="oracle", measures={Measure.RIGHT: 1.0}),),
        expectations=(Expectation(what="right: oracle above random", holds=True),),
        meta="## Operators\n\n| operator | recall |\n|---|---|\n| number | 97 % |\n",
    )
    return report_of(record(), scores, frozenset(), extras)


def test_html_asks_nobody(report: Report) -> None:
    """The page names no address to load from and forbids all loading."""
    page = report_html(report)
    assert "default-src 'none'" in page
    markup = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert re.findall(r"""(?:src|href)=["']?(?!["']?#)[^"'> ]+""", markup) == []
    assert "@import" not in page
    assert "url(" not in page


def test_html_escapes(report: Report) -> None:
    """A question cannot end the data that it stands in, and is whole in it."""
    page = report_html(report)
    assert "<img src=x" not in page
    data = re.search(r'<script type="application/json" id="failures-data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert [one["question"] for one in orjson.loads(data[1])] == ["Question 2?", NASTY]


def test_html_has_all_that_is_asked_of_it(report: Report) -> None:
    """Charts, filters, gates, baselines, the checker and what it was made with are on the page."""
    page = report_html(report)
    for part in ("<svg", 'name="type"', 'name="language"', 'name="dataset"', "type.lookup.right", "oracle above random"):
        assert part in page
    assert "<td>97 %</td>" in page
    assert "prefers-color-scheme: dark" in page
    assert "50.0 % right" in page


def test_no_form_shows_official_words(report: Report) -> None:
    """Of an official sentence only its first ten words are in any form."""
    forms = [report_html(report), report_markdown(report), report_json(report).decode(), junit_xml(report).decode()]
    assert any("word5" in form for form in forms)
    assert not any("word6" in form for form in forms)


def test_json_tells_each_failure(report: Report) -> None:
    """A failure has question, cited, needed, and claims with verdict, reason and aligned words."""
    wrong, _ = orjson.loads(report_json(report))["failures"]
    assert (wrong["question"], wrong["cited"], wrong["needed"]) == ("Question 2?", ["sample-rules 9(2)"], ["sample-rules 5(1)"])
    (claim,) = wrong["claims"]
    assert (claim["verdict"], claim["reason"]) == ("supported", "word for word")
    assert claim["aligned"].startswith("no watch shall last")


def test_junit(report: Report) -> None:
    """A suite for each type and one for the gates; characters that XML cannot hold do not break it."""
    root = ET.fromstring(junit_xml(report))  # noqa: S314 - our own, made the line before
    counts = {suite.get("name"): (suite.get("tests"), suite.get("failures")) for suite in root}
    assert counts == {"lookup": ("3", "1"), "unanswerable": ("1", "1"), "gates": ("1", "1")}
    messages = [failure.get("message") for failure in root.iter("failure")]
    assert "cites none of the needed provisions" in messages


def test_markdown(report: Report) -> None:
    """Weakest classes come first, then what goes wrong and every measure that applies."""
    text = report_markdown(report)
    order = ["# Evaluation of assistant: 50.0 % right", "## Weakest classes", "| type.unanswerable | 0.0 %", "## All measures"]
    assert sorted(order, key=text.index) == order
    assert "| answers what the texts do not say | 1 |" in text
    assert "- type.lookup.right: 0.500 is worse" in text


def test_tables_are_escaped() -> None:
    """What becomes HTML of Markdown is escaped, bars in cells kept."""
    html = html_of("| a | b |\n|---|---|\n| <b> \\| c |  |")
    assert "<thead><tr><th>a</th><th>b</th></tr></thead>" in html
    assert "<tbody><tr><td>&lt;b&gt; | c</td><td></td></tr></tbody>" in html


def test_every_measure_has_its_words() -> None:
    """Each measure has a title and stands in one group of the reports."""
    grouped = [measure for group in GROUPS.values() for measure in group]
    assert sorted(grouped) == sorted(Measure)
    assert set(TITLES) == set(Measure)


def test_gates_that_hold() -> None:
    """Where no gate fails, the report says so; where none were tried, it says nothing."""
    scores = judged([item(1)], [answer(item(1))])
    assert "All gates hold." in report_markdown(report_of(record(), scores, frozenset(), Extras(gates=())))
    assert "## Gates" not in report_markdown(report_of(record(), scores, frozenset(), Extras()))
