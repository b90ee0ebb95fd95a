"""The registry of operators."""

from eval.mutations.registry import ON_QUOTES, OPERATORS
from rag.types import Step, VerdictStatus


def test_names_are_unique() -> None:
    """No two operators share a name."""
    assert len({one.name for one in OPERATORS}) == len(OPERATORS)


def test_there_are_enough() -> None:
    """At least eighteen operators stand in the registry."""
    assert len(OPERATORS) >= 18


def test_slots_are_steps_of_the_checker() -> None:
    """Every operator names the step made for it by the step's own value."""
    assert {one.slot for one in OPERATORS} <= {step.value for step in Step}


def test_every_step_has_an_operator() -> None:
    """No step of the checker goes without an operator that tries it."""
    assert {one.slot for one in OPERATORS} == {step.value for step in Step}


def test_no_operator_takes_supported_for_right() -> None:
    """What an operator makes is wrong, so no operator allows `supported`."""
    assert all(one.labels and one.labels <= {VerdictStatus.CONTRADICTED, VerdictStatus.NOT_SUPPORTED} for one in OPERATORS)


def test_quotes_are_marked() -> None:
    """Operators on quotes are named so that they get official sentences."""
    assert {"quote_ellipsis", "quote_altered"} == ON_QUOTES
