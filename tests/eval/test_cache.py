"""Outcomes by content."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import StoreUnwritable
from corpus.types import Language
from eval.asking import Asked, System
from eval.cache import fingerprint, open_cache
from eval.types import Expected
from tests.eval.outcomes import answer, item, record, refusal

SYSTEM = System(name="assistant", answer=lambda _: answer(item(1)))
ORACLE = replace(SYSTEM, sees_gold=True)
ASKED = Asked(item=item(1), turn=0, language=Language.EN)
OTHER_GOLD = Asked(item=replace(item(1), turns=item(1, Expected.REFUSE).turns), turn=0, language=Language.EN)


def test_kept_across_openings(tmp_path: Path) -> None:
    """What is put is there when the file is opened again, under its own fingerprint only."""
    with open_cache(tmp_path / "c", "one") as cache:
        cache.put(SYSTEM, ASKED, refusal(item(1)))
    with open_cache(tmp_path / "c", "one") as cache:
        assert cache.get(SYSTEM, ASKED) == refusal(item(1))
    with open_cache(tmp_path / "c", "two") as cache:
        assert cache.get(SYSTEM, ASKED) is None


def test_gold_counts_for_those_who_see_it(tmp_path: Path) -> None:
    """Another gold asks the oracle anew and not the assistant, who never sees it."""
    with open_cache(tmp_path / "c", "one") as cache:
        cache.put(SYSTEM, ASKED, refusal(item(1)))
        assert cache.get(SYSTEM, OTHER_GOLD) == refusal(item(1))
        cache.put(ORACLE, ASKED, answer(item(1)))
        assert cache.get(ORACLE, ASKED) == answer(item(1))
        assert cache.get(ORACLE, OTHER_GOLD) is None


def test_old_fingerprints_go(tmp_path: Path) -> None:
    """Of many fingerprints the newest stay."""
    for number in range(20):
        with open_cache(tmp_path / "c", str(number)) as cache:
            cache.put(SYSTEM, ASKED, refusal(item(1)))
    known = []
    for number in (7, 19):
        with open_cache(tmp_path / "c", str(number)) as cache:
            known.append(cache.get(SYSTEM, ASKED) is not None)
    assert known == [False, True]


def test_fingerprint() -> None:
    """Code, corpus and model count for a fingerprint; which questions were chosen does not."""
    made = record().made
    same = replace(made, choice=replace(made.choice, limit=1), datasets={})
    assert fingerprint(same) == fingerprint(made)
    others = [
        replace(made, code="x"),
        replace(made, corpus_version="x"),
        replace(made, embedder="x"),
        replace(made, system="x"),
    ]
    assert len({fingerprint(one) for one in [made, *others]} | {fingerprint(made, "fresh")}) == 6


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    """A cache that cannot be opened is named."""
    with pytest.raises(StoreUnwritable, match=str(tmp_path)), open_cache(tmp_path, "one"):
        pass
