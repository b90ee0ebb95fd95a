"""A provision opened: its words, what is marked in them, and where one can go from it."""

from dataclasses import replace

import pytest

from corpus.errors import UnknownProvision
from corpus.library import Library
from corpus.types import Citation, Language, Reference
from rag.citing import cite
from rag.present.sheet import Sheet, sheet


def skerry(locator: str) -> Reference:
    """A provision of the sample rules."""
    return Reference(instrument="sample-rules", locator=locator)


def opened(library: Library, locator: str, *quoted: Citation, words: Language = Language.EN) -> Sheet:
    """A provision opened by an English reader."""
    return sheet(library, skerry(locator), words, Language.EN, quoted)


def test_item_opens_its_whole_paragraph(library: Library) -> None:
    """An item opens under its chapeau with its neighbours; only its own words are marked."""
    item = cite(library, skerry("4(b)"), Language.EN)
    parts = opened(library, "4(b)", item).parts
    assert [(part.item, bool(part.spans)) for part in parts] == [("", False), ("(a)", False), ("(b)", True), ("(c)", False)]
    assert [parts[2].text[slice(*span)] for span in parts[2].spans] == [item.quote]


def test_a_quote_that_is_not_there_is_not_marked(library: Library) -> None:
    """Words, offsets or language that do not agree with the stored text leave it unmarked."""
    good = cite(library, skerry("5(1)"), Language.EN)
    assert good.start is not None
    assert opened(library, "5(1)", good).parts[0].spans == ((0, len(good.quote or "")),)
    for wrong in (
        replace(good, quote="A watch shall last six hours."),
        replace(good, start=good.start + 1),
        replace(good, language=Language.ZH),
        replace(good, locator="5(2)"),
    ):
        assert opened(library, "5(1)", wrong).parts[0].spans == ()


def test_words_in_the_language_asked_for(library: Library) -> None:
    """The words come in the language asked for, labels in the reader's."""
    shown = opened(library, "5(1)", words=Language.ZH)
    assert shown.parts[0].text == "一班守夜不得超过6小时。"
    assert shown.citation.language is Language.ZH
    assert shown.citation.label == "Skerry Rules, rule 5 (1)"
    assert shown.languages == (Language.EN, Language.ZH)
    assert shown.citation.url.endswith("/zh/LK/RES/4/12")


def test_neighbours(library: Library) -> None:
    """The neighbours are the paragraphs before and after in printed order; the ends have one each."""
    shown = opened(library, "10(1)(b)")
    assert (shown.before and shown.before.locator, shown.after and shown.after.locator) == ("9(2)", "10(2)")
    assert opened(library, "pp1").before is None
    assert opened(library, "16(2)").after is None


def test_references_both_ways(library: Library) -> None:
    """What a digest points to is shown, and what cites a provision is shown from its side; nothing stands twice."""
    rest = library.digests["sample-rules"]["5(2)"].model_copy(update={"cites": ("sample-rules 5(1)", "sample-rules")})
    linked = replace(library, digests={"sample-rules": {**library.digests["sample-rules"], "5(2)": rest}})
    assert [c.locator for c in opened(linked, "5(2)").cites] == ["5(1)"]
    assert [c.locator for c in opened(linked, "5(2)").see_also] == []
    assert [c.locator for c in opened(linked, "5(1)").cited_by] == ["5(2)"]
    assert [c.locator for c in opened(library, "5(1)").see_also] == ["5(2)"]


def test_without_words_the_digest_stands_alone(library: Library) -> None:
    """Where no official words are held there are no parts, and the digest is there."""
    digests = {"sample-rules": library.digests["sample-rules"]}
    unheld = replace(library, texts={}, digests=digests)
    shown = opened(unheld, "9(2)")
    assert shown.parts == ()
    assert len(shown.statements) == 1
    assert shown.heading_path == ("Nobody opens another's letter",)


def test_unknown_provision(library: Library) -> None:
    """A provision that is not there is an error that says so."""
    with pytest.raises(UnknownProvision):
        opened(library, "99")
