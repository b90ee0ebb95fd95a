"""A follow-up question and the questions before it in, a question that stands alone out.

Deterministic: a question that opens like a follow-up, or has hardly a word of its own, is joined to those before it.
Refuses to reword; what was joined is shown as the resolved question.
"""

import re
from collections.abc import Sequence

from corpus.language import detect
from corpus.types import Language
from rag.about import asked_about
from rag.talk import talk
from rag.words import terms

_OPENINGS = {
    Language.EN: r"^(?:and|but|what about|how about|what if|also|same for|even|or|then|so|why|for how long|how so)\b",
    Language.ZH: r"^(?:那|那么|还有|如果|要是|换成|为什么|多久)|呢[?？]?$",
    Language.FR: r"^(?:et|mais|qu['’]en est-il|même|alors|ou|pourquoi|et si)\b",
    Language.ES: r"^¿?(?:y|pero|qué pasa con|también|incluso|o|entonces|por qué)\b",
    Language.RU: r"^(?:а|и|но|что насчет|что насчёт|тоже|тогда|или|почему)\b",
    Language.AR: r"^(?:وماذا|ماذا عن|ولكن|أيضا|وهل|لماذا|و)",
}
_SHORT = {Language.ZH: 6}
"""Terms below which a question within a conversation is taken for a follow-up; Chinese terms are pairs of characters."""
_SHORT_ELSEWHERE = 4
_TURNS = 3
"""Earlier questions that a follow-up is joined to, the latest ones."""


def resolve_question(question: str, history: Sequence[str]) -> str:
    """The question as it stands alone; itself where it already does. Greetings and thanks before it are no questions.

    Nor is the same question asked before: it is not asked on top of itself.

    >>> resolve_question("And in a storm?", ["How long may a watch last?"])
    'How long may a watch last? And in a storm?'
    """
    earlier = [one for one in history if one != question and talk(one, follows=False) is None]
    if not earlier or not _follows(question) or asked_about(question, detect(question)):
        return question
    return " ".join((*earlier[-_TURNS:], question))


def _follows(question: str) -> bool:
    language = detect(question)
    if re.search(_OPENINGS[language], question, re.IGNORECASE):
        return True
    return len(terms(question, language)) < _SHORT.get(language, _SHORT_ELSEWHERE)
