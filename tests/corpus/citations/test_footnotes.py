"""Footnotes are citations where an instrument is named beside them, and nothing otherwise."""

import pytest

from corpus.citations.find import find
from corpus.citations.resolve import Resolved, resolve
from corpus.facts import known_instruments


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Footnote 27 to the Mandela Rules", "mandela fn27"),
        ("Nelson Mandela Rules, footnote 3", "mandela fn3"),
        ("What stands in footnote 26 of A/RES/79/172?", "res-79-172 fn26"),
        ("A/RES/79/172脚注26", "res-79-172 fn26"),
        ("70/175号决议脚注27", "mandela fn27"),
        ("Règles de Bangkok, note de bas de page 4", "bangkok fn4"),
        ("сноска 3 к Правилам Нельсона Манделы", "mandela fn3"),
    ],
)
def test_found(text: str, cited: str) -> None:
    """A footnote with a name right before or after it is that instrument's, and the mention spans both."""
    known = known_instruments()
    (mention,) = find(text, known)
    resolved = resolve(mention, known, ())
    assert isinstance(resolved, Resolved)
    assert [str(reference) for reference in resolved.references] == [cited]
    assert cited.rsplit(maxsplit=1)[-1].removeprefix("fn") in text[mention.text_start : mention.text_end]


@pytest.mark.parametrize(
    "text", ["See footnote 12.", "The Mandela Rules are long. See footnote 12.", "a footnote of the Bangkok Rules"]
)
def test_not_found(text: str) -> None:
    """Without a name beside it a footnote is a text's own, and without a number it is none."""
    assert find(text, known_instruments()) == ()
