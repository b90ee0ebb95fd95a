"""Citations as Chinese-speaking lawyers, monitors and students write them.

A meaning is printed as the instrument with its provisions; `?` stands before what several instruments have,
`!` before what does not exist, `old` before a superseded edition.
"""

from collections.abc import Callable

import pytest

CHINESE = [
    ("曼德拉规则第45条", ["mandela 45(1) 45(2)"]),  # the plainest form
    ("尼尔森·曼德拉规则第45条", ["mandela 45(1) 45(2)"]),  # another spelling
    ("《纳尔逊·曼德拉规则》第45条", ["mandela 45(1) 45(2)"]),  # title marks
    ("纳尔逊·曼德拉规则 规则45(1)", ["mandela 45(1)"]),  # 规则 before the number
    ("《曼德拉规则》中的第45条", ["mandela 45(1) 45(2)"]),  # words between
    ("曼德拉规则（第45条）", ["mandela 45(1) 45(2)"]),  # brackets
    ("曼德拉规则：第45条", ["mandela 45(1) 45(2)"]),  # colon
    ("曼德拉规则45", ["mandela 45(1) 45(2)"]),  # no word
    ("曼德拉规则45条", ["mandela 45(1) 45(2)"]),  # no 第
    ("曼德拉规则四十五条", ["mandela 45(1) 45(2)"]),  # no 第, numeral
    ("曼德拉第45条", ["mandela 45(1) 45(2)"]),  # person's name
    ("曼德拉規則第四十五條第一款", ["mandela 45(1)"]),  # traditional characters
    ("《納爾遜·曼德拉規則》第45條", ["mandela 45(1) 45(2)"]),  # traditional characters, title marks
    ("纳尔逊·曼德拉规则(Nelson Mandela Rules)第45条", ["mandela 45(1) 45(2)"]),  # English name in brackets
    ("Mandela规则第45条", ["mandela 45(1) 45(2)"]),  # mixed name
    ("MR第45条", ["mandela 45(1) 45(2)"]),  # acronym
    ("联合国囚犯待遇最低限度标准规则第45条", ["mandela 45(1) 45(2)"]),  # full title
    ("大会第70/175号决议附件第45条", ["mandela 45(1) 45(2)"]),  # resolution with annex
    ("A/RES/70/175第45条", ["mandela 45(1) 45(2)"]),  # symbol
    ("第四十五条", ["? bangkok 45, mandela 45(1) 45(2)"]),  # no instrument
    ("第101条", ["mandela 101(1) 101(2)"]),  # no instrument, one has it
    ("第一百零一条", ["mandela 101(1) 101(2)"]),  # numeral with zero
    ("第一〇一条", ["mandela 101(1) 101(2)"]),  # digits as characters
    ("第　１０１　条", ["mandela 101(1) 101(2)"]),  # full width
    ("规则45第1款", ["mandela 45(1)"]),  # 规则 before, 款 after
    ("第45条第(1)款", ["mandela 45(1)"]),  # bracketed 款
    ("第45条1款", ["mandela 45(1)"]),  # 款 without 第
    ("第45条（1）", ["mandela 45(1)"]),  # steps after 条
    ("第43条第1款(b)项", ["mandela 43(1)(b)"]),  # three levels
    ("第43条第1款第(b)项", ["mandela 43(1)(b)"]),  # 第 before the letter
    ("第43条第1款第2项", ["mandela 43(1)(b)"]),  # item by its place
    ("第四十三条第一款第二项", ["mandela 43(1)(b)"]),  # the same in numerals
    ("第43条第1款乙项", ["mandela 43(1)(b)"]),  # item by a stem
    ("第43条1款b项", ["mandela 43(1)(b)"]),  # sloppy
    ("第43(1)(b)条", ["mandela 43(1)(b)"]),  # steps before 条
    ("规则43（1）（b）", ["mandela 43(1)(b)"]),  # full-width brackets
    ("曼德拉规则第7条(b)项", ["mandela 7(b)"]),  # item of an undivided rule
    ("曼德拉规则第七条第二项", ["mandela 7(b)"]),  # item of an undivided rule by its place
    ("曼德拉规则第45.1条", ["mandela 45(1)"]),  # point for the paragraph
    ("东京规则第8.2条(b)项", ["tokyo 8.2(b)"]),  # dotted rule
    ("东京规则8.2", ["tokyo 8.2"]),  # dotted, no word
    ("东京规则第八条第二款", ["tokyo 8.2"]),  # dotted in words
    ("规则8.2(b)", ["tokyo 8.2(b)"]),  # only the Tokyo Rules
    ("曼谷规则第2条第1款", ["bangkok 2(1)"]),  # Bangkok Rules
    ("第43、44和45条", ["? bangkok 43 44 45, mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # list before the word
    ("第43条、第44条和第45条", ["? bangkok 43 44 45, mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # list of words
    ("曼德拉规则的第43条以及第45条", ["mandela 43(1) 43(2) 43(3) 45(1) 45(2)"]),  # 以及
    ("曼德拉规则第43条第1款和第2款", ["mandela 43(1) 43(2)"]),  # list of paragraphs
    ("曼规32条1款d项和2款", ["mandela 32(1)(d) 32(2)"]),  # from an item back to a paragraph
    ("曼规第43条第1款a项、b项和第3款", ["mandela 43(1)(a) 43(1)(b) 43(3)"]),  # from the last of two items
    ("曼德拉规则第45条第1款、第2款", ["mandela 45(1) 45(2)"]),  # list of paragraphs with a comma
    ("第43条第1款(b)、(c)项", ["mandela 43(1)(b) 43(1)(c)"]),  # list of items
    ("第43条第1款（a）至（c）项", ["mandela 43(1)(a) 43(1)(b) 43(1)(c)"]),  # range of items
    ("曼德拉规则第36至38条", ["mandela 36 37 38(1) 38(2)"]),  # range before the word
    ("曼德拉规则第36条到第38条", ["mandela 36 37 38(1) 38(2)"]),  # range of words
    ("《曼德拉规则》第43条第1款(b)项和第45条", ["mandela 43(1)(b) 45(1) 45(2)"]),  # mixed depths
    ("曼德拉规则第45条和曼谷规则第22条有什么区别", ["mandela 45(1) 45(2)", "bangkok 22"]),  # two instruments
    ("曼德拉规则和曼谷规则第22条", ["bangkok 22"]),  # the nearer name only
    ("第24号一般性意见第89段", ["crc-gc24 89"]),  # general comment
    ("24号意见33、34段", ["crc-gc24 33 34"]),  # short name, list
    ("曼规第45条", ["mandela 45(1) 45(2)"]),  # short name
    ("第二十四号一般性意见第八十九段", ["crc-gc24 89"]),  # numerals
    ("第24號一般性意見第89段", ["crc-gc24 89"]),  # traditional characters
    ("一般性意见24第89段", ["crc-gc24 89"]),  # number after the name
    ("儿童权利委员会第24号一般性意见第95段(g)项", ["crc-gc24 95(g)"]),  # committee
    ("CRC第24号一般性意见89段", ["crc-gc24 89"]),  # acronym of the committee
    ("GC24第89段", ["crc-gc24 89"]),  # acronym
    ("第24号一般性意见(2019年)第89至91段", ["crc-gc24 89 90 91"]),  # year between, range
    ("第24号一般性意见第95(g)段", ["crc-gc24 95(g)"]),  # step before the word
    ("第24号一般性意见第95段(g)和(h)", ["crc-gc24 95(g) 95(h)"]),  # list of items
    ("第24号一般性意见第95段(g)至(i)项", ["crc-gc24 95(g) 95(h) 95(i)"]),  # range of items
    ("第24号一般性意见第6段(c)㈣", ["crc-gc24 6(c)(iv)"]),  # bracketed numeral for a roman item
    ("第85～88段", ["crc-gc24 85 86 87 88"]),  # range with a tilde
    ("第85段至第88段", ["crc-gc24 85 86 87 88"]),  # range of words
    ("第24号一般性意见第89条", ["crc-gc24 89"]),  # wrong word, right instrument
    ("第79/172号决议第5段(a)", ["res-79-172 5(a)"]),  # resolution
    ("79/172号决议第5(a)段", ["res-79-172 5(a)"]),  # no 第
    ("大会第79/172号决议执行部分第5段(a)", ["res-79-172 5(a)"]),  # operative part
    ("决议79/172第5段", ["res-79-172 5"]),  # word before the number
    ("联大79/172号决议第5段", ["res-79-172 5"]),  # short name of the Assembly
    ("A/RES/79/172第5段", ["res-79-172 5"]),  # symbol
    ("大会2024年12月17日第79/172号决议第5段", ["res-79-172 5"]),  # date before
    ("大会第79/172号决议序言部分第12段", ["res-79-172 pp12"]),  # preamble
    ("第79/172号决议序言第五段", ["res-79-172 pp5"]),  # short word, numeral
    ("第70/175号决议执行部分第3段", ["mandela op3"]),  # operative, where rules are annexed
    ("第70/175号决议第3段", ["mandela op3"]),  # a paragraph of a resolution with rules is operative
    ("曼德拉规则初步意见2(1)", ["mandela po2(1)"]),  # observation
    ("曼德拉规则初步意见第2条第1款", ["mandela po2(1)"]),  # observation in words
    ("曼谷规则导言第13段", ["bangkok intro13"]),  # introduction
    ("《儿童权利公约》第37条", ["crc 37"]),  # treaty
    ("兒童權利公約第三十七條", ["crc 37"]),  # treaty, traditional
    ("《公民及政治权利国际公约》第九条第三款", ["iccpr 9(3)"]),  # treaty, numerals
    ("《公约》第9条", ["! none 9"]),  # some convention: none in scope
    ("曼德拉规则第150条", ["! mandela 150"]),  # does not exist
    ("1955年最低限度标准规则第31条", ["old 1955 31"]),  # superseded
    ("旧版最低限度标准规则第31条", ["old 1955 31"]),  # superseded, called old
    ("《监狱法》第14条", ["! none 14"]),  # not held here
    ("刑事诉讼法第45条", ["! none 45"]),  # not held here
    ("《儿童权利公约》任择议定书第3条", ["! none 3"]),  # not the Convention
    ("东京规则8.2（b）项", ["tokyo 8.2(b)"]),  # 项 after a bare number
]


@pytest.mark.parametrize(("text", "meanings"), CHINESE, ids=[text for text, _ in CHINESE])
def test_chinese_form(cited: Callable[[str], list[str]], text: str, meanings: list[str]) -> None:
    """This Chinese form means just these provisions."""
    assert cited(text) == meanings
