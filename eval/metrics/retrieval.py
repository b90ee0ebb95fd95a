"""How well a ranking finds the needed provisions, judged at the level of paragraphs and computed by ir-measures.

Each needed paragraph, or an alternative in its place, is one relevant thing of gain 1; a paragraph met again gains
nothing but keeps its place, as a reader sees it. An alternative of two needs meets one of them. Refuses to judge
turns that need nothing: None.
"""

import ir_measures
from ir_measures import RR, Measure, Qrel, R, ScoredDoc, Success, nDCG

from corpus.types import Reference
from eval.metrics.gold import Paragraph, paragraph_needs
from eval.types import Outcome, Turn


def success_at(turn: Turn, outcome: Outcome, paragraph: Paragraph, *, k: int) -> float | None:
    """1 where any need is met within the first k, else 0 (success@k; ir-measures `Success@k`, after trec_eval)."""
    return _measured(Success @ k, turn, outcome, paragraph)


def recall_at(turn: Turn, outcome: Outcome, paragraph: Paragraph, *, k: int) -> float | None:
    """Needs met within the first k ÷ needs (recall@k; ir-measures `R@k`, after trec_eval)."""
    return _measured(R @ k, turn, outcome, paragraph)


def reciprocal_rank(turn: Turn, outcome: Outcome, paragraph: Paragraph) -> float | None:
    """1 ÷ rank of the first paragraph that meets a need, 0 where none does (Voorhees 1999; ir-measures `RR`)."""
    return _measured(RR, turn, outcome, paragraph)


def ndcg_at(turn: Turn, outcome: Outcome, paragraph: Paragraph, *, k: int) -> float | None:
    """Σ gain ÷ log2(rank + 1) within k, over the same sum for the ideal ranking of min(k, needs).

    Järvelin and Kekäläinen 2002 with gain 1; ir-measures `nDCG@k`.
    """
    return _measured(nDCG @ k, turn, outcome, paragraph)


def all_needed_within(turn: Turn, outcome: Outcome, paragraph: Paragraph, *, k: int = 10) -> float | None:
    """1 where recall@k is 1, else 0 (the all-or-nothing form of recall, which questions on several provisions want)."""
    found = recall_at(turn, outcome, paragraph, k=k)
    return None if found is None else float(found == 1.0)


def hits(needs: tuple[frozenset[Reference], ...], ranking: tuple[Reference, ...], paragraph: Paragraph) -> tuple[bool, ...]:
    """By rank, whether the paragraph there is met for the first time and meets a need that is still open."""
    unmet, seen, met = list(needs), set[Reference](), []
    for reference in map(paragraph, ranking):
        need = None if reference in seen else next((need for need in unmet if reference in need), None)
        seen.add(reference)
        if need is not None:
            unmet.remove(need)
        met.append(need is not None)
    return tuple(met)


def _measured(measure: Measure, turn: Turn, outcome: Outcome, paragraph: Paragraph) -> float | None:
    needs = paragraph_needs(turn, paragraph)
    if not needs:
        return None
    met = hits(needs, outcome.ranking, paragraph)
    missed = [f"missed {number}" for number in range(len(needs) - sum(met))]
    relevant = [*(f"rank {rank}" for rank, hit in enumerate(met) if hit), *missed]
    qrels = [Qrel(outcome.key, name, 1) for name in relevant]
    run = [ScoredDoc(outcome.key, f"rank {rank}", float(len(met) - rank)) for rank in range(len(met))]
    return float(ir_measures.calc_aggregate([measure], qrels, run)[measure])
