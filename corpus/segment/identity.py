"""Whether a text is the instrument, in the language, that it is handed in as: asked before anything is cut.

Goes by the head of the text, where a document says what it is; what it cites further down is no evidence. Refuses a
text that names another instrument first, or none.
"""

import re
import unicodedata
from collections.abc import Iterable

from corpus.errors import WrongDocument, WrongLanguage
from corpus.facts import INSTRUMENTS, SAMPLES, FactsFile, all_facts
from corpus.language import detect
from corpus.types import Language

_HEAD = 3000
"""So many characters are the head of a text: title page, covering resolution's title, first paragraph."""
_MASTHEAD = re.compile(
    "United Nations|General Assembly|Nations Unies|Assembl[ée]e g[ée]n[ée]rale|Naciones Unidas|Asamblea General"
    "|Организация Объединенных Наций|Генеральная Ассамблея|联合国|大会|الأمم المتحدة|الجمعية العامة|Distr[^ ]* General"
)
_SAMPLE = 60_000
"""So many characters tell the language."""


def identify(text: str, facts: FactsFile, language: Language) -> None:
    """Raise WrongDocument or WrongLanguage unless the text says that it is this instrument and is in this language."""
    head = text.lstrip()[:_HEAD]
    found = _named_first(head, facts)
    name = facts.names[Language.EN]
    if found is None:
        raise WrongDocument(
            f"The text names {name} ({facts.symbol}) nowhere in its first {_HEAD} characters.",
            hint="Check that the file is the document that its name says.",
        )
    if found.id != facts.id:
        raise WrongDocument(
            f"The text is not {name} ({facts.symbol}): it says that it is {found.names[Language.EN]} ({found.symbol}).",
            hint=f"Name the file by the symbol of the document, {found.symbol}.",
        )
    spoken = detect(text[:_SAMPLE])
    if spoken is not language:
        raise WrongLanguage(
            f"The text of {name} is in {spoken.name.lower()}, not in {language.name.lower()}.",
            hint=f"Name the file with .{spoken}. or hand in the {language} version.",
        )


def _named_first(head: str, facts: FactsFile) -> FactsFile | None:
    """The instrument whose symbol the head gives first; without symbols, the one whose title it gives first."""
    known = {**all_facts(INSTRUMENTS), **all_facts(SAMPLES), facts.id: facts}.values()
    symbols = [(place, 0, f.id, f) for f in known if (place := _symbol_place(head, f)) >= 0]
    letters = _letters(head)
    titles = [(place, -len(title), f.id, f) for f in known for title in _titles(f) if (place := letters.find(title)) >= 0]
    first = min(symbols or titles, key=lambda found: found[:3], default=None)
    return first[3] if first else None


def _symbol_place(head: str, facts: FactsFile) -> int:
    """Where a line of the head is the symbol, alone or with the title or the masthead; -1 where none is.

    A symbol within a sentence or a footnote is a citation, an abbreviation such as CAT no evidence at all.
    """
    if "/" not in facts.symbol:
        return -1
    titles = set(_titles(facts))
    sign = re.compile(rf"(?<![\w/]){re.escape(facts.symbol)}(?![\w/(]|-\d)")
    place = 0
    for line in head.splitlines(keepends=True):
        rest = _letters(_MASTHEAD.sub("", sign.sub("", line, count=1)))
        if sign.search(line) and (not rest or rest in titles):
            return place
        place += len(line)
    return -1


def _titles(facts: FactsFile) -> Iterable[str]:
    """The letters of every title and short name, with and without what stands in brackets at the end."""
    for title in (*facts.titles.values(), *facts.names.values()):
        for variant in {title, re.sub(r"\s*\([^()]*\)\s*$", "", title)}:
            yield _letters(variant)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
