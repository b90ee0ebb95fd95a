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
    (Language.FR, "au moins deux heures par jour, 15 jours consécutifs", [(2, "hour"), (15, "day")]),
    (Language.FR, "vingt-deux heures, quatre-vingts ans, dix-sept ans", [(22, "hour"), (80, "year"), (17, "year")]),
    (Language.FR, "une lampe, l’un des gardiens", []),  # the article
    (Language.FR, "les deux gardiens", [(2, "count")]),
    (Language.FR, "règles 36 à 46, article 40, résolution 70/175 du 17 décembre 2015", []),
    (Language.ES, "veintidós horas y treinta y cinco años", [(22, "hour"), (35, "year")]),
    (Language.ES, "reglas 6, párrafo 1; 57 a 59; y 60, del 2 a 5 de marzo de 2015, el 12.º Congreso", []),
    (Language.ES, "el 10 por ciento, 3 veces", [(10, "percent"), (3, "time")]),
    (Language.RU, "двадцать четыре часа, двух дней подряд", [(24, "hour"), (2, "day")]),
    (Language.RU, "пятнадцать суток, тридцати лет", [(15, "day"), (30, "year")]),
    (Language.RU, "правило 45 (1), 25–28 марта 2014 года, замечание общего порядка № 24", []),
    (Language.AR, "ساعتين في اليوم لمدة خمسة عشر يوما", [(2, "hour"), (15, "day")]),
    (Language.AR, "خمس وعشرين سنة، ١٥ يوماً", [(25, "year"), (15, "day")]),
    (Language.AR, "القاعدة 45 (1)، القرار 70/175 المؤرخ 17 كانون الأول/ديسمبر 2015", []),
    (
        Language.FR,
        "dix huit ans, dix‑sept jours",
        [(18, "year"), (17, "day")],
    ),  # without a hyphen, with one that breaks no line
    (Language.AR, "لخمسة عشر يوما", [(15, "day")]),  # in one word with its preposition
    (Language.AR, "لاثنتين وعشرين ساعة", [(22, "hour")]),
    (Language.AR, "١٫٥ سنة", [(1.5, "year")]),  # the decimal mark of Arabic
    (Language.AR, "هاتين المجموعتين", [(2, "count")]),  # the dual
    (Language.FR, "neuf mois et quatorze ans", [(9, "month"), (14, "year")]),
    (Language.FR, "entre dix et douze ans", [(10, "count"), (12, "year")]),
    (Language.FR, "vingt et un jours", [(21, "day")]),
    (Language.FR, "soixante et un ans", [(61, "year")]),
    (Language.FR, "neuf cents détenus", [(900, "person")]),
    (Language.FR, "deux cent cinquante détenus", [(250, "person")]),
    (Language.FR, "2 000 détenus", [(2000, "person")]),
    (Language.FR, "12,5 % et 48h", [(12.5, "percent"), (48, "hour")]),
    (Language.FR, "un matelas neuf chaque année", []),
    (Language.FR, "le 12.03.2024", []),
    (Language.FR, "quatre-vingt-dix-sept ans, neuf mois", [(97, "year"), (9, "month")]),
    (Language.FR, "une heure par jour", [(1, "hour")]),
    (Language.FR, "vingt-neuf jours", [(29, "day")]),
    (Language.ES, "entre quince y veinte días", [(15, "count"), (20, "day")]),
    (Language.ES, "tres y cuatro años", [(3, "count"), (4, "year")]),
    (Language.ES, "ciento veinte días", [(120, "day")]),
    (Language.ES, "veintitrés horas y veintiún días", [(23, "hour"), (21, "day")]),
    (Language.ES, "treinta y un días", [(31, "day")]),
    (Language.ES, "2.000 reclusos", [(2000, "person")]),
    (Language.ES, "1.000 personas", [(1000, "person")]),
    (Language.ES, "dos escoltas en vez de uno", [(2, "count")]),
    (Language.RU, "два три дня", [(2, "count"), (3, "day")]),
    (Language.RU, "семьдесят два часа", [(72, "hour")]),
    (Language.RU, "семидесяти двух часов", [(72, "hour")]),
    (Language.RU, "девяносто дней", [(90, "day")]),
    (Language.RU, "двадцать один день", [(21, "day")]),
    (Language.RU, "двое суток", [(2, "day")]),
    (Language.RU, "15-летний", [(15, "year")]),
    (Language.RU, "семью и детей", []),
    (Language.RU, "22 ч", [(22, "hour")]),
    (Language.RU, "двести пятьдесят человек", [(250, "person")]),
    (Language.RU, "часть 2 статьи 77", []),
    (Language.AR, "بين عشرة وخمسة عشر يوما", [(10, "count"), (15, "day")]),
    (Language.AR, "ثلاث عشرة سنة", [(13, "year")]),
    (Language.AR, "سبعة عشر عاما", [(17, "year")]),
    (Language.AR, "السبعة عشر عامًا", [(17, "year")]),
    (Language.AR, "أحد عشر يوما", [(11, "day")]),
    (Language.AR, "ستين يوما", [(60, "day")]),
    (Language.AR, "أربعا وعشرين ساعة", [(24, "hour")]),
    (Language.AR, "اثنتين و عشرين ساعة", [(22, "hour")]),
    (Language.AR, "لـ15 يوما", [(15, "day")]),
    (Language.AR, "٥٠٪", [(50, "percent")]),
    (Language.AR, "10 ديسمبر 1948", []),
    (Language.AR, "تسع وأربع سنوات", [(9, "count"), (4, "year")]),
    (Language.AR, "السجناء المسجونين بين الجدران", []),
    (Language.AR, "48 ساعه", [(48, "hour")]),
    (Language.AR, "ساعة واحدة", [(1, "hour")]),
]


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
