"""Questions on texts as such and words to the program: told from others, answered by what says so or from the facts."""

import pytest

from corpus.digests import all_digests
from corpus.facts import find_facts
from corpus.language import detect
from corpus.library import Library
from corpus.types import Language, Reference
from rag.about import AskedAbout, Aspect, asked_about, introduction, is_talk, says_itself
from rag.pipeline import Pipeline
from rag.refer import refer
from rag.types import Reason, Status

ASKING = [
    ("Are the Skerry Rules legally binding?", "sample-rules"),
    ("so do the tokyo rules have any legal force in my country", "tokyo"),
    ("Does our government have to follow the Bangkok Rules?", "bangkok"),
    ("Is the Buoy Convention a treaty?", "sample-treaty"),
    ("Are the Mandela Rules mandatory, or just guidelines?", "mandela"),
    ("礁石规则有法律约束力吗？", "sample-rules"),
    ("东京规则对各国有没有约束力？", "tokyo"),
    ("我国必须遵守曼谷规则吗？", "bangkok"),
    ("Les Règles de Tokyo sont-elles juridiquement contraignantes pour les États ?", "tokyo"),
    ("Quelle est la valeur juridique des Règles de Bangkok ?", "bangkok"),
    ("¿Son vinculantes las Reglas de Tokio para los jueces?", "tokyo"),
    ("¿Qué valor jurídico tienen las Reglas de Bangkok?", "bangkok"),
    ("Имеют ли Токийские правила обязательную силу?", "tokyo"),
    ("Обязательны ли Бангкокские правила для государств?", "bangkok"),
    ("هل قواعد طوكيو ملزمة قانونا؟", "tokyo"),
    ("هل لقواعد بانكوك قوة ملزمة؟", "bangkok"),
]
ASKING_ELSE = [
    "Are strip searches mandatory under the Mandela Rules?",
    "Since the Mandela Rules bind every state, who enforces them?",
    "What do the Tokyo Rules say on binding a person over?",
    "Is a commitment order binding on the prison?",
    "What are the Tokyo Rules?",
    "怎样执行东京规则？",
    "东京规则规定必须遵守哪些条件？",
    "Les Règles de Tokyo rendent-elles obligatoire le suivi ?",
    "¿Es obligatorio el registro según las Reglas Nelson Mandela?",
    "Обязательна ли работа по Правилам Нельсона Манделы?",
    "هل العمل إلزامي بموجب قواعد نيلسون مانديلا؟",
    "When must the Mandela Rules be shown to a prisoner?",
    "How long do the Mandela Rules allow for isolation?",
    "曼德拉规则规定隔离最多几天？",
    "Combien de règles disciplinaires les Règles Nelson Mandela autorisent-elles ?",
]


@pytest.mark.parametrize(("question", "instrument"), ASKING)
def test_who_asks_whether_a_text_binds(question: str, instrument: str) -> None:
    """In six languages, for whomever it might bind."""
    assert asked_about(question, detect(question)) == AskedAbout(aspect=Aspect.FORCE, instruments=(instrument,))


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("When were the Tokyo Rules adopted by the General Assembly?", Aspect.DATE),
        ("In which year did the Tokyo Rules come into being?", Aspect.DATE),
        ("东京规则是哪一年通过的？", Aspect.DATE),
        ("Quand les Règles de Tokyo ont-elles été adoptées ?", Aspect.DATE),
        ("¿Cuándo se aprobaron las Reglas de Tokio?", Aspect.DATE),
        ("Когда были приняты Токийские правила?", Aspect.DATE),
        ("متى اعتمدت قواعد طوكيو؟", Aspect.DATE),
        ("How many rules are there in the Tokyo Rules altogether?", Aspect.LENGTH),
        ("东京规则一共有多少条？", Aspect.LENGTH),
        ("Combien de règles les Règles de Tokyo comptent-elles ?", Aspect.LENGTH),
        ("¿Cuántas reglas contienen las Reglas de Tokio?", Aspect.LENGTH),
        ("Сколько правил содержат Токийские правила?", Aspect.LENGTH),
        ("كم عدد القواعد في قواعد طوكيو؟", Aspect.LENGTH),
    ],
)
def test_who_asks_since_when_and_how_long(question: str, aspect: Aspect) -> None:
    """When a text was adopted and how many provisions it has."""
    assert asked_about(question, detect(question)) == AskedAbout(aspect=aspect, instruments=("tokyo",))


@pytest.mark.parametrize("question", ASKING_ELSE)
def test_who_asks_for_something_else(question: str) -> None:
    """What a text makes binding is another matter; so is what follows from its force, or how it is carried out."""
    assert asked_about(question, detect(question)) is None


def test_long_questions_are_read_in_time() -> None:
    """Words that may stand around, many times over, take no longer than others."""
    assert asked_about("东京规则" + "是否有没有" * 400 + "说", Language.ZH) is None
    assert asked_about("Are the Tokyo Rules " + "really only for us and " * 200 + "said", Language.EN) is None


def test_the_text_that_says_so_answers() -> None:
    """A text that says itself whether it binds is referred to; of others beside it that is not taken for an answer."""
    digests = {name: {one.locator: one for one in held} for name, held in all_digests().items() if name in ("mandela", "tokyo")}
    held = Library(instruments={name: find_facts(name).instrument() for name in digests}, texts={}, digests=digests)
    saying = Reference(instrument="mandela", locator="op8")
    assert says_itself(held, "mandela", Aspect.FORCE) == saying
    assert says_itself(held, "mandela", Aspect.DATE) is None
    alone = refer(held, "Are the Nelson Mandela Rules legally binding?", Language.EN)
    assert (alone.resolved, alone.unsaid, alone.rest) == ((saying,), (), False)
    both = refer(held, "Are the Mandela Rules and the Tokyo Rules binding?", Language.EN)
    assert (both.resolved, both.unsaid) == ((saying,), ("tokyo",))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Are the Skerry Rules legally binding?", "Skerry Rules (LK/RES/4/12) · rules"),
        ("Is the Buoy Convention binding on us?", "Buoy Convention (LK/T/1) · treaty: binds"),
        ("When were the Skerry Rules adopted?", "adopted 14 May 2019"),
        ("How many rules are there in the Skerry Rules?", "numbers up to 16"),
        ("礁石规则有法律约束力吗？", "《礁石规则》（LK/RES/4/12）· "),
    ],
)
def test_what_no_text_says_is_said_to_be_ours(skerry: Pipeline, question: str, said: str) -> None:
    """The answer is refused, with what kind of text it is by our own note and no provision that says something else."""
    answer = skerry.ask(question)
    assert (answer.status, answer.reason, answer.nearest) == (Status.REFUSED, Reason.NOT_IN_TEXTS, ())
    assert said in answer.message
    assert "Pinpoint" in answer.message


@pytest.mark.parametrize(
    "words",
    [
        *("Hello!", "thank you so much", "What can you do?", "which texts do you have", "你好", "你能回答哪些问题？", "谢谢"),
        *("Bonjour", "Merci beaucoup !", "hola, gracias", "¿Qué puedes hacer?", "Здравствуйте! Что вы умеете?", "спасибо"),
        *("مرحبا", "شكرا جزيلا"),
    ],
)
def test_words_to_the_program(skerry: Pipeline, words: str) -> None:
    """Who greets or asks what the program can do is told what it answers from, with no provision that thanks somebody else."""
    answer = skerry.ask(words)
    assert (answer.status, answer.reason, answer.nearest) == (Status.REFUSED, Reason.OFF_TOPIC, ())
    assert answer.message == introduction(skerry.index.library, detect(words))
    assert "Skerry Rules" in introduction(skerry.index.library, Language.EN)


@pytest.mark.parametrize(
    "words",
    [
        *("Hello, may I write letters?", "Help me, he is in the dark cell", "你好，谁能拆信？", "What can you do in solitary?"),
        *("thanks for nothing", "Who are you to say so?"),
    ],
)
def test_words_that_ask(words: str) -> None:
    """A greeting before a question is not all of it."""
    assert not is_talk(words)
