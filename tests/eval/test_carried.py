"""Whether provisions carry a sentence, by the program's checker on the sample instrument."""

from corpus.types import Reference
from eval.carried import carried_by
from eval.scores import Measure
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline
from tests.eval.outcomes import OTHER, RULE, answer, item, judged, said

NOWHERE = Reference(instrument="sample-rules", locator="99")


def test_carried(pipeline: Pipeline) -> None:
    """A digest's statement is carried by its own provision, alone or among others, and by no other."""
    carries = carried_by(pipeline.index.library, HashEmbedder())
    statement = pipeline.index.library.statements(RULE)[0].en
    assert carries(statement, (RULE,))
    assert carries(statement, (OTHER, RULE))
    assert not carries(statement, (OTHER,))
    assert not carries(statement, (NOWHERE, Reference(instrument="mandela", locator="1")))


def test_nonexistent_citations_are_measured() -> None:
    """One citation of two that does not exist is a half; its sentence is not carried, whatever the checker believes."""
    one = item(1)
    measured = judged([one], [answer(one, said(), said(NOWHERE))]).total.measured
    assert measured[Measure.NONEXISTENT].value == 0.5
    assert measured[Measure.ATTRIBUTION_RECALL].value == 0.5
    assert measured[Measure.ATTRIBUTION_PRECISION].value == 0.5
