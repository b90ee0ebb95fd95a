"""How many items a difference needs before it can be seen, and what a number of items can show.

Planning figures by the normal approximation; refuses differences that cannot be (BadInput).
"""

import math

from corpus.errors import BadInput
from eval.metrics.intervals import normal_quantile

ALPHA = 0.05
POWER = 0.8


def items_for_paired(lost: float, gained: float, *, power: float = POWER) -> int:
    """Items so that McNemar's test sees a difference: (z_α/2 √ψ + z_β √(ψ − δ²))² ÷ δ² (Connor 1987).

    `lost` and `gained` are the shares of items that flip either way, ψ their sum, δ their difference.
    """
    if not (lost >= 0 and gained >= 0 and lost + gained <= 1 and lost != gained):
        raise BadInput(
            f"Shares lost {lost} and gained {gained} cannot be told apart.",
            hint="Give two different shares from 0 to 1, together at most 1.",
        )
    return math.ceil(_paired(lost + gained, gained - lost, power))


def smallest_difference(n: int, discordant: float, *, power: float = POWER) -> float | None:
    """The least difference that n items show where this share of them flips (Connor 1987, solved by halving).

    None where n items are too few for any difference.
    """
    if not (n > 0 and 0 < discordant <= 1):
        raise BadInput(f"{n} items of which {discordant} flip cannot be.", hint="Give 1 or more items and a share above 0.")
    low, high = 0.0, discordant
    if _paired(discordant, high, power) > n:
        return None
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if _paired(discordant, middle, power) <= n else (middle, high)
    return high


def smallest_one_way(n: int, *, power: float = POWER) -> float | None:
    """The least difference that n items show where every flip goes the same way (Connor 1987 with ψ = δ).

    None where n items are too few for any difference.
    """
    if n < 1:
        raise BadInput(f"{n} items show nothing.", hint="Give 1 or more items.")
    low, high = 0.0, 1.0
    if _paired(high, high, power) > n:
        return None
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if middle and _paired(middle, middle, power) <= n else (middle, high)
    return high


def smallest_mean_difference(standard_error: float, *, power: float = POWER) -> float:
    """The least mean difference that shows at a standard error: (z_α/2 + z_β) · s (Cohen 1988, section 2.3)."""
    if standard_error < 0:
        raise BadInput(f"A standard error of {standard_error} cannot be.", hint="Give 0 or more.")
    return (_z_alpha() + normal_quantile(power)) * standard_error


def items_for_rate(assumed: float, true: float, *, power: float = POWER) -> int:
    """Items so that a rate is seen to differ from an assumed one, such as a gate's.

    ((z_α/2 √(p₀q₀) + z_β √(p₁q₁)) ÷ (p₁ − p₀))² (Fleiss, Levin and Paik 2003, section 2.5), two-sided.
    """
    if not (0 <= assumed <= 1 and 0 <= true <= 1 and assumed != true):
        raise BadInput(f"Rates {assumed} and {true} cannot be told apart.", hint="Give two different rates from 0 to 1.")
    spread = _z_alpha() * math.sqrt(assumed * (1 - assumed)) + normal_quantile(power) * math.sqrt(true * (1 - true))
    return max(1, math.ceil((spread / (true - assumed)) ** 2))


def items_without_failures(rate: float) -> int:
    """Items that must all pass to bound the rate of failures: ln(α/2) ÷ ln(1 − rate) (Clopper and Pearson 1934).

    >>> items_without_failures(0.012)
    306
    """
    if not 0 < rate < 1:
        raise BadInput(f"A rate of {rate} cannot be bounded so.", hint="Give a rate between 0 and 1.")
    return math.ceil(math.log(ALPHA / 2) / math.log(1 - rate))


def bound_without_failures(n: int) -> float:
    """The rate of failures that n items without one rule out: 1 − (α/2)^(1/n) (Clopper and Pearson 1934).

    >>> round(bound_without_failures(300), 3)
    0.012
    """
    if n < 1:
        raise BadInput(f"{n} items show nothing.", hint="Give 1 or more items.")
    return float(1 - (ALPHA / 2) ** (1 / n))


def _paired(discordant: float, delta: float, power: float) -> float:
    if delta == 0:
        return math.inf
    spread = _z_alpha() * math.sqrt(discordant) + normal_quantile(power) * math.sqrt(discordant - delta * delta)
    return (spread / delta) ** 2


def _z_alpha() -> float:
    return normal_quantile(1 - ALPHA / 2)
