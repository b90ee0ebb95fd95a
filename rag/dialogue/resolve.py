"""A later question of a conversation and the turns before it in, a question that stands alone out.

Deterministic, by the form of the question: what counts on from a provision names it; what points back asks again; another
group, instrument or subject takes the place of the one before; everything else is joined to the turn that says what the
conversation is about. Changes no other word; the question as it was read is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.citations.find import find
from corpus.citations.label import label
from corpus.citations.mention import Mention
from corpus.facts import known_instruments
from corpus.language import detect
from corpus.library import Library
from corpus.types import Language, Reference
from rag.dialogue.forms import ABOUT, CHANGED, MEANT, MUST, NOT_ASKED, SAYS, WHERE, asks_the_same, leans
from rag.dialogue.groups import asked_for, group_named
from rag.dialogue.places import counted_on
from rag.dialogue.turn import Turn
from rag.instrument_questions import asked_about
from rag.naming import masked, naming

_LONGEST_FORM = 120
"""Characters from which a question says more than any of these forms."""
_SAYS = {
    Language.EN: "What does {place} say?",
    Language.ZH: "{place}怎么规定？",
    Language.FR: "Que dit {place} ?",
    Language.ES: "¿Qué dice {place}?",
    Language.RU: "Что говорит {place}?",
    Language.AR: "ماذا تقول {place}؟",
}
_SAYS_ABOUT = {Language.EN: "What do the {name} say about {of}?", Language.ZH: "关于{of}，{name}怎么说？"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A question that stands alone, and of it the words of the turn itself, which are all of it where it leans on none.

    `doubtful` says that its form does not tell: it may as well stand by its own words, if they say what it is about.
    """

    text: str
    own: str
    doubtful: bool = False


def resolve_question(library: Library, question: str, turns: Sequence[Turn]) -> Resolved:
    """The question as it stands alone; itself where it already does, and where it was asked before.

    Whether one that is `doubtful` follows at all, its search decides (`rag.retrieve.search`).
    """
    language = detect(question)
    again = next((place for place, one in enumerate(turns) if one.asked == question), len(turns))
    if again < len(turns) and not turns[again].leans:
        return _alone(question)
    turns = turns[:again]
    if not turns or asked_about(question, language):
        return _alone(question)
    if (changed := CHANGED.get(language)) and (said := changed.match(question)) and question[said.end() :]:
        return _alone(question[said.end() :])
    asked = _bare(question, language)
    return _by_form(library, asked, turns, language) or _joined(asked, turns, language)


def _by_form(library: Library, asked: str, turns: Sequence[Turn], language: Language) -> Resolved | None:
    """What a question is that counts on, points back, or names another group, instrument or subject; None where it does not."""
    if len(asked) > _LONGEST_FORM:
        return None
    last = turns[-1]
    cited = next((turn.cited[0] for turn in reversed(turns) if turn.cited), None)
    if cited and (place := counted_on(library, asked, cited, language, numbers=bool(_numbers(last.resolved)))):
        return _alone(_SAYS[language].format(place=_called(library, place, language)))
    if detect(last.resolved) is not language:
        return None
    if last.cited and any(form[language].match(asked) for form in (WHERE, MUST) if language in form):
        return Resolved(text=last.resolved, own=last.asked)
    group = group_named(asked, language)
    swapped = asked_for(last.resolved, group, language) if group else None
    return _alone(swapped) if swapped else _in_instrument(library, asked, last, language)


def _in_instrument(library: Library, asked: str, last: Turn, language: Language) -> Resolved | None:
    """The question before asked of another instrument, or of the same one on another subject."""
    named, before = naming(asked, language), naming(last.resolved, language)
    here = named.instruments & frozenset(library.instruments)
    if here and named.instruments == here and asks_the_same(named.subject if named.subject != asked else "", language):
        return _of_instruments(library, last.resolved, sorted(here), language)
    about = ABOUT[language].match(asked) if language in ABOUT else None
    if about and len(before.instruments) == 1 and SAYS[language].search(last.resolved):
        (one,) = before.instruments
        name = library.instruments[one].called(language) if one in library.instruments else one
        return _alone(_SAYS_ABOUT[language].format(name=name, of=about["of"].strip()))
    return None


def _of_instruments(library: Library, before: str, names: Sequence[str], language: Language) -> Resolved | None:
    """The question before with these instruments in the place of its own, or behind it; None where it cites a number."""
    called = ", ".join(library.instruments[one].called(language) for one in names)
    put, replaced = masked(before, called, nicknames=False)
    if _numbers(before):
        return None
    return _alone(put if replaced else f"{before} ({called})")


def _numbers(question: str) -> Sequence[Mention]:
    """The provisions that a question cites by number."""
    return find(question, known_instruments())


def _joined(asked: str, turns: Sequence[Turn], language: Language) -> Resolved:
    """A question behind the latest one that stood alone and was answered: that says what the conversation is about.

    Where all were refused or corrected, the latest that stood alone. The turn before stands between them where it went on from
    there to another provision. A whole question in another language stands alone.
    """
    alone = [turn for turn in turns if not turn.leans] or turns
    topic, last = next((turn for turn in reversed(alone) if turn.answered), alone[-1]), turns[-1]
    moved = last.leans and last.answered and last.cited[0] not in topic.cited
    parts = (topic.resolved, last.asked, asked) if moved else (topic.resolved, asked)
    doubtful = not leans(asked, language)
    if doubtful and detect(topic.resolved) is not language:
        return _alone(asked)
    return Resolved(text=" ".join(parts), own=asked, doubtful=doubtful)


def _bare(question: str, language: Language) -> str:
    """A question without thanks and assent before it, and without "no, I meant"."""
    for form in (NOT_ASKED, MEANT):
        said = form[language].match(question) if language in form else None
        if said and question[said.end() :].strip():
            question = question[said.end() :].strip()
    return question


def _called(library: Library, place: Reference, language: Language) -> str:
    return label(library.instruments[place.instrument], place.locator, language)


def _alone(question: str) -> Resolved:
    return Resolved(text=question, own=question)
