"""How much of a claim stands in its evidence."""

import pytest

from corpus.library import Library
from corpus.types import Language, Modality, Reference
from rag.types import Against
from rag.verify.alignment import HALF_IN_ITS_WORDS, IN_ITS_WORDS, Alignment, align
from rag.verify.evidence import Evidence, Unit
from rag.verify.verbs import force
from rag.verify.words import Reader

TEXT = "Keepers shall not open letters that are addressed to another keeper."


def held(library: Library, claim: str) -> Alignment:
    """A claim laid beside the text."""
    unit = Unit(text=TEXT, language=Language.EN, official=True, force=Modality.SHALL_NOT)
    reference = Reference(instrument="sample-rules", locator="1")
    evidence = Evidence(reference=reference, language=Language.EN, against=Against.OFFICIAL, units=(unit,), headings=("x",))
    return align(Reader(library, None), evidence, claim)


def test_words_of_the_text_are_repeated(library: Library) -> None:
    """All of a copied sentence is, little of one in other words, nothing where no word tells anything; numbers do not count."""
    assert held(library, TEXT).repeated() == 1.0
    assert held(library, "Keepers may open 17 letters addressed to another keeper.").repeated() >= IN_ITS_WORDS
    assert held(library, "Nobody peeps into a colleague's envelopes.").repeated() < HALF_IN_ITS_WORDS
    assert held(library, "It is so.").repeated() == 0.0


@pytest.mark.parametrize(
    ("claim", "fatal"),
    [
        ("Keepers may open letters that are addressed to another keeper.", True),
        ("Peeping into a colleague's envelope may end a career.", False),  # "may" says another thing than the text's verb
    ],
)
def test_the_verb_fails_a_claim_in_the_words_of_the_text(library: Library, claim: str, fatal: bool) -> None:
    """What is allowed instead of forbidden, said in other words, only weighs."""
    (found,) = force(held(library, claim))
    assert found.sign == "turned to yes"
    assert found.fatal is fatal
