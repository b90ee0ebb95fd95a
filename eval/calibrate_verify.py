"""`python -m eval.calibrate_verify`: fits the weights of `rag.verify.support` on the dev split of the claim sets.

Prints the text of `rag/verify/weights.py`, to be put there by hand, and what the model errs on by folds of provisions: of dev,
and of further claims on the same provisions, which nobody looked at while the findings were written. Reads claims with a
reader that has read nothing on their provisions (`UNREAD`): the program's own has on most of them, and would be trusted more
than it deserves. Changes nothing. Claims of the test split are never read.
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
from corpus.types import Language
from eval.claims import LabelledClaim, load_all_claims
from eval.mutations.sampling import LANGUAGES
from eval.types import Split
from rag.embedder.adapter import ADAPTERS, CLAIMS
from rag.embedder.convert import convert
from rag.embedder.onnx import OnnxEmbedder
from rag.ports import TokenEmbedder
from rag.verify.alignment import align
from rag.verify.entailment import ENTAILMENT, entailment
from rag.verify.evidence import gather
from rag.verify.finding import tally
from rag.verify.nearness import NEARNESS, nearness
from rag.verify.signs import findings
from rag.verify.support import SURE
from rag.verify.words import Reader
from rag.wiring import open_library, say

FURTHER = Path(__file__).parent / "training" / "unread"
"""Claims on the provisions of dev that nothing is fitted on."""
UNREAD = FURTHER / "claims.npz"
"""A reader of claims that has read nothing on the provisions that the evaluation has claims on."""
MEASURED = (*NEARNESS, *ENTAILMENT)
"""Numbers that are weighed for each language apart; findings weigh the same in both."""
_PENALTY = 3.0
_FOLDS = 8


def read(library: Library, embedder: TokenEmbedder, given: Sequence[LabelledClaim]) -> list[dict[str, float]]:
    """The signs of each claim."""
    reader = Reader(library, embedder)
    found = []
    for row in given:
        held = align(reader, gather(library, library.expand(row.reference)[0], row.language), row.text)
        found.append(nearness(held) | entailment(held, embedder) | tally(findings(held, frozenset())))
    return found


def table(signs: Sequence[dict[str, float]], given: Sequence[LabelledClaim]) -> tuple[NDArray[np.float64], list[str]]:
    """The design matrix: nearness for each language apart, findings for both."""
    kinds = sorted({name for one in signs for name in one} - set(MEASURED))
    columns = [f"{language} {name}" for language in LANGUAGES for name in ("", *MEASURED)] + kinds
    matrix = np.zeros((len(signs), len(columns)))
    for place, (one, row) in enumerate(zip(signs, given, strict=True)):
        matrix[place, columns.index(f"{row.language} ")] = 1.0
        for name, value in one.items():
            matrix[place, columns.index(f"{row.language} {name}" if name in MEASURED else name)] = value
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
    matrix: NDArray[np.float64], right: NDArray[np.bool_], columns: list[str], penalty: float
) -> NDArray[np.float64]:
    """The same, but no finding may speak for a claim: columns of findings that would are left at nought."""
    findings_at = np.array([not name.startswith(("en ", "zh ")) for name in columns])
    kept = np.ones(len(columns), bool)
    while True:
        beta = np.zeros(len(columns))
        beta[kept] = fit(matrix[:, kept], right, penalty)
        wrong = findings_at & (beta > 0)
        if not wrong.any():
            return beta
        kept &= ~wrong


def folded(
    matrix: NDArray[np.float64],
    right: NDArray[np.bool_],
    given: Sequence[LabelledClaim],
    columns: list[str],
    penalty: float,
    fitted: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """Probabilities from models that are fitted on those of the claims, and have not seen the provision."""
    fold = np.array([zlib.crc32(str(row.reference).encode()) % _FOLDS for row in given])
    sure = np.zeros(len(given))
    for number in range(_FOLDS):
        others = fitted & (fold != number)
        beta = fit_against(matrix[others], right[others], columns, penalty)
        sure[fold == number] = expit(matrix[fold == number] @ beta)
    return sure


def report(sure: NDArray[np.float64], right: NDArray[np.bool_], threshold: float) -> str:
    """Balanced accuracy, errors passed and faithful claims rejected."""
    passed = float((sure[~right] >= threshold).mean())
    rejected = float((sure[right] < threshold).mean())
    return f"balanced accuracy {1 - (passed + rejected) / 2:.3f}, errors passed {passed:.3f}, faithful rejected {rejected:.3f}"


def main() -> None:
    """Fit on dev, print the weights, and how the folds fare."""
    own = [claim for claim in load_all_claims() if claim.split is Split.DEV]
    given = [*own, *load_all_claims(folder=FURTHER)]
    dev = np.arange(len(given)) < len(own)
    library = open_library("core")
    with tempfile.TemporaryDirectory() as folder:
        convert(Path(folder) / "model", say, {**ADAPTERS, CLAIMS: UNREAD})
        signs = read(library, OnnxEmbedder(Path(folder) / "model"), given)
    matrix, columns = table(signs, given)
    right = np.array([claim.error is None for claim in given])
    for penalty in (1.0, 3.0, 10.0, 30.0):
        sure = folded(matrix, right, given, columns, penalty, dev)
        for language, (name, kept) in product(LANGUAGES, (("dev", dev), ("further", ~dev))):
            some = kept & np.array([row.language is language for row in given])
            for threshold in (0.4, 0.5, SURE, 0.7):
                found = report(sure[some], right[some], threshold)
                print(f"penalty {penalty}, {name}, {language}, at {threshold}: {found}", file=sys.stderr)
    average = {language: _average(signs[: len(own)], own, language) for language in LANGUAGES}
    print(written(dict(zip(columns, fit_against(matrix[dev], right[dev], columns, _PENALTY), strict=True)), average))


def _average(signs: Sequence[dict[str, float]], given: Sequence[LabelledClaim], language: Language) -> list[float]:
    """The nearness of a middling claim of a language."""
    own = [one for one, row in zip(signs, given, strict=True) if row.language is language]
    return [float(np.mean([one[name] for one in own])) for name in MEASURED]


def written(weights: dict[str, float], average: dict[Language, list[float]]) -> str:
    """The text of the module of weights."""
    lines = [
        '"""Weights of `rag.verify.support`, as printed by `python -m eval.calibrate_verify`; not to be edited one by one."""',
        "",
        "from corpus.types import Language",
        "",
    ]
    biases = ", ".join(f"Language.{one.name}: {weights[f'{one} ']:.3f}" for one in LANGUAGES)
    lines += [f"BIAS = {{{biases}}}", "", "NEAR = {"]
    for one in LANGUAGES:
        inner = ", ".join(f'"{name}": {weights[f"{one} {name}"]:.3f}' for name in MEASURED)
        lines.append(f"    Language.{one.name}: {{{inner}}},")
    lines += ["}", "", "AVERAGE = {"]
    for one in LANGUAGES:
        inner = ", ".join(f'"{name}": {value:.3f}' for name, value in zip(MEASURED, average[one], strict=True))
        lines.append(f"    Language.{one.name}: {{{inner}}},")
    lines += ["}", "", "FOUND = {"]
    known = {f"{one} {name}" for one in LANGUAGES for name in ("", *MEASURED)}
    lines += [f'    "{name}": {value:.3f},' for name, value in sorted(weights.items()) if name not in known]
    return "\n".join([*lines, "}"]) + "\n"


if __name__ == "__main__":
    main()
