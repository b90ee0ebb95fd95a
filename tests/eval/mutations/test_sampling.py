"""The claims that operators are given: the project's own digests, no official text needed."""

from collections import Counter

import pytest

from corpus.digests import all_digests
from corpus.facts import known_instruments
from corpus.library import Library
from corpus.types import Language
from eval.mutations.registry import ON_QUOTES, OPERATORS
from eval.mutations.sampling import draw, official_sentences, statements
from eval.mutations.types import Operator, Sample

_OPERATORS = [one for one in OPERATORS if one.name not in ON_QUOTES]


@pytest.fixture(scope="module")
def core() -> Library:
    """The core instruments by their digests alone."""
    digests = all_digests()
    instruments = {name: one for name, one in known_instruments().items() if name in digests}
    return Library(instruments=instruments, texts={}, digests={n: {d.locator: d for d in digests[n]} for n in instruments})


@pytest.fixture(scope="module")
def pool(core: Library) -> tuple[Sample, ...]:
    """Every statement in both languages."""
    return statements(core)


def test_every_statement_comes_in_both_languages(pool: tuple[Sample, ...]) -> None:
    """English and Chinese have the same number of claims, each cited at a place."""
    count = Counter(one.language for one in pool)
    assert set(count) == {Language.EN, Language.ZH}
    assert count[Language.EN] == count[Language.ZH] > 1000


def test_no_sentence_is_official_without_official_texts(core: Library) -> None:
    """Digests are never taken for official words."""
    assert official_sentences(core) == ()


@pytest.mark.parametrize("language", [Language.EN, Language.ZH])
@pytest.mark.parametrize("operator", _OPERATORS, ids=[one.name for one in _OPERATORS])
def test_a_sample_is_fixed_changed_and_spread(pool: tuple[Sample, ...], operator: Operator, language: Language) -> None:
    """The same claims each time, at least 15, each really changed, none that the cited place states itself."""
    drawn = draw(operator, pool, language, 100)
    assert draw(operator, pool, language, 100) == drawn
    assert 15 <= len(drawn) <= 100
    stated = {(one.reference, one.text) for one in pool}
    for one in drawn:
        assert (one.mutant.reference, one.mutant.text) != (one.sample.reference, one.sample.text)
        assert (one.mutant.reference, one.mutant.text) not in stated
        assert one.sample.language is language


def test_no_provision_comes_twice_before_all_came_once(pool: tuple[Sample, ...]) -> None:
    """A sample smaller than the number of provisions takes each at most once."""
    negation = next(one for one in OPERATORS if one.name == "negation")
    drawn = draw(negation, pool, Language.EN, 50)
    assert max(Counter(one.sample.reference for one in drawn).values()) == 1
