"""What the model of entailment is fitted on is labelled as it should be, and keeps off what is held out."""

from collections import Counter
from random import Random

from corpus.boundaries import Edge
from corpus.types import Language, Reference
from eval.claims import load_all_claims
from eval.training import pairs
from eval.training.pairs import CONTRADICTED, ENTAILED, NEUTRAL, claim_pairs, held_out, question_pairs
from eval.types import Split
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline


def chance() -> Random:
    return Random(1)  # noqa: S311 - a sample, no secret


def test_questions_have_the_label_of_their_kind(pipeline: Pipeline) -> None:
    """Asks are answered by their provision and left open by a neighbour, silences left open, misbeliefs contradicted."""
    library = pipeline.index.library
    found = list(question_pairs(library, chance()))
    labels = {(one.kind, one.label) for one in found}
    assert labels == {("ask", ENTAILED), ("stray ask", NEUTRAL), ("silence", NEUTRAL), ("misbelief", CONTRADICTED)}
    assert all(one.question and one.premise and one.hypothesis for one in found)
    for one in found:
        digest = library.digest(one.reference)
        if one.kind == "ask":
            assert digest is not None
            assert any(one.hypothesis in texts for texts in digest.asks.values())
    assert found == list(question_pairs(library, chance()))


def test_a_misbelief_stands_beside_its_provision(pipeline: Pipeline) -> None:
    """Every misbelief and silence near a provision has a pair in each language that it is put in."""
    library = pipeline.index.library
    near = [one for one in library.boundaries if one.reference is not None]
    counted = Counter(one.kind for one in question_pairs(library, chance()))
    for edge in (Edge.MISBELIEF, Edge.SILENCE):
        languages = [Language.EN in one.asks for one in near if one.edge is edge]
        languages += [Language.ZH in one.asks for one in near if one.edge is edge]
        assert counted[edge.value] == sum(languages) > 0


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
    assert 0 < sum(held_out(rule) for rule in rules) < len(rules) / 3
    for rule in rules:
        assert {held_out(Reference.parse(f"{rule}{part}")) for part in ("(1)", "(1)(a)")} == {held_out(rule)}
