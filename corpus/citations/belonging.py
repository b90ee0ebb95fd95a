"""What a number belongs to when nothing beside it says so: the one instrument of the text, the rule just cited.

Refuses to choose: where two instruments of the text would fit, the number stays unnamed.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.citations.chain import Link
from corpus.citations.elements import Named, Scan
from corpus.citations.forms import AND, FITS, INSIDE, PREFIX, Word
from corpus.citations.lexicon import Lexicon
from corpus.citations.mention import Mention
from corpus.citations.names import Name
from corpus.citations.standing import standing
from corpus.types import Binding, Instrument, Language, Unit

_NEAR = 6
_SOME_SENTENCES, _SOME_PARAGRAPHS = 120, 500
"""Tokens: a name farther off than the first says nothing of a number, but up to the second it may still rival another."""
_GENERIC_HEADS = frozenset({"covenant", "convention", "charter", "protocol", "declaration", "constitution"})
_SAME_BREATH = 30
_SAME_PASSAGE = 200
_WHOLE = re.compile(r"[a-z]*[0-9.]*[0-9]")
_STOPS = frozenset("?!。;")
_HOSTS = (Word.RULE, Word.ARTICLE, Word.CLAUSE, Word.OBSERVATION, None)


def fits(instrument: Instrument, word: Word | None) -> bool:
    """Whether a word of law can count provisions of an instrument."""
    if word is None:
        return True
    if prefix := PREFIX.get(word):
        resolution = word is Word.OPERATIVE and instrument.binding is Binding.RESOLUTION
        own = any(locator.startswith(prefix) for locator in instrument.expected)
        return own or (resolution and instrument.unit is Unit.PARAGRAPH)
    return instrument.unit in FITS[word]


class NameOfText(NamedTuple):
    """A name that a text gives, where, and whether a number belongs to it."""

    start: int
    name: Name
    used: bool


def names_of_text(links: Sequence[Link]) -> list[NameOfText]:
    """All names that a text gives, in order: strong ones, and weak ones that a number belongs to."""
    used = {link.name for link in links}
    return [
        NameOfText(element.start, element.name, place in used)
        for place, link in enumerate(links)
        if isinstance(element := link.element, Named) and (place in used or not element.name.weak)
    ]


def named_elsewhere(
    found: Scan, lexicon: Lexicon, links: Sequence[Link], place: int, names: Sequence[NameOfText], mention: Mention
) -> Mention:
    """The mention of the number at `place` with the instrument named near it, if only one of those named fits."""
    just_before = _named_just_before(found, links, place)
    number = links[place].element
    head = _generic_head(found, number.end)
    near = {just_before} if just_before else _within(names, number.start, _SOME_SENTENCES)
    fitting = {
        (name.instrument, name.edition)
        for name in (near if just_before else _within(names, number.start, _SOME_PARAGRAPHS))
        if name.instrument is None or _suits(lexicon.instruments[name.instrument], mention.word, head)
    }
    if len(fitting) != 1 or fitting.isdisjoint((name.instrument, name.edition) for name in near):
        return mention
    instrument, edition = fitting.pop()
    return replace(mention, instrument=instrument, edition=edition, inherited=instrument is not None)


def _within(names: Sequence[NameOfText], place: int, reach: int) -> set[Name]:
    """Names not farther than this from a token; one that comes with its own number does not reach back."""
    first = bisect_left(names, place - reach, key=_start)
    last = bisect_left(names, place + reach, key=_start)
    return {one.name for one in names[first:last] if one.start < place or not one.used}


def _start(name: NameOfText) -> int:
    return name.start


def _generic_head(found: Scan, at: int) -> str:
    """The Covenant of `article 9 of the Covenant`, which is not the Declaration named before."""
    following = [token.text for token in found.tokens[at : at + 3]]
    return following[2] if following[:2] == ["of", "the"] and following[2:] and following[2] in _GENERIC_HEADS else ""


def _suits(instrument: Instrument, word: Word | None, head: str) -> bool:
    return fits(instrument, word) and head in instrument.titles[Language.EN].casefold()


def _named_just_before(found: Scan, links: Sequence[Link], place: int) -> Name | None:
    """`the Mandela Rules say in rule 45`: a name, a few words, and a preposition."""
    link = links[place]
    before = links[place - 1].element if place else None
    if not isinstance(before, Named) or before.name.weak:
        return None
    between = [token.text for token in found.tokens[before.end : link.element.start]]
    led = bool(between) and between[-1] in INSIDE and len(between) <= _NEAR
    return before.name if led and not set(between) & (AND | _STOPS | {"."}) else None


def hosted_again(lexicon: Lexicon, before: Sequence[Mention], mention: Mention) -> Mention | None:
    """A paragraph without instrument put under the rule just cited; an item without any rule is dropped."""
    orphan = mention.locators[0].startswith("(")
    loose = mention.instrument is None and mention.foreign is None
    if before and (orphan or loose or mention.inherited):
        between = mention.text_start - before[-1].text_end
        reach = _SAME_PASSAGE if loose or orphan else _SAME_BREATH
        under = _under(lexicon, before[-1], mention) if between <= reach else None
        if under:
            return under
    return None if orphan else mention


def _under(lexicon: Lexicon, host: Mention, mention: Mention) -> Mention | None:
    if host.word not in _HOSTS or len(host.locators) != 1 or not _WHOLE.fullmatch(host.locators[0]):
        return None
    locators = tuple(host.locators[0] + _as_steps(locator) for locator in mention.locators)
    if host.foreign:
        return replace(mention, locators=locators, foreign=host.foreign, word=host.word)
    candidates = [lexicon.instruments[host.instrument]] if host.instrument else lexicon.instruments.values()
    fitting = [one for one in candidates if fits(one, host.word) and all(standing(one, text) for text in locators)]
    if not fitting or any(".." in locator for locator in locators):
        return None
    return replace(mention, locators=locators, instrument=host.instrument, edition=host.edition, word=host.word, inherited=True)


def _as_steps(locator: str) -> str:
    number, bracket, steps = locator.partition("(")
    return (f"({number})" if number else "") + bracket + steps
