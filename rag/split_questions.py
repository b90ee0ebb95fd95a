"""One message that puts several questions in, each of them out, as it stands there.

Told apart by sentence marks and by what joins two questions in a sentence (", and who"). A sentence that leans on what stands
before it, by a pronoun, an "and" or for want of words of its own, is told with that, as a follow-up is. Refuses to reword, and
to tell apart what leans within a sentence or asks no more than what stands before it.
"""

import re
from dataclasses import dataclass

from corpus.types import Language
from rag.lexical import question_terms

_ASKS = {
    Language.EN: r"(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|does|do|did|can|could|may|must|should|shall"
    r"|will|would|has|have)\b",
    Language.FR: r"(?:qui|que|quoi|quel(?:le)?s?|quand|où|comment|combien|pourquoi|est-ce"
    r"|(?:peut|peuvent|puis|doit|doivent|dois|faut|a-t|ai|est|sont|ont)-)\b",
    Language.ES: r"(?:quién(?:es)?|qué|cuál(?:es)?|cuándo|dónde|cómo|cuánt[oa]s?|pued[eo]n?|deben?|hay|tienen?)\b",
    Language.RU: r"(?:кто|кому|кого|что|как(?:ой|ая|ое|ие|ого|ому|ую|их|им|ими)|как|когда|где|куда|сколько"
    r"|почему|зачем|можно|должн\w+|обязан\w*)\b",
    Language.AR: r"(?:هل|من|ما|ماذا|متى|أين|كيف|كم|لماذا)\b",
}
"""How a clause that asks opens."""
_BEFORE = {
    Language.EN: r"(?:(?:also|then|so|but)\b,? )?(?:(?:for|by|to|with|in|under|at|on|from|of) )?",
    Language.FR: r"(?:(?:à|de|par|pour|avec|dans|sous) )?",
    Language.ES: r"¿?(?:(?:a|de|por|para|con|en) )?",
    Language.RU: r"(?:(?:в|к|с|на|по|за|от|для|у) )?",
    Language.AR: "",
}
"""What may stand in front of that."""
_AND = {
    Language.EN: r"(?:and|or)\b,? ",
    Language.FR: r"(?:et|ou)\b,? ",
    Language.ES: r"¿?(?:y|e|o)\b,? ",
    Language.RU: r"(?:и|а|или)\b,? ",
    Language.AR: r"و\s*",
    Language.ZH: r"(?:还有|以及)[，,]?",
}
"""What a sentence that leans on the one before it may begin with."""
_UNTIL = {
    Language.EN: r"(?:until|till|within|after|about) ",
    Language.FR: r"(?:jusqu['’]à |jusqu['’](?=où)|pendant |après |à partir de )",
    Language.ES: r"¿?(?:hasta|durante|desde|a partir de) ",
    Language.RU: r"(?:до|через|из) ",
    Language.AR: r"(?:إلى|حتى|بعد) ",
}
"""What may stand in front of a question where a sentence begins; elsewhere it tells ("after which nobody came")."""
_JOINS = {
    Language.EN: r"[,;]?\s+and\s+|;\s*",
    Language.FR: r"[,;]?\s+et\s+|;\s*",
    Language.ES: r"[,;]?\s+[ye]\s+|;\s*",
    Language.RU: r"[,;]?\s+и\s+|;\s*",
    Language.AR: r"[،؛]?\s+و\s*|؛\s*",
    Language.ZH: r"[，,；;]\s*",
}
_ASKS_ZH = re.compile(
    r"谁|什么|哪|多少|多久|多长|多大|几(?:个|天|次|年|岁|人|小时|周|月)|怎么|怎样|如何|是否|吗|能不能|可不可以|要不要|有没有|会不会|是不是"
    r"|该不该|算不算|为何|何时"
)
_CLAUSE_ZH = re.compile(r"^[^，,；;]*")
_TELLS_ZH = re.compile(r"不知|不懂|不清|不明|没人|没告诉|没有告诉|怎么.{0,4}都|(?:谁|什么|哪.{0,2})都")
"""What makes a statement of a clause with a word that asks."""
_LATE = re.compile(r"(?:is|are|was|were|did|has|have)\b", re.IGNORECASE)
"""What does not ask behind a comma, where it tells: "my brother, 15, was arrested"."""
_LEANS = {
    Language.EN: r"\b(?:it|its|this|that|these|those|them|they|ones?|so)\b",
    Language.FR: r"\b(?:ils?|elles?|ce|cela|ça|celui|celle|ceux|celles|en|y|lui|leur)\b",
    Language.ES: r"\b(?:esto|eso|ello|ell[oa]s|lo|este|ese|les?)\b",
    Language.RU: r"\b(?:это|этого|этот|его|её|ее|их|он|она|они|ему|ей|им)\b",
    Language.AR: r"(?:هذا|هذه|ذلك|تلك|هؤلاء)",
    Language.ZH: r"[它这那此]|他们|她们|其中|前者|后者",
}
"""Words that mean what was named before."""
_OWN_WORDS = {Language.ZH: 4}
"""Terms from which a part may stand alone; Chinese terms are pairs of characters."""
_OWN_WORDS_ELSEWHERE = 2
_OPEN = {
    Language.EN: r"\b(?:who|whom|whose|what|which|when|where|why|how)\b",
    Language.FR: r"\b(?:qui|quoi|quel(?:le)?s?|quand|où|comment|combien|pourquoi)\b",
    Language.ES: r"\b(?:quién(?:es)?|qué|cuál(?:es)?|cuándo|dónde|cómo|cuánt[oa]s?)\b",
    Language.RU: r"\b(?:кто|кому|кого|что|как\w*|когда|где|куда|сколько|почему|зачем)\b",
    Language.AR: r"(?<!\w)[وف]?(?:من|ما|ماذا|متى|أين|كيف|كم|لماذا|أي)\b",
    Language.ZH: r"谁|什么|哪|多少|多久|多长|多大|几(?:个|天|次|年|岁|人|小时|周|月|点)|怎么|怎样|如何|为何|何时",
}
"""Words that ask for more than yes or no."""
_WHERE_SAID = {
    Language.EN: r"\b(?:rule|paragraph|article|provision|which number)\b",
    Language.FR: r"\b(?:règle|paragraphe|article|disposition)\b",
    Language.ES: r"\b(?:regla|párrafo|artículo|disposición)\b",
    Language.RU: r"\b(?:правил\w+|пункт\w*|стать\w+)\b",
    Language.AR: r"(?:قاعدة|القاعدة|فقرة|الفقرة|مادة|المادة)",
    Language.ZH: r"哪.{0,2}(?:条|款|段|项)|第几(?:条|款|段)",
}
"""What every answer names anyway."""
_LEAST, _MOST = 2, 4
_MARKS = {Language.ZH: ("", "？"), Language.AR: ("", "؟"), Language.FR: ("", " ?"), Language.ES: ("¿", "?")}
"""What stands before and behind a question, where it is not simply a mark at its end."""
_SENTENCE = re.compile(r"[^?？؟]+[?？؟]*[!！)）”»]*")
_RAGS = "!！….)）”» "
"""What may be left at the beginning of a sentence."""
_ENDS = " ,，;；.。?？؟"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A question of a message, and the questions before it that it leans on, none where it stands alone."""

    text: str
    behind: str = ""

    @property
    def whole(self) -> str:
        """The question as it stands alone."""
        return f"{self.behind} {self.text}".lstrip()


def parts(question: str, language: Language) -> tuple[Part, ...]:
    """The questions that a message puts, in its order, where they are two to four; else none.

    >>> [one.text for one in parts("Who lights the lamps at night, and how often may a keeper write home?", Language.EN)]
    ['Who lights the lamps at night?', 'How often may a keeper write home?']
    >>> parts("Who lights the lamps? When are they lit?", Language.EN)[1].whole
    'Who lights the lamps? When are they lit?'
    >>> parts("Who lights the lamps, and when are they lit?", Language.EN)
    ()
    """
    told: list[str] = []
    for sentence in _SENTENCE.findall(question):
        for part in _within(sentence.lstrip(_RAGS).rstrip(), language):
            if told and not (_asks(told[-1], language) and _asks(part, language) and _is_more(part, language)):
                told[-1] = f"{told[-1]} {part}"
            else:
                told.append(part)
    if not (_LEAST <= len(told) <= _MOST and all(_asks(one, language) for one in told)):
        return ()
    apart: list[Part] = []
    for text in (_closed(one, language) for one in told):
        leans = bool(apart) and not _stands_alone(text, language)
        apart.append(Part(text=text, behind=apart[-1].whole if leans else ""))
    return tuple(apart)


def _closed(part: str, language: Language) -> str:
    before, behind = _MARKS.get(language, ("", "?"))
    words = part.rstrip(_ENDS + "!！")
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1].rstrip(_ENDS)
    return f"{'' if before in words else before}{words[0].upper()}{words[1:]}{behind}"


def _within(sentence: str, language: Language) -> list[str]:
    """The questions that one sentence joins and that stand alone; itself where it joins none."""
    joints = [one for one in re.finditer(_JOINS[language], sentence) if _opens(sentence[one.end() :], language)]
    ends = [*(one.start() for one in joints[1:]), len(sentence)]
    told: list[str] = []
    start = 0
    for joint, end in zip(joints, ends, strict=False):
        if _asks(sentence[start : joint.start()], language) and _stands_alone(sentence[joint.end() : end], language):
            told.append(sentence[start : joint.start()])
            start = joint.end()
    return [*told, sentence[start:]]


def _opens(text: str, language: Language) -> bool:
    """Whether a text's first clause asks."""
    if language is Language.ZH:
        clause = _CLAUSE_ZH.findall(text)[0]
        return bool(_ASKS_ZH.search(clause)) and not _TELLS_ZH.search(clause)
    return bool(re.match(_BEFORE[language] + _ASKS[language], text, re.IGNORECASE))


def _asks(text: str, language: Language) -> bool:
    """Whether any clause of a text asks."""
    begun = _begun(text, language)
    if language is Language.ZH:
        return any(_opens(clause, language) for clause in re.split(r"[，,；;。]", begun))
    clauses = re.split(r"(?<=[.!,;:،؛])\s+", begun)
    return any(
        _opens(clause, language) and not (before.endswith(",") and _LATE.match(clause))
        for before, clause in zip(["", *clauses], clauses, strict=False)
    )


def _begun(text: str, language: Language) -> str:
    """A sentence without what leads from the one before it."""
    return re.sub(f"^(?:{_AND[language]})?(?:{_UNTIL.get(language, '')})?", "", text, flags=re.IGNORECASE)


def _is_more(part: str, language: Language) -> bool:
    """Whether it asks more than the question before it does; "is that so?" and "which rule?" do not."""
    if _stands_alone(part, language):
        return True
    if re.search(_WHERE_SAID[language], part, re.IGNORECASE):
        return False
    return bool(re.search(_OPEN[language], part, re.IGNORECASE)) or _has_words(part, language)


def _stands_alone(part: str, language: Language) -> bool:
    leans = re.match(_AND[language], part, re.IGNORECASE) or re.search(_LEANS[language], part, re.IGNORECASE)
    return not leans and _has_words(part, language)


def _has_words(part: str, language: Language) -> bool:
    """Whether it has words enough of its own, beside those that ask."""
    words = _begun(part, language)
    opening = re.match(_BEFORE[language] + _ASKS[language], words, re.IGNORECASE) if language in _ASKS else None
    found = question_terms(words[opening.end() :] if opening else words, language)
    return len(found) >= _OWN_WORDS.get(language, _OWN_WORDS_ELSEWHERE)
