"""What a question holds out as a fact."""

import pytest

from corpus.types import Language
from rag.decide.presupposition import presupposed

EN, ZH = Language.EN, Language.ZH


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Keepers may sleep on watch, right?", "Keepers may sleep on watch."),
        ("Keepers can't sleep on watch, can they?", "Keepers can't sleep on watch."),
        ("Keepers must log the wind, mustn't they?", "Keepers must log the wind."),
        ("Lamps are trimmed at dusk, aren't they?", "Lamps are trimmed at dusk."),
        ("The log is read weekly, isn't it?", "The log is read weekly."),
        ("The keeper gets oil free - correct?", "The keeper gets oil free."),
        ("So the bell is rung in fog, no?", "The bell is rung in fog."),
        ("I heard that the bell is rung in fog, true?", "The bell is rung in fog."),
        ("Two keepers live on a rock, I take it.", "Two keepers live on a rock."),
        ("Since keepers log the wind, who reads the log?", "Keepers log the wind."),
        ("Given that nobody may land at night, how is food brought?", "Nobody may land at night."),
        ("Who reads the log, since keepers cannot?", "Keepers cannot."),
        ("Keepers may sleep on watch, right? So who reads the log?", "Keepers may sleep on watch."),
        ("The keeper gets oil free, ok. when does he get it then", "The keeper gets oil free."),
        ("Keepers must log the wind, so by whom is it read?", "Keepers must log the wind."),
        ("I know that keepers must log the wind, so may a guest read it?", "Keepers must log the wind."),
        ("How come keepers may sleep on watch?", "Keepers may sleep on watch."),
        ("Keepers who sleep on watch get dismissed, correct?", "Keepers who sleep on watch get dismissed."),
        ("Keepers may sleep on watch, right? The relief comes late, ok?", "Keepers may sleep on watch."),
        ("Keepers may sleep on watch， right？", "Keepers may sleep on watch."),
        ("The watch lasts 1.5 hours, right?", "The watch lasts 1.5 hours."),
        ("Keepers must log the wind, and may a guest read it?", "Keepers must log the wind."),
        ("Now that keepers must log the wind, when do they?", "Keepers must log the wind."),
        ("Is it true that keepers must log the wind, yes?", "Keepers must log the wind."),
        ("So keepers must log the wind?", "Keepers must log the wind."),
        ("Keepers must log the wind. Where is that said?", "Keepers must log the wind."),
        ("Keepers must log the wind. So who reads the log?", "Keepers must log the wind."),
        ("I must log the wind, right?", "I must log the wind."),
    ],
)
def test_statements_in_english(question: str, statement: str) -> None:
    """What stands before a tag or behind "since", without what leads to it."""
    assert presupposed(question, EN) == statement


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("看守人必须记录风向，对吧？", "看守人必须记录风向。"),
        ("看守人不能离开灯塔吧", "看守人不能离开灯塔。"),
        ("这么说，夜里不能上岸，是吗？", "夜里不能上岸。"),
        ("既然看守人要记风向，谁来看日志？", "看守人要记风向。"),
        ("看守人要记风向是吧，那谁来看日志？", "看守人要记风向。"),
        ("看守人要记风向，这我知道。每天记几次？", "看守人要记风向。"),
        ("看守人要记风向，那谁来看日志？", "看守人要记风向。"),
        ("为什么看守人要记风向？", "看守人要记风向。"),
        ("夜里的风，为什么看守人要记？", "夜里的风，看守人要记。"),
        ("也就是说，看守人要记风向？", "看守人要记风向。"),
        ("看守人要记风向，是哪条写的？", "看守人要记风向。"),
        ("因为看守人要记风向，多久记一次？", "看守人要记风向。"),
        ("看守人要记风向，所以得会写字吗？", "看守人要记风向。"),
        ("我们知道看守人要记风向，这是允许的。夜里呢？", "看守人要记风向。"),
    ],
)
def test_statements_in_chinese(question: str, statement: str) -> None:
    """The same."""
    assert presupposed(question, ZH) == statement


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("May keepers sleep on watch?", EN),
        ("Do keepers have the right?", EN),
        ("Why do keepers sleep on watch?", EN),
        ("What may they?", EN),
        ("Oil, right?", EN),
        ("Because ........, who?", EN),
        ("They went through my bunk. Can they?", EN),
        ("Who may land, and who may not, right?", EN),
        ("How are lamps trimmed, so that they burn?", EN),
        ("Because of the fog, who rings?", EN),
        ("As a keeper, may I sleep on watch?", EN),
        ("Watch rota and oil?", EN),
        ("The bell must be rung in fog.", EN),
        ("Since keepers log the wind, guests may read it, right?", EN),
        ("Since keepers log the wind, the log is public. Who prints it?", EN),
        ("Why may guests read it, since keepers log the wind?", EN),
        ("The oil is poor. Keepers must trim the lamps, right?", EN),
        ("As far as I know, who rings?", EN),
        ("Since last spring, who rings?", EN),
        ("Given the fog, who rings?", EN),
        ("If the keeper sleeps, then who rings?", EN),
        ("I am a keeper, so when may I sleep?", EN),
        ("Keepers may land, but are not free", EN),
        ("Keepers may land, yes or no?", EN),
        ("Dr. Skerry may land, right?", EN),
        ("So for guests?", EN),
        ("The keeper: is he right?", EN),
        ("They put out my lamp, so what can I do?", EN),
        ("The officer took my oil, so who pays?", EN),
        ("Must keepers work, because there is no oil?", EN),
        ("讲讲守夜吧", ZH),
        ("他们灭了灯，那怎么办？", ZH),
        ("..............., right?", EN),
        ("既然，，，，，，谁？", ZH),
        ("看守人可以睡觉吗？", ZH),
        ("岛上的人能反对吗？", ZH),
        ("看守人能不能睡觉", ZH),
        ("既然看守人要记风向，客人可以看日志，对吧？", ZH),
        ("油不好。看守人要修灯，对吧？", ZH),
        ("只有告了那人才能上岛，以后能撤吗", ZH),
        ("写日志的，那个看守人也来吗", ZH),
        ("看守人可以睡觉，我不知道", ZH),
        ("看守人可以睡觉，对吗，还是不行？", ZH),
        ("如果看守人睡着了，那谁敲钟？", ZH),
        ("看守人可以去酒吧。", ZH),
        ("看守人夜里也要记风向？", ZH),
        ("对吧？", ZH),
        ("Les gardiens dorment, n'est-ce pas ?", Language.FR),
    ],
)
def test_what_is_asked_openly_holds_out_nothing(question: str, language: Language) -> None:
    """Nor does what is too short, supposed, the speaker's own or one of several, nor what is in another language."""
    assert presupposed(question, language) is None
