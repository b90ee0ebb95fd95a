"""Questions at the edge of the texts: read with their faults named, stored by file, and held by scope."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.boundaries import Boundary, Edge, all_boundaries, boundary_files, read_boundaries
from corpus.errors import BadFacts
from corpus.facts import SAMPLES
from corpus.holdings import in_scope, load_boundaries, load_sample
from corpus.library import Library
from corpus.store import Store
from corpus.types import Language, Reference

GOOD = '{"locator": "1", "asks": {"en": ["how tall is the tower"], "zh": ["灯塔有多高"]}}'
GENERAL = '{"reason": "off_topic", "asks": {"en": ["Who won the cup?"]}}'


def written(folder: Path, *lines: str, name: str = "sample-rules.jsonl", edge: str = "silences") -> Path:
    """A boundary file with these lines."""
    path = folder / edge / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_reading(tmp_path: Path) -> None:
    """A line with a locator stands near a provision, one with a reason near none; the folder says which side it is."""
    asks: dict[Language, tuple[str, ...]] = {Language.EN: ("how tall is the tower",), Language.ZH: ("灯塔有多高",)}
    silence, general = read_boundaries(written(tmp_path, GOOD, GENERAL))
    assert silence == Boundary(edge=Edge.SILENCE, near="sample-rules 1", asks=asks)
    assert silence.reference == Reference(instrument="sample-rules", locator="1")
    assert (general.edge, general.near, general.reference) == (Edge.OFF_TOPIC, None, None)
    (misbelief,) = read_boundaries(written(tmp_path, GOOD, edge="misbeliefs"))
    assert misbelief.edge is Edge.MISBELIEF


def test_files(tmp_path: Path) -> None:
    """Silences come before misbeliefs, several files may belong to one instrument, and other files are passed over."""
    names = [("misbeliefs", "tokyo.jsonl"), ("silences", "mandela.2.jsonl"), ("silences", "mandela.1.jsonl")]
    for edge, name in names:
        written(tmp_path, GOOD, edge=edge, name=name)
    written(tmp_path, "not for us", name="notes.md")
    assert [path.name for path in boundary_files(tmp_path)] == ["mandela.1.jsonl", "mandela.2.jsonl", "tokyo.jsonl"]
    assert [one.near for one in all_boundaries(tmp_path)] == ["mandela 1", "mandela 1", "tokyo 1"]
    assert boundary_files(tmp_path / "nowhere") == ()


FAULTS = [
    ("{", "is no boundary"),  # no JSON
    ('{"asks": {"en": ["a"]}}', "either a locator or a reason"),  # neither
    ('{"locator": "1", "reason": "off_topic", "asks": {"en": ["a"]}}', "either a locator or a reason"),  # both
    ('{"reason": "silence", "asks": {"en": ["a"]}}', "a reason is one of"),  # an edge that is no reason
    ('{"reason": "boring", "asks": {"en": ["a"]}}', "reason"),  # no edge at all
    ('{"locator": "1", "asks": {"de": ["a"]}}', "asks"),  # a language that is none of the six
    ('{"locator": "1", "asks": {"en": "a"}}', "asks"),  # no list
    ('{"locator": "1"}', "asks"),  # no questions
    ('{"locator": "1", "asks": {}, "note": "x"}', "note"),  # a key that nobody knows
    ('{"locator": "rule one", "asks": {"en": ["a"]}}', "rule one"),  # no locator
    ('{"locator": "", "asks": {"en": ["a"]}}', "not a citation"),  # an empty one
]


@pytest.mark.parametrize(("line", "said"), FAULTS)
def test_faults(tmp_path: Path, line: str, said: str) -> None:
    """A line that is no boundary is refused with its file, its number and what is wrong."""
    with pytest.raises(BadFacts, match=r"sample-rules\.jsonl, line 2, is no boundary(?s:.*)corpus/README\.md") as caught:
        read_boundaries(written(tmp_path, GOOD, line))
    assert said in str(caught.value)


def load(store: Store, folder: Path) -> list[str]:
    """What loading says."""
    said: list[str] = []
    load_boundaries(store, said.append, folder)
    return said


def asked(boundaries: Sequence[Boundary]) -> list[str]:
    """Every English question of some boundaries."""
    return [ask for one in boundaries for ask in one.asks[Language.EN]]


def test_loading(tmp_path: Path) -> None:
    """A file is loaded once, loaded anew when it has changed, and then replaced whole."""
    store = Store(tmp_path / "store.sqlite3")
    written(tmp_path, GOOD, GENERAL)
    written(tmp_path, GOOD, edge="misbeliefs")
    assert load(store, tmp_path) == [
        "silences/sample-rules: 2 boundaries loaded.",
        "misbeliefs/sample-rules: 1 boundaries loaded.",
    ]
    assert load(store, tmp_path) == []
    before = store.fingerprint()
    written(tmp_path, GENERAL)
    assert load(store, tmp_path) == ["silences/sample-rules: 1 boundaries loaded."]
    assert store.fingerprint() != before
    assert asked(store.boundaries()) == ["how tall is the tower", "Who won the cup?"]


def test_file_that_is_gone(tmp_path: Path) -> None:
    """A file that is taken away is forgotten, loaded again when it comes back, and the sample's files are left alone."""
    store = Store(tmp_path / "store.sqlite3")
    load(store, SAMPLES)
    sample = store.boundaries()
    one, other = (written(tmp_path, GOOD, name=name) for name in ("tokyo.1.jsonl", "tokyo.2.jsonl"))
    load(store, tmp_path)
    fingerprint, content = store.fingerprint(), one.read_bytes()
    one.unlink()
    assert load(store, tmp_path) == ["silences/tokyo.1: gone, and forgotten."]
    assert load(store, tmp_path) == []
    assert len(store.boundaries()) == len(sample) + 1
    one.write_bytes(content)
    assert load(store, tmp_path) == ["silences/tokyo.1: 1 boundaries loaded."]
    assert store.fingerprint() == fingerprint
    other.unlink()
    one.unlink()
    load(store, tmp_path)
    assert load(store, SAMPLES) == []
    assert store.boundaries() == sample


def test_faulty_file_keeps_the_old(tmp_path: Path) -> None:
    """A file that cannot be read leaves what was loaded from it before."""
    store = Store(tmp_path / "store.sqlite3")
    written(tmp_path, GOOD)
    load(store, tmp_path)
    written(tmp_path, GENERAL, "{")
    with pytest.raises(BadFacts):
        load(store, tmp_path)
    assert asked(store.boundaries()) == ["how tall is the tower"]


def test_stored_as_read(tmp_path: Path) -> None:
    """What the store gives back is what the files say, in the order of their names."""
    store = Store(tmp_path / "store.sqlite3")
    load(store, SAMPLES)
    assert sorted(asked_in_all(store.boundaries())) == sorted(asked_in_all(all_boundaries(SAMPLES)))
    copy = tmp_path / "copy.sqlite3"
    store.copy_to(copy)
    assert Store(copy, readonly=True).boundaries() == store.boundaries()


def asked_in_all(boundaries: Sequence[Boundary]) -> list[tuple[str, str]]:
    """Every question with its edge."""
    return [(one.edge, ask) for one in boundaries for asks in one.asks.values() for ask in asks]


def test_scope(tmp_path: Path) -> None:
    """A library holds the boundaries of its instruments and the general ones, and no others."""
    store = Store(tmp_path / "store.sqlite3")
    load_sample(store, lambda _: None)
    written(tmp_path, GOOD, name="tokyo.jsonl")
    load(store, tmp_path)
    held = Library.read(store, in_scope(store, "sample")).boundaries
    assert {one.reference.instrument for one in held if one.reference} == {"sample-rules"}
    assert {one.edge for one in held if one.reference is None} == {Edge.OFF_TOPIC, Edge.ASKS_FOR_ADVICE}
    other = Library.read(store, in_scope(store, "sample-treaty")).boundaries
    assert [one for one in other if one.reference] == []
    assert len(other) == 2


def test_shipped_boundaries() -> None:
    """Each core instrument has silences and misbeliefs; every reason of refusal has general questions."""
    shipped = all_boundaries()
    core = {"res-79-172", "mandela", "bangkok", "tokyo", "crc-gc24"}
    for edge in (Edge.SILENCE, Edge.MISBELIEF):
        assert {one.reference.instrument for one in shipped if one.edge is edge and one.reference} == core
    assert {one.edge for one in shipped if one.near is None} == {Edge.NOT_IN_TEXTS, Edge.ASKS_FOR_ADVICE, Edge.OFF_TOPIC}
