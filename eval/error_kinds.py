"""What the authors of claim sets call an error, in hundreds of wordings, sorted into few kinds.

By words of the name alone, first rule first; what no rule knows is "other", never guessed from the claim.
"""

import re

OTHER = "other"

_EXCEPTION = r"exception|except|例外|但书"
_CONDITION = r"condition|qualif|consent|trigger|proviso|limit(?:s|ation)? (?:dropped|lifted)|条件|同意|前提|限定"
_NUMBER = (
    r"number|\bunits?\b|\bage\b|duration|deadline|frequency|interval|amount|percent|period|limit|数字|数量|年龄|期限|时限|频率|频次|"
    r"单位|时长|间隔"
)
_TIME = r"time|timing|\border|moment|stage|before|after|sequence|delay|earl|\blate|\bdate|时间|顺序|阶段|先后|时点|时机|次序"
_FORCE = (
    r"obligation|permission|recommend|modal|force|encourag|duty (?:weak|soft|raised)|weakened|strength|certainty|should|must|"
    r"may\b|optional|discretion|raised|effort|certain|to (?:duty|requirement|compulsion|guarantee)|"
    r"hardened|softened|义务|力度|强度|建议|许可|情态|程度|弱化|强制"
)
_QUANTIFIER = r"\ball\b|some|only|quantif|every|most|both|none|至少|全部|部分|量词|唯一"
_JUNCTION = r"and/or|and to or|or to and|conjunct|alternative|并列|或者|和改或|或改和|和/或"
_ACTOR = r"actor|\bwho\b|wrong \w+(?:er|or|ant)\b|body|author|responsib|agent|decid|主体|执行者|责任|机关|机构|行为人"
_SCOPE = (
    r"scope|coverage|group|person|beneficiar|protected|target|holder|widened|narrowed|extended|\bsex\b|recipient|"
    r"对象|范围|人群|适用|扩大|缩小|性别"
)
_PURPOSE = r"purpose|cause|reason|\baim|goal|motive|basis|目的|原因|理由|依据|因果"
_PLACE = r"\bplace|location|where|venue|地点|场所|位置"
_REVERSAL = (
    r"\bnot\b|negat|revers|denied|denial|opposite|polarity|forbid|\bban|prohib|contrary|flipped|inverted|否定|相反|颠倒|禁止|"
    r"反转|反义|肯定|否认|剥夺|弄反|allowed|maximum|minimum|last to first"
)
_DROPPED = r"dropp|omitt|missing|removed|left out|excluded|遗漏|省略|删|漏|去掉|取消|排除|缩|ignored|overridden"
_ADDED = (
    r"\badd|invent|detail|extra|neighbou?r|unstated|fabricat|unsupported|new |增加|添加|虚构|编造|细节|邻条|相邻|捏造|杜撰|"
    r"无中生有|附加|凭空|新增|增设|要求|required|手续"
)
_KINDS = (
    ("exception", _EXCEPTION),
    ("condition", _CONDITION),
    ("number and time limit", _NUMBER),
    ("time and order", _TIME),
    ("force", _FORCE),
    ("quantifier", _QUANTIFIER),
    ("and/or", _JUNCTION),
    ("actor", _ACTOR),
    ("person or scope", _SCOPE),
    ("purpose or cause", _PURPOSE),
    ("place", _PLACE),
    ("negation or reversal", _REVERSAL),
    ("dropped", _DROPPED),
    ("added", _ADDED),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)
KINDS: tuple[str, ...] = (*(kind for kind, _ in _KINDS), OTHER)


def kind_of(error: str) -> str:
    """The kind of an error by its author's name for it.

    >>> kind_of("wrong actor"), kind_of("exception invented"), kind_of("目的替换")
    ('actor', 'exception', 'purpose or cause')
    """
    return next((kind for kind, pattern in _COMPILED if pattern.search(error)), OTHER)
