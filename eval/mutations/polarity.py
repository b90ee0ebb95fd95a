"""The opposite said: a "not" put in or taken out, or a word turned into its contrary.

A claim with several negations is left alone by the first operator, since one more could make it true again.
"""

import re

from corpus.types import Language, Modality
from eval.mutations.rewriting import CONTRADICTED, EITHER, Rewriting, swap, table
from eval.mutations.types import Sample

_SAYS = frozenset({Modality.DECLARATORY})
_DUTY = frozenset({Modality.SHALL, Modality.SHOULD, Modality.MAY})
_NOES = re.compile(
    r"\b(?:not|no|never|nor|neither|nobody|nothing|none|without|unless|only|cannot|forbid\w*|prohibit\w*)\b", re.I
)
_NOES_ZH = re.compile(r"不|没有|未(?!成年)|无(?!论)|禁止|除非|只有|仅")


def _plain(sample: Sample) -> bool:
    """At most one negation in the claim."""
    return len((_NOES_ZH if sample.language is Language.ZH else _NOES).findall(sample.text)) <= 1


_NEGATION = {
    Language.EN: (
        swap(r"\bmust\b(?! not| never)", "must not", forces=_DUTY, alone=True),
        swap(r"\bshould\b(?! not| never)", "should not", forces=_DUTY, alone=True),
        swap(r"\bmay\b(?! not| only)", "may not", forces=_DUTY, alone=True),
        swap(r"\b(?P<verb>must|should|may) (?:not|never)\b", r"\g<verb>", alone=True),
        swap(r"\bha(?P<ve>s|ve) the right\b", r"ha\g<ve> no right", alone=True),
        swap(r"\b(?P<be>is|are) entitled\b", r"\g<be> not entitled", alone=True),
        swap(r"\b(?P<be>is|are|was|were|does|do|did) not\b", r"\g<be>", forces=_SAYS, alone=True),
        swap(
            r"^(?P<start>[^,;:]{4,60})(?<!\bit) (?P<be>is|are)\b(?! not| no| to\b)",
            r"\g<start> \g<be> not",
            forces=_SAYS,
            alone=True,
        ),
        swap(r"\bcannot\b", "can", forces=_SAYS, alone=True),
    ),
    Language.ZH: (
        swap(r"必须(?!不)", "不得", forces=_DUTY, alone=True),
        swap(r"应当(?!不)", "不应", forces=_DUTY, alone=True),
        swap(r"(?<!不)可以(?!不)", "不可以", forces=_DUTY, alone=True),
        swap(r"不得", "可以", alone=True),
        swap(r"不应当?", "应当", alone=True),
        swap(r"有权", "无权", alone=True),
        swap(r"(?<![不但只于还就而可或总应都])是(?=[^否因为以]|一|重|对)", "不是", forces=_SAYS, alone=True),
        swap(r"(?<!不)适用于", "不适用于", alone=True),
        swap(r"不(?=符合|相容|足|能|适用|意味)", "", forces=_SAYS, alone=True),
    ),
}
_CONTRARY = {
    Language.EN: (
        swap(r"\b(?P<be>is|are|be) (?:forbidden|prohibited|banned)\b", r"\g<be> allowed", fresh=True),
        swap(r"\b(?:allowed|permitted)\b(?! by)", "forbidden", fresh=True),
        swap(r"\b(?:allow|permit) ", "forbid ", fresh=True),
        swap(r"\bincrease\b", "reduce", fresh=True),
        swap(r"\breduce\b|\blimit\b|\brestrict\b", "increase", fresh=True),
        swap(r"\bseparate(?:d)?(?= from)", "kept together with", fresh=True),
        swap(r"\bseparately from\b", "together with", fresh=True),
        swap(r"\bfree of charge\b", "at their own cost", fresh=True),
        swap(r"\bvoluntary\b(?! organi)", "compulsory", fresh=True),
        swap(r"\bvoluntarily\b", "under compulsion", fresh=True),
        swap(r"\bconfidential\b", "public", fresh=True),
        swap(r"\bin private\b", "in the hearing of staff", fresh=True),
        swap(r"\bunlawful\b|\billegal\b", "lawful", fresh=True),
        swap(r"\blawful\b", "unlawful", fresh=True),
        swap(r"\bincompatible with\b", "compatible with", fresh=True),
        swap(r"\bcompatible with\b", "incompatible with", fresh=True),
        swap(r"\bencourage\b", "discourage", fresh=True),
        swap(r"\bencouraged\b", "discouraged", fresh=True),
        swap(r"\bpromote\b", "hinder", fresh=True),
        swap(r"\bprevent\b", "tolerate", fresh=True),
        swap(r"\bto avoid\b", "to favour", fresh=True),
        swap(r"\bstrengthen\b", "weaken", fresh=True),
        swap(r"\bto support\b", "to oppose", fresh=True),
        swap(r"\bprotected\b(?= (?:from|against))", "left exposed to dangers and not kept", fresh=True),
        swap(r"\bas close (?:as possible )?to\b", "as far as possible from", fresh=True),
        swap(r"\bthe same\b", "different", fresh=True),
        swap(r"(?<=must )respect\b|(?<=should )respect\b", "disregard", fresh=True),
        swap(
            r"(?<!thought )(?<!attention )(?<!consideration )(?<!priority )"
            r"\b(?P<m>must|should) be (?:granted|given|offered)\b(?! to)",
            r"\g<m> be refused",
            fresh=True,
        ),
        swap(r"\b(?P<m>must|should) be informed\b", r"\g<m> be kept unaware", fresh=True),
        swap(r"\bwithout discrimination\b", "with distinctions of origin and belief", fresh=True),
        swap(r"\bwithout\b(?! (?:delay|prejudice|charge|discrim|any|exception|undue|paying))", "with", alone=True),
        swap(r"\bregardless of\b|\birrespective of\b", "depending on", fresh=True),
        swap(r"\bwith the consent of\b", "without the consent of"),
        swap(r"\binadmissible\b", "admissible", fresh=True),
        swap(r"\bpositive\b", "negative", fresh=True),
        swap(r"\bminim(?:ize|ise)\b", "maximize", fresh=True),
        swap(r"\bworse\b", "better", fresh=True),
        swap(r"\bbetter\b", "worse", fresh=True),
        swap(r"\bnotes with appreciation\b|\bwelcomes\b", "regrets", fresh=True),
        swap(r"\breaffirms\b(?= that)", "withdraws from the position", fresh=True),
    ),
    Language.ZH: (
        swap(r"严?禁止|严禁", "允许", fresh=True, alone=True),
        swap(r"(?<!不)(?:允许|准许)", "禁止", fresh=True),
        swap(r"增加", "减少", fresh=True),
        swap(r"减少|降低|缩短", "增加", fresh=True),
        swap(r"(?:分开|隔离)(?=关押|安置|拘禁|羁押|收押)", "混合", fresh=True),
        swap(r"同(?P<who>[^，。]{2,8})分开", r"同\g<who>混在一起", fresh=True),
        swap(r"免费", "自费", fresh=True),
        swap(r"自愿", "被迫", fresh=True),
        swap(r"保密", "公开", fresh=True),
        swap(r"非法|不合法", "合法", fresh=True),
        swap(r"(?<!不)合法", "非法", fresh=True),
        swap(r"鼓励", "劝阻", fresh=True),
        swap(r"促进", "阻碍", fresh=True),
        swap(r"防止|预防(?=自杀|自残|暴力|疾病|虐待)", "放任", fresh=True),
        swap(r"避免", "优先采用", fresh=True),
        swap(r"加强|增强", "削弱", fresh=True),
        swap(r"(?<=[须当])支持", "反对", fresh=True),
        swap(r"(?<=[须当])(?:充分)?尊重", "无视", fresh=True),
        swap(r"相同(?=的)", "不同", fresh=True),
        swap(r"(?<=[必须应当])(?:告知|通知)", "瞒着", fresh=True),
        swap(r"(?<=[须当])(?:给予|提供)", "拒绝给予", fresh=True),
        swap(r"(?<=[须当])向(?P<who>[^，。]{2,8})(?:提供|给予)", r"拒绝向\g<who>提供", fresh=True),
        swap(r"不(?:受|加|作|予)?(?:任何)?歧视", "区别对待", fresh=True),
        swap(r"(?:(?<!不)不论|无论|不管)(?![^。]*都)", "取决于", fresh=True),
        swap(r"经(?P<who>[^，。]{0,6})同意", r"不经\g<who>同意", fresh=True),
        swap(r"不利于", "有利于", fresh=True),
        swap(r"有利于|有助于", "不利于", fresh=True),
        swap(r"扩大", "缩小", fresh=True),
        swap(r"不相容|不符", "完全相符", fresh=True),
        swap(r"欢迎", "遗憾地注意到", fresh=True),
        swap(r"(?<=[须当])保护", "忽视", fresh=True),
        swap(r"公开(?=审理|审判)", "秘密", fresh=True),
    ),
}

POLARITY = (
    Rewriting(name="negation", slot="negation", labels=CONTRADICTED, edits=table(_NEGATION, _plain)),
    Rewriting(name="polarity", slot="negation", labels=EITHER, edits=table(_CONTRARY)),
)
