"""Quotes that are not the provision's words: an ellipsis over a "not", a condition or an exception; one word changed.

Works on official sentences, which are cut from the held texts at run time and never stored.
"""

from collections.abc import Iterator, Sequence
from random import Random

from corpus.types import Language
from eval.mutations.rewriting import EITHER, Edit, Edits, Rewriting, swap, table
from eval.mutations.types import Mutant, Sample

_LEFT_OUT = {
    Language.EN: (
        swap(r"(?<=shall )(?:not|never)(?= )", "…"),
        swap(r"(?<=should )(?:not|never)(?= )", "…"),
        swap(r"(?<=may )not(?= )", "…"),
        swap(r"(?<=must )not(?= )", "…"),
        swap(r"(?<= )(?:is|are) not(?= )", "…"),
        swap(r"(?<=[a-z] )only(?= [a-z])", "…"),
        swap(r"(?<=, )(?:unless|except|save)\b[^.;]{6,}(?=[.;])", "…"),
        swap(r"(?<=, )(?:if|when|where|provided that)\b[^.,;]{6,80}(?=[.;,])", "…"),
        swap(r"(?<= )without (?:delay |any )?\w+(?= )", "…"),
    ),
    Language.ZH: (
        swap(r"(?<=[\u4e00-\u9fff])不(?:得|应|能|可|会|是|受|以|再|要)?(?=[\u4e00-\u9fff])", "……"),
        swap(r"(?<=[\u4e00-\u9fff，])除[^，。；]{2,30}外(?=[，。\u4e00-\u9fff])", "……"),
        swap(r"(?<=[\u4e00-\u9fff，])(?:如果?|若)[^，。；]{3,30}(?=，)", "……"),
        swap(r"(?<=[\u4e00-\u9fff])(?:没有|未(?!成)|无(?!障|论))(?=[\u4e00-\u9fff])", "……"),
        swap(r"(?<=[\u4e00-\u9fff])只(?:有|能|是)(?=[\u4e00-\u9fff])", "……"),
    ),
}
_ALTERED = {
    Language.EN: (
        swap(r"\bshall\b(?! not)", "may", "should"),
        swap(r"\bshould\b(?! not)", "must", "may"),
        swap(r"\bmay\b(?! not)", "shall"),
        swap(r"\ball\b", "some", exact=True),
        swap(r"\b(?:and)\b", "or", alone=True),
        swap(r"\bbefore\b", "after"),
        swap(r"\bwomen\b", "men"),
        swap(r"\bchildren\b", "adults"),
        swap(r"\bdetention\b", "questioning"),
    ),
    Language.ZH: (
        swap(r"和", "或", alone=True),
        swap(r"所有", "部分"),
        swap(r"应(?!对|用)", "可"),
        swap(r"确保", "尽量保证"),
        swap(r"儿童", "成人"),
        swap(r"敦促|促请|鼓励", "允许"),
        swap(r"重申|回顾", "撤回"),
    ),
}


def _within(edits: Edits, low: int = 40, high: int = 400) -> Edits:
    """Edits of sentences of a length that one quotes."""

    def chosen(sample: Sample, random: Random) -> Iterator[Edit]:
        if len(sample.text) >= (low if sample.language is Language.EN else low // 3) and len(sample.text) <= high:
            yield from edits(sample, random)

    return chosen


class Quoting:
    """A rewriting whose result is put between quotation marks."""

    def __init__(self, inner: Rewriting) -> None:
        self.name, self.slot, self.labels = inner.name, inner.slot, inner.labels
        self._inner = inner

    def mutate(self, sample: Sample, pool: Sequence[Sample], random: Random) -> Mutant | None:
        """The quote with an error in it, or None."""
        made = self._inner.mutate(sample, pool, random)
        return Mutant(reference=made.reference, text=f"“{made.text}”") if made else None


QUOTES = (
    Quoting(Rewriting(name="quote_ellipsis", slot="quote", labels=EITHER, edits=_within(table(_LEFT_OUT)))),
    Quoting(Rewriting(name="quote_altered", slot="quote", labels=EITHER, edits=_within(table(_ALTERED)))),
)
