"""The words around comparisons and checklists are there in all six languages."""

import re

import pytest

from corpus.types import Binding, Language
from rag.catalogue import in_all, keys
from rag.compare.types import Ground, MarkKind
from rag.compare.wording import FORCE, LABEL, reason


def family(name: str) -> dict[str, dict[Language, str]]:
    """The messages of a family in every language."""
    found = [key for key in keys() if key.startswith(f"{name}.")]
    return {key.removeprefix(f"{name}."): dict(zip(Language, in_all(key), strict=True)) for key in found}


REASON, UNIT = family("mark"), family("measured")


def test_every_text_is_in_six_languages() -> None:
    """No text is missing in a language, and none is another language's."""
    for texts in (FORCE, UNIT, REASON, LABEL):
        for key, words in texts.items():
            assert list(words) == list(Language)
            assert all(words[one] for one in Language)
            for language, script in ((Language.ZH, "[\u4e00-\u9fff]"), (Language.RU, "[а-я]"), (Language.AR, "[ء-ي]")):
                assert re.search(script, words[language]), key


def test_every_force_ground_and_kind_has_words() -> None:
    """What a comparison can say has its words."""
    assert set(FORCE) == set(Binding)
    assert {ground.value for ground in Ground} <= set(REASON)
    assert {kind.value for kind in MarkKind} <= set(LABEL)


@pytest.mark.parametrize("key", REASON)
def test_reasons_take_the_same_parts_in_every_language(key: str) -> None:
    """A reason has the same places to fill in each language, and none is left over."""
    parts = {frozenset(re.findall(r"\{(\w+)\}", words)) for words in REASON[key].values()}
    assert len(parts) == 1
    (names,) = parts
    assert "than" in names
    for language in Language:
        assert "{" not in reason(key, language, **dict.fromkeys(names, "x"))
