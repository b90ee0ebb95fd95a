"""What kind of thing a question wants: a number, and of what; and whether what was found has one.

A provision on the very theme is no answer where the asked-for figure is not in it. Knows forms of asking and units, no
provision and no number.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from corpus.quantities import Quantity, quantities
from corpus.types import Language
from rag.patterns import compiled

Units = frozenset[str]


class Measure(StrEnum):
    """What is asked for in numbers; money, area and energy stand in no UN justice standard that we know of."""

    MONEY = "money"
    SIZE = "size"
    AGE = "age"
    TIME = "time"
    OFTEN = "often"
    COUNT = "count"


_FEW = "(?<![那这好前头十每])几"
"""几 that asks: "those few", "the other day" and "a dozen" do not."""
_ASKED = {
    Language.EN: {
        Measure.MONEY: r"\bhow much (?:money|does|do|will|is|are|per)\b|\bhourly rate\b|\b(?:what|which) (?:sum|amount"
        r"|price|wage|fee)\b"
        r"|\bpay rate\b|\bdollars?\b|\beuros?\b"
        r"|\bhow (?:big|high|large|heavy) (?:is|are|a|can) (?:the |a )?(?:fine|fee|bail)",
        Measure.SIZE: r"\b(?:kilo(?:s|gram\w*)?|kg|grams?)\b|\bhow heavy\b"
        r"|\bsquare (?:met|feet|foot)|\bcalor|\bhow (?:big|large|wide|high|tall|far|hot|cold|warm)\b"
        r"|\bfloor area\b"
        r"|\btemperature\b|\blit(?:re|er)s?\b|\bratio\b|\bpercentage\b|\bper cent\b",
        Measure.AGE: r"\bhow old\b|\b(?:what|which) age\b|\bbirthday\b|\bminimum age\b|\bage limit\b|\bup to (?:what"
        r"|which) age\b",
        Measure.TIME: r"\bhow (?:long|soon|late|early|quickly)\b|\bhow many (?:\w+ ){0,2}(?:minutes|hours|days|weeks|months"
        r"|years|nights)\b"
        r"|\b(?:longest|shortest|most|maximum|minimum)\b.{0,6}\bin (?:minutes|hours|days|weeks|months"
        r"|years)\b|\b(?:maximum|minimum|longest|shortest|highest|lowest|greatest) (?:time|length|duration|period"
        r"|number of (?:hours|days|weeks|months|years))\b"
        r"|\bwithin (?:how|what)\b|\btime limit\b|\bdeadline\b",
        Measure.OFTEN: r"\bhow often\b|\bhow many times\b|\bhow frequent|\bhow regularly\b",
        Measure.COUNT: r"\bhow many\b|\bhow much\b|\bwhat (?:is the )?(?:maximum|minimum|number)\b|\b(?:maximum"
        r"|minimum) number\b|\bquota\b",
    },
    Language.ZH: {
        Measure.MONEY: rf"多少钱|{_FEW}[块元]|多少元|赔偿金|补偿金|工资标准|罚多少|拿多少|交多少",
        Measure.SIZE: rf"公斤|千克|{_FEW}斤|多重|多少克|平方?米|平米|多大(?:面积|的)|面积|多高|多宽|多远|{_FEW}度|温度"
        rf"|卡路里|热量|大卡|比例|百分之几|{_FEW}升",
        Measure.AGE: rf"{_FEW}岁|多大(?:年龄|岁数|才|的孩子)|年龄|岁数|周岁",
        Measure.TIME: rf"多久|多长|{_FEW}(?:分钟|个?小时|天|日|周|个?星期|个?月|年)|多少(?:分钟|小时|天|个?月|年)"
        r"|期限|时限|最长|最短",
        Measure.OFTEN: rf"{_FEW}次|多少次|多久.{{0,4}}一次|隔多久|频率|多经常",
        Measure.COUNT: rf"多少|{_FEW}(?:个|名|人|套|条|件|顿|包|封|间|张|位)|人数|数量|最多|最少|上限|下限",
    },
    Language.FR: {
        Measure.MONEY: r"\bcombien d['’]argent\b|\bquelle somme\b|\bquel montant\b|\beuros?\b|\bcombien (?:gagne|coûte|touche)",
        Measure.SIZE: r"\bmètres? carrés?\b|\bcalories\b|\bquelle (?:taille|surface|superficie|température)\b",
        Measure.AGE: r"\bquel âge\b|\bâge minim",
        Measure.TIME: r"\bcombien de (?:temps|minutes|heures|jours|semaines|mois|ans|années)\b|\bdélai\b|\bdurée\b",
        Measure.OFTEN: r"\bcombien de fois\b|\bà quelle fréquence\b|\btous les combien\b",
        Measure.COUNT: r"\bcombien\b|\bmaximum\b|\bminimum\b",
    },
    Language.ES: {
        Measure.MONEY: r"\bcuánto (?:dinero|cuesta|gana|cobra|pagan)\b|\bqué (?:suma|importe)\b|\beuros?\b",
        Measure.SIZE: r"\bmetros? cuadrados?\b|\bcalorías\b|\bqué (?:tamaño|superficie|temperatura)\b",
        Measure.AGE: r"\bqué edad\b|\bedad mínima\b|\bcuántos años (?:debe|hay que) tener",
        Measure.TIME: r"\bcuánto tiempo\b|\bcuánt[oa]s (?:minutos|horas|días|semanas|meses|años)\b|\bplazo\b|\bduración\b",
        Measure.OFTEN: r"\bcuántas veces\b|\bcada cuánto\b|\bcon qué frecuencia\b",
        Measure.COUNT: r"\bcuánt\w+\b|\bmáximo\b|\bmínimo\b",
    },
    Language.RU: {
        Measure.MONEY: r"\bсколько (?:денег|стоит|платят|рублей)\b|\bкак(?:ая|ую) сумм",
        Measure.SIZE: r"\bквадратн\w+ метр|\bкалори|\bкак(?:ая|ой) (?:площадь|размер|температура)\b",
        Measure.AGE: r"\bс какого возраста\b|\bсколько лет\b|\bминимальн\w+ возраст",
        Measure.TIME: r"\bкак долго\b|\bсколько (?:времени|минут|часов|дней|суток|недель|месяцев|лет)\b|\bсрок\b",
        Measure.OFTEN: r"\bкак часто\b|\bсколько раз\b",
        Measure.COUNT: r"\bсколько\b|\bмаксимум\b|\bминимум\b",
    },
    Language.AR: {
        Measure.MONEY: r"(?<!\w)[وفب]?كم (?:يدفع|المبلغ|يتقاضى|من المال)|ما المبلغ",
        Measure.SIZE: r"متر مربع|سعرات|ما مساحة|درجة الحرارة",
        Measure.AGE: r"أي (?:سن|عمر)|الحد الأدنى للسن|(?<!\w)[وف]?كم عمر",
        Measure.TIME: r"(?<!\w)[وفل]?كم (?:من الوقت|ساعة|يوما|يوم|أسبوعا|شهرا|سنة|المدة)|ما المدة|ما هي مدة|مهلة",
        Measure.OFTEN: r"(?<!\w)[وف]?كم مرة",
        Measure.COUNT: r"(?<!\w)[وفبل]?كم(?!\w)|الحد الأقصى|الحد الأدنى",
    },
}
_PATTERNS = compiled(_ASKED)
_UNITS: dict[Measure, Units] = {
    Measure.MONEY: frozenset({"money"}),
    Measure.SIZE: frozenset({"percent"}),
    Measure.AGE: frozenset({"year"}),
    Measure.TIME: frozenset({"minute", "hour", "day", "week", "month", "year"}),
    Measure.OFTEN: frozenset({"minute", "hour", "day", "week", "month", "year", "time"}),
}
_COUNTED: dict[Measure, Units] = {
    Measure.AGE: _UNITS[Measure.AGE],
    Measure.TIME: _UNITS[Measure.TIME] - _UNITS[Measure.AGE],
    Measure.OFTEN: _UNITS[Measure.OFTEN],
}
"""Units by which a statement gives a number for certain: years are mostly ages."""
_HOW_MANY = {
    Language.EN: re.compile(r"\bhow many (?:\w+ ){0,2}?(?=(?:minute|hour|day|week|month|year)s\b)", re.IGNORECASE),
    Language.ZH: re.compile(rf"(?:{_FEW}|多少)(?=个?(?:分钟|小时|钟头|天|日|周|星期|礼拜|月|年|岁))"),
    Language.FR: re.compile(r"\bcombien d(?:e |['’])", re.IGNORECASE),
    Language.ES: re.compile(r"\bcuánt[oa]s ", re.IGNORECASE),
    Language.RU: re.compile(r"\bсколько ", re.IGNORECASE),
    Language.AR: re.compile(r"(?<!\w)كم (?:من |عدد )?"),
}
_ANY_NUMBER = "773 "
"""Stands for the number that is asked for; nobody asks with it."""
_OFTEN = re.compile(
    r"\b(?:once|twice|daily|weekly|monthly|every (?:day|week|month|year)|annual(?:ly)?|each day)\b", re.IGNORECASE
)


def measure_of(question: str, language: Language) -> Measure | None:
    """What a question asks for in numbers, the most special measure first; None where it asks for no number.

    >>> measure_of("How long may a watch last?", Language.EN)
    <Measure.TIME: 'time'>
    """
    return next((measure for measure, pattern in _PATTERNS[language].items() if pattern.search(question)), None)


def units_asked(question: str, language: Language) -> Units:
    """The units of time that a question asks a number of; none where it names none.

    >>> units_asked("How many hours a day may a watch last?", Language.EN), units_asked("How long?", Language.EN)
    (frozenset({'hour'}), frozenset())
    """
    numbered = quantities(_HOW_MANY[language].sub(_ANY_NUMBER, question), language)
    return frozenset(one.unit for one in numbered if one.unit in _UNITS[Measure.TIME] and one.value == float(_ANY_NUMBER))


def fixes(statements: Sequence[str], measure: Measure) -> bool:
    """Whether one of these English statements fixes a number of that measure.

    >>> fixes(["A watch must not last longer than six hours."], Measure.TIME)
    True
    >>> fixes(["A watch must not last longer than six hours."], Measure.MONEY)
    False
    """
    return any(_has(statement, measure) for statement in statements)


def counts(statement: str, measure: Measure) -> bool:
    """Whether an English statement gives a number of a time, an age or a frequency: none of another measure, nor "daily".

    >>> counts("A watch must not last longer than six hours.", Measure.TIME), counts("Watches change daily.", Measure.TIME)
    (True, False)
    """
    units = _COUNTED.get(measure, frozenset())
    return any(one.unit in units for one in quantities(statement, Language.EN))


def _has(statement: str, measure: Measure) -> bool:
    if measure in (Measure.OFTEN, Measure.TIME) and _OFTEN.search(statement):
        return True
    held = quantities(statement, Language.EN)
    return bool(held) if measure is Measure.COUNT else any(one.unit in _UNITS[measure] for one in held)


def clashing(asked: Sequence[Quantity], held: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Quantities of a question for which the statements have another of the same unit and none that is equal."""
    return tuple(
        one for one in asked if any(other.unit == one.unit for other in held) and not any(_equal(one, other) for other in held)
    )


def agreeing(asked: Sequence[Quantity], held: Sequence[Quantity]) -> bool:
    """Whether a quantity of a question stands in the statements as well."""
    return any(_equal(one, other) for one in asked for other in held)


def _equal(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and one.value == other.value
