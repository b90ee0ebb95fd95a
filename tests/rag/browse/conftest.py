"""The sample instruments with references between them."""

from dataclasses import replace

import pytest

from corpus.library import Library

REFERENCES = {
    # paragraph: what its text refers to, what we point to
    "9(2)": (("sample-rules 5", "sample-dotted 3.2", "crc 37", "sample-rules 99"), ("sample-rules 15",)),
    "15": (("sample-treaty",), ()),
    "4": ((), ("sample-rules 4", "sample-rules 9(2)")),
}


@pytest.fixture(scope="session")
def crossing(library: Library) -> Library:
    """References to paragraphs, to a rule, out of scope, to an instrument as a whole, to itself, and to nothing."""
    digests = dict(library.digests["sample-rules"])
    for locator, (cites, see_also) in REFERENCES.items():
        digests[locator] = digests[locator].model_copy(update={"cites": cites, "see_also": see_also})
    return replace(library, digests={**library.digests, "sample-rules": digests})
