"""Of a provision's statements the one that answers is told first."""

import pytest

from corpus.types import Language, Reference
from rag.compose import compose
from rag.pipeline import Pipeline
from rag.retrieve import Found
from rag.types import Field, Wording

FOG = Reference(instrument="sample-rules", locator="4")
ASKED = [("How long?", "once every 2 minutes"), ("Which ones?", "when the fog came and went")]


@pytest.mark.parametrize(("question", "answer"), ASKED)
def test_the_number_that_is_asked_for_comes_first(skerry: Pipeline, question: str, answer: str) -> None:
    """Where a kind of number is asked for, the statement that fixes one passes another that is a little nearer."""
    near = tuple(
        (Wording(reference=FOG, field=Field.STATEMENT, language=Language.EN, text=statement.en), cosine)
        for statement, cosine in zip(skerry.index.library.statements(FOG), (0.87, 0.90, 0.80), strict=True)
    )
    found = Found(reference=FOG, paragraph=FOG, score=1.0, near=near, rows=(), signals=())
    assert answer in compose(skerry.index.library, found, question, Language.EN, 2)[0].text
