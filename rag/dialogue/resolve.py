"""A later question of a conversation and the turns before it in, a question that stands alone out.

Deterministic, by the form of the question: what counts on from a provision names it; what points back asks again; another
group, instrument or subject takes the place of the one before; everything else is joined to the turn that says what the
conversation is about. Refuses to reword; the question as it was read is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.citations.label import label
from corpus.language import detect
from corpus.library import Library
from corpus.types import Language, Reference
from rag.dialogue.forms import ABOUT, CHANGED, MEANT, MUST, NOT_ASKED, SAYS, WHERE, asks_the_same, leans
from rag.dialogue.groups import asked_for, group_named
from rag.dialogue.places import counted_on
from rag.dialogue.turn import Turn
from rag.instrument_questions import asked_about
from rag.naming import naming

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
    turns = [one for one in turns if one.asked != question]
    if not turns or asked_about(question, language):
        return _alone(question)
    if (changed := CHANGED.get(language)) and (said := changed.match(question)) and question[said.end() :]:
        return _alone(question[said.end() :])
    asked = _bare(question, language)
    return _by_form(library, asked, turns, language) or _joined(asked, turns, language)


def _by_form(library: Library, asked: str, turns: Sequence[Turn], language: Language) -> Resolved | None:
    """What a question is that counts on, points back, or names another group, instrument or subject; None where it does not."""
    last = turns[-1]
    cited = next((turn.cited[0] for turn in reversed(turns) if turn.cited), None)
    if cited and (place := counted_on(library, asked, cited, language)):
        return _alone(_SAYS[language].format(place=_called(library, place, language)))
    if last.cited and any(form[language].match(asked) for form in (WHERE, MUST) if language in form):
        return _alone(last.resolved)
    return _for_group(asked, last, language) or _in_instrument(library, asked, last, language)


def _for_group(asked: str, last: Turn, language: Language) -> Resolved | None:
    group = group_named(asked, language)
    if group is None or detect(last.resolved) is not language:
        return None
    swapped = asked_for(last.resolved, group, language)
    return _alone(swapped) if swapped else None


def _in_instrument(library: Library, asked: str, last: Turn, language: Language) -> Resolved | None:
    """The question before asked of another instrument, or of the same one on another subject."""
    named = naming(asked, language)
    before = naming(last.resolved, language)
    here = named.instruments & frozenset(library.instruments)
    if here and named.instruments == here and asks_the_same(named.subject if named.subject != asked else "", language):
        names = ", ".join(library.instruments[one].called(language) for one in sorted(here))
        return _alone(f"{before.subject} ({names})")
    about = ABOUT[language].match(asked) if language in ABOUT else None
    if about and len(before.instruments) == 1 and SAYS[language].search(last.resolved):
        (one,) = before.instruments
        name = library.instruments[one].called(language) if one in library.instruments else one
        return _alone(_SAYS_ABOUT[language].format(name=name, of=about["of"]))
    return None


def _joined(asked: str, turns: Sequence[Turn], language: Language) -> Resolved:
    """A question behind the latest one that stood alone and was answered: that says what the conversation is about."""
    alone = [turn for turn in turns if not turn.leans] or turns
    topic = next((turn for turn in reversed(alone) if turn.cited), alone[-1])
    return Resolved(text=f"{topic.resolved} {asked}", own=asked, doubtful=not leans(asked, language))


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
