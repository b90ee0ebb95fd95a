"""All that the slots and novelty hold against a claim, in the order of the steps.

A step that is left out is not asked. Refuses to weigh the findings against one another: `rag.verify.support` does.
"""

from collections.abc import Callable, Iterator

from rag.types import Step
from rag.verify.alignment import Alignment
from rag.verify.amounts import numbers
from rag.verify.changes import copied
from rag.verify.designations import designations
from rag.verify.finding import Finding
from rag.verify.parties import named, proper
from rag.verify.small import marked, opposed
from rag.verify.verbs import force, reached

_Part = Callable[[Alignment], Iterator[Finding]]
_PARTS: tuple[_Part, ...] = (numbers, designations, force, reached, named, proper, marked, opposed, copied)
_ORDER = {step: place for place, step in enumerate(Step)}


def findings(held: Alignment, without: frozenset[Step] = frozenset()) -> tuple[Finding, ...]:
    """The findings of all steps but those in `without`."""
    found = [one for part in _PARTS for one in part(held) if one.step not in without]
    return tuple(sorted(found, key=lambda one: _ORDER[one.step]))
