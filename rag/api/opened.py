"""A pipeline as it opens: why there is none yet, and what an open one's embedder can give.

Shared by the API and the MCP server. Refuses to tell what was not foreseen: the log has that.
"""

from typing import Protocol, runtime_checkable

from corpus.errors import NotReady, PinpointError, StoreBusy
from rag.pipeline import Pipeline
from rag.ports import TokenEmbedder
from rag.present.opening import Opening


@runtime_checkable
class _WithTokens(TokenEmbedder, Protocol):
    """An embedder that can be asked whether it gives token vectors."""


def not_ready(opening: Opening, *, hint: str) -> NotReady:
    """Why a pipeline cannot be had, with `hint` while it is on its way; begins anew where another process was building."""
    failure = opening.failure()
    if failure is None:
        done = f"{opening.done:,} of {opening.total:,} wordings are" if opening.total else "nothing is"
        return NotReady(f"The index is being opened: {done} ready.", hint=hint)
    if isinstance(failure, StoreBusy):  # the other process will be done
        opening.again()
    foreseen = failure if isinstance(failure, PinpointError) else PinpointError("the server's log tells why.")
    return NotReady(f"The texts could not be opened: {foreseen.message}", hint=foreseen.hint or "Start the server anew.")


def tokens_of(pipeline: Pipeline) -> TokenEmbedder | None:
    """The token vectors of a pipeline's embedder, where it gives them."""
    embedder: object = pipeline.embedder
    return embedder if isinstance(embedder, _WithTokens) else None
