"""Words to the program: answered in their language with what it answers from; questions behind a greeting are questions."""

import pytest

from corpus.types import Language
from rag.messages import message
from rag.pipeline import Pipeline
from rag.talk import GREETINGS, HERE, introduction, talk
from rag.types import Reason, Status

SAID = {
    Language.EN: ["Hello!", "thank you so much", "What can you do?", "Hello Pinpoint, what can you do?"],
    Language.ZH: ["你好", "你能回答哪些问题？", "好的谢谢", "你好！请问你能做什么？"],
    Language.FR: ["Bonjour", "Merci beaucoup !"],
    Language.ES: ["hola, gracias", "¿Qué puedes hacer?", "buenas tardes"],
    Language.RU: ["Здравствуйте! Что вы умеете?", "здравствуй", "спасибо"],
    Language.AR: ["مرحبا", "شكرا جزيلا"],
}


@pytest.mark.parametrize(("language", "words"), [(language, words) for language, of in SAID.items() for words in of])
def test_words_to_the_program(skerry: Pipeline, language: Language, words: str) -> None:
    """Who greets or asks what the program can do is told in that language what it answers from, after questions too."""
    for history in ((), ("How long may a watch last?",)):
        answer = skerry.ask(words, history)
        assert (answer.status, answer.reason, answer.nearest) == (Status.REFUSED, Reason.OFF_TOPIC, ())
        assert (answer.language, answer.resolved_question) == (language, words)
        assert answer.message == introduction(skerry.index.library, language)


CALLS = {
    Language.EN: [
        "Help me",
        "please help",
        "can someone help us?",
        "Hello, I need help!",
        "somebody help pls",
        "I want to die",
    ],
    Language.ZH: ["救命！", "求求你帮帮我", "请帮帮我吧", "你好，我需要帮助", "帮个忙", "我不想活了"],
    Language.FR: ["aide", "Aidez-moi s’il vous plaît", "au secours !", "Bonjour, pouvez-vous m'aider ?"],
    Language.ES: ["ayuda", "¡ayúdenme por favor!", "hola, necesito ayuda"],
    Language.RU: ["помогите", "Помогите мне, пожалуйста!", "Здравствуйте, нужна помощь"],
    Language.AR: ["النجدة", "ساعدوني أرجوكم", "السلام عليكم، أحتاج إلى مساعدة"],
}


@pytest.mark.parametrize(("language", "words"), [(language, words) for language, of in CALLS.items() for words in of])
def test_calls_for_help(skerry: Pipeline, language: Language, words: str) -> None:
    """Who only calls for help is told first that the program can send none and who might, then what it answers from."""
    answer = skerry.ask(words)
    assert (answer.status, answer.language) == (Status.REFUSED, language)
    plea, told = message("plea", language), introduction(skerry.index.library, language)
    assert answer.message == f"{plea} {told}"


@pytest.mark.parametrize(
    "words", ["please", "por favor", "пожалуйста", "请", "Hello, what can you help me with?", "你能帮我做什么？"]
)
def test_who_calls_for_nothing(skerry: Pipeline, words: str) -> None:
    """A soft word alone is no call for help."""
    answer = skerry.ask(words)
    assert answer.message == introduction(skerry.index.library, answer.language)


def test_introduction_names_the_texts(skerry: Pipeline) -> None:
    """All that is searched."""
    told = introduction(skerry.index.library, Language.EN)
    assert all(one.names[Language.EN] in told for one in skerry.index.library.instruments.values())


@pytest.mark.parametrize(
    "words",
    [
        *("Hello, may I write letters?", "Help me, he is in the dark cell", "你好，谁能拆信？", "What can you do in solitary?"),
        *("thanks for nothing", "Who are you to say so?", "help my son", "帮我写信", "ayuda legal", "помогите сыну", "Мне?"),
    ],
)
def test_words_that_ask(words: str) -> None:
    """A greeting before a question is not all of it."""
    assert talk(words, follows=False) is None


@pytest.mark.parametrize(
    "words", ["How does this work?", "what is this", "这是什么", "有哪些文件", "Comment ça marche ?", "Как это работает?"]
)
def test_words_that_may_point(words: str) -> None:
    """What may point to the program alone is a question where something was answered before."""
    assert talk(words, follows=False) is not None
    assert talk(words, follows=True) is None


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "words", ["hello ", "ok ", "thanks thank you ", "你好", "谢谢你", "merci ", "gracias ", "спасибо ", "شكرا "]
)
def test_hostile_words_come_to_an_end(language: Language, words: str) -> None:
    """Whatever is repeated up to the limit of what is read, what cannot match is given up."""
    for pattern in (GREETINGS[language], HERE[language]):
        assert pattern.fullmatch((words * 100)[:200] + "§x") is None


@pytest.mark.parametrize(
    "said",
    [
        "thanks, that helps",
        "Great, thank you very much!",
        "ok cool",
        "Good, that's what I needed. Thanks.",
        "谢谢，我这就去告诉他。",
        "收到",
    ],
)
def test_thanks(said: str) -> None:
    """Thanks with a remark beside them ask for nothing once something was answered."""
    assert talk(said, follows=True)


@pytest.mark.parametrize(
    "said",
    [
        "Thanks, tell me about visits",
        "Thank you, and for women",
        "thanks. I need the text of rule 45",
        "Thanks but I meant women",
        "thanks, that's not right",
        "He got 15 days thanks to the warden and wants to appeal",
        "谢谢，那女犯",
        "谢谢，如何申诉",
        "囚犯要对看守说谢谢",
    ],
)
def test_thanks_before_a_question(said: str) -> None:
    """What is asked, wanted or corrected behind thanks is read."""
    assert talk(said, follows=True) is None


def test_thanks_for_help_are_no_call(skerry: Pipeline) -> None:
    """Only who calls for help is told that none can be sent."""
    plea = message("plea", Language.EN)
    library = skerry.index.library
    assert plea in introduction(library, Language.EN, "help me")
    assert plea not in introduction(library, Language.EN, "ok thanks, that helps")
