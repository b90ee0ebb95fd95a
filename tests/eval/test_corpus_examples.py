"""Questions of the corpus's own are asked of an index that does not know them."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.asked import Bearing, Inquiry
from corpus.language import detect
from corpus.types import Language
from eval.blind_questions import UNREAD
from eval.corpus_examples import Drawn, asks, draw, edges, open_questions, spoken, without
from eval.fitting import fit_decision
from rag.decide.decision import Course
from rag.decide.signs import SIGNS
from rag.lexical import question_terms
from rag.pipeline import Pipeline
from rag.types import Field, Wording

ANSWER, REFUSE, CORRECT = range(3)
TRAINING = UNREAD.parent


def test_the_same_draw_each_time(pipeline: Pipeline) -> None:
    """The sample is seeded, each ask once, and hides whole boundaries."""
    drawn = draw(pipeline.index)
    assert drawn == draw(pipeline.index)
    assert len(set(drawn.asks)) == len(drawn.asks) > 0
    boundary, text = drawn.edges[0]
    assert {text, *drawn.asks} <= drawn.hidden
    assert {other for texts in boundary.asks.values() for other in texts} <= drawn.hidden


def test_what_people_ask_is_hidden_with_its_translations(pipeline: Pipeline) -> None:
    """A drawn question hides all of its line, and an index without one text of a line has none of it."""
    index = pipeline.index
    ask, translation = draw(index).asks[:2]
    question = {Language.EN: ask, Language.ZH: translation}
    row = Inquiry(id="ax0001", instrument="sample-rules", locator="5(1)", author="A1", kind=Bearing.ANSWERED, question=question)
    asking = replace(index, library=replace(index.library, asked=(row,)))
    assert draw(asking).beside == {ask, translation} <= draw(asking).hidden
    assert without(asking, frozenset({ask})).library.asked == ()
    assert without(asking, frozenset({"another"})).library.asked == (row,)


def test_vectors_without_what_is_hidden(pipeline: Pipeline) -> None:
    """Every ask and edge has a part but those hidden, and each course weighs the same in all."""
    index = pipeline.index
    asked = sum(one.field is Field.ASK for one in index.wordings)
    every = spoken(index, frozenset())
    assert len(every.courses) == asked + len(index.edges)
    assert [every.weights[every.courses == course].sum().round(9) for course in range(3)] == [1.0, 1.0, 1.0]
    hidden = frozenset(one.text for one in index.edges[:3])
    assert len(spoken(index, hidden).courses) == len(every.courses) - sum(one.text in hidden for one in index.edges)


def test_no_language_is_a_sign_of_a_course(pipeline: Pipeline) -> None:
    """Each course of a language that has all three weighs as much, by course, as in any other such language."""
    index = pipeline.index
    every = spoken(index, frozenset())
    asked = [one.language for one in index.wordings if one.field is Field.ASK]
    languages = np.array([*asked, *(one.language for one in index.edges)])
    shares = []
    for language in Language:
        weighed = [every.weights[(languages == language) & (every.courses == course)] for course in range(3)]
        if all(len(one) for one in weighed):
            shares.append(np.array([one.sum() for one in weighed]) / len(np.concatenate(weighed)))
    assert len(shares) > 1
    for share in shares:
        np.testing.assert_allclose(share, shares[0])
    assert [every.weights[every.courses == course].sum().round(9) for course in range(3)] == [1.0, 1.0, 1.0]


def test_few_languages_weigh_more(pipeline: Pipeline) -> None:
    """What is asked in neither English nor Chinese weighs six times what is asked in these."""
    index = pipeline.index
    texts = {
        language: next(o.text for o in index.wordings if o.field is Field.ASK and o.language is language)
        for language in (Language.EN, Language.ZH, Language.FR)
    }
    made = asks(pipeline, Drawn(edges=(), asks=tuple(texts.values())))
    assert [weight / made.weights[0] for weight in made.weights] == [1.0, 1.0, pytest.approx(6.0)]


def test_each_is_asked_with_its_course(pipeline: Pipeline) -> None:
    """Edges are refused or corrected, asks and open questions answered; every table has a constant and all signs."""
    drawn = draw(pipeline.index)
    near, plain, opened = edges(pipeline, drawn), asks(pipeline, drawn), open_questions(pipeline)
    assert set(near.courses.tolist()) == {REFUSE, CORRECT}
    assert set(plain.courses.tolist()) == set(opened.courses.tolist()) == {ANSWER}
    for one in (near, plain, opened):
        assert one.table.shape == (len(one.courses), 1 + len(SIGNS))
        assert (one.table[:, 0] == 1.0).all()
    assert fit_decision(near.and_(plain)).shape == (1 + len(SIGNS), len(Course))


def test_an_index_without_them(pipeline: Pipeline) -> None:
    """No wording of such an index is a hidden ask, its lexical part knows no word of theirs alone, all else is as it was."""
    index = pipeline.index
    hidden = frozenset(draw(index).asks[:4])
    less = without(index, hidden)
    gone = {(one.field, one.text) for one in index.wordings} - {(one.field, one.text) for one in less.wordings}
    assert {text for _, text in gone} == hidden
    terms = {term for text in hidden for term in question_terms(text, detect(text))}
    alone = [term for term in terms if index.paragraphs_with(term) and not any(_has(one, term) for one in less.wordings)]
    assert alone
    assert not any(less.paragraphs_with(term) for term in alone)


def _has(wording: Wording, term: str) -> bool:
    return term in question_terms(wording.text, wording.language)
