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
            pattern=r"(?:people|someone|prisoners?|those|men|women)? ?(?:who (?:are"
            r"|is) )?(?:not (?:yet )?(?:been )?(?:convicted|"
            r"sentenced|tried)|(?:still )?(?:awaiting|waiting for|before) (?:their |his |her )?trial|on remand)"
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
_ANYBODY = {
    Language.EN: r"prisoners?|inmates?|detainees?|offenders?|people in (?:prison|jail|custody)|people|someone|somebody|anyone",
    Language.ZH: r"囚犯|犯人|服刑(?:的)?(?:人员|人)|在押(?:人员|的人)|被关(?:押)?的人|罪犯",
}
"""Words for whoever is held, in the place of which a group may be put."""
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


def _compiled(language: Language, group: Group) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The names of a group wherever they stand, and as all that is said."""
    names = _NAMED[language][group].pattern
    bounded = rf"\b(?:{names})\b" if language is Language.EN else rf"(?:{names})"
    whole = _FORM[language].replace("{group}", f"(?:{names})")
    return re.compile(bounded, re.IGNORECASE), re.compile(whole, re.IGNORECASE)


_PATTERNS = {language: {group: _compiled(language, group) for group in named} for language, named in _NAMED.items()}
_GENERIC = {
    Language.EN: re.compile(rf"\b(?:{_ANYBODY[Language.EN]})\b", re.IGNORECASE),
    Language.ZH: re.compile(_ANYBODY[Language.ZH]),
}


def group_named(question: str, language: Language) -> Group | None:
    """The group that is all a question names; None where it says more, or names none.

    >>> group_named("And for women?", Language.EN), group_named("那未决犯呢？", Language.ZH)
    (<Group.WOMEN: 'women'>, <Group.UNTRIED: 'untried'>)
    >>> group_named("And who searches women?", Language.EN) is None
    True
    """
    return next((group for group, (_, whole) in _PATTERNS.get(language, {}).items() if whole.fullmatch(question)), None)


def asked_for(question: str, group: Group, language: Language) -> str | None:
    """The question asked for this group: put in the place of the one group that it speaks of, else of whoever is held.

    >>> asked_for("May prisoners vote?", Group.WOMEN, Language.EN)
    'May women prisoners vote?'
    >>> asked_for("能给孕妇戴手铐吗？", Group.MEN, Language.ZH)
    '能给男犯戴手铐吗？'
    """
    name = _NAMED[language][group].name
    found = {other: pattern.search(question) for other, (pattern, _) in _PATTERNS[language].items()}
    spoken = {other: match for other, match in found.items() if match}
    outer = [one for one in spoken.values() if not any(_within(one, other) for other in spoken.values() if other is not one)]
    if len({match.span() for match in outer}) > 1:
        return None
    match = outer[0] if outer else _GENERIC[language].search(question)
    return f"{question[: match.start()]}{name}{question[match.end() :]}" if match else None


def _within(inner: re.Match[str], outer: re.Match[str]) -> bool:
    """Whether a name is part of a longer one: `women` of `pregnant women`."""
    return outer.start() <= inner.start() and inner.end() <= outer.end() and inner.span() != outer.span()
