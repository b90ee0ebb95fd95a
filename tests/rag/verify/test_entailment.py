"""A claim is read beside the statements and beside the official words of its provision."""

import pytest

from corpus.library import Library
from corpus.types import Language, Reference
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline
from rag.verify.alignment import Alignment, align
from rag.verify.entailment import BUDGET, ENTAILMENT, entailment, joined, premises, roughly
from rag.verify.evidence import gather
from rag.verify.words import Reader

LETTERS = Reference.parse("sample-rules 9(2)")
MODEL = HashEmbedder()


def held(library: Library, claim: str, language: Language = Language.EN) -> Alignment:
    """A claim on letters laid beside its evidence."""
    return align(Reader(library, MODEL), gather(library, LETTERS, language), claim)


def test_statements_then_official_words(library: Library, bare: Pipeline) -> None:
    """Both are read where both are held; without a digest the official words alone."""
    told, said = premises(held(library, "Nobody opens the letters of others."))
    assert told.startswith("A letter must not be opened")
    assert said.startswith("No letter shall be opened by anyone")
    assert premises(held(bare.index.library, "Nobody opens the letters of others.")) == (said,)


@pytest.mark.parametrize("claim", ["A letter must not be opened by others.", "Boats are painted white."])
def test_numbers_have_names(library: Library, claim: str) -> None:
    """Every number is there; what repeats the words is likelier to be entailed than what does not."""
    numbers = entailment(held(library, claim), MODEL)
    assert tuple(numbers) == ENTAILMENT
    other = entailment(held(library, "x"), MODEL)
    assert (numbers["told_entailed"] > other["told_entailed"]) is claim.startswith("A letter")


def test_one_kind_stands_for_both(bare: Pipeline) -> None:
    """Where one kind of evidence is held, its numbers count for both."""
    numbers = entailment(held(bare.index.library, "No letter is opened."), MODEL)
    assert numbers["told_entailed"] == numbers["said_entailed"]
    assert numbers["told_contradicted"] == numbers["said_contradicted"]


def test_the_first_in_order_are_kept_in_their_place() -> None:
    """Those that come first are taken, the rest where they fit; they stand as they stood."""
    long, short = "Oil must be kept dry. " * 18, "Trim the wick."
    assert roughly(long) < BUDGET < 2 * roughly(long)
    assert joined([long, short, long], [2, 0, 1]) == f"{short} {long}"
    assert joined([long, short, long], [0, 1, 2]) == f"{long} {short}"


def test_one_sentence_is_always_read() -> None:
    """A sentence beyond the budget is read where it comes first, and nothing of nothing."""
    endless = "灯" * (BUDGET + 5)
    assert joined([endless, "灯"], [0, 1]) == endless
    assert joined([], []) == ""
