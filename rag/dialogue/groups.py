"""Follow-ups that only name another group of people: "and for women?" asks the question before for that group.

The group takes the place of the one that the question speaks of. English and Chinese. Refuses where it speaks of several.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.types import Language


class Group(StrEnum):
    """People for whom the standards have rules of their own, and those that are set against them."""

    PREGNANT = "pregnant"
    UNTRIED = "untried"
    CONVICTED = "convicted"
    FOREIGN = "foreign"
    ILL = "ill"
    DISABLED = "disabled"
    OLD = "old"
    DEBTORS = "debtors"
    ADULTS = "adults"
    CHILDREN = "children"
    WOMEN = "women"
    MEN = "men"


_HELD = r" (?:prisoners?|inmates?|detainees?|offenders?|people|persons?|women|girls?|mothers?)"
_ARTICLE = re.compile(r"\ban? $", re.IGNORECASE)
_PEOPLE = r"(?: (?:prisoners?|inmates?|detainees?|offenders?|people|persons?|ones?|women|wom[ae]n prisoners?))?"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """How a group is named: a pattern of its names, and the name that is put in another's place."""

    pattern: str
    name: str


_NAMED: Mapping[Language, Mapping[Group, _Words]] = {
    Language.EN: {
        Group.PREGNANT: _Words(
            pattern=rf"pregnant{_PEOPLE}|expect(?:ing|ant) mothers?|mothers[- ]to[- ]be", name="pregnant women prisoners"
        ),
        Group.UNTRIED: _Words(
            pattern=r"(?:people|someone|prisoners?|those|men|women)? ?(?:who (?:are|is) )?"
            r"(?:not (?:yet )?(?:been )?(?:convicted|sentenced|tried)"
            r"|(?:still )?(?:awaiting|waiting for|before) (?:their |his |her )?trial|on remand)"
            rf"|(?:untried|unconvicted|remand|pre-?trial){_PEOPLE}",
            name="untried prisoners",
        ),
        Group.CONVICTED: _Words(
            pattern=rf"(?:convicted|sentenced){_PEOPLE}|(?:people|those|prisoners?) (?:who are |already )?(?:convicted"
            rf"|sentenced)",
            name="convicted prisoners",
        ),
        Group.FOREIGN: _Words(pattern=rf"foreign(?:ers?|{_PEOPLE}| nationals?)|non-?nationals?", name="foreign prisoners"),
        Group.ILL: _Words(
            pattern=rf"mentally ill{_PEOPLE}|(?:people|prisoners?|someone|those) with mental (?:illness|health problems?)",
            name="mentally ill prisoners",
        ),
        Group.DISABLED: _Words(
            pattern=rf"disabled{_PEOPLE}|(?:people|prisoners?|persons?|someone|those) with (?:a )?disabilit(?:y|ies)",
            name="prisoners with disabilities",
        ),
        Group.OLD: _Words(pattern=rf"(?:old|older|elderly){_PEOPLE}|the old", name="elderly prisoners"),
        Group.DEBTORS: _Words(pattern=r"debtors?|civil prisoners?|people jailed for debts?", name="civil prisoners"),
        Group.ADULTS: _Words(pattern=rf"adult{_PEOPLE}|adults|grown-?ups?", name="adult prisoners"),
        Group.CHILDREN: _Words(
            pattern=r"child(?:ren)?|kids?|minors?|juveniles?|boys?|girls?|teen(?:ager)?s?|youths?"
            r"|young (?:people|persons?|offenders?|prisoners?|ones)|under-?18s?|underage (?:people|kids?)",
            name="children",
        ),
        Group.WOMEN: _Words(
            pattern=rf"female{_PEOPLE}|females|wom[ae]n(?: prisoners?| inmates?)?|mothers?|ladies", name="women prisoners"
        ),
        Group.MEN: _Words(pattern=rf"male{_PEOPLE}|males|m[ae]n(?: prisoners?)?|fathers?|dads?", name="male prisoners"),
    },
    Language.ZH: {
        Group.PREGNANT: _Words(pattern=r"怀孕的?(?:女犯|女囚|妇女|女的|囚犯|犯人)?|孕妇|孕期女犯", name="怀孕的女犯"),
        Group.UNTRIED: _Words(
            pattern=r"未决犯|未决(?:囚犯|的)?|(?:还)?没(?:有)?判(?:刑|决)?的(?:人|犯人|囚犯)?|(?:在押)?候审的?(?:人|犯人)?"
            r"|审前羁押的?(?:人|囚犯)?|待审的?(?:人|囚犯)?|未定罪的?(?:人|囚犯)?",
            name="未决犯",
        ),
        Group.CONVICTED: _Words(
            pattern=r"已决犯|(?:已经?)?判(?:了|刑|过)的(?:人|犯人|囚犯)?|已定罪的(?:人|囚犯)?", name="已判刑的囚犯"
        ),
        Group.FOREIGN: _Words(pattern=r"外国(?:人|籍)?(?:的)?(?:囚犯|犯人)?|外籍(?:囚犯|犯人|人)?|老外", name="外国囚犯"),
        Group.ILL: _Words(
            pattern=r"(?:有|得了?)?精神(?:疾病|病|障碍)(?:的)?(?:人|患者|囚犯|犯人)?|精神有问题的(?:人)?", name="有精神病的囚犯"
        ),
        Group.DISABLED: _Words(pattern=r"残疾(?:人|的)?(?:囚犯|犯人)?|残障(?:人士|的)?(?:囚犯|犯人)?", name="残疾囚犯"),
        Group.OLD: _Words(pattern=r"老年(?:人|囚犯|犯人)|老人|年纪大的(?:人|囚犯|犯人)?|上了?年纪的(?:人)?", name="老年囚犯"),
        Group.DEBTORS: _Words(pattern=r"欠债(?:坐牢)?的(?:人)?|民事(?:囚犯|犯人|被拘留者)", name="民事囚犯"),
        Group.ADULTS: _Words(pattern=r"(?<!未)成年(?:人|犯|囚犯|犯人)|(?<!未)成人|大人", name="成年囚犯"),
        Group.CHILDREN: _Words(
            pattern=r"未成年(?:人|犯|的)?(?:囚犯|犯人)?|青少年|少年(?:犯|囚犯)?|孩子|小孩|儿童|男孩|女孩|娃娃?", name="未成年人"
        ),
        Group.WOMEN: _Words(pattern=r"女(?:性|的)?(?:囚犯|犯人|犯|囚)|女性|女的|女人|妇女|妈妈|母亲", name="女犯"),
        Group.MEN: _Words(pattern=r"男(?:性|的)?(?:囚犯|犯人|犯|囚)|男性|男的|男人|爸爸|父亲", name="男犯"),
    },
}
_SPOKEN_OF: Mapping[Language, Mapping[Group, str]] = {
    Language.EN: {
        Group.PREGNANT: rf"pregnant{_HELD}|expectant mothers?",
        Group.UNTRIED: rf"(?:untried|unconvicted|remand){_HELD}|pre-?trial detainees?|people (?:on remand|awaiting trial)",
        Group.CONVICTED: rf"(?:convicted|sentenced){_HELD}",
        Group.FOREIGN: rf"foreigners?|foreign(?:{_HELD}| nationals?)",
        Group.ILL: rf"mentally ill{_HELD}|(?:people|prisoners?) with mental (?:illness|health problems?)",
        Group.DISABLED: rf"disabled{_HELD}|(?:people|prisoners?|persons?) with (?:a )?disabilit(?:y|ies)",
        Group.OLD: rf"(?:older|elderly){_HELD}",
        Group.DEBTORS: r"debtors?|civil prisoners?",
        Group.ADULTS: rf"adults?(?! \w*(?:court|prison|jail|system|life))|adult{_HELD}",
        Group.CHILDREN: r"child(?:ren)?|kids?|minors|juveniles?|boys?|girls?|teen(?:ager)?s?|young (?:people|offenders?"
        r"|prisoners?)",
        Group.WOMEN: rf"wom[ae]n(?: prisoners?| inmates?)?|female{_HELD}",
        Group.MEN: rf"m[ae]n(?: prisoners?| inmates?)?|male{_HELD}",
    },
    Language.ZH: {
        Group.PREGNANT: r"怀孕的?(?:女犯人?|女囚犯?|妇女)|孕妇",
        Group.UNTRIED: r"未决(?:囚犯|犯人|犯)|候审的?(?:犯人|囚犯|人)",
        Group.CONVICTED: r"已决犯|已判刑的?(?:犯人|囚犯|人)",
        Group.FOREIGN: r"外国(?:囚犯|犯人|人)|外籍(?:囚犯|犯人)",
        Group.ILL: r"(?:有)?精神(?:疾病|病|障碍)的?(?:囚犯|犯人|患者|人)",
        Group.DISABLED: r"残疾(?:囚犯|犯人|人)",
        Group.OLD: r"老年(?:囚犯|犯人|人)",
        Group.DEBTORS: r"民事囚犯",
        Group.ADULTS: r"(?<!未)成年(?:囚犯|犯人|犯|人)",
        Group.CHILDREN: r"未成年(?:囚犯|犯人|犯|人)|青少年|少年犯|孩子|小孩|儿童|男孩|女孩",
        Group.WOMEN: r"女(?:囚犯|犯人|犯|囚)|妇女|女性",
        Group.MEN: r"男(?:囚犯|犯人|犯|囚)|男性",
    },
}
"""People of a group as those that a question is about: with a noun of their own, no adjective of another word."""
_ANYBODY = {
    Language.EN: r"prisoners?|inmates?|detainees?|people in (?:prison|jail|custody)|someone|somebody|anyone",
    Language.ZH: r"囚犯|犯人|服刑(?:的人|人员|人)|在押(?:人员|的人)|被关(?:押)?的人",
}
"""Words for whoever is held, in the place of which a group may be put."""
_OWNED = {
    Language.EN: r"(?<!their )(?<!his )(?<!her )(?<!my )(?<!our )(?<!your )(?<!['’]s )(?<!and )(?<!or )",
    Language.ZH: r"(?<![的男女跟和与])",
}
"""Kin and others' own are no group that is asked about."""
_PART = {
    Language.EN: r"(?!['’]s?\b| (?:guards?|officers?|staff|prisons?|jails?|courts?|wings?|cells?|language|breach\w*|and|or)\b)",
    Language.ZH: r"(?!们?(?:犯罪|期间|法庭|司法|使馆|监狱|看守所|监区|狱警|看守|的孩子|的家|和|与|跟|或))",
}
"""Behind it nothing that makes it part of another name, or one of two."""
_FORM = {
    Language.EN: r"\W*(?:(?:and|but|so|then|ok(?:ay)?|what|how|also|even|only)\b[, ]*)*"
    r"(?:(?:about|for|with|in the case of|is (?:it|that) (?:any )?(?:the same|different|true) (?:for|with)"
    r"|(?:does|do|would) (?:that|it|this|the same) (?:also )?(?:apply|go|hold|count|work) (?:to|for)|(?:the )?same for"
    r"|if (?:it|she|he|they)(?:['’]s|['’]re| is| are| was| were)|when (?:it|she|he|they)(?:['’]s|['’]re| is| are))\s+)*"
    r"(?:an?|the|those|these|my|our|all)?\s*{group}(?:\s+(?:too|as well|also|then|in general|in prison))*\W*",
    Language.ZH: r"\W*(?:那么?|还有|换[成作做]|如果是?|要是|假如是|对于?|关于|只有|连|就连)*(?:是)?(?:个|一个)?{group}们?"
    r"(?:也|都)?(?:是|有)?(?:这样|一样|适用|可以|能|行|算数?|不行|不能|有特别的?(?:规定)?|什么特别的?(?:规定)?|享有这个权利"
    r"|有这个权利)?的?[呢吗么嘛]?\W*",
}
"""What follow-ups look like that say nothing but the group."""


def _whole(language: Language, group: Group) -> re.Pattern[str]:
    """The names of a group as all that is said."""
    return re.compile(_FORM[language].replace("{group}", f"(?:{_NAMED[language][group].pattern})"), re.IGNORECASE)


def _within(language: Language, words: str) -> re.Pattern[str]:
    """Such people where a question is about them."""
    bounded = rf"\b(?:{words})\b" if language is Language.EN else rf"(?:{words})"
    return re.compile(f"{_OWNED[language]}{bounded}{_PART[language]}", re.IGNORECASE)


_WHOLE = {language: {group: _whole(language, group) for group in named} for language, named in _NAMED.items()}
_ABOUT = {language: _within(language, "|".join(groups.values())) for language, groups in _SPOKEN_OF.items()}
_HOLDS = {language: re.compile("|".join(groups.values()), re.IGNORECASE) for language, groups in _SPOKEN_OF.items()}
_GENERIC = {language: _within(language, words) for language, words in _ANYBODY.items()}


def group_named(question: str, language: Language) -> Group | None:
    """The group that is all a question names; None where it says more, or names none.

    >>> group_named("And for women?", Language.EN), group_named("那未决犯呢？", Language.ZH)
    (<Group.WOMEN: 'women'>, <Group.UNTRIED: 'untried'>)
    >>> group_named("And who searches women?", Language.EN) is None
    True
    """
    return next((group for group, whole in _WHOLE.get(language, {}).items() if whole.fullmatch(question)), None)


def asked_for(question: str, group: Group, language: Language) -> str | None:
    """The question asked for this group: put in the place of the one group that it speaks of, else of whoever is held.

    >>> asked_for("May prisoners vote?", Group.WOMEN, Language.EN)
    'May women prisoners vote?'
    >>> asked_for("能给孕妇戴手铐吗？", Group.MEN, Language.ZH)
    '能给男犯戴手铐吗？'
    """
    about = list(_ABOUT[language].finditer(question))
    found = about or list(_GENERIC[language].finditer(question))[:1]
    if len(found) != 1:
        return None
    (match,) = found
    others = _GENERIC[language].finditer(question) if about else _HOLDS[language].finditer(question)
    if sum(other.end() <= match.start() or match.end() <= other.start() for other in others) > (not about):
        return None
    before, name = question[: match.start()], _NAMED[language][group].name
    if article := _ARTICLE.search(before):
        name = _singular(name)
        before = f"{before[: article.start()]}{'an' if name[0] in 'aeiou' else 'a'} "
    return f"{before}{name}{question[match.end() :]}"


def _singular(name: str) -> str:
    """One of a group: of "women prisoners" it is "woman prisoner"."""
    first, _, rest = name.partition(" ")
    one = {"women": "woman", "children": "child"}.get(first, first)
    return f"{one} {rest}".strip().replace("women ", "woman ").replace("prisoners", "prisoner")
