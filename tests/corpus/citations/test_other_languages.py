"""Citations as they are written in French, Spanish, Russian and Arabic.

A meaning is printed as the instrument with its provisions; `?` stands before what several instruments have,
`!` before what does not exist, `old` before a superseded edition.
"""

from collections.abc import Callable

import pytest

FRENCH = [
    ("règle 43 des Règles Nelson Mandela", ["mandela 43(1) 43(2) 43(3)"]),  # the plainest form
    ("regle 43 des regles Nelson Mandela", ["mandela 43(1) 43(2) 43(3)"]),  # no accents
    ("la règle nº 101", ["mandela 101(1) 101(2)"]),  # number sign
    ("Règle Mandela 43", ["mandela 43(1) 43(2) 43(3)"]),  # singular name
    ("règles 43, 44 et 45 des Règles Nelson Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # list
    ("règles 43 à 45 des Règles Nelson Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # range
    # word repeated in a range
    ("de la règle 43 à la règle 45 des Règles Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    ("règle 43, par. 1 b), des Règles Nelson Mandela", ["mandela 43(1)(b)"]),  # UN style
    ("règle 43 1) b)", ["mandela 43(1)(b)"]),  # closing brackets only
    ("règle 43, paragraphe 1, alinéa b)", ["mandela 43(1)(b)"]),  # in words
    ("alinéa b) du paragraphe 1 de la règle 43", ["mandela 43(1)(b)"]),  # backward
    ("premier alinéa de la règle 45", ["mandela 45(1)"]),  # ordinal
    ("1er paragraphe de la règle 45", ["mandela 45(1)"]),  # ordinal in digits
    ("Règles de Tokyo, règle 8.2 b)", ["tokyo 8.2(b)"]),  # dotted
    ("Règles de Bangkok, n° 2", ["bangkok 2(1) 2(2)"]),  # number sign only
    ("paragraphe 89 de l’Observation générale n° 24", ["crc-gc24 89"]),  # general comment
    ("Observation générale no 24 (2019), par. 85 à 88", ["crc-gc24 85 86 87 88"]),  # range after a year
    ("par. 89 de l'OG 24", ["crc-gc24 89"]),  # acronym
    ("Observation générale n°24 §§ 85-88", ["crc-gc24 85 86 87 88"]),  # section signs
    ("résolution 79/172 de l’Assemblée générale, par. 5 a)", ["res-79-172 5(a)"]),  # resolution
    ("le paragraphe 5, alinéa a), de la résolution 79/172", ["res-79-172 5(a)"]),  # paragraph first
    ("résolution 79/172, préambule, par. 5", ["res-79-172 pp5"]),  # preamble
    ("cinquième alinéa du préambule de la résolution 79/172", ["res-79-172 pp5"]),  # preamble, ordinal
    ("12e alinéa du préambule de la résolution 79/172", ["res-79-172 pp12"]),  # preamble, ordinal in digits
    ("paragraphe 3 du dispositif de la résolution 70/175", ["mandela op3"]),  # operative part
    ("observation préliminaire 2 (1) des Règles Nelson Mandela", ["mandela po2(1)"]),  # observation
    ("Règles de Bangkok, introduction, par. 13", ["bangkok intro13"]),  # introduction
    ("article 9, paragraphe 3, du Pacte international relatif aux droits civils et politiques", ["iccpr 9(3)"]),  # treaty
    ("article premier de la Convention relative aux droits de l’enfant", ["crc 1"]),  # first article
    ("règle 31 des Règles minima de 1955", ["old 1955 31"]),  # superseded
    ("article 3 de la Convention européenne des droits de l’homme", ["! none 3"]),  # not held here
]


@pytest.mark.parametrize(("text", "meanings"), FRENCH, ids=[text for text, _ in FRENCH])
def test_french_form(cited: Callable[[str], list[str]], text: str, meanings: list[str]) -> None:
    """This French form means just these provisions."""
    assert cited(text) == meanings


SPANISH = [
    ("regla 45 de las Reglas Nelson Mandela", ["mandela 45(1) 45(2)"]),  # the plainest form
    ("Regla Mandela 43.1", ["mandela 43(1)"]),  # singular name, point
    ("regla n.º 101", ["mandela 101(1) 101(2)"]),  # number sign
    ("regla núm. 101", ["mandela 101(1) 101(2)"]),  # number sign
    ("reglas 43, 44 y 45 de las Reglas Nelson Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # list
    ("reglas 43 a 45 de las Reglas Nelson Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # range
    ("reglas 43 a la 45 de las Reglas Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # range with article
    ("regla 43, párrafo 1 b), de las Reglas Nelson Mandela", ["mandela 43(1)(b)"]),  # UN style
    ("regla 45, apartado 1", ["mandela 45(1)"]),  # apartado
    ("apartado b) del párrafo 1 de la regla 43", ["mandela 43(1)(b)"]),  # backward
    ("regla 43.1.b)", ["mandela 43(1)(b)"]),  # points and bracket
    ("artículo 45 párrafo 1 de las Reglas Mandela", ["mandela 45(1)"]),  # wrong word
    ("la regla 8.2, letra b), de las Reglas de Tokio", ["tokyo 8.2(b)"]),  # dotted
    ("párr. 89 de la Observación general núm. 24", ["crc-gc24 89"]),  # general comment
    ("Observación general núm. 24, párr. 95 h)", ["crc-gc24 95(h)"]),  # an item with half a bracket, no hours
    ("Observación General Nº 24 párrafo 89", ["crc-gc24 89"]),  # number sign
    ("párrs. 85 a 88 de la OG 24", ["crc-gc24 85 86 87 88"]),  # range
    ("resolución 79/172 de la Asamblea General, párr. 5 a)", ["res-79-172 5(a)"]),  # resolution
    ("quinto párrafo del preámbulo de la resolución 79/172", ["res-79-172 pp5"]),  # preamble, ordinal
    ("párrafo 3 de la parte dispositiva de la resolución 70/175", ["mandela op3"]),  # operative part
    ("observación preliminar 2 (1) de las Reglas Mandela", ["mandela po2(1)"]),  # observation
    ("Reglas de Bangkok, introducción, párr. 13", ["bangkok intro13"]),  # introduction
    ("artículo 9.3 del Pacto Internacional de Derechos Civiles y Políticos", ["iccpr 9(3)"]),  # treaty
    ("regla 31 de las Reglas Mínimas de 1955", ["old 1955 31"]),  # superseded
    ("¿Qué dice la regla 101?", ["mandela 101(1) 101(2)"]),  # in a question
]


@pytest.mark.parametrize(("text", "meanings"), SPANISH, ids=[text for text, _ in SPANISH])
def test_spanish_form(cited: Callable[[str], list[str]], text: str, meanings: list[str]) -> None:
    """This Spanish form means just these provisions."""
    assert cited(text) == meanings


RUSSIAN = [
    ("правило 43 Правил Нельсона Манделы", ["mandela 43(1) 43(2) 43(3)"]),  # the plainest form
    ("согласно правилу 45 Правил Нельсона Манделы", ["mandela 45(1) 45(2)"]),  # dative
    ("в правиле 45 Правил Манделы", ["mandela 45(1) 45(2)"]),  # locative
    ("в соответствии с правилами 43 и 44 Правил Нельсона Манделы", ["mandela 43(1) 43(2) 43(3) 44"]),  # instrumental plural
    ("Правила Манделы 45", ["mandela 45(1) 45(2)"]),  # no word
    ("правило № 101", ["mandela 101(1) 101(2)"]),  # number sign
    ("правила 43, 44 и 45 Правил Нельсона Манделы", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # list
    ("правила 43–45 Правил Нельсона Манделы", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # range
    ("правила с 43 по 45 Правил Манделы", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # range in words
    ("правило 43, пункт 1 b), Правил Нельсона Манделы", ["mandela 43(1)(b)"]),  # UN style
    ("подпункт «b» пункта 1 правила 43 Правил Нельсона Манделы", ["mandela 43(1)(b)"]),  # backward, genitives
    ("п. 1 правила 45", ["mandela 45(1)"]),  # abbreviated
    ("Правило 45 (пункт 1)", ["mandela 45(1)"]),  # paragraph in brackets
    ("правило 43, п. 1, подп. «б»", ["mandela 43(1)(b)"]),  # Cyrillic letter of an item
    ("Токийские правила, правило 8.2 b)", ["tokyo 8.2(b)"]),  # dotted
    ("правило 8.2 (b) Токийских правил", ["tokyo 8.2(b)"]),  # genitive of the name
    ("пункт 89 Замечания общего порядка № 24", ["crc-gc24 89"]),  # general comment
    ("пп. 85–88 Замечания общего порядка № 24", ["crc-gc24 85 86 87 88"]),  # plural abbreviation
    ("п. 89 ЗОП 24", ["crc-gc24 89"]),  # acronym
    ("Общий комментарий № 24, пункт 89", ["crc-gc24 89"]),  # another name for it
    ("пункт 5 a) резолюции 79/172 Генеральной Ассамблеи", ["res-79-172 5(a)"]),  # resolution
    ("А/RES/79/172, пункт 5", ["res-79-172 5"]),  # Cyrillic letter in the symbol
    ("пятый пункт преамбулы резолюции 79/172", ["res-79-172 pp5"]),  # preamble, ordinal
    ("преамбула резолюции 79/172, пункт 5", ["res-79-172 pp5"]),  # preamble, name in the middle
    ("пункт 3 постановляющей части резолюции 70/175", ["mandela op3"]),  # operative part
    ("предварительное замечание 2 (1) Правил Манделы", ["mandela po2(1)"]),  # observation
    ("Бангкокские правила, введение, пункт 13", ["bangkok intro13"]),  # introduction
    ("п. 3 ст. 9 Международного пакта о гражданских и политических правах", ["iccpr 9(3)"]),  # treaty, abbreviated
    ("часть 3 статьи 9 Международного пакта о гражданских и политических правах", ["iccpr 9(3)"]),  # treaty, часть
    ("правило 31 Минимальных стандартных правил 1955 года", ["old 1955 31"]),  # superseded
    ("статья 105 Уголовного кодекса", ["! none 105"]),  # not held here
]


@pytest.mark.parametrize(("text", "meanings"), RUSSIAN, ids=[text for text, _ in RUSSIAN])
def test_russian_form(cited: Callable[[str], list[str]], text: str, meanings: list[str]) -> None:
    """This Russian form means just these provisions."""
    assert cited(text) == meanings


ARABIC = [
    ("القاعدة 45 من قواعد نيلسون مانديلا", ["mandela 45(1) 45(2)"]),  # the plainest form
    ("القاعدة ٤٥ من قواعد مانديلا", ["mandela 45(1) 45(2)"]),  # Arabic-Indic digits
    ("وفقا للقاعدة 45 من قواعد نيلسون مانديلا", ["mandela 45(1) 45(2)"]),  # preposition joined to the article
    ("قواعد نيلسون مانديلا، القاعدة ٤٥(١)", ["mandela 45(1)"]),  # name first
    ("قاعدة مانديلا رقم 45", ["mandela 45(1) 45(2)"]),  # singular name
    ("القاعدة (101)", ["mandela 101(1) 101(2)"]),  # brackets
    ("القاعدة رقم 101", ["mandela 101(1) 101(2)"]),  # number sign
    ("القاعدة 45/1", ["mandela 45(1)"]),  # slash
    ("القاعدة 45 فقرة 1", ["mandela 45(1)"]),  # paragraph after
    ("الفقرة 1 من القاعدة 45", ["mandela 45(1)"]),  # paragraph before
    ("الفقرة الأولى من القاعدة 45", ["mandela 45(1)"]),  # ordinal
    ("القاعدة الخامسة والأربعون من قواعد مانديلا", ["mandela 45(1) 45(2)"]),  # number in words
    ("القاعدة 43 (1) (ب) من قواعد نيلسون مانديلا", ["mandela 43(1)(b)"]),  # letter of an item
    ("الفقرة الفرعية (ب) من الفقرة 1 من القاعدة 43", ["mandela 43(1)(b)"]),  # backward
    ("القاعدتان 44 و45 من قواعد مانديلا", ["mandela 44 45(1) 45(2)"]),  # dual
    ("القواعد 43 و44 و45 من قواعد مانديلا", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # list
    ("القواعد من 43 إلى 45 من قواعد نيلسون مانديلا", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # range
    ("القاعدة 8-2 (ب) من قواعد طوكيو", ["tokyo 8.2(b)"]),  # hyphen for the point
    ("الفقرة 89 من التعليق العام رقم 24", ["crc-gc24 89"]),  # general comment
    ("الفقرات ٨٥-٨٨ من التعليق العام رقم ٢٤", ["crc-gc24 85 86 87 88"]),  # range
    ("التعليق العام رقم (24) الفقرة 89", ["crc-gc24 89"]),  # bracketed number in the name
    ("الفقرة 5 (أ) من القرار 79/172", ["res-79-172 5(a)"]),  # resolution
    ("القرار 172/79، الفقرة 5", ["res-79-172 5"]),  # resolution number as printed from right to left
    ("الفقرة 5 من ديباجة القرار 79/172", ["res-79-172 pp5"]),  # preamble
    ("الفقرة 3 من منطوق القرار 70/175", ["mandela op3"]),  # operative part
    ("الملاحظة التمهيدية 2 (1) من قواعد نيلسون مانديلا", ["mandela po2(1)"]),  # observation
    ("مقدمة قواعد بانكوك، الفقرة 13", ["bangkok intro13"]),  # introduction
    ("الفقرة 3 من المادة 9 من العهد الدولي الخاص بالحقوق المدنية والسياسية", ["iccpr 9(3)"]),  # treaty
    ("القاعدة 31 من القواعد النموذجية الدنيا لعام 1955", ["old 1955 31"]),  # superseded
    # both numbers in brackets
    (
        "المادتان (9) و(10) من العهد الدولي الخاص بالحقوق المدنية والسياسية",
        ["iccpr 9(1) 9(2) 9(3) 9(4) 9(5) 10(1) 10(2) 10(3)"],
    ),
]


@pytest.mark.parametrize(("text", "meanings"), ARABIC, ids=[text for text, _ in ARABIC])
def test_arabic_form(cited: Callable[[str], list[str]], text: str, meanings: list[str]) -> None:
    """This Arabic form means just these provisions."""
    assert cited(text) == meanings
