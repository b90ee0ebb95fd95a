"""How numbers, units, dates and references are written in French, Spanish, Russian and Arabic, for `corpus.numerals`."""

from collections.abc import Mapping

from corpus.months import MONTH
from corpus.numerals import Numerals
from corpus.types import Language

_NUMBER = r"(?:n[o°]|núm\.|№|رقم)?\s*\d[\d./]*(?:\s*(?:bis|مكررا)\b)?(?:\s*\(?\w{1,2}\))*"
_JOINED = "|".join(
    (",", ";", "-", "–", *"et ou à y e o a и или до по و أو إلى الفقرة".split(), "القاعدة المقترحة", r"пункт\w*")
)
_BETWEEN = rf"(?:\s*(?:{_JOINED}|paragraphes?|párrafos?|regla propuesta)){{1,3}}\s*"
_LIST = rf"\s+{_NUMBER}(?:{_BETWEEN}{_NUMBER})*"
"""The numbers behind a word that they are references by."""


_FRENCH = Numerals(
    words={"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9},
    units={
        "minute": "minutes?",
        "hour": "heures?",
        "day": "jours?|journées?|nuits?",
        "week": "semaines?",
        "month": "mois",
        "year": "ans?|années?",
        "percent": "%|pour cent",
        "time": "fois",
        "person": "personnes?|détenue?s?|prisonni(?:er|ère)s?|femmes?|enfants?",
    },
    hidden={
        r"\bdécennie\b": "10 ans",
        r"\bdemi-heures?\b": "30 minutes",
        r"\bdemi-journée\b": "12 heures",
        r"\bvingtaine\b(?: d['’]années)?": "20 ans",
        r"\bune?(?= (?:heure|jour|semaine|mois|an|année|minute)\b)": "1",
    },
    references=r"\bno \d+"
    r"|\b(?:règles?|articles?|art\.|paragraphes?|par\.|alinéas?|résolutions?|observations? générales?|sections?"
    rf"|chapitres?|objectifs?|recommandations? générales?|conventions?|annexes?|numéros?){_LIST}",
    dates=rf"\b(?:1er|\d{{1,2}})(?: (?:au|et) \d{{1,2}})? {MONTH[Language.FR]}(?: \d{{4}})?",
)
_SPANISH = Numerals(
    words={"dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9},
    units={
        "minute": "minutos?",
        "hour": "horas?",
        "day": "d[ií]as?|noches",
        "week": "semanas?",
        "month": "mes(?:es)?",
        "year": "años?",
        "percent": "%|por ciento",
        "time": "veces|vez(?! de)",
        "person": "personas?|reclus[oa]s?|pres[oa]s?|mujer(?:es)?|niñ[oa]s?",
    },
    hidden={
        r"\b(?:década|decenio)\b": "10 años",
        r"\bmedia hora\b": "30 minutos",
        r"\bmedio día\b": "12 horas",
        r"\bmedio año\b": "6 meses",
        r"\bveintena\b": "20 años",
        r"\bun[oa]?(?= (?:hora|día|semana|mes|año|minuto)\b)": "1",
    },
    references=r"\bnúm\. \d+|\b(?:reglas?|artículos?|art\.|párrafos?|párr\.|apartados?|resoluci(?:ón|ones)"
    r"|observaci(?:ón|ones) general(?:es)?"
    rf"|secci(?:ón|ones)|capítulos?|objetivos?|recomendaci(?:ón|ones) general(?:es)?|convenios?|anexos?|números?){_LIST}",
    dates=r"\b\d{1,2}\.(?:o|a|er)\b"
    rf"|\b\d{{1,2}}(?: (?:al?|y) \d{{1,2}})? de {MONTH[Language.ES]}(?: de \d{{4}})?",
    letters="a-zá-úñ",
)
_RUSSIAN = Numerals(
    words={
        "дв(?:а|е|ух|ум|умя|ое|оих)": 2,
        "тр(?:и|[её]х|[её]м|емя|ое|оих)": 3,
        "четыр(?:е|[её]х|[её]м|ьмя)": 4,
        "пят(?:ь|и|ью)": 5,
        "шест(?:ь|и|ью)": 6,
        "сем[ьи]": 7,
        "вос(?:емь|ьми|емью)": 8,
        "девят(?:ь|и|ью)": 9,
    },
    units={
        "minute": r"минут\w{0,3}",
        "hour": r"час(?:а|ов|ам|ами|ах)?",
        "day": r"д(?:ень|ня|ней|ням|нями|нях)|сут(?:ки|ок|кам|ками|ках)|ночей",
        "week": r"недел\w{1,3}",
        "month": r"месяц\w{0,3}",
        "year": r"год(?:а|у|ов|ам|ах)?|лет\w{0,2}",
        "percent": r"%|процент\w{0,3}",
        "time": r"раза?",
        "person": r"человека?|лиц|заключ[её]нн(?:ых|ого)|женщин|дет(?:ей|и)|реб[её]нка",
    },
    hidden={
        r"\bдесятилети\w+": "10 лет",
        r"\bпол(?:у)?часа\b": "30 минут",
        r"\bпол(?:у)?года\b": "6 месяцев",
        r"\bдвухмесячн\w+": "2 месяца",
        r"\bдважды\b": "2 раза",
        r"третьего десятка": "20 лет",
        r"(\d+)-летн\w+": r"\1 лет",
        r"\bод(?:ин|на|ного|ной|ну)(?= (?:\w+ )?(?:час|день|дня|сут|недел|месяц|год))": "1",
    },
    references=r"№ ?\d+|\b\d+-[а-я]{1,2}\b"
    r"|\b(?:правил\w*|стат\w+|ст\.|част\w+|пункт\w*|подпункт\w*|п\.|пп\.|резолюци\w+|замечани\w+ общего порядка|раздел\w*"
    rf"|глав\w*|цел[ьи]\w*|рекомендаци\w+|конвенци\w+|приложени\w+){_LIST}",
    dates=rf"\b\d{{1,2}}(?:(?: (?:по|и) |[-–])\d{{1,2}})? {MONTH[Language.RU]}(?: \d{{4}})?",
    letters="а-яё",
)
_ARABIC = Numerals(
    words={
        "(?:ال)?[إا]?ثن(?:ان|ين|تان|تين)": 2,
        "(?:ال)?ثلاث(?:[ةه]|اً?)?": 3,
        "(?:ال)?[أا]ربع(?:[ةه]|اً?)?": 4,
        "(?:ال)?خمس(?:[ةه]|اً?)?": 5,
        "(?:ال)?ست(?:[ةه]|اً?)?": 6,
        "(?:ال)?سبع(?:[ةه]|اً?)?": 7,
        "(?:ال)?ثمان(?:ي[ةه]?|ياً?)?": 8,
        "(?:ال)?تسع(?:[ةه]|اً?)?": 9,
    },
    units={
        "minute": "دقيقة|دقائق",
        "hour": "ساع(?:ة|ه|ات)",
        "day": "يوما?ً?|أيام|ليال[يٍ]?|ليلة",
        "week": "[أا]سبوعا?ً?|[أا]سابيع",
        "month": "شهرا?ً?|[أا]شهر|شهور",
        "year": "سن(?:ة|وات|ين)|عاما?ً?|[أا]عوام",
        "percent": "[%٪]|في الم(?:ا)?ئة|بالم(?:ا)?ئة",
        "time": "مر(?:ة|ات)",
        "person": "[أا]شخاص|شخصا?ً?|سجناء|سجينا?ً?|نساء|[أا]طفال|طفلا?ً?",
    },
    hidden={
        r"دقيقت(?:ان|ين)\b": "2 دقيقة",
        r"نصف (?:ال)?ساعة\b": "30 دقيقة",
        r"نصف (?:ال)?يوم\b": "12 ساعة",
        r"نصف (?:سنة|عام)\b": "6 شهر",
        r"ساعت(?:ان|ين)\b": "2 ساعة",
        r"يوم(?:ان|ين)\b": "2 يوم",
        r"[أا]سبوع(?:ان|ين)\b": "2 أسبوع",
        r"شهر(?:ان|ين)\b": "2 شهر",
        r"\b(?:سنت|عام)(?:ان|ين)\b": "2 سنة",
        r"مرت(?:ان|ين)\b": "2 مرة",
        r"العقد (?:الماضي|الأخير)|عقد من الزمن": "10 سنوات",
        r"العشرينات": "20 سنة",
        r"(ساعة|يوم|أسبوع|شهر|سنة)(?: راحة)? واحد(?:ة|ا)?\b": r"1 \1",
    },
    references=r"رقم \d+|(?:قاعد(?:ة|تين|تان)|قواعد|ماد(?:ة|تين|تان)|مواد|فقر(?:ة|تين|تان|ات|ته|تها)|بند|قرار(?:ين|ات)?"
    rf"|تعليق(?:ها)? (?:ال)?عام|فرع|فصل|هدف|دورتها|دورة|توصية العامة|اتفاقية|مرفق)"
    rf"(?: القديم(?:ة|تان|تين)| المقترحة)?(?: من)?{_LIST}",
    dates=rf"\b\d{{1,2}}(?: (?:إلى|و) ?\d{{1,2}})? {MONTH[Language.AR]}(?:/\w+)?(?: \d{{4}})?",
    pairs=r"ت(?:ين|ان)\b|\b(?:ال|ب|ل)*(?:هذ|حد|سجين|سجن)(?:ين|ان)\b|\bكل(?:ا|تا|يهما|تيهما)\b",
    letters="\u0621-\u064a",
    glued="[\u0621-\u064aـ]",
)
NUMERALS: Mapping[Language, Numerals] = {
    Language.FR: _FRENCH,
    Language.ES: _SPANISH,
    Language.RU: _RUSSIAN,
    Language.AR: _ARABIC,
}
