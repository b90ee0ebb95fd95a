"""What a run is made with."""

from pathlib import Path

from corpus.library import Library
from eval.surroundings import code_hash, holdings, surroundings
from rag.pipeline import Pipeline


def test_code_hash(tmp_path: Path) -> None:
    """A changed word, weight, or a renamed file, of what answers changes the hash; other files do not."""
    for name in ("corpus", "rag", "eval"):
        (tmp_path / name).mkdir()
    for name in ("asking.py", "systems.py", "baselines.py", "plain.py", "types.py"):
        (tmp_path / "eval" / name).write_text("", encoding="utf-8")
    (tmp_path / "rag" / "a.py").write_text("1", encoding="utf-8")
    hashes = [code_hash(tmp_path)]
    (tmp_path / "eval" / "report.py").write_text("no part in answers", encoding="utf-8")
    assert code_hash(tmp_path) == hashes[0]
    (tmp_path / "rag" / "a.py").write_text("2", encoding="utf-8")
    hashes.append(code_hash(tmp_path))
    (tmp_path / "rag" / "a.py").rename(tmp_path / "rag" / "b.py")
    hashes.append(code_hash(tmp_path))
    (tmp_path / "corpus" / "words.toml").write_text("", encoding="utf-8")
    hashes.append(code_hash(tmp_path))
    (tmp_path / "rag" / "weights.json").write_text("[1]", encoding="utf-8")
    hashes.append(code_hash(tmp_path))
    (tmp_path / "rag" / "weights.json").write_text("[2]", encoding="utf-8")
    hashes.append(code_hash(tmp_path))
    assert len(set(hashes)) == 6


def test_holdings(pipeline: Pipeline) -> None:
    """Official texts of all instruments, of none or of some are told apart."""
    library = pipeline.index.library

    def held(*names: str) -> str:
        texts = {name: library.texts[name] for name in names}
        return holdings(Library(instruments=library.instruments, texts=texts, digests=library.digests))

    assert (held(*library.texts), held(), held("sample-rules")) == ("official", "digests", "mixed")


def test_surroundings() -> None:
    """Commit and versions are recorded; where there is no checkout the commit is unknown, never made up."""
    found = surroundings()
    assert found.commit == "unknown" or len(found.commit) == 40
    assert found.python.startswith("3.11")
    assert found.packages["orjson"] != "unknown"
