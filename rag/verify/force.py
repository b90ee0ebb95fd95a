"""The force with which a claim speaks: must, must not, should, may, or need not, in everyday words too.

Wider than `corpus.modality`, which reads law: a claim says "has to", "is not allowed to", 一定要 or 不许. Says what a claim
has; refuses to judge it.
"""

import re
from enum import StrEnum

from corpus.types import Language, Modality


class Force(StrEnum):
    """What a sentence does to whom it speaks of; FREE takes a duty away, PLAIN states.

    OUGHT is 应 or 要, by which Chinese writers say either.
    """

    MUST = "must"
    MUST_NOT = "must not"
    SHOULD = "should"
    SHOULD_NOT = "should not"
    MAY = "may"
    FREE = "need not"
    OUGHT = "must or should"
    PLAIN = "states"


_OF = {
    Modality.SHALL: Force.MUST,
    Modality.SHALL_NOT: Force.MUST_NOT,
    Modality.SHOULD: Force.SHOULD,
    Modality.SHOULD_NOT: Force.SHOULD_NOT,
    Modality.MAY: Force.MAY,
    Modality.MAY_ONLY: Force.MAY,
    Modality.DECLARATORY: Force.PLAIN,
}
_NO_DUTY_EN = (
    r"\bneed(?:s)? not\b|\bneedn[’']t\b|\b(?:do|does)(?: not|n[’']t) (?:have|need) to\b|"
    r"\bnot (?:be )?(?:required|obliged|obligated|bound)\b"
    r"|\b(?:isn|aren)[’']t (?:required|obliged|bound)\b|\bno (?:duty|obligation|need|"
    r"requirement)\b|\bis optional\b|\bnot (?:mandatory|compulsory)\b"
)
_EN = (
    (Force.FREE, _NO_DUTY_EN),
    (
        Force.MUST_NOT,
        (
            r"\b(?:must|may|shall|can|could)(?: not|n[’']t| never| under no)\b|\bcannot\b|\b(?:is|are|"
            r"be|been)(?: not|n[’']t| never) (?:to be|allowed|permitted|entitled|to|an allowed|"
            r"acceptable)\b"
            r"|\b(?:forbidden|forbids?|prohibit\w*|banned|bans?|barred|off[- ]limits|"
            r"out of the question|outlaw\w*|impermissible|unlawful|illegal|unacceptable|ruled out|"
            r"inadmissible)\b"
            r"|\b(?:no|neither|nobody|no one|nothing|none)\b[^.;]{0,90}\b(?:may|can|shall|must|"
            r"is allowed|are allowed|is to|are to|is permitted|are permitted)\b|"
            r"\bunder no circumstances\b|\bmay neither\b|\bha(?:s|ve) no right\b|\b(?:must|"
            r"shall) refrain\b|\bnever (?:be )?(?:to|allowed|permitted|used|imposed|acceptable)\b|"
            r"\b(?:is|are) never\b"
        ),
    ),
    (
        Force.SHOULD_NOT,
        (
            r"\b(?:should|ought)(?: not|n[’']t| never)\b|\b(?:discouraged|advised against|undesirable|"
            r"inadvisable|inappropriate)\b|\b(?:no|nobody|nothing|neither)\b[^.;]{0,80}\bshould\b|"
            r"\bshould (?:refrain|avoid)\b"
        ),
    ),
    (
        Force.MUST,
        (
            r"\b(?:must|shall)\b|\bha(?:s|ve|d) (?:to|got to)\b|\b(?:is|are|be|"
            r"being) (?:\w+ )?(?:required|obliged|obligated|entitled|bound|owed|guaranteed|duty-bound|"
            r"compelled|under an? (?:\w+ )?(?:duty|obligation))\b"
            r"|\b(?:ha(?:s|ve)|enjoys?) (?:a|the|an) (?:\w+ )?(?:right|entitlement|duty|obligation)\b|"
            r"\b(?:duty|duties|obligation|mandatory|compulsory|imperative|requirement|requires?)\b|"
            r"\b(?:is|are) to (?:be|have|get|receive|ensure|take|keep|provide|give|make|"
            r"remain|use|leave|\w+)\b|\bnothing less\b|\bcannot (?:be )?(?:refuse|deny|denied)\b|"
            r"\bneeds? to\b|\bright (?:to|of)\b|\bentitles?\b"
        ),
    ),
    (
        Force.SHOULD,
        (
            r"\b(?:should|ought to)\b|\b(?:recommend\w*|advis(?:e|es|ed|able)|encourag(?:e|es|ed|ing)|"
            r"urg(?:e|es|ed|ing)|desirable|preferabl[ey]|invit(?:e|es|ed)|calls? (?:up)?on|"
            r"called (?:up)?on|asks?|requests?|requested|appeals? to|suggest\w*|expected to|welcome|"
            r"best to|good practice|had better)\b"
        ),
    ),
    (
        Force.MAY,
        (
            r"\b(?:may|can|could|might)\b|\b(?:allow(?:s|ed)?|permit(?:s|ted)?|free to|at liberty|"
            r"lets?|discretion|authori[sz]ed|option(?:al|s)?|able to|possible)\b"
        ),
    ),
)
_ZH = (
    (
        Force.FREE,
        r"不必|无须|无需|不用|没有义务|无义务|没有?必要|不一定|可以不|可不(?!可|能)|不要求|毋须|不需要|没有.{0,6}义务|不负有?.{0,4}义务",
    ),
    (Force.SHOULD, r"应当?禁止|建议.{0,12}(?:禁止|不)|敦促|鼓励|呼吁|吁请|促请|邀请|(?<!申)请(?=[^求示假问教])"),
    (
        Force.MUST_NOT,
        r"不得|不准|不许|不能|禁止|严禁|不允许|绝不|决不|一律不|无权|不可(?!避免|分割|缺|或缺|侵犯)|不可以|不让|切勿|不予|不被允许|不容",
    ),
    (Force.SHOULD_NOT, r"不应|不宜|不该|最好不|不妥|不建议|不主张"),
    (
        Force.MUST,
        r"必须|必需|有权|务必|须(?!知)|一定要|一定得|有义务|有责任|负有.{0,6}义务|义务|得(?=[由让给有把先向在经])|权利|一律|不能不|不得不|硬性|保证|要求",
    ),
    (Force.SHOULD, r"应当|应该|最好|宜(?=[^的])|建议|提倡|主张|希望|尽量"),
    (Force.OUGHT, r"应(?!用|对|请求|有|急|付|当|该)|(?<![需想重主只不所都])要(?=[^求点件素么是])"),
    (Force.MAY, r"可以|可(?!能|持续|及|行|靠|见|疑)|允许|准许|能够|能(?!力)|容许|有选择|自行决定|酌情"),
)


_SIDE = {
    Language.EN: re.compile(
        r"\b(?:if|where|when|whenever|once|unless|although|though|while|because|so that|"
        r"in order (?:to|that)|who|which|that|as|whatever|provided)\b"
        r"(?! (?:far|soon|early|much|little|few|well))[^,.;:]*(?:[,;:]|$)",
        re.IGNORECASE,
    ),
    Language.ZH: re.compile(
        r"(?:如果|若|凡|即使|哪怕|只要|一旦|为了?|因为?|虽然)[^，。；,;]*[，,;；]|[^，。；,;]*(?:的时候|时|情况下|的话|的)[，,](?=.)"
    ),
}
"""Clauses beside the main one: their verbs are not what the sentence demands."""


def force_of(modality: Modality) -> Force:
    """The force of a verb of law."""
    return _OF[modality]


def forces(text: str, language: Language) -> tuple[Force, ...]:
    """Every force that the words of a claim show, the one that its main clause most likely has first.

    >>> forces("Guards do not have to sleep.", Language.EN)[0]
    <Force.FREE: 'need not'>
    >>> forces("看守人不许离岗。", Language.ZH)[0]
    <Force.MUST_NOT: 'must not'>
    """
    table = _ZH if language is Language.ZH else _EN
    main = _SIDE[language].sub(" ", text)
    found = [force for part in (main, text) for force, pattern in table if re.search(pattern, part, re.IGNORECASE)]
    return tuple(dict.fromkeys(found)) or (Force.PLAIN,)
