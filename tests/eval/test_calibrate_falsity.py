"""Weights of falsity: fitted on twins of questions, which no reader has read and no evaluation asks."""

from collections import Counter

import numpy as np
import pytest

from corpus.asked import Bearing, Inquiry, all_asked, read_asked
from corpus.types import Language
from eval.blind_questions import UNFITTED, UNREAD
from eval.calibrate_falsity import TWINS, fit_falsity, table_of
from eval.training.asked import asked_rows
from rag.decide.falsity import FEATURES
from rag.pipeline import Pipeline
from tests.eval.training.evaluated import needed, questions


def test_twins() -> None:
    """As many are true as false, of each author; none is in a set, and none near what a test of the contrast sets needs."""
    rows = all_asked(TWINS)
    kinds = {author: Counter(row.kind for row in rows if row.author == author) for author in {row.author for row in rows}}
    assert set(kinds) == {"BL1", "BL2", "BN1"}
    assert all(found[Bearing.ANSWERED] == found[Bearing.MISBELIEF] > 150 for found in kinds.values())
    assert not questions() & {text for row in rows for text in row.question.values()}
    assert not needed() & {f"{row.instrument} {row.locator}" for row in rows}
    assert {tuple(row.question) for row in rows} == {(Language.EN, Language.ZH)}


def test_who_is_fitted_on_has_been_read_by_nobody() -> None:
    """The author whose twins the weights are fitted on is in no index, no reader's data and no other set."""
    fitted = {row.author for row in read_asked(TWINS / "asked-bn.jsonl")}
    others = (*all_asked(), *asked_rows(), *all_asked(UNREAD), *all_asked(UNFITTED), *read_asked(TWINS / "asked-bl.jsonl"))
    assert not fitted & {row.author for row in others}


def test_only_what_presupposes_is_fitted_on(pipeline: Pipeline) -> None:
    """An open question has no features; the others have them in their order, with whether they are false."""
    lines = [
        (Bearing.MISBELIEF, "Only guests may open letters, right?", "只有客人能拆信，对吧？"),
        (Bearing.ANSWERED, "Who may open letters?", "谁可以拆信？"),
        (Bearing.ANSWERED, "Letters stay closed, right?", "信不能拆，对吧？"),
    ]
    rows = [
        Inquiry(
            id=f"ax{number:04}",
            instrument="sample-rules",
            locator="9(1)",
            author="A1",
            kind=kind,
            question={Language.EN: en, Language.ZH: zh},
        )
        for number, (kind, en, zh) in enumerate(lines, start=1)
    ]
    table, false = table_of(pipeline, rows)
    assert false.tolist() == [True, True, False, False]
    assert table.shape == (4, len(FEATURES))


def test_a_feature_that_tells_gets_the_weight() -> None:
    """Of two features the one that goes with falsity is found, with its sign, and the constant is what is left."""
    chance = np.random.default_rng(3)
    table = np.column_stack([np.ones(400), chance.normal(size=400), chance.normal(size=400)])
    false = table[:, 1] + 0.3 * chance.normal(size=400) > 0.5
    bias, tells, tells_not = fit_falsity(table, false).tolist()
    assert tells > 2.0
    assert abs(tells_not) < 0.5
    assert bias < 0.0


def test_more_of_the_same_fits_the_same() -> None:
    """The ridge grows with the questions, so that the same ones twice change nothing."""
    chance = np.random.default_rng(5)
    table = np.column_stack([np.ones(60), chance.normal(size=60)])
    false = chance.random(60) < 0.5
    once = fit_falsity(table, false)
    twice = fit_falsity(np.vstack([table, table]), np.concatenate([false, false]))
    assert twice == pytest.approx(once, abs=1e-3)


def test_names() -> None:
    """The first feature is the constant, which alone is free of the ridge."""
    assert FEATURES[0] == "bias"
