"""Whether what does not stand is contradicted or only not supported."""

import pytest

from corpus.library import Library
from corpus.types import Language, Reference
from rag.embedder.fake import HashEmbedder
from rag.ports import Entailment
from rag.types import VerdictStatus
from rag.verify.judge import judge

LETTERS = Reference.parse("sample-rules 9(2)")
UNTOLD = "The keeper sells apples to visitors."


class _Reading(HashEmbedder):
    """Reads every claim alike: not entailed, and so much likelier denied than left open."""

    def __init__(self, *, leaning: float) -> None:
        super().__init__()
        self._leaning = leaning

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:  # noqa: ARG002
        return Entailment(entailed=-9.0, neutral=-3.0, contradicted=-3.0 + self._leaning)


@pytest.mark.parametrize(("leaning", "status"), [(2.0, VerdictStatus.CONTRADICTED), (-2.0, VerdictStatus.NOT_SUPPORTED)])
def test_the_model_says_whether_the_text_says_otherwise(library: Library, leaning: float, status: VerdictStatus) -> None:
    """No slot fails the claim: what the model of entailment read tells denied from left open."""
    assert judge(library, UNTOLD, LETTERS, Language.EN, embedder=_Reading(leaning=leaning)).status is status


def test_a_slot_that_fails_a_claim_needs_no_model(library: Library) -> None:
    """The text forbids what the claim orders: contradicted, whatever the model read."""
    claim = "A letter must be opened by anyone."
    assert judge(library, claim, LETTERS, Language.EN, embedder=_Reading(leaning=-2.0)).status is VerdictStatus.CONTRADICTED
