"""The small words of logic: exceptions, conditions, quantifiers, bounds, negations, junctions.

A table alone: which words carry which meaning.
"""

from rag.types import Step
from rag.verify.meanings import Mark, Sign

LOGIC = {
    Mark.EXCEPT: Sign(
        step=Step.EXCEPTION,
        en=(
            r"\b(?:except\w*|unless|other than|apart from|aside from|save (?:for|in|where|that|when)|"
            r"excluding|barring|with the exception|but not)\b"
        ),
        zh=r"除(?!了.{0,12}[还也])[^，。；]{0,40}?(?:外|之外|以外)|除非|例外|另有|但.{0,10}(?:不在此列|不包括|除外)",
    ),
    Mark.IF: Sign(
        step=Step.CONDITION,
        en=(
            r"\b(?:if|when|whenever|where(?! (?:he|she|they) (?:is|are|live)\b)|once|provided|"
            r"providing|as long as|so long as|on condition|in case|in the event|subject to|"
            r"should an?y?|insofar|in so far)\b"
        ),
        zh=r"如果|如(?=[^果何同此])|若|只要|一旦|假如|倘若|的话|(?:情况|情形)下|的时候|为条件|前提|须经|经.{1,8}(?:批准|同意|许可)",
    ),
    Mark.REGARDLESS: Sign(
        step=Step.CONDITION,
        en=(
            r"\b(?:regardless|irrespective|no matter|whether or not|whatever|even(?! (?:more|less|"
            r"so))|despite|in spite of|notwithstanding|however (?:short|long|minor|serious))\b"
        ),
        zh=r"无论|不论|不管|即使|即便|哪怕|就算|纵使|是否.{0,12}[均都]|不分",
    ),
    Mark.UNTIL: Sign(step=Step.TIME, en=r"\b(?:until|till|not before|pending)\b", zh=r"直到|直至|之前不|才能|才可|后才|再"),
    Mark.ONLY: Sign(
        step=Step.QUANTIFIER,
        en=(
            r"\b(?:only|solely|exclusively|merely|nothing but|none but|limited to|confined to|"
            r"restricted to|reserved for|purely|no one (?:but|except))\b"
        ),
        zh=r"只(?![要是])|仅(?![供次])|唯有|惟有|限于|专供|才(?=[可能须应允有得会需准是])|单靠|光",
    ),
    Mark.ALL: Sign(
        step=Step.QUANTIFIER,
        en=(
            r"\b(?:all|every\w*|each|any(?:one|body|thing|where)?|whole|entire(?:ly)?|fully|"
            r"completely|whoever|without exception)\b"
        ),
        zh=r"所有|全部|一切|任何|每(?=[一个名位次份项家座所])|凡是|一律|全体|人人|完全|全都|均|谁都|无一",
    ),
    Mark.SOME: Sign(
        step=Step.QUANTIFIER,
        en=(
            r"\b(?:some(?! (?:form|kind|sort|way))|certain|partly|partially|only part|several|a few|"
            r"many|most(?:ly)?|majority|selected|half)\b"
        ),
        zh=r"一些|部分|某些|有些|少数|多数|大多|个别|若干|半数|一半",
    ),
    Mark.AT_LEAST: Sign(
        step=Step.NUMBER,
        en=(
            r"\b(?:at least|no(?:t)? (?:less|fewer) than|at a minimum|minimum(?= of)|or more|or over|"
            r"over(?= \d)|more than(?= (?:\d|one|two|three|four|five|ten|fifteen|twenty))|"
            r"at the very least)\b"
        ),
        zh=r"至少|最少|不少于|不低于|不得少于|以上|起码|最低限度",
    ),
    Mark.AT_MOST: Sign(
        step=Step.NUMBER,
        en=(
            r"\b(?:at most|no(?:t)? (?:more|longer|later|higher|greater) than|maximum(?= of)|up to|"
            r"or less|exceed\w*|(?:within|inside)(?= (?:\d|a |an |one|two|three|six|ten|\w+ (?:hours?|"
            r"days?|weeks?|months?|years?)))|(?:fewer|less) than(?= \w+)|under(?= \d))\b"
        ),
        zh=r"至多|最多|最长|最高|最迟|不超过|不得超过|以内|以下|之内|不多于|内(?=[须必应完提])|上限|不满",
    ),
    Mark.FREE: Sign(
        step=Step.MODALITY,
        en=(
            r"\b(?:need(?:s)? not|needn't|(?:do|does|did)(?: not|n't) (?:have|need) to|(?:not|n't|"
            r"no longer|never) (?:be )?(?:required|obliged|obligated|necessary|bound|compulsory|"
            r"mandatory)|no (?:duty|obligation|need|requirement)|optional|at (?:its|their|his|"
            r"her) (?:own )?discretion|free not to|under no (?:duty|obligation)|not (?:a|any) (?:duty|"
            r"obligation)|not entitled|no right|if (?:it|they|he|she) (?:wish|want|choose|see)\w*|"
            r"as (?:it|they) sees? fit|has no say)\b"
        ),
        zh=r"不必|无须|无需|不用|没有义务|没有必要|没必要|无义务|不一定|可以不(?!透露)|不要求|毋须|不需要|自行决定|没有权利|自便|不予",
    ),
    Mark.NOT: Sign(
        step=Step.NEGATION,
        en=(
            r"\b(?:not|(?<!at )no(?! (?:later|more|less|fewer|longer than|cost|charge))|never|nor|"
            r"neither|none|cannot|nobody|nothing|nowhere)\b|n[’']t\b|\b(?:forb[ia]d\w*|prohibit\w*|"
            r"ban(?:ned|s)?|barred|bar|refuse[sd]?|deny|denied|denies|inadmissible|unlawful|"
            r"stop(?:ped|ping)?|off limits|out of the question|ruled? out|avoid\w*|refrain\w*|"
            r"prevent(?:ed|s|ing)?|withh[eo]ld\w*|exclu\w+|lack\w*|fail\w*|abolish\w*|end(?:ed|ing)?|"
            r"kept? (?:out|off)|rather than|instead of|free from|reject\w*|inappropriate|undesirable|"
            r"impermissible|unacceptable|disqualif\w+|ignor\w+|disregard\w*|stays? outside|"
            r"left outside|out of account|cease[sd]?|no longer|stays? out|without (?:considering|"
            r"regard|taking|asking)|apart from)\b"
        ),
        zh=(
            r"不(?!论|管|同|仅|但|断|少|久|良|便|利|幸|满|成熟|安|服|超过|得超过|例外|多于|少于|低于|当|如|足)|无(?!论|偿|期|障|国|辜|罪|家|需|须)|"
            r"未(?!成年|决|婚|来|满|经)|(?<!除)非(?!政府|拘|监禁|专业|医|正式|暴力|洲|羁|全日|绝对|刑罚|犯罪|自愿|居民|人道|国家)|没|禁止|严禁|拒绝|"
            r"勿|切莫|避免|排除|杜绝|废除|取消|停止|而不是|而非|拒|劝阻|无关|不再|忽略|忽视"
        ),
    ),
    Mark.WITHOUT: Sign(step=Step.NEGATION, en=r"\bwithout\b", zh=r"未经|不经|无需|没有.{0,8}(?:就|也|的情况下)|擅自"),
    Mark.OR: Sign(step=Step.JUNCTION, en=r"\b(?:or|either|alternatively)\b", zh=r"或|还是|要么|任选|二选一|任一"),
    Mark.BOTH: Sign(
        step=Step.JUNCTION,
        en=r"\b(?:as well as|together with|and also|simultaneously|at the same time|cumulative\w*|jointly)\b",
        zh=r"缺一不可|两者|一并",
    ),
    Mark.INSTEAD: Sign(
        step=Step.JUNCTION,
        en=r"\b(?:instead|rather than|in place of|replac\w+|substitut\w+|in lieu)\b",
        zh=r"代替|替代|取代|而不是|而非|取而代之",
    ),
    Mark.BESIDES: Sign(
        step=Step.JUNCTION,
        en=r"\b(?:in addition|on top of|besides|additional(?:ly)?|plus|moreover)\b",
        zh=r"此外|额外|另外|除.{0,12}外.{0,4}[还也]|再加|并增加",
    ),
}
