"""Spans on the sample instrument, and those of the committed sets on the official texts."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import BadInput
from corpus.hashes import fingerprint
from corpus.holdings import import_into, in_scope, load_sample
from corpus.library import Library
from corpus.store import Store
from corpus.types import Language, Reference, TextStatus
from eval import wiring
from eval.lock import write_lock
from eval.questions import load_all, names, read_item
from eval.rows import DATASETS, FURTHER, ItemRow, read_lines, write_rows
from eval.spans import SpanCheck, check_spans, spans_for, write_spans
from eval.types import Expected, Item, ItemType, Need, Nugget, Split, Turn
from rag.pipeline import Pipeline
from tests.eval.sample import write_sets

HOURS = Reference.parse("sample-rules 5(1)")
POST = Reference.parse("sample-rules 9(1)")


def silent(*_: object) -> None:
    """Nobody waits for a test."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """All that the sample instrument says."""
    store = Store(tmp_path_factory.mktemp("spans") / "store.sqlite3")
    load_sample(store, silent)
    return Library.read(store, in_scope(store, "sample"))


def item(text: str, *needed: Reference, said: str = "") -> Item:
    """An item that needs these provisions and whose nugget is this text."""
    turn = Turn(
        question={Language.EN: text},
        gold=tuple(Need(reference=reference, must=True) for reference in needed),
        nuggets=(Nugget(text={Language.EN: said or text, Language.ZH: "灯"}, references=needed, vital=True),),
        must_not_say=(),
        expected=Expected.ANSWER,
        reason=None,
    )
    return Item(id="z001", dataset="invented", type=ItemType.LOOKUP, turns=(turn,), split=Split.DEV, author="Z")


def changed(library: Library, reference: Reference, text: str, status: TextStatus = TextStatus.OFFICIAL) -> Library:
    """The library with one provision's words changed."""
    english = dict(library.texts[reference.instrument][Language.EN])
    english[reference.locator] = replace(english[reference.locator], text=text, status=status)
    return replace(library, texts={**library.texts, reference.instrument: {Language.EN: english}})


def test_each_needed_provision_has_a_span(sample: Library) -> None:
    """A span is of a needed provision, in English, and its cut has its fingerprint."""
    spans = spans_for(item("watch", HOURS, POST), sample)
    assert [span.reference for span in spans] == [HOURS, POST]
    for span in spans:
        text = sample.texts["sample-rules"][Language.EN][span.reference.locator].text
        assert span.language is Language.EN
        assert fingerprint(text[span.start : span.end]) == span.sha256


def test_the_nearest_sentence_is_chosen(sample: Library) -> None:
    """Of two sentences the one that shares the words of the nugget is cut, be it the first or the second."""
    two = changed(sample, POST, text="The lamp is lit at dusk. Letters are never opened by the Council.")
    cut = [spans_for(item("?", POST, said=said), two)[0] for said in ("nobody opens letters", "lit when dusk falls")]
    assert [(span.start, span.end) for span in cut] == [(25, 65), (0, 24)]


def test_unchanged_words_are_counted(sample: Library) -> None:
    """Spans that are found as they were are checked; those whose text is not held are counted apart."""
    own = replace(item("watch", HOURS), spans=spans_for(item("watch", HOURS), sample))
    assert check_spans([own], sample) == SpanCheck(checked=1, unheld=0)
    assert check_spans([own], replace(sample, texts={})) == SpanCheck(checked=0, unheld=1)


def test_a_damaged_text_is_not_held(sample: Library) -> None:
    """A damaged provision gives no span, and is no proof of drift."""
    damaged = changed(sample, HOURS, status=TextStatus.DAMAGED, text="Nothing")
    assert spans_for(item("watch", HOURS), damaged) == ()
    own = replace(item("watch", HOURS), spans=spans_for(item("watch", HOURS), sample))
    assert check_spans([own], damaged) == SpanCheck(checked=0, unheld=1)


@pytest.mark.parametrize("drift", [lambda text: "x" + text, lambda text: text[:-9], lambda text: text.replace("e", "a")])
def test_drift_names_item_and_provision(sample: Library, drift: Callable[[str], str]) -> None:
    """Words moved, cut short or changed end the evaluation with item and provision."""
    own = replace(item("watch", HOURS), spans=spans_for(item("watch", HOURS), sample))
    moved = changed(sample, HOURS, text=drift(sample.texts["sample-rules"][Language.EN][HOURS.locator].text))
    with pytest.raises(BadInput, match=r"invented z001: the words of sample-rules 5\(1\)"):
        check_spans([own], moved)


def test_no_evaluation_starts_on_words_that_moved(pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening an evaluation cuts every span of its sets anew: what holds is taken, one that drifted ends it by name."""
    monkeypatch.setattr(wiring, "open_pipeline", lambda _scope, _settings: pipeline)
    monkeypatch.setenv("PINPOINT_DATA", str(tmp_path / "data"))
    sets = write_sets(tmp_path / "sets")
    assert write_spans(pipeline.index.library, sets) > 0
    write_lock(sets)
    opened = wiring.open_evaluation("sample", sets)
    first, *rest = read_lines(sets / "sample.jsonl", ItemRow)
    assert opened.items[0].spans
    drifted = tuple(span.model_copy(update={"start": span.start + 1}) for span in first.spans)
    write_rows(sets / "sample.jsonl", [first.model_copy(update={"spans": drifted}), *rest])
    write_lock(sets)
    with pytest.raises(BadInput, match=r"sample s001: the words of sample-rules 5\(1\)"):
        wiring.open_evaluation("sample", sets)


def test_without_texts_nothing_is_written(sample: Library, tmp_path: Path) -> None:
    """Spans cannot be written where no text is held: what stands in the files stays."""
    with pytest.raises(BadInput, match="No official text"):
        write_spans(replace(sample, texts={}), tmp_path)


@pytest.fixture(scope="module")
def core(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The official texts of the core."""
    store = Store(tmp_path_factory.mktemp("core") / "store.sqlite3")
    import_into(store, texts, silent)
    return Library.read(store, in_scope(store, "core"))


@pytest.mark.official
@pytest.mark.parametrize("sets", [DATASETS, FURTHER])
def test_the_committed_spans_hold(core: Library, sets: Path) -> None:
    """Every span of the committed sets is found on the official texts."""
    items = load_all(folder=sets)
    assert check_spans(items, core) == SpanCheck(checked=sum(len(one.spans) for one in items), unheld=0)


@pytest.mark.official
@pytest.mark.parametrize("sets", [DATASETS, FURTHER])
def test_the_committed_spans_are_those_chosen(core: Library, sets: Path) -> None:
    """Choosing anew gives the spans that stand in the files, so nobody moved one by hand."""
    for name in names(sets):
        for row in read_lines(sets / f"{name}.jsonl", ItemRow):
            one = read_item(row, name)
            assert spans_for(one, core) == one.spans, one.id
