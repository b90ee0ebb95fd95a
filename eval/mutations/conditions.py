"""Conditions and exceptions dropped or made up, and details added that the provision does not have.

A clause is dropped only where what remains is a sentence of its own: no pronoun that pointed into the clause.
"""

import re
from collections.abc import Iterator, Mapping
from random import Random

from corpus.types import Language, Modality
from eval.mutations.rewriting import EITHER, NOT_SUPPORTED, Edit, Rewriting, before_end, swap, table
from eval.mutations.types import Sample

_RULES = frozenset({Modality.SHALL, Modality.SHALL_NOT, Modality.SHOULD, Modality.SHOULD_NOT, Modality.MAY, Modality.MAY_ONLY})
_GIVES = frozenset({Modality.SHALL, Modality.SHOULD, Modality.MAY})
_VERB = r"(?:must|should|may|shall|has the right|have the right|is|are)"
_NO_PRONOUN = (
    r"(?!it\b|they\b|he\b|she\b|this\b|that\b|these\b|those\b|its\b|their\b|his\b|her\b|the same\b|such\b|them\b|so\b"
    r"|or\b|and\b|inhuman\b|wherever\b|where\b)"
)
_CLAUSE = r"(?:(?!\b(?:must|should|may|shall)\b)[^,.;:])*"
_NO_HEDGE = r"(?! applicable| needed| necessary| possible| appropriate)"
_SPAN = r"(?:(?!\b(?:must|should|may|shall)\b)[^.;:])*"
_FRAME = r"(?![^,]*\b(?:non-custodial measures|develop\w*|appl(?:ied|ying)|implement\w*|making|examin\w*|sentencing)\b)"
_STANDS_ALONE = (
    r"(?=[^。]*(?:囚犯|儿童|违法者|妇女|女囚|缔约国|各国|监狱长|法院|工作人员))(?!都|一律|还|必须限于|必须由|也|[^。]*该)"
)
_RULE_ZH = r"(?=[^其该此，]*(?:必须|应当?|不得|可以|有权|不应|禁止))"
_FRAME_ZH = (
    r"(?![^，]*(?:适用|检查|制定|执行|考虑|监测|入狱|入监|量刑|拟订|安排|使用|收监|期间|落实|记录|提供|开始|发展|体检|"
    r"医生认为))"
)
_CONDITION = {
    Language.EN: (
        swap(
            rf"^(?:If|When|Where|Whenever|Once|In cases where|As long as|Provided that)\b{_FRAME}[^,;:]*, {_NO_PRONOUN}"
            rf"(?=[^.;]*\b{_VERB}\b)",
            "",
            exact=True,
        ),
        swap(
            rf"^(?:Within|In|At|On|For) [^,;:]*(?:cases?|circumstances|emergenc\w+|offences?)[^,;:]*, {_NO_PRONOUN}"
            rf"(?=[^.;]*\b{_VERB}\b)",
            "",
            exact=True,
        ),
        swap(
            rf"(?<!even)(?<!and)(?<!or)(?<!as)(?<!that)(?<!,),? (?:only )?(?:if|provided that|on condition that|as long as)\b"
            rf"{_NO_HEDGE}{_SPAN}(?=\.$)",
            "",
            forces=_RULES,
        ),
        swap(
            rf"(?<!and)(?<!or)(?<!,),? only (?:when|where|after|as|with|on|in|for|by|to|under)\b{_SPAN}(?=\.$)",
            "",
            forces=_RULES,
        ),
        swap(
            rf", (?:when|where|whenever|to the extent that)\b{_NO_HEDGE}{_CLAUSE}(?=\.$)",
            "",
            forces=_RULES,
        ),
        swap(
            rf"(?<!and)(?<!or)(?<!even) (?:when|whenever)\b{_NO_HEDGE}{_CLAUSE}(?=\.$)",
            "",
            forces=_RULES,
        ),
        swap(
            rf"(?<=[a-z])(?<!who), (?:if|when|whenever)\b{_NO_HEDGE}{_CLAUSE}, ",
            " ",
            forces=_RULES,
        ),
    ),
    Language.ZH: (
        swap(rf"^(?:如果?|若|一旦|只要(?!可行)){_FRAME_ZH}[^，。；]*，{_STANDS_ALONE}{_RULE_ZH}", ""),
        swap(rf"^凡{_FRAME_ZH}[^，。；]*(?<!地方)(?<!措施)的，{_STANDS_ALONE}{_RULE_ZH}", ""),
        swap(
            rf"^(?:在)?{_FRAME_ZH}[^，。；必应可]{{2,30}}(?:时|的情况下|情形下|的前提下|的条件下)，{_STANDS_ALONE}{_RULE_ZH}",
            "",
        ),
        swap(rf"^{_FRAME_ZH}[^，。；必应可]{{4,40}}的，{_STANDS_ALONE}(?=(?:必须|应当?|不得|可以|不应|禁止))", ""),
        swap(r"(?<=[\u4e00-\u9fff])，(?:如果?|若|只要)[^，。；]{3,40}，(?=(?:必须|应当?|不得|可以|有权))", "，"),
        swap(r"^只有[^。；]*?，才(?=可以|能|得|允许)", "一般"),
        swap(r"只有在[^，。；]{2,40}(?:时|下|后)，?才(?=可以|能)", ""),
        swap(r"(?<=[犯者人国关门员])，?在[^，。；必应可]{3,30}(?:时|的情况下)，?(?=(?:必须|应当?|不得|可以))", ""),
    ),
}
_POSSIBLE = r"(?:possible|feasible|practicable)"
_HEDGE = {
    Language.EN: (
        swap(
            rf",? (?:wherever|where|whenever|if|insofar as|as far as|so far as) (?:at all )?{_POSSIBLE}(?=[,. ;])(?! to\b),?",
            "",
        ),
        swap(rf"^(?:Wherever|Where|Whenever|If|As far as|So far as|To the extent) {_POSSIBLE},? ", "", exact=True),
        swap(r",? to the (?:greatest |maximum |fullest )?(?:possible )?extent(?: possible)?(?=[,. ]),?", ""),
        swap(
            r",? (?:as a rule|in principle|in general|normally|generally|usually|as the general rule),?(?= )(?! or\b)",
            " in every case",
        ),
        swap(r"^(?:As a rule|In principle|In general|Normally|Generally|Desirably), ", "In every case, ", exact=True),
        swap(r"\b(?:preferably|as a general principle),? ", ""),
        swap(r"\bshould preferably\b", "should in every case"),
    ),
    Language.ZH: (
        swap(r"，?(?:在可能(?:的情况下|时)|如有可能|有可能时|可行时|只要可行|如属可行)，?", ""),
        swap(r"尽可能(?![多短小少减早低广])|尽量(?!减|推)|尽力", ""),
        swap(r"(?:原则上|一般情况下|通常)", "一律"),
        swap(r"一般(?=应|不|较)", "一律"),
        swap(r"最好", "一律"),
    ),
}
_EXCEPTION = {
    Language.EN: (
        swap(rf",? (?:unless|except|save|with the exception of)\b{_SPAN}(?=\.$)", ""),
        swap(rf"^(?:Unless|Except|Save|Apart from|Other than)\b[^,;:]*, {_NO_PRONOUN}", "", exact=True),
        swap(r" \((?:except|unless|other than)[^)]*\)", ""),
    ),
    Language.ZH: (
        swap(r"(?<!排)除(?!了|其他|此)[^，。；]{2,40}(?:之?外|以外)，(?!还|也|其)", ""),
        swap(r"(?<!，)除非[^，。；]{2,50}，(?:否则)?(?!并)", ""),
        swap(r"，但[^，。；]{2,60}(?:除外|不在此限|不受此限)(?=。)", ""),
        swap(r"，除非(?![^。]*，(?:应当|不要|必须|不得))[^。；]{2,60}(?=。)", ""),
        swap(r"，除非[^，。；]{2,50}，(?=应当|不要|必须|不得)", "，"),
        swap(r"，(?:只有|唯有)[^。；]{2,60}除外(?=。)", ""),
        swap(r"（[^）]{2,40}除外）", ""),
    ),
}
_INVENTED_IF = {
    Language.EN: (
        ", if the budget of the institution allows it",
        ", provided that the head of the institution agrees",
        ", once a court has given its approval",
        ", where national law expressly provides for it",
    ),
    Language.ZH: ("在经费允许的前提下，", "经机构负责人同意后，", "经法院批准后，", "在本国法律有明文规定时，"),
}
_INVENTED_BUT = {
    Language.EN: (
        ", unless the security of the State requires otherwise",
        ", except during a state of emergency",
        ", except in cases of terrorism or organized crime",
        ", unless the head of the institution decides otherwise",
    ),
    Language.ZH: (
        "，但国家安全另有需要的除外",
        "，但紧急状态期间除外",
        "，但涉及恐怖主义或有组织犯罪的除外",
        "，除非机构负责人另有决定",
    ),
}
_DETAIL = {
    Language.EN: (
        ", and a judge must confirm this in writing",
        ", at the expense of the person concerned",
        ", and the national parliament must be told of it",
        ", and this must be entered in a public register",
        ", and the staff concerned must be paid extra for it",
    ),
    Language.ZH: (
        "，并须由法官书面确认",
        "，所需费用由本人承担",
        "，并须报本国议会备案",
        "，并须记入公开登记册",
        "，有关工作人员须另得报酬",
    ),
}
_OPEN_ENDED = re.compile(
    r"\b(?:if|when|where|unless|except|provided|once|only)\b|除|如|若|前提|后，|时，|的，|只", re.IGNORECASE
)


class _Adding:
    """Edits that put one of several made-up phrases before the full stop of a rule that has no condition yet."""

    def __init__(self, added: Mapping[Language, tuple[str, ...]], forces: frozenset[Modality] = _RULES) -> None:
        self.added = added
        self.forces = forces

    def __call__(self, sample: Sample, _random: Random) -> Iterator[Edit]:
        if sample.modality in self.forces and not _OPEN_ENDED.search(sample.text):
            for phrase in self.added.get(sample.language, ()):
                yield before_end(sample, phrase, fresh=phrase.strip(", ，"))


def _conditions_added(sample: Sample, random: Random) -> Iterator[Edit]:
    """Made-up conditions: at the end in English, at the beginning in Chinese, where each language puts them."""
    if sample.language is not Language.ZH:
        yield from _Adding(_INVENTED_IF, _GIVES)(sample, random)
    elif sample.modality in _GIVES and not _OPEN_ENDED.search(sample.text):
        for phrase in _INVENTED_IF[Language.ZH]:
            yield Edit(start=0, end=0, put=phrase, fresh=phrase.strip("，"))


CONDITIONS = (
    Rewriting(name="condition_dropped", slot="condition", labels=EITHER, edits=table(_CONDITION)),
    Rewriting(name="hedge_dropped", slot="condition", labels=EITHER, edits=table(_HEDGE)),
    Rewriting(name="exception_dropped", slot="exception", labels=EITHER, edits=table(_EXCEPTION)),
    Rewriting(name="condition_added", slot="condition", labels=EITHER, edits=_conditions_added),
    Rewriting(name="exception_added", slot="exception", labels=EITHER, edits=_Adding(_INVENTED_BUT)),
    Rewriting(name="detail_added", slot="novelty", labels=NOT_SUPPORTED, edits=_Adding(_DETAIL)),
)
