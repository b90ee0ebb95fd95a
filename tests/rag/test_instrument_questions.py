"""Questions on texts as such: told from others, answered by what says so or from the facts."""

import pytest

from corpus.digests import all_digests
from corpus.facts import find_facts
from corpus.language import detect
from corpus.library import Library
from corpus.types import Language, Reference
from rag.instrument_question_forms import AGAIN, FORMS, NAME, Aspect
from rag.instrument_questions import AskedAbout, asked_about, says_itself
from rag.pipeline import Pipeline
from rag.refer import refer, refer_after
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
    ("Must prisons follow the Mandela Rules?", "mandela"),
    ("Is my country bound by the Bangkok Rules?", "bangkok"),
    ("Do the Tokyo Rules have the force of law?", "tokyo"),
    ("Are the Tokyo Rules hard law or soft law?", "tokyo"),
    ("会员国有义务遵守东京规则吗？", "tokyo"),
    ("东京规则是软法吗？", "tokyo"),
    ("Les Règles Mandela lient-elles les tribunaux ?", "mandela"),
    ("¿Las Reglas Mandela obligan a los tribunales?", "mandela"),
    ("Правила Манделы обязательны для судов?", "mandela"),
    ("هل قواعد مانديلا ملزمة للمحاكم؟", "mandela"),
    ("联合国曼谷规则有法律约束力吗", "bangkok"),
    ("Какую юридическую силу имеют Токийские правила?", "tokyo"),
    ("Is it compulsory to follow the Tokyo Rules?", "tokyo"),
    ("Tokyo Rules binding?", "tokyo"),
    ("Is the resolution binding?", "res-79-172"),
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
    "What rules do prisons have to follow under the Mandela Rules?",
    "What is mandatory for prisons under the Mandela Rules?",
    "Do courts have to follow the guidelines in the Tokyo Rules?",
    "Is there any treaty on judges in resolution 79/172?",
    "What is obligatory under the Bangkok Rules?",
    "What do the authorities have to respect under the Bangkok Rules?",
    "What do states have to respect under the Convention on the Rights of the Child?",
    "What guidelines do judges have to follow under the Tokyo Rules?",
    "Do prisons have to respect national law under the Mandela Rules?",
    "Do the Mandela Rules have to comply with national law?",
    "Is domestic law binding under the Tokyo Rules?",
    "Do they have to obey the rules in prison, by the Mandela Rules?",
    "When is it up to the judges under the Tokyo Rules?",
    "How long are they in prison under Beijing Rules?",
    "How long in prison under the Mandela Rules?",
    "How long for judges under the Tokyo Rules?",
    "How old are they in the Beijing Rules?",
    "How old under the Beijing Rules?",
    "How many rules on judges are there in the Tokyo Rules?",
    "How long do the Tokyo Rules let supervision last?",
    "When must the Mandela Rules be explained?",
    "Are fines binding under the Tokyo Rules?",
    "曼德拉规则中监狱必须遵守什么规则？",
    "曼德拉规则里法官必须遵守什么",
    "东京规则里法官必须遵守什么法律",
    "东京规则中法院有什么法律地位",
    "东京规则中法官的地位如何",
    "东京规则中，法院是否必须遵守国际法",
    "曼德拉规则约束什么",
    "曼德拉规则里监狱可以约束吗",
    "北京规则中监狱可以几年",
    "东京规则有几条是对法官的",
    "东京规则规定监督期多长",
    "¿Qué es obligatorio para las cárceles en las Reglas Nelson Mandela?",
    "¿A qué obligan las Reglas de Tokio?",
    "¿Qué obliga a los jueces en las Reglas de Tokio?",
    "¿Cuándo tienen derecho en las Reglas Nelson Mandela?",
    "Обязательно ли это для судов по Пекинским правилам?",
    "Какой юридический статус у участников по Токийским правилам?",
    "Сколько правил для тюрем в Правилах Манделы?",
    "Когда суд по Токийским правилам?",
    "ما هو الملزم للدول في قواعد طوكيو؟",
    "هل يلزم في قواعد نيلسون مانديلا؟",
    "كم عدد القواعد للقضاة في قواعد طوكيو؟",
    "Est-ce obligatoire pour les prisons, Règles Nelson Mandela ?",
    "And is it mandatory under the Bangkok Rules?",
    "How long is it in the Bangkok Rules?",
    "Is it mandatory under the Tokyo Rules?",
    "How old in the Beijing Rules?",
    "曼德拉规则里是强制的吗",
    "Are the recommendations of the Committee binding?",
    "Is the advice of the Committee binding?",
    "委员会的建议有约束力吗",
    "When was the Assembly?",
    "Has a treaty been agreed by the Assembly?",
    "Quelle date, par l'Assemblée générale ?",
    "Is the Committee binding?",
    "曼德拉规则是强制的还是关多少天",
    "曼谷规则有效力吗，还是孕妇不能戴镣铐",
    "北京规则是条约还是几岁能判刑",
    "东京规则是法律吗还是怎么保释",
    "How old is Mandela?",
    "When did Mandela come out?",
    "How old is Beijing?",
    "How long is Mandela?",
    "When was Mandela made?",
    "When was Tokyo created?",
    "Must I follow Beijing?",
    "Is Beijing law?",
    "北京是条约吗",
    "北京有多少条",
    "Do prisons respect the Mandela Rules?",
    "Do countries obey the Mandela Rules?",
    "Do the Mandela Rules have any effect in prisons?",
    "Do the Mandela Rules have value?",
    "Is § 12 binding?",
    "Are § binding? And the Mandela Rules?",
    "How many § are there? And the Mandela Rules?",
    "Must prisons follow § and the Mandela Rules?",
    "何时发布？曼德拉规则呢？",
    "Must women be searched only by women? And is it mandatory under the Bangkok Rules?",
    "Is it mandatory? Is it under the Bangkok Rules?",
    "Do the Mandela Rules allow searches? Are they binding?",
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
        ("联合国什么时候通过了东京规则？", Aspect.DATE),
        ("东京规则什么时候通过的？", Aspect.DATE),
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


@pytest.mark.parametrize(
    ("whole", "aspect", "instruments"),
    [
        ("Are the Tokyo and Bangkok Rules binding?", Aspect.FORCE, ("tokyo", "bangkok")),
        ("Are the Tokyo Rules binding? And the Bangkok Rules? And the Beijing Rules?", Aspect.FORCE, ("beijing",)),
        ("Are the Tokyo Rules binding? And the Tokyo Rules?", Aspect.FORCE, ("tokyo",)),
        ("When were the Tokyo Rules adopted? And are they binding?", Aspect.FORCE, ("tokyo",)),
        ("Are the Tokyo Rules binding? When were they adopted?", Aspect.DATE, ("tokyo",)),
        ("东京规则有约束力吗？曼谷规则呢？", Aspect.FORCE, ("bangkok",)),
        ("东京规则有约束力吗？它是什么时候通过的？", Aspect.DATE, ("tokyo",)),
    ],
)
def test_several_and_follow_ups(whole: str, aspect: Aspect, instruments: tuple[str, ...]) -> None:
    """Of two texts at once; and, where that was asked before, of another text, or something else of the same."""
    assert asked_about(whole, detect(whole)) == AskedAbout(aspect=aspect, instruments=instruments)


@pytest.mark.parametrize("question", ASKING_ELSE)
def test_who_asks_for_something_else(question: str) -> None:
    """What a text makes binding is another matter; so is what follows from its force, or how it is carried out."""
    assert asked_about(question, detect(question)) is None


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("joiner", [" ", " and ", " or the ", " et ", " y ", " и ", " و ", "和", " law ", " really ", " ok "])
def test_hostile_questions_come_to_an_end(language: Language, joiner: str) -> None:
    """Whatever is repeated up to the limit of what is read, what cannot match is given up: nothing is tried in many ways."""
    for before in ("", "هل ", "Are the ", "¿Son ", "是"):
        hostile = (before + (NAME + joiner) * 100)[:200]
        for pattern in (*FORMS[language].values(), AGAIN[language]):
            assert pattern.fullmatch(hostile + "!x") is None


def test_the_text_that_says_so_answers() -> None:
    """A text that says itself whether it binds is referred to; of others beside it that is not taken for an answer."""
    digests = {name: {one.locator: one for one in held} for name, held in all_digests().items() if name in ("mandela", "tokyo")}
    held = Library(instruments={name: find_facts(name).instrument() for name in digests}, texts={}, digests=digests)
    saying = Reference(instrument="mandela", locator="op8")
    assert says_itself(held, "mandela", Aspect.FORCE) == saying
    assert says_itself(held, "mandela", Aspect.DATE) is None
    alone = refer(held, "Are the Nelson Mandela Rules legally binding?", Language.EN)
    assert (alone.resolved, alone.unsaid, alone.rest) == ((saying,), (), False)
    again = refer_after(held, "Are the Tokyo Rules binding? And the Mandela Rules?", "And the Mandela Rules?", Language.EN)
    assert (again.resolved, again.unsaid) == ((saying,), ())
    other = refer_after(held, "Are the Mandela Rules binding? And the Tokyo Rules?", "And the Tokyo Rules?", Language.EN)
    assert (other.resolved, other.unsaid) == ((), ("tokyo",))
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
