"""Questions on the texts themselves, told from questions on what the texts say.

What kind of text an instrument is, since when and how long, stands in its facts and seldom in its words: a provision of one
text on its own force is no answer on another's. Knows forms of asking, in which the name of an instrument is what is asked
about and not where something is looked up; whatever has another form is left alone.
"""

import re
from dataclasses import dataclass

from corpus.citations.find import names_earlier
from corpus.facts import find_facts, known_instruments
from corpus.library import Library
from corpus.months import written_date
from corpus.types import Binding, Language, Locator, Reference
from rag.catalogue import said
from rag.instrument_question_forms import AGAIN, FORMS, NAME, SAME, Aspect
from rag.messages import listed
from rag.naming import masked

_LONGEST = 200
"""Characters; who says more asks for something else as well."""
_BODY = re.compile(
    r"committee|assembly|comité|assemblée|asamblea|комитет|ассамбле|لجنة|جمعية|委员会|大会(?!第|决议)", re.IGNORECASE
)
"""A nickname of those who made a text, which is none of the text."""
_QUOTED = re.compile(rf"[《〈«\"“„]\s*{NAME}\s*[》〉»\"”“]|(?<=[\u3400-\u9fff]) *{NAME} *|{NAME} *(?=[\u3400-\u9fff])")
"""A name in quotation marks, or between Chinese words, where no space counts."""
_SPACES = re.compile(r"\s+")
_ASKED = re.compile(r"(?<=[?？؟])")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAbout:
    """The instruments that a question asks about as texts, in its order, and what of them."""

    aspect: Aspect
    instruments: tuple[str, ...]


def asked_about(question: str, language: Language) -> AskedAbout | None:
    """What a question asks of instruments as texts, and nothing else; None where it asks for more, less or an earlier edition.

    Of a follow-up that only names another text what was asked before it; of "they" what is asked of the text before it.

    >>> asked_about("Are the Tokyo Rules legally binding on my country?", Language.EN).instruments
    ('tokyo',)
    >>> asked_about("Are the Tokyo Rules binding? And the Bangkok Rules?", Language.EN).instruments
    ('bangkok',)
    >>> asked_about("What do the Tokyo Rules say on binding a person over?", Language.EN)
    """
    if len(question) > _LONGEST or NAME in question:
        return None
    text, names = masked(question, NAME, nicknames=False)
    if not names and not _BODY.search(question):
        text, names = masked(question, NAME, nicknames=True)
    if not names or names_earlier(question, known_instruments()):
        return None
    *before, last = [part for part in _ASKED.split(_SPACES.sub(" ", _QUOTED.sub(NAME, text)).strip()) if part.strip()]
    while before and AGAIN[language].fullmatch(before[-1]):
        before.pop()
    first = _aspect(before[-1], language) if before else None
    here = names[-last.count(NAME) :] if NAME in last else ()
    if first and here and AGAIN[language].fullmatch(last):
        return AskedAbout(aspect=first, instruments=tuple(dict.fromkeys(here)))
    if first and not here and language in SAME:
        there = before[-1].count(NAME)
        start = sum(part.count(NAME) for part in before[:-1])
        here, last, before = names[start : start + there], SAME[language].sub(NAME, last), []
    aspect = None if before else _aspect(last, language)
    return AskedAbout(aspect=aspect, instruments=tuple(dict.fromkeys(here))) if aspect and here else None


def _aspect(form: str, language: Language) -> Aspect | None:
    """What a whole question asks of the texts in it, if it has a form for that."""
    return next((aspect for aspect, pattern in FORMS[language].items() if pattern.fullmatch(form)), None)


def says_itself(library: Library, instrument: str, aspect: Aspect) -> Reference | None:
    """The provision in which a text says this of itself: of its force, where its facts name one; None where none does."""
    locator = find_facts(instrument).force if aspect is Aspect.FORCE else ""
    reference = Reference(instrument=instrument, locator=locator)
    return reference if locator and library.has(reference) else None


def notes(instruments: tuple[str, ...], language: Language) -> str:
    """What is known of instruments by their facts: what kind of text, since when, how long, instead of what.

    A general comment has the date on which it was issued: of when it was adopted the year is told.

    >>> notes(("tokyo",), Language.EN).split(" · ", 1)[1]
    'rules adopted by the General Assembly: do not bind by themselves · adopted 14 December 1990 · numbers up to 23'
    """
    return listed((_note(one, language) for one in instruments), language)


def _note(instrument: str, language: Language) -> str:
    known = known_instruments()[instrument]
    numbered = [str(root) for one in known.expected if (root := Locator.parse(one).root).number]
    dated = known.binding is not Binding.GENERAL_COMMENT
    year = f"{known.adopted.year}{'年' if language is Language.ZH else ''}"
    note = said(
        "note.instrument",
        language,
        name=known.called(language),
        symbol=known.symbol,
        force=said(f"force.{known.binding}", language),
        date=written_date(known.adopted, language) if dated else year,
        last=numbered[-1].partition(".")[0],
    )
    return said("note.replacing", language, note=note, titles=", ".join(known.supersedes)) if known.supersedes else note
