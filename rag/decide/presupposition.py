"""What a question presupposes: before its tag ("…, right?"), behind its "since", before "…, so who …?", in "So …?".

Such a statement can be checked as a claim. Reads the form alone, in English and Chinese. Refuses to say whether it is true, and
to choose: where a tag stands behind several sentences, or a reason before a statement, it presupposes nothing.
"""

import re

from corpus.types import Language

_VERB = (
    r"(?:is|are|was|were|does|do|did|can|ca|could|may|might|must|should|shall|will|wo|would|need|has|have|had)(?:n?['’]t|n|\b)"
)
_PRONOUN = r"(?:it|they|he|she|we|you|i|there|that|this)"
_INVERTED = rf"{_VERB} (?:{_PRONOUN}|the|an?|my|his|her|our|their|your|any(?:one|body)?)\b"
_ASKING = rf"(?:(?:to|by|at|in|on|for|from|with|under|after) )?(?:who|whom|whose|what|which|when|where|why|how)\b|{_INVERTED}"
"""How an English question begins behind what it holds out."""
_TAG = {
    Language.EN: rf"(?:\s?[,;:–—-]\s?{_VERB} (?:not )?{_PRONOUN}(?: not)?(?: (?:so|right|true|correct))?"
    r"|\s?[,;.:–—-]\s?(?:right|correct|yes|no|ok|okay|true|agreed|fair|am i right"
    r"|i (?:know|guess|take it|suppose|assume|gather)))",
    Language.ZH: r"(?:[，,。、；]\s?(?:对[吧吗]|对不对|是[吧吗]|是不是|没错吧?|没问题吧|是这样[吧吗]|不是吗|这是允许的"
    r"|这?我?(?:知道|明白)了?)|(?<![反面针相绝])对吧|是吧|(?<![酒网])吧)",
}
_REASON = {
    Language.EN: r"(?:since(?! (?:\d|last|when|then))|because(?! of)|given that|now that|seeing that"
    r"|as(?! (?:an?|far|soon|long|well|much|in|of|to|my|his|her|our|their|your)\b))",
    Language.ZH: r"(?:既然|因为|由于)",
}
_WHERE = {
    Language.EN: r"(?:where(?:['’]s| is| does| do| can)? .{0,24}\b(?:said|written|say|stand|find|found|that)\b"
    r"|which (?:rule|paragraph|article|provision|text)\b)",
    Language.ZH: r"(?:这话?|这条|它)?(?:是|写在|在|出自)?(?:哪|第几)[里儿一]?[条款段份]?(?:写|规定|说|定|讲)?的?[呢啊]?",
}
"""Asks where a statement stands."""
_FORMS = {
    Language.EN: (
        rf"^(?P<said>.+?){_TAG[Language.EN]}\s?[?.!]*$",
        rf"^(?P<said>.+?){_TAG[Language.EN]}\s?[?.!,;]+\s+\S",
        rf"^(?:(?:so|and|but),? )?{_REASON[Language.EN]} (?P<said>[^?]+?), (?=(?:then |and |so )?(?:{_ASKING}))",
        rf"^(?!why|how come|{_VERB} )[^?]+(?:, since|,? (?:given that|seeing that|because(?! of))) (?P<said>[^?,]+)[?.]*$",
        rf"^(?P<said>[^?]+?)\s?[,;:–—-]\s?(?:so|then|and|but),? (?:then )?(?:{_ASKING})",
        r"^how come (?P<said>[^?]+)\?*$",
        r"^(?:so|then|meaning|(?:which|that) means|in other words|you mean),? (?:that )?(?P<said>[^?]+)\?$",
        rf"^(?P<said>[^?.!]+)[.!] (?:(?:so|then),? (?:{_ASKING})|{_WHERE[Language.EN]})",
    ),
    Language.ZH: (
        rf"^(?P<said>.+?){_TAG[Language.ZH]}[？?。！!]*$",
        rf"^(?P<said>.+?){_TAG[Language.ZH]}[？?。！!，,；]+(?!还是)[^？?。！!，,；]",
        rf"^{_REASON[Language.ZH]}(?P<said>[^？?，,]+?)(?:的话)?[，,](?!.*{_TAG[Language.ZH]}[？?。！!]*$)",
        r"^(?P<said>[^？?]+?)[，,；;。](?:那么?|所以)(?![个些边里儿天人阵位种次时段年样])(?=\S)",
        r"^(?:为什么|为啥)(?P<said>[^？?]+)[？?]*$",
        r"^(?:也就是说|就是说|这么说|这样说来|换句话说)[，,：:]?(?P<said>[^？?]+?)[咯喽啰]?[？?]$",
        rf"^(?P<said>[^？?]+?)[，,。]{_WHERE[Language.ZH]}[？?]$",
        r"^(?P<said>[^？?]+?(?:为什么|为啥|怎么(?=可以|能|不))[^？?]+)[？?]*$",
    ),
}
"""The forms in the order in which they are looked for, a tag first, as what it stands behind is more than its reason."""
_LEAD = {
    Language.EN: r"^(?:(?:so|and|but|then|well|ok|okay)[, ]+)*"
    r"(?:(?:(?:we|i) (?:know|guess|take it|suppose|assume|gather|heard?|read|understand|see|(?:was|were) told)"
    r"|am i right|is it (?:true|right|correct)),? (?:that )?)?",
    Language.ZH: r"^(?:这么说|这样说来|所以|也就是说|那么|那(?=[，,]))?[，,：:]?"
    r"(?:我们?(?:知道|明白|被告知)|(?:我们?)?(?:听说|据说)(?!过))?[，,：:]?",
}
_OPEN = {
    Language.EN: rf"^(?:(?:\w+, |even |also )?(?:who|whom|whose|what|which|when|where|why|how|{_VERB})\b)"
    r"|^(?:if|unless|suppose|imagine|let['’]s|before|after|until|please|tell me|explain)\b"
    r"|\bwhether\b|\bor no\b|[.!?]\s",
    Language.ZH: r"吗|呢|什么|谁|哪|几|多[少久大长高]|怎[么样]|如何|为何|何时|[是能可会与]否|还是|请|难道|(.)[不没]\1"
    r"|^(?:如果|要是|万一|假如|假设|即使|就算)|(?:么|没有|不)$|[。！？!?]",
}
"""What asks, supposes, tells of the speaker or is more than one sentence holds out nothing that could be told."""


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_OWN = {
    Language.EN: _compiled(
        r"^(?:i|i['’]m|i['’]ve|my|we|our|they|he|she|his|her|their)\b"
        r"|^(?:the |a |some )?(?:guards?|officers?|police|staff|warden|director|judge) (?:\w+ed|beat|took|put|kept|hit|made"
        r"|told|said|left"
        r"|broke|cut|sent|gave|won['’]t|didn['’]t)\b"
    ),
    Language.ZH: _compiled(r"^(?:在|我|[他她]们?)|^(?:狱警|看守|警察|法官)(?:打|骂|抢|说|把|没给|不给)"),
}
"""What tells of the speaker or of what somebody did is a story, but before a tag, which is the first forms'."""
_FRAGMENT = {
    Language.EN: _compiled(
        r"^(?:for|at|in|on|of|per|to|with|without|from|by|regards|regarding|as|being|hi|hello|quick question)\b"
        r"|^(?!.*\b(?:is|are|was|were|isn['’]t|aren['’]t|am|be|been|has|have|had|can|can['’]t|cannot|could|may|might|must"
        r"|shall|should|will|would"
        r"|do|does|did|don['’]t|doesn['’]t|need|needs|get|gets|got|goes|go|gives?|takes?|lets?|makes?|puts?|\w{3,}(?:s|ed"
        r"|n['’]t))\b)"
    ),
    Language.ZH: _compiled(r"^那?先?再?(?:讲|说|看(?!守)|给我|帮(?!助)|介绍|解释|你好|您好)"),
}
"""No statement: a phrase without a verb, a greeting, a request."""
_TAGGED = 2
_WHY = re.compile("为什么|为啥|怎么(?=可以|能|不)")
_SHORTEST = {Language.EN: 9, Language.ZH: 4}
"""Letters that a statement has at least."""
_STOP = {Language.EN: ".", Language.ZH: "。"}
_NARROW = str.maketrans("，？！；：", ",?!;:")


_FORM_PATTERNS = {language: tuple(map(_compiled, forms)) for language, forms in _FORMS.items()}
_LEAD_PATTERNS = {language: _compiled(lead) for language, lead in _LEAD.items()}
_OPEN_PATTERNS = {language: _compiled(form) for language, form in _OPEN.items()}
_REASON_PATTERNS = {language: _compiled(f"^{words}") for language, words in _REASON.items()}


def presupposed(question: str, language: Language) -> str | None:
    """The statement that a question presupposes, as a sentence; None where it presupposes none, or several.

    >>> presupposed("So keepers may sleep on watch, right?", Language.EN)
    'Keepers may sleep on watch.'
    >>> presupposed("Since keepers log the wind, who reads the log?", Language.EN)
    'Keepers log the wind.'
    >>> presupposed("看守人必须记录风向，对吧？那谁来看？", Language.ZH)
    '看守人必须记录风向。'
    >>> presupposed("May keepers sleep on watch?", Language.EN)
    """
    if language not in _FORMS:
        return None
    put = " ".join(question.split())
    put = put.translate(_NARROW) if language is Language.EN else put
    for place, form in enumerate(_FORM_PATTERNS[language]):
        held = form.search(put)
        statement = _statement(held["said"], language, tagged=place < _TAGGED) if held else None
        if statement is not None:
            return statement
    return None


def _statement(said: str, language: Language, *, tagged: bool) -> str | None:
    """What was said, without what leads to it; None where it asks or supposes, or holds a reason with its effect."""
    bare = _WHY.sub("", _LEAD_PATTERNS[language].sub("", said)).strip(" ,;.:?!，；。：？！—–-")
    if _FRAGMENT[language].search(bare) or (not tagged and _OWN[language].match(bare)):
        return None
    if len(bare) < _SHORTEST[language] or _OPEN_PATTERNS[language].search(bare) or _REASON_PATTERNS[language].match(bare):
        return None
    return f"{bare[0].upper()}{bare[1:]}{_STOP[language]}" if any(map(str.isalpha, bare)) else None
