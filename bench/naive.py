"""The route that one would write first, for `bench.load` to stand beside: each request embedded by itself, as it comes.

The same embedder and the same form; the work on the event loop, the framework's own validation and JSON. Refuses nothing
and is never served to anybody.
"""

import argparse

import uvicorn
from fastapi import FastAPI

from corpus.settings import Settings
from rag.api.shapes import EmbeddingObject, EmbeddingRequest, EmbeddingResponse, EmbeddingUsage
from rag.embedder.onnx import OnnxEmbedder


def naive_app(embedder: OnnxEmbedder) -> FastAPI:
    """An app with the one route."""
    app = FastAPI()

    @app.get("/readyz")
    def readyz() -> str:
        return "ready"

    @app.post("/v1/embeddings")
    async def embeddings(asked: EmbeddingRequest) -> EmbeddingResponse:
        texts = [asked.input] if isinstance(asked.input, str) else [str(one) for one in asked.input]
        vectors = embedder.embed_passages(texts)
        tokens = sum(embedder.count_tokens(text) for text in texts)
        data = [EmbeddingObject(index=place, embedding=vector.tolist()) for place, vector in enumerate(vectors)]
        return EmbeddingResponse(data=data, model=asked.model, usage=EmbeddingUsage(prompt_tokens=tokens, total_tokens=tokens))

    return app


def main() -> None:
    """Serve it until told to stop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    embedder = OnnxEmbedder(Settings.from_environment().model)
    uvicorn.run(naive_app(embedder), host="127.0.0.1", port=parser.parse_args().port, log_level="warning")


if __name__ == "__main__":
    main()
