"""The JSON of the design where it is not simply a value's fields in their order.

Answers, passages and verdicts need nothing: their dataclasses are the contract, and orjson writes them as they stand.
"""

import orjson

from rag.text_checks import CitedText


def cited_wire(found: CitedText) -> dict[str, object]:
    """References of a text, each citation with its place among its own fields."""
    placed = [
        {**orjson.loads(orjson.dumps(one.citation)), "text_start": one.text_start, "text_end": one.text_end}
        for one in found.citations
    ]
    return {"citations": placed, "unresolved": found.unresolved}
