"""How the signs are weighed."""

import pytest

from corpus.types import Language
from rag.types import Step
from rag.verify.entailment import ENTAILMENT
from rag.verify.finding import FIRM, Finding, tally
from rag.verify.fitted import Fitted
from rag.verify.support import support
from rag.verify.weights import BARE, READ

NUMBER = Finding(step=Step.NUMBER, detail="", conflict=True, sign="number")
SOFT = Finding(step=Step.MODALITY, detail="", conflict=True, sign="up soft")


@pytest.mark.parametrize("fitted", [READ, BARE])
def test_no_finding_speaks_for_a_claim(fitted: Fitted) -> None:
    """Every finding counts against a claim or not at all."""
    assert all(weight <= 0 for weight in fitted.found.values())


@pytest.mark.parametrize("read", [{}, dict.fromkeys(ENTAILMENT, 0.0)])
def test_a_finding_makes_less_sure(read: dict[str, float]) -> None:
    """The same nearness with a finding is less sure, with a reader or without."""
    for language in READ.near:
        assert support(read, [NUMBER], language) < support(read, [], language)


def test_without_a_reader_others_are_the_weights() -> None:
    """What no model has read is weighed by what its words alone are worth, and not as if a model had read a middling claim."""
    for language in READ.near:
        middling = {name: READ.average[language][name] for name in ENTAILMENT}
        near = dict.fromkeys(BARE.near[language], 0.0)
        assert support(near, [], language) != pytest.approx(support(near | middling, [], language))
        assert not set(BARE.near[language]) & set(ENTAILMENT)


def test_firm_findings_are_counted_by_kind() -> None:
    """Two findings of one kind are one firm kind; soft ones are none."""
    assert tally([NUMBER, NUMBER]) == {"number": 2.0, FIRM[0]: 1.0}
    assert tally([SOFT]) == {"up soft": 1.0}


def test_left_out_nearness_is_middling() -> None:
    """Without nearness a claim is judged as one of middling nearness: neither nought nor sure."""
    assert 0.0 < support({}, [], Language.EN) < 1.0
