"""The small words of circumstance: times and how often, degrees, consent, reasons, money, form and place.

A table alone: which words carry which meaning.
"""

from rag.types import Step
from rag.verify.meanings import Mark, Sign

CIRCUMSTANCES = {
    Mark.BEFORE: Sign(
        step=Step.TIME,
        en=r"\b(?:before\w*|prior|ahead of|in advance)\b",
        zh=r"之前|以前|前(?!述|科|往|来|提|途|景|列)|事先|预先|首先|提前",
    ),
    Mark.AFTER: Sign(
        step=Step.TIME,
        en=(
            r"\b(?:(?<!looking )(?<!look )(?<!looks )after\w*|following|upon|once|later|"
            r"subsequent(?:ly)?|on (?:release|admission|arrival|completion)|since|post)\b"
        ),
        zh=r"之后|以后|后(?!果|续|代|勤|悔|来)(?<!今后)|事后|随后|过后|完毕|期满",
    ),
    Mark.DURING: Sign(
        step=Step.TIME,
        en=(r"\b(?:during|(?<!a )(?<!reasonable )while|throughout|whilst|in the course of)\b"),
        zh=r"期间|过程中|当中|始终|全程|同时|期内",
    ),
    Mark.AT_ONCE: Sign(
        step=Step.TIME,
        en=(
            r"\b(?:immediate(?:ly)?|at once|straight ?away|right away|forthwith|"
            r"without (?:\w+ )?delay|prompt(?:ly)?|as soon as|instantly|speed\w*|quick(?:ly)?|"
            r"swift(?:ly)?|on the spot|urgent(?:ly)?|expeditious\w*|as quickly)\b"
        ),
        zh=r"立即|马上|立刻|即刻|当即|尽快|尽早|及时|迅速|毫不拖延|不得拖延|不得延误|第一时间|当场|从速|赶紧|随即|紧急|速|早日",
    ),
    Mark.DAILY: Sign(
        step=Step.TIME,
        en=(
            r"\b(?:daily|every day|each day|(?<!within )(?<!inside )(?<!of )a day|per day|"
            r"day after day|every single day|once a day)\b"
        ),
        zh=r"每天|每日|天天|一天|逐日",
    ),
    Mark.WEEKLY: Sign(
        step=Step.TIME,
        en=r"\b(?:weekly|every week|each week|a week|per week|fortnight\w*)\b",
        zh=r"每周|每星期|每个?礼拜|一周|一个星期",
    ),
    Mark.MONTHLY: Sign(
        step=Step.TIME,
        en=r"\b(?:monthly|every (?:\w+ )?months?|each month|a month|per month|quarterly|every quarter)\b",
        zh=r"每个?月|按月|一个月|每(?:季|三个月|六个月|半年)",
    ),
    Mark.YEARLY: Sign(
        step=Step.TIME,
        en=(
            r"\b(?:yearly|annual(?:ly)?|every (?:\w+ )?years?|each year|(?<!half )(?<!half of )a year|"
            r"per year|once a year|biennial\w*)\b"
        ),
        zh=r"每年|年度|每一年|按年|逐年|每(?:两|二|三|五)年",
    ),
    Mark.ALWAYS: Sign(
        step=Step.QUANTIFIER,
        en=(
            r"\b(?:always|at all times|invariably|in (?:all|every|any) cases?|in all circumstances|"
            r"under any circumstances|under all|under no circumstances|never|absolute(?:ly)?|"
            r"at any time|continuous(?:ly)?|permanent(?:ly)?|at all(?! times)|altogether|"
            r"in every respect|whatsoever|constantly|automatically)\b"
        ),
        zh=r"始终|一直|任何时候|任何情况|所有情况|绝对|永远|永久|从不|绝不|决不|随时|时时|一概|务必|长期|终身",
    ),
    Mark.ORDINARILY: Sign(
        step=Step.QUANTIFIER,
        en=(
            r"\b(?:normally|usually|generally|ordinar\w+|as a rule|in principle|typically|often|"
            r"sometimes|occasional\w*|periodic\w*|regular(?:ly)?|exceptional\w*)\b"
        ),
        zh=r"通常|一般(?!性|来|人|卫|都)|原则上|往往|常常|有时|偶尔|定期|不定期|例行|特殊情况|例外情况",
    ),
    Mark.IF_POSSIBLE: Sign(
        step=Step.CONDITION,
        en=(
            r"\b(?:(?:if|where|when|wherever|whenever|as far as|to the (?:greatest |maximum |"
            r"fullest )?extent|so far as|as (?:much|close|near) as)[^,.;]{0,12} (?:possible|feasible|"
            r"practicable)|possible|practicable|feasible|reasonabl[ey]|endeavou?r\w*|try|tries|strive|"
            r"best efforts?|as far as)\b"
        ),
        zh=r"尽可能|尽量|尽力|力求|如有可能|可行|条件允许|在可能|合理|努力|只要办得到|酌情|可能的?范围",
    ),
    Mark.AUTOMATIC: Sign(
        step=Step.CONDITION,
        en=(r"\b(?:automatic\w*|by itself|as of right|mandatory|compulsor\w+|outright)\b"),
        zh=r"自动|必然|当然|强制|必定|直接",
    ),
    Mark.CONSENT: Sign(
        step=Step.CONDITION,
        en=(
            r"\b(?:consent\w*|agree[sd]?|agreement|approv\w+|permission|authori[sz]\w+|wish(?:es)?|"
            r"willing\w*|objects?|objection|request\w*|asks?|voluntar\w+|against (?:his|her|"
            r"their) will|want(?:s|ed)?|choos\w+|choice)\b"
        ),
        zh=r"同意|自愿|批准|许可|授权|请求|要求|申请|愿意|意愿|反对|强迫|希望|自行选择",
    ),
    Mark.SAME: Sign(
        step=Step.QUANTIFIER,
        en=(
            r"\b(?:same|equal(?:ly|ity)?|equivalent|on a par|identical\w*|alike|likewise|similar\w*|"
            r"just as)\b"
        ),
        zh=r"相同|同等|平等|等同|一致|相当",
    ),
    Mark.MORE: Sign(
        step=Step.QUANTIFIER,
        en=r"\b(?:higher|lower|better|worse|stricter|increas\w*|decreas\w*|extend\w*|shorten\w*|rais\w+)\b",
        zh=r"多于|少于|高于|低于|优于|增加|减少|提高|降低|延长|缩短|加重|减轻|扩大|放宽|加强",
    ),
    Mark.BECAUSE: Sign(
        step=Step.NOVELTY,
        en=(
            r"\b(?:because|due to|owing to|on the ground|as a result|thanks to|for the (?:purpose|"
            r"sake)|aim\w*|purpose\w*|reasons?)\b"
        ),
        zh=r"目的|理由|旨在|以示|为的是|出于",
    ),
    Mark.HEDGE: Sign(
        step=Step.MODALITY,
        en=(
            r"\b(?:consider\w*|encourag\w+|promot\w+|attempt\w*|tr(?:y|ies|ied)|endeavou?r\w*|"
            r"possibilit\w+|(?:as|where|when|whenever) appropriate|favou?r\w*|aim\w*|seek\w*|weigh\w*|"
            r"thought|thinking|account|look(?:ed|s)? (?:into|at)|explor\w+|eligible|can|may|might|"
            r"could|possibl\w+|chance|invit\w+|urg\w+|advis\w+|recommend\w*|prefer\w*|support\w*)\b"
        ),
        zh=r"考虑|鼓励|促进|设法|争取|努力|酌情|尽量|尽力|可能|适当时|必要时|支持|顾及|可以|建议|促请|敦促|推动|提倡|首选|优先",
    ),
    Mark.MONEY: Sign(
        step=Step.NOVELTY,
        en=(
            r"\b(?:pay(?:s|ing|ment)?(?! attention)|(?<!attention has to be )paid|cost\w*|fees?|"
            r"charge(?: for|d for|s for)|price\w*|money(?! bail)|fund(?:s|ing)?|budget\w*|wages?|"
            r"salar\w+|compensat\w+|reimburs\w*|fine[sd]?|interest|expens\w+|incom\w+|free of charge|"
            r"for free|no charge|financ\w+|afford|earn\w*|remunerat\w+|deposit|insur\w+)\b"
        ),
        zh=r"费|付|钱|款|资金|经费|预算|工资|薪|报酬|赔偿|补偿|补贴|罚金|收入|免费|财政|拨|保险|押金|利息|成本",
    ),
    Mark.WRITTEN: Sign(
        step=Step.NOVELTY,
        en=(
            r"\b(?:writ(?:ten|ing)|record\w*|register\w*|report\w*|files?|document(?:s|ed|ation)?|"
            r"signature|signed|certificat\w+|notif\w+|publish\w*|electronic)\b"
        ),
        zh=r"书面|记录|登记|报告|档案|文件|签字|签名|存档|备案|证明|通报|公布|上报|电子",
    ),
    Mark.OPENLY: Sign(
        step=Step.NOVELTY,
        en=(
            r"\b(?:public(?:ly)?|openly|open to (?:the public|third|anyone|all|outsiders)|"
            r"confidential\w*|secre\w+|privat\w+|disclos\w+|anonym\w+|third part\w+|outsiders)\b"
        ),
        zh=r"公开|保密|秘密|隐私|私下|披露|匿名|外人|第三方|泄露|透露",
    ),
    Mark.PLACE: Sign(
        step=Step.NOVELTY,
        en=(
            r"\b(?:at home|abroad|hospital\w*|separate (?:building|room|wing|area)\w*|"
            r"same (?:building|room|cell|institution|place|wing)|in court|on site|premises|nearest|"
            r"across the country)\b"
        ),
        zh=r"外面|狱外|监外|院内|院外|医院|监室|囚室|单独.{0,3}(?:房|楼|区)|同一|就近|当地|全国|国际|本地|国外|境外|墓地|现场",
    ),
    Mark.MOST: Sign(
        step=Step.QUANTIFIER,
        en=(
            r"\b(?:maximum|minimum|largest|smallest|longest|shortest|highest|lowest|best|worst|"
            r"most common|least|earliest|latest|last|first|few as|many as|little as|numerous)\b"
        ),
        zh=r"最(?:高|低|长|短|多|少|大|小|早|晚|好|优|轻|重|常见|终|后|先)|首要|优先|末",
    ),
}
