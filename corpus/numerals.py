"""Numbers and units in French, Spanish, Russian and Arabic, in digits or words: what `corpus.quantities` reads there.

Words as people write them, inflected forms in full. "One" is left out: it is the article as well. Reads nothing itself.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.types import Language


@dataclass(frozen=True)
class Numerals:
    """How a language counts: its number words, what joins two of them, its units, all as patterns.

    `between` are words that may stand between number and unit; `hidden` are words that hold both; `references` and `dates`
    are numbers that count nothing; `pairs` are words by which something is two without the number being said.
    """

    words: Mapping[str, int]
    joint: str
    between: str
    units: Mapping[str, str]
    hidden: Mapping[str, str]
    references: str
    dates: str
    pairs: str = r"(?!)"

    @cached_property
    def word(self) -> re.Pattern[str]:
        """One number word, the greatest first: the word for twenty begins with that for two."""
        return re.compile("|".join(rf"(?P<_{value}>{form})" for form, value in self._greatest_first))

    @cached_property
    def counted(self) -> re.Pattern[str]:
        """A number in digits or words, then its unit where it has one."""
        words = "|".join(form for form, _ in self._greatest_first)
        units = "|".join(rf"(?P<{unit}>{forms})" for unit, forms in self.units.items())
        number = (
            r"(?:(?<![\w./-])|(?<=\bو))(?P<digits>\d+(?:[.,]\d+)?)(?![\w/]|\.\d)"
            rf"|\b(?P<words>(?:{words})(?:(?:{self.joint})(?:{words}))*)\b"
        )
        return re.compile(rf"(?:{number})(?:[ -](?:{self.between})?(?:{units})(?!\w))?", re.IGNORECASE)

    @cached_property
    def passed_over(self) -> re.Pattern[str]:
        """References and dates."""
        names = r"\d+/\d+|\(\d+\)|(?<!\d)\d+ (?=\((?:19|20)\d\d)|\b(?:19|20)\d\d\b"
        return re.compile(rf"{self.references}|{self.dates}|{names}", re.IGNORECASE)

    def value(self, written: str) -> float:
        """The value of number words, their parts added up."""
        found = (match.lastgroup for match in self.word.finditer(written.lower()))
        return float(sum(int(name.removeprefix("_")) for name in found if name))

    @property
    def _greatest_first(self) -> list[tuple[str, int]]:
        return sorted(self.words.items(), key=lambda pair: -pair[1])


_NUMBER = r"(?:n[o°]|núm\.|№|رقم)?\s*\d[\d./]*(?:\s*(?:bis|مكررا)\b)?(?:\s*\(?\w{1,2}\))*"
_JOINED = "|".join(
    (",", ";", "-", "–", *"et ou à y e o a и или до по و أو إلى الفقرة".split(), "القاعدة المقترحة", r"пункт\w*")
)
_BETWEEN = rf"(?:\s*(?:{_JOINED}|paragraphes?|párrafos?|regla propuesta)){{1,3}}\s*"
_LIST = rf"\s+{_NUMBER}(?:{_BETWEEN}{_NUMBER})*"
"""The numbers behind a word that they are references by."""

NUMERALS: Mapping[Language, Numerals] = {
    Language.FR: Numerals(
        words={
            "quatre-vingts?": 80,
            "deux": 2,
            "trois": 3,
            "quatre": 4,
            "cinq": 5,
            "six": 6,
            "sept": 7,
            "huit": 8,
            "neuf": 9,
            "dix": 10,
            "onze": 11,
            "douze": 12,
            "treize": 13,
            "quatorze": 14,
            "quinze": 15,
            "seize": 16,
            "vingt": 20,
            "trente": 30,
            "quarante": 40,
            "cinquante": 50,
            "soixante": 60,
            "cent": 100,
        },
        joint=r"[- ]|[- ]et[- ]",
        between=r"(?:[a-zà-ÿ’']+ ){0,2}?",
        units={
            "minute": "minutes?",
            "hour": "heures?|h",
            "day": "jours?|journées?|nuits?",
            "week": "semaines?",
            "month": "mois",
            "year": "ans?|années?",
            "percent": "%|pour cent",
            "time": "fois",
            "person": "personnes?|détenus?|prisonniers?|enfants?",
        },
        hidden={r"\bdécennie\b": "10 ans", r"\bvingtaine\b(?: d['’]années)?": "20 ans"},
        references=r"\bno \d+"
        r"|\b(?:règles?|articles?|art\.|paragraphes?|par\.|alinéas?|résolutions?|observations? générales?|sections?"
        rf"|chapitres?|objectifs?|recommandations? générales?|conventions?|annexes?|numéros?){_LIST}",
        dates=r"\b(?:1er|\d{1,2})(?: (?:au|et) \d{1,2})? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
        r"|novembre|décembre)(?: \d{4})?",
    ),
    Language.ES: Numerals(
        words={
            "d[oó]s": 2,
            "tr[eé]s": 3,
            "cuatro": 4,
            "cinco": 5,
            "s[eé]is": 6,
            "siete": 7,
            "ocho": 8,
            "nueve": 9,
            "diez": 10,
            "once": 11,
            "doce": 12,
            "trece": 13,
            "catorce": 14,
            "quince": 15,
            "dieciséis": 16,
            "diecisiete": 17,
            "dieciocho": 18,
            "veintidós": 22,
            "veinticuatro": 24,
            "veinte": 20,
            "treinta": 30,
            "cuarenta": 40,
            "cincuenta": 50,
            "sesenta": 60,
            "setenta": 70,
            "ochenta": 80,
            "noventa": 90,
            "cien": 100,
        },
        joint=" y ",
        between=r"(?:[a-zá-úñ]+ ){0,2}?",
        units={
            "minute": "minutos?",
            "hour": "horas?|h",
            "day": "d[ií]as?|noches?",
            "week": "semanas?",
            "month": "mes(?:es)?",
            "year": "años?",
            "percent": "%|por ciento",
            "time": "ve(?:z|ces)",
            "person": "personas?|recluso?s|presos?|niñ[oa]s?",
        },
        hidden={r"\b(?:década|decenio)\b": "10 años", r"\bveintena\b": "20 años"},
        references=r"\bnúm\. \d+|\b(?:reglas?|artículos?|art\.|párrafos?|párr\.|apartados?|resoluci(?:ón|ones)"
        r"|observaci(?:ón|ones) general(?:es)?"
        rf"|secci(?:ón|ones)|capítulos?|objetivos?|recomendaci(?:ón|ones) general(?:es)?|convenios?|anexos?|números?){_LIST}",
        dates=r"\b\d{1,2}\.(?:o|a|er)\b"
        r"|\b\d{1,2}(?: (?:al?|y) \d{1,2})? de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre"
        r"|noviembre|diciembre)(?: de \d{4})?",
    ),
    Language.RU: Numerals(
        words={
            "дв(?:а|е|ух|ум|умя)": 2,
            "тр(?:и|[её]х|[её]м|емя)": 3,
            "четыр(?:е|[её]х|[её]м|ьмя)": 4,
            "пят(?:ь|и|ью)": 5,
            "шест(?:ь|и|ью)": 6,
            "сем(?:ь|и|ью)": 7,
            "вос(?:емь|ьми|емью)": 8,
            "девят(?:ь|и|ью)": 9,
            "десят(?:ь|и|ью)": 10,
            "одиннадцат[ьи]": 11,
            "двенадцат[ьи]": 12,
            "тринадцат[ьи]": 13,
            "четырнадцат[ьи]": 14,
            "пятнадцат[ьи]": 15,
            "шестнадцат[ьи]": 16,
            "семнадцат[ьи]": 17,
            "восемнадцат[ьи]": 18,
            "двадцат[ьи]": 20,
            "тридцат[ьи]": 30,
            "сорока?": 40,
            "пят(?:ьдесят|идесяти)": 50,
            "шест(?:ьдесят|идесяти)": 60,
            "ст[оа]": 100,
        },
        joint=" ",
        between=r"(?:[а-яё]+ ){0,2}?",
        units={
            "minute": r"минут\w{0,3}",
            "hour": r"час(?:а|ов|ам|ами|ах)?",
            "day": r"д(?:ень|ня|ней|ням|нями|нях)|сут(?:ки|ок|кам|ками|ках)|ноч(?:ь|и|ей)",
            "week": r"недел\w{1,3}",
            "month": r"месяц\w{0,3}",
            "year": r"год(?:а|у|ов|ам|ах)?|лет\w{0,2}",
            "percent": r"%|процент\w{0,3}",
            "time": r"раза?",
            "person": r"человека?|лиц|заключ[её]нных|детей",
        },
        hidden={
            r"\bдесятилети\w+": "10 лет",
            r"\bдвухмесячн\w+": "2 месяца",
            r"\bдважды\b": "2 раза",
            r"третьего десятка": "20 лет",
        },
        references=r"№ ?\d+|\b\d+-[а-я]{1,2}\b"
        r"|\b(?:правил\w*|стат\w+|ст\.|пункт\w*|подпункт\w*|п\.|пп\.|резолюци\w+|замечани\w+ общего порядка|раздел\w*"
        rf"|глав\w*|цел[ьи]\w*|рекомендаци\w+|конвенци\w+|приложени\w+){_LIST}",
        dates=r"\b\d{1,2}(?:(?: (?:по|и) |[-–])\d{1,2})? (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября"
        r"|ноября|декабря)(?: \d{4})?",
    ),
    Language.AR: Numerals(
        words={
            "(?:ال)?خمس[ةه]? عشر[ةه]?": 15,
            "(?:ال)?أربع[ةه]? عشر[ةه]?": 14,
            "(?:ال)?ست[ةه]? عشر[ةه]?": 16,
            "(?:ال)?ثماني?[ةه]? عشر[ةه]?": 18,
            "(?:ال)?[إا]?ثن(?:ا|ي|تا|تي) عشر[ةه]?": 12,
            "(?:ال)?[إا]?ثن(?:ان|ين|تان|تين)": 2,
            "(?:ال)?ثلاث[ةه]?": 3,
            "(?:ال)?[أا]ربع[ةه]?": 4,
            "(?:ال)?خمس[ةه]?": 5,
            "(?:ال)?ست[ةه]?": 6,
            "(?:ال)?سبع[ةه]?": 7,
            "(?:ال)?ثماني?[ةه]?": 8,
            "(?:ال)?تسع[ةه]?": 9,
            "(?:ال)?عشر[ةه]?": 10,
            "(?:ال)?عشر(?:ون|ين)": 20,
            "(?:ال)?ثلاث(?:ون|ين)": 30,
            "(?:ال)?[أا]ربع(?:ون|ين)": 40,
            "(?:ال)?خمس(?:ون|ين)": 50,
        },
        joint=" و",
        between=r"(?:[\u0621-\u064a]+ ){0,1}?",
        units={
            "minute": "دقيقة|دقائق",
            "hour": "ساع(?:ة|ات)",
            "day": "يوما?|أيام|ليال[يٍ]?|ليلة",
            "week": "[أا]سبوعا?|[أا]سابيع",
            "month": "شهرا?|[أا]شهر|شهور",
            "year": "سن(?:ة|وات|ين)|عاما?|[أا]عوام",
            "percent": "%|٪|في الم(?:ا)?ئة|بالم(?:ا)?ئة",
            "time": "مر(?:ة|ات)",
            "person": "[أا]شخاص|شخصا?|سجناء|سجينا?|[أا]طفال|طفلا?",
        },
        hidden={
            r"دقيقت(?:ان|ين)\b": "2 دقيقة",
            r"ساعت(?:ان|ين)\b": "2 ساعة",
            r"يوم(?:ان|ين)\b": "2 يوم",
            r"[أا]سبوع(?:ان|ين)\b": "2 أسبوع",
            r"شهر(?:ان|ين)\b": "2 شهر",
            r"(?:سنت|عام)(?:ان|ين)\b": "2 سنة",
            r"مرت(?:ان|ين)\b": "2 مرة",
            r"العقد (?:الماضي|الأخير)|عقد من الزمن": "10 سنوات",
            r"العشرينات": "20 سنة",
        },
        references=r"رقم \d+|(?:قاعد(?:ة|تين|تان)|قواعد|ماد(?:ة|تين|تان)|مواد|فقر(?:ة|تين|تان|ات|ته|تها)|بند|قرار(?:ين|ات)?"
        rf"|تعليق(?:ها)? (?:ال)?عام|فرع|فصل|هدف|دورتها|دورة|توصية العامة|اتفاقية|مرفق)"
        rf"(?: القديم(?:ة|تان|تين)| المقترحة)?(?: من)?{_LIST}",
        dates=r"\b\d{1,2}(?: (?:إلى|و) ?\d{1,2})? (?:كانون (?:الثاني|الأول)|شباط|آذار|نيسان|[أا]يار|حزيران|تموز|آب|[أا]يلول"
        r"|تشرين (?:الأول|الثاني))(?:/\w+)?(?: \d{4})?",
        pairs=r"\w(?:ين|ان)\b|\bكل(?:ا|تا|يهما|تيهما)\b",
    ),
}
