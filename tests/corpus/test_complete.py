"""Whole, incomplete and damaged texts, on the sample instruments."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.complete import Completeness, Damage, admit, check, flag
from corpus.errors import IncompleteText, TextRefused, UnreadableDocument
from corpus.facts import SAMPLES, FactsFile, all_facts
from corpus.hashes import fingerprint, read_hashes, write_hashes
from corpus.segment import Segmentation, segment
from corpus.types import Language, TextStatus

ENGLISH = (SAMPLES / "LK-RES-4-12.en.txt").read_text(encoding="utf-8")
DAMAGED = (SAMPLES / "LK-RES-4-12.en.damaged").read_text(encoding="utf-8")
DIFFERENT = "its letters differ from the checked official text"


def rules() -> FactsFile:
    """The facts of the sample rules."""
    return all_facts(SAMPLES)["sample-rules"]


def letters(text: str) -> str:
    """Letters and digits alone."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def test_whole() -> None:
    """A sound text is complete, its hashes agree and every provision is official."""
    segmentation, completeness = admit(ENGLISH, rules(), Language.EN)
    assert completeness == Completeness(
        instrument="sample-rules",
        language=Language.EN,
        missing=(),
        unexpected=(),
        empty=(),
        damaged=(),
        missing_footnotes=(),
        hashes="agree",
    )
    assert completeness.complete
    assert {p.status for p in segmentation.provisions} == {TextStatus.OFFICIAL}


def test_damaged() -> None:
    """A damaged text comes in with exactly its damaged provisions flagged, each with the reason."""
    segmentation, completeness = admit(DAMAGED, rules(), Language.EN)
    assert completeness.complete
    assert completeness.hashes == "differ"
    assert completeness.damaged == tuple(
        Damage(locator=locator, reason=DIFFERENT) for locator in ("3", "5(2)", "8", "10(1)(b)", "10(1)(c)", "fn1")
    )
    flagged = {p.locator: p.damage for p in segmentation.provisions if p.status is TextStatus.DAMAGED}
    assert flagged == {damage.locator: damage.reason for damage in completeness.damaged}


CUT = (
    # the end is gone
    (ENGLISH[: ENGLISH.index("III.")], r"6 of 49 .*: 15, 16\(1\), 16\(1\)\(a\)"),
    # a whole page in the middle is gone
    ("\f".join(page for page in ENGLISH.split("\f") if "Rule 9" not in page), r"\d+ of 49 .*: 9\(1\), 9\(2\), 10\(1\)"),
    # one header is gone
    (ENGLISH.replace("Rule 13\n", ""), "1 of 49 .* 13"),
    # one label is gone
    (ENGLISH.replace("(b) To read the log", "To read the log"), r"1 of 49 .*16\(1\)\(b\)"),
    # one provision has no words
    (
        ENGLISH.replace("Each station shall be inspected twice a year, once of these times without notice.\n", ""),
        "1 of 49 .* 15",
    ),
)


@pytest.mark.parametrize(("text", "message"), CUT)
def test_incomplete(text: str, message: str) -> None:
    """A text that lacks provisions is refused, and the message names them."""
    with pytest.raises(IncompleteText, match=message):
        admit(text, rules(), Language.EN)


@pytest.mark.parametrize("text", ["x" * 3_000_001, f"{rules().titles[Language.EN]}\n" * 50_001])
def test_boundless(text: str) -> None:
    """A text far longer than any official text is refused before it is cut."""
    with pytest.raises(UnreadableDocument, match="far more than any official text"):
        admit(text, rules(), Language.EN)


def test_nothing_is_cut_from_a_lost_text() -> None:
    """Every expected provision of an empty segmentation is missing."""
    nothing = Segmentation(instrument="sample-rules", language=Language.EN, provisions=())
    completeness = check(nothing, rules(), Language.EN)
    assert completeness.missing == rules().instrument().expected
    assert completeness.missing_footnotes == ("fn1", "fn2", "fn3", "fn4")
    assert not completeness.complete


def test_unexpected() -> None:
    """A provision that the instrument does not have is flagged, and the text is not complete."""
    found = segment(ENGLISH.replace("16.\n", "").replace("Rule 16\n", "Rule 17\n"), rules(), Language.EN)
    completeness = check(found, rules(), Language.EN)
    assert completeness.unexpected == ("17(1)", "17(1)(a)", "17(1)(b)", "17(1)(c)", "17(2)")
    assert {damage.locator for damage in completeness.damaged} == set(completeness.unexpected)
    assert not completeness.complete


def test_two_of_one_number() -> None:
    """Two provisions of the same number are both flagged."""
    found = segment(ENGLISH, rules(), Language.EN)
    doubled = replace(found, provisions=(*found.provisions, found.provisions[20]))
    reasons = {damage.reason for damage in check(doubled, rules(), Language.EN).damaged}
    assert reasons == {"the text has two provisions of this number"}


def without_hashes(found: Segmentation, **changes: str) -> Completeness:
    """The completeness of a segmentation in a language that has no hashes, some words changed."""
    provisions = tuple(replace(p, language=Language.FR, text=changes.get(f"at_{p.locator}", p.text)) for p in found.provisions)
    return check(replace(found, language=Language.FR, provisions=provisions), rules(), Language.FR)


def test_no_hashes() -> None:
    """Without checked texts, structure alone is looked at, and it says so."""
    found = segment(ENGLISH, rules(), Language.EN)
    completeness = without_hashes(found)
    assert (completeness.hashes, completeness.complete, completeness.damaged) == ("none", True, ())


def test_damage_without_hashes() -> None:
    """Without checked texts, unreadable characters and a text that breaks off are still seen."""
    found = segment(ENGLISH, rules(), Language.EN)
    completeness = without_hashes(found, at_8="Drinking w\ufffdter.", **{"at_16(2)": "The inspector shall send a rep"})
    assert completeness.damaged == (
        Damage(locator="8", reason="it holds characters that could not be read"),
        Damage(locator="16(2)", reason="it breaks off without a stop"),
    )


SOUND = {p.locator: letters(p.text) for p in segment(ENGLISH, rules(), Language.EN).provisions}
WORDS = [place for place, word in enumerate(ENGLISH.split(" ")) if any(map(str.isalnum, word))]


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(WORDS), st.sampled_from(("drop", "swap", "double", "change")))
def test_no_damage_passes(place: int, harm: str) -> None:
    """Whatever happens to a word of the text, no provision with wrong letters is called official."""
    words = ENGLISH.split(" ")
    if harm == "drop":
        words[place] = ""
    elif harm == "swap":
        words[place - 1], words[place] = words[place], words[place - 1]
    elif harm == "double":
        words[place] = f"{words[place]} {words[place]}"
    else:
        words[place] = words[place][::-1]
    try:
        found, completeness = admit(" ".join(words), rules(), Language.EN)
    except TextRefused:
        return
    official = {p.locator: letters(p.text) for p in found.provisions if p.status is TextStatus.OFFICIAL}
    assert official == {locator: SOUND[locator] for locator in official}
    assert set(official) | {damage.locator for damage in completeness.damaged} | set(completeness.missing_footnotes) >= set(
        SOUND
    )


def test_a_lost_word_is_seen() -> None:
    """One word lost from a rule flags that rule and no other."""
    _, completeness = admit(ENGLISH.replace("shall not last longer", "shall last longer"), rules(), Language.EN)
    assert completeness.damaged == (Damage(locator="5(1)", reason=DIFFERENT),)


def test_flag_leaves_sound_provisions() -> None:
    """Flagging changes status and reason of damaged provisions and nothing else."""
    found = segment(DAMAGED, rules(), Language.EN)
    flagged = flag(found, check(found, rules(), Language.EN))
    assert [(p.locator, p.text) for p in flagged.provisions] == [(p.locator, p.text) for p in found.provisions]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("self-contained “rule”", "Selfcontained RULE", True),  # hyphens, quotation marks, case, space
        ("２０ 夜", "20夜", True),  # full-width digits
        ("shall", "shall not", False),
        ("20 nights", "21 nights", False),
    ],
)
def test_fingerprint(one: str, other: str, same: bool) -> None:
    """A fingerprint is of letters and digits alone."""
    assert (fingerprint(one) == fingerprint(other)) is same


def test_hashes_come_back(tmp_path: Path) -> None:
    """What is written as hashes is read as the same hashes."""
    write_hashes(tmp_path / "sample-rules.fr.sha256", [("1", "La lampe brûle."), ("2(1)", "De l’huile.")])
    known = read_hashes("sample-rules", Language.FR, tmp_path)
    assert known == {"1": fingerprint("La lampe brûle."), "2(1)": fingerprint("De l’huile.")}


@pytest.mark.parametrize("language", [Language.EN, Language.ZH])
def test_hashes_cover_the_sample(language: Language) -> None:
    """Every expected provision of the sample rules has a fingerprint in both its languages."""
    assert set(rules().instrument().expected) <= set(read_hashes("sample-rules", language))
