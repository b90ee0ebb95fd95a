"""Sets of claims on invented lines about the sample instrument, and the committed sets as they stand."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus.errors import BadInput
from corpus.types import Language
from eval.claims import claim_names, load_all_claims, load_claims
from eval.types import Split
from rag.types import VerdictStatus


def claim(
    text: str = "A keeper writes home.", label: str = "supported", error: str | None = None, language: str = "en"
) -> object:
    """A claim as a line has it."""
    return {"language": language, "text": text, "label": label, "error": error}


def written(folder: Path, *claims: object, name: str = "claims-x", changes: Mapping[str, object] | None = None) -> Path:
    """A set of one line with these claims."""
    head = {"id": "cx001", "instrument": "sample-rules", "locator": "9(1)", "split": "test", "author": "Z"}
    (folder / f"{name}.jsonl").write_text(json.dumps({**head, "claims": claims, **(changes or {})}) + "\n", encoding="utf-8")
    return folder


def test_a_line_becomes_claims(tmp_path: Path) -> None:
    """Every claim of a line has its provision, label, split and an id of its own."""
    wrong = claim("A keeper never writes.", "contradicted", "negation")
    claims = load_claims("claims-x", written(tmp_path, claim(), claim("看守人写信。", language="zh"), wrong))
    assert [one.id for one in claims] == ["cx001/en/1", "cx001/zh/1", "cx001/en/2"]
    assert {str(one.reference) for one in claims} == {"sample-rules 9(1)"}
    assert [(one.label, one.error) for one in claims][2] == (VerdictStatus.CONTRADICTED, "negation")
    assert {(one.split, one.author, one.dataset) for one in claims} == {(Split.TEST, "Z", "claims-x")}


REFUSED = [
    # a faithful claim with an error
    ({"claims": [claim(error="number")]}, "supported has the error 'number'"),
    # a wrong claim without one
    ({"claims": [claim(label="contradicted")]}, "contradicted has the error None"),
    # what no hand may label
    ({"claims": [claim(label="unchecked")]}, "claims.0.label"),
    # a language in which no claims are written
    ({"claims": [claim(language="fr")]}, "claims.0.language"),
    # no claims
    ({"claims": []}, "claims"),
    # a provision that does not exist
    ({"locator": "9(7)"}, "has no 9(7)"),
    # a rule that has paragraphs
    ({"locator": "9"}, "rule with numbered paragraphs"),
]


@pytest.mark.parametrize(("changes", "said"), REFUSED)
def test_a_bad_line_is_named(tmp_path: Path, changes: dict[str, object], said: str) -> None:
    """A line that contradicts itself or the facts is refused with file, line and what is wrong."""
    written(tmp_path, claim(), changes=changes)
    with pytest.raises(BadInput, match=r"claims-x\.jsonl, line 1") as caught:
        load_claims("claims-x", tmp_path)
    assert said in str(caught.value)


def test_ids_are_unique_over_sets(tmp_path: Path) -> None:
    """One id in two sets is refused; each alone is taken."""
    written(tmp_path, claim())
    written(tmp_path, claim(), name="claims-y")
    assert len(load_all_claims(["claims-y"], tmp_path)) == 1
    with pytest.raises(BadInput, match="cx001/en/1"):
        load_all_claims(folder=tmp_path)


def test_an_unknown_set_is_named(tmp_path: Path) -> None:
    """A set that is not there is refused."""
    with pytest.raises(BadInput, match="claims-z"):
        load_claims("claims-z", tmp_path)


def test_the_committed_claims_are_as_many_as_promised() -> None:
    """At least 300 faithful paraphrases over both languages and 500 errors, in both splits."""
    claims = load_all_claims()
    faithful = [one for one in claims if one.label is VerdictStatus.SUPPORTED]
    assert len(claim_names()) >= 3
    assert len(faithful) >= 300
    assert len(claims) - len(faithful) >= 500
    for language in (Language.EN, Language.ZH):
        assert {one.split for one in faithful if one.language is language} == set(Split)
