"""Whom a text names, by one id in two languages."""

import pytest

from corpus.types import Language
from rag.types import Step
from rag.verify.entities import entities, names

TABLE = [
    ("The doctor came.", Language.EN, (Step.ACTOR, "physician")),
    ("医生来了。", Language.ZH, (Step.ACTOR, "physician")),
    ("The court decides.", Language.EN, (Step.ACTOR, "court")),
    ("由法院决定。", Language.ZH, (Step.ACTOR, "court")),
    ("A pregnant keeper rests.", Language.EN, (Step.PERSON, "pregnant")),
    ("怀孕的看守人休息。", Language.ZH, (Step.PERSON, "pregnant")),
]


@pytest.mark.parametrize(("text", "language", "key"), TABLE)
def test_named(text: str, language: Language, key: tuple[Step, str]) -> None:
    """A person or an actor is known by its everyday name."""
    assert key in entities(text, language)


def test_near_names_stand_for_one_another() -> None:
    """A nurse stands for health staff; a judge does not stand for a nurse."""
    assert names("nurse", {"health staff"})
    assert not names("court", {"nurse"})
