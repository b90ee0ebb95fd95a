"""A comparison of two runs as Markdown: what changed by measure and by class, and every outcome that flipped."""

from collections.abc import Iterator, Sequence

from eval.compare import Change, Comparison, Flip
from eval.report.words import percent

_SURE = 0.05


def comparison_markdown(found: Comparison) -> str:
    """The whole comparison."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Comparison) -> Iterator[str]:
    yield f"# {found.after} against {found.before}"
    yield ""
    yield f"{found.pairs} questions were asked in both, {found.apart} in one only; those are left out."
    yield from (f"- {line}" for line in found.unlike or ("Both were made with the same.",))
    yield from ("", "## Measures", "")
    yield (
        "Differences in percentage points, in bold where p by Holm is below 0.05. *Can show*: the smallest difference that so "
        "many pairs show four times of five; a smaller one may be there and not be seen."
    )
    yield from ("", *_table(found.measures))
    yield from ("", "## Right, by class", "", *_table(found.classes))
    yield from _flipped("Lost", found.lost)
    yield from _flipped("Gained", found.gained)


def _table(changes: Sequence[Change]) -> Iterator[str]:
    yield "| what | before | after | difference | 95 % | can show | n | test | p | p, Holm |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for one in changes:
        mark = "**" if one.p_holm < _SURE else ""
        yield (
            f"| {one.what} | {percent(one.before)} | {percent(one.after)} | {mark}{100 * one.value:+.1f}{mark} | "
            f"{100 * one.low:+.1f} to {100 * one.high:+.1f} | {_can_show(one)} | "
            f"{one.n} | {one.test} | {one.p:.4f} | {one.p_holm:.4f} |"
        )


def _can_show(one: Change) -> str:
    return "nothing" if one.can_show is None else f"{100 * one.can_show:.1f}"


def _flipped(title: str, flips: Sequence[Flip]) -> Iterator[str]:
    yield from ("", f"## {title}: {len(flips)}", "")
    yield from (f"- {one.key}: {one.question} ({one.fault})" for one in flips)
