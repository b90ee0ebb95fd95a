"""Who acts and who is protected: the actors and persons that a text names, by one id in English and in Chinese.

The ids are close to the closed lists of `corpus/topics.toml`; everyday names stand beside those of law. Says whom a text
names; refuses to guess who "they" are.
"""

import re
from functools import lru_cache

from corpus.types import Language
from rag.types import Step

_ACTORS = {
    "director": (
        (
            r"directors?(?: of the prison)?|governors?|wardens?|superintendents?|"
            r"head of the (?:prison|institution)"
        ),
        r"监狱长|典狱长|所长|狱长|监狱领导|监狱主管",
    ),
    "physician": (
        (r"physicians?|doctors?|medical officers?|(?:medical|general) practitioners?|GPs?|medics?"),
        r"医生|大夫|狱医(?!疗)|医师|医官",
    ),
    "nurse": (r"nurses?", r"护士|护理"),
    "health staff": (
        (
            r"health[- ]?care (?:\w+ )?(?:staff|professionals?|personnel|workers?|providers?|service)|"
            r"health (?:staff|professionals?|personnel|workers?)|medical (?:staff|personnel|"
            r"professionals?|team)|clinicians?|clinical"
        ),
        r"医护|医务|保健人员|卫生人员|医疗人员|卫生专业",
    ),
    "dentist": (r"dentists?|dental", r"牙医|牙科"),
    "psychologist": (r"psychologists?|psychiatrists?|psychiatric", r"心理学家|精神科|心理医生|精神病医"),
    "staff": (
        r"staff|guards?|officers?|warders?|personnel|employees?|officials?",
        r"工作人员|狱警|看守(?!所)|管教|职员|干警|警卫|警官|公职人员",
    ),
    "police": (r"police\w*|law[- ]enforcement", r"警察|警方|公安|民警|执法"),
    "prosecutor": (r"prosecut(?:ors?|ion service|ing)", r"检察|公诉|检方"),
    "court": (r"judges?|courts?|judicial|judiciary|magistrates?|tribunals?", r"法官|法院|法庭|司法(?!工作)|审判机关"),
    "lawyer": (
        (
            r"lawyers?|counsel|attorneys?|solicitors?|legal (?:advis[eo]rs?|representatives?|"
            r"representation)|defen[cs]e"
        ),
        r"律师|法律顾问|法律代表|辩护人|辩护",
    ),
    "central authority": (
        (
            r"minist(?:ry|ries|ers? of (?:justice|health|the interior))|"
            r"central (?:prison )?(?:administration|authorit\w+)|headquarters|government\w*|cabinet|"
            r"president"
        ),
        r"部长|中央|政府|司法部|总部|内阁|总统",
    ),
    "authority": (
        (
            r"(?:competent|relevant|responsible|appropriate|public)(?: \w+){0,3} (?:authorit\w+|"
            r"bod\w+|agenc\w+)"
        ),
        r"主管",
    ),
    "prison administration": (r"(?:prison|penitentiary) (?:administrations?|managements?)", r"监狱管理|监狱当局"),
    "legislator": (r"parliaments?|legislat\w+|lawmakers?", r"立法|议会|人大|国会"),
    "inspector": (
        (r"inspect\w+|monitors?|monitoring|watchdogs?|ombuds\w+|visiting (?:board|committee)"),
        r"视察|巡视|监察|检查员|监督员|监测",
    ),
    "religious": (
        (
            r"chaplains?|priests?|imams?|clergy|religious representatives?|ministers? of religion|"
            r"pastors?|rabbis?|qualified representatives?"
        ),
        r"宗教代表|神职|牧师|教士|神父|宗教人士|阿訇",
    ),
    "social worker": (r"social (?:work(?:ers?)?|services?|welfare)|welfare", r"社工|社会工作|社会服务|福利"),
    "probation": (r"probation\w*|supervisors?|supervising|parole (?:officers?|boards?)", r"缓刑|监督人|监督官|观护|监督员"),
    "teacher": (r"teachers?|instructors?|educators?|trainers?", r"教师|老师|教员|教导员|教官"),
    "interpreter": (r"interpreters?|translators?", r"口译|翻译|译员"),
    "volunteer": (r"volunteers?", r"志愿|义工"),
    "media": (r"media|press|journalists?|newspapers?|reporters?|broadcasters?", r"媒体|记者|新闻|报刊"),
    "civil society": (
        (
            r"NGOs?|non-governmental|civil society|charit\w+|voluntary (?:bod\w+|organi[sz]ations?|"
            r"agenc\w+)"
        ),
        r"非政府组织|民间|慈善|公益",
    ),
    "private": (
        (
            r"private (?:compan\w+|sector|contractors?|firms?|employers?|employment|prisons?)|"
            r"compan(?:y|ies)|contractors?|employers?|businesses"
        ),
        r"私营|公司|企业|承包|雇主|私人|私立",
    ),
    "researcher": (r"research\w*|academ\w+|universit\w+|scholars?", r"研究|学者|高校|大学"),
    "consul": (r"consul\w*|embass\w+|diplomat\w*", r"领事|使馆|外交"),
    "state": (r"States?(?: part\w+)?|countr(?:y|ies)|Member States?|governments?", r"国家|各国|缔约国|会员国|政府"),
    "assembly": (r"General Assembly|Assembly", r"大会|联大"),
    "secretary-general": (r"Secretary[- ]General|UN chief", r"秘书长"),
    "unodc": (r"UNODC|Office on Drugs and Crime", r"毒品和犯罪问题办公室|毒罪办"),
    "ohchr": (r"OHCHR|High Commissioner", r"高级专员|高专"),
    "council": (r"Human Rights Council|special (?:procedures|rapporteurs?)", r"人权理事会|特别程序|特别报告员"),
    "commission": (r"Commissions?|Congress", r"预防犯罪和刑事司法委员会|预防犯罪大会"),
    "committee": (r"Committee|treaty bod\w+", r"委员会|条约机构"),
}
_PERSONS = {
    "women": (r"wom[ae]n(?:’s|'s)?|females?|ladies", r"女(?!童|儿)|妇"),
    "men": (r"\bm[ae]n(?:’s|'s)?|males?", r"男"),
    "pregnant": (r"pregnan\w*|expectant|prenatal|expecting", r"孕|产前"),
    "breastfeeding": (r"breast-?feed\w*|nursing mothers?|lactating|breastfed", r"哺乳|喂奶|母乳"),
    "mothers": (r"mothers?|mums?|maternal", r"母亲|妈妈|母婴"),
    "fathers": (r"fathers?|dads?", r"父亲|爸爸"),
    "parents": (
        r"parents?|guardians?|carers?|caregivers?|caretakers?|mothers?|fathers?",
        r"父母|监护人|家长|照料者|照顾者|母亲|父亲",
    ),
    "children": (
        (
            r"child(?:ren)?(?:’s|'s)?|kids?|minors?|juveniles?|youths?|teen\w*|young (?:people|"
            r"persons?|offenders?|prisoners?)|infants?|bab(?:y|ies)|adolescents?|under-?age\w*|"
            r"under 18|boys?|sons?|daughters?"
        ),
        r"儿童|孩子|未成年|少年|婴|幼儿|子女|小孩|青少年|未满",
    ),
    "girls": (r"girls?", r"女童|女孩|少女"),
    "adults": (r"adults?|grown-ups?", r"成年(?!前)|大人"),
    "young adults": (r"young adults?|young people over", r"青年"),
    "elderly": (r"elderly|older (?:persons?|prisoners?|people)|aged (?:persons?|prisoners?)|ageing", r"老年|年老|高龄"),
    "disabled": (r"disab\w+|impair\w*|wheelchair", r"残疾|残障|障碍"),
    "mentally ill": (r"mental\w*|psychiatric\w*|psycho-?social\w*", r"精神|心理"),
    "hiv": (r"HIV\w*|AIDS", r"艾滋"),
    "drug users": (r"drug\w*|addict\w*|substance\w*|dependen(?:ce|cy)", r"吸毒|毒品|药物|成瘾|戒毒"),
    "foreigners": (
        (r"foreign\w*|non-nationals?|migrants?|immigrants?|refugees?|stateless|asylum\w*|nationals?"),
        r"外国|外籍|移民|难民|无国籍|庇护",
    ),
    "indigenous": (r"indigenous|aboriginal|native", r"土著|原住民"),
    "minorities": (r"minorit\w+|ethnic\w*|racial\w*", r"少数群体|少数民族|族裔|种族|民族"),
    "untried": (
        (
            r"untried|remand\w*|unconvicted|(?:awaiting|before|pending) trial|pre-?trial|"
            r"not yet (?:been )?(?:tried|convicted)"
        ),
        r"未决|未经审|候审|审前|待审|未受审|还没判",
    ),
    "sentenced": (r"sentenced|convict(?:ed|s)?|serving (?:a |their )?sentences?", r"已决|服刑|被判刑|已判|定罪"),
    "family": (
        (
            r"famil(?:y|ies)|relatives?|next of kin|kin|spouses?|husbands?|wi(?:fe|ves)|partners?|"
            r"loved ones|dependants?"
        ),
        r"家属|家人|亲属|亲人|配偶|丈夫|妻子|伴侣|家庭|家里",
    ),
    "friends": (r"friends?", r"朋友|友人|亲友"),
    "victims": (r"victims?|survivors?", r"受害|被害|幸存"),
    "witnesses": (r"witness(?:es)?(?! (?:account|statement)s?)", r"证人"),
    "suspects": (r"suspect(?:s|ed)?|accused|defendants?", r"嫌疑|被告|被控|涉嫌"),
    "fellow prisoners": (
        (r"(?:fellow|other|another) (?:prisoners?|inmates?|detainees?)|cellmates?"),
        r"其他囚犯|别的囚犯|同监|狱友|其他犯人|别的犯人|其他在押",
    ),
    "visitors": (r"visitors?", r"探访者|访客|探视者|来访者|探监者"),
    "lifers": (r"lifers?|life (?:sentence|imprisonment|prisoner)\w*|long-term", r"终身|无期|长期"),
}
_ALIKE = {
    "physician": {"health staff", "psychologist", "dentist"},
    "nurse": {"health staff", "physician"},
    "health staff": {"physician", "nurse"},
    "psychologist": {"health staff", "mentally ill"},
    "dentist": {"health staff"},
    "mothers": {"parents", "women", "children"},
    "fathers": {"parents", "children"},
    "parents": {"family", "children"},
    "family": {"parents", "mothers", "fathers", "children"},
    "children": {"girls", "parents", "mothers", "young adults"},
    "girls": {"children"},
    "women": {"mothers", "pregnant", "breastfeeding", "girls"},
    "pregnant": {"breastfeeding"},
    "staff": {"police", "director", "probation", "health staff", "prison administration", "volunteer"},
    "police": {"staff"},
    "court": {"prosecutor"},
    "lawyer": {"court"},
    "suspects": {"untried", "prosecutor"},
    "untried": {"suspects"},
    "state": {"central authority", "assembly"},
    "central authority": {"state"},
    "prison administration": {"staff", "director"},
    "inspector": {"staff"},
    "victims": {"witnesses"},
    "civil society": {"private", "volunteer"},
    "adults": {"young adults"},
    "fellow prisoners": {"staff"},
    "probation": {"staff"},
}
"""Names near enough to another to stand for it in a paraphrase."""
_COMPILED = {
    (step, name): {Language.EN: re.compile(rf"\b(?:{en})\b", re.IGNORECASE), Language.ZH: re.compile(zh)}
    for step, table in ((Step.ACTOR, _ACTORS), (Step.PERSON, _PERSONS))
    for name, (en, zh) in table.items()
}


@lru_cache(maxsize=20_000)
def entities(text: str, language: Language) -> dict[tuple[Step, str], tuple[tuple[int, int], ...]]:
    """The actors and persons that a text names, each with its places.

    >>> [name for _, name in entities("A nurse saw the girl.", Language.EN)]
    ['nurse', 'girls']
    """
    found = {key: tuple(m.span() for m in forms[language].finditer(text)) for key, forms in _COMPILED.items()}
    return {key: places for key, places in found.items() if places}


def names(name: str, known: set[str]) -> bool:
    """Whether a person or an actor is among the known ones, itself or by a near name."""
    return name in known or bool(_ALIKE.get(name, set()) & known)
