"""Wrong amounts: another number, another unit, another length of time, at most for at least, seldom for often.

References ("rule 43", "第43条"), dates and years are left alone: they are the locators' business.
"""

import re
from collections.abc import Iterator
from random import Random

from corpus.types import Language
from eval.mutations.rewriting import CONTRADICTED, EITHER, Edit, Rewriting, swap, table
from eval.mutations.types import Sample

_WORDS = dict(
    zip(
        """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty""".split(),
        range(2, 21),
        strict=True,
    )
)
_WORD_OF = {value: word for word, value in _WORDS.items()}
_HAN = dict(
    zip(
        "两 三 四 五 六 七 八 九 十 十二 十四 十五 十六 十八 二十".split(), (*range(2, 11), 12, 14, 15, 16, 18, 20), strict=True
    )
)
_HAN_OF = {value: word for word, value in _HAN.items()}
_AGES = (10, 12, 14, 16, 18, 21, 25)
_NO_NUMBER = (
    r"(?<![\w/.(-])(?<![Rr]ule )(?<![Rr]ules )(?<!article )(?<!articles )(?<!section )(?<!paragraph )(?<!paragraphs )(?<!No\. )"
    r"(?<!resolution )(?<!resolutions )(?<!comment )(?<!recommendation )(?<!observation )(?<!and )(?<!to )"
)
_ENGLISH = re.compile(
    rf"{_NO_NUMBER}(?P<number>\d{{1,3}}|{'|'.join(_WORDS)})(?![\w/(.-]|,\d|\s*\(|th\b)"
    r"(?! to \d+ [A-Z])(?! (?:January|February|March|April|May|June|July|August|September|October|November|December))"
)
_CHINESE = re.compile(
    rf"(?<![第\d年月./规则零至和、-])(?P<number>\d{{1,3}}|{'|'.join(sorted(_HAN, key=len, reverse=True))})"
    r"(?=多?(?:个?小时|天|日(?!期)|周|个?星期|个月|年|周岁|岁|次|名|人(?!权)|%|倍|个|类|项|种))"
)
_CHINESE_DATE = re.compile(r"\d{4}年(?:\d+月)?(?:\d+日)?|\d+月\d+日|第[\d一二三四五六七八九十]+\S")
_OLD_NUMBERS = re.compile(r"\bold rules?\b|旧规则|原规则|（旧")
_AGE = re.compile(r"\b(?:age[ds]?|birthday|turn(?:s|ed|ing)?|young|old|children|child|juveniles?)\b|岁")


def _numbers(sample: Sample, random: Random) -> Iterator[Edit]:
    """Another number, written as the first was; plural stays plural."""
    if _OLD_NUMBERS.search(sample.text):
        return
    chinese = sample.language is Language.ZH
    hidden = [match.span() for match in _CHINESE_DATE.finditer(sample.text)] if chinese else []
    for match in (_CHINESE if chinese else _ENGLISH).finditer(sample.text):
        if any(start <= match.start() < end for start, end in hidden):
            continue
        written = match["number"]
        value = int(written) if written.isdigit() else (_HAN if chinese else _WORDS)[written]
        if value < 2:
            continue
        age = 10 <= value <= 25 and bool(_AGE.search(sample.text))
        for other in _others(value, age=age, random=random):
            put = str(other) if written.isdigit() else (_HAN_OF if chinese else _WORD_OF).get(other, str(other))
            yield Edit(start=match.start(), end=match.end(), put=put, fresh=put)


def _others(value: int, *, age: bool, random: Random) -> list[int]:
    """Numbers that one might mistake a number for, all different from it and above one."""
    near = _AGES if age else (value * 2, value * 3, value + 1, value + random.randint(2, 6), value // 2)
    return [other for other in dict.fromkeys(near) if other > 1 and other != value]


_COUNT_EN = rf"(?P<count>(?:\d+|{'|'.join(_WORDS)})(?: (?:consecutive|full|working|calendar))?)"
_COUNT_ZH = rf"(?P<count>\d+|{'|'.join(sorted(_HAN, key=len, reverse=True))})"
_FEW = r"(?P<count>[2-9]|[3-9]\d|27|two|three|four|five|ten)"  # no ages
_UNITS = {
    Language.EN: (
        swap(rf"\b{_COUNT_EN} hours(?! (?:a|per|each|every) day)", r"\g<count> days", r"\g<count> weeks"),
        swap(rf"\b{_COUNT_EN} days", r"\g<count> weeks", r"\g<count> months", r"\g<count> hours"),
        swap(rf"\b{_COUNT_EN} months", r"\g<count> weeks", r"\g<count> years"),
        swap(rf"\b{_COUNT_EN} weeks", r"\g<count> days", r"\g<count> months"),
        swap(rf"(?<![\d-])\b{_FEW} years(?! old| of age|-old)", r"\g<count> months", r"\g<count> weeks"),
        swap(r"(?<=hours )(?:a|per|each|every) day\b", "a week", "a month"),
        swap(r"(?<=hour )(?:a|per|each|every) day\b", "a week", "a month"),
        swap(r"\bevery day\b", "every month"),
        swap(r"\bdaily\b(?= access| contact| exercise| visits?)", "monthly", "yearly"),
    ),
    Language.ZH: (
        swap(rf"{_COUNT_ZH}个?小时(?=之?内)", r"\g<count>天", r"\g<count>周"),
        swap(rf"(?<![月至到\d]){_COUNT_ZH}(?:天|日(?!期))", r"\g<count>周", r"\g<count>个月", r"\g<count>小时"),
        swap(rf"{_COUNT_ZH}个月", r"\g<count>周", r"\g<count>年"),
        swap(r"(?<!\d)(?P<count>\d{1,2}|[两三五六七八九十])年(?![初代龄])", r"\g<count>个月", r"\g<count>周"),
        swap(r"每[天日](?=.{0,12}小时)", "每周", "每月"),
        swap(r"每[天日]", "每月", "每年"),
    ),
}
_DURATIONS = {
    Language.EN: (
        swap(
            r"\b(?:immediately|without delay|at once|as soon as (?:possible|practicable)|promptly)\b(?! after)",
            "within thirty days",
            "within three months",
            fresh=True,
        ),
        swap(
            r"\b(?:of|for) the shortest (?:appropriate |possible )?(?:period|time|duration)(?: of time)?\b",
            "for at least six months",
            fresh=True,
        ),
        swap(r"\bwithin a reasonable (?:time|period)(?: of time)?\b", "within one year", "within ten days", fresh=True),
        swap(
            r"\b(?:\d+|fifteen|seven|ten|two|three|six|twelve) (?:consecutive |full )?(?:days|hours|weeks|months)\b",
            "six weeks",
            "ten months",
            fresh=True,
        ),
        swap(r"\bfor (?:a limited|a short|a prolonged) (?:time|period)\b", "for up to five years", fresh=True),
        swap(
            r"(?:\bat regular intervals|\bregularly|\bperiodically)(?=[,.]| to | by | at | on | and )",
            "every ten years",
            fresh=True,
        ),
        swap(r"\bfor (?:as long as|so long as|the time) (?:is )?(?:strictly )?necessary\b", "for three months"),
    ),
    Language.ZH: (
        swap(
            r"(?<=[必须应当可以得，])(?:立即|尽快|及时|迅速|毫不拖延地?|马上)(?![、的和])",
            "在三十天内",
            "在三个月内",
            fresh=True,
        ),
        swap(r"在合理(?:的)?(?:时间|期限|期间)内", "在一年内", "在十天内", fresh=True),
        swap(
            r"(?<![月\d])(?:\d+|[两三六七十]|十五|十二)(?:个?小时|天|周|个月)(?=之?内|以上|。|，)", "六周", "十个月", fresh=True
        ),
        swap(
            r"时间须?(?:应|必须)?(?:为|是)?(?:尽可能短|最短(?:适当|的适当)?(?:期间|时间|期限)?)", "时间至少为六个月", fresh=True
        ),
        swap(r"(?<=[必须应当并，])定期", "每十年", fresh=True),
    ),
}
_BOUNDS = {
    Language.EN: (
        swap(r"\bat least\b(?! (?:in|as))", "at most"),
        swap(r"\b(?:at most|no more than|not more than)\b", "at least"),
        swap(r"\b(?:not less|no less|not fewer) than\b", "no more than"),
        swap(r"(?<!no )(?<!not )\bmore than\b", "less than"),
        swap(r"(?<!no )(?<!not )\b(?:less|fewer) than\b", "more than"),
        swap(r"\bno longer than\b", "no less than"),
        swap(r"\blonger than\b", "shorter than"),
        swap(r"\bwithin (?=\d+ |a reasonable|one )", "no sooner than "),
        swap(r"\b(?:under|below) (?=the age of|\d)", "over "),
        swap(r"\b(?:over|above) (?=the age of|\d)", "under "),
        swap(r"\bolder than\b", "younger than"),
        swap(r"\bup to\b(?= \d)", "from"),
        swap(r"\bminimum(?= age| period| number| time)", "maximum"),
        swap(r"\bshortest\b", "longest"),
        swap(r"\blowest\b", "highest"),
        swap(r"\bto a minimum\b|\bto the minimum\b", "to the maximum"),
        swap(r"\bas short as\b", "as long as"),
        swap(r"\bas (?:soon|early) as possible\b", "as late as possible"),
        swap(r"\b(?P<n>\d+|fifteen) (?P<u>days|hours|years) or (?:more|older)\b", r"\g<n> \g<u> or less"),
        swap(r"\blast resort\b", "first resort"),
    ),
    Language.ZH: (
        swap(r"至少", "至多"),
        swap(r"(?:至多|最多)", "至少"),
        swap(r"不得?超过", "不得少于"),
        swap(r"(?<!不)(?<!不得)超过(?=\d|[一两三四五六七八九十])", "少于"),
        swap(r"不得?[少低]于", "不得高于"),
        swap(r"(?<=小时)之?内|(?<=天)之?内|(?<=日)之?内|(?<=期限)内|(?<=时间)内", "之后"),
        swap(r"[不未]满(?=\d)", "已满"),
        swap(r"以上(?=的|$|。|，)", "以下"),
        swap(r"以下(?=的人|的儿童|儿童|的，)", "以上"),
        swap(r"最短", "最长"),
        swap(r"尽可能短", "尽可能长"),
        swap(r"最低(?=刑事责任|刑责|年龄)", "最高"),
        swap(r"最后手段", "首选手段"),
        swap(r"尽早|尽快", "尽量推迟"),
        swap(r"减少到最低|降到最低|减至最低|降至最低", "提高到最高"),
    ),
}
_FREQUENCIES = {
    Language.EN: (
        swap(r"\bregularly\b", "occasionally", "rarely", fresh=True),
        swap(
            r"\b(?:a )?regular(?= (?:review|visit|inspection|report|exchange|contact|training|basis|monitoring|evaluation|"
            r"check|assessment|meeting|medical|supervis|and )\w*)",
            "occasional",
            fresh=True,
        ),
        swap(r"\b(?:frequently|often)\b", "rarely", fresh=True),
        swap(r"\b(?:daily|every day|each day)\b", "once a month", fresh=True, exact=True),
        swap(r"\bat all times\b", "at certain times", fresh=True),
        swap(r"(?<!and )\balways\b", "sometimes", fresh=True),
        swap(r"\b(?:continuous|ongoing|constant)\b", "one-off", fresh=True),
        swap(r"\b(?:continuously|constantly)\b", "now and then", fresh=True),
        swap(r"\bat regular intervals\b|\bperiodically\b", "a single time", fresh=True),
        swap(r"(?<!universal )\bperiodic\b", "one-off", fresh=True),
        swap(r"\bevery (?P<n>\d+|two|three|five) years\b", r"only once in \g<n> decades"),
        swap(r"\btwice\b", "once", fresh=True),
        swap(r"\bin every case\b|\bin all cases\b", "in rare cases", fresh=True),
        swap(r"\bsometimes\b|\bin some cases\b", "always", fresh=True),
        swap(r"\brarely\b|\bin exceptional cases\b", "routinely", fresh=True),
        swap(r"\b(?:all through|throughout)\b", "only at the start of", fresh=True),
    ),
    Language.ZH: (
        swap(r"(?<!不)定期", "偶尔", "不定期地", fresh=True),
        swap(r"(?:经常|时常)(?!性)", "很少", fresh=True),
        swap(r"每[天日]都", "每月才", fresh=True),
        swap(r"每[天日](?!都)", "每月一次", fresh=True),
        swap(r"(?<!限制儿童)(?:始终|时刻|随时|一直)", "有时", fresh=True),
        swap(r"(?:不断|持续)(?=[^性]{1,6}[。，])", "偶尔", fresh=True),
        swap(r"(?:有时|在有些情况下|在某些情况下)", "始终", fresh=True),
        swap(r"很少", "总是", fresh=True),
        swap(r"在(?:任何|一切|所有)情况下(?![^。]{0,24}都)", "在个别情况下", fresh=True),
        swap(r"任何时候", "某些时候", fresh=True),
        swap(r"整个(?=[^。]{0,8}(?:期间|过程))", "部分", fresh=True),
        swap(r"两次", "一次", fresh=True),
        swap(r"每(?P<n>[\d两三五])年", r"每\g<n>0年"),
    ),
}

QUANTITIES = (
    Rewriting(name="number", slot="number", labels=EITHER, edits=_numbers),
    Rewriting(name="unit", slot="unit", labels=EITHER, edits=table(_UNITS)),
    Rewriting(name="duration", slot="number", labels=EITHER, edits=table(_DURATIONS)),
    Rewriting(name="bound", slot="quantifier", labels=CONTRADICTED, edits=table(_BOUNDS)),
    Rewriting(name="frequency", slot="time", labels=EITHER, edits=table(_FREQUENCIES)),
)
