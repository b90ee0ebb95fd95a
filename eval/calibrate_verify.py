"""`python -m eval.calibrate_verify`: fits the weights of `rag.verify.support` on claims of the dev split and on further ones.

Prints the text of `rag/verify/weights.py`, to be put there by hand, and what the model errs on by folds of provisions: of dev,
of each further set on the same provisions, since the findings were written looking at dev, and of a set on which nothing is
fitted (`UNFITTED`). On dev, weights are fitted with a reader that has read nothing on its provisions (`UNREAD`): the program's
own has on most of them, and would be trusted more than it deserves. On further claims, whose authors it has not read, they are
fitted with the program's own. Faithful claims are also held against a provision that they are not on (`eval.misplaced`), some
of which have a part in the fit. What they make of claims is told with either reader. Where no model reads, weights of their own
are fitted on what words alone show. Changes nothing. Claims of the test split are never read.
"""

import sys
import tempfile
import zlib
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from corpus.library import Library
from corpus.settings import Settings
from corpus.types import Language
from eval.claims import LabelledClaim, load_all_claims
from eval.misplaced import MISPLACED, misplaced
from eval.mutations.sampling import LANGUAGES
from eval.types import Split
from rag.embedder.adapter import ADAPTERS, CLAIMS
from rag.embedder.convert import convert
from rag.embedder.onnx import OnnxEmbedder
from rag.pipeline import Pipeline
from rag.ports import TokenEmbedder
from rag.progress import say
from rag.verify.alignment import align
from rag.verify.entailment import ENTAILMENT, entailment
from rag.verify.evidence import gather
from rag.verify.finding import tally
from rag.verify.nearness import NEARNESS, nearness
from rag.verify.signs import findings
from rag.verify.support import SURE
from rag.verify.words import Reader
from rag.wiring import open_pipeline

FURTHER = Path(__file__).parent / "training" / "unread"
"""Claims on the provisions of dev that no reader has read."""
UNFITTED = Path(__file__).parent / "training" / "unfitted"
"""Claims of further authors, on provisions of which the program's reader has read other claims; nothing is fitted on them."""
UNREAD = FURTHER / "claims.npz"
"""A reader of claims that has read nothing on the provisions that the evaluation has claims on."""
MEASURED = (*NEARNESS, *ENTAILMENT)
"""Numbers that are weighed for each language apart; findings weigh the same in both."""
HEAD = '''"""Weights of `rag.verify.support`, as printed by `python -m eval.calibrate_verify`; not to be edited one by one.

`READ` stand where a model reads claim and provision, `BARE` where none does.
"""

from corpus.types import Language
from rag.verify.fitted import Fitted
'''
"""How the module of weights begins."""
_LENGTH = "length"
_PENALTY = 10.0
_MISPLACED = 0.3
"""The part of the faithful claims that are fitted on as misplaced ones too; all of them are told of (decision 43)."""
_SEED, _FOLDS = 43, 8


def read(
    library: Library, embedder: TokenEmbedder | None, given: Sequence[LabelledClaim]
) -> tuple[list[dict[str, float]], NDArray[np.bool_]]:
    """The signs of each claim, and whether a finding fails it by itself; without a model those of its words alone."""
    reader = Reader(library, embedder)
    signs, failed = [], []
    for row in given:
        held = align(reader, gather(library, library.expand(row.reference)[0], row.language), row.text)
        found = findings(held)
        signs.append(nearness(held) | (entailment(held, embedder) if embedder else {}) | tally(found))
        failed.append(any(one.fatal for one in found))
    return signs, np.array(failed)


def table(
    signs: Sequence[dict[str, float]], given: Sequence[LabelledClaim], measured: Sequence[str] = MEASURED
) -> tuple[NDArray[np.float64], list[str]]:
    """The design matrix: what is measured for each language apart, findings for both."""
    kinds = sorted({name for one in signs for name in one} - set(measured))
    columns = [f"{language} {name}" for language in LANGUAGES for name in ("", *measured)] + kinds
    matrix = np.zeros((len(signs), len(columns)))
    for place, (one, row) in enumerate(zip(signs, given, strict=True)):
        matrix[place, columns.index(f"{row.language} ")] = 1.0
        for name, value in one.items():
            matrix[place, columns.index(f"{row.language} {name}" if name in measured else name)] = value
    return matrix, columns


def fit(matrix: NDArray[np.float64], right: NDArray[np.bool_], penalty: float) -> NDArray[np.float64]:
    """Weights by Newton's method with a ridge on standardized columns, both classes weighing the same."""
    scale = np.maximum(matrix.std(axis=0), 0.05)
    design = matrix / scale
    share = right.mean()
    weight = np.where(right, 0.5 / share, 0.5 / (1 - share))
    beta = np.zeros(design.shape[1])
    ridge = penalty * np.eye(len(beta))
    for _ in range(60):
        sure = expit(design @ beta)
        gradient = design.T @ (weight * (sure - right)) + ridge @ beta
        curvature = (design * (weight * sure * (1 - sure))[:, None]).T @ design + ridge
        step = np.linalg.solve(curvature, gradient)
        beta = beta - step
        if float(np.abs(step).max()) < 1e-9:
            break
    return np.asarray(beta / scale)


def fit_against(
    matrix: NDArray[np.float64], right: NDArray[np.bool_], columns: list[str], *, far: bool = False
) -> NDArray[np.float64]:
    """The same, but no finding may speak for a claim: columns of findings that would are left at nought.

    With `far` nor may it that its words lie far from the text's; all that is measured but a claim's length tells that.
    """
    free = {f"{language} {name}" for language in LANGUAGES for name in (("", _LENGTH) if far else ("", *MEASURED))}
    against = np.array([name not in free for name in columns])
    kept = np.ones(len(columns), bool)
    while True:
        beta = np.zeros(len(columns))
        beta[kept] = fit(matrix[:, kept], right, _PENALTY)
        wrong = against & (beta > 0)
        if not wrong.any():
            return beta
        kept &= ~wrong


def blended(matrices: Sequence[NDArray[np.float64]], dev: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The rows of dev as the first of two readers sees them, all others as the second does."""
    unread, own = matrices
    return np.where(dev[:, None], unread, own)


def folded(
    matrices: Sequence[NDArray[np.float64]],
    right: NDArray[np.bool_],
    given: Sequence[LabelledClaim],
    columns: list[str],
    dev: NDArray[np.bool_],
    fitted: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """Probabilities from models that have not seen the provision, by each of the `matrices` (of the unread reader, of the own).

    They are fitted on `blended` ones. Of the claims, shape (n,), those that are `fitted` alone have a part in any. A misplaced
    one is in the fold of the provision that it is on, not in that of the claim's own.
    """
    blend = blended(matrices, dev)
    fold = np.array([zlib.crc32(str(row.reference).encode()) % _FOLDS for row in given])
    sure = np.zeros((len(matrices), len(given)))
    for number in range(_FOLDS):
        own = fold == number
        others = fitted & ~own
        beta = fit_against(blend[others], right[others], columns)
        sure[:, own] = [expit(matrix[own] @ beta) for matrix in matrices]
    return sure


def report(sure: NDArray[np.float64], right: NDArray[np.bool_], threshold: float) -> str:
    """Balanced accuracy, errors passed and faithful claims rejected."""
    passed = float((sure[~right] >= threshold).mean())
    rejected = float((sure[right] < threshold).mean())
    return f"balanced accuracy {1 - (passed + rejected) / 2:.3f}, errors passed {passed:.3f}, faithful rejected {rejected:.3f}"


def main() -> None:
    """Fit, print the weights, and how the folds fare."""
    pipeline, settings = open_pipeline("core"), Settings.from_environment()
    own = _with_misplaced(pipeline, [claim for claim in load_all_claims() if claim.split is Split.DEV])
    further, apart = (_with_misplaced(pipeline, load_all_claims(folder=folder)) for folder in (FURTHER, UNFITTED))
    given = [*own, *further, *apart]
    dev, known = (np.arange(len(given)) < count for count in (len(own), len(own) + len(further)))
    fitted = known & np.array([claim.error != MISPLACED or _is_drawn(claim) for claim in given])
    library = pipeline.index.library
    convert(settings.model, say)
    with tempfile.TemporaryDirectory() as folder:
        convert(Path(folder) / "model", say, {**ADAPTERS, CLAIMS: UNREAD})
        unread, failed = read(library, OnnxEmbedder(Path(folder) / "model"), given)
    read_by_own, _ = read(library, OnnxEmbedder(settings.model), given)
    matrix, columns = table([*unread, *read_by_own], [*given, *given])
    matrices, right = np.split(matrix, 2), np.array([claim.error is None for claim in given])
    found = np.where(failed, 0.0, folded(matrices, right, given, columns, dev, fitted))
    _tell(given, dev, found, right)
    seen = [own if late else early for early, own, late in zip(unread, read_by_own, ~dev, strict=True)]
    weights = fit_against(blended(matrices, dev)[fitted], right[fitted], columns)
    rows = [claim for claim, one in zip(given, fitted, strict=True) if one]
    kept = [signs for signs, one in zip(seen, fitted, strict=True) if one]
    print(HEAD + written("READ", dict(zip(columns, weights, strict=True)), averages(kept, rows, MEASURED), MEASURED))
    print(bare(library, [claim for claim, one in zip(given, known, strict=True) if one]))


def bare(library: Library, given: Sequence[LabelledClaim]) -> str:
    """The part of the module for where no model reads: weights fitted on the claims as their words alone show them.

    All misplaced ones have a part in it, for nothing but words tells these there.
    """
    signs, _ = read(library, None, given)
    matrix, columns = table(signs, given, NEARNESS)
    weights = fit_against(matrix, np.array([claim.error is None for claim in given]), columns, far=True)
    return written("BARE", dict(zip(columns, weights, strict=True)), averages(signs, given, NEARNESS), NEARNESS)


def _with_misplaced(pipeline: Pipeline, claims: Sequence[LabelledClaim]) -> list[LabelledClaim]:
    """The claims, and behind them the faithful ones of them on another provision each."""
    return [*claims, *misplaced(pipeline, [claim for claim in claims if claim.error is None], _SEED)]


def _is_drawn(claim: LabelledClaim) -> bool:
    """Whether a misplaced claim has a part in the fit, by its identifier."""
    return zlib.crc32(claim.id.encode()) % 100 < 100 * _MISPLACED


def _tell(given: Sequence[LabelledClaim], dev: NDArray[np.bool_], found: NDArray[np.float64], right: NDArray[np.bool_]) -> None:
    """Print how each set fares in each language by either reader, and how many of its misplaced claims pass."""
    sets = np.array(["dev" if one else claim.dataset for one, claim in zip(dev, given, strict=True)])
    languages = np.array([claim.language for claim in given])
    moved = np.array([claim.error == MISPLACED for claim in given])
    for name, language, threshold in product(dict.fromkeys(sets), LANGUAGES, (0.4, 0.5, 0.6, SURE)):
        some = (sets == name) & (languages == language)
        for reader, sure in zip(("unread", "own"), found, strict=True):
            told = report(sure[some & ~moved], right[some & ~moved], threshold)
            astray = sure[some & moved]
            passed = f"misplaced passed {(astray >= threshold).sum()} of {len(astray)}"
            print(f"{name}, {language}, {reader} reader, at {threshold}: {told}, {passed}", file=sys.stderr)


def averages(
    signs: Sequence[dict[str, float]], given: Sequence[LabelledClaim], measured: Sequence[str]
) -> dict[Language, list[float]]:
    """What is measured of a middling claim of each language."""
    own = {one: [sign for sign, row in zip(signs, given, strict=True) if row.language is one] for one in LANGUAGES}
    return {one: [float(np.mean([sign[name] for sign in own[one]])) for name in measured] for one in LANGUAGES}


def written(title: str, weights: dict[str, float], average: dict[Language, list[float]], measured: Sequence[str]) -> str:
    """One of the two parts of the module of weights."""
    biases = ", ".join(f"Language.{one.name}: {weights[f'{one} ']:.3f}" for one in LANGUAGES)
    lines = ["", f"{title} = Fitted(", f"    bias={{{biases}}},", "    near={"]
    for one in LANGUAGES:
        inner = ", ".join(f'"{name}": {weights[f"{one} {name}"]:.3f}' for name in measured)
        lines.append(f"        Language.{one.name}: {{{inner}}},")
    lines += ["    },", "    average={"]
    for one in LANGUAGES:
        inner = ", ".join(f'"{name}": {value:.3f}' for name, value in zip(measured, average[one], strict=True))
        lines.append(f"        Language.{one.name}: {{{inner}}},")
    lines += ["    },", "    found={"]
    known = {f"{one} {name}" for one in LANGUAGES for name in ("", *measured)}
    lines += [f'        "{name}": {value:.3f},' for name, value in sorted(weights.items()) if name not in known]
    return "\n".join([*lines, "    },", ")"])


if __name__ == "__main__":
    main()
