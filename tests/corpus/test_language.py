"""A question's language is told from its script and its smallest words."""

import pytest

from corpus.language import detect, in_script, surely
from corpus.types import Language

TABLE = [
    ("How long may a prisoner be kept alone?", Language.EN),
    ("yard time", Language.EN),  # no small word at all
    ("一天能放风多久", Language.ZH),
    ("Mandela Rule 45 讲了什么", Language.ZH),  # Latin letters outnumber Han
    ("Un détenu peut-il voir son avocat ?", Language.FR),
    ("règle 43 des Règles Nelson Mandela", Language.FR),
    ("general comment 24 paragraph 90", Language.EN),
    ("Comment porter plainte ?", Language.FR),  # French by its letters
    ("¿Cuánto dura el aislamiento?", Language.ES),
    ("puede un preso llamar a su abogado", Language.ES),
    ("Можно ли держать подростка в карцере?", Language.RU),
    ("هل يجوز حبس طفل مع البالغين؟", Language.AR),
    ("45(1)", Language.EN),  # nothing to go by
    ("please help me they hit me", Language.EN),  # "me" is Spanish too, and stands twice
    ("They’re hitting me, I can't sleep", Language.EN),  # a word with an apostrophe that is not cut short
    ("a guard’s day, a warden's night", Language.EN),  # the end of an English word is no French one
    ("Tokyo Rules 8.2 (d)", Language.EN),  # nor is the letter of an item
    ("l’avocat d´office, qu'on l'appelle", Language.FR),
    ("caméras de surveillance", Language.FR),  # small words that Spanish has too
    ("carcel de mujeres", Language.ES),  # and the reverse, without an accent
    ("no tengo abogado", Language.ES),
    ("Is my fiancé allowed in?", Language.EN),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_detect(text: str, expected: Language) -> None:
    """Each text is in the language that the table says."""
    assert detect(text) is expected


SURE = [
    ("How long may a prisoner be kept alone?", Language.EN),
    ("Un détenu peut-il voir son avocat ?", Language.FR),
    ("puede un preso llamar a su abogado", Language.ES),
    ("¿Cuánto dura?", Language.ES),  # its first mark says so
    ("一天能放风多久", Language.ZH),
    ("هل يجوز حبس طفل؟", Language.AR),
    ("yard time", None),  # no small word at all
    ("tell me a joke", None),  # "me" and "a" are Spanish too
    ("women's yard", None),  # what follows the apostrophe is a French word
    ("45(1)", None),
]


@pytest.mark.parametrize(("text", "expected"), SURE)
def test_surely(text: str, expected: Language | None) -> None:
    """A text's language is sure where the table says so, and then it is the one that is detected."""
    assert surely(text) is expected
    assert expected in (None, detect(text))


def test_in_script() -> None:
    """One letter of the script is enough; figures are of none."""
    assert in_script("DNA检测", Language.ZH)
    assert not in_script("DNA", Language.ZH)
    assert in_script("Где?", Language.RU)
    assert in_script("où", Language.FR)
    assert not in_script("45(1)", Language.EN)
    assert not in_script("灯塔", Language.EN)
