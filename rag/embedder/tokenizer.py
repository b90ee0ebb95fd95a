"""The embedder's tokenizer, built from the pieces of the data file: a standard Unigram model.

What it gives is a `tokenizer.json` that any user of the tokenizers library can read. Refuses to cut texts that are too
long in the middle of a vector: the end beyond the network's positions is left off, and the marks stay.
"""

from tokenizers import Regex, Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import Precompiled, Replace, Sequence
from tokenizers.pre_tokenizers import Metaspace
from tokenizers.processors import TemplateProcessing

from rag.embedder.charsmap import charsmap
from rag.embedder.weights import Pieces

_MASK = "<mask>"
"""A piece of the vocabulary that the network knows and the data file gives no role."""


def build_tokenizer(pieces: Pieces, *, longest: int) -> Tokenizer:
    """A tokenizer whose ids are the rows of the embedding table, cut at `longest` tokens with both marks."""
    tokenizer = Tokenizer(Unigram(list(zip(pieces.texts, pieces.scores, strict=True)), unk_id=pieces.unknown))
    tokenizer.normalizer = Sequence([Precompiled(charsmap(pieces.normalized)), Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = Metaspace(prepend_scheme="always")
    begin, end = pieces.texts[pieces.begin], pieces.texts[pieces.end]
    tokenizer.post_processor = TemplateProcessing(
        single=f"{begin} $A {end}", special_tokens=[(begin, pieces.begin), (end, pieces.end)]
    )
    tokenizer.add_special_tokens(
        [*(pieces.texts[i] for i in (pieces.begin, pieces.padding, pieces.end, pieces.unknown)), _MASK]
    )
    tokenizer.enable_truncation(longest)
    return tokenizer
