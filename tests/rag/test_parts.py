"""A message with several questions is told apart, and what leans on the words before it is told with them."""

import pytest

from corpus.types import Language
from rag.parts import parts

SEVERAL = [
    (
        Language.EN,
        "Who lights the lamps? How often may a keeper write home?",
        ["Who lights the lamps?", "How often may a keeper write home?"],
    ),
    (
        Language.EN,
        "My uncle keeps a light. May he leave the rock at Easter, and who pays for the boat?",
        ["My uncle keeps a light. May he leave the rock at Easter?", "Who pays for the boat?"],
    ),
    (Language.ZH, "守灯人有休息日吗？工时由谁来定？", ["守灯人有休息日吗？", "工时由谁来定？"]),
    (Language.ZH, "守灯人能不能写信，船费由谁来付？", ["守灯人能不能写信？", "船费由谁来付？"]),
    (
        Language.FR,
        "Qui allume la lampe, et combien de lettres peut-on écrire ?",
        ["Qui allume la lampe ?", "Combien de lettres peut-on écrire ?"],
    ),
    (
        Language.ES,
        "¿Quién paga el barco y cuántas cartas puede escribir?",
        ["¿Quién paga el barco?", "¿Cuántas cartas puede escribir?"],
    ),
    (
        Language.RU,
        "Кто платит за лодку, и сколько писем можно отправлять?",
        ["Кто платит за лодку?", "Сколько писем можно отправлять?"],
    ),
    (Language.AR, "من يدفع أجرة القارب؟ كم رسالة يحق للحارس؟", ["من يدفع أجرة القارب؟", "كم رسالة يحق للحارس؟"]),
]
ONE = [
    (Language.EN, "How long may a watch last?"),
    (Language.EN, "Who may visit, and when?"),  # hardly a word of its own
    (Language.EN, "Who lights the lamp, and may it burn by day?"),  # leans on what stands before
    (Language.EN, "May he read and write at night?"),  # one question of two things
    (Language.EN, "My brother, 15, was sent to a rock. Who must be told?"),  # a story and a question
    (Language.ZH, "我不知道谁管这盏灯，船费该找谁付？"),  # the first clause tells
    (Language.ZH, "谁都可以上灯塔看看，这话对吗？"),
    (Language.ZH, ""),
]


LEANING = [
    (Language.EN, "Who may visit? When?", None),  # hardly a word of its own
    (Language.EN, "Who may visit, and when? Who pays for it?", None),
    (Language.EN, "Who lights the lamp? May it burn by day?", None),
    (Language.EN, "May a keeper have his children on the rock? Until what age?", None),
    (Language.EN, "Who lights the lamp? And for how long?", None),
    (Language.FR, "Qui allume la lampe ? Jusqu'à quelle heure ?", None),
    (Language.FR, "Qui allume la lampe ? Et quel jour ?", None),
    (Language.ES, "¿Quién paga el barco? ¿Hasta cuándo?", None),
    (Language.RU, "Кто платит за лодку? До какого часа?", None),
    (Language.ZH, "守灯人可以带孩子住在灯塔里吗？到几岁？", "守灯人可以带孩子住在灯塔里吗？ 到几岁？"),
]


@pytest.mark.parametrize(("language", "question", "apart"), SEVERAL)
def test_several(language: Language, question: str, apart: list[str]) -> None:
    """Each question is told as it was put, in the language's own marks, and leans on nothing."""
    found = parts(question, language)
    assert [one.text for one in found] == apart
    assert [one.whole for one in found] == apart


@pytest.mark.parametrize(("language", "question", "whole"), LEANING)
def test_leaning(language: Language, question: str, whole: str | None) -> None:
    """A question that leans on the one before it is told apart, and stands with it as a follow-up does."""
    first, second = parts(question, language)
    assert not first.behind
    assert second.behind == first.text
    assert second.whole == (whole or question)


def test_what_leans_on_what_leans() -> None:
    """The third question stands with both before it."""
    *_, last = parts("May a keeper write home? How often? And to whom?", Language.EN)
    assert last.text == "And to whom?"
    assert last.whole == "May a keeper write home? How often? And to whom?"


@pytest.mark.parametrize(("language", "question"), ONE)
def test_one(language: Language, question: str) -> None:
    """What does not stand alone, and what tells, is not told apart."""
    assert parts(question, language) == ()


def test_a_list_of_questions_is_left_whole() -> None:
    """More questions than an answer has room for are taken as they stand."""
    assert parts(" ".join(["Who pays for the boat to the rock?"] * 5), Language.EN) == ()
