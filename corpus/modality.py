"""The verb of a sentence of law: shall, should, may …, in English and in Chinese.

One table for quotation and verification; the design, section 7, tells what each verb means. Only the main verb
counts, so conditions and relative clauses are put aside before looking. Other languages give `declaratory`.
"""

import re
from functools import lru_cache

from corpus.types import Language, Modality

_CONDITION = re.compile(
    r"\b(?:if|where|when|whenever|unless|provided that|except|who|which|that|as)\b[^,.;]*(?:[,;]|$)",
    re.IGNORECASE,
)
_ENGLISH = (
    (
        Modality.SHALL_NOT,
        r"\bshall (?:not|never|under no|in no)\b|\bmay not\b|\bmust (?:not|never)\b|\bcannot\b",
    ),
    (
        Modality.SHALL_NOT,
        r"\bno\b[^.;]{0,80}\b(?:shall|may)\b|\bshall be (?:no\b|prohibited|forbidden)|\b(?:is|are) (?:prohibited|forbidden)\b",
    ),
    (Modality.SHALL_NOT, r"\babsolute prohibition\b"),
    (Modality.SHALL_NOT, r"^(?:neither|nothing|nobody|under no circumstances)\b[^.;]*\b(?:shall|may)\b"),
    (
        Modality.SHALL,
        r"\bshall\b|\bmust\b|\b(?:is|are) (?:entitled|required|obliged)\b|\bha(?:s|ve) the right\b",
    ),
    (Modality.SHOULD_NOT, r"\b(?:undesirable|not desirable)\b"),
    (Modality.SHOULD, r"\bit is (?:\w+ )?desirable\b"),
    (Modality.SHOULD_NOT, r"\bshould (?:not|never)\b|\bnothing\b[^.;]{0,80}\bshould\b|\bno\b[^.;]{0,80}\bshould\b"),
    (Modality.SHOULD, r"\bshould\b|\bought to\b|\b(?:is|are) encouraged\b"),
    (Modality.MAY_ONLY, r"\bmay\b[^.;]*\bonly\b|\bonly\b[^.;]*\bmay\b|\bcontingent (?:up)?on\b"),
    (Modality.MAY, r"\bmay\b(?! (?:result|lead|cause|affect|amount|constitute))"),
)
_URGING = re.compile(
    r"^(?:also |further |again |strongly )*(?:urges|encourages|invites|requests|recommends|calls (?:up)?on)\b",
    re.IGNORECASE,
)
_SPEAKER_URGES = re.compile(
    r"\b(?:Committee|Assembly|Council)\b[^.;]{0,40}\b(?:urges|encourages|recommends|calls (?:up)?on|invites|requests)\b"
)
_CHINESE = (
    (Modality.SHOULD, r"应当?禁止"),
    (Modality.SHALL_NOT, r"不得|禁止|严禁|绝不"),
    (Modality.SHOULD_NOT, r"不应|不宜"),
    (Modality.MAY_ONLY, r"只有[^。；]*才|只可|仅可|方可|只能"),
    (Modality.SHALL, r"必须|有权|务必|须(?!知)"),
    (Modality.SHOULD, r"应当|应该|应(?!用|对|请求|有|急)"),
    (Modality.MAY, r"可以|可(?!能|持续|及|行|靠)"),
)
_CHINESE_URGING = re.compile(r"^(?:又|还|并|再次|强烈|大力)*(?:敦促|鼓励|邀请|呼吁|请(?!求)|促请|吁请|建议)")


@lru_cache(maxsize=20_000)
def modality_of(text: str, language: Language) -> Modality:
    """The verb of a sentence's main clause.

    >>> modality_of("A keeper shall trim the lamp, unless it may explode.", Language.EN)
    <Modality.SHALL: 'shall'>
    >>> modality_of("守灯人不得离岗。", Language.ZH)
    <Modality.SHALL_NOT: 'shall_not'>
    """
    if language is Language.ZH:
        return Modality.SHOULD if _CHINESE_URGING.match(text) else _first(text, _CHINESE)
    if language is not Language.EN:
        return Modality.DECLARATORY
    if _URGING.match(text) or _SPEAKER_URGES.search(text):
        return Modality.SHOULD
    main = _CONDITION.sub(" ", text)
    found = _first(main, _ENGLISH)
    return found if found is not Modality.DECLARATORY else _first(text, _ENGLISH)


def _first(text: str, table: tuple[tuple[Modality, str], ...]) -> Modality:
    for modality, pattern in table:
        if re.search(pattern, text, re.IGNORECASE):
            return modality
    return Modality.DECLARATORY
