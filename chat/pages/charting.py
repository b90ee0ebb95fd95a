"""Figures of an evaluation as options of ECharts: whiskers, a matrix, bars.

Pure: the same figures give the same options. Colours say no more than the numbers that stand beside them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from chat.pages.evaluated import Measured

ACCENT = "#2f78b7"
_ROW = 38
"""Pixels of a line."""


def height(rows: int) -> str:
    """How high a chart of so many lines is."""
    return f"{_ROW * rows + 60}px"


def whiskers(rows: Sequence[tuple[str, Measured]], told: str) -> dict[str, Any]:
    """Values between 0 and 100 with their intervals, from top to bottom as given."""
    upward = list(reversed(rows))
    spans = [[100 * m.low, 100 * m.value, 100 * m.value, 100 * m.value, 100 * m.high] for _, m in upward]
    return {
        **_frame(told, [f"{name}  ({found.n})" for name, found in upward]),
        "xAxis": {"type": "value", "min": 0, "max": 100, "axisLabel": {"formatter": "{value} %"}},
        "series": [
            {
                "type": "boxplot",
                "data": spans,
                "itemStyle": {"color": ACCENT, "borderColor": ACCENT, "borderWidth": 2},
                "boxWidth": [8, 8],
                "silent": True,
            },
            {
                "type": "scatter",
                "symbolSize": 11,
                "itemStyle": {"color": ACCENT},
                "data": [
                    {"value": [round(100 * found.value, 1), place], "tooltip": {"formatter": _interval(found)}}
                    for place, (_, found) in enumerate(upward)
                ],
            },
        ],
    }


def bars(counts: Sequence[tuple[str, int]], told: str) -> dict[str, Any]:
    """Counts as bars, from top to bottom as given."""
    upward = list(reversed(counts))
    return {
        **_frame(told, [name for name, _ in upward]),
        "xAxis": {"type": "value", "minInterval": 1},
        "series": [
            {
                "type": "bar",
                "data": [count for _, count in upward],
                "itemStyle": {"color": ACCENT},
                "label": {"show": True, "position": "right"},
                "barMaxWidth": 16,
            }
        ],
    }


def matrix(
    cells: Mapping[str, Mapping[str, tuple[int, int]]], languages: Mapping[str, str], told: str
) -> tuple[dict[str, Any], int]:
    """How often right, in per cent, by type and language, and how many lines that are; the weakest type on top."""
    types = sorted(cells, key=lambda name: (-_share(cells[name]), name))
    codes = [code for code in languages if any(code in row for row in cells.values())]
    data = [
        {
            "value": [column, line, round(100 * cells[name][code][0] / cells[name][code][1])],
            "tooltip": {"formatter": f"{cells[name][code][0]} / {cells[name][code][1]}"},
        }
        for line, name in enumerate(types)
        for column, code in enumerate(codes)
        if code in cells[name] and cells[name][code][1]
    ]
    frame = _frame(told, [name.replace("_", " ") for name in types])
    made = {
        **frame,
        "xAxis": {"type": "category", "data": [languages[code] for code in codes], "position": "top"},
        "visualMap": {"min": 0, "max": 100, "show": False, "inRange": {"color": ["#f3d9cc", "#cfe3f4"]}},
        "series": [{"type": "heatmap", "data": data, "label": {"show": True, "formatter": "{@[2]} %", "color": "#10151a"}}],
    }
    return made, len(types) + 1


def _frame(told: str, names: list[str]) -> dict[str, Any]:
    return {
        "aria": {"enabled": True, "label": {"description": told}},
        "animation": False,
        "tooltip": {"confine": True},
        "grid": {"left": 28, "right": 40, "top": 24, "bottom": 8, "containLabel": True},
        "yAxis": {
            "type": "category",
            "data": names,
            "axisTick": {"show": False},
            "axisLabel": {"width": 180, "overflow": "break"},
        },
    }


def _interval(found: Measured) -> str:
    return f"{100 * found.value:.0f} % ({100 * found.low:.0f}–{100 * found.high:.0f} %), n = {found.n}"


def _share(row: Mapping[str, tuple[int, int]]) -> float:
    return sum(right for right, _ in row.values()) / max(1, sum(asked for _, asked in row.values()))
