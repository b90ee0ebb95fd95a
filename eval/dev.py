"""Dev questions as retrieval and the decision see them: resolved, searched for, in folds, with what is due. Fits nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.language import detect
from corpus.library import Library
from corpus.types import Language, Reference
from eval.rows import CONTRASTS, GROUP
from eval.types import Expected, Item, Split, Turn
from rag.accept import accept
from rag.decide.decision import Course, seen
from rag.dialogue.resolve import Resolved, resolve_question
from rag.dialogue.turn import Turn as EarlierTurn
from rag.orders import without_orders
from rag.pipeline import Pipeline
from rag.refer import refer, refer_after
from rag.retrieve import DEPTH, Searched, search
from rag.superseded import revised
from rag.types import Reason

FOLDS = 5
_THE_READERS_OWN = "closer"
"""A set on which the reader of questions alone is fitted; with it the signs lost elsewhere what they gained on contrasts."""
_COURSES = {Expected.ANSWER: Course.ANSWER, Expected.REFUSE: Course.REFUSE, Expected.CORRECT: Course.CORRECT}
_BY_RULE = frozenset({"unsafe_input", "no_such_provision", "ambiguous_reference"})
"""Refusals that are decided before the model is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One dev question in one language, resolved from the turns before it; `fold` is its item's, or group's.

    As the pipeline takes it in: without orders to a program. Earlier turns count as answered as they ought to have been.
    """

    item: Item
    turn: Turn
    language: Language
    resolved: Resolved
    fold: int

    @property
    def needed(self) -> frozenset[Reference]:
        """What must be found."""
        return frozenset(need.reference for need in self.turn.gold if need.must)

    @property
    def name(self) -> str:
        """Its item, its turn where that is not the first, and its language, as `eval/unreached.txt` names it."""
        place = self.item.turns.index(self.turn)
        return f"{self.item.id}{f'/{place}' if place else ''} {self.language.value}"

    @property
    def follows(self) -> bool:
        """Whether it may lean on turns before it."""
        return self.resolved.text != self.resolved.own


def dev_questions(items: Sequence[Item], library: Library) -> Iterator[Asking]:
    """Every dev question that the model decides, in every language."""
    chosen = [item for item in items if item.split is Split.DEV and item.dataset != _THE_READERS_OWN]
    counts: Counter[str] = Counter()
    for item in sorted(chosen, key=lambda one: one.id):
        group = counts[item.dataset] // (GROUP if item.dataset in CONTRASTS else 1)
        counts[item.dataset] += 1
        for language in item.turns[0].question:
            earlier: list[EarlierTurn] = []
            for turn in (one for one in item.turns if language in one.question and one.reason not in _BY_RULE):
                resolved = resolve_question(library, without_orders(accept(turn.question[language])), earlier)
                yield Asking(item=item, turn=turn, language=language, resolved=resolved, fold=group % FOLDS)
                if turn.reason != Reason.OFF_TOPIC:
                    earlier.append(_taken(turn, resolved))


def _taken(turn: Turn, resolved: Resolved) -> EarlierTurn:
    """An earlier turn as one that was answered by its gold."""
    return EarlierTurn(
        asked=resolved.own,
        resolved=resolved.own if resolved.doubtful else resolved.text,
        leans=resolved.text != resolved.own and not resolved.doubtful,
        corrected=turn.expected is Expected.CORRECT,
        cited=tuple(need.reference for need in turn.gold if need.must),
    )


def courses_of(asked: Sequence[Asking]) -> NDArray[np.int64]:
    """What is due, shape (n,), in the order of the model's classes."""
    return np.array([list(Course).index(_COURSES[one.turn.expected]) for one in asked])


def folds_of(asked: Sequence[Asking]) -> NDArray[np.int64]:
    """The fold of each, shape (n,)."""
    return np.array([one.fold for one in asked])


def names_provision(pipeline: Pipeline, one: Asking) -> bool:
    """Whether a question names its provisions, so that they are resolved and not ranked."""
    return bool(refer(pipeline.index.library, one.resolved.text, detect(one.resolved.text)).resolved)


def searched_for(pipeline: Pipeline, one: Asking) -> Searched:
    """What the pipeline finds for a question."""
    text, own = one.resolved.text, one.resolved.own
    return search(pipeline.index, pipeline.embedder, own, text, detect(own), DEPTH, doubtful=one.resolved.doubtful)


def signs_for(pipeline: Pipeline, one: Asking) -> NDArray[np.float64]:
    """What the decision sees of a question, a leading 1 first, shape (1 + signs,)."""
    library, searched = pipeline.index.library, searched_for(pipeline, one)
    language = searched.asked.language
    return seen(
        pipeline.index,
        searched,
        revised(library, refer_after(library, searched.asked.text, one.resolved.own, language), searched.retrieved.found),
        refer(library, one.resolved.own, language),
    )
