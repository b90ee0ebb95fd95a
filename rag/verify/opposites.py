"""Words that turn a statement round: pairs of poles, such as longer and shorter, open and closed, 扩大 and 缩小.

Finds where a claim stands at one pole and the sentence beside it only at the other. Refuses to guess opposites from
vectors: to them, opposites are alike.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.types import Language

_EN = (
    (r"minimum|at least|least|lowest", r"maximum|at most|highest"),
    (r"fewer|less|fewest", r"over|more|above|exceed\w*|most"),
    (r"shorter|shortest|short|shorten\w*|brief\w*", r"longer|longest|long|lengthen\w*|extend\w*|prolong\w*"),
    (r"few|fewest|minimal|little", r"many|numerous|much|plenty"),
    (
        (r"early|earlier|earliest|soon|prompt\w*|immediate\w*|without delay|quick\w*|at once"),
        (r"late|later|latest|delay(?:ed|s)?|postpon\w+|eventually|slow\w*|in due course|defer\w*"),
    ),
    (r"before\w*|prior|ahead|advance|precede\w*", r"after\w*|following|followed|subsequent\w*|once|later|upon"),
    (
        r"first|begin\w*|start\w*|outset|initial\w*",
        r"the last|last (?:stage|part|week|day|month)s?|at the end|finish\w*|final\w*|conclusion|complet\w+",
    ),
    (
        r"separate\w*|apart|segregat\w+|away from",
        (
            r"together|mixed|jointly|shared?|sharing|combined|same (?:room|cell|building|place|"
            r"quarters)"
        ),
    ),
    (
        r"replac\w+|instead|in place of|substitut\w+|take the place",
        (r"in addition|additional\w*|alongside|supplement\w*|besides|on top of|as well as"),
    ),
    (
        (r"open(?:ly|ed)?|public(?:ly)?|disclos\w+|reveal\w*|publish\w*"),
        (r"closed|confidential\w*|secre\w+|privat\w+|behind closed doors|withheld|anonym\w+"),
    ),
    (
        (r"encourag\w+|promot\w+|support\w*|foster\w*|facilitat\w+|favour\w*"),
        (r"discourag\w+|limit\w*|restrict\w*|hinder\w*|prevent\w*|oppos\w+|curb\w*|deter\w*"),
    ),
    (
        (r"increas\w+|rais\w+|expand\w*|extend\w*|widen\w*|enlarg\w+|strengthen\w*|broaden\w*"),
        (
            r"reduc\w+|decreas\w+|lower\w*|limit\w*|narrow\w*|shrink\w*|weaken\w*|minimi[sz]\w+|"
            r"restrict\w*|as few as"
        ),
    ),
    (
        r"includ\w+|cover\w*|compris\w+|encompass\w*|extends? to",
        (r"exclud\w+|exclusi\w+|leav\w+ out|left out|exempt\w*|does not cover|stay out"),
    ),
    (
        (r"voluntar\w+|consent\w*|free(?:ly)? (?:chos\w+|agree\w*)|willing\w*|agree\w*|choice"),
        (
            r"compulsor\w+|mandatory|forced?|compel\w*|against (?:his|her|their)|whether or not|"
            r"regardless|without (?:his|her|their|the) (?:consent|agreement)"
        ),
    ),
    (
        (r"free of charge|no cost|for free|without charge|at no charge|cost\w* nothing|at no|reimburs\w*"),
        (
            r"pay(?:s|ing|ment)?|paid|price|fees?|at (?:his|her|their) own (?:expense|cost)|"
            r"own expense|bear the cost"
        ),
    ),
    (
        (
            r"normal\w*|usual\w*|general\w*|rule|ordinar\w+|standard|default|routine\w*|"
            r"starting point|preferred"
        ),
        (
            r"exception\w*|rare\w*|unusual|last resort|special circumstances|only when|only where|"
            r"only if"
        ),
    ),
    (r"majority|most|widely", r"minority|few|rare\w*|handful|hardly any|some"),
    (r"all|every|each|whole|entire\w*", r"some|certain|partly|partial\w*|selected|half"),
    (r"direct\w*", r"indirect\w*"),
    (r"same (?:sex|gender)|own (?:sex|gender)", r"(?:opposite|other) (?:sex|gender)|either sex"),
    (r"limited to|confined to|restricted to|only", r"beyond|not limited|including|as well as|also"),
    (r"male|m[ae]n", r"female|wom[ae]n"),
    (r"adults?", r"child\w*|juvenile\w*|minors?"),
    (
        (r"individual\w*|singly|each case|suitable|by (?:himself|herself|themselves)"),
        (r"uniform\w*|identical|collective\w*|shared|dormitor\w+|with others|the same"),
    ),
    (
        r"same|equal\w*|identical|equivalent|alike|just as",
        (
            r"different\w*|distinct\w*|unequal\w*|lower|inferior|worse|flexib\w+|specific needs|"
            r"special needs"
        ),
    ),
    (r"internal\w*|inside|within the prison", r"external\w*|outside|independent"),
    (
        r"independent\w*|impartial\w*",
        (
            r"the same (?:body|authority)|prison management|management of the prison|own staff|"
            r"internal\w*"
        ),
    ),
    (r"temporar\w+|provisional\w*|interim", r"permanent\w*|lifelong|for life|indefinite\w*|forever"),
    (r"oral\w*|verbal\w*|spoken", r"written|in writing"),
    (r"lawful\w*|legal|legitimate", r"unlawful\w*|illegal|arbitrar\w+"),
    (r"minimi[sz]\w+", r"maximi[sz]\w+"),
    (r"regardless|whether or not|no matter|irrespective", r"depend(?:s|ing|ent)? (?:up)?on"),
    (r"positive\w*|reward\w*|benefit\w*", r"negative\w*|punish\w*|penal\w*|harm\w*"),
    (
        (r"confidential\w*|privacy|out of (?:sight|hearing)|alone|in private"),
        (r"in the presence of|in front of|watched|supervised by|overheard"),
    ),
    (r"balanc\w+|equal\w*", r"priorit\w+|precedence|outweigh\w*|ahead of|above"),
    (r"reduc\w+|limit\w*", r"do away with|abolish\w*|altogether|eliminat\w+|end"),
    (r"relatives?|famil\w+|next of kin", r"anyone|strangers?|anybody"),
    (r"physical\w*", r"mental\w*|psycholog\w+"),
    (r"binding", r"non-binding"),
    (r"immediate\w*|at once|prompt\w*", r"once|after\w*|until|only when"),
    (r"minor|petty|less(?:er)? serious|non-violent", r"serious|grave|gravest|violent|severe"),
    (r"strict\w*|rigid\w*|inflexible|firm\w*|identical", r"flexib\w+|lenient|relaxed|loose\w*|adapt\w*"),
    (r"grant\w*|giv\w+|provid\w+|offer\w*", (r"den(?:y|ied|ies)|refus\w+|withdraw\w*|withh\w+|remov\w+|depriv\w+|taken away")),
    (
        (r"keep\w*|kept|retain\w*|maintain\w*|preserv\w+|remain\w*|hold"),
        (r"destroy\w*|delet\w+|remov\w+|discard\w*|abolish\w*|abandon\w*|drop\w*|return\w*"),
    ),
    (r"safe\w*|protect\w*", r"endanger\w*|expos\w+"),
    (r"near\w*|close|closest|nearby|local\w*", r"far\w*|distant|remote\w*|away"),
    (
        (r"succe\w+|work\w* well|effective\w*|achiev\w+|has (?:in practice,? )?done so|proved"),
        r"fail\w*|ineffective\w*|not proved|unsuccessful\w*",
    ),
    (r"accept\w*|welcom\w+|commend\w*|praise\w*", r"reject\w*|concern\w*|critici\w+|deplor\w+|regret\w*"),
    (r"innocen\w+|presum\w+ of lack|lacks?", r"guilt\w*|presumed? (?:to be )?responsible|is responsible"),
    (
        r"continu\w+|ongoing|regular\w*|systematic\w*",
        (r"one-?off|once|single|occasional\w*|discontinu\w+|complete\w*|interrupt\w*"),
    ),
    (r"better|higher|superior", r"worse|lower|inferior|not lower"),
    (r"daily|every day|a day", r"weekly|every week|a week|monthly|annual\w*|yearly"),
    (
        (r"before (?:trial|conviction|sentence)|pre-?trial|untried|remand"),
        (r"convicted|sentenced|after (?:trial|conviction|sentence)|post-?trial"),
    ),
)
_ZH = (
    (r"最低|最少|至少|最短", r"最高|最多|至多|最长"),
    (r"[能量]短(?!期)", r"[能量]长(?!期)"),
    (r"减少|缩短|缩小|降低|限制|收紧|尽量少|越少", r"增加|延长|扩大|提高|放宽|越多|扩展|推广"),
    (r"尽早|尽快|及早|立即|马上|及时|迅速|早日", r"推迟|延后|拖|最后阶段|晚些|再说|之后再|过后"),
    (r"之前|以前|前|事先|先", r"之后|以后|后|事后|再"),
    (r"分开|隔离|分别|隔开|单独", r"一起|混合|混押|合并|共同|共用|同住|同一"),
    (r"代替|替代|取代", r"补充|之外再|并用|同时使用|增加"),
    (r"公开|披露|开放|公布|透露", r"保密|不公开|秘密|封存|隐私|匿名|闭门"),
    (r"鼓励|促进|支持|推动|提倡|便利", r"劝阻|限制|阻止|妨碍|反对|抑制|禁止"),
    (r"包括|包含|涵盖|适用于", r"排除|不包括|除外|不适用|不涉及"),
    (r"自愿|同意|愿意|征得", r"强迫|强制|无论是否|不管.{0,6}同意|违背|不必征得|未经"),
    (
        r"免费|无偿|不收费|不收取|报销",
        r"付费|收费|自费|支付|承担费用|自付|自掏|自己(?:要|得)?(?:出|付|买|花钱|掏钱)|本人负担|价格",
    ),
    (r"通常|一般|原则|正常|常规|首选|优先", r"例外|特殊|最后手段|万不得已|别无他法|个别"),
    (r"多数|大多|普遍|大部分|绝大", r"少数|个别|极少|一部分|小部分"),
    (r"所有|全部|一切|任何|每个|全体|一律|均", r"部分|某些|有些|个别|若干"),
    (r"直接", r"间接"),
    (r"同性别?|同一性别", r"异性|不同性别|男女均可"),
    (r"主动|积极", r"被动|消极"),
    (r"男(?!女)", r"女(?!童)"),
    (r"成年(?!前)", r"未成年|儿童|孩子|少年"),
    (r"单独|个别|一人|独自", r"集体|共同|一起|多人"),
    (r"相同|同等|平等|一样|一视同仁", r"不同|区别|差别|低于|次于|有别|特殊"),
    (r"内部", r"外部|独立"),
    (r"独立|公正|中立", r"本监狱|监狱自行|监狱方面自己|内部"),
    (r"临时|暂时", r"长期|永久|终身|无限期"),
    (r"口头", r"书面"),
    (r"轻微|较轻|非暴力", r"严重|重大|重罪|暴力"),
    (r"个别|因人而异|逐案", r"统一|一律|同样的|同一种"),
    (r"兼顾|平衡", r"优先于|高于|让位|压倒"),
    (r"灵活|弹性", r"统一|一刀切|固定|死板|划一"),
    (r"给予|提供|赋予|享有", r"剥夺|拒绝|取消|撤销|收回|不给"),
    (r"保留|保存|保持|维持", r"销毁|删除|取消|废除|放弃|清除|消除"),
    (r"就近|附近|离家近", r"偏远|远离|外地"),
    (r"推定.{0,6}(?:无|没有|不)", r"推定.{0,4}(?:要负|有|应负|负)"),
    (r"持续|经常|定期|不断", r"一次性|偶尔|停止|中断"),
    (r"优于|高于|不低于|更好", r"低于|差于|更差"),
    (r"每天|每日|一天", r"每周|每月|每年|一周"),
    (r"未决|未经审判|审前|候审", r"已决|被判|服刑|定罪后"),
    (r"增进|改善|加强", r"削弱|恶化|减弱"),
    (r"合法", r"非法|违法(?!者)|任意"),
    (r"不论|无论|不管", r"取决于|视.{0,8}而定|要看"),
    (r"有效|管用|成功|作用", r"无效|没有作用|失败|不管用"),
)


def _compiled(pairs: tuple[tuple[str, str], ...], language: Language) -> list[tuple["re.Pattern[str]", "re.Pattern[str]"]]:
    wrap = (r"\b(?:", r")\b") if language is Language.EN else ("(?:", ")")
    return [
        (re.compile(wrap[0] + one + wrap[1], re.IGNORECASE), re.compile(wrap[0] + two + wrap[1], re.IGNORECASE))
        for one, two in pairs
    ]


_PAIRS = {Language.EN: _compiled(_EN, Language.EN), Language.ZH: _compiled(_ZH, Language.ZH)}


_FLIPPED = {
    Language.EN: re.compile(r"(?:\bnot|\bno|\bnon-?|n[’']t|\bnever|\bwithout|\bneither)\W*(?:\w+\W+){0,1}$", re.IGNORECASE),
    Language.ZH: re.compile(r"(?:不|非|无|未|没有?|不得|禁止).{0,1}$"),
}
"""What stands before a word that means its opposite."""


@lru_cache(maxsize=20_000)
def poles(text: str, language: Language) -> tuple[tuple[int, int, str], ...]:
    """Which pole of which pair a text has, with the word; a negation before a word turns it round."""
    found = []
    for number, pair in enumerate(_PAIRS[language]):
        for side, pattern in enumerate(pair):
            for match in pattern.finditer(text):
                before = text[max(0, match.start() - 24) : match.start()]
                turned_round = bool(_FLIPPED[language].search(before))
                found.append((number, 1 - side if turned_round else side, match.group()))
    return tuple(found)


def turned(claim: str, beside: str, language: Language) -> Iterator[tuple[str, str]]:
    """Words of a claim whose opposite the text beside has, and not the word's own pole, with that opposite.

    >>> list(turned("Lamps burn for the longest time.", "Lamps shall burn for the shortest time.", Language.EN))
    [('longest', 'shortest')]
    """
    mine, theirs = poles(claim, language), poles(beside, language)
    said = {(number, side) for number, side, _ in mine}
    known = {(number, side): word for number, side, word in theirs}
    for number, side, word in dict.fromkeys(mine):
        other = (number, 1 - side)
        if other in known and (number, side) not in known and other not in said and not _one_word(word, known[other]):
            yield word, known[other]


def _one_word(one: str, other: str) -> bool:
    """Whether two are forms of one word: it is then negated on one side, which is for another step to see."""
    return one.casefold()[:5] == other.casefold()[:5] if one.isascii() else one in other or other in one
