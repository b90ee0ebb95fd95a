"""Invented rules: each claim beside its rule by the label of its verdict, and nothing of them in an instrument or a set."""

from collections import Counter
from pathlib import Path

import pytest

from corpus.errors import BadInput
from corpus.facts import known_instruments
from corpus.types import Language
from eval.claims import load_all_claims
from eval.training.pair import ENTAILED, LABELS
from eval.training.rules import INVENTED, rule_pairs, rules


def test_every_claim_stands_beside_its_rule() -> None:
    """Once, with the label of its verdict, and never as a question; of a rule that is kept apart all claims are."""
    rows = rules()
    fitted, apart = (list(rule_pairs(rows, held=held)) for held in (False, True))
    pairs = [*fitted, *apart]
    claims = Counter((row.rule, claim.text, LABELS[claim.label]) for row in rows for claim in row.claims)
    assert Counter((one.premise, one.hypothesis, one.label) for one in pairs) == claims
    assert not {one.premise for one in fitted} & {one.premise for one in apart}
    assert len(rows) / 20 < len({one.premise for one in apart}) < len(rows) / 5
    assert not any(one.question for one in pairs)
    assert {one.reference.instrument for one in pairs} == {INVENTED}


def test_the_lines_that_are_kept() -> None:
    """Each rule stands once, in both languages, with faithful and wrong claims in its own language and in the other."""
    rows = rules()
    assert len({row.id for row in rows}) == len({row.rule for row in rows}) == len(rows) > 0
    assert {row.language for row in rows} == {Language.EN, Language.ZH}
    for row in rows:
        assert {claim.error is None for claim in row.claims} == {True, False}
        assert all((claim.error is None) is (LABELS[claim.label] == ENTAILED) for claim in row.claims)
    across = {claim.language for row in rows for claim in row.claims if claim.language is not row.language}
    assert across == {Language.EN, Language.ZH}


def test_they_are_of_no_instrument_and_no_set() -> None:
    """The name that stands for an instrument is none, and no claim is one of the evaluation."""
    assert INVENTED not in known_instruments()
    assert not {claim.text for row in rules() for claim in row.claims} & {claim.text for claim in load_all_claims()}


def test_a_damaged_line_says_where(tmp_path: Path) -> None:
    """File, line and field are named."""
    (tmp_path / "rules-x.jsonl").write_text('{"id": "ix001", "language": "en", "rule": ""}\n', encoding="utf-8")
    with pytest.raises(BadInput, match=r"rules-x\.jsonl, line 1"):
        rules(tmp_path)
