"""The evaluation page: how good the assistant is by the latest report, and each failure in full.

Shows the report's figures and computes none; where there is no report, tells the command that makes one.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from chat.pages import charting
from chat.pages.evaluated import COMMAND, Failure, Report, ShownClaim, latest, matching, read_report
from chat.pages.places import heading
from chat.speech import say, tongue
from corpus.errors import BadInput
from corpus.settings import Settings
from corpus.types import Language
from rag.pipeline import Pipeline
from rag.present.markdown import escaped
from rag.present.words import LANGUAGES, VERDICT
from rag.types import VerdictStatus

_PAGE = "evaluation"
MEASURES = (
    *("right", "recall_5", "citation_precision", "citation_recall", "nonexistent", "faithfulness"),
    *("refusal_recall", "over_refusal", "hallucination", "premise_corrected"),
)
"""The measures that are shown, of those that a report has; the report itself has them all."""
TILES = ("right", "citation_precision", "over_refusal", "hallucination")
_AT_ONCE = 10
"""Failures that are on the page at once."""


@st.fragment
def evaluating(pipeline: Pipeline) -> None:
    """The whole page."""
    heading(_PAGE)
    path = latest(Settings.from_environment())
    if path is None:
        st.info(say("evaluation.none"), icon=":material/info:")
        st.code(COMMAND, language=None, wrap_lines=True)
        return
    try:
        report = _read(path, path.stat().st_mtime)
    except BadInput as error:
        st.info(escaped(str(error)), icon=":material/help:")
        return
    made_out(report, pipeline)
    tiles_out(report)
    charts_out(report)
    failures_out(report)


@st.cache_resource(show_spinner=False, max_entries=2)
def _read(path: Path, changed: float) -> Report:  # noqa: ARG001 - `changed` is a key
    return read_report(path)


def made_out(report: Report, pipeline: Pipeline) -> None:
    """What the figures are of, and whether they are of the texts that are held here."""
    record = report.record
    parts = [
        say("evaluation.asked", count=record.asked),
        (record.finished or "")[:16].replace("T", " "),
        f"{say('evaluation.model')}: {record.made.llm or say('evaluation.no_model')}",
        f"{say('version')} {record.made.corpus_version}",
    ]
    st.caption(escaped(" · ".join(filter(None, parts))))
    if record.made.corpus_version != pipeline.index.whole.version:
        st.info(say("evaluation.other_texts"), icon=":material/info:")


def tiles_out(report: Report) -> None:
    """The figures to look at first."""
    measured = report.whole
    shown = [name for name in TILES if name in measured]
    for column, name in zip(st.columns(max(1, len(shown))), shown, strict=False):
        found = measured[name]
        column.metric(say(f"tile.{name}"), f"{100 * found.value:.0f} %", border=True)
        column.caption(say("evaluation.interval", low=f"{100 * found.low:.0f}", high=f"{100 * found.high:.0f}", count=found.n))


def charts_out(report: Report) -> None:
    """All measures, and how often right by type, language and instrument, with their intervals."""
    views = ("measures", "type", "language", "instrument", "matrix", "wrongs")
    st.segmented_control(
        say("evaluation.view"),
        views,
        key="evaluation-view",
        default="measures",
        format_func=lambda view: say(f"evaluation.by_{view}"),
        required=True,
    )
    view: str = st.session_state["evaluation-view"]
    made, lines = chart(report, view)
    st.caption(say(f"evaluation.hint_{'whiskers' if view in ('type', 'language', 'instrument') else view}"))
    _drawn(made, lines, f"evaluation-chart-{view}")


def chart(report: Report, view: str) -> tuple[dict[str, Any], int]:
    """A chart's options and how many lines it has."""
    told = say(f"evaluation.by_{view}")
    if view == "measures":
        rows = [(say(f"measure.{name}"), report.whole[name]) for name in MEASURES if name in report.whole]
        return charting.whiskers(rows, told), len(rows)
    if view == "matrix":
        return charting.matrix(report.cells, _languages(), told)
    if view == "wrongs":
        return charting.bars(report.wrongs, told), len(report.wrongs)
    classes = report.of(view)
    names = _languages() if view == "language" else {}
    rows = [(names.get(one.name, one.name.replace("_", " ")), one.measured["right"]) for one in classes]
    return charting.whiskers(rows, told), len(rows)


def _drawn(made: Mapping[str, Any], lines: int, key: str) -> None:
    from streamlit_echarts import st_echarts  # noqa: PLC0415 - registers itself with a running page only

    st_echarts(dict(made), height=charting.height(lines), key=key)


def failures_out(report: Report) -> None:
    """The failures of a type and a language, some at a time."""
    st.header(say("evaluation.failures"), anchor=False)
    left, middle, right = st.columns(3)
    types = ("", *sorted({one.type for one in report.failures}))
    spoken = ("", *(code for code in _languages() if any(one.language == code for one in report.failures)))
    with left:
        type_ = st.selectbox(
            say("evaluation.type"),
            types,
            format_func=lambda one: one.replace("_", " ") or say("evaluation.any"),
            key="evaluation-type",
        )
    with middle:
        language = st.selectbox(
            say("evaluation.language"),
            spoken,
            format_func=lambda code: _languages().get(code) or say("evaluation.any"),
            key="evaluation-language",
        )
    with right:
        words = st.text_input(
            say("evaluation.words"),
            type="search",
            placeholder=say("evaluation.words_hint"),
            key="evaluation-words",
            icon=":material/search:",
        )
    found = matching(report.failures, type_=type_ or "", language=language or "", words=words or "")
    st.markdown(f":gray[{say('evaluation.found', count=len(found), all=len(report.failures))}]")
    shown = _AT_ONCE * int(st.session_state.get("evaluation-pages", 1))
    for one in found[:shown]:
        failure_out(one)
    if len(found) > shown:
        st.button(say("evaluation.more"), key="evaluation-more", on_click=_further)


def _further() -> None:
    st.session_state["evaluation-pages"] = int(st.session_state.get("evaluation-pages", 1)) + 1


def failure_out(one: Failure) -> None:
    """A failure: its question, and once it is opened what was cited and needed, and each claim with its verdict."""
    title = f"{escaped(one.question)}  \n:small[:gray[{escaped(one.key)} · {escaped(one.fault)}]]"
    with st.expander(title, key=f"failure-{one.key}", on_change="rerun") as opening:
        if opening.open:
            for earlier in one.before:
                st.caption(f"{say('evaluation.before')}: {escaped(earlier)}")
            rows = [
                (say("evaluation.expected"), one.expected),
                (say("evaluation.came"), one.status),
                (say("evaluation.needed"), ", ".join(one.needed)),
                (say("evaluation.allowed"), ", ".join(one.allowed)),
                (say("evaluation.cited"), ", ".join(one.cited)),
                (say("evaluation.ranked"), ", ".join(one.found[:_AT_ONCE])),
            ]
            st.markdown("\n".join(f"- **{name}:** {escaped(value)}" for name, value in rows if value))
            for title, claims in ((say("evaluation.claims"), one.claims), (say("evaluation.left_out"), one.dropped)):
                if claims:
                    st.markdown(f"**{title}**")
                    for claim in claims:
                        claim_out(claim)


def claim_out(claim: ShownClaim) -> None:
    """A claim, where it points to, its verdict with the reason, and the words that decided."""
    known = [status.value for status in VerdictStatus]
    verdict = VERDICT[VerdictStatus(claim.verdict)][tongue()] if claim.verdict in known else claim.verdict
    lines = [
        escaped(claim.text),
        f":small[{escaped(', '.join(claim.citations))} · **{escaped(verdict)}**: {escaped(claim.reason)}]",
    ]
    if claim.aligned:
        lines.append(f":small[:gray[{say('evaluation.aligned')}: “{escaped(claim.aligned)}”]]")
    with st.container(border=True):
        st.markdown("  \n".join(lines))


def _languages() -> dict[str, str]:
    return {language.value: LANGUAGES[language][tongue()] for language in Language}
