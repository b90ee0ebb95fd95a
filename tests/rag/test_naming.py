"""The instruments that a question names, and what is left of it without their names."""

import pytest

from corpus.types import Language
from rag.naming import naming


@pytest.mark.parametrize(
    ("question", "language", "instruments", "subject"),
    [
        ("How long is a watch?", Language.EN, set(), "How long is a watch?"),
        (
            "What do Bangkok and Tokyo say on early release?",
            Language.EN,
            {"bangkok", "tokyo"},
            "What do and say on early release?",
        ),
        ("东京规定几分钟？", Language.ZH, {"tokyo"}, "规定几分钟？"),
        ("《钟规则》讲几分钟？", Language.ZH, {"sample-dotted"}, "讲几分钟？"),
        # a name of one character is none inside a word
        ("讯问孩子，多少分钟必须停？", Language.ZH, set(), "讯问孩子，多少分钟必须停？"),
        # the instrument as such is what is asked for
        ("What are the Tokyo Rules about?", Language.EN, {"tokyo"}, "What are the Tokyo Rules about?"),
    ],
)
def test_names_and_subject(question: str, language: Language, instruments: set[str], subject: str) -> None:
    """Names are found by whatever form; the subject goes without them unless nothing else is asked."""
    found = naming(question, language)
    assert found.instruments == instruments
    assert found.subject == subject
