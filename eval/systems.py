"""The assistant and the baselines by name, each a function from a question to an outcome.

Opens what a system needs and turns its answers into outcomes. Refuses to judge them.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from corpus.errors import BadInput
from corpus.types import Reference
from eval import baselines
from eval.asking import Asked, System
from eval.types import Outcome, Said
from rag.pipeline import Pipeline
from rag.types import Answer, Claim

ASSISTANT = "assistant"
PLAIN = "plain_llamaindex"
_FROM_PIPELINE: dict[str, Callable[[Pipeline, Asked], Outcome]] = {
    "oracle": baselines.oracle,
    "copy_top": baselines.copy_top,
    "dense_only": baselines.dense_only,
    "bm25_only": baselines.bm25_only,
    "random": baselines.draw_lots,
    "refuse_all": baselines.refuse_all,
}
BASELINES = (*_FROM_PIPELINE, PLAIN)
SYSTEMS = (ASSISTANT, *BASELINES)


def open_system(name: str, pipeline: Pipeline, vectors: Path, watch: Callable[[int, int], None]) -> System:
    """A system by name; `vectors` is the file where plain LlamaIndex keeps its vectors. Raises BadInput."""
    if name == ASSISTANT:
        return System(name=name, answer=partial(ask_assistant, pipeline))
    if name == PLAIN:
        from eval.plain import plain_retriever  # noqa: PLC0415 - LlamaIndex takes a second to import; one system needs it

        nearest = plain_retriever(pipeline.index.library, pipeline.embedder, vectors, watch)
        return System(name=name, answer=partial(_copy_nearest, pipeline, nearest))
    if name not in _FROM_PIPELINE:
        raise BadInput(f"No system is called {name!r}.", hint=f"Name one of: {', '.join(SYSTEMS)}.")
    return System(name=name, answer=partial(_FROM_PIPELINE[name], pipeline), sees_gold=name in ("oracle", "random"))


def ask_assistant(pipeline: Pipeline, asked: Asked) -> Outcome:
    """The product's own answer; input that it will not take counts as a refusal with the reason `bad_input`."""
    try:
        answer = pipeline.ask(asked.question, asked.history)
    except BadInput as error:
        return replace(baselines.refused(asked, "bad_input"), message=error.message)
    return outcome_of(asked, answer)


def outcome_of(asked: Asked, answer: Answer) -> Outcome:
    """What is judged of an answer."""
    corrections = answer.premise_corrections
    return Outcome(
        item=asked.item.id,
        turn=asked.turn,
        language=asked.language,
        question=asked.question,
        status=answer.status.value,
        reason=answer.reason.value if answer.reason else None,
        message=answer.message,
        claims=tuple(_said(claim) for claim in answer.claims),
        dropped=tuple(_said(claim) for claim in answer.dropped),
        corrections=tuple(one.correction for one in corrections),
        corrected=tuple(dict.fromkeys(citation.reference for one in corrections for citation in one.citations)),
        ranking=tuple(passage.citation.reference for passage in answer.passages),
        nearest=tuple(citation.reference for citation in answer.nearest),
        timings_ms=answer.timings_ms,
    )


def _said(claim: Claim) -> Said:
    return Said(
        text=claim.text,
        citations=tuple(citation.reference for citation in claim.citations),
        verdict=claim.verdict.status.value,
        reason=claim.verdict.reason,
        aligned=claim.verdict.aligned,
    )


def _copy_nearest(pipeline: Pipeline, nearest: Callable[[str, int], Sequence[Reference]], asked: Asked) -> Outcome:
    return baselines.copy_best(pipeline, asked, nearest(asked.question, baselines.RANKED))
