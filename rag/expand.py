"""A question's words of everyday, the words of law beside them: expansion by the term bank.

"the hole" adds solitary confinement, in the question's language, English and Chinese. Adds terms for lexical search
only; refuses to change the question.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from corpus.types import Language
from corpus.vocabulary import Term, terms_bank
from rag.words import terms

_FORMS = 3
"""Forms of a term that are added in each language, the standard one first."""
_LONGEST = 5
"""Words that a form may have to be looked for."""
_ACRONYM = re.compile(r"[A-Z0-9]{2,5}")


def expansion(question: str, language: Language) -> tuple[str, ...]:
    """Lexical terms of the concepts that a question names, less its own, each once."""
    own = terms(question, language)
    concepts = _han(question) if language is Language.ZH else _alphabetic(own, question, language)
    added = [word for concept in concepts for word in _added(concept, language)]
    return tuple(word for word in dict.fromkeys(added) if word not in own)


def _alphabetic(own: tuple[str, ...], question: str, language: Language) -> list[Term]:
    """Concepts whose form stands in the question, stem for stem; acronyms letter for letter."""
    forms = _forms(language)
    found = {
        concept.id: concept
        for size in range(_LONGEST, 0, -1)
        for start in range(len(own) - size + 1)
        for concept in forms.get(own[start : start + size], ())
    }
    capitals = set(_ACRONYM.findall(question))
    found |= {concept.id: concept for word in capitals for concept in _acronyms(language).get(word, ())}
    return list(found.values())


def _han(question: str) -> list[Term]:
    """Concepts whose form stands in a Chinese question; a form inside a longer one that matched does not count."""
    folded = unicodedata.normalize("NFKC", question).casefold()
    matched: list[tuple[str, Term]] = []
    for form, concept in _han_forms():
        if form in folded and not any(form in longer and form != longer for longer, _ in matched):
            matched.append((form, concept))
    return [concept for _, concept in matched]


@cache
def _added(concept: Term, language: Language) -> tuple[str, ...]:
    languages = dict.fromkeys((language, Language.EN, Language.ZH))
    forms = [(form, one) for one in languages for form in concept.words[one][:_FORMS]]
    return tuple(dict.fromkeys(word for form, one in forms for word in terms(form, one)))


@cache
def _forms(language: Language) -> Mapping[tuple[str, ...], tuple[Term, ...]]:
    found: dict[tuple[str, ...], list[Term]] = defaultdict(list)
    for concept in terms_bank():
        for form in concept.words[language]:
            words = terms(form, language)
            if words and not _ACRONYM.fullmatch(form):
                found[words].append(concept)
    return {words: tuple(concepts) for words, concepts in found.items()}


@cache
def _acronyms(language: Language) -> Mapping[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for concept in terms_bank():
        for form in concept.words[language]:
            if _ACRONYM.fullmatch(form):
                found[form].append(concept)
    return {word: tuple(concepts) for word, concepts in found.items()}


@cache
def _han_forms() -> tuple[tuple[str, Term], ...]:
    forms = [(form.casefold(), concept) for concept in terms_bank() for form in concept.words[Language.ZH]]
    return tuple(sorted(forms, key=lambda pair: (-len(pair[0]), pair[0])))
