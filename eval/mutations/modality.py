"""A wrong force: a duty made advice, advice made a duty, a possibility made a certainty, an effort made a result.

Changes the main verb only: a claim with the same verb twice is left alone where one cannot tell which is the main one.
"""

from corpus.types import Language, Modality
from eval.mutations.rewriting import CONTRADICTED, EITHER, Rewriting, swap, table

_SHALL = frozenset({Modality.SHALL})
_SHALL_NOT = frozenset({Modality.SHALL_NOT})
_SHOULD = frozenset({Modality.SHOULD})
_SHOULD_NOT = frozenset({Modality.SHOULD_NOT})
_MAY = frozenset({Modality.MAY})
_SAYS = frozenset({Modality.DECLARATORY})
_URGES = r"(?:encourages|invites|urges|requests|calls (?:up)?on|asks)"
_URGES_ZH = r"(?:鼓励|邀请|促请|敦促|呼吁|吁请|请)"

_DOWN = {
    Language.EN: (
        swap(r"\bmust\b(?! not| never| only)", "should", "may", forces=_SHALL, alone=True),
        swap(r"\bha(?:s|ve) the right to\b", "may sometimes be allowed to", "should be able to", forces=_SHALL, alone=True),
        swap(r"\b(?:is|are) entitled to\b", "may hope for", forces=_SHALL, alone=True),
        swap(r"\bmust (?:not|never)\b", "should, if possible, not", "need not", forces=_SHALL_NOT, alone=True),
        swap(r"\b(?P<be>is|are) (?:forbidden|prohibited)\b", r"\g<be> not recommended", forces=_SHALL_NOT, alone=True),
        swap(r"\bshould\b(?! not| never| only)", "may", forces=_SHOULD, alone=True),
        swap(r"\bshould (?:not|never)\b", "need not", forces=_SHOULD_NOT, alone=True),
        swap(rf"(?<=Assembly )(?:also |further )?{_URGES}\b(?= [^.]* to )", "permits", forces=_SHOULD, alone=True),
    ),
    Language.ZH: (
        swap(r"必须(?!不)", "应当", "可以", forces=_SHALL, alone=True),
        swap(r"有权", "或许可以", forces=_SHALL, alone=True),
        swap(r"不得|绝不得", "不宜", "最好不", forces=_SHALL_NOT, alone=True),
        swap(r"禁止", "不提倡", forces=_SHALL_NOT, alone=True),
        swap(r"应当(?!不)", "可以", forces=_SHOULD, alone=True),
        swap(r"不应当?", "不必", forces=_SHOULD_NOT, alone=True),
        swap(rf"(?<=^大会){_URGES_ZH}(?=各国|会员国|缔约国)", "允许", forces=_SHOULD, alone=True),
    ),
}
_UP = {
    Language.EN: (
        swap(r"\bshould\b(?! not| never| only)", "must", "shall in every case", forces=_SHOULD, alone=True),
        swap(r"\bshould (?:not|never)\b", "must never", forces=_SHOULD_NOT, alone=True),
        swap(r"\bmay\b(?! not| only)", "must", "has to", "should", forces=_MAY, alone=True),
        swap(r"\b(?P<be>is|are) encouraged to\b", r"\g<be> obliged to", forces=_SHOULD, alone=True),
        swap(
            rf"\b{_URGES}(?= (?:States|Member States|States parties|Governments)\b[^.]* to )",
            "legally obliges",
            forces=_SHOULD,
            alone=True,
        ),
        swap(r"\brecommends(?= that)", "makes it binding", forces=_SHOULD, alone=True),
    ),
    Language.ZH: (
        swap(r"应当(?!不)", "必须", forces=_SHOULD, alone=True),
        swap(r"不应当?", "绝对不得", forces=_SHOULD_NOT, alone=True),
        swap(r"可以", "必须", "应当", forces=_MAY, alone=True),
        swap(rf"(?<=大会){_URGES_ZH}(?=各国|会员国|缔约国|所有国家)", "强制要求", forces=_SHOULD, alone=True),
        swap(rf"(?<=大会[又还也]){_URGES_ZH}(?=各国|会员国|缔约国|所有国家)", "强制要求", forces=_SHOULD, alone=True),
        swap(r"委员会(?:还)?建议(?=缔约国)", "委员会强制规定", forces=_SHOULD, alone=True),
    ),
}
_CERTAIN = {
    Language.EN: (
        swap(
            r"(?<!nobody )(?<!no one )\b(?:may|can|might|could)\b(?! not| only| be seen| \d)",
            "will always",
            "inevitably will",
            forces=_SAYS,
            alone=True,
        ),
        swap(r"\boften\b|\bmay often\b|\bin many cases\b|\bfrequently\b", "always", forces=_SAYS, alone=True),
        swap(r"\blikely to\b", "certain to", forces=_SAYS, alone=True),
    ),
    Language.ZH: (
        swap(r"(?<![尽有不的很在和])可能(?![性短少的和后])", "必然会", "一定会", forces=_SAYS, alone=True),
        swap(r"往往|经常|常常|通常", "总是", forces=_SAYS, alone=True),
        swap(r"可以(?=成为|造成|导致|帮助|减少|有)", "必定", forces=_SAYS, alone=True),
    ),
}
_EFFORT = {
    Language.EN: (
        swap(r"(?<=must )(?:try|endeavour|seek|strive|do (?:their|its) best) to ", ""),
        swap(r"(?<=should )(?:try|endeavour|seek|strive|do (?:their|its) best) to ", ""),
        swap(r"\b(?:make|making) (?:every|all) (?:possible )?efforts? to\b", "succeed in every case to"),
        swap(r"(?<=to )(?:consider|explore|study) (?P<verb>\w+)ing\b", r"begin \g<verb>ing"),
        swap(r"(?<=should )consider (?=\w+ing\b)", "begin "),
        swap(r"\bEvery effort (?P<m>must|should) be made to (?P<verb>\w+)\b", r"The authorities \g<m> in every case \g<verb>"),
    ),
    Language.ZH: (
        swap(r"(?<=必须)(?:努力|力求|尽力|设法|争取)(?!的)", ""),
        swap(r"(?<=应当)(?:努力|力求|尽力|设法|争取)(?!的)", ""),
        swap(r"(?<=[各员约]国)(?:努力|力求|尽力|设法)(?!的)", ""),
        swap(r"尽一切努力|作出一切努力|竭尽全力", "保证在任何情况下都能"),
        swap(r"考虑(?=制定|设立|采用|采取|批准|通过|建立|提供|使用|利用|把|将|让)", "立即"),
    ),
}

MODALITY = (
    Rewriting(name="modality_down", slot="modality", labels=CONTRADICTED, edits=table(_DOWN)),
    Rewriting(name="modality_up", slot="modality", labels=CONTRADICTED, edits=table(_UP)),
    Rewriting(name="certainty_up", slot="modality", labels=EITHER, edits=table(_CERTAIN)),
    Rewriting(name="effort_dropped", slot="modality", labels=EITHER, edits=table(_EFFORT)),
)
