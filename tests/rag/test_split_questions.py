"""A message with several questions is told apart, and what leans on the words before it is told with them."""

import pytest

from corpus.types import Language
from rag.split_questions import parts

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
    (Language.EN, "May a keeper be flogged? My wife is ill, and will give birth soon."),  # what tells, behind "and"
    (Language.EN, "May a keeper be flogged? He was held for ten days, after which nobody came."),
    (Language.EN, "My brother was arrested, and was beaten. Who pays for the boat to the rock?"),
    (Language.ES, "¿Puede un guarda escribir? Mi hermana está presa, y tiene dos hijos."),
    (Language.FR, "Peut-il écrire ? Mon frère est sur le rocher, et qui plus est malade."),
    (Language.RU, "Можно писать письма? Мой брат на скале, и должны скоро перевести."),
    (Language.EN, "May a keeper be flogged? Is that legal?"),  # no more than the first asks
    (Language.EN, "May a keeper be flogged? Really?"),
    (Language.EN, "May a keeper be flogged? Which rule is that?"),  # said by every answer
    (Language.EN, "May a keeper be flogged? Which number?"),
    (Language.ZH, "守灯人能被鞭打吗？真的吗？"),
    (Language.ZH, "守灯人能被鞭打吗？哪一条？"),
    (Language.FR, "Peut-on fouetter un gardien ? Est-ce vrai ?"),
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
    (Language.FR, "Qui allume la lampe ? Jusqu'où ?", None),
    (Language.ES, "¿Quién paga el barco? ¿A partir de qué edad?", None),
    (Language.RU, "Кто платит за лодку? И сколько раз?", None),
    (Language.AR, "من يدفع أجرة القارب؟ وكم مرة؟", None),
    (Language.AR, "من يدفع أجرة القارب؟ إلى متى؟", None),
    (Language.EN, "Is there a limit to a watch? And how many days lie between two such watches?", None),
    (Language.EN, "Can a keeper vote? (And if so, when?)", "Can a keeper vote? And if so, when?"),
    (Language.EN, "Is there a limit to a watch? And what number would be fair?", None),
    (Language.EN, "Can a keeper vote?! When?", "Can a keeper vote? When?"),
    (Language.EN, "Can a keeper vote? ... How often?", "Can a keeper vote? How often?"),
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


def test_three_joined_in_a_sentence() -> None:
    """Each is told by its own words, not by those that follow: what has hardly any stays with the one before it."""
    three = parts("Who lights the lamp, and who pays for the boat, and when does it leave?", Language.EN)
    assert [one.text for one in three] == ["Who lights the lamp?", "Who pays for the boat, and when does it leave?"]
    short = parts("Who lights the lamp at night, and when, and who pays for the boat?", Language.EN)
    assert [one.text for one in short] == ["Who lights the lamp at night, and when?", "Who pays for the boat?"]
    chinese = parts("守灯人能不能写信，多久一次，邮费由谁来付？", Language.ZH)
    assert [one.text for one in chinese] == ["守灯人能不能写信，多久一次？", "邮费由谁来付？"]


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
