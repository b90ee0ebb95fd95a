"""Where citations stand in the original text, which instrument is meant by the text around them, and names alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.citations.find import find, find_instruments
from corpus.citations.forms import Word
from corpus.citations.resolve import resolve
from corpus.facts import all_facts
from corpus.types import Instrument

PLACES = [
    # name after
    ("See rule 45 of the Mandela Rules, please.", ["rule 45 of the Mandela Rules"]),
    # name before, without its article
    ("the Mandela Rules, at rule 45 (1), say", ["Mandela Rules, at rule 45 (1)"]),
    # brackets around stay outside
    ("(Mandela Rules, rule 45 (1))", ["Mandela Rules, rule 45 (1)"]),
    # brackets opened inside are closed inside
    ("see rule 45 (Mandela Rules).", ["rule 45 (Mandela Rules)"]),
    # title marks belong to the name
    ("根据《纳尔逊·曼德拉规则》第43条第1款(b)项，", ["《纳尔逊·曼德拉规则》第43条第1款(b)项"]),
    # 第 belongs to the name
    ("请看第24号一般性意见第89段。", ["第24号一般性意见第89段"]),
    # full-width digits and brackets keep their places
    ("規則４５（１）怎么说", ["規則４５（１）"]),
    # letters that folding splits or drops
    ("№ 5: règle\u00a045\u200b(1) ﬁn", ["règle\u00a045\u200b(1)"]),
    # accents as combining marks
    ("la re\u0300gle 45 dit", ["re\u0300gle 45"]),
    # vowel marks and stretched letters
    ("انظر القاعِــدة ٤٥ هنا", ["القاعِــدة ٤٥"]),
    # a footnote mark is not part of the number
    ("rule 45¹ says", ["rule 45"]),
    # two citations
    ("Mandela rule 45 and Bangkok rule 22", ["Mandela rule 45", "Bangkok rule 22"]),
    # the name is not repeated where it stands away from the number
    ("The Mandela Rules bind nobody. What of rule 45?", ["rule 45"]),
]

AROUND = [
    # the only instrument of the text
    ("The Mandela Rules are soft law. What does rule 45 say?", [("mandela", "45")]),
    # the same, name last
    ("What does rule 45 say? I mean the Mandela Rules.", [("mandela", "45")]),
    # two instruments fit: none is chosen
    ("In the Bangkok Rules and the Mandela Rules, what does rule 45 say?", [(None, "45")]),
    # the other instrument does not count rules
    ("Does general comment No. 24 go beyond rule 45 of the Mandela Rules?", [("mandela", "45")]),
    # the only instrument does not count rules
    ("Does general comment No. 24 go beyond rule 45?", [(None, "45")]),
    # each name with its own preposition
    (
        "Do the Mandela Rules say in rule 45 what the Bangkok Rules say in rule 22?",
        [("mandela", "45"), ("bangkok", "22")],
    ),
    # a name with a number of its own does not reach back
    ("Does rule 45 apply to women? And Bangkok rule 22?", [(None, "45"), ("bangkok", "22")]),
    # but it reaches on
    ("Take Bangkok rule 22. What of rule 45?", [("bangkok", "22"), ("bangkok", "45")]),
    # a place is no instrument
    ("In Tokyo, does rule 45 apply?", [(None, "45")]),
    # a paragraph after a rule, words between
    ("What does rule 45 of the Mandela Rules say in paragraph 2?", [("mandela", "45"), ("mandela", "45(2)")]),
    # a paragraph in the next sentence
    ("Take rule 45 of the Mandela Rules. Paragraph 2 is stricter.", [("mandela", "45"), ("mandela", "45(2)")]),
    # the rule has no such paragraph
    ("Take rule 45 of the Mandela Rules. Paragraph 89 is stricter.", [("mandela", "45"), (None, "89")]),
    # 款 in the next sentence
    ("曼德拉规则第45条怎么规定？第2款呢？", [("mandela", "45"), ("mandela", "45(#2)")]),
    # a paragraph that belongs to the name after it
    ("rule 45, para. 89 of general comment No. 24", [(None, "45"), ("crc-gc24", "89")]),
    # far away in a long text, a name says nothing
    ("The Mandela Rules. " + "Much is said here of other things. " * 40 + "See rule 45.", [(None, "45")]),
    # but it still rivals the nearer one
    ("The Mandela Rules. " + "Much is said here. " * 40 + "The Bangkok Rules are newer. See rule 45.", [(None, "45")]),
    # the Covenant is not the Declaration
    ("The Universal Declaration of Human Rights came first. See article 9 of the Covenant.", [(None, "9")]),
    # a heading does not number the paragraph under it
    ("Extension of the Rules\n\n3.1 Everybody", []),
    # a paragraph of a text that is not held here
    ("rule 60 of the European Prison Rules. Paragraph 2 is stricter.", [(None, "60"), (None, "60(2)")]),
    # the list goes on after the name
    ("rule 45 of the Mandela Rules and rule 46", [("mandela", "45"), ("mandela", "46")]),
]

NAMES = [
    # two names
    ("the Mandela Rules and the CRC", ["mandela", "crc"]),
    # a name and its symbol are one
    ("the Mandela Rules (A/RES/70/175)", ["mandela"]),
    # a number alone names the resolution
    ("resolution 70/175", ["mandela"]),
    # a general comment without paragraph
    ("第24号一般性意见怎么说", ["crc-gc24"]),
    # inflected
    ("в Бангкокских правилах", ["bangkok"]),
    # joined prefixes
    ("وقواعد بانكوك", ["bangkok"]),
    # a place
    ("prisons in Bangkok and Tokyo", []),
    # a person
    ("Nelson Mandela was released in 1990", []),
    # a place with a number is a citation
    ("Bangkok 22", ["bangkok"]),
    # an animal
    ("my cat", []),
    # an acronym in capitals
    ("the CAT", ["cat"]),
    # a resolution's title is an ordinary phrase
    ("human rights in the administration of justice", []),
    # a protocol is not its treaty
    ("the second Optional Protocol to the International Covenant on Civil and Political Rights", []),
    # an unknown resolution
    ("resolution 66/288", []),
    # the same number of another committee
    ("CEDAW general comment No. 24", []),
]

WORDS = [
    # rule
    ("rule 45", Word.RULE),
    # article
    ("article 9", Word.ARTICLE),
    # rule or article
    ("第9条", Word.CLAUSE),
    # some convention's article
    ("《公约》第9条", Word.ARTICLE),
    # paragraph
    ("para. 89", Word.PARAGRAPH),
    # preamble
    ("PP5", Word.PREAMBLE),
    # operative part
    ("operative paragraph 5", Word.OPERATIVE),
    # operative part by the resolution's number
    ("resolution 70/175, para. 5", Word.OPERATIVE),
    # observation
    ("preliminary observation 2", Word.OBSERVATION),
    # introduction
    ("introduction, para. 13", Word.INTRODUCTION),
    # the name says it
    ("Mandela Rule 45", Word.RULE),
    # no word
    ("GC24 89", None),
]

LOCATORS = [
    # a range stays one locator
    ("rules 36 to 46 of the Mandela Rules", ("36..46",)),
    # a range of items
    ("rule 43(1)(a)-(c)", ("43(1)(a)..43(1)(c)",)),
    # a list
    ("rules 43(1)(b), 45(1) and 46", ("43(1)(b)", "45(1)", "46")),
    # an item by its place
    ("第43条第1款第2项", ("43(#1)(#2)",)),
    # points are kept
    ("rule 43.1.b", ("43.1(b)",)),
    # the same place twice is one
    ("rules 45 and 45", ("45",)),
]


@pytest.mark.parametrize(("text", "words"), PLACES)
def test_offsets_are_of_the_original(known: dict[str, Instrument], text: str, words: list[str]) -> None:
    """The offsets cut the citation's own words out of the original text."""
    assert [text[mention.text_start : mention.text_end] for mention in find(text, known)] == words


@pytest.mark.parametrize(("text", "expected"), AROUND)
def test_instrument_of_the_text_around(known: dict[str, Instrument], text: str, expected: list[tuple[str | None, str]]) -> None:
    """A number without a name takes the instrument that the text leaves no doubt of, and none otherwise."""
    assert [(mention.instrument, mention.locators[0]) for mention in find(text, known)] == expected


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_alone(known: dict[str, Instrument], text: str, names: list[str]) -> None:
    """Just these instruments are named."""
    assert [name for _, _, name in find_instruments(text, known)] == names


def test_names_have_offsets(known: dict[str, Instrument]) -> None:
    """A name's offsets cut it out of the original text."""
    text = "what《曼谷規則》 means"
    ((start, end, _),) = find_instruments(text, known)
    assert text[start:end] == "《曼谷規則》"


@pytest.mark.parametrize(("text", "word"), WORDS)
def test_word_of_law(known: dict[str, Instrument], text: str, word: Word | None) -> None:
    """The word of law is reported as what it means."""
    assert find(text, known)[0].word == word


@pytest.mark.parametrize(("text", "locators"), LOCATORS)
def test_locators_as_written(known: dict[str, Instrument], text: str, locators: tuple[str, ...]) -> None:
    """Locators are normalized and not expanded."""
    assert find(text, known)[0].locators == locators


def test_foreign_text_is_named(known: dict[str, Instrument]) -> None:
    """A text that is not held here is given by its own words."""
    assert find("rule 60 of the European Prison Rules", known)[0].foreign == "European Prison Rules"


def test_instruments_as_sequence(known: dict[str, Instrument]) -> None:
    """A sequence of instruments does as well as a mapping."""
    text = "rule 45 of the Mandela Rules"
    assert find(text, tuple(known.values())) == find(text, known)


def test_names_of_other_instruments_are_unknown(known: dict[str, Instrument]) -> None:
    """Only the instruments handed in are known by name."""
    assert find("rule 45 of the Mandela Rules", [known["bangkok"]])[0].instrument is None


_KNOWN = {name: facts.instrument() for name, facts in all_facts().items()}
_SIGNS = "().,;:-–/'\"§¶«»《》、，第条款项段号到至和的之 0123456789abgiv四五十٤ب"
_ENGLISH = (
    " rule |rules | paragraph | of | the |Mandela Rules|Mandela |GC24|79/172|1955| old |Tokyo |item |first |5th |no. |pp "
)
_OTHER = "规则|曼德拉|序言部分|执行段|一般性意见|第24号|пункт |القاعدة |الفقرة | to | and |preamble |op |CRC|(a)|1)| alinéa "
_PIECES = st.sampled_from([*_SIGNS, *_ENGLISH.split("|"), *_OTHER.split("|")])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=40).map("".join)))
def test_any_text_is_read(text: str) -> None:
    """Whatever the text, its citations stand inside it, in order, without overlap, and all can be resolved."""
    end = 0
    for mention in find(text, _KNOWN):
        assert end <= mention.text_start < mention.text_end <= len(text)
        assert mention.locators
        resolve(mention, _KNOWN, list(_KNOWN))
        end = mention.text_end


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_name_is_inside(text: str) -> None:
    """Whatever the text, the names found stand inside it."""
    for start, end, name in find_instruments(text, _KNOWN):
        assert 0 <= start < end <= len(text)
        assert name in _KNOWN
