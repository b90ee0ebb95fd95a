"""What a claim counts, the text must count too."""

import pytest

from corpus.library import Library
from corpus.types import Language, Modality, Reference
from rag.types import Against, Step
from rag.verify.alignment import Alignment, align
from rag.verify.amounts import numbers
from rag.verify.evidence import Evidence, Unit
from rag.verify.words import Reader

TEXT = (
    "Each station shall hold oil for at least forty nights and be inspected two times a year; a child under 14 rests 24 hours."
)
TABLE = [
    ("A station holds oil for 40 nights.", None),
    ("Two inspections a year are held.", None),  # no years are counted here
    ("A child of fourteen rests a whole day, that is 24 hours.", None),
    ("A child rests for 1 day.", None),  # the same length in another unit
    ("A station holds oil for 41 nights.", Step.NUMBER),
    ("A child rests 23 hours.", Step.NUMBER),
    ("A child rests 24 weeks.", Step.UNIT),
    ("The forty-first station holds oil.", None),  # an ordinal counts nothing
]


def held(library: Library, claim: str) -> Alignment:
    """A claim laid beside the text."""
    unit = Unit(text=TEXT, language=Language.EN, official=True, force=Modality.SHALL)
    reference = Reference(instrument="sample-rules", locator="1")
    evidence = Evidence(reference=reference, language=Language.EN, against=Against.OFFICIAL, units=(unit,), headings=("x",))
    return align(Reader(library, None), evidence, claim)


@pytest.mark.parametrize(("claim", "step"), TABLE)
def test_numbers(library: Library, claim: str, step: Step | None) -> None:
    """A number or a unit that the text has not is found, and no other."""
    assert [one.step for one in numbers(held(library, claim))] == ([step] if step else [])


@pytest.mark.parametrize(
    ("claim", "fatal"),
    [
        ("A station holds oil for 41 nights.", True),  # the text counts nights
        ("Each station shall hold oil and be inspected by 300 men.", True),  # in the text's own words
        ("An old man of 300 villages fell asleep over his supper.", False),  # what a case is about
    ],
)
def test_what_fails_a_claim(library: Library, claim: str, fatal: bool) -> None:
    """A number fails a claim where the text counts the same thing or the claim is in its words; else it weighs."""
    assert [one.fatal for one in numbers(held(library, claim))] == [fatal]
