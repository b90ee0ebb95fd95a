"""Which dev questions are fitted on, and in which fold."""

from collections import defaultdict

import numpy as np
import pytest

from eval.dev import FOLDS, Asking, courses_of, dev_questions, folds_of, names_provision, searched_for, signs_for
from eval.questions import load_all
from eval.rows import CONTRASTS, FURTHER
from eval.types import Expected, Split
from rag.decide.decision import Course
from rag.decide.signs import signs
from rag.dialogue.resolve import Resolved
from rag.lexical import question_terms
from rag.orders import without_orders
from rag.pipeline import Pipeline
from rag.refer import refer


@pytest.fixture(scope="module")
def asked(pipeline: Pipeline) -> tuple[Asking, ...]:
    """What is fitted on."""
    return tuple(dev_questions((*load_all(), *load_all(folder=FURTHER)), pipeline.index.library))


def test_nothing_of_the_test_split_is_read(asked: tuple[Asking, ...]) -> None:
    """Every question is of the dev split, and every fold has some."""
    assert {one.item.split for one in asked} == {Split.DEV}
    assert set(folds_of(asked).tolist()) == set(range(FOLDS))


def test_what_lies_close_together_is_in_one_fold(asked: tuple[Asking, ...]) -> None:
    """An item in all its languages and turns, and of the contrasts the three of a group, which need one provision."""
    folds: defaultdict[str, set[int]] = defaultdict(set)
    for one in asked:
        contrast = one.item.dataset in CONTRASTS
        group = f"{one.item.id[:2]}{(int(one.item.id[2:]) - 1) // 3}" if contrast else one.item.id
        folds[group].add(one.fold)
    assert {len(found) for found in folds.values()} == {1}


def test_what_is_due(asked: tuple[Asking, ...]) -> None:
    """By what its turn expects, in the order of the model's classes."""
    due = {Expected.ANSWER: Course.ANSWER, Expected.REFUSE: Course.REFUSE, Expected.CORRECT: Course.CORRECT}
    some = asked[::40]
    assert [list(Course)[place] for place in courses_of(some).tolist()] == [due[one.turn.expected] for one in some]
    assert len({one.turn.expected for one in some}) == len(due)


def test_names(asked: tuple[Asking, ...]) -> None:
    """No two are called alike; a first turn needs no number."""
    names = {one.name for one in asked}
    assert len(names) == len(asked)
    assert {"g004 en", "g004/1 en", "g004/2 zh"} <= names


def test_a_follow_up_is_searched_behind_what_it_leans_on(asked: tuple[Asking, ...], pipeline: Pipeline) -> None:
    """It is resolved, and both are asked; the decision sees a third of the whole conversation's signs and two of its own."""
    library = pipeline.index.library
    leaning = (one for one in asked if one.follows and not one.resolved.doubtful)
    one = next(one for one in leaning if len(question_terms(one.resolved.own, one.language)) > 1)
    found = searched_for(pipeline, one)
    assert found.asked.text == one.resolved.text != one.resolved.own
    assert found.alone is not None
    assert found.alone.asked.text == one.resolved.own
    whole, latest = (
        np.array(signs(pipeline.index, part.asked, part.retrieved, refer(library, text, part.asked.language)))
        for part, text in ((found, one.resolved.text), (found.alone, one.resolved.own))
    )
    assert whole.tolist() != latest.tolist()
    assert signs_for(pipeline, one) == pytest.approx([1.0, *(whole + 2 * latest) / 3])


def test_orders_are_left_out(asked: tuple[Asking, ...]) -> None:
    """What is fitted on is what the pipeline takes in: k035 asks for news behind what it orders."""
    (one,) = [one for one in asked if one.name == "k035 en"]
    asked_for = without_orders(one.turn.question[one.language])
    assert one.resolved == Resolved(text=asked_for, own=asked_for)
    assert asked_for != one.turn.question[one.language]


def test_what_names_its_provision(asked: tuple[Asking, ...], pipeline: Pipeline) -> None:
    """A question that names one which is held is resolved and not ranked."""
    one = next(one for one in asked if not one.follows)
    named = Asking(
        item=one.item, turn=one.turn, language=one.language, resolved=Resolved(text="sample-rules 5(1)?", own=""), fold=0
    )
    assert names_provision(pipeline, named)
    assert not names_provision(pipeline, one)
