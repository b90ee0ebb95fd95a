"""Wrong logic: "and" for "or", "some" for "all", after for before.

"And" becomes "or" only where something is owed, "or" becomes "and" only where nothing is forbidden: elsewhere the two
may come to the same.
"""

from corpus.types import Language, Modality
from eval.mutations.rewriting import CONTRADICTED, DUTIES, EITHER, Rewriting, swap, table
from eval.mutations.types import Sample

_GIVES = frozenset({Modality.SHALL, Modality.SHOULD, Modality.MAY, Modality.MAY_ONLY})
_GROUPS = (
    r"women|men|prisoners|children|offenders|persons|people|victims|staff|States|organizations|other|girls|mothers|families|"
    r"professionals|groups|Governments|adults|norms|freedoms|duties|justice|practice|crime|conditions|political|so|then|thus|that"
)
_FIXED = (
    r"(?<!rights )(?<!prevent )(?<!between )(?<!both )(?<!norms )(?<!standards )(?<!terms )(?<!law )(?<!more )(?<!crime )"
    r"(?<!drugs )(?<!again )(?<!over )(?<!independent )(?<!fair )(?<!women )(?<!men )(?<!vulnerable )"
)
_JUNCTION = {
    Language.EN: (
        swap(rf"(?<=[a-z]) {_FIXED}and (?!(?:{_GROUPS})\b)(?=[a-z]+)", " or ", forces=DUTIES, alone=True),
        swap(rf"(?<=[a-z]), and (?!(?:{_GROUPS})\b)(?=[a-z])", ", or ", forces=DUTIES, alone=True),
        swap(
            r"(?<=[a-z]) (?<!one )(?<!whether )(?<!either )(?<!more )(?<!less )or "
            r"(?=(?:by|to|in|on|the|a|an|another|under|from) )",
            " and ",
            forces=_GIVES,
            alone=True,
        ),
        swap(r"(?<=\b[Ww]hen )(?P<a>[^,.]*ed) or (?P<b>\w+ed\b)", r"\g<a> and \g<b>", forces=_GIVES),
        swap(r"\beither (?P<one>[a-z -]+) or\b", r"both \g<one> and", alone=True),
    ),
    Language.ZH: (
        swap(
            r"(?<=[\u4e00-\u9fff])(?<!毒品)(?:和|以及|及)(?!其|平|解|谐|或|（|时|早|文化权|自由|违法者|妇女|儿童|囚犯|女|非政府|组织|机构)"
            r"(?=[\u4e00-\u9fff])",
            "或",
            forces=DUTIES,
            alone=True,
        ),
        swap(r"(?P<duty>(?:必须|应当)[^。，]*)，并(?!且?不|非|在)", r"\g<duty>，或者", forces=DUTIES, alone=True),
        swap(r"(?<=[生官关院长门构])或者?(?=[\u4e00-\u9fff]{2,12}(?:必须|应当|可以|的))", "和", forces=_GIVES, alone=True),
        swap(r"由(?P<one>[^，。或]{2,8})或者?(?=[\u4e00-\u9fff])", r"由\g<one>和", forces=_GIVES, alone=True),
    ),
}
_QUANTIFIER = {
    Language.EN: (
        swap(r"^All (?=[a-z])", "Only some ", exact=True),
        swap(
            r"\b(?<!at )(?<!after )(?<!above )(?<!in )all (?!other|through|the\b|over|those)(?=[a-z]+s\b)",
            "only some ",
            exact=True,
        ),
        swap(r"(?<!above )\ball the\b", "only some of the", exact=True),
        swap(r"\ball other\b", "certain other", exact=True),
        swap(r"^(?:Every|Each) (?=[a-z])", "Not every ", exact=True),
        swap(
            r"\b(?P<to>by|for|of|to) (?:every|each) (?P<who>prisoner|person|State|institution|offender)\b",
            r"\g<to> some \g<who>s only",
            exact=True,
        ),
        swap(r"^(?:Any|Anyone) (?=[a-z])(?!other)", "Not every ", exact=True),
        swap(r"^No (?=(?:child|prisoner|person|woman|offender|one))", "Hardly any ", exact=True),
        swap(
            r"\bevery (?P<what>necessary|possible|appropriate|effective) (?P<thing>\w+)\b", r"at least one \g<what> \g<thing>"
        ),
        swap(r"\b(?:some|many|several|certain) (?=\w+s\b)(?!times)", "all ", exact=True),
        swap(r"^(?:Some|Many|Several|Certain) (?=\w+)", "All ", exact=True),
        swap(r"\bmost (?=\w+s\b)", "all ", exact=True),
        swap(r"\beveryone\b|\beverybody\b|\banyone\b", "hardly anyone"),
        swap(r"\bfully\b", "partly"),
        swap(r"\bwholly\b|\bentirely\b", "partly"),
        swap(r"\bfull(?= access| respect| participation| protection| enjoyment| range| implementation)", "partial"),
        swap(r"\bequally\b", "to a lesser degree"),
    ),
    Language.ZH: (
        swap(r"(?:所有|全部|一切|全体)(?!的$)(?=[\u4e00-\u9fff]{2,})", "一部分"),
        swap(r"每(?:一名|一个|个|名|一)(?=[\u4e00-\u9fff])(?![月年天次])", "个别"),
        swap(r"任何人", "只有某些人"),
        swap(r"人人", "只有部分人"),
        swap(r"(?<=[^何])(?:一些|有些|许多|某些|若干|很多)(?=[\u4e00-\u9fff]{2})", "所有"),
        swap(r"^(?:一些|有些|许多|某些|若干)", "所有"),
        swap(r"(?:多数|大多数|大部分)", "全部"),
        swap(r"一律", "大多"),
        swap(r"(?<=[犯童人者国])都(?=必须|应|有权|能)", "未必都"),
        swap(r"充分", "有限地"),
        swap(r"完全(?!平)", "部分"),
        swap(r"^(?P<start>[^不未没无]*)任何(?=[\u4e00-\u9fff])(?!人)(?=[^不未没无]*$)", r"\g<start>某些"),
        swap(r"平等地?", "较低程度地"),
    ),
}


def _no_exception(sample: Sample) -> bool:
    """Whether a claim is free of "without exception", which contradicts "some" within the claim."""
    return not any(words in sample.text for words in ("without exception", "not all", "没有例外", "无例外"))


_TIME = {
    Language.EN: (
        swap(
            r"(?<!than )\bbefore\b(?![.]| and | trial, during)"
            r"(?! (?:a|the|an) (?:court|judge|competent|judicial|tribunal)| judicial| (?:courts|any court))",
            "after",
            alone=True,
        ),
        swap(r"(?<!before and )(?<!trial and )\bafter\b(?! all)", "before", alone=True),
        swap(r"\bprior to\b", "after"),
        swap(r"\bin advance\b|\bbeforehand\b", "afterwards"),
        swap(r"(?<!in )\b(?:on|upon|at) (?:admission|arrival|entry)\b", "on release"),
        swap(r"\b(?:on|upon|at) (?:their |his or her )?release\b", "on admission"),
        swap(
            r"\b[Dd]uring (?=imprisonment|detention|the |pregnancy|trial|proceedings|questioning|investigation|transfer|a )",
            "after ",
            alone=True,
        ),
        swap(
            r"\bat the (?:earliest|beginning|start|outset)(?: possible)?(?= (?:of|stage|opportunity|time))",
            "at the end",
            fresh=True,
        ),
        swap(r"\bat the earliest (?:possible )?(?:time|stage|opportunity)\b|\bat an early stage\b", "at the last stage"),
        swap(r"\bpre-?trial\b", "post-trial"),
        swap(r"\buntil\b", "only after"),
        swap(r"\bfollowing (?=arrest|release|their|the |an |admission|conviction)", "before "),
        swap(r"\bthroughout\b", "only after"),
        swap(r"\bat the time of\b", "long after"),
        swap(r"\bas soon as (?=\w+ (?:is|are|has|have)\b)", "long before "),
    ),
    Language.ZH: (
        swap(r"(?<=[\u4e00-\u9fff])之前", "之后", alone=True),
        swap(r"(?<=[\u4e00-\u9fff])之后", "之前", alone=True),
        swap(r"(?<=[审监狱释放判刑决使用定行用罪理施置取送成生讯捕押令入到])前(?=[，、的必应可就要须。])", "后", alone=True),
        swap(r"(?<=[审监狱释放判刑决使用定行用罪理施置取送成生讯捕押令入到])后(?=[，、的必应可就要须。])", "前", alone=True),
        swap(r"(?<!不)(?:事先|预先)", "事后"),
        swap(r"事后", "事先"),
        swap(r"(?:入监|入狱|收监)(?:时|之时)", "出狱时"),
        swap(r"(?:出狱|释放|获释)时", "入狱时"),
        swap(r"审前", "审后"),
        swap(r"(?<=[\u4e00-\u9fff]{2})期间", "结束以后", alone=True),
        swap(r"(?:最早阶段|早期阶段|初期)", "最后阶段"),
        swap(r"(?:过程中|进行中)", "结束以后"),
    ),
}

LOGIC = (
    Rewriting(name="junction", slot="junction", labels=EITHER, edits=table(_JUNCTION)),
    Rewriting(name="quantifier", slot="quantifier", labels=CONTRADICTED, edits=table(_QUANTIFIER, _no_exception)),
    Rewriting(name="time_order", slot="time", labels=CONTRADICTED, edits=table(_TIME)),
)
