"""What a claim names by its number, the text must name."""

from dataclasses import replace

import pytest

from corpus.library import Library
from corpus.types import Language, Reference
from rag.verify.alignment import Alignment, align
from rag.verify.designations import designations
from rag.verify.evidence import Unit, gather
from rag.verify.words import Reader

LETTERS = Reference.parse("sample-rules 9(2)")


def held(library: Library, text: str, claim: str, language: Language) -> Alignment:
    """A claim laid beside one sentence that stands in the place of a rule's words."""
    known = gather(library, LETTERS, language)
    unit = Unit(text=text, language=language, official=True, force=known.units[0].force)
    evidence = replace(known, units=(unit,))
    return align(Reader(library, None), evidence, claim)


BESIDE = [
    ("Boats are mended.", "Since 1997 boats are mended."),
    ("Under article 40 (2) boats are mended.", "Articles 40 and 41 have boats mended."),
    ("The second report is due in 1994.", "After 1994 it is due in 1999."),
    ("第四届会议谈了。", "是第四届，不是第五届。"),
]


@pytest.mark.parametrize(
    ("text", "claim", "other"),
    [
        ("The matter is taken up at the eighty-first session.", "They come back to it at the 82nd session.", "session 82"),
        ("The matter is taken up at the eighty-first session.", "They come back to it at the 81st session.", None),
        ("第八十一届会议继续审议。", "第82届会议再谈。", "session 82"),
        ("第八十一届会议继续审议。", "第81届会议再谈。", None),
        ("As the 2030 plan says, boats are mended.", "By the 2035 plan boats are mended.", "year 2035"),
        ("Under article 40 (2) boats are mended.", "Article 41 has boats mended.", "article 41"),
        ("Under articles 57 to 64 boats are mended.", "Article 60 has boats mended.", None),
        ("Under rule 2.3 boats are mended.", "Rule 2 has boats mended.", None),
        ("Under paragraph 2 of rule 47 boats are mended.", "Under paragraph 3 of it boats are mended.", None),
        ("At the Seventh, Eighth and Ninth Congresses.", "It was so at the eighth congress.", None),
        ("第七至第九届大会都谈了。", "第八届大会谈了。", None),
        ("At the thirtieth session.", "It was so at the thirty-first session.", "session 31"),
        ("Boats were mended in 1980.", "2010 prisoners mended boats.", None),
        ("General comment No. 24 on boats.", "There is no 48-hour limit on boats.", None),
        ("根据《公约》第四十条修船。", "第40条让人修船。", None),
        ("Recalling its resolution 70/175 on boats.", "Resolution 70/176 on boats is recalled.", "document 70/176"),
        ("Boats are mended.", "The rules one has let boats be mended.", None),
        ("Boats are mended for 2000 sailors.", "2000 sailors have boats mended, says rule 9.", None),
    ],
)
def test_another_number_fails_a_claim(library: Library, text: str, claim: str, other: str | None) -> None:
    """In words, digits or Chinese numerals alike; the rule's own number may be said of it."""
    language = Language.ZH if text[-1] == "。" else Language.EN
    found = list(designations(held(library, text, claim, language)))
    assert [one.detail.split(",")[0] for one in found] == ([other] if other else [])
    assert all(one.fatal and one.conflict for one in found)


@pytest.mark.parametrize(("text", "claim"), BESIDE)
def test_a_number_that_replaces_none_weighs(library: Library, text: str, claim: str) -> None:
    """It may be true and said elsewhere, or follow: it does not fail the claim by itself."""
    language = Language.ZH if text[-1] == "。" else Language.EN
    (one,) = designations(held(library, text, claim, language))
    assert not one.fatal
    assert not one.conflict


def test_the_instrument_is_known_by_its_year_and_symbol(library: Library) -> None:
    """Who says of which year a rule is says nothing new."""
    adopted = library.instruments["sample-rules"].adopted.year
    claim = f"The rules of {adopted} have boats mended, unlike those of 1955."
    assert not list(designations(held(library, "Unlike those of 1955, boats are mended.", claim, Language.EN)))
