"""How many items a difference needs, and what a number of items can show, in plain lines: the verb `power`.

Formulas stand in `eval.metrics.power`. Refuses a plan that asks for nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.errors import BadInput
from eval.metrics.power import (
    bound_without_failures,
    items_for_paired,
    items_for_rate,
    items_without_failures,
    smallest_difference,
    smallest_one_way,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is asked: shares from 0 to 1. `flips` is the share of items that turn either way from one run to another."""

    difference: float | None = None
    flips: float = 0.2
    items: int | None = None
    gate: float | None = None
    rate: float | None = None
    bound: float | None = None


def plan_lines(plan: Plan) -> tuple[str, ...]:
    """An answer for each thing that is asked; raises BadInput."""
    if (plan.gate is None) != (plan.rate is None):
        raise BadInput("A gate and a rate go together.", hint="Type: python -m eval power --gate 0.9 --rate 0.8")
    lines = tuple(_lines(plan))
    if not lines:
        raise BadInput("Nothing is asked.", hint="Type: python -m eval power --difference 0.05, or --items 300.")
    return lines


def _lines(plan: Plan) -> Iterator[str]:
    if plan.difference is not None:
        lost, gained = (plan.flips - plan.difference) / 2, (plan.flips + plan.difference) / 2
        if not 0 < plan.difference <= plan.flips:
            raise BadInput(
                f"A difference of {plan.difference} cannot come of flips of {plan.flips}.",
                hint="Give a difference above 0 and --flips as large as it or larger.",
            )
        needed = items_for_paired(lost, gained)
        yield f"A difference of {_points(plan.difference)} where {_percent(plan.flips)} of items flip: {needed:,} items."
    if plan.items is not None:
        yield f"{plan.items:,} items of which {_percent(plan.flips)} flip show {_shown(plan.items, plan.flips)}."
        yield f"{plan.items:,} items without a failure bound its rate at {_percent(bound_without_failures(plan.items))}."
    if plan.gate is not None and plan.rate is not None:
        needed = items_for_rate(plan.gate, plan.rate)
        yield f"A rate of {_percent(plan.rate)} against a gate of {_percent(plan.gate)}: {needed:,} items."
    if plan.bound is not None:
        yield f"A rate of failures below {_percent(plan.bound)}: {items_without_failures(plan.bound):,} items without one."


def _shown(items: int, flips: float) -> str:
    found = smallest_difference(items, flips)
    if found is not None:
        return f"a difference of {_points(found)} or more"
    one_way = smallest_one_way(items)
    further = "" if one_way is None else f"; if all flipped the same way, one of {_points(one_way)} or more"
    return f"no difference at all{further}"


def _points(share: float) -> str:
    return f"{100 * share:.1f} points"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
