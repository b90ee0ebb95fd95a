"""BM25 by field: what shares a term scores, items count for their paragraph, and what is saved is what is opened."""

from pathlib import Path

import numpy as np
import pytest

from corpus.types import Language, Reference
from rag.lexical import LexicalIndex, best_rows, question_terms
from rag.pipeline import Pipeline
from rag.types import Field
from rag.words import terms


@pytest.fixture(scope="module")
def index(skerry: Pipeline) -> LexicalIndex:
    """The lexical index of the sample instruments."""
    return skerry.index.lexical


def row_of(pipeline: Pipeline, locator: str) -> int:
    """The row of a provision of the Skerry Rules."""
    return pipeline.index.library.order[Reference(instrument="sample-rules", locator=locator)]


def scores(pipeline: Pipeline, index: LexicalIndex, words: tuple[str, ...], field: Field = Field.TEXT) -> np.ndarray:
    """Scores of all rows in one field."""
    return index.scores(words, {field: 1.0}, len(pipeline.index.library.references))


def test_shared_term(skerry: Pipeline, index: LexicalIndex) -> None:
    """A provision with the term scores, a paragraph by its items too, all others score nothing."""
    found = scores(skerry, index, ("horn",))
    assert set(np.flatnonzero(found).tolist()) == {row_of(skerry, "4"), row_of(skerry, "4(a)")}
    assert set(index.rows_with("horn").tolist()) >= {row_of(skerry, "4"), row_of(skerry, "4(a)")}


def test_no_shared_term(skerry: Pipeline, index: LexicalIndex) -> None:
    """Words that stand nowhere, or none, score nothing and lead nowhere."""
    for words in (("submarin",), ()):
        assert not scores(skerry, index, words).any()
    assert index.rows_with("submarin").tolist() == []
    assert best_rows(scores(skerry, index, ("submarin",)), 5) == ()


def test_fields_are_weighed_and_added(skerry: Pipeline, index: LexicalIndex) -> None:
    """The score over two fields is the weighted sum of both."""
    size, words = len(skerry.index.library.references), question_terms("opened letter", Language.EN)
    both = index.scores(words, {Field.TEXT: 2.0, Field.STATEMENT: 0.5}, size)
    text, statement = (scores(skerry, index, words, field) for field in (Field.TEXT, Field.STATEMENT))
    assert statement.any()
    np.testing.assert_allclose(both, 2 * text + 0.5 * statement, rtol=1e-5)


def test_rows_with_a_term_are_those_that_have_it(skerry: Pipeline, index: LexicalIndex) -> None:
    """The rows of a term are exactly those of which a wording has it, in any field."""
    library = skerry.index.library
    for word in ("letter", "watch", "隐私", "灯塔"):
        expected = set()
        for one in skerry.index.wordings:
            if word in terms(one.text, one.language):
                expected |= {library.order[one.reference], library.order[library.paragraph(one.reference)]}
        assert set(index.rows_with(word).tolist()) == expected
        assert expected


def test_saved_and_opened(skerry: Pipeline, tmp_path: Path) -> None:
    """What is opened scores as what was built."""
    built = LexicalIndex.build(skerry.index.library, skerry.index.wordings)
    built.save(tmp_path / "lexical")
    opened = LexicalIndex.open(tmp_path / "lexical")
    assert set(opened.fields) == set(built.fields)
    for question in ("letters opened", "how long may a watch last"):
        words = question_terms(question, Language.EN)
        for field in built.fields:
            np.testing.assert_allclose(scores(skerry, opened, words, field), scores(skerry, built, words, field), rtol=1e-6)


def test_question_terms_are_each_once() -> None:
    """A word said twice counts once, in the order of the question."""
    assert question_terms("letters, lamps and a letter", Language.EN) == ("letter", "lamp")


def test_best_rows() -> None:
    """The best come first, ties in citation order, and what scores nothing is left out."""
    assert best_rows(np.array([0.0, 1.0, 3.0, 1.0, 0.0], np.float32), 4) == (2, 1, 3)
    assert best_rows(np.array([2.0, 1.0], np.float32), 1) == (0,)
