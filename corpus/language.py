"""Which of the six official languages a text is in, by script, by py3langid's letters and by its smallest words.

Always gives one of the six; a text with no letters counts as English.
"""

import re
from collections import Counter
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from corpus.types import Language

_SCRIPTS = (
    (Language.ZH, re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")),
    (Language.AR, re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
    (Language.RU, re.compile(r"[\u0400-\u04ff]")),
)
_SMALL_WORDS = {
    Language.EN: """a about an and any are at be by can cell cells comment do does for from has have he how i if in is it
        juvenile juveniles may must my no not of on or our paragraph parole rule rules she should some that the their them
        they this to under was we what when where which who why with you your""",
    Language.FR: """a au aux avec ce ces cette comment dans de des détenu détenus doit droit du elle en est et être fils
        frappe il ils je la le les leur lui ma mes mon ne nous on ou où par pas peut pendant pour
        pourquoi qu que quel quelle quelles quels qui sa sans ses son sont sur un une visites vous y l'
        d' c' n' s'""",
    Language.ES: """a al algo ante cada como cómo con cuál cuáles cuando cuándo cuánto de debe del donde dónde el ella ellos
        en es esta este está han hay la las le les lo los me menores mi mis más ni no o para pero por
        porque presos puede pueden qué que quién se salud ser si sin sobre son su sus también tiene
        tortura un una visitas y ya""",
}
"""Small words, and a few of the field that are looked up alone."""
_LATIN_WORD = re.compile(r"[a-zà-öø-ÿœ]+(?:'(?!(?:s|t|m|d|re|ll|ve)\b) ?(?=\w))?")
"""A word, with the apostrophe of one that is cut short before another (`l'avocat`) and without that of `they're`."""
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ´`′"), "'")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_AHEAD = 2
_WORD, _ENGLISH = 2.0, 3.0
_UNKNOWN = -1e4
"""Logarithms: how much likelier a language is for each of its small words, and English before anything is read; the
least that is told of letters."""


def detect(text: str) -> Language:
    """The language of a question or provision.

    A few Han letters outweigh many Latin ones, since names of instruments are often left in Latin letters.

    >>> detect("Mandela Rule 45 说了什么"), detect("¿Puede un preso ver a su abogado?")
    (<Language.ZH: 'zh'>, <Language.ES: 'es'>)
    """
    written = _by_script(text)
    if written is not None:
        return written
    words = _weights(text)
    scores = {language: near + _WORD * words[language] for language, near in _by_letters(text).items()}
    scores[Language.EN] += _ENGLISH
    return max(scores, key=lambda one: scores[one])


def surely(text: str) -> Language | None:
    """The language of a text where there is no doubt: by its script, or two small words ahead of any other language.

    >>> surely("Puis-je voir le médecin ce soir ?"), surely("sniffer dogs")
    (<Language.FR: 'fr'>, None)
    """
    written = _by_script(text)
    if written is not None:
        return written
    (best, weight), (_, second), *_ = _weights(text).most_common()
    return best if weight - second >= _AHEAD else None


def in_script(text: str, language: Language) -> bool:
    """Whether a text has a letter of the script that the language is written in."""
    own = next((script for one, script in _SCRIPTS if one is language), _LATIN)
    return own.search(text) is not None


def _by_script(text: str) -> Language | None:
    letters = sum(character.isalpha() for character in text)
    for language, script in _SCRIPTS:
        if len(script.findall(text)) * 5 > letters:
            return language
    return Language.ES if re.search(r"[¿¡ñ]", text) else None


def _by_letters(text: str) -> dict[Language, float]:
    """Of each language in Latin letters the logarithm of its likelihood by runs of letters, up to a constant."""
    if not _LATIN.search(text):
        return dict.fromkeys(_SMALL_WORDS, 0.0)
    return {Language(code): max(float(near), _UNKNOWN) for code, near in _identifier().rank(text)}


@cache
def _identifier() -> LanguageIdentifier:
    found = LanguageIdentifier.from_model_file(MODEL_FILE)
    found.set_languages([language.value for language in _SMALL_WORDS])
    return found


def _weights(text: str) -> Counter[Language]:
    """How many small words of each language that is written in Latin letters a text has."""
    words = Counter(word.rstrip() for word in _LATIN_WORD.findall(text.casefold().translate(_APOSTROPHES)))
    return Counter({language: sum(words[word] for word in small.split()) for language, small in _SMALL_WORDS.items()})
