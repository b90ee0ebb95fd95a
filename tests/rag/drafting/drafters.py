"""Drafters over the stub server, with limits that a test can wait for."""

from corpus.settings import LanguageModelSettings
from rag.adapters.llm import open_language_model
from rag.drafting.drafter import Limits, ModelDrafter
from rag.embedder.fake import HashEmbedder
from tests.rag.drafting.server import Stub

LIMITS = Limits(seconds=20.0, attempts=2, prompt_tokens=2_000, answer_tokens=200)
NAME = "openai-like:stub"


def drafter_of(stub: Stub, limits: Limits = LIMITS) -> ModelDrafter:
    """A drafter that asks the stub as an OpenAI-compatible server."""
    settings = LanguageModelSettings(
        provider="openai-like",
        model="stub",
        url=f"{stub.url}/v1",
        seconds=15,
        prompt_tokens=limits.prompt_tokens,
        answer_tokens=limits.answer_tokens,
    )
    return ModelDrafter(open_language_model(settings, offline=True), limits, HashEmbedder())
