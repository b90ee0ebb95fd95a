"""The checker checked: claims with a known verdict go in, and what it says of them is counted.

Wrong claims come from mutation operators over a fixed sample and from hand-written sets; faithful ones from the sets
alone, since the checker knows digest statements by heart. Never lets a verdict of "unchecked" count as right or wrong
without being shown apart.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.library import Library
from corpus.types import Language, Reference
from eval.claims import LabelledClaim
from eval.error_kinds import KINDS, kind_of
from eval.meta_result import KindResult, LabelResult, MetaResult, OperatorResult, Tally
from eval.mutations.registry import ON_QUOTES
from eval.mutations.sampling import LANGUAGES, Drawn, draw, official_sentences, statements
from eval.mutations.types import Operator
from eval.types import Split
from rag.ports import Entailment, TokenEmbedder
from rag.text_checks import check_claim
from rag.types import Step, Verdict, VerdictStatus

SIZE = 100
"""Claims sampled for each operator and language, one a provision as long as there are provisions."""

_REMEMBERED = 3 * SIZE

Progress = Callable[[int, int], None]
Checker = Callable[[str, Reference, frozenset[Step]], Verdict]
"""The verdict on a claim against a reference, some steps left out."""

_STEPS = {step.value: step for step in Step}
_LABELS = (VerdictStatus.SUPPORTED, VerdictStatus.CONTRADICTED, VerdictStatus.NOT_SUPPORTED)


class Remembering:
    """A token embedder that keeps what it read last: each wrong claim is checked twice, with all steps and without one."""

    def __init__(self, embedder: TokenEmbedder) -> None:
        self._embedder = embedder
        self._kept: dict[str, NDArray[np.float32]] = {}
        self._read: dict[tuple[str, str, bool], Entailment] = {}

    def token_vectors(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], ...]:
        """The embedder's vectors for each text, from memory where it was among the last few hundred."""
        known = {text: self._kept[text] for text in texts if text in self._kept}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known |= zip(new, self._embedder.token_vectors(new), strict=True)
        self._kept |= known
        for text in list(self._kept)[:-_REMEMBERED]:
            del self._kept[text]
        return tuple(known[text] for text in texts)

    def token_spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """The embedder's spans."""
        return self._embedder.token_spans(text)

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:
        """What the embedder's model of entailment says, from memory where the pair was among the last few hundred."""
        pair = (premise, hypothesis, question)
        if pair not in self._read:
            self._read[pair] = self._embedder.entailment(premise, hypothesis, question=question)
            for old in list(self._read)[:-_REMEMBERED]:
                del self._read[old]
        return self._read[pair]


def checker(library: Library, embedder: TokenEmbedder | None = None) -> Checker:
    """The program's own checker over a library; without an embedder novelty and support go by words alone."""
    tokens = Remembering(embedder) if embedder else None

    def check(claim: str, reference: Reference, without: frozenset[Step]) -> Verdict:
        return check_claim(library, claim, reference.instrument, reference.locator, without=without, embedder=tokens)

    return check


def run_meta(  # noqa: PLR0913 - each is a choice of its own, and most have a default
    library: Library,
    claims: Sequence[LabelledClaim],
    check: Checker,
    *,
    operators: Sequence[Operator],
    blind: Sequence[Operator] = (),
    size: int = SIZE,
    near: Collection[Reference] = frozenset(),
    strays: Sequence[LabelledClaim] = (),
    ablate: bool = True,
    progress: Progress = lambda _done, _total: None,
) -> MetaResult:
    """Every operator in English and in Chinese, and every hand-written claim, checked and counted.

    `blind` are operators of authors who have not read the checker; `near` are provisions to draw from first; `strays`
    are sentences on a provision that does not say them, by their error; `ablate` checks all once more without the
    step made for an operator; `progress` is told of finished and of all parts.
    """
    material = {False: statements(library), True: official_sentences(library)}
    jobs = [(one, language) for one in (*operators, *blind) for language in LANGUAGES]
    results = []
    for done, (operator, language) in enumerate(jobs):
        progress(done, len(jobs) + 1)
        drawn = draw(operator, material[operator.name in ON_QUOTES], language, size, near)
        without = _without(operator.slot, drawn, check) if ablate else None
        results.append(_judged(operator, language, drawn, check, without, blind=operator in blind))
    progress(len(jobs), len(jobs) + 1)
    results += _strays(strays, check)
    verdicts = [(claim, check(claim.text, claim.reference, frozenset())) for claim in claims]
    progress(len(jobs) + 1, len(jobs) + 1)
    return MetaResult(
        size=size,
        texts_held=bool(library.texts),
        operators=tuple(results),
        labels=_by_label(verdicts),
        kinds=_by_kind(verdicts),
    )


def _strays(claims: Sequence[LabelledClaim], check: Checker) -> Iterator[OperatorResult]:
    """What the checker says of sentences on a provision that does not say them, as if an operator had put them there."""
    for name in dict.fromkeys(claim.error or "" for claim in claims):
        for language in LANGUAGES:
            own = [claim for claim in claims if claim.error == name and claim.language is language]
            verdicts = [check(claim.text, claim.reference, frozenset()) for claim in own]
            yield OperatorResult(
                name=name,
                slot=Step.SUPPORT.value,
                language=language,
                blind=False,
                tally=Tally.of(verdicts),
                right_label=sum(verdict.status is VerdictStatus.NOT_SUPPORTED for verdict in verdicts),
                without=None,
            )


def _judged(
    operator: Operator, language: Language, drawn: Sequence[Drawn], check: Checker, without: Tally | None, *, blind: bool
) -> OperatorResult:
    """The verdicts on an operator's claims, with all steps, beside those without its own."""
    verdicts = [check(one.mutant.text, one.mutant.reference, frozenset()) for one in drawn]
    wrong = [v for v in verdicts if v.status in (VerdictStatus.CONTRADICTED, VerdictStatus.NOT_SUPPORTED)]
    return OperatorResult(
        name=operator.name,
        slot=operator.slot,
        language=language,
        blind=blind,
        tally=Tally.of(verdicts),
        right_label=sum(verdict.status in operator.labels for verdict in wrong),
        without=without,
    )


def _without(slot: str, drawn: Sequence[Drawn], check: Checker) -> Tally | None:
    """The tally with one step switched off; every claim anew, since a step that is off may change what others weigh."""
    step = _STEPS.get(slot)
    if step is None:
        return None
    return Tally.of(check(one.mutant.text, one.mutant.reference, frozenset({step})) for one in drawn)


def _by_label(verdicts: Iterable[tuple[LabelledClaim, Verdict]]) -> tuple[LabelResult, ...]:
    groups: dict[tuple[Language, Split, VerdictStatus], list[Verdict]] = defaultdict(list)
    for claim, verdict in verdicts:
        groups[claim.language, claim.split, claim.label].append(verdict)
    return tuple(
        LabelResult(language=language, split=split, label=label, tally=Tally.of(groups[language, split, label]))
        for language in LANGUAGES
        for split in Split
        for label in _LABELS
        if (language, split, label) in groups
    )


def _by_kind(verdicts: Iterable[tuple[LabelledClaim, Verdict]]) -> tuple[KindResult, ...]:
    groups: dict[tuple[str, Language], list[Verdict]] = defaultdict(list)
    for claim, verdict in verdicts:
        if claim.error:
            groups[kind_of(claim.error), claim.language].append(verdict)
    return tuple(
        KindResult(language=language, kind=kind, tally=Tally.of(groups[kind, language]))
        for kind in KINDS
        for language in LANGUAGES
        if (kind, language) in groups
    )
