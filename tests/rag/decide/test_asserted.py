"""What a question holds out as a fact."""

import pytest

from corpus.types import Language
from rag.decide.asserted import asserted

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
    ],
)
def test_statements_in_english(question: str, statement: str) -> None:
    """What stands before a tag or behind "since", without what leads to it."""
    assert asserted(question, EN) == statement


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("看守人必须记录风向，对吧？", "看守人必须记录风向。"),
        ("看守人不能离开灯塔吧", "看守人不能离开灯塔。"),
        ("这么说，夜里不能上岸，是吗？", "夜里不能上岸。"),
        ("既然看守人要记风向，谁来看日志？", "看守人要记风向。"),
    ],
)
def test_statements_in_chinese(question: str, statement: str) -> None:
    """The same."""
    assert asserted(question, ZH) == statement


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("May keepers sleep on watch?", EN),
        ("Do keepers have the right?", EN),
        ("Why do keepers sleep on watch?", EN),
        ("What may they?", EN),
        ("Oil, right?", EN),
        ("Because ........, who?", EN),
        ("..............., right?", EN),
        ("既然，，，，，，谁？", ZH),
        ("看守人可以睡觉吗？", ZH),
        ("对吧？", ZH),
        ("Les gardiens dorment, n'est-ce pas ?", Language.FR),
    ],
)
def test_what_is_asked_openly_holds_out_nothing(question: str, language: Language) -> None:
    """Nor does what is too short to be a statement, nor a question in a language that is not read."""
    assert asserted(question, language) is None
