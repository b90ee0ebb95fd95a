"""Gates of the checker itself: what it catches of a small fixed sample of errors, by language and operator.

A gate is a floor on recall; beside the operators stand `written`, hand-written errors, and `passed`, faithful claims that it
lets pass, since a checker that passes nothing has full recall. Decides only; fails for want of a gate.
"""

from collections.abc import Iterator, Mapping

from eval.gate import Fault, is_slack, proposed
from eval.meta_result import MetaResult
from eval.metrics.intervals import Estimate, wilson
from eval.mutations.sampling import LANGUAGES
from eval.scores import Measure

SAMPLE = 6
"""Claims for each operator and language."""
WRITTEN, PASSED = "written", "passed"

Recalls = Mapping[str, Mapping[str, Estimate]]
"""By language, then by operator, `written` or `passed`."""
Floors = Mapping[str, Mapping[str, float]]


def recalls(result: MetaResult) -> Recalls:
    """What a meta-evaluation found, as gates see it; an operator that found nothing to change is left out."""
    found: dict[str, dict[str, Estimate]] = {}
    for language in LANGUAGES:
        own = {one.name: one.recall for one in result.operators if one.language is language}
        alarms = result.false_alarms(language)
        own |= {WRITTEN: result.errors(language).caught, PASSED: wilson(alarms.supported, alarms.n)}
        found[language.value] = {name: share for name, share in own.items() if share is not None}
    return found


def checker_faults(found: Recalls, floors: Floors) -> tuple[Fault, ...]:
    """Every gate of the checker that fails; none where it passes."""
    return tuple(_faults(found, floors))


def _faults(found: Recalls, floors: Floors) -> Iterator[Fault]:
    for language, shares in found.items():
        held = floors.get(language, {})
        for name, share in shares.items():
            gate = f"checker.{language}.{name}"
            shown = f"{share.value:.3f} ({share.low:.3f} to {share.high:.3f}, n = {share.n})"
            if name not in held:
                yield Fault(gate=gate, why="the operator has no gate")
            elif share.value < held[name]:
                yield Fault(gate=gate, why=f"{shown} is worse than the gate {held[name]:.3f}")
            elif is_slack(Measure.RIGHT, share, held[name]):
                yield Fault(
                    gate=gate, why=f"the gate {held[name]:.3f} would let a significant drop from {shown} pass: raise it"
                )
        for name in held.keys() - shares.keys():
            yield Fault(gate=f"checker.{language}.{name}", why="it has a gate and nothing was measured")


def checker_ratcheted(found: Recalls, floors: Floors) -> dict[str, dict[str, float]]:
    """The floors raised to what was found: one claim may turn, never more than the interval allows."""
    return {
        language: {
            name: proposed(Measure.RIGHT, share, floors.get(language, {}).get(name)) for name, share in sorted(shares.items())
        }
        for language, shares in found.items()
    }
