"""Elements joined: paragraphs put under their rules, ranges closed, and each number given its name.

Refuses to bridge words that are no joint, and to use a place name that only happens to stand near.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from corpus.citations.elements import Element, Headed, Named, Numbered, Scan
from corpus.citations.forms import INSIDE, PREFIX, Word
from corpus.citations.joints import Joint, joint
from corpus.citations.places import Place, Run
from corpus.types import Unit

_SUB = (Word.PARAGRAPH, Word.PART)
_UNDER = {Word.PARAGRAPH: 1, Word.PART: 2}
_MOST_PARAGRAPHS = 20
"""No rule or article has more; a higher number is a paragraph of its own."""
_PARTING = Joint.AND | Joint.BREAK


class Link(NamedTuple):
    """An element with the joint before it; `name` is the index of the link that names it, -1 for none."""

    element: Element
    joint: Joint
    name: int = -1


def linked(found: Scan, units: Mapping[str, Unit]) -> list[Link]:
    """All elements in order, sub-elements merged into what they stand under."""
    links: list[Link] = []
    end = 0
    for place, element in enumerate(found.elements):
        before = joint(found.tokens, end, element.start) if links else Joint.BREAK
        end = element.end
        free = Joint.BREAK not in before and not _belongs_ahead(found, units, links, place)
        if not (free and _merge(links, before, element)):
            links.append(Link(element, before))
    return links


def _belongs_ahead(found: Scan, units: Mapping[str, Unit], links: list[Link], place: int) -> bool:
    """Whether a paragraph belongs to the name after it: `rule 45, para. 89 of general comment No. 24`."""
    element, ahead = found.elements[place], found.elements[place + 1 : place + 2]
    if not (ahead and isinstance(ahead[0], Named) and isinstance(element, Numbered) and element.word in _SUB):
        return False
    between = joint(found.tokens, element.end, ahead[0].start)
    if between & (_PARTING | Joint.COMMA) or (links and isinstance(links[-1].element, Headed)):
        return False
    if links and isinstance(links[-1].element, Named):
        return True
    return element.word is Word.PARAGRAPH and units.get(ahead[0].name.instrument or "") is Unit.PARAGRAPH


def _merge(links: list[Link], before: Joint, element: Element) -> bool:
    """Put an element into the last link where it belongs there; whether it did."""
    last = links[-1].element
    merged: Element | None = None
    if isinstance(last, Named):
        return _merge_after_name(links, before, element)
    if isinstance(element, Numbered):
        merged = _headed(last, before, element) if isinstance(last, Headed) else _numbered(links, before, element)
    elif isinstance(element, Headed) and isinstance(last, Numbered):
        merged = _headed(element, before, last) if last.word in _SUB else None
    if merged is None:
        return False
    links[-1] = links[-1]._replace(element=merged)
    return True


def _headed(head: Headed, before: Joint, numbered: Numbered) -> Numbered | None:
    """`preamble, para. 5`, `paragraph 5 of the preamble`."""
    counted = numbered.word in _SUB or (numbered.word is Word.CLAUSE and head.word is Word.OBSERVATION)
    if not counted or Joint.AND in before:
        return None
    runs = tuple(run.lifted() for run in numbered.runs)
    start, end = min(head.start, numbered.start), max(head.end, numbered.end)
    return Numbered(start, end, head.word, runs)


def _numbered(links: list[Link], before: Joint, element: Numbered) -> Numbered | None:
    last = links[-1].element
    if not isinstance(last, Numbered):
        return None
    if Joint.RANGE in before and not before & (Joint.AND | Joint.COMMA) and (ranged := _ranged(last, element)):
        return ranged
    shared = _shared_steps(last, before, element)
    if shared is not None:
        return _beside(last, element, shared)
    if _goes_under(last, before, element):
        return _descended(last, element)
    led = len(links) > 1 and isinstance(links[-2].element, Named) and not links[-1].joint & _PARTING
    if _goes_over(last, before, element) and not (led and Joint.OF not in before):
        return _descended(element, last)._replace(start=last.start, end=element.end)
    return None


def _ranged(last: Numbered, element: Numbered) -> Numbered | None:
    """`rule 43 to rule 45`, `第36条至第46条`, `45(1) to paragraph 3`."""
    first, second = last.runs[-1], element.runs[0]
    if first.last or second.last or last.tail or (element.word not in (last.word, None) and element.word is not Word.CLAUSE):
        return None
    runs = (*last.runs[:-1], Run(first.first, second.first), *element.runs[1:])
    return last._replace(end=element.end, runs=runs)


def _goes_under(last: Numbered, before: Joint, element: Numbered) -> bool:
    if element.word not in _SUB or before & _PARTING or (Joint.OF in before and Joint.INSIDE not in before):
        return False
    if element.word is Word.PARAGRAPH and _number(element) > _MOST_PARAGRAPHS:
        return False
    host = _UNDER.get(last.tail or last.word or Word.RULE, 0)
    return not last.hosted and (host < _UNDER[element.word] or (host == 2 and element.word is Word.PART))


def _goes_over(last: Numbered, before: Joint, element: Numbered) -> bool:
    """`paragraph 1 of rule 45`, `п. 1 правила 45`, `item (b) of paragraph 1`."""
    if last.word not in _SUB or Joint.AND in before:
        return False
    if Joint.COMMA in before and Joint.OF not in before and _number(last) > _MOST_PARAGRAPHS:
        return False
    below, above = _UNDER[last.word], _UNDER.get(element.word or Word.RULE, 0)
    return below > above or (below == above == 2 and Joint.OF in before)


def _number(numbered: Numbered) -> int:
    number = numbered.runs[0].first.number
    return int(number) if number.isdigit() else 0


def _shared_steps(last: Numbered, before: Joint, element: Numbered) -> int | None:
    """How many steps of the last place an element under the same rule keeps, None where it stands under none.

    `第1款和第2款` and `rule 43(1) and paragraph 3` keep none, `43(1)(a) and item (b)` one. It goes in at the deepest step
    that is a figure or a letter as it is, so that `第1款(d)项和第2款` goes back to the paragraph.
    """
    own, steps = element.runs[0].first, last.runs[-1].first.steps
    head = (own.number or (own.steps[0] if own.steps else "")).strip("#")
    alike = [level for level, step in enumerate(steps) if step.strip("#").isdigit() == head.isdigit()]
    if not alike or not before & (Joint.AND | Joint.COMMA):
        return None
    tail = last.tail or Word.PART
    if element.word is tail and alike[-1] == len(steps) - 1:
        return alike[-1]
    counted = element.word is tail or (element.word is Word.PARAGRAPH and tail is Word.PART)
    return alike[-1] if counted and not (head.isdigit() and int(head) > _MOST_PARAGRAPHS) else None


def _descended(host: Numbered, sub: Numbered) -> Numbered:
    hosts = host.runs if sub.start < host.start else host.runs[-1:]
    under = tuple(run.under(place.first) for place in hosts for run in sub.runs)
    kept = () if sub.start < host.start else host.runs[:-1]
    end = max(host.end, sub.end)
    return host._replace(end=end, runs=(*kept, *under), tail=sub.tail or sub.word)


def _beside(last: Numbered, element: Numbered, shared: int) -> Numbered:
    place = last.runs[-1].first
    host = Place(place.number, place.steps[:shared])
    return last._replace(end=element.end, runs=(*last.runs, *(run.under(host) for run in element.runs)))


def _merge_after_name(links: list[Link], before: Joint, element: Element) -> bool:
    """A second name for the same instrument; `rule 45 of the Mandela Rules, paragraph 1`; a preamble's paragraph."""
    last = links[-1].element
    if not isinstance(last, Named):
        return False
    if isinstance(element, Named):
        return _rename(links, last, before, element)
    if len(links) < 2 or not isinstance(element, Numbered) or before & _PARTING or links[-1].joint & _PARTING:
        return False
    host = links[-2].element
    if isinstance(host, Headed):
        merged = _headed(host, before, element)
    elif isinstance(host, Numbered) and host.word not in _SUB and _goes_under(host, before, element):
        merged = _descended(host, element)
    else:
        return False
    if merged:
        links[-2] = links[-2]._replace(element=merged)
    return bool(merged)


def _rename(links: list[Link], last: Named, before: Joint, element: Named) -> bool:
    same = last.name.instrument is not None and last.name.instrument == element.name.instrument
    if not same or Joint.AND in before:
        return False
    both = last.name.resolution and element.name.resolution
    edition = last.name.edition or element.name.edition
    name = element.name._replace(
        edition=edition,
        resolution=both,
        weak=last.name.weak and element.name.weak,
        word=last.name.word or element.name.word,
    )
    links[-1] = links[-1]._replace(element=Named(last.start, element.end, name))
    return True


def named(found: Scan, links: Sequence[Link]) -> list[Link]:
    """The same links, each number with the index of its name where one is joined to it."""
    bound = list(links)
    taken: set[int] = set()
    for place, link in enumerate(bound):
        if isinstance(link.element, Numbered):
            name = _name_beside(found, bound, place, taken)
            if name >= 0:
                bound[place] = link._replace(name=name)
                taken |= {name} if name > place else set()
    _pass_on(bound, range(1, len(bound)), -1)
    _pass_on(bound, range(len(bound) - 2, -1, -1), 1)
    return bound


def _name_beside(found: Scan, links: list[Link], place: int, taken: set[int]) -> int:
    left, right = _leads(found, links, place, taken), _follows(links, place)
    if left and right:
        loose = Joint.COMMA in links[place].joint and Joint.COMMA not in links[place + 1].joint
        return place + 1 if loose else place - 1
    return place - 1 if left else place + 1 if right else -1


def _leads(found: Scan, links: list[Link], place: int, taken: set[int]) -> bool:
    """Whether a name right before a number is the number's."""
    if place == 0 or place - 1 in taken or links[place].joint & _PARTING:
        return False
    before, further = links[place - 1].element, links[place - 2].element if place > 1 else None
    if not isinstance(before, Named) or (further and further.end > before.start):
        return False
    located = before.start > 0 and found.tokens[before.start - 1].text in INSIDE
    return not (before.name.weak and located and Joint.COMMA in links[place].joint)


def _follows(links: list[Link], place: int) -> bool:
    """Whether a name right after a number is the number's, and not that of the next."""
    if place + 1 >= len(links) or links[place + 1].joint & _PARTING:
        return False
    after, here = links[place + 1].element, links[place + 1].joint
    if not isinstance(after, Named):
        return False
    if after.name.weak and after.name.instrument and (Joint.INSIDE in here or Joint.COMMA in here):
        return False
    further = links[place + 2] if place + 2 < len(links) else None
    if further is None or not isinstance(further.element, Numbered) or further.joint & _PARTING:
        return True
    if Joint.OPEN in here:
        return Joint.CLOSE in further.joint
    return Joint.COMMA not in here or bool(further.joint & (Joint.COMMA | Joint.CLOSE))


def _pass_on(links: list[Link], places: range, step: int) -> None:
    """A list shares its name: from the neighbour that stands `step` away."""
    for place in places:
        link, neighbour = links[place], links[place + step] if 0 <= place + step < len(links) else None
        if neighbour is None or not isinstance(link.element, Numbered) or link.name >= 0 or neighbour.name < 0:
            continue
        between = links[max(place, place + step)].joint
        towards_name = (neighbour.name - place) * step > 0
        if not isinstance(neighbour.element, Numbered) or Joint.BREAK in between or not towards_name:
            continue
        if _alike(link.element.word, neighbour.element.word):
            links[place] = link._replace(name=neighbour.name)


def _alike(word: Word | None, other: Word | None) -> bool:
    """Whether two words can count things of one instrument in one list."""
    return word == other or not {word, other}.isdisjoint({None, Word.CLAUSE, *PREFIX})
