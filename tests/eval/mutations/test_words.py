"""Operators that change words, each on invented sentences in both languages."""

from collections.abc import Callable

import pytest

from eval.mutations.registry import OPERATORS

Changed = Callable[..., frozenset[str]]

_ONE_OF = [
    # a number keeps its unit and its way of being written
    ("number", "A lamp must be trimmed within two hours.", "A lamp must be trimmed within four hours."),
    ("number", "灯必须在两小时内修剪。", "灯必须在四小时内修剪。"),
    # a unit keeps its number
    ("unit", "A lamp must be trimmed within 6 hours.", "A lamp must be trimmed within 6 days."),
    ("unit", "灯必须在6小时内修剪。", "灯必须在6天内修剪。"),
    # a length of time that is not the text's
    ("duration", "A broken lamp must be reported promptly.", "A broken lamp must be reported within thirty days."),
    ("duration", "坏灯必须立即报告。", "坏灯必须在三十天内报告。"),
    # at most for at least
    ("bound", "Each tower must keep at least two lamps.", "Each tower must keep at most two lamps."),
    ("bound", "每座灯塔至少要有两盏灯。", "每座灯塔至多要有两盏灯。"),
    # seldom for often
    ("frequency", "Towers must be inspected regularly.", "Towers must be inspected rarely."),
    ("frequency", "灯塔必须定期检查。", "灯塔必须偶尔检查。"),
    # a duty made weaker, advice made stronger
    ("modality_down", "A keeper must trim the lamp.", "A keeper should trim the lamp."),
    ("modality_down", "守灯人不得离岗。", "守灯人不宜离岗。"),
    ("modality_up", "A keeper may rest at noon.", "A keeper must rest at noon."),
    ("modality_up", "守灯人应当写日志。", "守灯人必须写日志。"),
    # a possibility made certain
    ("certainty_up", "Salt can damage the lens.", "Salt will always damage the lens."),
    ("certainty_up", "盐分可能损坏透镜。", "盐分必然会损坏透镜。"),
    # an effort made a result
    ("effort_dropped", "A keeper must try to save oil.", "A keeper must save oil."),
    ("effort_dropped", "守灯人必须努力节约灯油。", "守灯人必须节约灯油。"),
    # "not" put in and taken out
    ("negation", "A keeper must trim the lamp.", "A keeper must not trim the lamp."),
    ("negation", "Boats should not pass at night.", "Boats should pass at night."),
    ("negation", "守灯人不得离岗。", "守灯人可以离岗。"),
    # a word turned into its contrary
    ("polarity", "It is forbidden to sell oil.", "It is allowed to sell oil."),
    ("polarity", "严禁出售灯油。", "允许出售灯油。"),
    # somebody else acts
    ("actor", "The competent authority must inspect towers.", "Parliament must inspect towers."),
    ("actor", "主管机关必须检查灯塔。", "议会必须检查灯塔。"),
    # somebody else speaks
    ("body", "The Committee recommends new lamps.", "The World Bank recommends new lamps."),
    ("body", "委员会建议换灯。", "世界银行建议换灯。"),
    # somebody else is meant
    ("person", "Children must be shown the lamp.", "Adults must be shown the lamp."),
    ("person", "志愿者必须学会点灯。", "口译员必须学会点灯。"),
    # more are meant than the text says
    ("scope_widened", "Female prisoners must be shown the lamp.", "All prisoners must be shown the lamp."),
    ("scope_widened", "儿童有权看灯。", "所有人有权看灯。"),
    # a condition dropped at the start, at the end, and with its "only"
    ("condition_dropped", "If fog comes, the bell must ring.", "The bell must ring."),
    ("condition_dropped", "The gate may be opened only when boats are near.", "The gate may be opened."),
    ("condition_dropped", "只有起雾时，才可以鸣钟。", "一般可以鸣钟。"),
    # a reservation dropped
    ("hedge_dropped", "As far as possible, towers must be white.", "Towers must be white."),
    ("hedge_dropped", "灯塔必须尽可能刷成白色。", "灯塔必须刷成白色。"),
    # an exception dropped
    ("exception_dropped", "Boats must not land here, unless a storm is near.", "Boats must not land here."),
    ("exception_dropped", "船只不得靠岸，但遇风暴的除外。", "船只不得靠岸。"),
    # a condition, an exception and a detail made up
    ("condition_added", "A keeper must trim the lamp.", "A keeper must trim the lamp, once a court has given its approval."),
    ("condition_added", "守灯人必须剪灯芯。", "经法院批准后，守灯人必须剪灯芯。"),
    ("exception_added", "A keeper must trim the lamp.", "A keeper must trim the lamp, except during a state of emergency."),
    ("exception_added", "守灯人必须剪灯芯。", "守灯人必须剪灯芯，但紧急状态期间除外。"),
    ("detail_added", "A keeper must trim the lamp.", "A keeper must trim the lamp, and a judge must confirm this in writing."),
    ("detail_added", "守灯人必须剪灯芯。", "守灯人必须剪灯芯，并须由法官书面确认。"),
    # "or" for "and" where something is owed, "and" for "or" where somebody is named
    ("junction", "Keepers must be given oil and bread.", "Keepers must be given oil or bread."),
    ("junction", "必须发给守灯人灯油和面包。", "必须发给守灯人灯油或面包。"),
    # "some" for "all"
    ("quantifier", "All towers must be white.", "Only some towers must be white."),
    ("quantifier", "所有灯塔必须是白色。", "一部分灯塔必须是白色。"),
    # after for before
    ("time_order", "The lens must be cleaned before dusk.", "The lens must be cleaned after dusk."),
    ("time_order", "天黑之前必须擦净透镜。", "天黑之后必须擦净透镜。"),
    # a quote with its "not" left out, and one with a word changed
    (
        "quote_ellipsis",
        "The keeper shall not leave the tower while the lamp burns.",
        "“The keeper shall … leave the tower while the lamp burns.”",
    ),
    ("quote_ellipsis", "守灯人在灯火未灭之前不得擅自离开灯塔。", "“守灯人在灯火未灭之前……擅自离开灯塔。”"),
    (
        "quote_altered",
        "The keeper shall trim the lamp at the hour of dusk.",
        "“The keeper may trim the lamp at the hour of dusk.”",
    ),
    ("quote_altered", "灯塔的所有守灯人每天黄昏均须修剪灯芯。", "“灯塔的部分守灯人每天黄昏均须修剪灯芯。”"),
]

_NOTHING = [
    # numbers that are references, dates or ages in years of a resolution
    ("number", "Rule 43 must be read with article 12."),
    ("number", "第43条必须与2014年12月18日的决议一并理解。"),
    # a verb that stands twice: which one is the main one?
    ("modality_down", "A keeper must trim the lamp and must write it down."),
    ("negation", "Nobody must leave without the lamp and no boat must land."),
    # a condition whose main clause points back to it
    ("condition_dropped", "If a lamp breaks, it must be replaced."),
    # nothing to drop
    ("exception_dropped", "Towers must be white."),
    # an enumeration of people is no alternative
    ("junction", "Keepers and other staff must wear boots."),
    # a month is no possibility
    ("certainty_up", "The council met on 21 May 1986."),
]


@pytest.mark.parametrize(("name", "text", "expected"), _ONE_OF, ids=[f"{name}-{text[:14]}" for name, text, _ in _ONE_OF])
def test_puts_its_error_in(changed: Changed, name: str, text: str, expected: str) -> None:
    """An operator makes the wrong claim that its name promises."""
    assert expected in changed(name, text)


@pytest.mark.parametrize(("name", "text"), _NOTHING, ids=[f"{name}-{text[:14]}" for name, text in _NOTHING])
def test_leaves_alone_what_it_cannot_make_wrong(changed: Changed, name: str, text: str) -> None:
    """An operator gives nothing where a change might be nonsense or true."""
    assert changed(name, text) == frozenset()


def test_never_gives_the_claim_back(changed: Changed) -> None:
    """Whatever an operator makes of a sentence differs from it."""
    assert all(text not in changed(name, text) for name, text, _ in _ONE_OF)


def test_every_word_operator_is_tried_in_both_languages() -> None:
    """No operator on words stands in the registry without a sentence here in English and in Chinese."""
    moving = {"wrong_paragraph", "wrong_instrument", "nonexistent", "blended"}
    tried = {(name, any(letter >= "\u4e00" for letter in text if letter not in "“”…")) for name, text, _ in _ONE_OF}
    assert tried == {(one.name, chinese) for one in OPERATORS if one.name not in moving for chinese in (False, True)}


def test_takes_no_number_that_the_rule_has_elsewhere(changed: Changed) -> None:
    """A number that another claim of the rule names is not taken for a wrong one."""
    made = changed("number", "A lamp must be trimmed within two hours.", ("In fog, four hours are allowed.",))
    assert made
    assert not any("four" in text for text in made)


def test_takes_no_group_that_the_rule_names_elsewhere(changed: Changed) -> None:
    """A group that another claim of the rule names is not taken for the wrong one."""
    made = changed("person", "Children must be shown the lamp.", ("Adults must be shown the bell.",))
    assert made
    assert not any("adults" in text.lower() for text in made)
