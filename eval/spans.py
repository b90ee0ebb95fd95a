"""The official words that an item rests on, kept as offsets and a fingerprint and cut anew where the texts are held.

A text that changed under an item is an error that names item and provision, never a silent difference. Keeps no official
word. `python -m eval.spans` writes the spans of every set into its file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import BadInput
from corpus.hashes import fingerprint
from corpus.library import Library
from corpus.sentences import Sentence, sentences
from corpus.types import Language, Provision, Reference, TextStatus
from eval.questions import names, read_item
from eval.rows import DATASETS, ItemRow, SpanRow, read_lines, write_rows
from eval.types import Item, Span, Turn
from rag.wiring import open_library
from rag.words import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanCheck:
    """How many spans were cut anew and found as they were, and how many could not be, their text not being held."""

    checked: int
    unheld: int


def spans_for(item: Item, library: Library) -> tuple[Span, ...]:
    """A span for each needed provision of an item: the sentence that shares most words with what should be said of it.

    English where the official English text is held intact, else Chinese; a provision held in neither has no span.
    """
    found = [_span(turn, need.reference, library) for turn in item.turns for need in turn.gold if need.must]
    return tuple(dict.fromkeys(span for span in found if span is not None))


def check_spans(items: Iterable[Item], library: Library) -> SpanCheck:
    """Cut every span anew; raises BadInput that names item and provision where the words are not what they were."""
    checked = unheld = 0
    for item in items:
        for span in item.spans:
            provision = _held(library, span.reference, span.language)
            if provision is None:
                unheld += 1
                continue
            if span.end > len(provision.text) or fingerprint(provision.text[span.start : span.end]) != span.sha256:
                raise BadInput(
                    f"{item.dataset} {item.id}: the words of {span.reference} ({span.language.value}) at "
                    f"{span.start}–{span.end} are not those that the item was written on.",
                    hint="Read the item against the text, then write its spans anew: python -m eval.spans",
                )
            checked += 1
    return SpanCheck(checked=checked, unheld=unheld)


def write_spans(library: Library, folder: Path = DATASETS) -> int:
    """Write the spans of every item into its set, and give their number; raises BadInput where no text is held."""
    if not library.texts:
        raise BadInput("No official text is held, so no span can be cut.", hint="Import them: python -m corpus import DIR")
    written = 0
    for name in names(folder):
        path = folder / f"{name}.jsonl"
        rows = [_with_spans(row, name, library) for row in read_lines(path, ItemRow)]
        written += sum(len(row.spans) for row in rows)
        write_rows(path, rows)
    return written


def _with_spans(row: ItemRow, dataset: str, library: Library) -> ItemRow:
    spans = spans_for(read_item(row, dataset), library)
    rows = tuple(
        SpanRow(
            instrument=span.reference.instrument,
            locator=span.reference.locator,
            language=span.language,
            start=span.start,
            end=span.end,
            sha256=span.sha256,
        )
        for span in spans
    )
    return row.model_copy(update={"spans": rows}) if rows or row.spans else row


def _span(turn: Turn, reference: Reference, library: Library) -> Span | None:
    for language in (Language.EN, Language.ZH):
        provision = _held(library, reference, language)
        if provision is not None:
            sentence = _nearest(provision.text, _wanted(turn, reference, language), language)
            return Span(
                reference=reference,
                language=language,
                start=sentence.start,
                end=sentence.end,
                sha256=fingerprint(sentence.text),
            )
    return None


def _held(library: Library, reference: Reference, language: Language) -> Provision | None:
    provision = library.texts.get(reference.instrument, {}).get(language, {}).get(reference.locator)
    return provision if provision is not None and provision.status is TextStatus.OFFICIAL else None


def _wanted(turn: Turn, reference: Reference, language: Language) -> frozenset[str]:
    own = [nugget.text[language] for nugget in turn.nuggets if reference in nugget.references]
    every = own or [nugget.text[language] for nugget in turn.nuggets] or [turn.question.get(language, "")]
    return frozenset(term for text in every for term in terms(text, language))


def _nearest(text: str, wanted: frozenset[str], language: Language) -> Sentence:
    def nearness(sentence: Sentence) -> float:
        words = set(terms(sentence.text, language))
        return 2 * len(words & wanted) / max(len(words) + len(wanted), 1)

    return max(sentences(text), key=nearness)


if __name__ == "__main__":
    write_spans(open_library("core"))
