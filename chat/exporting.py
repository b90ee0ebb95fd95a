"""An answer, or some of its sentences, to take away: as a file, or one citation to copy, in a style of the reader's choice.

The files are `rag.export`'s; each is made when its button is clicked, and lives in the browser alone.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from chat.speech import reader, say
from corpus.library import Library
from corpus.types import Citation
from rag.export.files import exported, file_name
from rag.export.forms import MEDIA_TYPES, Form, Style
from rag.export.styles import citation_line
from rag.pipeline import Pipeline
from rag.types import Answer

_FORMS: Mapping[Form, str] = {
    Form.WORD: "Word",
    Form.MARKDOWN: "Markdown",
    Form.JSON: "JSON",
    Form.BIBTEX: "BibTeX",
    Form.RIS: "RIS",
    Form.CSL: "CSL-JSON",
}
_STYLES: Mapping[Style, str] = {Style.OSCOLA: "OSCOLA", Style.BLUEBOOK: "Bluebook", Style.APA: "APA"}


def export_out(pipeline: Pipeline, answer: Answer, number: int) -> None:
    """A button with all that an answer can be saved as; drawn in full only once it is opened."""
    key = f"turn-{number}-export"
    with st.popover(say("export"), type="tertiary", icon=":material/download:", key=key, on_change="rerun") as drawer:
        if drawer.open:
            style = style_out(key)
            claims = _chosen(answer, f"{key}-claims")
            with st.container(horizontal=True, gap="xsmall"):
                for form in Form:
                    _button(pipeline, answer, form, style, claims, f"{key}-{form.name.lower()}")


def citation_out(library: Library, citation: Citation) -> None:
    """One citation, to copy with a click."""
    style = style_out("sheet")
    st.code(citation_line(library, citation, style, reader()), language=None, wrap_lines=True)


def style_out(key: str) -> Style:
    """The citation style, by default the one that was chosen last."""
    own = f"{key}-style"

    def take() -> None:
        st.session_state.style = st.session_state[own]

    st.session_state.setdefault(own, st.session_state.get("style", Style.UN))
    st.segmented_control(say("export_style"), tuple(Style), key=own, format_func=_named, on_change=take, required=True)
    chosen: Style = st.session_state[own]
    return chosen


def _named(style: Style) -> str:
    return _STYLES.get(style) or say("style_un")


def _chosen(answer: Answer, key: str) -> Sequence[int] | None:
    """The places of the sentences that are wanted; None for the whole answer."""
    if len(answer.claims) < 2:
        return None
    st.multiselect(
        say("export_claims"),
        range(len(answer.claims)),
        key=key,
        format_func=lambda place: answer.claims[place].text,
        placeholder=say("export_all"),
    )
    places: list[int] = st.session_state[key]
    return tuple(places) or None


def _button(pipeline: Pipeline, answer: Answer, form: Form, style: Style, claims: Sequence[int] | None, key: str) -> None:
    library, language = pipeline.index.whole.library, reader()

    def made() -> bytes:
        return exported(library, answer, form, style=style, language=language, claims=claims).data

    name = file_name(answer, form)
    st.download_button(_FORMS[form], made, file_name=name, mime=MEDIA_TYPES[form], key=key, on_click="ignore")
