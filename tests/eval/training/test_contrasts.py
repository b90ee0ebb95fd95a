"""What the reader of questions goes on over: contrasts beside their provision, and enough of what it was fitted on before."""

from random import Random

import pytest

from corpus.boundaries import Edge
from corpus.types import Language, Reference
from eval.rows import CONTRASTS, GROUP
from eval.training.contrasts import contrast_pairs, contrasts, remembered
from eval.training.pair import CONTRADICTED, ENTAILED, NEUTRAL, Pair
from eval.types import Expected, Item, ItemType, Need, Split, Turn
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline

LABELS = {"ask": ENTAILED, "stray ask": NEUTRAL, Edge.SILENCE.value: NEUTRAL, Edge.MISBELIEF.value: CONTRADICTED}
KINDS = {
    Expected.ANSWER: {"ask", "stray ask"},
    Expected.REFUSE: {Edge.SILENCE.value},
    Expected.CORRECT: {Edge.MISBELIEF.value},
}
WATCH = Reference(instrument="sample-rules", locator="5(1)")
OTHER = Reference(instrument="sample-rules", locator="15")
GROUPS = 16


def chance() -> Random:
    return Random(1)  # noqa: S311 - a sample, no secret


def item(number: int, expected: Expected) -> Item:
    """An item of a group, whose questions are told apart by its number."""
    must = expected is not Expected.REFUSE
    gold = (Need(reference=WATCH, must=must), Need(reference=OTHER, must=False))
    question = {Language.EN: f"How long is watch {number} of a keeper?", Language.ZH: f"第{number}班多长？"}
    turn = Turn(question=question, gold=gold, nuggets=(), must_not_say=(), expected=expected, reason=None)
    return Item(id=f"q{number}", dataset="closer", type=ItemType.LOOKUP, turns=(turn,), split=Split.DEV, author="test")


ITEMS = tuple(item(GROUP * group + place, one) for group in range(GROUPS) for place, one in enumerate(KINDS))


@pytest.fixture(scope="module")
def held(pipeline: Pipeline) -> tuple[Pair, ...]:
    """The pairs that are kept apart."""
    return tuple(contrast_pairs(pipeline.index, HashEmbedder(), ITEMS, chance(), held=True))


@pytest.fixture(scope="module")
def fitted(pipeline: Pipeline) -> tuple[Pair, ...]:
    """All others."""
    return tuple(contrast_pairs(pipeline.index, HashEmbedder(), ITEMS, chance(), held=False))


def test_every_pair_has_the_label_of_what_is_expected(held: tuple[Pair, ...], fitted: tuple[Pair, ...]) -> None:
    """Answers stand beside what they need, false assumptions beside what denies them, strays beside what is not gold."""
    turns = {text: one.turns[0] for one in ITEMS for text in one.turns[0].question.values()}
    for pair in (*held, *fitted):
        expected = turns[pair.hypothesis].expected
        assert pair.question
        assert pair.premise
        assert pair.kind in KINDS[expected]
        assert pair.label == LABELS[pair.kind]
        if pair.kind == "stray ask":
            assert pair.reference not in (WATCH, OTHER)
        elif expected is not Expected.REFUSE:
            assert pair.reference == WATCH
    assert {pair.kind for pair in fitted} == set(LABELS)
    assert WATCH in {pair.reference for pair in fitted if pair.kind == Edge.SILENCE.value}


def test_groups_are_kept_apart_whole(held: tuple[Pair, ...], fitted: tuple[Pair, ...]) -> None:
    """One group in eight, all three of it in both languages; of all the others every question is fitted on."""
    apart, others = {pair.hypothesis for pair in held}, {pair.hypothesis for pair in fitted}
    assert not apart & others
    assert apart | others == {text for one in ITEMS for text in one.turns[0].question.values()}
    groups = {place // GROUP for place, one in enumerate(ITEMS) if apart & set(one.turns[0].question.values())}
    assert groups == {3, 11}
    assert len(apart) == len(groups) * GROUP * 2


def test_only_dev_is_read() -> None:
    """The dev split of the contrast sets, whole groups one after the other, one of each course."""
    items = contrasts()
    assert {one.split for one in items} == {Split.DEV}
    assert {one.dataset for one in items} == set(CONTRASTS)
    for start in range(0, len(items), GROUP):
        assert {one.turns[0].expected for one in items[start : start + GROUP]} == set(KINDS)


def test_what_is_remembered(pipeline: Pipeline) -> None:
    """Asks and lines of the edge beside their own provision, the same each time."""
    library = pipeline.index.library
    pairs = remembered(library, chance())
    assert pairs == remembered(library, chance())
    assert {pair.kind for pair in pairs} == {"ask", Edge.SILENCE.value, Edge.MISBELIEF.value}
    near = {
        text: library.paragraph(one.reference)
        for one in library.boundaries
        if one.reference
        for texts in one.asks.values()
        for text in texts
    }
    for pair in pairs:
        assert pair.label == LABELS[pair.kind]
        digest = library.digest(pair.reference)
        assert digest is not None
        if pair.kind == "ask":
            assert any(pair.hypothesis in texts for texts in digest.asks.values())
        else:
            assert near[pair.hypothesis] == pair.reference
