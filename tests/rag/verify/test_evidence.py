"""What a claim is held against."""

from corpus.library import Library
from corpus.types import Language, Reference
from rag.types import Against
from rag.verify.evidence import gather


def test_official_words_come_first(library: Library) -> None:
    """Where the official words are held in the claim's language, they are the evidence, the digest beside them."""
    evidence = gather(library, Reference(instrument="sample-rules", locator="5(1)"), Language.EN)
    assert evidence.against is Against.OFFICIAL
    assert evidence.units[0].official
    assert any(not unit.official for unit in evidence.units)


def test_an_item_stands_under_its_chapeau(library: Library) -> None:
    """An item is held with its chapeau and without its neighbours."""
    texts = [unit.text for unit in gather(library, Reference(instrument="sample-rules", locator="4(c)"), Language.EN).units]
    assert any("keeper on watch shall" in text for text in texts)
    assert any("Wake the second keeper" in text for text in texts)
    assert not any("Sound the horn" in text for text in texts)


def test_a_paragraph_has_its_items(library: Library) -> None:
    """A paragraph is held with all of its items."""
    texts = [unit.text for unit in gather(library, Reference(instrument="sample-rules", locator="4"), Language.EN).units]
    assert any("Sound the horn" in text for text in texts)
