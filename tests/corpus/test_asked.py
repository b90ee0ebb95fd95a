"""Questions that people would ask: read, stored, loaded once, and split into what is answered and what stands at the edge."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus.asked import Inquiry, all_asked, asked_files, read_asked
from corpus.boundaries import Edge
from corpus.digests import all_digests
from corpus.errors import BadFacts
from corpus.holdings import in_scope, load_asked, load_sample
from corpus.library import Library
from corpus.lint import lint_all
from corpus.store import Store
from corpus.types import Language

ANSWERED, SILENT, DENIED = (
    {
        "id": f"aa000{number}",
        "instrument": "sample-rules",
        "locator": locator,
        "author": "A1",
        "kind": kind,
        "question": question,
    }
    for number, (kind, locator, question) in enumerate(
        [
            ("answered", "9(2)", {"en": "May anyone open a letter?", "zh": "谁能拆信？"}),
            ("silent", "9(2)", {"en": "Who buys the stamps?", "zh": "邮票谁来买？"}),
            ("misbelief", "5(1)", {"en": "Which keeper may sleep on watch?", "zh": "哪位看守值班可以睡觉？"}),
        ],
        start=1,
    )
)


def written(folder: Path, *rows: Mapping[str, object], name: str = "asked-a") -> Path:
    """A file with these lines."""
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def load(store: Store, folder: Path) -> list[str]:
    """What loading says."""
    said: list[str] = []
    load_asked(store, said.append, folder)
    return said


def test_on_which_side_it_stands(tmp_path: Path) -> None:
    """What is left open is a silence, what is denied a misbelief, each near its provision; what is answered is neither."""
    answered, silent, denied = (row.boundary for row in read_asked(written(tmp_path, ANSWERED, SILENT, DENIED)))
    assert answered is None
    assert silent is not None
    assert denied is not None
    assert (silent.edge, silent.near) == (Edge.SILENCE, "sample-rules 9(2)")
    assert (denied.edge, denied.near) == (Edge.MISBELIEF, "sample-rules 5(1)")
    assert silent.asks == {Language.EN: ("Who buys the stamps?",), Language.ZH: ("邮票谁来买？",)}


FAULTS = [
    ("{", "unexpected end"),  # no JSON
    (json.dumps(ANSWERED | {"kind": "maybe"}), "kind"),
    (json.dumps(ANSWERED | {"id": "9"}), "id"),
    (json.dumps(ANSWERED | {"more": 1}), "more"),
    (json.dumps(ANSWERED | {"locator": "rule one"}), "rule one"),
    (json.dumps(ANSWERED | {"question": {"en": "May anyone open a letter?"}}), "English and Chinese"),
    (json.dumps(ANSWERED | {"also": ["sample-rules one"]}), "not a locator"),
    (json.dumps(ANSWERED | {"also": ["sample-rules 1(1)", "sample-rules 2", "sample-rules 3"]}), "at most 2"),
    (json.dumps(ANSWERED | {"also": ["sample-rules 2", "sample-rules 2"]}), "twice"),
    (json.dumps(ANSWERED | {"also": [f"{ANSWERED['instrument']} {ANSWERED['locator']}"]}), "twice"),
    (json.dumps(SILENT | {"also": ["sample-rules 1(1)"]}), "is for what is answered"),
]


@pytest.mark.parametrize(("line", "said"), FAULTS)
def test_a_damaged_line_says_where(tmp_path: Path, line: str, said: str) -> None:
    """File, line and what is wrong are named."""
    path = written(tmp_path, ANSWERED)
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(BadFacts, match=r"asked-a\.jsonl, line 2, is no question(?s:.*)corpus/README\.md") as caught:
        read_asked(path)
    assert said in str(caught.value)


def test_loading(tmp_path: Path) -> None:
    """A file is loaded once, anew when it has changed, and forgotten when it is gone; the store then is as it was."""
    store = Store(tmp_path / "store.sqlite3")
    empty = store.fingerprint()
    path = written(tmp_path, ANSWERED, SILENT)
    assert load(store, tmp_path) == ["asked/asked-a: 2 questions loaded."]
    assert load(store, tmp_path) == []
    assert store.asked() == store.asked(["sample-rules", "tokyo"]) == read_asked(path)
    assert store.asked(["tokyo"]) == store.asked(()) == ()
    before = store.fingerprint()
    written(tmp_path, ANSWERED)
    assert load(store, tmp_path) == ["asked/asked-a: 1 questions loaded."]
    assert store.fingerprint() not in (before, empty)
    path.unlink()
    assert load(store, tmp_path) == ["asked/asked-a: gone, and forgotten."]
    assert load(store, tmp_path) == []
    assert store.asked() == ()
    assert store.fingerprint() == empty


def test_faulty_file_keeps_the_old(tmp_path: Path) -> None:
    """A file that cannot be read leaves what was loaded from it before."""
    store = Store(tmp_path / "store.sqlite3")
    written(tmp_path, SILENT)
    load(store, tmp_path)
    written(tmp_path, SILENT, {})
    with pytest.raises(BadFacts):
        load(store, tmp_path)
    assert [row.id for row in store.asked()] == ["aa0002"]


def test_in_a_library(tmp_path: Path) -> None:
    """A library holds those of its instruments: the answered by themselves, the others behind the boundaries of the files."""
    store = Store(tmp_path / "store.sqlite3")
    load_sample(store, lambda _: None)
    elsewhere = ANSWERED | {"instrument": "mandela", "locator": "58(1)"}
    written(tmp_path, ANSWERED, SILENT, DENIED, elsewhere, SILENT | {"instrument": "mandela", "locator": "58(1)"})
    load(store, tmp_path)
    held = Library.read(store, in_scope(store, "sample"))
    assert [row.id for row in held.asked] == ["aa0001", "aa0002", "aa0003"]
    assert [row.id for row in held.answered] == ["aa0001"]
    assert held.edges[: len(held.boundaries)] == held.boundaries
    assert [(one.edge, one.near) for one in held.edges[len(held.boundaries) :]] == [
        (Edge.SILENCE, "sample-rules 9(2)"),
        (Edge.MISBELIEF, "sample-rules 5(1)"),
    ]
    assert held.within(["sample-rules"]).asked == held.asked
    assert held.within(["sample-treaty"]).asked == ()
    assert held.within(["sample-treaty"]).edges == held.within(["sample-treaty"]).boundaries
    assert Library.read(store, in_scope(store, "sample-treaty")).asked == ()


def test_lint_reads_them(tmp_path: Path) -> None:
    """A provision that does not exist and a question on both sides of the edge are found."""
    rows = [
        ANSWERED | {"instrument": "tokyo", "locator": "8.2"},
        ANSWERED | {"instrument": "tokyo", "locator": "99.9"},
        SILENT | {"instrument": "tokyo", "locator": "8.2", "question": ANSWERED["question"]},
        ANSWERED
        | {"id": "aa0004", "instrument": "tokio", "locator": "8.2", "question": {"en": "谁在值班？", "zh": "Who is on watch?"}},
    ]
    found = lint_all(
        Store(tmp_path / "store.sqlite3"),
        digests={"tokyo": all_digests()["tokyo"]},
        boundaries=(),
        asked=[Inquiry.model_validate(row) for row in rows],
    )
    what = [one.what for one in found]
    assert "a question aa0001 stands near it, and it does not exist" in what
    assert "'tokio' is no instrument with digests" in what
    assert "the question aa0004 'Who is on watch?' is not in zh" in what
    assert any("谁能拆信？" in one and "is an ask of question aa0001" in one for one in what)


def test_the_lines_that_are_kept() -> None:
    """Each is there once, in English and Chinese at least."""
    rows = all_asked()
    assert len({row.id for row in rows}) == len(rows) > 0
    assert all(set(row.question) >= {Language.EN, Language.ZH} for row in rows)
    assert len({row.question[Language.EN] for row in rows}) == len(rows)
    assert asked_files(Path("nowhere")) == ()
