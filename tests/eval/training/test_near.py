"""Questions near provisions: each beside its own by what that does to it, and nothing of them in a set of the evaluation."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from corpus.asked import Bearing
from corpus.errors import BadInput
from corpus.types import Language, Reference
from eval.training.near import (
    NearQuestion,
    NearRow,
    near_pairs,
    near_rows,
    rule_question_pairs,
    rule_question_rows,
)
from eval.training.pair import CONTRADICTED, ENTAILED, NEUTRAL
from eval.training.rules import rules
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline
from tests.eval.training.evaluated import needed, questions

WATCH = Reference(instrument="sample-rules", locator="5(1)")
LABELS = {Bearing.ANSWERED: ENTAILED, Bearing.SILENT: NEUTRAL, Bearing.MISBELIEF: CONTRADICTED}

BRIEFS = {
    name: dict(zip(Bearing, counts, strict=True))
    for name, counts in {"qa": (2, 2, 2), "qb": (3, 3, 2), "qc": (3, 3, 1), "qd": (3, 2, 3)}.items()
}
"""Questions of each kind about a provision, by set: less what was left out."""


def test_the_lines_that_are_kept() -> None:
    """Each set asks of a provision once, no question twice, as many of each kind as its brief said; in both languages."""
    rows = near_rows()
    assert len({row.id for row in rows}) == len({(row.id[:2], row.instrument, row.locator) for row in rows}) == len(rows) > 0
    asked = [one for row in rows for one in row.questions]
    assert all(set(one.question) == {Language.EN, Language.ZH} for one in asked)
    assert len({one.question[Language.EN] for one in asked}) == len(asked)
    for name, brief in BRIEFS.items():
        counts = [Counter(one.kind for one in row.questions) for row in rows if row.id.startswith(name)]
        assert all(found[kind] <= most for found in counts for kind, most in brief.items())
        assert all(sum(found[kind] for found in counts) > 0.95 * most * len(counts) for kind, most in brief.items())
    assert {row.id[:2] for row in rows} == set(BRIEFS)


def test_they_are_in_no_set_and_on_no_provision_of_the_contrast_tests() -> None:
    """No question is one of the evaluation; none is near what a test question of the contrast sets needs."""
    written = [one for row in near_rows() for one in row.questions]
    written += [one for row in rule_question_rows() for one in row.questions]
    assert not questions() & {text for one in written for text in one.question.values()}
    assert not needed() & {f"{row.instrument} {row.locator}" for row in near_rows()}


def test_beside_invented_rules() -> None:
    """Each question stands beside the words of its rule, in both languages, in one of the two parts; each rule once."""
    rows, words = rule_question_rows(), {rule.id: rule.rule for rule in rules()}
    assert len({row.id for row in rows}) == len(rows)
    fitted, apart = (list(rule_question_pairs(rows, held=held)) for held in (False, True))
    expected = Counter(
        (words[row.id], text, LABELS[one.kind]) for row in rows for one in row.questions for text in one.question.values()
    )
    assert Counter((pair.premise, pair.hypothesis, pair.label) for pair in (*fitted, *apart)) == expected
    assert 0 < len(apart) < len(fitted)
    assert not {pair.premise for pair in fitted} & {pair.premise for pair in apart}
    assert all(pair.question for pair in (*fitted, *apart))


@pytest.mark.parametrize("kind", Bearing)
def test_beside_its_provision(pipeline: Pipeline, kind: Bearing) -> None:
    """By what the provision does to it, in both languages; what is apart is not fitted on."""
    question = {Language.EN: "How many lamps may burn at night?", Language.ZH: "夜里可以点几盏灯？"}
    row = NearRow(
        id="qx001",
        instrument=WATCH.instrument,
        locator=WATCH.locator,
        author="H1",
        questions=(NearQuestion(kind=kind, question=question),),
    )
    pairs = list(near_pairs(pipeline.index, HashEmbedder(), [row], Random(1), held=False))  # noqa: S311 - a sample, no secret
    beside = [one for one in pairs if one.reference == WATCH]
    assert [(one.hypothesis, one.label, one.question) for one in beside] == [
        (text, LABELS[kind], True) for text in question.values()
    ]
    assert {one.label for one in pairs if one not in beside} <= {NEUTRAL}
    assert not list(near_pairs(pipeline.index, HashEmbedder(), [row], Random(1), held=True))  # noqa: S311 - a sample, no secret


def test_a_damaged_line_says_where(tmp_path: Path) -> None:
    """File, line and field are named."""
    (tmp_path / "questions-x.jsonl").write_text('{"id": "qx001", "author": ""}\n', encoding="utf-8")
    with pytest.raises(BadInput, match=r"questions-x\.jsonl, line 1"):
        near_rows(tmp_path)
