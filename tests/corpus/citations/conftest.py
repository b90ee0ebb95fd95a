"""The real instruments, and a citation's meaning in print."""

from collections.abc import Callable, Iterable

import pytest

from corpus.citations.find import find
from corpus.citations.resolve import Ambiguous, NoSuchProvision, Resolution, Resolved, Superseded, resolve
from corpus.facts import all_facts
from corpus.types import Instrument, Reference


@pytest.fixture(scope="session")
def known() -> dict[str, Instrument]:
    """Every instrument that has a facts file."""
    return {name: facts.instrument() for name, facts in all_facts().items()}


@pytest.fixture(scope="session")
def core(known: dict[str, Instrument]) -> list[str]:
    """The default scope."""
    return [name for name, instrument in known.items() if instrument.core]


@pytest.fixture(scope="session")
def cited(known: dict[str, Instrument], core: list[str]) -> Callable[[str], list[str]]:
    """A text's citations with what they mean, in print."""
    return lambda text: [_printed(resolve(mention, known, core)) for mention in find(text, known)]


def _printed(resolution: Resolution) -> str:
    match resolution:
        case Resolved(references=references, missing=missing):
            return " ".join([_grouped(references), *(f"!{one.locator}" for one in missing)])
        case Ambiguous(candidates=candidates):
            return f"? {_grouped(candidates)}"
        case NoSuchProvision(instrument=instrument, locator=locator):
            return f"! {instrument or 'none'} {locator}"
        case Superseded(edition=edition, locator=locator):
            return f"old {edition} {locator}"


def _grouped(references: Iterable[Reference]) -> str:
    groups: dict[str, list[str]] = {}
    for reference in references:
        groups.setdefault(reference.instrument, []).append(reference.locator)
    return ", ".join(" ".join([instrument, *locators]) for instrument, locators in groups.items())
