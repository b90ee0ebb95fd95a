"""Every mutation operator in the order of the reports, and what each works on.

Two constants; operators of somebody who has not read the checker stand in `eval.mutations.blind`.
"""

from eval.mutations.actors import ACTORS
from eval.mutations.conditions import CONDITIONS
from eval.mutations.locators import LOCATORS
from eval.mutations.logic import LOGIC
from eval.mutations.modality import MODALITY
from eval.mutations.polarity import POLARITY
from eval.mutations.quantities import QUANTITIES
from eval.mutations.quotes import QUOTES
from eval.mutations.types import Operator

OPERATORS: tuple[Operator, ...] = (
    *QUANTITIES,
    *MODALITY,
    *POLARITY,
    *ACTORS,
    *CONDITIONS,
    *LOGIC,
    *LOCATORS,
    *QUOTES,
)
ON_QUOTES: frozenset[str] = frozenset(operator.name for operator in QUOTES)
"""Operators that work on official sentences instead of digest statements."""
