"""Topics by instruments as a table to click in: a cell leads to one instrument's provisions on a topic, a row to all.

Counts only; what is chosen is put where `chat.pages.compare` looks for it.
"""

from typing import Any

import streamlit as st

from chat.pages.places import capital
from chat.speech import reader, say
from rag.compare.matrix import Matrix, MatrixColumn, MatrixRow, matrix
from rag.pipeline import Pipeline

_ROW = 35
"""Pixels of a line."""
_TALLEST = 16
"""Lines that are on the screen at once."""
_HEAD = 20
"""Letters that a column's head has room for."""


def matrix_out(pipeline: Pipeline) -> None:
    """The table, as it was sorted and searched by its reader."""
    found = matrix(pipeline.index.library, reader(), pipeline.index.version)
    rows = tuple(row for row in found.rows if row.instruments)
    digested = [place for place, column in enumerate(found.columns) if column.digested]
    if not rows:
        st.info(say("compare.no_digests"), icon=":material/info:")
        return
    st.caption(say("compare.matrix_hint"))
    version = st.session_state.setdefault("compare-matrix", 0)
    st.dataframe(
        _table(found, rows, digested),
        key=f"compare-matrix-{version}-{reader()}",
        height=_ROW * (min(len(rows), _TALLEST) + 1) + 3,
        row_height=_ROW,
        column_config=_columns(found, digested),
        on_select=lambda: _chosen(f"compare-matrix-{version}-{reader()}", found, rows, digested),
        selection_mode=["single-row", "single-cell"],
        alt=say("compare.matrix"),
        hide_index=True,
        placeholder="–",
    )
    left = [column.name for column in found.columns if not column.digested]
    if left:
        st.caption(f"{say('compare.not_counted')}: {', '.join(left)}")


def _table(found: Matrix, rows: tuple[MatrixRow, ...], digested: list[int]) -> dict[str, list[str] | list[int | None]]:
    """Columns by name, one line for each topic that anything is said on; a cell without provisions is empty."""
    counts = {found.columns[place].instrument: [row.cells[place].provisions or None for row in rows] for place in digested}
    return {"topic": [capital(row.topic.name) for row in rows], **counts}


def _columns(found: Matrix, digested: list[int]) -> dict[str, Any]:
    named = {
        found.columns[place].instrument: st.column_config.NumberColumn(
            _head(found.columns[place]), help=f"{found.columns[place].name} · {found.columns[place].force}", format="%d"
        )
        for place in digested
    }
    return {"topic": st.column_config.TextColumn(say("compare.topic"), pinned=True, width=250), **named}


def _head(column: MatrixColumn) -> str:
    """An instrument's name where it fits above its numbers, else its symbol."""
    return column.name if len(column.name) <= _HEAD else column.symbol


def _chosen(key: str, found: Matrix, rows: tuple[MatrixRow, ...], digested: list[int]) -> None:
    """What was clicked becomes what is compared, and the table begins anew without a mark."""
    selection = st.session_state[key].selection
    cells = [(row, name) for row, name in selection.cells if name] if selection.cells else []
    lines = [row for row, _ in cells] or list(selection.rows)
    if not lines:
        return
    st.session_state["compare-topic"] = rows[lines[0]].topic.id
    st.session_state["compare-words"] = None
    named = {found.columns[place].instrument for place in digested}
    st.session_state["compare-shown"] = [name for _, name in cells if name in named]
    st.session_state["compare-matrix"] += 1
