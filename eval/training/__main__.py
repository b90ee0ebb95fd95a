"""`python -m eval.training search|claims|questions`: fits the network to a task, writes its additions to `rag/embedder`.

Runs in an environment of its own that has requirements.txt beside this file as well as the project's; about half an hour on
two cores. Of a reader it prints how well it tells apart claims of the dev split, and questions near held-out rules or claims on
such; what search makes of its network is shown by `python -m eval.calibrate`. Search goes on (`--on`) from the additions that
are there, a reader over what was written later, in all layers, up to two hours: that of claims over further claims, some
misplaced, and invented rules; that of questions over the contrast sets, further questions near provisions and rules, of all of
which it is shown what was kept apart, and questions that came first. Of the test split nothing is read but which provisions the
contrast sets need, to leave these alone.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from corpus.asked import read_asked
from corpus.settings import Settings
from eval.calibrate_verify import UNREAD
from eval.claims import LabelledClaim, load_all_claims
from eval.training.asked import asked_pairs, asked_rows
from eval.training.asserted import TWINS, asserted_pairs
from eval.training.contrast import RATE, RATE_ON, SHARE, losses
from eval.training.contrasts import contrast_pairs, contrasts, remembered
from eval.training.lora import ALL, UPPER, Network, descend, fit, log_probabilities, read_lower
from eval.training.near import near_pairs, near_rows, rule_question_pairs, rule_question_rows
from eval.training.pair import CONTRADICTED, ENTAILED, NEUTRAL, Pair
from eval.training.pairs import (
    FOLDER,
    across_pairs,
    claim_pairs,
    fitted_pairs,
    later_pairs,
    misplaced_pairs,
    new_claims,
    new_pairs,
)
from eval.training.questions import question_pairs
from eval.training.rules import rule_pairs, rules
from eval.training.texts import Texts
from eval.types import Split
from rag.embedder.adapter import ADAPTERS, CLAIMS, QUESTIONS, SEARCH, Adapter, read_adapter, write_adapter
from rag.embedder.convert import convert
from rag.embedder.onnx import OnnxEmbedder
from rag.embedder.weights import find_weights, read_weights
from rag.index import Index
from rag.pipeline import Pipeline
from rag.progress import progress, say
from rag.wiring import open_pipeline

_HELD_SEED, _CONTRAST_SEED, _LATER_SEED = 4, 7, 11
_EPOCHS = {CLAIMS: 3.0, QUESTIONS: 1.5}
_EPOCHS_ON = {CLAIMS: 1.0, QUESTIONS: 1.5}
_AGAIN = 9_000
"""Pairs of those that the reader of questions was fitted on first, of which it is reminded."""
_STEPS = 360
"""Batches that the network for search is fitted on."""
_LONGEST = 96
"""Tokens of a text that it is fitted on, at most."""


def main() -> None:
    """Fit, write, and show what it tells apart."""
    parser = argparse.ArgumentParser(prog="python -m eval.training", description="Fit the embedder's network to a task.")
    parser.add_argument("kind", choices=tuple(ADAPTERS), help="what it is to be fitted to")
    parser.add_argument("--epochs", type=float, help="how often a reader sees each pair")
    parser.add_argument("--on", action="store_true", help="go on from the additions that are there")
    parser.add_argument(
        "--unread", action="store_true", help="fit the reader of claims that has read nothing the evaluation is on"
    )
    parser.add_argument("--steps", type=int, default=_STEPS, help="how many batches the network for search sees")
    given = parser.parse_args()
    if given.unread and given.kind != CLAIMS:
        parser.error("--unread is for the reader of claims: python -m eval.training claims --unread")
    settings = Settings.from_environment()
    convert(settings.model, say)
    embedder, pipeline = OnnxEmbedder(settings.model), open_pipeline("core")
    index = pipeline.index
    if given.kind == SEARCH:
        _search(embedder, index, given.steps, read_adapter(ADAPTERS[SEARCH]) if given.on else None)
    elif given.unread:
        claims = new_claims(index.library, load_all_claims(folder=FOLDER))
        new = tuple(new_pairs(index.library, _later(embedder, pipeline, claims)))
        shown = _shown(embedder, index, CLAIMS)
        network = Network(read_weights(find_weights()), head=True)
        _reader(embedder, network, UNREAD, new, shown, given.epochs or _EPOCHS_ON[CLAIMS])
    else:
        start = read_adapter(ADAPTERS[given.kind]) if given.on else None
        close = given.on and given.kind == QUESTIONS
        if close:
            pairs, shown = _close(embedder, index)
        elif given.on:
            pairs, shown = _later(embedder, pipeline, load_all_claims(folder=FOLDER)), _shown(embedder, index, CLAIMS)
        else:
            pairs, shown = fitted_pairs(index, embedder, embedder, given.kind), _shown(embedder, index, given.kind)
        epochs = given.epochs or (_EPOCHS_ON if given.on else _EPOCHS)[given.kind]
        network = Network(read_weights(find_weights()), head=True, first=ALL if given.on else UPPER, start=start)
        _reader(embedder, network, ADAPTERS[given.kind], pairs, shown, epochs)


def _search(embedder: OnnxEmbedder, index: Index, steps: int, start: Adapter | None) -> None:
    texts = Texts(index)
    network = Network(read_weights(find_weights()), head=False, start=start)
    ids = [embedder.question_ids(one.text)[:_LONGEST] for one in texts.texts]
    with progress(f"Reading {len(ids)} texts") as step:
        lower = read_lower(network, ids, step)
    with progress("Fitting") as step:
        descend(network, losses(network, texts, lower, steps), steps, RATE_ON if start else RATE, step)
    fitted = network.adapter()
    write_adapter(fitted if start else fitted.interpolated(SHARE), ADAPTERS[SEARCH])


def _later(embedder: OnnxEmbedder, pipeline: Pipeline, claims: Sequence[LabelledClaim]) -> Sequence[Pair]:
    """What the reader of claims goes on over: later claims, some misplaced, what questions hold out, some of what it knows."""
    chance, library = Random(_LATER_SEED), pipeline.index.library  # noqa: S311 - a sample, no secret
    return (
        *later_pairs(library, embedder, claims, chance),
        *rule_pairs(rules(), held=False),
        *across_pairs(library),
        *misplaced_pairs(pipeline, embedder, claims, chance),
        *asserted_pairs(library, embedder, (*asked_rows(), *read_asked(TWINS)), chance),
    )


def _shown(embedder: OnnxEmbedder, index: Index, kind: str) -> Sequence[Pair]:
    """What a reader is shown afterwards: claims of dev, and questions or invented rules that were kept apart."""
    dev = tuple(claim for claim in load_all_claims() if claim.split is Split.DEV)
    chance = Random(_HELD_SEED)  # noqa: S311 - a sample, no secret
    unseen = rule_pairs(rules(), held=True) if kind == CLAIMS else question_pairs(index, embedder, chance, held=True)
    return [*claim_pairs(index.library, embedder, dev), *unseen]


def _close(embedder: OnnxEmbedder, index: Index) -> tuple[Sequence[Pair], Sequence[Pair]]:
    """What the reader of questions goes on over, and what it is shown afterwards: questions that lie close to provisions."""
    chance = Random(_CONTRAST_SEED)  # noqa: S311 - a sample, no secret
    items, rows, of_rules = contrasts(), near_rows(), rule_question_rows()
    fitted, apart = (
        [
            *contrast_pairs(index, embedder, items, chance, held=held),
            *near_pairs(index, embedder, rows, chance, held=held),
            *rule_question_pairs(of_rules, held=held),
        ]
        for held in (False, True)
    )
    say("Asking the corpus's own questions, a quarter of an hour.")
    before = chance.sample([*question_pairs(index, embedder, chance, held=False)], _AGAIN)
    return [*fitted, *asked_pairs(index, embedder, asked_rows()), *remembered(index.library, chance), *before], apart


def _reader(
    embedder: OnnxEmbedder, network: Network, path: Path, pairs: Sequence[Pair], shown: Sequence[Pair], epochs: float
) -> None:
    ids = [embedder.pair_ids(one.premise, one.hypothesis, question=one.question) for one in [*pairs, *shown]]
    with progress(f"Reading {len(ids)} pairs") as step:
        lower = read_lower(network, ids, step)
    with progress("Fitting") as step:
        fit(network, lower[: len(pairs)], [one.label for one in pairs], epochs, step)
    write_adapter(network.adapter(), path)
    sys.stdout.write(told_apart(shown, log_probabilities(network, lower[len(pairs) :])) + "\n")


def told_apart(pairs: Sequence[Pair], found: NDArray[np.float32]) -> str:
    """How often the right one of two pairs scores higher (area under the ROC curve), by what is to be told apart."""
    kinds, labels = np.array([one.kind for one in pairs]), np.array([one.label for one in pairs])
    claims, asks, of_rules = kinds == "claim", kinds == "ask", kinds == "rule question"
    over_open, against = (found[:, ENTAILED] - found[:, other] for other in (NEUTRAL, CONTRADICTED))
    rows = (
        ("faithful claims from wrong ones", found[:, ENTAILED], labels == ENTAILED, claims),
        ("the same on invented rules", found[:, ENTAILED], labels == ENTAILED, kinds == "rule"),
        ("asks from silences", over_open, asks, asks | (kinds == "silence")),
        ("asks from misbeliefs", against, asks, asks | (kinds == "misbelief")),
        (
            "answered from left open on invented rules",
            over_open,
            labels == ENTAILED,
            of_rules & (labels != CONTRADICTED),
        ),
        ("answered from denied on invented rules", against, labels == ENTAILED, of_rules & (labels != NEUTRAL)),
        ("asks of a provision from those of a neighbour", found[:, ENTAILED], asks, asks | (kinds == "stray ask")),
    )
    told = [row for row in rows if len(set(row[2][row[3]])) > 1]
    return "; ".join(f"{name} {_area(score[kept], right[kept]):.3f}" for name, score, right, kept in told)


def _area(scores: NDArray[np.float32], right: NDArray[np.bool_]) -> float:
    """Area under the ROC curve (Mann and Whitney 1947): ranks of the right ones, less the least that they could come to."""
    ranks = np.argsort(np.argsort(scores)) + 1
    count, others = int(right.sum()), int((~right).sum())
    return float((ranks[right].sum() - count * (count + 1) / 2) / (count * others))


if __name__ == "__main__":
    main()
