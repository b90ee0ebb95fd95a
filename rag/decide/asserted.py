"""What a question holds out as a fact: before its tag ("…, right?"), behind its "since", or before "…, so who …?".

Such a statement can be checked as a claim. Reads the form alone, in English and Chinese. Refuses to say whether it is true, and
to choose: where a tag stands behind several sentences, or a reason before a statement, nothing is held out that could be told.
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
_FORMS = {
    Language.EN: (
        rf"^(?P<said>.+?){_TAG[Language.EN]}\s?[?.!]*$",
        rf"^(?P<said>.+?){_TAG[Language.EN]}\s?[?.!,;]+\s+\S",
        rf"^(?:(?:so|and|but),? )?{_REASON[Language.EN]} (?P<said>[^?]+?), (?=(?:then |and |so )?(?:{_ASKING}))",
        r"^(?!why|how come)[^?]+(?:, since|,? (?:given that|seeing that|because(?! of))) (?P<said>[^?,]+)[?.]*$",
        rf"^(?P<said>[^?]+?)\s?[,;:–—-]\s?(?:so|then|and|but),? (?:then )?(?:{_ASKING})",
        r"^how come (?P<said>[^?]+)\?*$",
    ),
    Language.ZH: (
        rf"^(?P<said>.+?){_TAG[Language.ZH]}[？?。！!]*$",
        rf"^(?P<said>.+?){_TAG[Language.ZH]}[？?。！!，,；]+(?!还是)[^？?。！!，,；]",
        rf"^{_REASON[Language.ZH]}(?P<said>[^？?，,]+?)(?:的话)?[，,](?!.*{_TAG[Language.ZH]}[？?。！!]*$)",
        r"^(?P<said>[^？?]+?)[，,；;。](?:那么?|所以)(?![个些边里儿天人阵位种次时段年样])(?=\S)",
        r"^(?:为什么|为啥)(?P<said>[^？?]+)[？?]*$",
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
    r"|^(?:if|unless|suppose|imagine|let['’]s|before|after|until|please|tell me|explain|i|i['’]m|my|we|our)\b"
    r"|\bwhether\b|\bor no\b|[.!?]\s",
    Language.ZH: r"吗|呢|什么|谁|哪|几|多[少久大长高]|怎[么样]|如何|为何|何时|[是能可会与]否|还是|请|难道|(.)[不没]\1"
    r"|^(?:如果|要是|万一|假如|假设|即使|就算|在|我)|(?:么|没有|不)$|[。！？!?]",
}
"""What asks, supposes, tells of the speaker or is more than one sentence holds out nothing that could be told."""
_SHORTEST = {Language.EN: 9, Language.ZH: 4}
"""Letters that a statement has at least."""
_STOP = {Language.EN: ".", Language.ZH: "。"}
_NARROW = str.maketrans("，？！；：", ",?!;:")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FORM_PATTERNS = {language: tuple(map(_compiled, forms)) for language, forms in _FORMS.items()}
_LEAD_PATTERNS = {language: _compiled(lead) for language, lead in _LEAD.items()}
_OPEN_PATTERNS = {language: _compiled(form) for language, form in _OPEN.items()}
_REASON_PATTERNS = {language: _compiled(f"^{words}") for language, words in _REASON.items()}


def asserted(question: str, language: Language) -> str | None:
    """The statement that a question holds out as a fact, as a sentence; None where it holds out none, or several.

    >>> asserted("So keepers may sleep on watch, right?", Language.EN)
    'Keepers may sleep on watch.'
    >>> asserted("Since keepers log the wind, who reads the log?", Language.EN)
    'Keepers log the wind.'
    >>> asserted("看守人必须记录风向，对吧？那谁来看？", Language.ZH)
    '看守人必须记录风向。'
    >>> asserted("May keepers sleep on watch?", Language.EN)
    """
    if language not in _FORMS:
        return None
    put = " ".join(question.split())
    put = put.translate(_NARROW) if language is Language.EN else put
    for form in _FORM_PATTERNS[language]:
        held = form.search(put)
        statement = _statement(held["said"], language) if held else None
        if statement is not None:
            return statement
    return None


def _statement(said: str, language: Language) -> str | None:
    """What was said, without what leads to it; None where it asks or supposes, or holds a reason with its effect."""
    bare = _LEAD_PATTERNS[language].sub("", said).strip(" ,;.:?!，；。：？！—–-")
    if len(bare) < _SHORTEST[language] or _OPEN_PATTERNS[language].search(bare) or _REASON_PATTERNS[language].match(bare):
        return None
    return f"{bare[0].upper()}{bare[1:]}{_STOP[language]}" if any(map(str.isalpha, bare)) else None
