"""Words and numbers that cite nothing, in six languages."""

import pytest

from corpus.citations.find import find
from corpus.types import Instrument

NOTHING = [
    # a quantity
    "15 days",
    # a quantity
    "for 24 hours",
    # a year
    "in 1955",
    # no number
    "rule of law",
    # number of something else
    "the rules apply to 10 countries",
    # number of nothing
    "No. 24",
    # the instrument only
    "general comment No. 24",
    # the instrument only
    "General Assembly resolution 79/172",
    # the instrument only
    "the Mandela Rules",
    # a quantity after a name
    "the Mandela Rules 15 days",
    # a quantity after a comma
    "Mandela Rules, 15 prisoners",
    # a year after a name
    "Mandela Rules (2015)",
    # a quantity before a name
    "the 122 Mandela Rules",
    # a quantity after a word
    "rules: 15 days maximum",
    # next sentence
    "the rule. 15 days passed",
    # the person
    "Mandela spent 27 years in prison",
    # a gentleman
    "Mr 45",
    # games
    "Tokyo 2020",
    # a city
    "5 prisons in Bangkok",
    # a city and a quantity
    "Bangkok, 5 prisons",
    # a date
    "12 May 2015",
    # all the time
    "24/7",
    # a size
    "3.5 square metres",
    # a share
    "45%",
    # nothing that it could belong to
    "45 (1)",
    # a page
    "page 45",
    # pages
    "pp. 5-7",
    # pages of a resolution
    "A/RES/79/172, pp. 5-7",
    # unknown division
    "section 5",
    # a footnote
    "footnote 12",
    # a part
    "Part I",
    # a note
    "op. cit.",
    # an item of nothing
    "item (b)",
    # an age
    "a 12-year-old in detention",
    # number of nothing
    "第24号",
    # the instrument only
    "第24号一般性意见",
    # a day
    "第15天",
    # a chapter
    "第三章",
    # a stretch of time
    "第一段时间",
    # a way
    "第二条路",
    # a quantity after a name
    "曼德拉规则15天",
    # how many there are
    "曼德拉规则共122条",
    # "the same"
    "规则一样吗",
    # one of them, not the first
    "给我编一条曼德拉规则",
    # two of them
    "曼德拉规则里挑两条背下来",
    # a quantity after a word
    "规则15天",
    # a quantity
    "3项原则",
    # a quantity
    "règle de 15 jours",
    # French "by"
    "par 3 gardiens",
    # a quantity
    "pendant 22 heures",
    # Spanish "for"
    "¿Es legal para 3 reclusos compartir celda?",
    # a quantity
    "regla de 15 días",
    # a quantity
    "15 суток",
    # a quantity
    "по правилам 2 раза в день",
    # a quantity
    "15 يوما",
    # no number
    "قاعدة عامة",
]


@pytest.mark.parametrize("text", NOTHING)
def test_is_no_citation(known: dict[str, Instrument], text: str) -> None:
    """No citation is taken from these words."""
    assert find(text, known) == ()
