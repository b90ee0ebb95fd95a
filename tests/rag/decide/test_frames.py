"""A form of asking is told from its words, in six languages; plain questions presuppose nothing."""

import pytest

from corpus.types import Language
from rag.decide.frames import PRESUPPOSING, Frame, asks_on_a_subject, frames

TABLE = [
    # where it is said presupposes that it is said
    ("Which rule lets a keeper sleep on watch?", Language.EN, {Frame.WHERE}),
    ("哪一条允许值班时睡觉", Language.ZH, {Frame.WHERE}),
    ("Quelle règle permet de dormir ?", Language.FR, {Frame.WHERE}),
    ("¿Qué regla permite dormir?", Language.ES, {Frame.WHERE}),
    ("Какое правило разрешает спать?", Language.RU, {Frame.WHERE}),
    ("أي قاعدة تجيز النوم؟", Language.AR, {Frame.WHERE}),
    # why
    ("Why must the horn sound every 10 minutes?", Language.EN, {Frame.WHY}),
    ("为什么雾天要鸣号", Language.ZH, {Frame.WHY}),
    ("Pourquoi la corne sonne-t-elle ?", Language.FR, {Frame.WHY}),
    ("Почему звучит горн?", Language.RU, {Frame.WHY}),
    # since
    ("Since a watch lasts 12 hours, when does the next begin?", Language.EN, {Frame.SINCE}),
    ("既然一班12小时，在塔上吃饭吗", Language.ZH, {Frame.SINCE}),
    # a tag at the end
    ("Keepers may sleep on watch, right?", Language.EN, {Frame.TAG}),
    ("看守人值班时能睡觉，对吧", Language.ZH, {Frame.TAG}),
    ("¿Los guardas duermen, ¿verdad?", Language.ES, {Frame.TAG}),
    # somebody says so
    ("My boss says that letters are opened", Language.EN, {Frame.CLAIMS}),
    # who or how much may
    ("How many lamps may go out?", Language.EN, {Frame.PERMIT}),
    ("最多可以熄几盏灯", Language.ZH, {Frame.PERMIT}),
    # advice, forecasts, drafts
    ("Should I sign the confession?", Language.EN, {Frame.ADVICE}),
    ("Write a letter of complaint for me: my appeal", Language.EN, {Frame.ADVICE}),
    ("Do we plead guilty?", Language.EN, {Frame.ADVICE}),
    ("They offer me a shorter watch. Would you take it if you were us?", Language.EN, {Frame.ADVICE}),
    ("Should I report him or just ask for another tower?", Language.EN, {Frame.ADVICE}),
    ("Should he sign now?", Language.EN, {Frame.ADVICE}),
    ("换作你会拿钱走人吗", Language.ZH, {Frame.ADVICE}),
    ("你要是我会怎么选？", Language.ZH, {Frame.ADVICE}),
    ("我明天是该去说，还是先等等？", Language.ZH, {Frame.ADVICE}),
    ("Should a keeper be told in writing?", Language.EN, set()),
    ("Can I refuse the work?", Language.EN, set()),
    ("Must I sign for a watch?", Language.EN, set()),
    ("The keeper mocks me. Where can I take this?", Language.EN, set()),
    ("帮我写一封申诉信", Language.ZH, {Frame.ADVICE}),
    ("Dois-je signer ?", Language.FR, {Frame.ADVICE}),
    # plain
    ("May a keeper sleep on watch?", Language.EN, set()),
    ("letters opened by the head keeper", Language.EN, set()),
    ("塔长能看我的信吗", Language.ZH, set()),
    ("", Language.EN, set()),
]


@pytest.mark.parametrize(("question", "language", "expected"), TABLE)
def test_frames(question: str, language: Language, expected: set[Frame]) -> None:
    """Each question has the frames that the table says, and no other that presupposes."""
    found = frames(question, language)
    assert expected <= found
    assert found & PRESUPPOSING == expected & PRESUPPOSING
    assert (Frame.ADVICE in found) is (Frame.ADVICE in expected)


def test_frames_stand_together() -> None:
    """A question may have several frames."""
    found = frames("Why does rule 5 say that watches last 12 hours, right?", Language.EN)
    assert {Frame.WHY, Frame.CLAIMS, Frame.TAG} <= found


SUBJECTS = [
    ("What do the Skerry Rules say about lamp oil?", True),
    ("第4条对灯油怎么规定？", True),
    ("Que dit la règle 4 sur l'huile ?", True),
    ("¿Qué dice la regla 4 sobre el aceite?", True),
    ("Что говорит правило 4 о лампах?", True),
    ("ماذا تقول القاعدة 4 عن المصابيح؟", True),
    ("What does rule 4 say about lamps that may go out?", False),
    ("Why does rule 4 say so about lamps?", False),
    ("第4条怎么规定可以睡觉？", False),
    ("Que dit la règle 4 qui permet de dormir ?", False),
    ("What does rule 4 say about banned lamps?", False),
    ("第4条对允许睡觉怎么规定？", False),
    ("What does rule 4 ask?", False),
]


@pytest.mark.parametrize(("question", "on_a_subject"), SUBJECTS)
def test_asks_on_a_subject(question: str, on_a_subject: bool) -> None:
    """A subject in a few words, of which nothing is said."""
    assert asks_on_a_subject(question) is on_a_subject
