"""What the model of entailment is fitted on is labelled as it should be, and keeps off what is held out."""

from collections import Counter
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from corpus.boundaries import Edge
from corpus.language import detect
from corpus.types import Language, Reference
from eval.calibrate_verify import FURTHER, UNREAD
from eval.claims import load_all_claims
from eval.mutations.sampling import statements
from eval.training import pairs
from eval.training.heldout import held_out
from eval.training.pair import CONTRADICTED, ENTAILED, NEUTRAL, Pair
from eval.training.pairs import across_pairs, claim_pairs, later_pairs, new_pairs, turned_pairs
from eval.training.questions import question_pairs
from eval.types import Split
from rag.embedder.adapter import ADAPTERS, CLAIMS, read_adapter
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline


def chance() -> Random:
    return Random(1)  # noqa: S311 - a sample, no secret


def asked(pipeline: Pipeline, *, held: bool) -> list[Pair]:
    return list(question_pairs(pipeline.index, HashEmbedder(), chance(), held=held))


def test_questions_have_the_label_of_their_kind(pipeline: Pipeline) -> None:
    """Asks are answered by their own provision and left open by others, silences left open, misbeliefs contradicted."""
    library = pipeline.index.library
    found = asked(pipeline, held=False) + asked(pipeline, held=True)
    labels = {one.kind: one.label for one in found}
    assert len({(one.kind, one.label) for one in found}) == len(labels)
    assert {kind: labels[kind] for kind in ("ask", "silence", "misbelief")} == {
        "ask": ENTAILED,
        "silence": NEUTRAL,
        "misbelief": CONTRADICTED,
    }
    assert all(label == NEUTRAL for kind, label in labels.items() if kind.startswith("stray"))
    assert all(one.question and one.premise and one.hypothesis for one in found)
    for one in found:
        digest = library.digest(one.reference)
        own = digest is not None and any(one.hypothesis in texts for texts in digest.asks.values())
        assert own == (one.kind == "ask") or one.kind not in ("ask", "stray ask")
    assert asked(pipeline, held=True) == asked(pipeline, held=True)


def test_a_misbelief_stands_beside_its_provision(pipeline: Pipeline) -> None:
    """Every misbelief and silence near a provision has a pair in each language that it is put in."""
    near = [one for one in pipeline.index.library.boundaries if one.reference is not None]
    counted = Counter(one.kind for one in asked(pipeline, held=False) + asked(pipeline, held=True))
    for edge in (Edge.MISBELIEF, Edge.SILENCE):
        languages = [Language.EN in one.asks for one in near if one.edge is edge]
        languages += [Language.ZH in one.asks for one in near if one.edge is edge]
        assert counted[edge.value] == sum(languages) > 0


def test_questions_near_rules_held_out_are_kept_apart(pipeline: Pipeline) -> None:
    """No question near a rule that is held out is among those fitted on, and the other way round."""
    own = ("ask", "silence", "misbelief")
    for held in (False, True):
        assert {held_out(one.reference) for one in asked(pipeline, held=held) if one.kind in own} <= {held}
    fitted, kept = ({one.hypothesis for one in asked(pipeline, held=held)} for held in (False, True))
    assert not fitted & kept


def test_statements_are_turned_round(pipeline: Pipeline) -> None:
    """Each stands once as it is, entailed, and once turned round, contradicted; those that are left out do neither."""
    library = pipeline.index.library
    faithful = {one.text for one in statements(library)}
    turned, less = (list(turned_pairs(library, HashEmbedder(), chance(), left=left)) for left in (0, 3))
    assert Counter(one.label for one in turned)[CONTRADICTED] == len(turned) / 2 > 0
    assert all((one.hypothesis in faithful) is (one.label == ENTAILED) for one in turned)
    assert 0 < len(less) < len(turned)


def test_statements_stand_beside_themselves_in_the_other_language(pipeline: Pipeline) -> None:
    """The same ones as beside their own language, each with what it says in the other one as the premise."""
    library = pipeline.index.library
    across = list(across_pairs(library, left=0))
    turned = list(turned_pairs(library, HashEmbedder(), chance(), left=0))
    assert Counter((one.hypothesis, one.label) for one in across) == Counter((one.hypothesis, one.label) for one in turned)
    told = {frozenset((statement.en, statement.zh)) for own in library.references for statement in library.statements(own)}
    assert all(frozenset((one.premise, one.hypothesis)) in told for one in across if one.label == ENTAILED)
    assert {detect(one.premise) for one in across} == {Language.EN, Language.ZH}


def test_claims_are_read_beside_all_their_evidence(pipeline: Pipeline) -> None:
    """A claim makes a pair with the statements and one with the official words, both with its label."""
    library = pipeline.index.library
    claim = load_all_claims(folder=pairs.FOLDER)[0]
    here = Reference.parse("sample-rules 9(2)")
    moved = type(claim)(
        **{name: getattr(claim, name) for name in claim.__dataclass_fields__} | {"reference": here, "language": Language.EN}
    )
    found = list(claim_pairs(library, HashEmbedder(), (moved,)))
    assert [one.label for one in found] == [ENTAILED, ENTAILED]
    assert len({one.premise for one in found}) == 2
    assert not any(one.question for one in found)


def test_the_reader_of_claims_goes_on(pipeline: Pipeline) -> None:
    """Later claims are read whole and once each, of earlier ones no more than some; a few beside the other language."""
    library = pipeline.index.library
    here, spoken = Reference.parse("sample-rules 9(2)"), Language.EN
    held = load_all_claims(("claims-e", "claims-f"), folder=pairs.FOLDER)[-400:]
    claims = [replace(claim, reference=here, language=spoken) for claim in held]
    assert {claim.dataset for claim in claims} == {"claims-f"}
    claims = [*claims, *(replace(claim, dataset="claims-e") for claim in claims[:300])]
    found = list(later_pairs(library, HashEmbedder(), claims, chance()))
    read = [one for one in found if one.kind == "claim"]
    assert Counter(one.hypothesis for one in read) == Counter(claim.text for claim in claims)
    labels = {claim.text: ENTAILED if claim.error is None else NEUTRAL for claim in claims}
    assert all((one.label == ENTAILED) is (labels[one.hypothesis] == ENTAILED) for one in read)
    in_chinese = [one for one in read if detect(one.premise) is Language.ZH]
    assert 0 < len(in_chinese) < len(read) / 4
    assert "statement" in {one.kind for one in found}


def test_pairs_that_are_new_to_the_evaluation(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """No pair on a provision that a claim of dev or test is on is left, whatever it is made of; every other one is."""
    library = pipeline.index.library
    here, there = Reference.parse("sample-rules 9(2)"), Reference.parse("sample-rules 9(1)")
    claims = [replace(claim, reference=place) for claim in load_all_claims()[:4] for place in (here, there)]
    drawn = list(later_pairs(library, HashEmbedder(), claims, chance()))
    monkeypatch.setattr(pairs, "load_all_claims", lambda: [replace(claims[0], reference=here)])
    left = list(new_pairs(library, drawn))
    assert left == [one for one in drawn if one.reference != here]
    assert here in {one.reference for one in drawn}
    assert there in {one.reference for one in left}


def test_the_reader_that_has_read_nothing_is_another_one() -> None:
    """The checker's weights are fitted with it: it fits the same network, and is not the one that reads."""
    unread, own = read_adapter(UNREAD), read_adapter(ADAPTERS[CLAIMS])
    assert unread.head is not None
    assert own.head is not None
    assert unread.head.weights.shape == own.head.weights.shape
    widths = {name: rows.shape[0] for name, rows in own.up.items()}
    assert unread.up.keys() < widths.keys()  # the one that reads was fitted in all layers, with more ranks
    assert all(rows.shape[0] == widths[name] for name, rows in unread.up.items())
    assert not np.array_equal(unread.head.weights, own.head.weights)


def test_further_claims_are_on_provisions_of_dev_and_in_no_other_set() -> None:
    """No reader has read them: none is one that a reader is fitted on, nor one of the evaluation."""
    further, evaluated = load_all_claims(folder=FURTHER), load_all_claims()
    assert {claim.reference for claim in further} <= {one.reference for one in evaluated if one.split is Split.DEV}
    others = {claim.text for claim in (*evaluated, *load_all_claims(folder=pairs.FOLDER))}
    assert not {claim.text for claim in further} & others
    assert {claim.language for claim in further} == {Language.EN, Language.ZH}
    assert {claim.error is None for claim in further} == {True, False}


def test_no_claim_of_the_evaluation_is_fitted_on() -> None:
    """The claims written for fitting are of other provisions than those of the test split, and repeat none of any set."""
    fitted, evaluated = load_all_claims(folder=pairs.FOLDER), load_all_claims()
    assert not {one.text for one in fitted} & {one.text for one in evaluated}
    tested = {one.reference for one in evaluated if one.split is Split.TEST}
    assert not tested & {one.reference for one in fitted}
    assert {one.split for one in fitted} == {Split.DEV}


def test_paragraphs_of_a_rule_are_held_out_together() -> None:
    """Some rules are held out, most are not, and with a rule all of its paragraphs and items."""
    rules = [Reference.parse(f"mandela {number}") for number in range(1, 123)]
    assert 0 < sum(held_out(rule) for rule in rules) < len(rules) / 2
    for rule in rules:
        assert {held_out(Reference.parse(f"{rule}{part}")) for part in ("(1)", "(1)(a)")} == {held_out(rule)}
