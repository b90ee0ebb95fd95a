"""The pages without a browser: a pipeline of the test's own, and what Streamlit's test frame says is on the page."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from corpus.holdings import in_scope, load_sample
from corpus.settings import Settings
from corpus.store import Store
from rag.embedder.fake import HashEmbedder
from rag.pipeline import Pipeline
from rag.present.opening import Opening
from rag.snapshot import build_snapshot, open_snapshot


def silent(*_: object) -> None:
    """Nobody waits for a test."""


def pipeline_over(folder: Path, store: Store, scope: str) -> Pipeline:
    """A pipeline over what a store holds, with the fake embedder."""
    settings = Settings(data=folder, texts=None, port=0, offline=True)
    instruments, embedder = in_scope(store, scope), HashEmbedder()
    built = build_snapshot(settings, store, instruments, embedder, silent)
    return Pipeline(open_snapshot(built, instruments, built.name), embedder)


def sample_pipeline(folder: Path) -> Pipeline:
    """The sample instrument with its digests."""
    store = Store(folder / "store.sqlite3")
    load_sample(store, silent)
    return pipeline_over(folder, store, "sample")


def script(opening: "Opening") -> None:
    """What AppTest runs, away from this module: the page over a pipeline of the test's own."""
    import app  # noqa: PLC0415 - the body is all that AppTest takes along

    app.page(opening)


def page_over(pipeline: Pipeline) -> AppTest:
    """The page with its pipeline open, run once."""
    opening = Opening(lambda _: pipeline)
    assert opening.pipeline(patience=10) is pipeline
    return AppTest.from_function(script, args=(opening,), default_timeout=60).run()


def ask(page: AppTest, question: str) -> AppTest:
    """Type a question and send it."""
    assert not page.exception
    page.chat_input[0].set_value(question).run()
    assert not page.exception
    return page


def shown(page: AppTest) -> str:
    """Everything that the page says, without the backslashes of escapes."""
    elements = [*page.markdown, *page.caption, *page.text, *page.info, *page.success, *page.title, *page.header]
    return "\n".join(str(element.value) for element in elements).replace("\\", "")


def keys(page: AppTest, prefix: str) -> list[str]:
    """Keys of the buttons that begin with `prefix`, in order."""
    return [button.key for button in page.button if button.key and button.key.startswith(prefix)]
