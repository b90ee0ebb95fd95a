"""Citations found in a text: where they stand, which instrument they name, which numbers they give.

Pure: instruments come in, Mentions go out. Refuses to guess an instrument; what is not named stays unnamed.
"""

from collections.abc import Iterator, Mapping, Sequence

from corpus.citations.belonging import hosted_again, named_elsewhere, names_of_text
from corpus.citations.chain import Link, linked, named
from corpus.citations.elements import Named, Numbered, Scan
from corpus.citations.footnotes import find_footnotes
from corpus.citations.foreign import foreign_name
from corpus.citations.forms import PREFIX, Word
from corpus.citations.joints import Joint
from corpus.citations.lexicon import Lexicon, lexicon_of
from corpus.citations.mention import Mention
from corpus.citations.names import Name
from corpus.citations.places import Run
from corpus.citations.scan import scan
from corpus.types import Instrument, Unit

_GENERIC_HEADS = {"约": Word.ARTICLE, "则": Word.RULE}
_SECTIONS = ("section", "sections", "sec", "sub")
_BRACKETS = {"(": ")", "[": "]", "《": "》"}

Instruments = Mapping[str, Instrument] | Sequence[Instrument]


def find(text: str, instruments: Instruments) -> tuple[Mention, ...]:
    """Every citation in a text, in order.

    >>> from corpus.facts import all_facts
    >>> known = [facts.instrument() for facts in all_facts().values()]
    >>> [(m.instrument, m.locators) for m in find("See Mandela Rules 43 (1) (b) and rule 45.", known)]
    [('mandela', ('43(1)(b)', '45'))]
    """
    lexicon, found, links = _linked(text, instruments)
    names = names_of_text(links)
    mentions: list[Mention] = []
    for group in _groups(links):
        mention = _mention(found, lexicon, links, group)
        if mention.instrument is None and mention.foreign is None:
            mention = named_elsewhere(found, lexicon, links, group[0], names, mention)
        if mention.locators[0].startswith("(") or mention.word is Word.PARAGRAPH:
            settled = hosted_again(lexicon, mentions, mention)
        else:
            settled = mention
        if settled:
            mentions.append(settled)
    return _with_footnotes(text, mentions, links, found)


def _with_footnotes(text: str, mentions: Sequence[Mention], links: Sequence[Link], found: Scan) -> tuple[Mention, ...]:
    """The mentions and, where none of them lies, the footnotes, in order."""
    names = tuple(_names(found, links, weak=True))
    apart = [
        one
        for one in find_footnotes(text, names)
        if all(one.text_end <= other.text_start or other.text_end <= one.text_start for other in mentions)
    ]
    return tuple(sorted((*mentions, *apart), key=lambda one: one.text_start)) if apart else tuple(mentions)


def find_instruments(text: str, instruments: Instruments) -> tuple[tuple[int, int, str], ...]:
    """Start, end and id of every instrument named in a text; a place name or acronym counts only with a number."""
    _, found, links = _linked(text, instruments)
    return tuple(_names(found, links, weak=False))


def find_names(text: str, instruments: Instruments) -> tuple[tuple[int, int, str], ...]:
    """The same with place names and acronyms that stand alone: `Bangkok` may be the city."""
    _, found, links = _linked(text, instruments)
    return tuple(_names(found, links, weak=True))


def names_earlier(text: str, instruments: Instruments) -> bool:
    """Whether a text names an earlier edition of an instrument, as `the old Standard Minimum Rules`."""
    links = _linked(text, instruments)[2]
    return any(isinstance(link.element, Named) and link.element.name.edition for link in links)


def _names(found: Scan, links: Sequence[Link], *, weak: bool) -> Iterator[tuple[int, int, str]]:
    used = {link.name for link in links}
    for place, link in enumerate(links):
        element = link.element
        if isinstance(element, Named) and element.name.instrument and (weak or place in used or not element.name.weak):
            start, end = found.span(element.start, element.end)
            yield start, end, element.name.instrument


def _linked(text: str, instruments: Instruments) -> tuple[Lexicon, Scan, list[Link]]:
    lexicon = lexicon_of(instruments)
    found = scan(text, lexicon)
    return lexicon, found, named(found, linked(found, lexicon.units))


def _groups(links: Sequence[Link]) -> Iterator[range]:
    """Numbers that share their name and their word, in one list."""
    start = 0
    while start < len(links):
        end = start + 1
        if isinstance(links[start].element, Numbered):
            while end < len(links) and _goes_on(links[end - 1], links[end]):
                end += 1
            if _counts(links, start):
                yield range(start, end)
        start = end


def _goes_on(link: Link, after: Link) -> bool:
    one, other = link.element, after.element
    if not (isinstance(one, Numbered) and isinstance(other, Numbered)):
        return False
    together = Joint.BREAK not in after.joint and link.name == after.name and one.hosted == other.hosted
    return together and one.word == other.word


def _counts(links: Sequence[Link], place: int) -> bool:
    """Whether a number that means little alone has company."""
    link = links[place]
    element = link.element
    if not isinstance(element, Numbered) or not element.weak or link.name >= 0 or element.hosted:
        return True
    joined = place > 0 and Joint.BREAK not in link.joint
    return joined and isinstance(links[place - 1].element, Numbered)


def _mention(found: Scan, lexicon: Lexicon, links: Sequence[Link], group: range) -> Mention:
    members = [element for place in group if isinstance(element := links[place].element, Numbered)]
    name_at = links[group[0]].name
    beside = links[name_at].element if name_at >= 0 else None
    name = beside.name if isinstance(beside, Named) else None
    start, end = members[0].start, max(member.end for member in members)
    if beside and name_at in (group[0] - 1, group[-1] + 1):
        start, end = min(start, beside.start), max(end, beside.end)
    word = _word(found, members[0], name, lexicon)
    runs = [run for member in members for run in member.runs]
    if name and members[0].word is Word.PART and found.tokens[members[0].start].text not in _SECTIONS:
        runs = [run.lifted() for run in runs]  # `Mandela Rules, clause 45`: what else could it count
    foreign = None
    if name is None:
        foreign = foreign_name(found, members[0])
    elif beside and name.instrument is None:
        foreign = found.written(beside.start, beside.end)
    text_start, text_end = found.span(start, _past_brackets(found, start, end))
    return Mention(
        text_start=text_start,
        text_end=text_end,
        instrument=name.instrument if name else None,
        locators=tuple(dict.fromkeys(_locator(run, word) for run in runs)),
        word=word,
        edition=(name.edition if name else None) or _edition_after(found, lexicon, name, end),
        foreign=foreign,
    )


def _edition_after(found: Scan, lexicon: Lexicon, name: Name | None, end: int) -> str | None:
    """`SMR 31 (1955)`: the year of a superseded edition in brackets after the number."""
    opening, year, closing = (*(token.text for token in found.tokens[end : end + 3]), "", "", "")[:3]
    instrument = lexicon.instruments.get(name.instrument or "") if name else None
    if instrument is None or (opening, closing) != ("(", ")"):
        return None
    return next((year for edition in instrument.supersedes if edition.endswith(f"({year})")), None)


def _word(found: Scan, numbered: Numbered, name: Name | None, lexicon: Lexicon) -> Word | None:
    """Paragraph 5 of a resolution that carries rules is operative paragraph 5; 《公约》第9条 is an article."""
    if numbered.word is Word.CLAUSE and name is None:
        before = "".join(token.text for token in found.tokens[max(0, numbered.start - 2) : numbered.start])
        return next((word for head, word in _GENERIC_HEADS.items() if head in before), Word.CLAUSE)
    if numbered.word is not Word.PARAGRAPH or not (name and name.resolution and name.instrument):
        return numbered.word
    instrument = lexicon.instruments[name.instrument]
    has_operative = instrument.unit is not Unit.PARAGRAPH and instrument.has("op1")
    return Word.OPERATIVE if has_operative else numbered.word


def _locator(run: Run, word: Word | None) -> str:
    prefix = PREFIX.get(word, "") if word else ""
    first = f"{prefix}{run.first}"
    return f"{first}..{prefix}{run.last}" if run.last else first


def _past_brackets(found: Scan, start: int, end: int) -> int:
    """The end moved past a bracket that was opened inside."""
    texts = [token.text for token in found.tokens[start:end]]
    for opening, closing in _BRACKETS.items():
        following = found.tokens[end].text if end < len(found.tokens) else ""
        if following == closing and texts.count(opening) > texts.count(closing):
            return end + 1
    return end
