"""The wrong people: somebody else has to act, somebody else is protected, or more are than the provision says.

Takes no group that another claim of the same rule names, since the rule may then say it of them too.
"""

import re
from collections.abc import Iterator
from random import Random

from corpus.types import Language
from eval.mutations.rewriting import EITHER, Edit, Edits, Rewriting, Swap, swap, table
from eval.mutations.types import Sample

_FORCE = re.compile(
    r"\b(?:must|should|shall|may|ha(?:s|ve) the right|(?:is|are) (?:entitled|forbidden))\b|必须|应当?|不得|可以|有权|禁止"
)
_ACTORS_EN = (
    "the police",
    "the public prosecutor",
    "non-governmental organizations",
    "the health ministry",
    "the prisoners' families",
    "parliament",
    "private security companies",
)
_ACTORS_ZH = ("警察", "检察官", "非政府组织", "卫生部门", "囚犯家属", "议会", "私营保安公司")
_BODIES_EN = ("The Security Council", "The World Bank", "The Economic and Social Council", "The Secretary-General")
_BODIES_ZH = ("安全理事会", "世界银行", "经济及社会理事会", "秘书长")
_THE = r"(?:\b(?:[Tt]he|[Aa]ll|[Ee]ach|[Ee]very|[Aa]n?|[Tt]heir|[Tt]he relevant) )?"


def _subject(rows: dict[Language, tuple[Swap, ...]]) -> Edits:
    """Edits of a table that fall before the main verb, where the one who acts or is meant stands."""
    inner = table(rows)

    def edits(sample: Sample, random: Random) -> Iterator[Edit]:
        force = _FORCE.search(sample.text)
        if force:
            yield from (edit for edit in inner(sample, random) if edit.end <= force.start())

    return edits


_ACTOR = {
    Language.EN: (
        swap(
            rf"^{_THE}(?:(?:prison|competent|relevant|judicial|State|national|local|government|sentencing|supervising) )?"
            r"(?:administrations?|authorit(?:y|ies)|staff|directors?|States parties|Member States|States|Governments?|courts?|"
            r"judges?|prosecutors?|police officers?|police|law enforcement officials?|doctors?|physicians?|"
            r"health(?:-|\s)care (?:professionals|staff|service)|lawyers?|volunteers|probation (?:officers|service))"
            r"(?= (?:must|should|may|shall)\b)",
            *_ACTORS_EN,
            fresh=True,
        ),
        swap(
            r"(?<= by )(?:a |the |an )?(?:judge|court|judicial authority|competent authority|prison director|doctor|physician|"
            r"prosecutor|health-care professional|independent body|competent authorities)(?=[ ,.])(?!,? or)(?!,? and)",
            *_ACTORS_EN,
            fresh=True,
        ),
        swap(
            r"(?:(?<=urges )|(?<=encourages )|(?<=invites )|(?<=calls on )|(?<=, )|(?<=recommends that ))"
            r"(?:States parties|States|Member States|Governments)(?= (?:must|should|may|to)\b)",
            *_ACTORS_EN[1:],
            fresh=True,
            exact=True,
        ),
    ),
    Language.ZH: (
        swap(
            r"^(?:监狱(?:管理部门|主管部门|长|工作人员|当局|管理人员)|(?:有关|主管|司法|国家)?(?:主管)?(?:机关|部门|当局)|缔约国|各国|会员国|国家|"
            r"政府|法院|法官|检察官|警察|警方|执法人员|医生|医师|保健专业人员|医务人员|律师|志愿者)(?=必须|应当|不得|可以|应|不应)",
            *_ACTORS_ZH,
            fresh=True,
        ),
        swap(r"(?<=由)(?:法官|法院|司法机关|主管机关|监狱长|医生|检察官|保健专业人员|独立机构)", *_ACTORS_ZH, fresh=True),
        swap(r"(?<=[，对议请励促])(?:缔约国|各国|会员国)(?=必须|应当|确保|采取|不|在|考虑|制定)", *_ACTORS_ZH[2:], fresh=True),
    ),
}
_BODY = {
    Language.EN: (
        swap(r"\bThe General Assembly(?= (?:further |also |again |strongly )?[a-z]+s\b)", *_BODIES_EN, fresh=True, exact=True),
        swap(
            r"\bThe Committee(?= (?:further |also |again |strongly )?[a-z]+s\b)",
            *_BODIES_EN,
            "The General Assembly",
            fresh=True,
            exact=True,
        ),
    ),
    Language.ZH: (
        swap(r"^大会", *_BODIES_ZH, fresh=True),
        swap(r"^委员会(?!成员)", *_BODIES_ZH, "大会", fresh=True),
    ),
}
_OTHERS = ("older persons", "asylum seekers", "members of the armed forces")
_OTHERS_ZH = ("老年人", "寻求庇护者", "武装部队成员")
_PERSON = {
    Language.EN: (
        swap(r"\b(?:women|female) (?:prisoners|offenders)\b(?!')", "male prisoners over 60", "young men in prison", fresh=True),
        swap(r"\bwomen\b(?! prisoners| offenders)", "men", *_OTHERS, fresh=True),
        swap(r"\bgirls\b", "boys", fresh=True),
        swap(r"\bchildren\b(?! of| in prison| with)", "adults", "women", *_OTHERS, fresh=True),
        swap(
            r"\b(?P<a>[Aa]|[Tt]he|[Ee]very|[Ee]ach|[Nn]o|[Aa]ny) child\b(?!'| is born)",
            r"\g<a> adult",
            r"\g<a> soldier",
            fresh=True,
            exact=True,
        ),
        swap(r"\buntried prisoners\b", "convicted prisoners", fresh=True),
        swap(
            r"\b(?<!convicted )(?<!untried )(?<!women )(?<!juvenile )(?<!female )prisoners\b(?! of| with| who|')",
            "visitors",
            "victims of crime",
            "witnesses",
            fresh=True,
        ),
        swap(
            r"\b(?P<a>[Aa]|[Tt]he|[Ee]very|[Ee]ach|[Nn]o|[Aa]ny) prisoner\b(?!'| who)",
            r"\g<a> visitor",
            r"\g<a> witness",
            fresh=True,
            exact=True,
        ),
        swap(r"\b(?:an|the) offender\b(?!'s)", "the victim", fresh=True),
        swap(r"(?<!women )(?<!female )\boffenders\b", "victims", "witnesses", fresh=True),
        swap(r"\bvictims\b(?! of)", "accused persons", fresh=True),
        swap(r"\b(?:persons|people|prisoners) with disabilities\b", "persons over 65", fresh=True),
        swap(r"\bpregnant women\b", "elderly women", fresh=True),
        swap(r"\bmothers\b", "fathers", fresh=True),
        swap(r"\bvolunteers\b", "interpreters", "prison doctors", fresh=True),
        swap(r"\bjuveniles?\b(?! justice)", "elderly persons", fresh=True),
        swap(r"(?<!other )(?<!of the )(?<!prison )\b(?:prison )?staff\b", "visitors", "inspectors", fresh=True),
    ),
    Language.ZH: (
        swap(r"女性?囚犯?", "男囚", "老年囚犯", fresh=True),
        swap(r"妇女", "男子", *_OTHERS_ZH, fresh=True),
        swap(r"女童", "男童", fresh=True),
        swap(r"儿童(?!司法|权利|场所|期)", "成年人", *_OTHERS_ZH, fresh=True),
        swap(r"未成年(?:人|囚犯)", "老年人", fresh=True),
        swap(r"未经?[定受]?[罪审]?[判讯]?的?囚犯", "已定罪囚犯", fresh=True),
        swap(r"(?<![女的年罪人])囚犯(?!档案|的|工|待)", "来访者", "证人", "被害人", fresh=True),
        swap(r"违法者", "被害人", "证人", fresh=True),
        swap(r"(?:受害人|被害人)", "被告人", fresh=True),
        swap(r"残疾人|残疾囚犯", "老年人", fresh=True),
        swap(r"孕妇", "老年妇女", fresh=True),
        swap(r"母亲", "父亲", fresh=True),
        swap(r"志愿者", "口译员", "狱医", fresh=True),
        swap(r"(?:监狱)?工作人员", "来访者", "视察员", fresh=True),
    ),
}
_WIDER = {
    Language.EN: (
        swap(
            r"(?<!other )(?<!juvenile )(?<!breastfeeding )(?<!resident )(?<!foreign )(?<!adult )(?<!sentenced )"
            r"\b(?:women|female|foreign|juvenile|untried|sentenced|convicted|unconvicted|pregnant|indigenous|minority|sick)"
            r" prisoners\b",
            "all prisoners",
            fresh=True,
        ),
        swap(r"\b(?:women|female|juvenile) offenders\b", "all offenders", fresh=True),
        swap(r"^Children\b(?! of| with| who)", "All persons", fresh=True, exact=True),
        swap(r"^(?:Every|Any|A|The) child(?= (?:must|should|has|may)\b)", "any person", fresh=True, exact=True),
        swap(r"\bpregnant women\b|\bnursing mothers\b", "all women", fresh=True),
        swap(r"\bpersons deprived of (?:their )?liberty\b", "all persons", fresh=True),
        swap(r"^Offenders\b", "All persons", fresh=True, exact=True),
        swap(r"^(?:The|An?) offender(?= (?:must|should|has|may)\b)", "any person", fresh=True, exact=True),
        swap(r"\bgirls\b", "all children", fresh=True),
        swap(r"\b(?:victims|child victims)\b(?! of)", "all persons", fresh=True),
        swap(r"(?<!most )\b(?:serious|violent|minor|non-violent|petty) (?:offences|crimes)\b", "all offences", fresh=True),
    ),
    Language.ZH: (
        swap(r"(?<!成年)(?<!籍)女性?囚犯?(?![的犯])", "所有囚犯", fresh=True),
        swap(r"(?:外籍|外国籍|未成年|已判刑的?|未决|已定罪的?|少数群体|土著)囚犯", "所有囚犯", fresh=True),
        swap(r"女性违法者|妇女违法者|女违法者|少年违法者", "所有违法者", fresh=True),
        swap(r"^儿童(?=必须|应当|有权|不)", "所有人", fresh=True),
        swap(r"^(?:每个|任何)?儿童(?=必须|应当|有权)", "任何人", fresh=True),
        swap(r"(?<!、)(?:孕妇|哺乳母亲)(?!、)", "所有妇女", fresh=True),
        swap(r"^违法者(?=必须|应当|有权|不)", "所有人", fresh=True),
        swap(r"残疾囚犯", "所有囚犯", fresh=True),
        swap(r"被剥夺自由(?:的人|者|的任何人)", "所有人", fresh=True),
        swap(r"女童", "所有儿童", fresh=True),
        swap(r"(?:严重|暴力|轻微|非暴力)(?:犯罪|罪行)|轻罪", "一切犯罪", fresh=True),
        swap(r"(?<=[对向为])儿童(?=[^司权场期])", "所有人", fresh=True),
    ),
}

ACTORS = (
    Rewriting(name="actor", slot="actor", labels=EITHER, edits=table(_ACTOR)),
    Rewriting(name="body", slot="actor", labels=EITHER, edits=table(_BODY)),
    Rewriting(name="person", slot="person", labels=EITHER, edits=_subject(_PERSON)),
    Rewriting(name="scope_widened", slot="person", labels=EITHER, edits=table(_WIDER)),
)
