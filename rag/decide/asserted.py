"""What a question holds out as a fact: the statement before its tag ("…, right?"), or behind its "since".

Such a statement can be checked as a claim. Reads the form alone, in English and Chinese. Refuses to say whether it is true; a
question that asks openly holds out nothing.
"""

import re

from corpus.types import Language

_VERBS = (
    r"(?:is|are|was|were|does|do|did|can|ca|could|may|might|must|should|shall|will|wo|would|need|has|have|had)(?:n?['’]t|n|\b)"
)
_PRONOUNS = r"(?:it|they|he|she|we|you|i|there|that|this)"
_TAG = {
    Language.EN: re.compile(
        rf"\s*[,;.:–—-]\s*(?:{_VERBS} (?:not )?{_PRONOUNS}(?: not)?(?: (?:so|right|true|correct))?"
        r"|right|correct|yes|no|ok|okay|true|agreed|am i right|i (?:guess|take it|suppose|assume|gather))\s*[?.!]*$",
        re.IGNORECASE,
    ),
    Language.ZH: re.compile(
        r"[，,。、；\s]*(?:对吧|对吗|对不对|是吧|是吗|是不是|没错吧|没问题吧|是这样吧|是这样吗|不是吗|吧)[？?。！!]*$"
    ),
}
_LEAD = {
    Language.EN: re.compile(
        r"^(?:(?:so|and|but|then|well|ok|okay)[, ]+)*(?:(?:i (?:guess|take it|suppose|assume|gather|heard|read|understand)"
        r"|am i right|is it (?:true|right|correct)),? (?:that )?)?",
        re.IGNORECASE,
    ),
    Language.ZH: re.compile(r"^(?:这么说|这样说来|所以说?|也就是说|那么?|我?听说|据说)?[，,：:]?"),
}
_SINCE = {
    Language.EN: re.compile(
        r"^(?:(?:so|and|but)[, ]+)?(?:since|as|because|given(?: that)?|now that|seeing that) (?P<said>[^?]{8,}?), (?=\S)"
        r"|[,;]? (?:since|given that|seeing that|because) (?P<after>[^?,]{8,})[?.]*$",
        re.IGNORECASE,
    ),
    Language.ZH: re.compile(r"^(?:既然|因为|由于)(?P<said>[^？?]{4,}?)[，,]"),
}
_SHORTEST = {Language.EN: 9, Language.ZH: 4}
"""Letters that a statement has at least."""
_STOP = {Language.EN: ".", Language.ZH: "。"}


def asserted(question: str, language: Language) -> str | None:
    """The statement that a question holds out as a fact, as a sentence; None where it holds out none.

    >>> asserted("So keepers may sleep on watch, right?", Language.EN)
    'Keepers may sleep on watch.'
    >>> asserted("Since keepers log the wind, who reads the log?", Language.EN)
    'Keepers log the wind.'
    >>> asserted("看守人必须记录风向，对吧？", Language.ZH)
    '看守人必须记录风向。'
    >>> asserted("May keepers sleep on watch?", Language.EN)
    """
    since = _SINCE[language].search(question) if language in _SINCE else None
    if since is not None:
        return _sentence(next(filter(None, since.groups())), language)
    if language not in _TAG:
        return None
    lead = _LEAD[language].match(question)
    said = question[lead.end() :] if lead else question
    tag = _TAG[language].search(said)
    if tag is None or tag.start() < _SHORTEST[language]:
        return None
    return _sentence(said[: tag.start()], language)


def _sentence(said: str, language: Language) -> str | None:
    bare = said.strip(" ,;.:，；。：")
    return f"{bare[0].upper()}{bare[1:]}{_STOP[language]}" if bare else None
