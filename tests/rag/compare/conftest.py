"""The sample instruments with digests of several of them, so that there is something to compare."""

from dataclasses import replace
from typing import Any

import pytest

from corpus.digests import Digest
from corpus.library import Library
from corpus.types import Language

_OTHERS = {
    "zh": "看守人必须点灯。",
    "fr": "Le gardien doit allumer la lampe.",
    "es": "El farero debe encender la lámpara.",
    "ru": "Смотритель должен зажечь лампу.",
    "ar": "يجب على الحارس أن يضيء المصباح.",
}


def digest(locator: str, statements: list[dict[str, Any]], **fields: object) -> Digest:
    """A digest with just what a test needs."""
    given = {"topics": ["order-security"], "asks": {}, "text_lang": "en", "heading": dict.fromkeys(Language, "About"), **fields}
    return Digest.model_validate({"locator": locator, "statements": statements, **given})


def says(en: str, modality: str, **fields: object) -> dict[str, Any]:
    """A statement; its other languages are beside the point."""
    return {**_OTHERS, "en": en, "modality": modality, "addressee": ["prison-staff"], **fields}


def with_digests(library: Library, instrument: str, *digests: Digest) -> Library:
    """The library with these digests in place of an instrument's own of the same locators."""
    held = {**library.digests.get(instrument, {}), **{one.locator: one for one in digests}}
    return replace(library, digests={**library.digests, instrument: held})


@pytest.fixture(scope="session")
def crossed(library: Library) -> Library:
    """Bells, hinges and buoys digested too: a stricter limit, a softer verb, a treaty's duty, a provision for children."""
    bells = digest(
        "3.2",
        [says("A watch must not go on for more than 2 hours.", "shall_not")],
        see_also=["sample-rules 5(1)"],
    )
    hinges = digest(
        "3",
        [says("Every station should hold oil, and measure its stock every Monday.", "should")],
        see_also=["sample-rules 2(2)"],
    )
    stock = digest("2(2)", [says("Every station must measure its oil stock every Monday.", "shall")])
    buoys = digest(
        "2(1)",
        [says("A State must measure its oil stock every Monday.", "shall")],
        see_also=["sample-comment 3"],
    )
    children = digest(
        "13",
        [says("A watch of a child must not go on at night.", "shall_not"), says("Children must be taught.", "shall")],
        persons=["children"],
        see_also=["sample-rules 5(1)"],
    )
    crossed = with_digests(library, "sample-dotted", bells)
    crossed = with_digests(crossed, "sample-comment", hinges)
    crossed = with_digests(crossed, "sample-treaty", buoys)
    return with_digests(crossed, "sample-rules", stock, children)
