"""A language model's opinion in words, as Markdown lines: for the Markdown report and, by `eval.report.prose`, for the page."""

from collections.abc import Iterator

from eval.metrics.intervals import wilson
from eval.record import Opinion
from eval.report.words import percent


def opinion_lines(opinion: Opinion, drafted_by: str | None) -> Iterator[str]:
    """Every figure of an opinion; `drafted_by` is the model that drafted what is judged, where there was one."""
    usable = opinion.claims - sum(opinion.unusable.values())
    found = opinion.supported_by_both + opinion.by_model_alone
    yield (
        f"What {opinion.model} says of {opinion.claims} claims, shown and dropped, of {opinion.outcomes} outcomes drawn with "
        f"seed {opinion.seed}. It stands beside the measures: none of them, and no gate, hangs on it."
    )
    yield ""
    share = wilson(found, usable)
    if share is not None:
        low, high = percent(share.low), percent(share.high)
        yield f"- supports {percent(share.value)} of the claims that it has a usable word on ({low} to {high}, n = {usable})"
    yield from _beside_checker(opinion)
    told = ", ".join(f"{fault} {count}" for fault, count in opinion.unusable.items())
    yield f"- unusable replies: {opinion.claims - usable} of {opinion.claims}{f' ({told})' if told else ''}"
    if opinion.wordless:
        yield f"- not asked, since they cite nothing that is held: {opinion.wordless} claims"
    if drafted_by == opinion.model:
        yield "- the same model drafted the answers: it judges its own words"
    if opinion.disputed:
        yield f"- they differ on: {', '.join(opinion.disputed)}"


def _beside_checker(opinion: Opinion) -> Iterator[str]:
    for whose, agreed, other in (
        ("supports", opinion.supported_by_both, opinion.by_checker_alone),
        ("does not support", opinion.by_model_alone, opinion.by_neither),
    ):
        if agreed + other:
            yield f"- of {agreed + other} claims that the checker {whose}, it supports {agreed}"
    if opinion.kappa is None:
        yield "- agreement with the checker: not defined, since there is nothing to compare or both used one word only"
    else:
        yield f"- agreement with the checker: kappa {opinion.kappa:.2f} (Cohen)"
