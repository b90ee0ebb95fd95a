"""The baseline that anybody has in an afternoon: LlamaIndex over the official texts, one node a paragraph, our embedder.

Generous to it: nodes are whole paragraphs with the right label, where a plain set-up would cut across them. Refuses to
work without official texts, since it knows nothing else.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from llama_index.core.schema import TextNode
from llama_index.core.vector_stores import SimpleVectorStore, VectorStoreQuery

from corpus.errors import BadInput
from corpus.library import Library
from corpus.types import Language, Reference
from rag.ports import Embedder
from rag.vectors import embed_all


def plain_retriever(
    library: Library, embedder: Embedder, cache: Path, watch: Callable[[int, int], None]
) -> Callable[[str, int], list[Reference]]:
    """A function from a question to the nearest paragraphs, best first; vectors are kept in the file `cache`."""
    texts = _paragraphs(library)
    if not texts:
        raise BadInput(
            "plain_llamaindex knows official texts only, and none are held.",
            hint="Import some: python -m corpus import FOLDER.",
        )
    vectors = embed_all(cache, embedder, [text for _, text in texts], watch)
    store = SimpleVectorStore()
    nodes = zip(texts, vectors, strict=True)
    store.add(
        [
            TextNode(id_=f"{row:05d}", embedding=vector.tolist(), metadata={"reference": str(reference)})
            for row, ((reference, _), vector) in enumerate(nodes)
        ]
    )

    def nearest(question: str, count: int) -> list[Reference]:
        query = VectorStoreQuery(query_embedding=embedder.embed_question(question).tolist(), similarity_top_k=2 * count)
        rows = store.query(query).ids or []
        return list(dict.fromkeys(texts[int(row)][0] for row in rows))[:count]

    return nearest


def _paragraphs(library: Library) -> Sequence[tuple[Reference, str]]:
    """Paragraphs in each language that is held, their items with them, without headings."""
    found = []
    for reference in library.references:
        if library.paragraph(reference) == reference:
            for language in Language:
                provisions = library.texts.get(reference.instrument, {}).get(language, {})
                members = [reference, *library.items(reference)]
                words = [provisions[one.locator].text for one in members if one.locator in provisions]
                if words:
                    found.append((reference, " ".join(words)))
    return [pair for pair in found if pair[1].strip()]
