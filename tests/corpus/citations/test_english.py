"""Citations as English-speaking lawyers, monitors and students write them.

A meaning is printed as the instrument with its provisions; `?` stands before what several instruments have,
`!` before what does not exist, `old` before a superseded edition.
"""

from collections.abc import Callable

import pytest

ENGLISH = [
    ("rule 45 of the Nelson Mandela Rules", ["mandela 45(1) 45(2)"]),  # the plainest form
    # inside a question
    ("What does Rule 45 of the Nelson Mandela Rules say about solitary confinement?", ["mandela 45(1) 45(2)"]),
    ("Mandela Rule 45", ["mandela 45(1) 45(2)"]),  # singular name, no word of its own
    ("Mandela Rules rule 45", ["mandela 45(1) 45(2)"]),  # name first
    ("the Mandela Rules, at rule 45", ["mandela 45(1) 45(2)"]),  # with a preposition
    ("rule 45, Mandela Rules", ["mandela 45(1) 45(2)"]),  # name after a comma
    ("rule 45 (Mandela Rules)", ["mandela 45(1) 45(2)"]),  # name in brackets
    ("rule 45 – Mandela Rules", ["mandela 45(1) 45(2)"]),  # name after a dash
    ("Mandela Rules (rule 45(1))", ["mandela 45(1)"]),  # number in brackets
    ("Mandela's rule 45", ["mandela 45(1) 45(2)"]),  # possessive of the person
    ("Mandela Rules' rule 45", ["mandela 45(1) 45(2)"]),  # possessive of the rules
    ("Mandela 45", ["mandela 45(1) 45(2)"]),  # person's name and number
    ("Nelson Mandela 45", ["mandela 45(1) 45(2)"]),  # the whole name and number
    ("rule 45 mandela", ["mandela 45(1) 45(2)"]),  # name after, lower case
    ("MR 43(1)(b)", ["mandela 43(1)(b)"]),  # two-letter acronym
    ("mr 43(1)(b)", ["mandela 43(1)(b)"]),  # the same in lower case
    ("NMR 43", ["mandela 43(1) 43(2) 43(3)"]),  # three-letter acronym
    ("SMR 45", ["mandela 45(1) 45(2)"]),  # older acronym without a year means the present text
    ("MR45", ["mandela 45(1) 45(2)"]),  # glued
    ("MR, Rule 45", ["mandela 45(1) 45(2)"]),  # acronym and word
    ("MR: 45", ["mandela 45(1) 45(2)"]),  # colon
    ("MR#45", ["mandela 45(1) 45(2)"]),  # number sign
    ("Mandela Rules no. 45", ["mandela 45(1) 45(2)"]),  # abbreviated number sign
    ("MandelaRules 45", ["mandela 45(1) 45(2)"]),  # name without a space
    ("NELSON MANDELA RULES, RULE 45", ["mandela 45(1) 45(2)"]),  # capitals
    ("nelson mandela rules rule 45", ["mandela 45(1) 45(2)"]),  # no capitals
    ("A/RES/70/175 rule 45", ["mandela 45(1) 45(2)"]),  # symbol
    ("A-RES-70-175, rule 45", ["mandela 45(1) 45(2)"]),  # symbol as a file name
    ("A RES 70 175 rule 45", ["mandela 45(1) 45(2)"]),  # symbol with spaces
    ("a/res/70/175, annex, rule 45", ["mandela 45(1) 45(2)"]),  # symbol in lower case, annex
    ("General Assembly resolution 70/175, annex, rule 45", ["mandela 45(1) 45(2)"]),  # resolution's number
    ("UNGA res. 70/175, rule 45", ["mandela 45(1) 45(2)"]),  # abbreviated resolution
    ("G.A. Res. 70/175, rule 45", ["mandela 45(1) 45(2)"]),  # American style
    ("Mandela Rules (A/RES/70/175, annex), rule 45", ["mandela 45(1) 45(2)"]),  # name and symbol are one
    # full title
    (
        "United Nations Standard Minimum Rules for the Treatment of Prisoners (the Nelson Mandela Rules), rule 45",
        ["mandela 45(1) 45(2)"],
    ),
    ("UN Convention on the Rights of the Child Art. 40", ["crc 40(1) 40(2) 40(3) 40(4)"]),  # UN before the name
    ("Rule 45", ["? bangkok 45, mandela 45(1) 45(2)"]),  # no instrument: two of the core have it
    ("rule 101", ["mandela 101(1) 101(2)"]),  # no instrument: one has it
    ("rule 45, paragraph 1", ["mandela 45(1)"]),  # paragraph after its rule
    ("paragraph 1 of rule 45", ["mandela 45(1)"]),  # paragraph before its rule
    ("rule 45 para 1", ["mandela 45(1)"]),  # abbreviated
    ("rule 45 (para. 1)", ["mandela 45(1)"]),  # paragraph in brackets
    ("rule 45, ¶ 1", ["mandela 45(1)"]),  # pilcrow
    ("rule 45 § 1", ["mandela 45(1)"]),  # section sign
    ("rule 45 – paragraph 1", ["mandela 45(1)"]),  # dash between
    ("rule 45's first paragraph", ["mandela 45(1)"]),  # ordinal after a possessive
    ("the first paragraph of rule 45", ["mandela 45(1)"]),  # ordinal before
    ("paragraph one of rule 45", ["mandela 45(1)"]),  # number in words
    ("rule forty-five of the Mandela Rules", ["mandela 45(1) 45(2)"]),  # rule number in words
    ("the 45th rule of the Mandela Rules", ["mandela 45(1) 45(2)"]),  # ordinal rule
    ("Rule 45.1", ["mandela 45(1)"]),  # point for the paragraph
    ("Tokyo rule 8.2", ["tokyo 8.2"]),  # point as part of the number
    ("rule 8.2", ["tokyo 8.2"]),  # only the Tokyo Rules have it
    ("Rule 43 (1) (b)", ["mandela 43(1)(b)"]),  # spaces
    ("Rule 43(1)(b)", ["mandela 43(1)(b)"]),  # no spaces
    ("Rule 43.1.b", ["mandela 43(1)(b)"]),  # points
    ("rule 43-1-b", ["mandela 43(1)(b)"]),  # hyphens
    ("rule 43(1)b", ["mandela 43(1)(b)"]),  # last bracket forgotten
    ("rule 43(1) b of the Mandela Rules", ["mandela 43(1)(b)"]),  # letter alone
    ("rule 43 [1] [b]", ["mandela 43(1)(b)"]),  # square brackets
    ("rule 45:1", ["mandela 45(1)"]),  # colon for the paragraph
    ("rule 45/1", ["mandela 45(1)"]),  # slash for the paragraph
    ("rule 45-1", ["mandela 45(1)"]),  # a range cannot descend
    ("rule 7b of the Mandela Rules", ["mandela 7(b)"]),  # letter glued to the rule
    ("rule 43, paragraph 1, subparagraph (b)", ["mandela 43(1)(b)"]),  # three levels forward
    ("subparagraph (b) of paragraph 1 of rule 43", ["mandela 43(1)(b)"]),  # three levels backward
    ("rule 43, sub-para (1)(b)", ["mandela 43(1)(b)"]),  # two steps after one word
    ("rule 43(1), item (b)", ["mandela 43(1)(b)"]),  # item after a paragraph
    ("item (b) of rule 7", ["mandela 7(b)"]),  # item before its rule
    ("r. 45 of the Mandela Rules", ["mandela 45(1) 45(2)"]),  # one-letter abbreviation
    ("rr. 43-45 of the Mandela Rules", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # plural abbreviation
    ("Bangkok R. 2", ["bangkok 2(1) 2(2)"]),  # capital abbreviation
    ("rule45(1)", ["mandela 45(1)"]),  # glued
    ("Rule(s) 101", ["mandela 101(1) 101(2)"]),  # optional plural
    ("Rule No. 101", ["mandela 101(1) 101(2)"]),  # number sign
    ("rule #101", ["mandela 101(1) 101(2)"]),  # hash
    ("Rule-101", ["mandela 101(1) 101(2)"]),  # hyphen
    ("Rule  101   ( 1 )", ["mandela 101(1)"]),  # stray spaces
    ("rules 43, 44 and 45 of the Mandela Rules", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # list
    ("rules 43, 44, & 45 of the Mandela Rules", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # list with ampersand
    ("rules 43/44 of the Mandela Rules", ["mandela 43(1) 43(2) 43(3) 44"]),  # list with slash
    ("rule 43, rule 44 and rule 45 of the Mandela Rules", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # word repeated
    ("Mandela Rules 43; 44; 45", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # semicolons
    ("rules 43(1)(b), 45(1) and 46", ["mandela 43(1)(b) 45(1) 46(1) 46(2) 46(3)"]),  # list of different depths
    ("rule 45(1) and (2) of the Mandela Rules", ["mandela 45(1) 45(2)"]),  # list of paragraphs
    ("rule 45, paras 1 and 2", ["mandela 45(1) 45(2)"]),  # list of paragraphs in words
    ("paragraphs 1 and 2 of rule 45", ["mandela 45(1) 45(2)"]),  # list before its rule
    ("Mandela rule 32, paragraph 1 (d) and paragraph 2", ["mandela 32(1)(d) 32(2)"]),  # from an item back to a paragraph
    ("Mandela rule 43, paragraph 1, item (d), and paragraph 2", ["mandela 43(1)(d) 43(2)"]),  # the item by its word
    ("Mandela rule 43(1)(a) and (b) and paragraph 3", ["mandela 43(1)(a) 43(1)(b) 43(3)"]),  # brackets, then the word
    ("Mandela rule 43(1)(a) and subparagraph (b)", ["mandela 43(1)(a) 43(1)(b)"]),  # brackets, then a word for the item
    ("Mandela rule 43(1) and rule 3", ["mandela 43(1) 3"]),  # a rule is no paragraph
    ("GC24 para 18(a) and para 19", ["crc-gc24 18(a) 19"]),  # where paragraphs are the highest
    ("rule 43(1)(a)-(c)", ["mandela 43(1)(a) 43(1)(b) 43(1)(c)"]),  # range of items
    ("rule 43 (1) (a) to (c)", ["mandela 43(1)(a) 43(1)(b) 43(1)(c)"]),  # range of items in words
    ("rule 43(1)(a–c)", ["mandela 43(1)(a) 43(1)(b) 43(1)(c)"]),  # range inside the brackets
    ("rules 43(1)(b)/(c)", ["mandela 43(1)(b) 43(1)(c)"]),  # items with a slash
    ("Rules 36 to 38 of the Mandela Rules", ["mandela 36 37 38(1) 38(2)"]),  # range
    ("Mandela Rules 36–38", ["mandela 36 37 38(1) 38(2)"]),  # range with a dash
    ("rules 36 through 38 of the Mandela Rules", ["mandela 36 37 38(1) 38(2)"]),  # American range
    ("from rule 36 to rule 38 of the Mandela Rules", ["mandela 36 37 38(1) 38(2)"]),  # word repeated in a range
    ("rules 36-38 and 82 of the Mandela Rules", ["mandela 36 37 38(1) 38(2) 82(1) 82(2) 82(3)"]),  # range and list
    ("GC 24, paras. 112-15", ["crc-gc24 112 113 114 115"]),  # shortened end of a range
    ("Tokyo Rules 8.1-8.2", ["tokyo 8.1 8.2"]),  # range of dotted numbers
    ("Mandela rule 45 and Bangkok rule 22", ["mandela 45(1) 45(2)", "bangkok 22"]),  # two names first
    # two names after
    ("rule 45 of the Mandela Rules and rule 22 of the Bangkok Rules", ["mandela 45(1) 45(2)", "bangkok 22"]),
    ("Rule 45 (Mandela Rules), rule 22 (Bangkok Rules)", ["mandela 45(1) 45(2)", "bangkok 22"]),  # two names in brackets
    # two numbers in brackets
    ("both the Mandela Rules (rule 45) and the Bangkok Rules (rule 22)", ["mandela 45(1) 45(2)", "bangkok 22"]),
    ("ICCPR article 9, CRC article 37", ["iccpr 9(1) 9(2) 9(3) 9(4) 9(5)", "crc 37"]),  # treaties, names first
    ("article 9 ICCPR, article 37 CRC", ["iccpr 9(1) 9(2) 9(3) 9(4) 9(5)", "crc 37"]),  # treaties, names after
    ("articles 9 of the ICCPR and 37 of the CRC", ["iccpr 9(1) 9(2) 9(3) 9(4) 9(5)", "crc 37"]),  # word left out
    # three bare names
    ("compare mandela 45 with bangkok 22 and tokyo 8.2", ["mandela 45(1) 45(2)", "bangkok 22", "tokyo 8.2"]),
    # a footnote
    (
        "Nelson Mandela Rules, rule 45(1); Bangkok Rules, r. 22; CRC/C/GC/24, para. 95(g)",
        ["mandela 45(1)", "bangkok 22", "crc-gc24 95(g)"],
    ),
    ("rule 45 of the Mandela Rules, paragraph 1", ["mandela 45(1)"]),  # paragraph after the name
    ("Mandela Rules article 45", ["mandela 45(1) 45(2)"]),  # wrong word, right instrument
    ("Mandela Rules, para 45", ["mandela 45(1) 45(2)"]),  # wrong word, right instrument
    ("Mandela Rules clause 45", ["mandela 45(1) 45(2)"]),  # wrong word, right instrument
    ("43(1)(b) of the Mandela Rules", ["mandela 43(1)(b)"]),  # no word, but steps
    ("8.2(b) Tokyo Rules", ["tokyo 8.2(b)"]),  # no word, but a point
    ("43 to 45 of the Mandela Rules", ["mandela 43(1) 43(2) 43(3) 44 45(1) 45(2)"]),  # no word, but a range
    ("Tokyo 8.2 (b)", ["tokyo 8.2(b)"]),  # place name and item
    ("TR 8.2(b)", ["tokyo 8.2(b)"]),  # acronym of the Tokyo Rules
    ("Tokyo Rule 8(2)(b)", ["tokyo 8.2(b)"]),  # brackets for the point
    ("Tokyo Rules, rule 8, paragraph 2 (b)", ["tokyo 8.2(b)"]),  # words for the point
    ("Tokyo 8", ["tokyo 8.1 8.2"]),  # a whole dotted rule
    ("Bangkok 2(1)", ["bangkok 2(1)"]),  # place name and paragraph
    ("BR 5", ["bangkok 5"]),  # acronym of the Bangkok Rules
    ("GC24, paras. 85–88", ["crc-gc24 85 86 87 88"]),  # general comment, range
    ("GC 24 para 89", ["crc-gc24 89"]),  # spaced
    ("GC24 89", ["crc-gc24 89"]),  # no word
    ("GC 24:89", ["crc-gc24 89"]),  # colon
    ("GC 24, at 89", ["crc-gc24 89"]),  # preposition
    ("GC No. 24, ¶89", ["crc-gc24 89"]),  # pilcrow glued
    ("G.C. 24, para. 89", ["crc-gc24 89"]),  # points
    ("GC-24 § 89", ["crc-gc24 89"]),  # hyphen
    ("para 89 of GC24", ["crc-gc24 89"]),  # paragraph first
    ("para. 89, GC 24", ["crc-gc24 89"]),  # comma
    ("general comment No. 24 (2019), para. 89", ["crc-gc24 89"]),  # year between
    ("General Comment #24 para #89", ["crc-gc24 89"]),  # hashes
    ("general comment number 24, paragraph number 89", ["crc-gc24 89"]),  # in words
    # full title
    ("general comment No. 24 (2019) on children’s rights in the child justice system, para. 89", ["crc-gc24 89"]),
    ("CRC/C/GC/24, para. 95 (g)", ["crc-gc24 95(g)"]),  # symbol
    ("CRC-C-GC-24 para 89", ["crc-gc24 89"]),  # symbol as a file name
    ("CRC General Comment 24, para 95(g)", ["crc-gc24 95(g)"]),  # committee as acronym
    ("Committee on the Rights of the Child, general comment No. 24, para. 89", ["crc-gc24 89"]),  # committee before
    ("general comment 24 of the Committee on the Rights of the Child, para 89", ["crc-gc24 89"]),  # committee after
    ("GC24 para 95(g), (h) and (i)", ["crc-gc24 95(g) 95(h) 95(i)"]),  # list of items
    ("GC24 paras 95(g)-(i)", ["crc-gc24 95(g) 95(h) 95(i)"]),  # range of items
    ("GC24 para. 6 (c) (iv)", ["crc-gc24 6(c)(iv)"]),  # roman item
    ("GC24 para 6(c)(4)", ["crc-gc24 6(c)(iv)"]),  # roman item in digits
    ("para 89", ["crc-gc24 89"]),  # one instrument of paragraphs has it
    ("¶ 89", ["crc-gc24 89"]),  # pilcrow alone
    ("§ 89", ["crc-gc24 89"]),  # section sign alone
    ("paragraph 5", ["? crc-gc24 5, res-79-172 5"]),  # two instruments of paragraphs have it
    ("resolution 79/172, para. 5 (a)", ["res-79-172 5(a)"]),  # resolution
    ("79/172, 5(a)", ["res-79-172 5(a)"]),  # numbers only
    ("resolution 79/172 of 17 December 2024, para. 5", ["res-79-172 5"]),  # date between
    ("resolution 79/172, paragraphs 5(a) and (c) and 12", ["res-79-172 5(a) 5(c) 12"]),  # mixed list
    ("Paragraph 5 (a) of General Assembly resolution 79/172", ["res-79-172 5(a)"]),  # paragraph first
    ("resolution 79/172 OP 5(a)", ["res-79-172 5(a)"]),  # operative, where the paragraphs are the operative ones
    ("op. para. 12 of 79/172", ["res-79-172 12"]),  # abbreviated
    ("operative paragraph 3 of resolution 70/175", ["mandela op3"]),  # operative, where rules are annexed
    ("resolution 70/175, para. 3", ["mandela op3"]),  # a paragraph of a resolution with rules is operative
    ("Mandela Rules OP3", ["mandela op3"]),  # operative, glued
    ("preambular paragraph 5 of resolution 79/172", ["res-79-172 pp5"]),  # preamble
    ("A/RES/79/172 PP5", ["res-79-172 pp5"]),  # preamble, glued
    ("PP 5–7 of A/RES/79/172", ["res-79-172 pp5 pp6 pp7"]),  # preamble, range
    ("fifth preambular paragraph of resolution 79/172", ["res-79-172 pp5"]),  # preamble, ordinal
    ("12th preambular para. of 79/172", ["res-79-172 pp12"]),  # preamble, ordinal in digits
    ("paragraph 5 of the preamble of resolution 79/172", ["res-79-172 pp5"]),  # preamble after
    ("preamble to resolution 79/172, paragraph 5", ["res-79-172 pp5"]),  # name in the middle
    ("PP31", ["res-79-172 pp31"]),  # no instrument: one has so many
    ("OP 18", ["? mandela op18, res-79-172 18"]),  # no instrument: two have it
    ("preliminary observation 2(1) of the Mandela Rules", ["mandela po2(1)"]),  # observation
    ("prelim. obs. 2(1) Mandela Rules", ["mandela po2(1)"]),  # abbreviated
    ("preliminary observation 2, paragraph 1, of the Mandela Rules", ["mandela po2(1)"]),  # in words
    ("paragraph 9 of the preliminary observations to the Bangkok Rules", ["bangkok po9"]),  # paragraph of observations
    ("Preliminary observations, para. 9, Bangkok Rules", ["bangkok po9"]),  # heading first
    ("introduction, para. 13, of the Bangkok Rules", ["bangkok intro13"]),  # introduction
    ("paragraph 13 of the introduction to the Bangkok Rules", ["bangkok intro13"]),  # introduction after
    ("mandela 45(1)", ["mandela 45(1)"]),  # printed reference
    ("crc-gc24 95(g)", ["crc-gc24 95(g)"]),  # printed reference with a hyphen
    ("res-79-172 pp12", ["res-79-172 pp12"]),  # printed reference of a preamble
    ("bangkok intro13", ["bangkok intro13"]),  # printed reference of an introduction
    ("mandela po2(1)", ["mandela po2(1)"]),  # printed reference of an observation
    ("ccpr-gc35 12", ["ccpr-gc35 12"]),  # printed reference of a further instrument
    ("article 40 CRC", ["crc 40(1) 40(2) 40(3) 40(4)"]),  # treaty after
    ("ICCPR art. 9(3)", ["iccpr 9(3)"]),  # treaty before
    ("iccpr 9(3)", ["iccpr 9(3)"]),  # lower case, no word
    ("article 40 (2) (b) (iii) CRC", ["crc 40(2)"]),  # items of a treaty stand in their paragraph
    ("article 14, paragraph 3 (b), of the International Covenant on Civil and Political Rights", ["iccpr 14(3)"]),  # in words
    ("UDHR 5", ["udhr 5"]),  # declaration
    ("OP-CAT article 4", ["opcat 4(1) 4(2)"]),  # hyphen in the acronym
    ("CRPD preamble (e)", ["crpd pp(e)"]),  # lettered preamble
    ("Beijing rule 17(1)(b)", ["beijing 17.1"]),  # items of the Beijing Rules stand in their rule
    ("Havana Rules, para. 12", ["havana 12"]),  # rules that are cited by paragraph
    ("Human Rights Committee general comment No. 35, para. 10", ["ccpr-gc35 10"]),  # another committee
    ("article 9", ["! none 9"]),  # no instrument of articles in scope
    ("Mandela Rule 150", ["! mandela 150"]),  # does not exist
    ("Tokyo rule 24", ["! tokyo 24"]),  # does not exist
    ("GC24 para 116", ["! crc-gc24 116"]),  # does not exist
    ("rule 45(3) of the Mandela Rules", ["! mandela 45(3)"]),  # paragraph does not exist
    ("rule 7(h) of the Mandela Rules", ["! mandela 7(h)"]),  # item does not exist
    ("rule 44(1) of the Mandela Rules", ["! mandela 44(1)"]),  # the rule is not divided
    ("rule 500", ["! none 500"]),  # no instrument has it
    ("rule 31 of the 1955 Standard Minimum Rules", ["old 1955 31"]),  # year before
    ("Standard Minimum Rules (1955), rule 31", ["old 1955 31"]),  # year after
    ("SMR 1955, rule 31", ["old 1955 31"]),  # acronym and year
    ("SMR 31 (1955)", ["old 1955 31"]),  # year last
    ("old SMR rule 31", ["old 1955 31"]),  # called old
    ("rule 31 of the old Standard Minimum Rules", ["old 1955 31"]),  # called old
    ("rule 31 of the 1955 rules", ["old 1955 31"]),  # nothing but the year
    ("CRC general comment No. 10, para. 5", ["old CRC/C/GC/10 5"]),  # superseded general comment
    ("rule 60 of the European Prison Rules", ["! none 60"]),  # not held here
    ("article 3 ECHR", ["! none 3"]),  # not held here
    ("article 5 of the Kenyan Constitution", ["! none 5"]),  # not held here
    ("rule 5 of the Ruritanian Prisons Act", ["! none 5"]),  # not held here
    ("CCPR general comment No. 24, para. 5", ["! none 5"]),  # same number, other committee
    ("resolution 66/288, para. 5", ["! none 5"]),  # other resolution
    ("Optional Protocol to the Convention on the Rights of the Child, article 3", ["! none 3"]),  # not the Convention
    ("rule 45 of the Nelson Mandella Rules", ["mandela 45(1) 45(2)"]),  # a common slip
    ("rule 45 of the Federal Rules of Civil Procedure", ["! none 45"]),  # not held here
    # quotation marks
    ('rule 43 of the Mandela Rules says "except in rule 45"', ["mandela 43(1) 43(2) 43(3)", "mandela 45(1) 45(2)"]),
    ("tokyo rules 8.2 letter b", ["tokyo 8.2(b)"]),  # item in words after a bare number
    ("paragraph 95(g) of the CRC Committee's General Comment 24", ["crc-gc24 95(g)"]),  # possessive committee
    ("Which of the Mandela Rules (36-38) deal with discipline?", ["mandela 36 37 38(1) 38(2)"]),  # range in brackets
]


@pytest.mark.parametrize(("text", "meanings"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_english_form(cited: Callable[[str], list[str]], text: str, meanings: list[str]) -> None:
    """This English form means just these provisions."""
    assert cited(text) == meanings
