"""The chat program's frame: pages, language, what is held. `chat` draws what stands in it.

Shows what the pipeline gives and decides nothing. Text from outside is escaped before it is shown; no HTML is made. A
further page is a function in `chat.pages`, a name in its `PAGES`, and one more function of `_pages`.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from chat.conversation import closed, conversation
from chat.dress import dress
from chat.pages.browse import browse
from chat.pages.checklist import visiting
from chat.pages.compare import comparing
from chat.pages.evaluation import evaluating
from chat.pages.places import PAGES, heading
from chat.pages.references import referencing
from chat.pages.settings import as_set, setting
from chat.sidebar import side
from chat.speech import say, settle
from chat.waiting import waiting
from corpus.settings import Settings
from rag.pipeline import Pipeline
from rag.present.opening import Opening, Step, shared

_PATIENCE = 0.5  # seconds that a page waits for the texts before it says that they are being opened
_ICON, _LOGO = (Path(__file__).parent / "chat" / name for name in ("icon.svg", "logo.svg"))


def page(opening: Opening) -> None:
    """The whole page: the frame, and in it what the reader has chosen."""
    st.set_page_config(page_title="Pinpoint", page_icon=str(_ICON), layout="centered")
    st.logo(str(_LOGO), size="large", icon_image=str(_ICON))
    settle()
    dress()
    pipeline = as_set(opening.pipeline(_PATIENCE))
    chosen = st.navigation(_pages(opening, pipeline), position="top")
    side(pipeline)
    chosen.run()


def _pages(opening: Opening, pipeline: Pipeline | None) -> list[StreamlitPage]:
    """Every page, the first one to begin with; while nothing is open each tells how far the opening is."""

    def placed(title: str, path: str, draw: Callable[[Pipeline], None], before: Callable[[], None]) -> StreamlitPage:
        def drawn() -> None:
            place = st.empty()
            if pipeline is not None:
                draw(pipeline)
                return
            with place.container():
                before()
                waiting(opening)

        return st.Page(drawn, title=title, url_path=path, default=not path)

    further = zip(PAGES, (browse, comparing, visiting, referencing, evaluating, setting), strict=True)
    return [
        placed(say("page_ask"), "", conversation, closed),
        *(placed(say(f"{name}.menu"), name, draw, partial(heading, name)) for name, draw in further),
    ]


@st.cache_resource(show_spinner=False)
def of_this_process() -> Opening:
    """The pipeline opened in the background, once for all sessions; the API's, where that runs in this process."""

    def way(step: Step) -> Pipeline:
        from rag.wiring import open_pipeline  # noqa: PLC0415 - models and stores load behind the page's first paint

        settings = Settings.from_environment()
        return open_pipeline(settings.scope, settings, step)

    return shared() or Opening(way)


if __name__ == "__main__":
    page(of_this_process())
