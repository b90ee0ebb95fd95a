"""The families of documents: which parts each has and in which order.

A new family is a function here and a word in `corpus.grammar`; a new instrument of a known family is a facts file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from corpus.grammar import Family, Grammar
from corpus.segment.headings import Outline, peel
from corpus.segment.lines import Line, spans
from corpus.segment.paragraphs import Lines, Numbered, dotted, numbered, units, without_dotted
from corpus.segment.parts import Draft, Parts
from corpus.segment.signs import Signs, place_of, start_of
from corpus.types import Kind, Language


def drafts(lines: Sequence[Line], grammar: Grammar, language: Language) -> Iterator[Draft]:
    """Every provision of a text, in order."""
    parts = Parts(grammar=grammar, signs=Signs.of(grammar, language, lines))
    yield from _READERS[grammar.family](parts, parts.signs.without_asides(lines))


def _resolution(parts: Parts, lines: Lines, prefix: str = "") -> Iterator[Draft]:
    """A preamble without numbers, then numbered paragraphs."""
    before, paragraphs = numbered(lines[start_of(parts.signs.speaker, lines, 0) :], first=1)
    yield from parts.preamble(before)
    if paragraphs:
        last = paragraphs[-1]
        paragraphs[-1] = Numbered(label=last.label, lines=tuple(parts.signs.until_closing(last.lines)))
    for paragraph in paragraphs:
        yield from parts.paragraph(f"{prefix}{paragraph.label}", Kind.PARAGRAPH, (), paragraph.lines)


def _annexed_rules(parts: Parts, lines: Lines) -> Iterator[Draft]:
    """A resolution, then in its annex observations and rules, each headed `Rule N`."""
    annex = place_of(parts.signs.annex, lines, 0) if parts.grammar.operative else 0
    yield from _resolution(parts, lines[:annex], prefix="op")
    lines = lines[annex:]
    front, run = peel(lines[: _first_unit(lines, parts, Kind.RULE)], parts.signs.style)
    yield from parts.observations(front)
    yield from parts.headed_units(lines, parts.signs.rule, Kind.RULE, _outline(parts, run, first=True))


def _dotted_rules(parts: Parts, lines: Lines) -> Iterator[Draft]:
    """Rules `1.1`, `1.2`, … under headings that bear the first number; before them a resolution or nothing."""
    annex = place_of(parts.signs.annex, lines, 0) if parts.grammar.operative else 0
    yield from _resolution(parts, lines[:annex], prefix="op")
    lines = lines[annex:]
    starts = dotted(lines, parts.signs.labelled)
    places = spans([place for place, _ in starts], len(lines))
    outline = _outline(parts, peel(lines[: places[0][0] if places else None], parts.signs.style)[1], first=True)
    for (start, end), (_, label) in zip(places, starts, strict=True):
        text, run = peel(lines[start:end], parts.signs.style)
        yield from parts.paragraph(label, Kind.RULE, outline.path, without_dotted(parts.signs.until_commentary(text)))
        outline.read(run, parts.signs.style, first=False)


def _treaty(parts: Parts, lines: Lines) -> Iterator[Draft]:
    """A preamble, then articles of one text or of numbered paragraphs."""
    first = _first_unit(lines, parts, Kind.ARTICLE)
    text, run = peel(lines[:first], parts.signs.style)
    speaks = start_of(parts.signs.speaker, text, 0)
    yield from parts.preamble(text[place_of(parts.signs.preamble, text, speaks) :])
    last = max((place for place, _ in units(lines, parts.signs.article)), default=0)
    lines = [*lines[:last], *parts.signs.until_closing(lines[last:])]
    yield from parts.headed_units(lines, parts.signs.article, Kind.ARTICLE, _outline(parts, run, first=False))


def _numbered_rules(parts: Parts, lines: Lines) -> Iterator[Draft]:
    """Rules that are numbered from beginning to end, under headings or none."""
    return _run(parts, lines, Kind.RULE)


def _general_comment(parts: Parts, lines: Lines) -> Iterator[Draft]:
    """Paragraphs that are numbered from beginning to end, under headings or none."""
    return _run(parts, lines, Kind.PARAGRAPH)


def _run(parts: Parts, lines: Lines, kind: Kind) -> Iterator[Draft]:
    before, paragraphs = numbered(lines, heading=parts.signs.labelled)
    outline = _outline(parts, peel(before, parts.signs.style)[1], first=True)
    for paragraph in paragraphs:
        text, run = peel(paragraph.lines, parts.signs.style)
        yield from parts.paragraph(paragraph.label, kind, outline.path, text)
        outline.read(run, parts.signs.style, first=False)


def _first_unit(lines: Lines, parts: Parts, kind: Kind) -> int:
    """Where the first rule or article begins, or the end where there is none."""
    sign = parts.signs.article if kind is Kind.ARTICLE else parts.signs.rule
    return next((place for place, _ in units(lines, sign)), len(lines))


def _outline(parts: Parts, run: Lines, *, first: bool) -> Outline:
    """The headings before the first provision."""
    outline = Outline()
    outline.read(run, parts.signs.style, first=first)
    return outline


_READERS: Mapping[Family, Callable[[Parts, Lines], Iterator[Draft]]] = {
    Family.RESOLUTION: _resolution,
    Family.ANNEXED_RULES: _annexed_rules,
    Family.DOTTED_RULES: _dotted_rules,
    Family.NUMBERED_RULES: _numbered_rules,
    Family.GENERAL_COMMENT: _general_comment,
    Family.TREATY: _treaty,
}
