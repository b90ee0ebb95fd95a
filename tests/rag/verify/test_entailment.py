"""A claim is read beside the statements and beside the official words of its provision."""

import pytest

from corpus.library import Library
from corpus.types import Language, Reference
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline
from rag.ports import Entailment
from rag.verify.alignment import Alignment, align
from rag.verify.entailment import ENTAILMENT, entailment, premises
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


class _Unread(HashEmbedder):
    """An embedder without such a model: each of the three is as likely as the others."""

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:  # noqa: ARG002
        return Entailment(entailed=-1.1, neutral=-1.1, contradicted=-1.1)


def test_who_cannot_tell_gives_no_numbers(library: Library) -> None:
    """A claim is then weighed by its words alone."""
    assert entailment(held(library, "A letter must not be opened by others."), _Unread()) == {}
