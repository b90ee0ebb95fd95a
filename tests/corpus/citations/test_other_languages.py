"""Citations as they are written in French, Spanish, Russian and Arabic.

A meaning is printed as the instrument with its provisions; `?` stands before what several instruments have,
`!` before what does not exist, `old` before a superseded edition.
"""

from collections.abc import Callable

import pytest

FRENCH = [
    # the plainest form
    ("règle 43 des Règles Nelson Mandela", ["mandela 43(1) 43(2) 43(3)"]),
    # no accents
    ("regle 43 des regles Nelson Mandela", ["mandela 43(1) 43(2) 43(3)"]),
    # number sign
    ("la règle nº 101", ["mandela 101(1) 101(2)"]),
    # singular name
    ("Règle Mandela 43", ["mandela 43(1) 43(2) 43(3)"]),
    # list
    ("règles 43, 44 et 45 des Règles Nelson Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    # range
    ("règles 43 à 45 des Règles Nelson Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    # word repeated in a range
    ("de la règle 43 à la règle 45 des Règles Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    # UN style
    ("règle 43, par. 1 b), des Règles Nelson Mandela", ["mandela 43(1)(b)"]),
    # closing brackets only
    ("règle 43 1) b)", ["mandela 43(1)(b)"]),
    # in words
    ("règle 43, paragraphe 1, alinéa b)", ["mandela 43(1)(b)"]),
    # backward
    ("alinéa b) du paragraphe 1 de la règle 43", ["mandela 43(1)(b)"]),
    # ordinal
    ("premier alinéa de la règle 45", ["mandela 45(1)"]),
    # ordinal in digits
    ("1er paragraphe de la règle 45", ["mandela 45(1)"]),
    # dotted
    ("Règles de Tokyo, règle 8.2 b)", ["tokyo 8.2(b)"]),
    # number sign only
    ("Règles de Bangkok, n° 2", ["bangkok 2(1) 2(2)"]),
    # general comment
    ("paragraphe 89 de l’Observation générale n° 24", ["crc-gc24 89"]),
    # range after a year
    ("Observation générale no 24 (2019), par. 85 à 88", ["crc-gc24 85 86 87 88"]),
    # acronym
    ("par. 89 de l'OG 24", ["crc-gc24 89"]),
    # section signs
    ("Observation générale n°24 §§ 85-88", ["crc-gc24 85 86 87 88"]),
    # resolution
    ("résolution 79/172 de l’Assemblée générale, par. 5 a)", ["res-79-172 5(a)"]),
    # paragraph first
    ("le paragraphe 5, alinéa a), de la résolution 79/172", ["res-79-172 5(a)"]),
    # preamble
    ("résolution 79/172, préambule, par. 5", ["res-79-172 pp5"]),
    # preamble, ordinal
    ("cinquième alinéa du préambule de la résolution 79/172", ["res-79-172 pp5"]),
    # preamble, ordinal in digits
    ("12e alinéa du préambule de la résolution 79/172", ["res-79-172 pp12"]),
    # operative part
    ("paragraphe 3 du dispositif de la résolution 70/175", ["mandela op3"]),
    # observation
    ("observation préliminaire 2 (1) des Règles Nelson Mandela", ["mandela po2(1)"]),
    # introduction
    ("Règles de Bangkok, introduction, par. 13", ["bangkok intro13"]),
    # treaty
    ("article 9, paragraphe 3, du Pacte international relatif aux droits civils et politiques", ["iccpr 9(3)"]),
    # first article
    ("article premier de la Convention relative aux droits de l’enfant", ["crc 1"]),
    # superseded
    ("règle 31 des Règles minima de 1955", ["old 1955 31"]),
    # not held here
    ("article 3 de la Convention européenne des droits de l’homme", ["! none 3"]),
]


@pytest.mark.parametrize(("text", "meanings"), FRENCH, ids=[text for text, _ in FRENCH])
def test_french_form(cited: Callable[[str], list[str]], text: str, meanings: list[str]) -> None:
    """This French form means just these provisions."""
    assert cited(text) == meanings


SPANISH = [
    # the plainest form
    ("regla 45 de las Reglas Nelson Mandela", ["mandela 45(1) 45(2)"]),
    # singular name, point
    ("Regla Mandela 43.1", ["mandela 43(1)"]),
    # number sign
    ("regla n.º 101", ["mandela 101(1) 101(2)"]),
    # number sign
    ("regla núm. 101", ["mandela 101(1) 101(2)"]),
    # list
    ("reglas 43, 44 y 45 de las Reglas Nelson Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    # range
    ("reglas 43 a 45 de las Reglas Nelson Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    # range with article
    ("reglas 43 a la 45 de las Reglas Mandela", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    # UN style
    ("regla 43, párrafo 1 b), de las Reglas Nelson Mandela", ["mandela 43(1)(b)"]),
    # apartado
    ("regla 45, apartado 1", ["mandela 45(1)"]),
    # backward
    ("apartado b) del párrafo 1 de la regla 43", ["mandela 43(1)(b)"]),
    # points and bracket
    ("regla 43.1.b)", ["mandela 43(1)(b)"]),
    # wrong word
    ("artículo 45 párrafo 1 de las Reglas Mandela", ["mandela 45(1)"]),
    # dotted
    ("la regla 8.2, letra b), de las Reglas de Tokio", ["tokyo 8.2(b)"]),
    # general comment
    ("párr. 89 de la Observación general núm. 24", ["crc-gc24 89"]),
    # number sign
    ("Observación General Nº 24 párrafo 89", ["crc-gc24 89"]),
    # range
    ("párrs. 85 a 88 de la OG 24", ["crc-gc24 85 86 87 88"]),
    # resolution
    ("resolución 79/172 de la Asamblea General, párr. 5 a)", ["res-79-172 5(a)"]),
    # preamble, ordinal
    ("quinto párrafo del preámbulo de la resolución 79/172", ["res-79-172 pp5"]),
    # operative part
    ("párrafo 3 de la parte dispositiva de la resolución 70/175", ["mandela op3"]),
    # observation
    ("observación preliminar 2 (1) de las Reglas Mandela", ["mandela po2(1)"]),
    # introduction
    ("Reglas de Bangkok, introducción, párr. 13", ["bangkok intro13"]),
    # treaty
    ("artículo 9.3 del Pacto Internacional de Derechos Civiles y Políticos", ["iccpr 9(3)"]),
    # superseded
    ("regla 31 de las Reglas Mínimas de 1955", ["old 1955 31"]),
    # in a question
    ("¿Qué dice la regla 101?", ["mandela 101(1) 101(2)"]),
]


@pytest.mark.parametrize(("text", "meanings"), SPANISH, ids=[text for text, _ in SPANISH])
def test_spanish_form(cited: Callable[[str], list[str]], text: str, meanings: list[str]) -> None:
    """This Spanish form means just these provisions."""
    assert cited(text) == meanings


RUSSIAN = [
    # the plainest form
    ("правило 43 Правил Нельсона Манделы", ["mandela 43(1) 43(2) 43(3)"]),
    # dative
    ("согласно правилу 45 Правил Нельсона Манделы", ["mandela 45(1) 45(2)"]),
    # locative
    ("в правиле 45 Правил Манделы", ["mandela 45(1) 45(2)"]),
    # instrumental plural
    ("в соответствии с правилами 43 и 44 Правил Нельсона Манделы", ["mandela 43(1) 43(2) 43(3) 44"]),
    # no word
    ("Правила Манделы 45", ["mandela 45(1) 45(2)"]),
    # number sign
    ("правило № 101", ["mandela 101(1) 101(2)"]),
    # list
    ("правила 43, 44 и 45 Правил Нельсона Манделы", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    # range
    ("правила 43–45 Правил Нельсона Манделы", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    # range in words
    ("правила с 43 по 45 Правил Манделы", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    # UN style
    ("правило 43, пункт 1 b), Правил Нельсона Манделы", ["mandela 43(1)(b)"]),
    # backward, genitives
    ("подпункт «b» пункта 1 правила 43 Правил Нельсона Манделы", ["mandela 43(1)(b)"]),
    # abbreviated
    ("п. 1 правила 45", ["mandela 45(1)"]),
    # paragraph in brackets
    ("Правило 45 (пункт 1)", ["mandela 45(1)"]),
    # Cyrillic letter of an item
    ("правило 43, п. 1, подп. «б»", ["mandela 43(1)(b)"]),
    # dotted
    ("Токийские правила, правило 8.2 b)", ["tokyo 8.2(b)"]),
    # genitive of the name
    ("правило 8.2 (b) Токийских правил", ["tokyo 8.2(b)"]),
    # general comment
    ("пункт 89 Замечания общего порядка № 24", ["crc-gc24 89"]),
    # plural abbreviation
    ("пп. 85–88 Замечания общего порядка № 24", ["crc-gc24 85 86 87 88"]),
    # acronym
    ("п. 89 ЗОП 24", ["crc-gc24 89"]),
    # another name for it
    ("Общий комментарий № 24, пункт 89", ["crc-gc24 89"]),
    # resolution
    ("пункт 5 a) резолюции 79/172 Генеральной Ассамблеи", ["res-79-172 5(a)"]),
    # Cyrillic letter in the symbol
    ("А/RES/79/172, пункт 5", ["res-79-172 5"]),
    # preamble, ordinal
    ("пятый пункт преамбулы резолюции 79/172", ["res-79-172 pp5"]),
    # preamble, name in the middle
    ("преамбула резолюции 79/172, пункт 5", ["res-79-172 pp5"]),
    # operative part
    ("пункт 3 постановляющей части резолюции 70/175", ["mandela op3"]),
    # observation
    ("предварительное замечание 2 (1) Правил Манделы", ["mandela po2(1)"]),
    # introduction
    ("Бангкокские правила, введение, пункт 13", ["bangkok intro13"]),
    # treaty, abbreviated
    ("п. 3 ст. 9 Международного пакта о гражданских и политических правах", ["iccpr 9(3)"]),
    # treaty, часть
    ("часть 3 статьи 9 Международного пакта о гражданских и политических правах", ["iccpr 9(3)"]),
    # superseded
    ("правило 31 Минимальных стандартных правил 1955 года", ["old 1955 31"]),
    # not held here
    ("статья 105 Уголовного кодекса", ["! none 105"]),
]


@pytest.mark.parametrize(("text", "meanings"), RUSSIAN, ids=[text for text, _ in RUSSIAN])
def test_russian_form(cited: Callable[[str], list[str]], text: str, meanings: list[str]) -> None:
    """This Russian form means just these provisions."""
    assert cited(text) == meanings


ARABIC = [
    # the plainest form
    ("القاعدة 45 من قواعد نيلسون مانديلا", ["mandela 45(1) 45(2)"]),
    # Arabic-Indic digits
    ("القاعدة ٤٥ من قواعد مانديلا", ["mandela 45(1) 45(2)"]),
    # preposition joined to the article
    ("وفقا للقاعدة 45 من قواعد نيلسون مانديلا", ["mandela 45(1) 45(2)"]),
    # name first
    ("قواعد نيلسون مانديلا، القاعدة ٤٥(١)", ["mandela 45(1)"]),
    # singular name
    ("قاعدة مانديلا رقم 45", ["mandela 45(1) 45(2)"]),
    # brackets
    ("القاعدة (101)", ["mandela 101(1) 101(2)"]),
    # number sign
    ("القاعدة رقم 101", ["mandela 101(1) 101(2)"]),
    # slash
    ("القاعدة 45/1", ["mandela 45(1)"]),
    # paragraph after
    ("القاعدة 45 فقرة 1", ["mandela 45(1)"]),
    # paragraph before
    ("الفقرة 1 من القاعدة 45", ["mandela 45(1)"]),
    # ordinal
    ("الفقرة الأولى من القاعدة 45", ["mandela 45(1)"]),
    # number in words
    ("القاعدة الخامسة والأربعون من قواعد مانديلا", ["mandela 45(1) 45(2)"]),
    # letter of an item
    ("القاعدة 43 (1) (ب) من قواعد نيلسون مانديلا", ["mandela 43(1)(b)"]),
    # backward
    ("الفقرة الفرعية (ب) من الفقرة 1 من القاعدة 43", ["mandela 43(1)(b)"]),
    # dual
    ("القاعدتان 44 و45 من قواعد مانديلا", ["mandela 44 45(1) 45(2)"]),
    # list
    ("القواعد 43 و44 و45 من قواعد مانديلا", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    # range
    ("القواعد من 43 إلى 45 من قواعد نيلسون مانديلا", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),
    # hyphen for the point
    ("القاعدة 8-2 (ب) من قواعد طوكيو", ["tokyo 8.2(b)"]),
    # general comment
    ("الفقرة 89 من التعليق العام رقم 24", ["crc-gc24 89"]),
    # range
    ("الفقرات ٨٥-٨٨ من التعليق العام رقم ٢٤", ["crc-gc24 85 86 87 88"]),
    # bracketed number in the name
    ("التعليق العام رقم (24) الفقرة 89", ["crc-gc24 89"]),
    # resolution
    ("الفقرة 5 (أ) من القرار 79/172", ["res-79-172 5(a)"]),
    # resolution number as printed from right to left
    ("القرار 172/79، الفقرة 5", ["res-79-172 5"]),
    # preamble
    ("الفقرة 5 من ديباجة القرار 79/172", ["res-79-172 pp5"]),
    # operative part
    ("الفقرة 3 من منطوق القرار 70/175", ["mandela op3"]),
    # observation
    ("الملاحظة التمهيدية 2 (1) من قواعد نيلسون مانديلا", ["mandela po2(1)"]),
    # introduction
    ("مقدمة قواعد بانكوك، الفقرة 13", ["bangkok intro13"]),
    # treaty
    ("الفقرة 3 من المادة 9 من العهد الدولي الخاص بالحقوق المدنية والسياسية", ["iccpr 9(3)"]),
    # superseded
    ("القاعدة 31 من القواعد النموذجية الدنيا لعام 1955", ["old 1955 31"]),
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
