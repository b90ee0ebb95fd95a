"""Somebody else's text in: its references resolved, its claims checked.

Works on what it is given; writes nothing of its own. Ambiguity yields no citation but a line among the unresolved.
"""

from dataclasses import dataclass

from corpus.citations.find import find
from corpus.citations.resolve import Ambiguous, NoSuchProvision, Resolved, Superseded, resolve
from corpus.facts import find_facts, known_instruments
from corpus.language import detect
from corpus.library import Library
from corpus.types import Citation, Locator, Reference
from rag.citing import cite
from rag.ports import TokenEmbedder
from rag.types import Step, Verdict
from rag.verify.check import check


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCitation:
    """A citation with the place in the text that it was read from, in code points, end exclusive."""

    citation: Citation
    text_start: int
    text_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A reference that could not be resolved, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedText:
    """All references of a text, in its order."""

    citations: tuple[PlacedCitation, ...]
    unresolved: tuple[Unresolved, ...]


def cite_text(library: Library, text: str) -> CitedText:
    """Find and resolve every reference in a text of any length."""
    language = detect(text)
    citations, unresolved = [], []
    known = known_instruments()
    for mention in find(text, known):
        found = resolve(mention, known, tuple(library.instruments))
        written = text[mention.text_start : mention.text_end]
        held = [one for one in found.references if library.has(one)] if isinstance(found, Resolved) else []
        for reference in held:
            given = cite(library, reference, language)
            citations.append(PlacedCitation(citation=given, text_start=mention.text_start, text_end=mention.text_end))
        if not held:
            unresolved.append(Unresolved(text=written, reason=_why(found)))
        elif isinstance(found, Resolved):
            unresolved += (Unresolved(text=written, reason=_why(missing)) for missing in found.missing)
    return CitedText(citations=tuple(citations), unresolved=tuple(unresolved))


def read_citation(citation: str) -> tuple[str, str]:
    """Instrument and locator of one citation, by id, symbol or name; raises UnknownInstrument.

    >>> read_citation("Nelson Mandela Rules, rule 45 (1)")
    ('mandela', '45(1)')
    >>> read_citation("曼德拉规则第45条")
    ('mandela', '45')
    """
    mentions = find(citation, known_instruments())
    if len(mentions) == 1 and mentions[0].instrument and len(mentions[0].locators) == 1:
        (mention,) = mentions
        meant = resolve(mention, known_instruments(), tuple(known_instruments()))
        if isinstance(meant, Resolved) and len(meant.references) == 1:
            return meant.references[0].instrument, meant.references[0].locator
        return find_facts(str(mention.instrument)).id, mention.locators[0]
    name, _, locator = citation.strip().partition(" ")
    return find_facts(name).id, locator.strip()


def check_claim(
    library: Library,
    claim: str,
    instrument: str,
    locator: str,
    *,
    without: frozenset[Step] = frozenset(),
    embedder: TokenEmbedder | None = None,
) -> Verdict:
    """The verdict on a claim against `instrument locator`; a locator that does not exist is not supported.

    Steps in `without` are left out; without an embedder the last two steps go by words alone.
    """
    Locator.parse(locator)
    references = library.expand(Reference(instrument=library.instrument(instrument).id, locator=locator))
    return check(library, claim, references, detect(claim), without=without, embedder=embedder)


def _why(found: Resolved | Ambiguous | NoSuchProvision | Superseded) -> str:
    if isinstance(found, Ambiguous):
        return "ambiguous: " + ", ".join(str(one) for one in found.candidates)
    if isinstance(found, NoSuchProvision):
        return f"no_such_provision: {found.nearest}"
    if isinstance(found, Superseded):
        return f"superseded: {found.edition}"
    return "not_in_scope: " + ", ".join(str(one) for one in found.references)
