"""Gates: what they let pass and what they stop."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import BadInput
from corpus.types import Reference
from eval.gate import faults, proposed, ratcheted
from eval.gates import GateFile, gates_text, read_gates
from eval.metrics.intervals import Estimate
from eval.record import Record
from eval.scores import Kind, Measure, Scores
from eval.types import Expected, ItemType, Outcome
from tests.eval.outcomes import OTHER, answer, item, judged, record, refusal, said

ITEMS = [item(n) for n in range(1, 11)] + [item(n, Expected.REFUSE, ItemType.UNANSWERABLE) for n in range(11, 31)]
CRITICAL = ("h001", "h011")


def run(answered_of_unanswerable: int = 5, **changed: Outcome) -> Scores:
    """Ten answered, of twenty unanswerable some answered (the last ones); `changed` by item."""
    outcomes = [answer(one) for one in ITEMS[:10]] + [refusal(one) for one in ITEMS[10:]]
    for place in range(30 - answered_of_unanswerable, 30):
        outcomes[place] = answer(ITEMS[place])
    return judged(ITEMS, [changed.get(one.item, one) for one in outcomes])


def gates(scores: Scores) -> GateFile:
    """The gates that a run sets."""
    return ratcheted(record(), scores, GateFile(), CRITICAL)


def found(scores: Scores, held: GateFile, made: Record | None = None) -> list[str]:
    """Names of the gates that fail."""
    return [fault.gate for fault in faults(made or record(), scores, held, CRITICAL)]


def with_gate(held: GateFile, kind: Kind, name: str, measure: Measure, value: float | None) -> GateFile:
    """The gates with one set otherwise, or taken away."""
    one = held.gates["smoke"]["official"]
    classes = {k: {n: dict(measures) for n, measures in named.items()} for k, named in one.classes.items()}
    if value is None:
        del classes[kind][name][measure]
    else:
        classes[kind][name][measure] = value
    return GateFile(gates={"smoke": {"official": one.model_copy(update={"classes": classes})}})


def test_a_run_passes_its_own_gates() -> None:
    """Gates set from a run hold for it."""
    assert found(run(), gates(run())) == []


def test_no_gates() -> None:
    """Where there are no gates for what was asked, or for the texts that are held, that is a failure."""
    assert found(run(), GateFile()) == ["smoke on official"]
    assert found(run(), gates(run()), record(holdings="digests")) == ["smoke on digests"]
    assert found(run(), gates(run()), record(choice="test")) == ["test on official"]


def test_a_narrowed_choice_has_no_gates() -> None:
    """A run of some sets only is not held to the gates of all."""
    narrowed = replace(record(), made=replace(record().made, choice=replace(record().made.choice, limit=3)))
    assert found(run(), gates(run()), narrowed) == ["smoke, narrowed by hand on official"]


def test_another_system() -> None:
    """A baseline is not held to the assistant's gates."""
    assert found(run(), gates(run()), record(system="oracle")) == ["system"]


def test_a_class_without_a_gate() -> None:
    """Every class has a gate on how often it is right."""
    held = with_gate(gates(run()), Kind.TYPE, "lookup", Measure.RIGHT, None)
    assert found(run(), held) == ["type.lookup.right"]


def test_a_class_that_is_gone() -> None:
    """A class that has gates and is not asked any more fails, as when an instrument is dropped."""
    held = gates(run())
    held = with_gate(held, Kind.TYPE, "lookup", Measure.RIGHT, 1.0)
    held.gates["smoke"]["official"].classes[Kind.INSTRUMENT]["tokyo"] = {Measure.RIGHT: 0.5}
    assert found(run(), held) == ["instrument.tokyo"]


def test_a_drop_is_caught_by_its_gates() -> None:
    """More hallucinations fail the gates of hallucination and of being right, of the class and of all."""
    assert found(run(9), gates(run(5))) == [
        "all.all.right",
        "all.all.hallucination",
        "type.unanswerable.right",
        "type.unanswerable.hallucination",
        "language.en.right",
        "language.en.hallucination",
    ]


def test_a_citation_that_does_not_exist() -> None:
    """One made-up citation fails every class that it is in, whatever the file says; no gate for it can be slackened."""
    nowhere = Reference(instrument="sample-rules", locator="99")
    made_up = run(h001=answer(ITEMS[0], said(), said(nowhere)))
    held = with_gate(gates(run()), Kind.ALL, "all", Measure.NONEXISTENT, 0.5)
    failed = {name for name in found(made_up, held) if name.endswith(".nonexistent")}
    assert failed == {
        "all.all.nonexistent",
        "type.lookup.nonexistent",
        "language.en.nonexistent",
        "instrument.sample-rules.nonexistent",
    }
    assert found(run(), gates(run())) == []


def test_one_outcome_may_turn() -> None:
    """A single further hallucination is within the gates; a gate is no snapshot."""
    assert found(run(6), gates(run(5))) == []


def test_a_slack_gate() -> None:
    """A gate below the interval of the value would let a significant drop pass, and fails for that."""
    slack = with_gate(gates(run()), Kind.TYPE, "unanswerable", Measure.HALLUCINATION, 0.9)
    (fault,) = faults(record(), run(), slack, CRITICAL)
    assert fault.gate == "type.unanswerable.hallucination"
    assert "would let a significant drop" in fault.why


def test_a_gate_on_nothing() -> None:
    """A gate on a measure that applies to no outcome fails."""
    held = with_gate(gates(run()), Kind.TYPE, "lookup", Measure.PREMISE_CORRECTED, 0.1)
    assert found(run(), held) == ["type.lookup.premise_corrected"]


def test_a_critical_item() -> None:
    """A critical outcome that turns wrong fails by name, though its classes hold."""
    wrong = run(h001=answer(ITEMS[0], said(OTHER)))
    assert "critical.h001/0/en" in found(wrong, gates(run()))


def test_a_critical_item_that_was_not_asked() -> None:
    """A critical item that is left out fails."""
    names = [fault.gate for fault in faults(record(), run(), gates(run()), (*CRITICAL, "h099"))]
    assert names == ["critical.h099"]


def test_open_items() -> None:
    """A critical outcome known to be wrong is open; once it is right, the gate asks to take it out."""
    wrong = run(h001=refusal(ITEMS[0]))
    held = gates(wrong)
    assert held.gates["smoke"]["official"].open == ("h001/0/en",)
    assert found(wrong, held) == []
    assert "open.h001/0/en" in found(run(), held)


def test_ratcheting_never_opens() -> None:
    """A critical outcome that was right and is wrong now is not put among the open ones by raising gates."""
    wrong = run(h001=refusal(ITEMS[0]))
    raised = ratcheted(record(), wrong, gates(run()), CRITICAL)
    assert raised.gates["smoke"]["official"].open == ()
    assert "critical.h001/0/en" in found(wrong, raised)


def test_ratcheting_never_lowers() -> None:
    """Gates raised by a worse run are nowhere slacker than they were."""
    before = gates(run(5))
    after = ratcheted(record(), run(9), before, CRITICAL).gates["smoke"]["official"].classes
    slackened = [
        (name, measure)
        for kind, classes in before.gates["smoke"]["official"].classes.items()
        for name, measures in classes.items()
        for measure, gate in measures.items()
        if (after[kind][name][measure] > gate if measure.lower_is_better else after[kind][name][measure] < gate)
    ]
    assert slackened == []
    assert (
        after[Kind.ALL]["all"][Measure.HALLUCINATION]
        == before.gates["smoke"]["official"].classes[Kind.ALL]["all"][Measure.HALLUCINATION]
    )


PROPOSALS = [
    # value, low, high, n, old → gate: one outcome of ten below
    (Measure.RIGHT, 0.8, 0.5, 0.95, 10, None, 0.7),
    # never below the interval
    (Measure.RIGHT, 0.8, 0.75, 0.85, 10, None, 0.75),
    # an old gate that is higher stays
    (Measure.RIGHT, 0.8, 0.5, 0.95, 10, 0.79, 0.79),
    # an old gate that is lower is raised
    (Measure.RIGHT, 0.8, 0.5, 0.95, 10, 0.6, 0.7),
    # a ceiling: one outcome above, within the interval
    (Measure.HALLUCINATION, 0.2, 0.1, 0.4, 10, None, 0.3),
    (Measure.HALLUCINATION, 0.2, 0.1, 0.25, 10, 0.9, 0.25),
    (Measure.HALLUCINATION, 0.2, 0.1, 0.4, 10, 0.21, 0.21),
    # written to three decimals on the right side of value and interval
    (Measure.RIGHT, 1 / 3, 0.3331, 0.5, 300, None, 0.333),
]


@pytest.mark.parametrize(("measure", "value", "low", "high", "n", "old", "gate"), PROPOSALS)
def test_proposed(measure: Measure, value: float, low: float, high: float, n: int, old: float | None, gate: float) -> None:
    """The proposed gate is that of the table."""
    assert proposed(measure, Estimate(value=value, low=low, high=high, n=n), old) == pytest.approx(gate)


def test_the_file_reads_back(tmp_path: Path) -> None:
    """What is printed reads back as the same gates, to three decimals."""
    held = gates(run(h001=refusal(ITEMS[0])))
    path = tmp_path / "gates.toml"
    path.write_text(gates_text(held), encoding="utf-8")
    again = read_gates(path)
    assert gates_text(again) == gates_text(held)
    assert again.gates["smoke"]["official"].open == ("h001/0/en",)
    assert found(run(h001=refusal(ITEMS[0])), again) == []


def test_a_file_that_is_none(tmp_path: Path) -> None:
    """A missing file holds no gates; one with an unknown measure is refused by name."""
    assert read_gates(tmp_path / "none.toml") == GateFile()
    (tmp_path / "bad.toml").write_text("[gates.smoke.official.classes.type.lookup]\nrigth = 0.5\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"bad\.toml"):
        read_gates(tmp_path / "bad.toml")
