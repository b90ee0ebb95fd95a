"""Texts that are not what they are handed in as."""

import pytest

from corpus.complete import admit
from corpus.errors import WrongDocument, WrongLanguage
from corpus.facts import SAMPLES, FactsFile, all_facts, find_by_filename
from corpus.segment.identity import identify
from corpus.types import Language

TEXTS = sorted(SAMPLES.glob("*.txt"))


def rules() -> FactsFile:
    """The facts of the sample rules."""
    return all_facts(SAMPLES)["sample-rules"]


@pytest.mark.parametrize("name", [path.name for path in TEXTS])
def test_own_name(name: str) -> None:
    """Every sample is taken for what its file name says."""
    identify((SAMPLES / name).read_text(encoding="utf-8"), *find_by_filename(name))


@pytest.mark.parametrize("name", [path.name for path in TEXTS])
def test_other_names(name: str) -> None:
    """No sample is taken for any other instrument, though it cites some of them."""
    own, language = find_by_filename(name)
    text = (SAMPLES / name).read_text(encoding="utf-8")
    for facts in (*all_facts().values(), *all_facts(SAMPLES).values()):
        if facts.id != own.id:
            with pytest.raises(WrongDocument, match=own.names[Language.EN]):
                admit(text, facts, language)


@pytest.mark.parametrize("name", [path.name for path in TEXTS])
def test_other_languages(name: str) -> None:
    """No sample is taken for another language than its own."""
    facts, own = find_by_filename(name)
    text = (SAMPLES / name).read_text(encoding="utf-8")
    for language in set(Language) - {own}:
        with pytest.raises(WrongLanguage, match=own.name.lower()):
            admit(text, facts, language)


NAMELESS = (
    # nothing at all
    "",
    # what a web server says when it has nothing
    "<html><head><title>404 Not Found</title></head><body>The document could not be found.</body></html>",
    # a text that cites the rules in passing, in a sentence
    "1. As laid down in LK/RES/4/12, lamps burn.\n" * 200,
)


@pytest.mark.parametrize("text", NAMELESS)
def test_nameless(text: str) -> None:
    """A text that does not say which instrument it is, is refused by the name that it was handed in by."""
    with pytest.raises(WrongDocument, match=r"Skerry Rules \(LK/RES/4/12\)"):
        admit(text, rules(), Language.EN)


def test_masthead() -> None:
    """A symbol beside the masthead names the document."""
    identify(
        " United Nations LK/RES/4/12 \n General Assembly Distr.: General\nof the keepers and the lamps", rules(), Language.EN
    )


def test_correction() -> None:
    """A correction to an instrument is not the instrument."""
    with pytest.raises(WrongDocument):
        identify("LK/RES/4/12/Corr.1\nIn the second line, for oil read soil.", rules(), Language.EN)
