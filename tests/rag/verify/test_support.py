"""How the signs are weighed."""

from corpus.types import Language
from rag.types import Step
from rag.verify.finding import FIRM, Finding, tally
from rag.verify.support import support
from rag.verify.weights import FOUND, NEAR

NUMBER = Finding(step=Step.NUMBER, detail="", conflict=True, sign="number")
SOFT = Finding(step=Step.MODALITY, detail="", conflict=True, sign="up soft")


def test_no_finding_speaks_for_a_claim() -> None:
    """Every finding counts against a claim or not at all."""
    assert all(weight <= 0 for weight in FOUND.values())


def test_a_finding_makes_less_sure() -> None:
    """The same nearness with a finding is less sure."""
    for language in NEAR:
        assert support({}, [NUMBER], language) < support({}, [], language)


def test_firm_findings_are_counted_by_kind() -> None:
    """Two findings of one kind are one firm kind; soft ones are none."""
    assert tally([NUMBER, NUMBER]) == {"number": 2.0, FIRM[0]: 1.0}
    assert tally([SOFT]) == {"up soft": 1.0}


def test_left_out_nearness_is_middling() -> None:
    """Without nearness a claim is judged as one of middling nearness: neither nought nor sure."""
    assert 0.0 < support({}, [], Language.EN) < 1.0
