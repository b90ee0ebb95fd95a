"""What a question asks for in numbers is told from its words, and found in statements or missed."""

import pytest

from corpus.quantities import quantities
from corpus.types import Language
from rag.numeric_answers import Measure, agreeing, clashing, fixes, measure_of, units_asked

ASKED = [
    ("How much does a keeper earn?", Language.EN, Measure.MONEY),
    ("守一班给多少钱", Language.ZH, Measure.MONEY),
    ("How many square metres has a cabin?", Language.EN, Measure.SIZE),  # not a count
    ("小屋几平米", Language.ZH, Measure.SIZE),
    ("How old must a keeper be?", Language.EN, Measure.AGE),  # not a time
    ("几岁可以上夜班", Language.ZH, Measure.AGE),
    ("How long may a watch last?", Language.EN, Measure.TIME),
    ("How many days without a boat?", Language.EN, Measure.TIME),  # not a count
    ("一班最长多久", Language.ZH, Measure.TIME),
    ("How often do they inspect?", Language.EN, Measure.OFTEN),
    ("一年查几次", Language.ZH, Measure.OFTEN),
    ("How many keepers man a rock?", Language.EN, Measure.COUNT),
    ("一座塔几个人", Language.ZH, Measure.COUNT),
    ("Combien de temps dure un quart ?", Language.FR, Measure.TIME),
    ("¿Cuántas veces al año se inspecciona?", Language.ES, Measure.OFTEN),
    ("Как часто проверяют маяк?", Language.RU, Measure.OFTEN),
    ("كم مرة يفتش؟", Language.AR, Measure.OFTEN),
    ("كم حارسا في البرج؟", Language.AR, Measure.COUNT),
    ("هل للحارس الحق في محاكمة عادلة؟", Language.AR, None),  # the same letters within "trial"
    ("May a keeper sleep on watch?", Language.EN, None),
    ("塔长能看我的信吗", Language.ZH, None),
    ("打人的那几个会不会被隔开", Language.ZH, None),  # "those few", "the other day" and "a dozen days" ask for no number
    ("前几天值夜班的人是谁", Language.ZH, None),
    ("关了十几天的人能写信吗", Language.ZH, None),
    ("十几岁的孩子能守夜吗", Language.ZH, None),
    ("那几次巡查是谁去的", Language.ZH, None),
    ("那座塔几天查一回", Language.ZH, Measure.TIME),
]


@pytest.mark.parametrize(("question", "language", "expected"), ASKED)
def test_measure_of(question: str, language: Language, expected: Measure | None) -> None:
    """Each question asks for what the table says, the most special measure first."""
    assert measure_of(question, language) is expected


FIXED = [
    ("A watch must not last longer than six hours.", {Measure.TIME, Measure.OFTEN, Measure.COUNT}),
    ("Each station must be inspected 2 times a year.", {Measure.OFTEN, Measure.COUNT}),
    ("The log must be read daily.", {Measure.TIME, Measure.OFTEN}),
    ("A child under 12 years must not be given a watch.", {Measure.AGE, Measure.TIME, Measure.OFTEN, Measure.COUNT}),
    ("At least 20 per cent of the oil must be kept.", {Measure.SIZE, Measure.COUNT}),
    ("A letter must not be opened by anyone else.", set()),
]


@pytest.mark.parametrize(("statement", "measures"), FIXED)
def test_fixes(statement: str, measures: set[Measure]) -> None:
    """A statement fixes a number of exactly these measures; money stands in none."""
    assert {measure for measure in Measure if fixes([statement], measure)} == measures


def test_one_statement_suffices() -> None:
    """Of several statements one with the number is enough, and none fixes nothing."""
    statements = ["A letter must not be opened.", "A watch must not last longer than six hours."]
    assert fixes(statements, Measure.TIME)
    assert not fixes([], Measure.TIME)


HELD = "A watch must not last longer than 6 hours, and must be followed by 8 hours of rest."
AGAINST = [
    ("why may a watch last 12 hours", [12], False),  # another number of the same unit
    ("why may a watch last 6 hours", [], True),  # the same number
    ("why does a watch last 6 hours or 12 hours", [12], True),  # one of each
    ("why does a watch last 12 days", [], False),  # a unit that the statement does not have
    ("why does a watch last so long", [], False),  # no number
]


@pytest.mark.parametrize(("question", "clash", "agree"), AGAINST)
def test_numbers_against_statements(question: str, clash: list[float], agree: bool) -> None:
    """A number clashes with others of its unit unless it is one of them, and agrees where it is."""
    asked, held = quantities(question, Language.EN), quantities(HELD, Language.EN)
    assert [one.value for one in clashing(asked, held)] == clash
    assert agreeing(asked, held) is agree


COUNTED = [
    (Language.EN, "How many hours a day may a watch last?", {"hour"}),
    (Language.EN, "After 15 days, how many more days may they add?", {"day"}),
    (Language.EN, "After 7 days, how many full calendar days more?", {"day"}),
    (Language.EN, "How long may a watch last, after 15 days?", set()),
    (Language.ZH, "值班最多几个小时？", {"hour"}),
    (Language.ZH, "这几天最多值多少天班？", {"day"}),
    (Language.FR, "Combien d'heures dure une garde ?", {"hour"}),
    (Language.ES, "¿Cuántos días dura una guardia?", {"day"}),
    (Language.RU, "Сколько суток длится вахта?", {"day"}),
    (Language.FR, "Combien de gardiens, combien de fois par semaine ?", set()),
    (Language.AR, "كم ساعة تدوم الحراسة؟", {"hour"}),
    (Language.AR, "هل يحق لكم ساعة راحة؟", set()),
]


@pytest.mark.parametrize(("language", "question", "units"), COUNTED)
def test_units_that_are_asked_for(language: Language, question: str, units: set[str]) -> None:
    """Those of which a number is asked, not those of numbers that the question has."""
    assert units_asked(question, language) == units
