"""What the network for search is fitted on: positive pairs, negative ones, and batches of both."""

import numpy as np
import pytest

from corpus.boundaries import Edge
from corpus.types import Reference
from eval.training.texts import Texts
from rag.pipeline import Pipeline


@pytest.fixture(scope="module")
def texts(pipeline: Pipeline) -> Texts:
    """The texts of the invented station and of its edges."""
    return Texts(pipeline.index)


def test_every_text_once(texts: Texts, pipeline: Pipeline) -> None:
    """Wordings first, under the paragraphs that they lead to, then the edges, each on its line."""
    index = pipeline.index
    held = [*(one.text for one in index.wordings), *(one.text for one in index.edges)]
    assert [one.text for one in texts.texts] == held
    wordings, edges = texts.texts[: len(index.wordings)], texts.texts[len(index.wordings) :]
    assert all(one.places and one.line is None and one.edge is None for one in wordings)
    assert all(not one.places and one.line is not None and one.edge is not None for one in edges)


def test_positives_and_negatives(texts: Texts) -> None:
    """Wordings of a paragraph, questions of a line; a silence is a negative of its paragraph's asks; no text of itself."""
    everything = list(range(len(texts.texts)))
    positive, negative = texts.relations(everything)
    assert not (positive & negative).any()
    assert not positive.diagonal().any()
    assert not negative.diagonal().any()
    assert np.array_equal(positive, positive.T)
    for row, one in enumerate(texts.texts):
        for column, other in enumerate(texts.texts):
            if row != column and (one.places & other.places or (one.line is not None and one.line == other.line)):
                assert positive[row, column]
            elif (one.edge is None) is not (other.edge is None) or {one.edge, other.edge} == {Edge.SILENCE, Edge.MISBELIEF}:
                assert negative[row, column]
            elif one.edge is other.edge is Edge.SILENCE and one.near == other.near:
                assert not negative[row, column]


def test_what_points_to_another_is_no_negative(texts: Texts, pipeline: Pipeline) -> None:
    """A paragraph whose digest points to another may answer its asks as well."""
    index = pipeline.index
    pointing = [
        (index.place[one], index.place[index.library.expand(Reference.parse(named))[0]])
        for one in index.paragraphs
        if (digest := index.library.digest(one))
        for named in digest.see_also
    ]
    assert pointing
    for one, other in pointing:
        rows = [row for row, text in enumerate(texts.texts) if one in text.places or other in text.places]
        assert not texts.relations(rows)[1].any()


def test_batches(texts: Texts) -> None:
    """Each holds texts once, paragraphs and edges; the same texts give the same batches."""
    drawn = list(texts.batches(4))
    assert drawn == list(texts.batches(4))
    assert len({tuple(batch) for batch in drawn}) == len(drawn)
    for batch in drawn:
        assert len(batch) == len(set(batch))
        positive, negative = texts.relations(batch)
        assert positive.any()
        assert negative.any()
        assert {texts.texts[place].edge is None for place in batch} == {True, False}
