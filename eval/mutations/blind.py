"""Beside the other operators: errors thought up by someone who had not read the checker, so that they test it blind.

It edits words by its own tables and looks at nothing but the claim and its siblings in the pool. It refuses to touch the
title of an instrument, to write what the provision says elsewhere, and to guess where a claim has nothing to change.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from corpus.types import Language, Locator
from eval.mutations.types import Mutant, Operator, Sample
from rag.types import VerdictStatus

# A label is "not supported" alone where the text could hold and the mutant be true as well; else either verdict is right.


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """Words to look for and the wrong ones to write; several wrong ones are alternatives."""

    right: re.Pattern[str]
    wrong: tuple[str, ...]


_BEHIND = re.compile(r"\(\?<=([^()]*)\)")  # alternatives of unlike length, which `re` wants one by one


def _rules(lines: Sequence[str], language: Language) -> tuple[_Rule, ...]:
    """Read `right => wrong // wrong ;; right => wrong`; English words are matched whole."""
    rules = []
    for rule in " ;; ".join(lines).split(" ;; "):
        right, wrong = rule.split(" => ")
        right = _BEHIND.sub(lambda found: f"(?:{'|'.join(f'(?<={word})' for word in found[1].split('|'))})", right)
        pattern = rf"(?<![\w-])(?:{right})(?![\w-])" if language is Language.EN else right
        rules.append(_Rule(right=re.compile(pattern, re.IGNORECASE), wrong=tuple(wrong.split(" // "))))
    return tuple(rules)


@cache
def _root(locator: str) -> Locator:
    return Locator.parse(locator).root


def _siblings(sample: Sample, pool: Sequence[Sample]) -> str:
    """Everything that is said of the same rule, article or paragraph in the same language, the claim itself included."""
    instrument, root = sample.reference.instrument, _root(sample.reference.locator)
    near = [
        other.text
        for other in pool
        if other.language is sample.language
        and other.reference.instrument == instrument
        and _root(other.reference.locator) == root
    ]
    return "\n".join([sample.text, *near]).casefold()


def _says(said: str, wrong: str) -> bool:
    """Whether these words, as whole words, already stand there."""
    return re.search(rf"(?<![a-z]){re.escape(wrong.strip(' ,.，。').casefold())}(?![a-z])", said) is not None


def _named(text: str, start: int, found: str) -> bool:
    """Whether what was found stands in a title or is a proper name, which no error of this kind changes."""
    in_title = text.count("《", 0, start) > text.count("》", 0, start)
    return in_title or (start > 0 and found[:1].isupper())


def _join(before: str, wrong: str, after: str) -> str:
    """The three put together, `a` or `an` as the new word asks, the first letter large."""
    article = "an" if re.match(r"[aeio]|un(?!i)", wrong, re.IGNORECASE) else "a"
    if wrong[:1].isalpha():
        before = re.sub(r"\b([Aa])n? $", rf"\1{article[1:]} ", before)
    text = before + wrong + after
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Swap:
    """Replaces one group of words by another that says something else."""

    name: str
    labels: frozenset[VerdictStatus]
    rules: Mapping[Language, tuple[_Rule, ...]]
    slot: str = ""
    unless: re.Pattern[str] | None = None

    def mutate(self, sample: Sample, pool: Sequence[Sample], random: Random) -> Mutant | None:
        """The claim with one place reworded, chosen by `random`; None where no rule applies."""
        places = list(self._places(sample.text, sample.language))
        said = _siblings(sample, pool) if places else ""
        fresh = [(place, wrong) for place, wrong in places if not _says(said, wrong)]
        if not fresh:
            return None
        place, wrong = random.choice(fresh)
        text = _join(sample.text[: place.start()], wrong, sample.text[place.end() :])
        return Mutant(reference=sample.reference, text=text)

    def _places(self, text: str, language: Language) -> Iterator[tuple[re.Match[str], str]]:
        if self.unless and self.unless.search(text):
            return
        for rule in self.rules.get(language, ()):
            for match in rule.right.finditer(text):
                if not _named(text, match.start(), match.group()):
                    yield from ((match, match.expand(wrong)) for wrong in rule.wrong)


# One operator a section. `en` and `zh` give rules; `no` gives words whose presence makes a claim unfit for all of them.
_TABLE = r"""
# purpose_swapped not_supported
en (?:in order to|so as to|so that)(?:(?! must | should )[^.])+\.$ => in order to cut costs. // in order to ease staff work.
en ^(?:In order to|So that|To) [^,]+,(?= (?:the|an?|each|every|prison|States) ) => In order to keep costs down,
en (?<= )(aims?|goals?|purposes?|objectives?)( of [^,.]+ (?:is|are)) to [^.]+\.$ => \1\2 to keep costs down.
en (?<!not )(aims?) to [^.]+\.$ => \1 to keep costs down.
zh ，以(?:便|免|期|(?=确保|保护|防止|促进|避免|帮助|保障|改善))[^。]+。$ => ，以节省开支。 // ，以方便工作人员。
zh ^为(?:[了使]|便于|保护|防止|确保|落实|实现)(?![^，]*(?:而[^，]*的|时，))[^，。]{2,30}，(?=[^也]*[须应可]) => 为了节省开支，
zh (?<!以此为)目的(?:之一)?(?:是|：)[^。]+。$ => 目的是节省开支。 ;; 旨在[^，。；的]+(?=[，。；]) => 旨在节省开支
# comparison_reversed not_supported contradicted
en as early as possible => as late as possible ;; as (?:short|briefly) as possible => as long as possible ;; shortest => longest
en as (?:far|much|widely|fully) as possible|to the (?:fullest|greatest|maximum) extent possible => as little as possible
en last resort => first resort ;; at least => at most ;; (?<!or )(?<!once )(?<!and )more(?! and) => less ;; less(?! and) => more
en (greater|larger)(?! and) => smaller ;; higher => lower ;; lower => higher ;; better => worse ;; wide range => narrow range
en (?<=with )priority|(?<=as )a priority => the lowest priority ;; preferably => only in exceptional cases
en below(?= (?:the minimum|that age|1[0-9])) => above
zh 尽早 => 尽可能晚地 ;; 尽可能(?:短|短暂) => 尽可能长 ;; 最短 => 最长 ;; 最后手段 => 首选手段 ;; 至少 => 至多 ;; 更高 => 更低
zh 更多|更加?(?=关注) => 更少 ;; 更低 => 更高 ;; 最大限度地? => 最低限度地 ;; 应当?优先 => 最后才应 ;; 最好由 => 不必由
zh 不得超过|不超过 => 不得少于 ;; 未满(?=1[0-9]) => 已满
# time_anchor_moved not_supported contradicted
en (?:up)?on admission => on release ;; after admission => after release ;; newly (?:arrived|admitted) => soon to be released
en (?:during|throughout) (?:imprisonment|detention|custody) => after release ;; after release => before trial
en at the time of (?:the|an|their) (?:offence|crime) => at the time of the trial ;; before trial => after sentence
en (?<!and )at all times => during working hours ;; every day|daily(?! contact| life| living| work| activities) => once a year
en at night => by day ;; during(?= (?:questioning|the examination|an inspection)) => after
en before(?= (?:being|imposing|release|they|any decision|the (?:sentence|decision|start)|admission)) => after
en (?<!and )(?<!look )(?<!looked )after(?= (?:ratifying|sentencing|the inspection|every|imposing|arrest)) => before
en (?:immediately|at once|promptly|without (?:undue )?delay|as soon as possible)(?=[ .])(?! and| in| means) => in due course
zh 入[狱监](?=时，|之时|后) => 出狱 ;; 释放前(?!和) => 释放后 ;; (?:出狱|获释)(?:以)?后 => 判刑前 ;; 监禁期间 => 出狱以后
zh 犯罪时 => 受审时 ;; 时刻|始终 => 在工作时间 ;; (?<!能)每天 => 每年 ;; 夜间 => 白天
zh (?:毫不拖延地?|立即|及时|尽快|迅速)(?![、而地且]) => 择机
# basis_set_aside not_supported contradicted
en (?<!are )(?<!fore )(?<!be )in (?:line|accordance) with(?! (?:article|rule|the Convention|preliminary)) => in disregard of
en according to(?! article) => in disregard of ;; (?:due )?account (?:must|should) be taken of => no account need be taken of
en (?:must|should) (?:always |also )?be based on => may be settled without regard to
en (?:must|should) (?:always |also )?be proportionate to => may be settled without regard to
en taking (?:full |due )?account of|taking into account|bearing in mind => leaving aside
en (must|should) take (?:full |due )?(?:account of|into account) => \1 leave aside
en (?:must|should) (?:carefully |also )?(?:consider|weigh)(?= (?:the|all|any|whether)) => may ignore
zh (?<!除非)(?<!只有)(?<![不系时])(?:依照|按照|根据)(?!《公|规则)(?=[^，。]{2,}) => 不顾
zh (?:必须|应当)(?:始终|也)?以([^，。]{2,30})为(?:依据|准)(?!来) => 可以不顾\1
zh (?:必须|应当|应)(?:适当|充分|也|还|一并|同时)?(?:考虑到?|顾及)(?![是：把将对]|实行|采用|利用|制定|设立|批准|审查) => 可以不顾
zh ，(?:并|同时|且)(?:必须|应当?)?顾及 => ，而不顾
# recipient_swapped not_supported
en (?<=with |from )(?:(?:the|their) )?(?:family(?: (?:and|or) friends)?|families|relatives|friends) => other prisoners
en (?<=with |from |to )(the|a|an|their|his or her) (?:legal adviser|legal representative|lawyer|counsel) => \1 prosecutor
en (?<=to |alert |tell |inform |notify )(the|a) (?:prison director|director|physician|doctor) => \1 guard on duty
en (?<=to )(?:the|an?) (?:competent|higher|central|judicial|independent) (?:\w+ )?(?:authority|body) => the press
en (?<=to the |to a |by the |by a )(?:court|judge) => police ;; (?<=to )(?:the )?victims? => the State
en (?<=of |by |with |to )(?:their |his or her |the )?parents(?: (?:or|and) (?:legal )?(?:guardians|caregivers))? => teachers
en (?<!Rules )(?<=give |help |to |for |offer )(?:women )?prisoners => prison staff
en (?<=give |help |to |for |on )(?:women )?offenders => prosecutors
en (?<=give |help |remind |to )(?:Member )?States(?: parties)? => private companies
en (?<=requests )the Secretary-General => the Security Council
zh (?<=[与和同向知])(?:其)?(?:家人和朋友|家人|家属|亲属|亲友)(?!或) => 其他囚犯 ;; (?<=[向知])(?:监狱长|医生) => 值班看守
zh (?<=[与和同向])(?:其)?(?:法律顾问|法律代理人|律师) => 检察官 ;; (?<=[向给])被害人 => 国家
zh (?<=[向给])(?:上级|主管|中央|司法|独立的?)(?:行政|监狱)?(?:机关|当局) => 新闻媒体 ;; (?<=[向给为])(?:违法者|犯罪人) => 检察官
zh (?<=[知由与])(?:其)?父母(?:或(?:法定)?监护人|或照料者)? => 教师 ;; (?<=大会)请秘书长 => 请安全理事会
zh (?<!作为)(?<!因为)(?<!成为)(?<=[向给为])(?:女囚犯?|囚犯) => 监狱工作人员
# near_neighbour not_supported
en charged with => convicted of ;; accused of => convicted of ;; convicted of => accused of ;; found guilty of => charged with
en sentenced(?= prisoner| person| offender) => accused ;; (?<!un)untried(?= prisoner) => convicted ;; arrest(?!ed) => conviction
en pre-?trial detention => imprisonment after sentence ;; medical file => disciplinary file ;; (?<!-)non-custodial => custodial
en disciplinary(?= (?:penalt|sanction)\w+) => criminal ;; torture(?= must|,| took) => negligence ;; pardon => parole
en (?<=to )review(?= disciplinary| the| a) => carry out ;; probation(?= service| officer) => prosecution ;; complaint => appeal
en confession => witness statement ;; (?<!-)trial(?= must| should| in| guarantees) => police investigation
en mental(?= health| illness| disorder) => physical ;; criminal(?= offence| charge| record| proceedings) => administrative
en education(?= must| should|,| and training) => prison labour ;; rehabilitation(?! services) => deterrence
en reintegration => surveillance ;; searches(?! and) => interrogations ;; death penalty => fine ;; complaints => appeals
en life imprisonment => community service ;; solitary confinement => transfer to another prison
zh 被控(?=犯|有|触) => 被判 ;; 定罪(?!量刑) => 起诉 ;; 逮捕(?![、或]) => 定罪 ;; 审前羁押 => 判刑后的监禁 ;; 非拘禁 => 拘禁
zh 纪律处罚 => 刑事处罚 ;; 病历|医疗档案 => 惩戒档案 ;; 赦免 => 假释 ;; 供述|招供 => 作证 ;; (?<=公正)审判 => 侦查
zh 精神(?=疾病|保健|障碍) => 身体 ;; 康复(?!服务) => 威慑 ;; 重返社会 => 监视居住 ;; (?<!裸身)(?<!体腔)搜查(?![、和]) => 审讯
zh 死刑 => 罚金 ;; 终身监禁 => 社区服务 ;; 单独监禁|单独关押 => 转往其他监狱 ;; 投诉|申诉 => 上诉
# place_moved not_supported contradicted
en in (?:the|their|his or her) (?:own )?(?:community|communities) => in closed institutions ;; home country => country of arrest
en outside (?:of )?(institutions?|the (?:prison(?! director)|home|family|institution)|prison) => inside \1
en in prison(?!er)(?! with) => in police cells ;; (?:close to|near)(?= (?:home|their|his|the)) => far from
en (?:apart|separately|separate) from => together with ;; outdoors|in the open air => in the cell
en community-based => prison-based ;; family setting => closed institution ;; open prisons? => high-security prisons
en (?:civil |outside |specialized )hospitals? => prison infirmary ;; in private => in the presence of staff
en national(?= law| authorit| legislation) => foreign
zh (?<!所在)(?<=在)社区 => 封闭机构 ;; (?<=监狱|机构|家庭)外 => 内 ;; (?<!入)狱中|监狱[内中里] => 警察局里 ;; 户外 => 监室内
zh 分开(?=关押|监禁|安置|收押) => 一同 ;; (?<=送回|移送)(?:其)?本国 => 第三国 ;; 开放式监狱 => 高度戒备监狱 ;; 国内法 => 外国法
zh (?<!外的)医院(?!设施) => 监狱医务室 ;; 听得见的地方 => 听不见的地方
# examples_made_exhaustive not_supported contradicted
en (?:such as|for example|for instance)(?= (?:a|an|the|their|his|her|those|\w+s)[ ,]) => limited to
en for (?:example|instance)(?= (?:when|because|by|with|in|on|through|where|if)) => only
en including(?!,| but| for| on| in| by| those| with| about| which| through| how| when) => limited to
en (must|should) (?:also )?(?:include|cover) => \1 be limited to
zh (?<!，)例如 => 仅限于 ;; ，例如(?!在|通过|因|当|把) => ，仅限于 ;; (?<=[，（])包括(?!但|在|通过)(?![^，。；]*在内) => 仅限于
zh (必须|应当)(?:还)?(?:包括|涵盖)(?!：) => \1仅限于
# emphasis_made_exception not_supported contradicted
en (?<=, )(?:including|especially|particularly|in particular)(?! by| but| for| if| when| where| on| with| about| to) => except
zh [，、](?:尤其是?|特别是)(?![：，])(?!对|在|给|须|不) => ，但不包括 ;; ，包括(?!但|在|通过)(?![^，。；]*在内) => ，但不包括
zh （包括 => （不包括
# safeguard_reversed not_supported contradicted
en voluntary => compulsory ;; voluntarily => under an order ;; free of charge|without charge|at no cost => at their own expense
en (?:strictly |fully )?confidential(?! and) => open to the public ;; in (?:strict|full) confidence => openly
en written(?! and| or) => spoken ;; independent(?! and|,) => internal ;; impartial(?! and|,) => partisan
en unannounced => announced ;; with (?:their|his or her|her) (?:free and )?(?:informed )?consent => whether or not they consent
en (?:free and )?informed consent => tacit consent ;; qualified => unqualified ;; freely => under supervision
en in a language (?:that )?(?:he or she|they|the \w+)(?: can)?(?: fully)? understands? => in the official language
en properly trained => untrained
en (?:adequate|sufficient|suitable|appropriate)(?= (?:medical|physical|health|care|treatment|food|training|legal)) => minimal
zh 免费 => 自费 ;; 严格保密|保密(?!义务) => 公开 ;; 书面(?![和或、]) => 口头 ;; 自由和?知情同意|知情同意 => 默示同意
zh 独立(?!、)(?=的|机关|当局|调查|复查|主管) => 内部 ;; (?:用|以)[^，。用以]{0,4}(?:听得懂|理解|懂得?)的语言 => 用官方语言
zh 合格(?=的|医|工作) => 不合格 ;; (?:适当|充分|足够|合适)的?(?=医疗|治疗|饮食|食物|培训|照料|护理|服务) => 最低限度的
# effect_reversed not_supported contradicted
en (?<=to )prevent(?! and) => permit ;; (?<=of )preventing => permitting ;; (?<=to |must |uld )promote(?! and) => discourage
en protect(?= (?:the|their|his|her|human|women|children)(?:'s|’s)? (?:rights|dignity|privacy)) => restrict ;; reduce => increase
en strengthen(?! and) => weaken ;; (?<=to )improve => worsen ;; encourages(?! and) => forbids ;; welcomes => regrets
en (?<=to )avoid => risk ;; facilitate => hamper ;; (?<=must )respect(?!ed) => disregard
en must be (?:allowed|permitted) to => must be forbidden to ;; (?<=must be )consistent with => independent of
zh 防止(?!酷刑) => 容许 ;; 促进(?!和|、) => 阻碍 ;; 加强(?!和|、) => 削弱 ;; 改善(?!和|、) => 损害 ;; 减少(?!和|、) => 增加
zh (?<=大会)鼓励|(?<=委员会)鼓励 => 反对 ;; (?<=大会)欢迎 => 遗憾地看到 ;; 避免(?!和|、) => 放任 ;; (?<=须)尊重 => 无视
zh (?<=必须|应当)(?:准许|允许) => 禁止 ;; (?<!不)符合(?=《|国际) => 违反
# every_loosened not_supported contradicted
no possibl|practicab|feasib|appropriate|可能|可行|酌情|适当时
en (?:every|each) (?!other|of)([^,.;]+?) (must|should)(?! never) => a \1 \2, where possible,
en all (?!of|the|other)([^,.;]+?) (must|should)(?! never) => \1 \2, where possible,
en (must|should) (?!not|never)([^,.;]+? )(?:every|each)(?! (?:of|other|day|month|week|level|stage)) => \1, where possible, \2a
en (must|should) (?!not|never)([^,.;]+?) all(?! (?:of|the|other|over|times|through|such)) => \1, where possible, \2
en (must|should) (?:always|fully|strictly) => \1, where possible,
en (must|should) (?!not|never)([^,.;]+?) (?:at all times|in all circumstances) => \1, where possible, \2
zh (?:凡|所有|每名|每个|任何|一切)([^。；]*?)(?:[都还也])*(?<!才)(?:必须|应当)(?!尽) => \1只要可能就应
zh (?<!才)(?:必须|应当)(?!尽)([^。；]*?)(?:所有|每名|每个|任何|一切) => 只要可能就应\1
zh 必须(?:始终|时刻|一律|充分) => 只要可能就应
"""


def _swaps() -> Iterator[_Swap]:
    """The operators of the table."""
    for section in _TABLE.split("# ")[1:]:
        heading, *lines = section.strip().splitlines()
        name, *labels = heading.split()
        rules = {
            language: _rules([line[3:] for line in lines if line.startswith(f"{language} ")], language)
            for language in (Language.EN, Language.ZH)
        }
        unfit = next((re.compile(line[3:]) for line in lines if line.startswith("no ")), None)
        yield _Swap(name=name, labels=frozenset(map(VerdictStatus, labels)), rules=rules, unless=unfit)


_WHO_EN = (
    r"(?:(?:the|an?|every|each|any|all) )?(?:(?:competent|prison|sentencing|women|health-care) )?"
    r"(?:director|physician|professionals|personnel|prisoners?|victims?|offenders?|court|staff|parents|child|children"
    r"|inspectors?|police|authority|authorities|administrations?|States parties|States|family|legal adviser|judge)"
)
_WHO_ZH = (
    "(?:监狱长|医生|医护人员|监狱(?:管理部门|工作人员|当局)|女?囚犯|女囚|违法者|被害人|法院|父母|儿童|家人|各国|缔约国|会员国"
    "|主管机关|视察人员|检察官|警察|法律顾问|律师)"
)
_DO_EN = "inform|tell|alert|ask|give|help|assist|advise|consult|allow|examine|protect|respect|prosecute|refer|to|for|of|by"
_DO_ZH = "通知|告诉|告知|帮助|协助|给予|征求|尊重|允许|鼓励|保护|检查|听取|保证|确保|为|向|给|对|因|顾及|由"
_DEEDS = {
    Language.EN: re.compile(
        rf"(?:^|(?<=, ))(?P<one>(?i:{_WHO_EN}))"
        rf"(?P<deed> (?:must|should|may) (?:[^,.;]*? )?(?:{_DO_EN}) )(?P<two>{_WHO_EN})"
        r"(?=[,.;]| (?:to|for|on|at|when|if|in|by|before|after|about|without|during|under|that|of|with|who|they|an?)\b)"
    ),
    Language.ZH: re.compile(
        rf"(?:^|(?<=，))(?P<one>{_WHO_ZH})(?P<deed>(?:必须|应当|不得|可以|不应)[^，。；与和同跟、]*?(?:{_DO_ZH})(?:该|每名)?)"
        rf"(?P<two>{_WHO_ZH})(?![和或、待司安局]|法庭)"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Exchange:
    """Makes whoever owes a duty the one to whom it is owed, and the other way round."""

    name: str = "roles_exchanged"
    labels: frozenset[VerdictStatus] = frozenset({VerdictStatus.NOT_SUPPORTED})
    slot: str = ""

    def mutate(self, sample: Sample, pool: Sequence[Sample], random: Random) -> Mutant | None:
        """The claim with its two parties exchanged; None where it names no two with a duty between them."""
        del pool
        deeds = _DEEDS[sample.language].finditer(sample.text) if sample.language in _DEEDS else ()
        found = [match for match in deeds if match["two"].casefold() not in (match["one"] + match["deed"]).casefold()]
        if not found:
            return None
        match = random.choice(found)
        one = match["one"] if match["one"].startswith("States") else match["one"][:1].lower() + match["one"][1:]
        text = _join(sample.text[: match.start()], match["two"] + match["deed"] + one, sample.text[match.end() :])
        return Mutant(reference=sample.reference, text=text)


BLIND: tuple[Operator, ...] = (*_swaps(), _Exchange())
