"""Texts that are not searched here are known by their names, in any language, as whole words."""

from pathlib import Path

import pytest

from corpus.elsewhere import find_elsewhere, other_texts
from corpus.errors import BadFacts
from corpus.types import Language

TABLE = [
    ("What does the Convention against Torture say on solitary?", ["cat"]),
    ("does the UNCAT apply", ["cat"]),
    ("Does the UDHR come before the ICCPR?", ["udhr", "iccpr"]),  # two, in the order of the file
    ("禁止酷刑公约怎么说", ["cat"]),  # Han has no spaces
    ("Que dit la Convention contre la torture ?", ["cat"]),
    ("¿Qué dice la UDHR?", ["udhr"]),  # a name counts in whatever language it stands
    ("Déclaration universelle des droits de l'homme", ["udhr"]),  # a straight apostrophe is a curly one
    ("THE UNIVERSAL DECLARATION OF HUMAN RIGHTS", ["udhr"]),
    ("اتفاقية مناهضة التعذيب", ["cat"]),
    ("may a cat live at the station", []),  # an abbreviation that is a word
    ("UDHRs", []),  # part of a word
    ("Optional Protocol to the Convention against Torture", ["opcat"]),  # the longest name counts
    ("禁止酷刑公约任择议定书怎么说", ["opcat"]),
    ("OPCAT and the Convention against Torture", ["cat", "opcat"]),  # unless both are named
    ("What do the Skerry Rules say on letters?", []),
    ("", []),
]


@pytest.mark.parametrize(("question", "ids"), TABLE)
def test_find_elsewhere(question: str, ids: list[str]) -> None:
    """Each question names the texts that the table says."""
    assert [text.id for text in find_elsewhere(question)] == ids


def test_shipped_texts() -> None:
    """Ids are each once; no name belongs to two texts; each has an English and a Chinese name, and each name finds its text."""
    texts = other_texts()
    assert len({text.id for text in texts}) == len(texts)
    for text in texts:
        assert text.names.keys() >= {Language.EN, Language.ZH}
        for names in text.names.values():
            for name in names:
                assert [found.id for found in find_elsewhere(name)] == [text.id]


def test_our_own_texts_are_not_elsewhere() -> None:
    """The names of the five core instruments name none of the others."""
    for name in (
        "Nelson Mandela Rules",
        "Standard Minimum Rules for the Treatment of Prisoners",
        "Bangkok Rules",
        "Tokyo Rules",
        "general comment No. 24",
        "曼德拉规则",
        "曼谷规则",
        "东京规则",
        "第24号一般性意见",
    ):
        assert find_elsewhere(f"What does it say in the {name}?") == ()


NATIONAL = [
    ("What does Egyptian prison law say of visits?", True),
    ("Under Kenya's prison act, who opens my letters?", True),
    ("中国《监狱法》对探视怎么规定？", True),
    ("Que dit le droit français des visites ?", True),
    ("¿Qué dice la ley mexicana de las visitas?", True),
    ("Что говорит российское законодательство о свиданиях?", True),
    ("ماذا يقول القانون المصري عن الزيارات؟", True),
    ("South African law and la loi canadienne", True),
    ("Que dit la loi tunisienne ?", True),
    ("The Jewish law clerk, a veteran of law enforcement, has an English code of conduct.", False),
    ("Civilian law officers, Draconian laws, Inter-American law, Nelson Mandela's prison law", False),
    ("《囚犯待遇办法》《审讯方法》《国际人权法》", False),
    ("May the national law of a State allow it?", False),
    ("Is it against international law, or human rights law?", False),
    ("Which law? These laws? Under any law?", False),
    ("会员国的法律怎么规定？《世界人权宣言》呢？", False),
]


@pytest.mark.parametrize(("question", "national"), NATIONAL)
def test_the_law_of_a_state(question: str, national: bool) -> None:
    """A State's law is told by the adjective or the title marks before it; international law is none."""
    assert ("national-law" in {text.id for text in find_elsewhere(question)}) is national


FAULTS = [
    "text = [",  # no TOML
    '[[text]]\nid = "Big Treaty"\nnames = { en = ["a"] }',  # an id with capitals and a space
    '[[text]]\nid = "treaty"\nnames = { de = ["a"] }',  # a language that is none of the six
    '[[text]]\nid = "treaty"',  # no names
    '[[text]]\nid = "treaty"\nnames = {}\nsays = "a"',  # what it says is not ours to tell
]


@pytest.mark.parametrize("content", FAULTS)
def test_faults(tmp_path: Path, content: str) -> None:
    """A file that breaks its shape is refused by its name."""
    path = tmp_path / "elsewhere.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadFacts, match=r"elsewhere\.toml cannot be used(?s:.*)corpus/README\.md"):
        other_texts(path)


def test_missing_file(tmp_path: Path) -> None:
    """So is one that is not there."""
    with pytest.raises(BadFacts, match="cannot be used"):
        other_texts(tmp_path / "elsewhere.toml")
