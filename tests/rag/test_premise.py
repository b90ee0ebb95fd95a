"""As many sentences are read as go into the budget, and of a provision what its digest says."""

from corpus.library import Library
from corpus.types import Language, Reference
from rag.pipeline import Pipeline
from rag.premise import BUDGET, joined, premise, roughly

LETTERS = Reference.parse("sample-rules 9(2)")


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


def test_what_is_read_of_a_provision(library: Library, bare: Pipeline) -> None:
    """Statements in the question's language; without a digest the words that are held."""
    digest = library.digest(LETTERS)
    assert digest is not None
    assert premise(library, LETTERS, Language.ZH) == " ".join(one.zh for one in digest.statements)
    assert premise(library, LETTERS, Language.FR) == " ".join(one.en for one in digest.statements)
    words = bare.index.library.provision(LETTERS, Language.EN)
    assert words is not None
    assert premise(bare.index.library, LETTERS, Language.EN) == words.text
