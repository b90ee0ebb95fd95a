"""How far two annotators agree on what the texts answer and where, by the usual figures, each written by its formula.

The second annotator saw the questions alone. Judges agreement, never who is right. A figure that is not defined is None.
`eval.second` puts the second annotators' files into the sets, `eval.cards` the figures into the cards.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from corpus.types import Reference
from eval.locators import paragraph
from eval.types import Expected, Item

ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Figures over the items that two annotators judged.

    `exact`: share on which both say that the texts answer, by the same paragraphs, or both that they do not. `f1`: mean
    overlap of the paragraphs where both say that they answer. `within`: share of the second's paragraphs that the first
    names as needed or fitting. `kappa`: on answerable or not. `alpha`: on answer or the reason of a refusal.
    """

    annotators: tuple[str, ...]
    items: int
    exact: float | None
    f1: float | None
    within: float | None
    kappa: float | None
    alpha: float | None


def agreement(items: Iterable[Item]) -> Agreement:
    """The agreement on those items that have a second annotator; a dialogue counts as one item, its turns together."""
    judged = [item for item in items if item.second_expected is not None]
    both = [item for item in judged if _answers(item) and item.second_expected is not Expected.REFUSE]
    named = [(reference, _named(item)) for item in both for reference in _second(item)]
    return Agreement(
        annotators=tuple(sorted({item.second_annotator or "" for item in judged})),
        items=len(judged),
        exact=_mean([float(_same(item)) for item in judged]),
        f1=_mean([set_f1(_first(item), _second(item)) for item in both]),
        within=_mean([float(reference in fitting) for reference, fitting in named]),
        kappa=cohen_kappa([(_answers(item), item.second_expected is not Expected.REFUSE) for item in judged]),
        alpha=krippendorff_alpha([(_label(item), _second_label(item)) for item in judged]),
    )


def set_f1(first: frozenset[Reference], second: frozenset[Reference]) -> float:
    """2·|A∩B| / (|A|+|B|); two empty sets agree."""
    if not first and not second:
        return 1.0
    return 2 * len(first & second) / (len(first) + len(second))


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """(p_o - p_e) / (1 - p_e), p_e by the annotators' own shares; None where both used one label only (Cohen 1960)."""
    if not pairs:
        return None
    count = len(pairs)
    observed = sum(first == second for first, second in pairs) / count
    firsts, seconds = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    expected = sum(firsts[label] * seconds[label] for label in firsts) / count**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """1 - D_o/D_e for nominal labels, one sequence of labels a unit, None where a label is missing (Krippendorff 2011).

    Units with fewer than two labels are left out; None where nothing can be compared or only one label was ever used.
    """
    weights: Counter[Hashable] = Counter()
    disagreement = 0.0
    for unit in units:
        labels = [label for label in unit if label is not None]
        if len(labels) < 2:
            continue
        weights.update(labels)
        disagreement += sum(one != other for one, other in permutations(labels, 2)) / (len(labels) - 1)
    total = sum(weights.values())
    chance = total**2 - sum(count**2 for count in weights.values())
    if not chance:
        return None
    return 1 - (total - 1) * disagreement / chance


def _same(item: Item) -> bool:
    if not _answers(item) or item.second_expected is Expected.REFUSE:
        return _answers(item) == (item.second_expected is not Expected.REFUSE)
    return _first(item) == _second(item)


def _answers(item: Item) -> bool:
    return any(turn.expected is not Expected.REFUSE for turn in item.turns)


def _first(item: Item) -> frozenset[Reference]:
    return frozenset(paragraph(need.reference) for turn in item.turns for need in turn.gold if need.must)


def _named(item: Item) -> frozenset[Reference]:
    return frozenset(paragraph(need.reference) for turn in item.turns for need in turn.gold)


def _second(item: Item) -> frozenset[Reference]:
    return frozenset(paragraph(reference) for reference in item.second)


def _label(item: Item) -> str | None:
    return ANSWER if _answers(item) else item.turns[0].reason


def _second_label(item: Item) -> str | None:
    return item.second_reason if item.second_expected is Expected.REFUSE else ANSWER


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
