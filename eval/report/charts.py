"""Charts as rows of HTML with a small SVG in each: values as dots on a line from 0 to 1, their intervals as whiskers.

Labels are text of the page, so that they stay readable at any width. Draws only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from eval.metrics.intervals import Estimate
from eval.report.words import LANGUAGES, class_name, percent
from eval.scores import Kind

_DEEPEST = 45
"""Per cent of the accent in a cell where all is right; words stay readable on it in both themes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a chart; `less` marks a measure of which less is better."""

    name: str
    found: Estimate
    what: str = ""
    less: bool = False


def whiskers(rows: Sequence[Row]) -> str:
    """Dots with whiskers, in the order given; with a column of explanations where any row has one."""
    wide = any(row.what for row in rows)
    heads = '<span class="head"></span><span class="scale"><span>0</span><span>50</span><span>100 %</span></span>'
    heads += '<span class="head">value</span><span class="head">n</span>'
    heads += '<span class="head what"></span>' if wide else ""
    lines = "".join(_line(row, wide=wide) for row in rows)
    return f'<div class="plot{" wide" if wide else ""}"><div>{heads}</div>{lines}</div>'


def _line(row: Row, *, wide: bool) -> str:
    found = row.found
    told = f"{row.name}: {percent(found.value)}, 95 % interval {percent(found.low)} to {percent(found.high)}, n = {found.n}"
    low, value, high = (f"{100 * number:.2f}" for number in (found.low, found.value, found.high))
    drawn = (
        f'<svg viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label="{escape(told)}">'
        f"<title>{escape(told)}</title>{_grid()}"
        f'<path class="span" d="M{low} 12H{high}" vector-effect="non-scaling-stroke"/>'
        f'<path class="dot" d="M{value} 12h.001" vector-effect="non-scaling-stroke"/></svg>'
    )
    cells = f'<span>{escape(row.name)}</span>{drawn}<span class="value">{percent(found.value)}</span>'
    cells += f'<span class="n">{found.n}</span>'
    cells += f'<span class="what">{escape(row.what)}</span>' if wide else ""
    return f'<div class="{"less" if row.less else "more"}">{cells}</div>'


def bars(counts: Sequence[tuple[str, int]], out_of: int) -> str:
    """Counts as bars, the longest being the first."""
    most = max((count for _, count in counts), default=1)
    lines = [
        f"<div><span>{escape(name)}</span>"
        f'<svg viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label="{count} of {out_of}">'
        f'<path class="bar" d="M0 12H{100 * count / most:.2f}" vector-effect="non-scaling-stroke"/></svg>'
        f'<span class="value">{count}</span><span class="n">{100 * count / out_of:.0f} %</span></div>'
        for name, count in counts
    ]
    return f'<div class="plot">{"".join(lines)}</div>'


def matrix(cells: Mapping[str, Mapping[str, tuple[int, int]]]) -> str:
    """How often right by type and language, the weakest types first; the deeper a cell's colour, the more is right."""
    languages = [code for code in LANGUAGES if any(code in row for row in cells.values())]
    heads = "".join(f'<th class="num" scope="col">{LANGUAGES[code]}</th>' for code in languages)
    rows = sorted(cells.items(), key=lambda pair: (_share(pair[1]), pair[0]))
    lines = [
        f'<tr><th scope="row">{escape(class_name(Kind.TYPE, name))}</th>'
        f"{''.join(_cell(row.get(code)) for code in languages)}</tr>"
        for name, row in rows
    ]
    return f'<table class="matrix"><thead><tr><th></th>{heads}</tr></thead><tbody>{"".join(lines)}</tbody></table>'


def _cell(counts: tuple[int, int] | None) -> str:
    if counts is None:
        return '<td class="none">–</td>'
    right, asked = counts
    style = f"background:color-mix(in srgb,var(--accent) {round(_DEEPEST * right / asked)}%,var(--raised))"
    return f'<td style="{style}">{100 * right / asked:.0f} %<small>{right} of {asked}</small></td>'


def _share(row: Mapping[str, tuple[int, int]]) -> float:
    return sum(right for right, _ in row.values()) / sum(asked for _, asked in row.values())


def _grid() -> str:
    ends = "".join(f'<path class="rule" d="M{x} 0V24" vector-effect="non-scaling-stroke"/>' for x in (0, 100))
    return f'{ends}<path class="mid" d="M50 0V24" vector-effect="non-scaling-stroke"/>'
