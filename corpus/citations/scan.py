"""A text cut into the elements that citations are made of: names, numbered words of law, headings without number.

Refuses to connect them: which number belongs to which name is decided in `chain`.
"""

from collections.abc import Sequence

from corpus.citations.closed import read_bare_closed, read_closed
from corpus.citations.elements import Element, Headed, Named, Numbered, Scan
from corpus.citations.fold import fold
from corpus.citations.forms import (
    AND,
    BARE_SIGNS,
    EDITION_AFTER,
    EDITION_BEFORE,
    EDITION_GAP,
    HAN_PROTOCOLS,
    LETTERS,
    OF,
    PROTOCOL_GAP,
    PROTOCOLS,
)
from corpus.citations.lex import Token, tokens, variants
from corpus.citations.lexicon import Hit, Lexicon
from corpus.citations.names import Name, Term
from corpus.citations.numbered import read_ordinal, read_term
from corpus.citations.read import is_quantity, read_places
from corpus.types import Binding

_LONGEST_BARE = 5
_SIGNS = ("no", "n", "nr", "number", "numero", "#", "رقم")
_CLOSED_SIGNS = "条段款项目"


def scan(text: str, lexicon: Lexicon) -> Scan:
    """Every element of a text, in order; linear in its length."""
    folded = fold(text)
    found = Scan(text, folded, tokens(folded.text))
    elements: list[Element] = []
    at = 0
    while at < len(found.tokens):
        fresh = _read(found, lexicon, at)
        if fresh and elements:
            fresh = (fresh[0]._replace(start=max(fresh[0].start, elements[-1].end)), *fresh[1:])
        if fresh:
            elements.extend(fresh)
            at = max(fresh[-1].end, at + 1)
        else:
            at += 1
    return found._replace(elements=elements)


def _read(found: Scan, lexicon: Lexicon, at: int) -> Sequence[Element]:
    token = found.tokens[at]
    if token.text == "第":
        closed = read_closed(found.tokens, at)
        if closed:
            return (closed,)
    hit = lexicon.longest(found.tokens, at)
    if hit and isinstance(hit.meaning, Name) and not _is_title(found, at, hit):
        return _read_name(found, lexicon, at, hit, hit.meaning)
    if hit and isinstance(hit.meaning, Term):
        return _some(read_term(found, at, hit.end, hit.meaning))
    if token.sort in ("number", "numeral", "word") or token.text in ("(", "[") or token.text in LETTERS:
        closed = read_bare_closed(found.tokens, at) or read_ordinal(found, lexicon, at)
        return _some(closed or _read_ahead_of_name(found.tokens, at))
    return ()


def _is_title(found: Scan, at: int, hit: Hit) -> bool:
    """`Mr 45` is no set of rules."""
    written = found.written(at, hit.end)
    return len(written) == 2 and written.isalpha() and written.istitle()


def _some(element: Numbered | Headed | None) -> Sequence[Element]:
    return (element,) if element else ()


def _read_name(found: Scan, lexicon: Lexicon, at: int, hit: Hit, name: Name) -> Sequence[Element]:
    text = found.tokens
    named = Named(at, hit.end, _strengthened(found, at, hit.end, name))
    named = _with_edition(text, lexicon, _guarded(text, lexicon, named))
    named = _with_marks(text, named)
    bare = _read_bare(text, lexicon, named)
    return (named, bare) if bare else (named,)


def _with_marks(text: Sequence[Token], named: Named) -> Named:
    """The name with the 《》, the quotation marks or the 第 around it."""
    start, end = named.start, named.end
    before, after = (text[start - 1].text if start else ""), (text[end].text if end < len(text) else "")
    if before == "第":
        return named._replace(start=start - 1)
    if before == after == '"':
        return named._replace(start=start - 1, end=end + 1)
    end += after == "》" and before == "《"
    inside = [token.text for token in text[start:end]]
    while start and text[start - 1].text == "《" and inside.count("》") > inside.count("《"):
        start -= 1
        inside.append("《")
    return named._replace(start=start, end=end)


def _strengthened(found: Scan, start: int, end: int, name: Name) -> Name:
    """An acronym counts alone only in capitals."""
    if not name.acronym or name.weak:
        return name
    return name._replace(weak=not found.written(start, end).isupper())


def _guarded(text: Sequence[Token], lexicon: Lexicon, named: Named) -> Named:
    """A treaty's name inside the name of its protocol is not the treaty."""
    instrument = lexicon.instruments.get(named.name.instrument or "")
    if instrument is None or instrument.binding is not Binding.TREATY:
        return named
    foreign = Name(None, weak=True)
    at = named.start - 1
    while at >= 0 and named.start - at < 6 and not PROTOCOL_GAP.isdisjoint(variants(text[at].text)):
        at -= 1
    if 0 <= at < named.start - 1 and not PROTOCOLS.isdisjoint(variants(text[at].text)):
        own = any(not PROTOCOLS.isdisjoint(variants(token.text)) for token in text[named.start : named.end])
        return named if own else Named(at, named.end, foreign)
    rest = "".join(token.text for token in text[named.end : named.end + 7])
    for tail in HAN_PROTOCOLS:
        if rest.startswith(tail):
            return Named(named.start, named.end + len(tail), foreign)
    return named


def _with_edition(text: Sequence[Token], lexicon: Lexicon, named: Named) -> Named:
    """`the old SMR`, `Standard Minimum Rules (1955)`: the edition that the instrument took the place of."""
    instrument = lexicon.instruments.get(named.name.instrument or "")
    years = {edition[-5:-1] for edition in instrument.supersedes if edition.endswith(")")} if instrument else set()
    if not years or named.name.edition:
        return named
    year = min(years)
    at = named.start - 1
    while at >= 0 and named.start - at < 5 and text[at].text in EDITION_GAP:
        at -= 1
    if at >= 0 and text[at].text in EDITION_BEFORE | {year}:
        return Named(at, named.end, named.name._replace(edition=year, weak=False))
    at = named.end
    while at < len(text) and at - named.end < 5 and text[at].text in EDITION_GAP:
        at += 1
    if at < len(text) and not (EDITION_AFTER | {year}).isdisjoint(variants(text[at].text)):
        end = at + 1
        while end < len(text) and text[end].text in (")", "года", "г", "年"):
            end += 1
        return Named(named.start, end, named.name._replace(edition=year, weak=False))
    return named


def _read_bare(text: Sequence[Token], lexicon: Lexicon, named: Named) -> Numbered | None:
    """A number right after a name: `Mandela 45`, `GC24: 89`; not `the Mandela Rules, 15 prisoners`."""
    at = named.end
    if [token.text for token in text[at : at + 3 : 2]] == ["(", ")"] and len(text[at + 1].text) == 4:
        at += 3
    start = at
    while at < len(text) and at - start < 4 and (text[at].text in BARE_SIGNS or _is_point_of_sign(text, at)):
        at += 1
    reading = read_places(text, at, words=at < len(text) and text[at].sort == "numeral", single=False)
    if not reading or (text[at].sort == "pair" and lexicon.longest(text, at)):
        return None
    if _is_counted(text, at, reading.end) or not (named.name.instrument or named.name.weak):
        return None
    end, after = reading.end, text[reading.end] if reading.end < len(text) else None
    if after and after.text in _CLOSED_SIGNS:
        if after.text not in "项目" or not reading.runs[-1].first.steps:
            return None
        end += 1
    elif after and at > start and after.sort in ("word", "han") and not _joins(after):
        return None
    return Numbered(at, end, named.name.word, reading.runs)


def _is_counted(text: Sequence[Token], at: int, end: int) -> bool:
    """Whether a number counts something, is a year, or a Chinese numeral that goes on as a word: 一般."""
    after = text[end].sort if end < len(text) else ""
    number = text[at].sort == "number" and len(text[at].text) > 3
    return number or is_quantity(text, at + 1) or is_quantity(text, end) or (text[at].sort == "numeral" and after == "han")


def _is_point_of_sign(text: Sequence[Token], at: int) -> bool:
    return text[at].text == "." and text[at - 1].text in _SIGNS


def _read_ahead_of_name(text: Sequence[Token], at: int) -> Numbered | None:
    """A number without a word that only a name after it makes a citation: `43(1)(b) of the Mandela Rules`."""
    before = text[at - 1].text if at else ""
    numbered = before in _SIGNS or (before == "." and at > 1 and text[at - 2].text in _SIGNS)
    if text[at].sort != "number" or len(text[at].text) > 3 or (before in ("/", ".", "-", "第") and not numbered):
        return None
    reading = read_places(text, at, words=False, single=False, most=_LONGEST_BARE)
    if not reading or is_quantity(text, at + 1) or is_quantity(text, reading.end):
        return None
    run = reading.runs[0]
    structured = bool(run.first.steps or run.last or "." in run.first.number or len(reading.runs) > 1)
    linked = reading.end < len(text) and text[reading.end].text in OF
    if not structured and not (linked and (before in AND or numbered)):
        return None
    return Numbered(at, reading.end, None, reading.runs, weak=True)


def _joins(token: Token) -> bool:
    return token.text in ("and", "of", "to", "et", "y", "и", "和", "及", "与")
