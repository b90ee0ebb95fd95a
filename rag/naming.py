"""A question in, the instruments that it names and the rest of it out, so that a name does not stand in for a subject.

"What do Bangkok and Tokyo say on early release?" asks for early release, in two instruments. A name counts here even where it
may mean something else, since it only makes provisions of its instrument likelier. Refuses to resolve references.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.citations.find import find_instruments, find_names
from corpus.facts import all_facts, known_instruments
from corpus.types import Language
from rag.words import terms

_SPACES = re.compile(r"\s+")
_ABOUT = {
    Language.EN: "what about is are does cover contain content",
    Language.ZH: "讲的是什么 讲什么 说的是什么 是什么 是关于什么的 关于哪些 主要内容 介绍一下",
    Language.FR: "qu'est-ce que quoi parle contient de quoi traite",
    Language.ES: "qué son es trata contiene contenido",
    Language.RU: "что такое о чём это содержание",
    Language.AR: "ما هي ماذا عن تتحدث محتوى مضمون",
}
"""What is left of a question that asks for an instrument as a whole."""
_KIND = {
    Language.EN: r"(?:what|which) (?:kind|type|sort) of (?:document|text|instrument)s? (?:is|are)(?: the)?",
    Language.ZH: r"(?:到底)?(?:是|属于)(?:个|一个|一份)?(?:什么|哪种|哪类|哪一类)(?:性质的|类型的|样的)?(?:文件|文书|文本)",
    Language.FR: r"quel(?:le)? (?:genre|type|sorte) de (?:document|texte|instrument)s?(?: (?:est|sont))?,?(?: l[ea]s?)?",
    Language.ES: r"qué (?:tipo|clase) de (?:documento|texto|instrumento)s? (?:es|son)(?: l[ao]s?)?",
    Language.RU: r"что (?:это )?за документы?|какой это документ|к какому виду документов (?:относятся|относится)",
    Language.AR: r"(?:من )?[أا]ي نوع (?:من )?(?:ال)?(?:وثائق|وثيقة)(?: هي)?",
}
"""What is left of a question that asks which kind of document an instrument is, and not which documents it speaks of."""
_OF_KIND = {language: re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE) for language, words in _KIND.items()}
_PERSON = re.compile(
    r"nelson mandela|纳尔逊[·・]曼德拉|нельсон\w* мандел\w*|نيلسون مانديلا"
    r"|(?<=was )mandela(?= born)|(?<=did )mandela(?= (?:die|marry|grow up|become))"
    r"|曼德拉(?=[是在的哪一年几岁什么时候]{0,8}(?:出生|去世|逝世|结婚|当总统|小时候|妻子|生平|生日|老家))",
    re.IGNORECASE,
)
"""A namesake, by the full name or by what is asked of a life: where nothing is said of rules it is the man who is meant."""
_OF_RULES = re.compile(r"\b(?:rules?|standards?|règles?|reglas?|правил\w*)\b|规则|标准|قواعد", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What a question names: `instruments` by id, `subject` the question without their names.

    The subject is the whole question where nothing but words for asking is left: it asks for the instrument as such.
    """

    instruments: frozenset[str]
    subject: str


def naming(question: str, language: Language) -> Naming:
    """The instruments that a question names, by whatever name, and its subject.

    >>> naming("What do Bangkok and Tokyo say on early release?", Language.EN).subject
    'What do and say on early release?'
    >>> naming("Where was Nelson Mandela born?", Language.EN).subject
    'Where was Nelson Mandela born?'
    >>> naming("东京规则讲的是什么？", Language.ZH).subject
    '东京规则讲的是什么？'
    """
    spans = _but_persons(question, [*find_names(question, known_instruments()), *_nicknamed(question)])
    if not spans:
        return Naming(instruments=frozenset(), subject=question)
    subject = _SPACES.sub(" ", _without(question, spans, " ")).strip()
    found = frozenset(instrument for _, _, instrument in spans)
    about = set(terms(subject, language)) - set(terms(_ABOUT[language], language))
    as_such = not about or _OF_KIND[language].fullmatch(subject)
    return Naming(instruments=found, subject=question if as_such else subject)


def masked(question: str, name: str, *, nicknames: bool) -> tuple[str, tuple[str, ...]]:
    """A question with `name` in the place of each name of an instrument, and the instruments in its order.

    What may be a city or a man counts beside a name that cannot be one alone; `nicknames` are looked for instead of names.

    >>> masked("Are the Tokyo Rules binding?", "§", nicknames=False)
    ('Are the § binding?', ('tokyo',))
    >>> masked("How old is Tokyo?", "§", nicknames=True)
    ('How old is Tokyo?', ())
    """
    named = _nicknamed(question) if nicknames else find_names(question, known_instruments())
    spans = _apart(_of_texts(question, named, nicknames=nicknames)) if named else []
    return _without(question, spans, name), tuple(instrument for _, _, instrument in spans)


def _of_texts(question: str, named: Sequence[tuple[int, int, str]], *, nicknames: bool) -> Iterable[tuple[int, int, str]]:
    """Those of the names that cannot be a city's or a man's alone."""
    known = known_instruments()
    if nicknames:
        doubtful = {span[:2] for span in find_names(question, known)}
        return [one for one in named if one[:2] not in doubtful]
    return _but_persons(question, named) if find_instruments(question, known) else ()


def _but_persons(question: str, spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Names in their order, without those that are a namesake's."""
    persons = [] if _OF_RULES.search(question) else [match.span() for match in _PERSON.finditer(question)]
    return sorted(one for one in set(spans) if not any(start <= one[0] and one[1] <= end for start, end in persons))


def _apart(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The same without names that stand within others."""
    kept: list[tuple[int, int, str]] = []
    for one in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _without(question: str, spans: Sequence[tuple[int, int, str]], put: str) -> str:
    """A question with something put in the place of names."""
    kept, position = [], 0
    for start, end, _ in spans:
        kept.append(question[position:start])
        position = max(position, end)
    return put.join((*kept, question[position:]))


def _nicknamed(question: str) -> list[tuple[int, int, str]]:
    pattern, of = _nicknames()
    return [(match.start(), match.end(), of[match.group().casefold()]) for match in pattern.finditer(question)]


@cache
def _nicknames() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all nicknames, the longest first, and the instrument of each."""
    of = {name.casefold(): facts.id for facts in all_facts().values() for names in facts.nicknames.values() for name in names}
    written = "|".join(re.escape(name) for name in sorted(of, key=len, reverse=True))
    return re.compile(rf"(?<![a-zа-я])(?:{written})(?![a-zа-я])", re.IGNORECASE), of
