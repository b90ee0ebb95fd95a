"""Numbers are read with their units; references and dates are not numbers."""

import pytest

from corpus.quantities import quantities
from corpus.types import Language

ENGLISH = [
    ("at least two hours", [(2, "hour")]),
    ("in excess of 15 consecutive days", [(15, "day")]),
    ("twenty-two hours or more a day", [(22, "hour")]),
    ("a child under 14 years of age", [(14, "year")]),
    ("14-year-old keepers", [(14, "year")]),
    ("one hour of exercise", [(1, "hour")]),
    ("no one may leave; one of them stays", []),  # nothing is counted
    ("see rules 36 to 46 and article 40 (2)", []),  # references
    ("resolution 70/175 of 17 December 2015", []),  # a number of a document, a date
    ("10 per cent of lamps", [(10, "percent")]),
    ("punished twice", [(2, "time")]),
    ("1,200 lamps", [(1200, None)]),
]
CHINESE = [
    ("每天至少1小时", [(1, "hour")]),
    ("连续超过十五天", [(15, "day")]),
    ("二十二小时以上", [(22, "hour")]),
    ("未满14岁的儿童", [(14, "year")]),
    ("第43条第1款和规则45(1)", []),
    ("2015年12月17日第70/175号决议", []),
    ("每年一次", [(1, "count")]),  # carries a number, demands none
    ("两次", [(2, "count")]),  # may be an idiom
    ("3次", [(3, "time")]),
    ("规则50至52", []),
    ("一些看守人", []),
    ("两班之间", [(2, "count")]),
]
OTHERS = [
    (Language.FR, "au moins 2 heures par jour, 15 jours consécutifs", [(2, "hour"), (15, "day")]),
    (Language.FR, "deux heures, neuf mois", [(2, "hour"), (9, "month")]),
    (Language.FR, "quinze jours", []),  # to be written in digits
    (Language.FR, "de neuf et 14 ans", [(9, "count"), (14, "year")]),  # two numbers, not one
    (Language.FR, "une lampe, l’un des gardiens, une semaine", [(1, "week")]),  # the article, but for spans of time
    (Language.FR, "les deux gardiens", [(2, "count")]),
    (Language.FR, "12,5 % des lampes", [(12.5, "percent")]),
    (Language.FR, "règles 36 à 46, article 40, résolution 70/175 du 17 décembre 2015, observation no 24", []),
    (Language.ES, "22 horas al día, dos reclusas", [(22, "hour"), (2, "person")]),
    (Language.ES, "reglas 6, párrafo 1; 57 a 59; y 60, del 2 a 5 de marzo de 2015, el 12.º Congreso", []),
    (Language.ES, "el 10 por ciento, 3 veces, en vez de", [(10, "percent"), (3, "time")]),
    (Language.RU, "24 часа, двух дней подряд, дважды", [(24, "hour"), (2, "day"), (2, "time")]),
    (Language.RU, "один час, 15-летний", [(1, "hour"), (15, "year")]),
    (Language.RU, "правило 45 (1), 25–28 марта 2014 года, замечание общего порядка № 24, на 81-й сессии", []),
    (Language.AR, "ساعتين في اليوم لمدة 15 يوما", [(2, "hour"), (15, "day")]),
    (Language.AR, "ساعة واحدة، ١٥ يوماً، 12 و13 سنة", [(1, "hour"), (15, "day"), (12, None), (13, "year")]),
    (Language.AR, "لـ15 يوما", [(15, "day")]),  # behind a preposition
    (Language.AR, "القاعدة 45 (1)، القرار 70/175 المؤرخ 17 كانون الأول/ديسمبر 2015، 10 ديسمبر 1948", []),
    (Language.AR, "هاتين المجموعتين", [(2, "count")]),  # the dual
    (Language.AR, "السجناء المسجونين بين الجدران", []),  # no dual
]


HALVES = [
    (Language.EN, "half an hour outdoors", [(30, "minute")]),
    (Language.EN, "one and a half hours", [(1.5, "hour")]),
    (Language.EN, "an hour and a half", [(1.5, "hour")]),
    (Language.EN, "two and a half years", [(2.5, "year")]),
    (Language.EN, "half a year", [(6, "month")]),
    (Language.EN, "half of the keepers in a half-way house", []),  # a share and a name
    (Language.FR, "une demi-heure", [(30, "minute")]),
    (Language.ES, "media hora", [(30, "minute")]),
    (Language.RU, "за полчаса", [(30, "minute")]),
    (Language.AR, "نصف ساعة", [(30, "minute")]),
    (Language.ZH, "放风半小时", [(30, "minute")]),
    (Language.ZH, "一个半小时", [(1.5, "hour")]),
    (Language.ZH, "两年半", [(2.5, "year")]),
    (Language.ZH, "一天半", [(1.5, "day")]),
    (Language.ZH, "半年", [(6, "month")]),
    (Language.ZH, "三天半夜里", [(3, "day")]),  # midnight
    (Language.ZH, "多半年轻", []),  # mostly
    (Language.ZH, "三天半数的人", [(3, "day")]),  # half of them
    (Language.EN, "twenty-two and a half hours", [(22.5, "hour")]),
    (Language.EN, "1,000,000 and a half hours", [(1000000.5, "hour")]),
    (Language.EN, "a day and a half-hour break", []),  # a half-hour is no half of a day
]


@pytest.mark.parametrize(("language", "text", "expected"), HALVES)
def test_halves(language: Language, text: str, expected: list[tuple[float, str | None]]) -> None:
    """Half an hour is thirty minutes, and what is counted with a half is counted with it."""
    assert [(one.value, one.unit) for one in quantities(text, language)] == expected


@pytest.mark.parametrize(("language", "text", "expected"), OTHERS)
def test_others(language: Language, text: str, expected: list[tuple[float, str | None]]) -> None:
    """Each text in another language has the quantities of the table."""
    assert [(one.value, one.unit) for one in quantities(text, language)] == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[tuple[float, str | None]]) -> None:
    """Each English text has the quantities of the table."""
    assert [(one.value, one.unit) for one in quantities(text, Language.EN)] == expected


@pytest.mark.parametrize(("text", "expected"), CHINESE)
def test_chinese(text: str, expected: list[tuple[float, str | None]]) -> None:
    """Each Chinese text has the quantities of the table."""
    assert [(one.value, one.unit) for one in quantities(text, Language.ZH)] == expected
