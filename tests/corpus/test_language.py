"""A question's language is told from its script and its smallest words."""

import pytest

from corpus.language import detect
from corpus.types import Language

TABLE = [
    ("How long may a prisoner be kept alone?", Language.EN),
    ("yard time", Language.EN),  # no small word at all
    ("一天能放风多久", Language.ZH),
    ("Mandela Rule 45 讲了什么", Language.ZH),  # Latin letters outnumber Han
    ("Un détenu peut-il voir son avocat ?", Language.FR),
    ("règle 43 des Règles Nelson Mandela", Language.FR),
    ("¿Cuánto dura el aislamiento?", Language.ES),
    ("puede un preso llamar a su abogado", Language.ES),
    ("Можно ли держать подростка в карцере?", Language.RU),
    ("هل يجوز حبس طفل مع البالغين؟", Language.AR),
    ("45(1)", Language.EN),  # nothing to go by
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_detect(text: str, expected: Language) -> None:
    """Each text is in the language that the table says."""
    assert detect(text) is expected
