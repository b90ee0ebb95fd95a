"""What was found in, whether it is enough to answer from out: a calibrated decision, not an empty-list check.

First version: is anything near in meaning, or does it share the question's own words? Refuses rather than answers
where neither holds.
"""

from collections.abc import Sequence

from rag.retrieve import Found

NEAR_ENOUGH = 0.86
"""Cosine of the best wording from which a question counts as met; chosen on questions of our own (docs/decisions)."""


def suffices(found: Sequence[Found]) -> bool:
    """Whether the best provision found is near enough to answer from."""
    return bool(found) and max(one.cosine for one in found[:3]) >= NEAR_ENOUGH
