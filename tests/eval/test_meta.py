"""The checker checked, with checkers whose mistakes are known."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.holdings import in_scope, load_sample
from corpus.library import Library
from corpus.store import Store
from corpus.types import Language, Reference
from eval.claims import LabelledClaim
from eval.meta import Checker, Remembering, checker, run_meta
from eval.meta_result import MetaResult, Tally
from eval.mutations.registry import OPERATORS
from eval.mutations.sampling import LANGUAGES, statements
from eval.types import Split
from rag.ports import Entailment
from rag.types import Against, Step, Verdict, VerdictStatus

_CHOSEN = tuple(one for one in OPERATORS if one.name in ("negation", "wrong_paragraph", "quote_ellipsis"))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The sample instrument."""
    store = Store(tmp_path_factory.mktemp("meta") / "store.sqlite3")
    load_sample(store, lambda _line: None)
    return Library.read(store, in_scope(store, "sample"))


def _verdict(status: VerdictStatus, reason: str = "") -> Verdict:
    return Verdict(status=status, against=Against.DIGEST, reason=reason)


def _claim(number: int, text: str, label: VerdictStatus, error: str | None, split: Split = Split.DEV) -> LabelledClaim:
    return LabelledClaim(
        id=f"x{number:03}/en/1",
        dataset="claims-x",
        reference=Reference.parse("sample-rules 1"),
        language=Language.EN,
        text=text,
        label=label,
        error=error,
        split=split,
        author="nobody",
    )


CLAIMS = (
    _claim(1, "right and passes", VerdictStatus.SUPPORTED, None),
    _claim(2, "right and fails", VerdictStatus.SUPPORTED, None),
    _claim(3, "wrong and fails", VerdictStatus.CONTRADICTED, "wrong actor"),
    _claim(4, "wrong and passes", VerdictStatus.NOT_SUPPORTED, "added detail", Split.TEST),
)


def _by_word(claim: str, _reference: Reference, _without: frozenset[Step]) -> Verdict:
    """Passes what says that it passes, leaves the rest unchecked."""
    return _verdict(VerdictStatus.SUPPORTED if "passes" in claim else VerdictStatus.UNCHECKED, "novelty: some word")


def _negation_only(_claim: str, _reference: Reference, without: frozenset[Step]) -> Verdict:
    """Fails everything at the step of negation, as long as that is on."""
    if Step.NEGATION in without:
        return _verdict(VerdictStatus.SUPPORTED)
    return _verdict(VerdictStatus.CONTRADICTED, "negation: not")


def _run(library: Library, check: Checker, size: int = 5) -> MetaResult:
    return run_meta(library, CLAIMS, check, operators=_CHOSEN, size=size)


def test_a_checker_that_passes_everything_is_blind_everywhere(library: Library) -> None:
    """Recall is 0 and every operator with a sample is a blind spot."""
    result = _run(library, lambda _claim, _reference, _without: _verdict(VerdictStatus.SUPPORTED))
    sampled = [one for one in result.operators if one.tally.n]
    assert {one.recall.value for one in sampled if one.recall} == {0.0}
    assert {(one.name, one.language) for one in result.blind_spots} == {(one.name, one.language) for one in sampled}


def test_a_step_switched_off_lowers_only_what_it_catches(library: Library) -> None:
    """With its own step off, an operator's recall is that of the other steps."""
    result = _run(library, _negation_only)
    english = {one.name: one for one in result.operators if one.language is Language.EN}
    negation, moved = english["negation"], english["wrong_paragraph"]
    assert negation.recall is not None
    assert negation.recall_without is not None
    assert moved.recall_without is not None
    assert (negation.recall.value, negation.recall_without.value) == (1.0, 0.0)
    assert moved.recall_without.value == 1.0


def test_right_labels_are_counted_by_what_the_operator_allows(library: Library) -> None:
    """`contradicted` is right for a dropped "not", and wrong for a claim cited at the wrong place."""
    english = {one.name: one for one in _run(library, _negation_only).operators if one.language is Language.EN}
    assert english["negation"].right_label == english["negation"].tally.n > 0
    assert english["wrong_paragraph"].right_label == 0


def test_claims_are_counted_by_label_split_and_kind(library: Library) -> None:
    """Faithful claims that fail are false alarms; unchecked ones are shown apart."""
    result = _run(library, _by_word)
    alarms = result.false_alarms()
    assert (alarms.n, alarms.supported, alarms.unchecked) == (2, 1, 1)
    assert alarms.steps == {"novelty": 1}
    assert result.errors(split=Split.TEST).supported == 1
    assert [(one.kind, one.tally.n, one.tally.supported) for one in result.kinds] == [("actor", 1, 0), ("added", 1, 1)]
    assert result.balanced_accuracy(Language.EN, Split.DEV) == 0.75
    assert result.balanced_accuracy(Language.ZH) is None


def test_blind_authors_are_marked(library: Library) -> None:
    """An operator of somebody who has not read the checker is marked as such."""
    result = run_meta(library, (), _by_word, operators=_CHOSEN[:1], blind=_CHOSEN[1:2], size=2)
    assert [(one.name, one.blind) for one in result.operators] == [
        ("negation", False),
        ("negation", False),
        ("wrong_paragraph", True),
        ("wrong_paragraph", True),
    ]


def test_sentences_that_stray_are_counted_by_error_and_language(library: Library) -> None:
    """What stands on a provision that does not say it is shown as an operator's claims are, not supported being right."""
    strays = [replace(claim, error=name) for name in ("misplaced", "foreign") for claim in CLAIMS]
    found = run_meta(library, (), _by_word, operators=(), strays=strays)
    by_name = {(one.name, one.language): one for one in found.operators}
    assert list(by_name) == [(name, language) for name in ("misplaced", "foreign") for language in LANGUAGES]
    english = by_name["foreign", Language.EN]
    own = [claim for claim in CLAIMS if claim.language is Language.EN]
    assert english.tally == Tally.of(_by_word(claim.text, claim.reference, frozenset()) for claim in own)
    assert english.right_label == english.tally.not_supported
    assert (english.slot, english.without) == ("support", None)


def test_progress_ends_at_the_end(library: Library) -> None:
    """The last that is told is that all is done."""
    told: list[tuple[int, int]] = []
    run_meta(library, (), _by_word, operators=_CHOSEN, size=1, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (7, 7)
    assert [done for done, _ in told] == list(range(8))


def _fails_without_novelty(_claim: str, _reference: Reference, without: frozenset[Step]) -> Verdict:
    """Passes everything, and fails it once novelty is off, as a checker that weighs its steps together may."""
    return _verdict(VerdictStatus.NOT_SUPPORTED if Step.NOVELTY in without else VerdictStatus.SUPPORTED, "support: nothing")


def test_what_passed_is_checked_again_without_the_step(library: Library) -> None:
    """No claim keeps its verdict unseen when a step is switched off."""
    added = tuple(one for one in OPERATORS if one.name == "detail_added")
    found = run_meta(library, (), _fails_without_novelty, operators=added, size=5).operators[0]
    assert found.without is not None
    assert (found.tally.supported, found.without.supported) == (found.tally.n, 0)
    assert found.tally.n > 0


class _Counting:
    """A fake embedder that counts the texts it was given."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def token_vectors(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], ...]:
        self.seen += texts
        return tuple(np.full((1, 2), len(text), np.float32) for text in texts)

    def token_spans(self, text: str) -> tuple[tuple[int, int], ...]:
        return ((0, len(text)),)

    def entailment(self, premise: str, hypothesis: str, *, question: bool = False) -> Entailment:  # noqa: ARG002
        self.seen.append(f"{premise} {hypothesis}")
        return Entailment(entailed=-1.0, neutral=-1.0, contradicted=-1.0)


def test_a_text_is_embedded_once() -> None:
    """A text that was read lately comes from memory, with the same vectors in the order asked for."""
    counting = _Counting()
    remembering = Remembering(counting)
    first = remembering.token_vectors(["oil", "lamps", "oil"])
    again = remembering.token_vectors(["lamps", "wick", "oil"])
    assert counting.seen == ["oil", "lamps", "wick"]
    assert [float(one[0, 0]) for one in (*first, *again)] == [3, 5, 3, 5, 4, 3]
    assert remembering.token_spans("oil") == ((0, 3),)


def test_a_pair_is_read_once() -> None:
    """What a pair gave comes from memory; the other way round it is another pair."""
    counting = _Counting()
    remembering = Remembering(counting)
    first = [remembering.entailment(*pair) for pair in (("oil", "lamps"), ("lamps", "oil"), ("oil", "lamps"))]
    assert counting.seen == ["oil lamps", "lamps oil"]
    assert len(set(first)) == 1


def test_memory_is_bounded() -> None:
    """What was read long ago is read anew."""
    counting = _Counting()
    remembering = Remembering(counting)
    for number in range(1000):
        remembering.token_vectors([f"text {number}"])
    remembering.token_vectors(["text 0"])
    assert counting.seen.count("text 0") == 2


def test_the_programs_own_checker_is_the_default_one(library: Library) -> None:
    """A digest statement passes at its provision, and fails as nonexistent where the instrument ends."""
    check, one = checker(library), statements(library)[0]
    nowhere = Reference(instrument=one.reference.instrument, locator="999")
    assert check(one.text, one.reference, frozenset()).status is VerdictStatus.SUPPORTED
    assert check(one.text, nowhere, frozenset()).status is VerdictStatus.NOT_SUPPORTED


def test_the_samples_hold_something_for_most_operators(library: Library) -> None:
    """The sample instrument alone gives wrong claims for at least half of the operators, so the tests above try them."""
    result = run_meta(library, (), _by_word, operators=OPERATORS, size=1)
    assert sum(one.tally.n for one in result.operators) > len(OPERATORS)
