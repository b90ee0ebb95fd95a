"""Claims as cards: neighbours grouped, official sentences once, items under their chapeau."""

from dataclasses import replace

from corpus.library import Library
from corpus.types import Citation, Language, Reference
from rag.citing import cite
from rag.pipeline import Pipeline
from rag.present.cards import cards, claim_item, item_of, opening_words
from rag.types import Against, Claim, Verdict, VerdictStatus

SUPPORTED = Verdict(status=VerdictStatus.SUPPORTED, against=Against.OFFICIAL, reason="word for word")


def cited(library: Library, locator: str, quote: str = "") -> Citation:
    """A citation of the Skerry Rules that quotes these words, or the whole."""
    reference = Reference(instrument="sample-rules", locator=locator)
    held = library.provision(reference, Language.EN)
    assert held is not None
    start = held.text.index(quote)
    return cite(library, reference, Language.EN, span=(start, start + len(quote)) if quote else None)


def claim(text: str, *citations: Citation) -> Claim:
    """A claim in our words."""
    return Claim(text=text, citations=citations, verdict=SUPPORTED)


def test_neighbours_on_one_provision_share_a_card(library: Library) -> None:
    """Two claims on one provision share a card with one chip; adjacent sentences are quoted as one, once."""
    first, second = cited(library, "6", "A keeper who has served ninety days"), cited(library, "6", "The keeper may ask")
    (card,) = cards(library, [claim("One.", first), claim("Two.", second), claim("Three.", first)])
    assert [c.locator for c in card.citations] == ["6"]
    assert [q.text for q in card.quotes] == ["A keeper who has served ninety days", "The keeper may ask"]
    assert card.quoted == (first, second, first)
    whole = cited(library, "13", "Children who live at a station shall be taught on at least four mornings a week.")
    after = cited(library, "13", "A child under twelve shall not be given a night watch.")
    (joined,) = cards(library, [claim("One.", after), claim("Two.", whole)])
    assert [q.text for q in joined.quotes] == [f"{whole.quote} {after.quote}"]


def test_other_provision_other_card(library: Library) -> None:
    """Claims that do not follow one another on a paragraph are not brought together."""
    watch, rest = cited(library, "5(1)"), cited(library, "5(2)")
    found = cards(library, [claim("One.", watch), claim("Two.", rest), claim("Three.", watch)])
    assert [[c.locator for c in card.citations] for card in found] == [["5(1)"], ["5(2)"], ["5(1)"]]


def test_items_follow_their_whole_chapeau(library: Library) -> None:
    """Quoted items stand in printed order under their chapeau, whole, whatever of it a claim quotes."""
    horn, log, chapeau = cited(library, "4(a)"), cited(library, "4(b)"), cited(library, "4", "On a blind night")
    (card,) = cards(library, [claim("Log.", log), claim("Horn.", horn), claim("When.", chapeau)])
    assert [(q.item, q.text) for q in card.quotes] == [
        ("", "On a blind night the keeper on watch shall:"),
        ("(a)", "Sound the horn once every two minutes;"),
        ("(b)", "Write in the log the hour at which the fog came and the hour at which it went;"),
    ]


def test_marks_are_printed_as_their_language_prints_them(library: Library) -> None:
    """A claim's mark is in the language of the claim, whatever that of the answer; a paragraph has none."""
    horn = cited(library, "4(a)")
    told = {
        text: claim_item(library, claim(text, horn)) for text in ("Horn.", "盲夜鸣号。", "في الليلة العمياء ينفخ في البوق.")
    }
    assert list(told.values()) == ["(a)", "(a)", "(أ)"]
    assert claim_item(library, claim("Watch.", cited(library, "5(1)"))) == ""
    assert item_of(library, horn.reference, Language.AR) == "(أ)"


def test_items_of_items_follow_every_chapeau(library: Library) -> None:
    """An item of an item stands under both chapeaux."""
    printed = {
        "16(1)": "Inspectors shall have the right:",
        "16(1)(a)": "To enter, except:",
        "16(1)(a)(i)": "The still-room.",
    }
    rules = library.texts["sample-rules"][Language.EN]
    like = rules["16(1)(a)"]
    texts = {**rules, **{locator: replace(like, locator=locator, text=text) for locator, text in printed.items()}}
    instrument = library.instrument("sample-rules")
    deeper = replace(
        library,
        texts={"sample-rules": {Language.EN: texts}},
        instruments={"sample-rules": replace(instrument, expected=(*instrument.expected, "16(1)(a)(i)"))},
    )
    (card,) = cards(deeper, [claim("Not the still-room.", cited(deeper, "16(1)(a)(i)"))])
    assert [(quote.item, quote.text) for quote in card.quotes] == [
        ("", "Inspectors shall have the right:"),
        ("(a)", "To enter, except:"),
        ("(a)(i)", "The still-room."),
    ]


def test_a_claim_word_for_word_is_not_quoted_again(bare: Pipeline) -> None:
    """Where the claim is the official sentence itself, no quote repeats it."""
    answer = bare.ask("Skerry Rules rule 13")
    (card,) = cards(bare.index.library, answer.claims)
    assert len(card.claims) == 2
    assert card.quotes == ()


def test_opening_words(library: Library) -> None:
    """What was not cited is introduced by its first official sentence in the reader's language, else by its digest."""
    lamp = cited(library, "1")
    assert opening_words(library, lamp, Language.EN) == (
        "The lamp shall burn from half an hour before sunset until half an hour after sunrise."
    )
    assert opening_words(library, lamp, Language.ZH) == "灯必须从日落前半小时亮到日出后半小时。"
    assert opening_words(library, cited(library, "3"), Language.ZH).startswith("In these Rules, a blind night")
