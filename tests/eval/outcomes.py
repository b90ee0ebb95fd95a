"""Items and outcomes made by hand, for tests of what judges them."""

from dataclasses import replace

from corpus.types import Language, Reference
from eval.choice import Choice
from eval.metrics.nuggets import Coverage
from eval.record import Made, Record, Surroundings
from eval.score import Judging, score
from eval.scores import Scores
from eval.types import Expected, Item, ItemType, Need, Nugget, Outcome, Said, Split, Turn

RULE, OTHER = (Reference(instrument="sample-rules", locator=one) for one in ("5(1)", "9(2)"))
REASONS = {Expected.ANSWER: None, Expected.REFUSE: "not_in_texts", Expected.CORRECT: "false_premise"}


def item(number: int, expected: Expected = Expected.ANSWER, kind: ItemType = ItemType.LOOKUP, *forbidden: str) -> Item:
    """An item in English that needs sample rule 5 (1), or nothing where it is to be refused."""
    gold = () if expected is Expected.REFUSE else (Need(reference=RULE, must=True),)
    turn = Turn(
        question={Language.EN: f"Question {number}?"},
        gold=gold,
        nuggets=(),
        must_not_say=forbidden,
        expected=expected,
        reason=REASONS[expected],
    )
    return Item(id=f"h{number:03}", dataset="hand", type=kind, turns=(turn,), split=Split.DEV, author="test")


def refusal(of: Item, reason: str = "not_in_texts") -> Outcome:
    """The item refused."""
    return Outcome(
        item=of.id,
        turn=0,
        language=Language.EN,
        question=of.turns[0].question[Language.EN],
        status="refused",
        reason=reason,
        message="",
        claims=(),
        dropped=(),
        corrections=(),
        corrected=(),
        ranking=(),
        nearest=(),
        timings_ms={"total": 1.0},
    )


def said(reference: Reference = RULE, verdict: str = "supported", text: str = "A watch must not go on.") -> Said:
    """A claim that cites one provision."""
    return Said(text=text, citations=(reference,), verdict=verdict, reason="numbers agree", aligned="no watch shall last")


def answer(of: Item, *claims: Said) -> Outcome:
    """The item answered with these claims, or with one that is right."""
    given = claims or (said(),)
    ranking = tuple(dict.fromkeys(one for claim in given for one in claim.citations))
    return replace(refusal(of), status="answered", reason=None, claims=given, ranking=ranking)


def correction(of: Item, *cited: Reference) -> Outcome:
    """The item answered with a correction that cites these."""
    return replace(answer(of), corrections=("It is six hours.",), corrected=cited, reason="false_premise")


def no_nuggets(_nugget: Nugget, _outcome: Outcome) -> Coverage:
    """A judge for items without nuggets."""
    return Coverage.NONE


def as_said(_text: str, _provisions: tuple[Reference, ...]) -> bool:
    """A checker that believes every sentence that cites something which exists."""
    return True


def judged(items: list[Item], outcomes: list[Outcome]) -> Scores:
    """The outcomes judged."""
    return score(items, outcomes, Judging(judge=no_nuggets, entails=as_said))


def record(name: str = "run", choice: str = "smoke", holdings: str = "official", system: str = "assistant") -> Record:
    """The record of a run that is finished."""
    return Record(
        id=name,
        made=Made(
            system=system,
            scope="sample",
            choice=Choice(name=choice),
            corpus_version="c0",
            index="i0",
            embedder="e0",
            llm=None,
            holdings=holdings,
            code="k0",
            datasets={"hand.jsonl": "d0"},
        ),
        surroundings=Surroundings(commit="abc", dirty=True, python="3.11", platform="test", packages={"numpy": "2"}),
        fresh=False,
        started="2026-01-01T00:00:00+00:00",
        finished="2026-01-01T00:01:00+00:00",
        asked=1,
        stages_ms={},
    )
