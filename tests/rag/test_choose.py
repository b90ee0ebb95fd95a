"""How many provisions an answer is made of, and from which instruments."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.library import Library
from corpus.types import Language, Modality, Reference
from rag.choose import asks_for_several, choose, named_first, number_first, shares, with_rules
from rag.ports import Reading
from rag.retrieve import Found
from rag.signals import Asked


def found(instrument: str, locator: str, score: float) -> Found:
    """A provision with a score and nothing else."""
    reference = Reference(instrument=instrument, locator=locator)
    return Found(reference=reference, paragraph=reference, score=score, near=(), rows=(), signals=())


def asked(text: str, instruments: frozenset[str] = frozenset()) -> Asked:
    """A question that was read without a model."""
    none = np.zeros(1, np.float32)
    reading = Reading(vector=none, tokens=none[None, :])
    return Asked(
        text=text,
        subject=text,
        language=Language.EN,
        reading=reading,
        embedder="none",
        tokens=none[None, :],
        instruments=instruments,
    )


RANKED = (found("a", "1", 4.0), found("b", "1", 3.5), found("a", "2", 2.5), found("c", "1", 1.0))


@pytest.fixture
def bare(library: Library) -> Library:
    """Instruments of the names above, without digests."""
    (any_one, *_) = library.instruments.values()
    return Library(instruments=dict.fromkeys("abcd", any_one), texts={}, digests={})


def test_shares_add_up() -> None:
    """Shares are a softmax of the scores."""
    assert sum(shares(RANKED)) == pytest.approx(1.0)
    assert shares(()) == ()


def test_close_ones_are_chosen(bare: Library) -> None:
    """One question takes what is about as likely as the best; several questions in one take more."""
    assert choose(bare, RANKED, asked("Who lights the lamp?"), ()) == RANKED[:2]
    assert choose(bare, RANKED, asked("Who lights the lamp, who trims it, and who pays?"), ()) == RANKED[:3]


def test_what_points_to_another_is_told_with_it(library: Library) -> None:
    """A provision that one of the two digests points from to the other needs to be less likely."""
    digests = library.digests["sample-rules"]
    alone = {at: one.model_copy(update={"see_also": ()}) for at, one in digests.items()}
    pointing = {**alone, "5(2)": alone["5(2)"].model_copy(update={"see_also": ("sample-rules 5(1)",)})}
    ranked = [found("sample-rules", locator, score) for locator, score in (("5(1)", 2.0), ("4", 0.2), ("5(2)", 0.1))]
    chosen = [
        choose(replace(library, digests={"sample-rules": held}), order, asked("Who lights the lamp?"), ())
        for held in (alone, pointing)
        for order in (ranked, [replace(ranked[2], score=2.0), ranked[1], replace(ranked[0], score=0.1)])
    ]
    assert [[one.paragraph.locator for one in found] for found in chosen] == [
        ["5(1)"],
        ["5(2)"],
        ["5(1)", "5(2)"],
        ["5(2)", "5(1)"],
    ]


@pytest.mark.parametrize(("score", "told"), [(2.0, ("sample-comment", "sample-rules")), (1.5, ("sample-comment",)), (1.1, ())])
def test_the_same_in_another_text_is_told_sooner(library: Library, score: float, told: tuple[str, ...]) -> None:
    """What a digest points to in its own text must be likelier than what it points to in another."""
    digests = library.digests["sample-rules"]
    pointing = digests["5(1)"].model_copy(update={"see_also": ("sample-rules 5(2)", "sample-comment 1")})
    held = replace(library, digests={"sample-rules": {**digests, "5(1)": pointing}})
    best = found("sample-rules", "5(1)", 4.5)
    for instrument, locator in (("sample-comment", "1"), ("sample-rules", "5(2)")):
        second = found(instrument, locator, score)
        chosen = choose(held, [best, second], asked("Who lights the lamp?"), ())
        assert chosen == ((best, second) if instrument in told else (best,))


def test_each_named_instrument_has_its_best(bare: Library) -> None:
    """A question that compares instruments is answered from each of them."""
    comparing = replace(asked("What do A and C say on oil?", frozenset({"a", "c"})), subject="What do and say on oil?")
    assert [one.paragraph.instrument for one in choose(bare, RANKED, comparing, ())] == ["a", "b", "c"]


def test_a_named_instrument_stands_first_and_alone(bare: Library) -> None:
    """Who asks for one instrument is told of it, unless it has nothing near; who asks what it is, of nothing else."""
    fronted = named_first(RANKED, {"b"})
    assert [one.paragraph.instrument for one in fronted] == ["b", "a", "a", "c"]
    assert choose(bare, fronted, asked("Who lights the lamp?"), {"b"}) == (RANKED[1],)
    as_such = asked("What is B?", frozenset({"b"}))
    assert choose(bare, RANKED, as_such, {"b"}) == choose(bare, RANKED, as_such, set()) == (RANKED[1],)
    assert RANKED[0] in choose(bare, RANKED, replace(as_such, subject="What is lit?"), {"b"})
    far = (*RANKED, replace(RANKED[3], paragraph=Reference(instrument="d", locator="1"), score=-9.0))
    assert named_first(far, {"d"}) == far


@pytest.mark.parametrize(
    ("question", "several"), [("May I smoke?", False), ("探视和通信怎么规定", False), ("Food, water, beds?", True)]
)
def test_several(question: str, several: bool) -> None:
    """Several things are asked for where two joints stand in a question."""
    assert asks_for_several(question) is several


def test_a_definition_is_told_with_the_rules_it_serves(library: Library) -> None:
    """Of what only says what a word means, first or not, a rule that its digest points to is told too; a rule stands alone."""
    digests = library.digests["sample-rules"]
    rule = digests["5(1)"]
    declared = tuple(one.model_copy(update={"modality": Modality.DECLARATORY}) for one in rule.statements)
    definition = rule.model_copy(update={"statements": declared, "see_also": ("sample-rules 5(2)", "sample-rules 9(2)")})
    changed = {"sample-rules": {**digests, "5(1)": definition}}
    defining = Library(instruments=library.instruments, texts=library.texts, digests=changed)
    ranked = [found("sample-rules", locator, 1.0) for locator in ("5(1)", "4", "5(2)", "1", "13", "9(2)")]
    told = with_rules(defining, ranked[:1], ranked)
    assert [one.paragraph.locator for one in told] == ["5(1)", "5(2)"]
    behind = (ranked[1], ranked[0], *ranked[2:])
    assert [one.paragraph.locator for one in with_rules(defining, behind[:2], behind)] == ["4", "5(1)", "5(2)"]
    assert with_rules(library, ranked[:1], ranked) == (ranked[0],)
    assert with_rules(defining, (), ()) == ()
    as_well = definition.model_copy(update={"locator": "5(2)"})  # no rule, but what another word means
    no_rule = replace(defining, digests={"sample-rules": {**digests, "5(1)": definition, "5(2)": as_well}})
    assert with_rules(no_rule, ranked[:1], ranked) == (ranked[0],)


def test_what_gives_the_number_asked_for_leads(library: Library) -> None:
    """Where the first gives no such number, the likeliest that does goes before it; else nothing moves."""
    silent, watch, rest = (found("sample-rules", locator, 1.0) for locator in ("5(3)", "5(1)", "5(2)"))
    assert number_first(library, (silent, watch, rest), asked("How long may a watch last?")) == (watch, silent, rest)
    assert number_first(library, (rest, silent, watch), asked("How long may a watch last?")) == (rest, silent, watch)


@pytest.mark.parametrize(
    "question",
    [
        "Who keeps watch?",
        "How much money is due?",
        "From what age may a keeper watch?",
        "How long may a watch last, who keeps it, and who pays?",
        "Is a watch as long as that of ringers, or is there a difference, and how long?",
    ],
)
def test_the_rank_stands_where_no_time_alone_is_asked_for(library: Library, question: str) -> None:
    """Who asks for another thing, an age, several things or a comparison is told in the order of likelihood."""
    silent, watch = (found("sample-rules", locator, 1.0) for locator in ("5(3)", "5(1)"))
    assert number_first(library, (silent, watch), asked(question)) == (silent, watch)


def test_two_named_instruments_keep_their_rank(library: Library) -> None:
    """Each of several instruments is told in its place."""
    silent, watch = (found("sample-rules", locator, 1.0) for locator in ("5(3)", "5(1)"))
    both = asked("How long may a watch last?", frozenset({"sample-rules", "sample-comment"}))
    assert number_first(library, (silent, watch), both) == (silent, watch)
