"""What kind of thing a question asks for, numbers apart, in six languages."""

import pytest

from corpus.types import Language
from rag.decide.answer_type import AnswerType, answer_types, speaks_of

ASKED = [
    (Language.EN, "What penalty does a keeper get who lets the lamp go out?", AnswerType.PENALTY),
    (Language.EN, "how is a keeper who sleeps on watch punished", AnswerType.PENALTY),
    (Language.EN, "Who pays for the oil?", AnswerType.PAYER),
    (Language.EN, "Whose budget covers new ropes?", AnswerType.PAYER),
    (Language.EN, "How does the charter define a storm?", AnswerType.DEFINITION),
    (Language.EN, "In which year was the charter adopted?", AnswerType.DATE),
    (Language.EN, "Is there a template for the log?", AnswerType.FORM),
    (Language.ZH, "看守人让灯灭了要受什么处分？", AnswerType.PENALTY),
    (Language.ZH, "灯油费由谁出？", AnswerType.PAYER),
    (Language.ZH, "风暴的定义是什么？", AnswerType.DEFINITION),
    (Language.ZH, "章程是哪一年通过的？", AnswerType.DATE),
    (Language.ZH, "日志有没有固定的格式？", AnswerType.FORM),
    (Language.FR, "Qui paie l'huile de la lampe ?", AnswerType.PAYER),
    (Language.FR, "Quelle sanction pour le gardien endormi ?", AnswerType.PENALTY),
    (Language.ES, "¿Quién paga el aceite?", AnswerType.PAYER),
    (Language.ES, "¿En qué año se aprobó la carta?", AnswerType.DATE),
    (Language.RU, "Кто оплачивает масло?", AnswerType.PAYER),
    (Language.RU, "Какое наказание ждёт смотрителя?", AnswerType.PENALTY),
    (Language.AR, "من يدفع ثمن الزيت؟", AnswerType.PAYER),
    (Language.AR, "ما تعريف العاصفة؟", AnswerType.DEFINITION),
]


@pytest.mark.parametrize(("language", "question", "kind"), ASKED)
def test_the_type_is_seen(language: Language, question: str, kind: AnswerType) -> None:
    """Each form of asking is seen, and nothing else in it."""
    assert answer_types(question, language) == {kind}


PLAIN = [
    (Language.EN, "May a keeper read the log of another lamp?"),
    (Language.EN, "Must the bell be rung in fog?"),
    (Language.ZH, "雾里必须敲钟吗？"),
    (Language.FR, "La cloche doit-elle sonner ?"),
    (Language.ES, "¿Debe sonar la campana?"),
    (Language.RU, "Нужно ли звонить в колокол?"),
    (Language.AR, "هل يجب قرع الجرس؟"),
]


@pytest.mark.parametrize(("language", "question"), PLAIN)
def test_plain_questions_have_none(language: Language, question: str) -> None:
    """What asks for a yes or no asks for none of these."""
    assert answer_types(question, language) == frozenset()


@pytest.mark.parametrize(
    ("kind", "said", "unsaid"),
    [
        (AnswerType.PENALTY, "A keeper who sleeps is dismissed.", "A keeper stays awake."),
        (AnswerType.PAYER, "Oil is free of charge for the keeper.", "Oil is kept in a cellar."),
        (AnswerType.DEFINITION, "A storm is understood as a wind that takes the hat.", "In a storm the lamp stays lit."),
        (AnswerType.DATE, "The charter was adopted in 1874.", "The charter was adopted by all harbours."),
        (AnswerType.FORM, "The log follows the template of the harbour.", "The log is kept every day."),
    ],
)
def test_what_speaks_of_it(kind: AnswerType, said: str, unsaid: str) -> None:
    """A statement that says something of the kind is told from one that does not; one of several is enough."""
    assert speaks_of([unsaid, said], kind)
    assert not speaks_of([unsaid], kind)
