"""Provisions in, claims out: the sentences that an answer is made of.

A claim is a digest's statement in the reader's language with the official words that it stands on, or, where there is
no digest, an official sentence itself. Composes only; every claim is checked by `rag.verify` afterwards.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from corpus.digests import Statement
from corpus.library import Library
from corpus.modality import modality_of
from corpus.quantities import COUNT, quantities
from corpus.sentences import Sentence, sentences
from corpus.types import Citation, Language, Modality, Provision, Reference, TextStatus
from rag.citing import cite
from rag.numeric_answers import fixes, measure_of, units_asked
from rag.retrieve import Found
from rag.types import Field
from rag.words import terms

_SHARED, _MEASURED, _WANTED = 0.3, 0.03, 0.2
"""What is added to a statement's cosine for shared words, a number of the unit that the question has, one that it asks for."""
_OTHER_UNIT = 0.5
"""What of the last remains where the question names the unit and the statement has another: days are asked for, hours told."""
_GAP = 0.26
"""How far behind the nearest statement a further one may be to be told; by what dev's nuggets stand for (decision 38)."""
_VERB, _LENGTH = 0.2, 0.002
"""What the statement's verb and each word count when its sentence is looked for."""
_LIST = 2
"""Items from which they are told as a list."""
_CLAUSE = re.compile(r"[,;:，；：]|\band\b")
_WHOLE = 400
"""Characters up to which a provision without a matching sentence is quoted whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim before its check."""

    text: str
    citation: Citation
    reference: Reference


def whole(library: Library, found: Found, question: str, language: Language, most: int) -> tuple[Draft, ...]:
    """The first `most` claims of a provision in its order: what is asked for by its number is told as it stands."""
    statements = library.statements(found.reference)[:most]
    if statements:
        return tuple(_stated(library, found.paragraph, statement, language) for statement in statements)
    return tuple(_quoted(library, found.reference, question, language, most))


def compose(library: Library, found: Found, question: str, language: Language, most: int) -> tuple[Draft, ...]:
    """At most `most` claims from one provision: the nearest to the question first, then those about as near in its order.

    With several items of a list the one sentence that leads to them is told besides.
    """
    statements = library.statements(found.reference)
    if statements:
        ranked = _by_nearness(statements, found, question, language)
        first, *further = _led(statements, ranked, ranked[:most])
        chosen = [first, *(statement for statement in statements if statement in further)]
        return tuple(_stated(library, found.paragraph, statement, language) for statement in chosen)
    return tuple(_quoted(library, found.reference, question, language, most))


def nearest(library: Library, found: Found, question: str, language: Language, most: int) -> tuple[Draft, ...]:
    """The same, the nearest first: what is said against a false premise must meet it at once."""
    statements = library.statements(found.reference)
    if statements:
        best = _by_nearness(statements, found, question, language)[:most]
        return tuple(_stated(library, found.paragraph, statement, language) for statement in best)
    return tuple(_quoted(library, found.reference, question, language, most))


def _led(statements: Sequence[Statement], ranked: Sequence[Statement], chosen: Sequence[Statement]) -> Sequence[Statement]:
    """The chosen statements; where they are a list of items, with the one sentence that it stands under.

    That comes first where most of the items are near, since then the list is asked for, else second behind the item that
    answers. It is not told where it only announces the items, nor where several sentences stand before them: which of
    these leads nobody has said.
    """
    leads, items = [one for one in statements if not one.item], {one.item for one in chosen}
    if len(leads) != 1 or len(items) < _LIST or not all(items) or leads[0].modality is Modality.DECLARATORY:
        return chosen
    near, held = ({one.item for one in some if one.item} for some in (ranked, statements))
    return (*leads, *chosen) if 2 * len(near) > len(held) else (chosen[0], *leads, *chosen[1:])


def _by_nearness(statements: Sequence[Statement], found: Found, question: str, language: Language) -> list[Statement]:
    """Statements about as near to the question as the nearest, which stands first; a number of the kind asked for counts.

    How near one is, is half its nearest language and half the mean of those that it was compared in, which is steadier. Where
    the question was not compared with any, all of them.
    """
    near = {wording.text: cosine for wording, cosine in found.near if wording.field is Field.STATEMENT}
    asked = set(terms(question, language))
    wanted, counted = measure_of(question, language), units_asked(question, language)
    units = {one.unit for one in quantities(question, language) if one.unit and one.unit != COUNT}

    def closeness(statement: Statement) -> tuple[float, float]:
        text = statement.said(language)
        shared = len(asked & set(terms(text, language))) / (len(asked) or 1)
        held = {one.unit for one in quantities(statement.en, Language.EN)}
        cosines = [near[said] for said in statement.texts.values() if said in near] or [0.0]
        fixed = wanted is not None and fixes([statement.en], wanted)
        worth = _WANTED * fixed * (1.0 if not counted or counted & held else _OTHER_UNIT)
        return (max(cosines) + fmean(cosines)) / 2 + _SHARED * shared + _MEASURED * bool(units & held) + worth, shared

    ranked = sorted(statements, key=closeness, reverse=True)
    least = closeness(ranked[0])[0] - _GAP
    return [statement for statement in ranked if closeness(statement)[0] >= least] if near else ranked


def _stated(library: Library, paragraph: Reference, statement: Statement, language: Language) -> Draft:
    reference = Reference(instrument=paragraph.instrument, locator=f"{paragraph.locator}{statement.item or ''}")
    provision = library.provision(reference, language)
    span = align(statement, provision) if provision and provision.status is TextStatus.OFFICIAL else None
    citation = cite(library, reference, language, span=span, modality=statement.modality)
    return Draft(text=statement.said(language), citation=citation, reference=reference)


def _quoted(library: Library, reference: Reference, question: str, language: Language, most: int) -> Iterator[Draft]:
    provision = library.provision(reference, language)
    if provision is None or provision.status is not TextStatus.OFFICIAL:
        return
    asked = set(terms(question, language))
    cut = sentences(provision.text)
    best = sorted(cut, key=lambda s: (-len(asked & set(terms(s.text, provision.language))), s.start))[:most]
    for sentence in sorted(best, key=lambda s: s.start):
        citation = cite(library, reference, language, span=(sentence.start, sentence.end))
        yield Draft(text=sentence.text, citation=citation, reference=reference)


def align(statement: Statement, provision: Provision) -> tuple[int, int]:
    """Code points of the official words that a statement stands on: its nearest sentence, or the whole if short."""
    cut = sentences(provision.text)
    if statement.item or len(cut) < 2:
        return 0, len(provision.text)
    wanted = set(terms(statement.said(provision.language), provision.language))
    best = max(cut, key=lambda sentence: (_likeness(statement, wanted, sentence, provision.language), -sentence.start))
    if not wanted & set(terms(best.text, provision.language)) and len(provision.text) <= _WHOLE:
        return 0, len(provision.text)
    return best.start, best.end


def _likeness(statement: Statement, wanted: set[str], sentence: Sentence, language: Language) -> float:
    """The share of a statement's words that a sentence has, more where a clause of it has the statement's verb too."""
    words = set(terms(sentence.text, language))
    verbs = {modality_of(clause, language) for clause in _CLAUSE.split(sentence.text) if clause.strip()}
    return len(wanted & words) / (len(wanted) or 1) + _VERB * (statement.modality in verbs) - _LENGTH * len(words)
