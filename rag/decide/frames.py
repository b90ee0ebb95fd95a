"""How a question is put: which of its forms take something for granted.

"Which rule lets …?", "why do the rules …?", "since …", "…, right?" presuppose what they mention; a plain "may …?" does not.
Reads the form alone; whether what is presupposed is true is for the signs beside it.
"""

import re
from enum import StrEnum

from corpus.types import Language
from rag.patterns import compiled


class Frame(StrEnum):
    """A form of asking that presupposes something; the last asks for advice, a forecast or a draft."""

    WHERE = "where"
    WHY = "why"
    SINCE = "since"
    TAG = "tag"
    CLAIMS = "claims"
    PERMIT = "permit"
    ADVICE = "advice"


_WORDS = {
    Language.EN: {
        Frame.WHERE: r"\b(?:which|what|whose) (?:\w+ ){0,3}(?:rules?|paragraphs?|provisions?|articles?|sections?|paras?)\b"
        r"|\bwhere (?:is|are|does|do|did|exactly|in)\b|^where\b"
        r"|\b(?:quote|cite|citation|reference|paragraph|confirm)\b[^.?]*[?.]?$|\bwhich (?:one|number)\b"
        r"|\bunder (?:which|what)\b|\bon (?:which|what) (?:grounds|basis)\b",
        Frame.WHY: r"\bwhy (?:do|does|did|must|is|are)\b|^why\b",
        Frame.SINCE: r"^(?:since|as|because|given that|now that|seeing that)\b|[,;.] (?:since|given that)\b"
        r"|\bsince (?:the|a|an|it|they)\b",
        Frame.TAG: r"(?:, (?:right|correct|yes|no|ok|okay|true)|\b(?:is|are|does|do|can|wo|must)n['’]t (?:it|they|he|she|that|"
        r"there|you|we)|\bcorrect|\bright|\bok|\bstill (?:so|right)|\bis that (?:so|right|true))\s*\?|^so\b",
        Frame.CLAIMS: r"\b(?:says?|said|claims?|told|tells|insists?|taught|according to|relying on|citing|cites)\b"
        r"|\bas .{0,40}(?:rule|comment|paragraph)|\bper (?:rule|bangkok|tokyo|mandela)",
        Frame.PERMIT: r"\b(?:how (?:many|long|much|often|soon)|who|when|what|for how)\b[^?]*"
        r"\b(?:may|can|allow(?:ed|s)?|permit(?:ted|s)?|approves?|fix(?:es|ed))\b",
        Frame.ADVICE: r"\b(?:should|shall|ought) (?:i|we)\b.{0,40}\b(?:plead|sign|confess|settle|sue|appeal|accept|take|stop"
        r"|tell|talk|say|refuse|hire|fight|wait|agree|admit|word|let)\b"
        r"|\bdo (?:i|we) (?:plead|sign|confess|settle|sue|fight|admit|word)\b|\bshall i\b"
        r"|\b(?:is it|would it be) (?:smarter|better|wiser|worth)\b"
        r"|\b(?:would|will) it help\b|\bdo (?:i|we) have a (?:case|chance)\b|\b(?:my|our|his|her|the) chances\b"
        r"|\bwill (?:i|we|he|she|they|my \w+|the judge|the court)\b.{0,30}\b(?:win|lose|get (?:out|off)|believe|grant"
        r"|be released)\b"
        r"|\b(?:draft|write|compose|word|prepare)\b.{0,25}\b(?:my|me|our|us|his|her|a|an|the)\b.{0,40}\b(?:appeal|speech"
        r"|letter|statement|will|"
        r"motion|petition|complaint|defen[cs]e|contract)\b|\bwhat would you do\b|\bmy best (?:move|option|bet)\b"
        r"|\bif you were (?:me|us|in (?:my|our))\b|\bin (?:my|our) (?:place|shoes)\b"
        r"|\b(?:should|shall) (?:i|we) [^.?]{3,60} or (?:just |rather |better )?\w+"
        r"|\bshould (?:he|she|they) (?:just |now )?(?:plead|sign|confess|settle|sue|appeal|accept|admit)\b",
    },
    Language.ZH: {
        Frame.WHERE: r"哪[一几]?[条款段项个]|哪里|在哪|出处|依据|第几[条款段]|引出|引一下|请引|哪部分|哪份",
        Frame.WHY: r"为什么|为何|凭什么",
        Frame.SINCE: r"既然|因为|由于|可以.{0,12}[，,]那|的话",
        Frame.TAG: r"(?:对吧|对吗|对不对|是吧|没错吧|没问题吧|是不是|是吗|行吗|吧)[？?]?$|不是.{1,20}吗",
        Frame.CLAIMS: r"说|声称|根据|按照?|依据|规定|意见把|规则把",
        Frame.PERMIT: r"(?:最多|至少|几|多少|多久|谁|什么)[^？?]{0,15}(?:可以|能|允许)"
        r"|(?:可以|能|允许)[^？?]{0,15}(?:最多|几|多少|多久)|由谁|谁来",
        Frame.ADVICE: r"(?:我|我们|咱|他|她)(?:到底)?(?:该不该|应不应该|要不要|让不让|能不能赢|会不会赢|赢不赢)"
        r"|还是[^，。？?]{1,8}好"
        r"|有没有好处|划得来|划算|胜算|把握(?:大|多)|能赢吗|赢面|你说我|换[成作做了]你|[你您]们?(?:要)?是我|你觉得我|该[^。？?]{1,16}还是|还是(?:先|再)等|给我出个主意|帮我(?:写|起草|拟|改|准备)|替我(?:写|起草|拟)|怎么(?:写|措辞)才",
    },
    Language.FR: {
        Frame.WHERE: r"\bquel(?:le)?s? (?:règle|paragraphe|article|disposition)|\boù (?:est|figure|lit|dit)"
        r"|\bsur quelle base\b",
        Frame.WHY: r"\bpourquoi\b",
        Frame.SINCE: r"\b(?:puisque|étant donné|vu que)\b|^\W*comme\b[^?]{8,},",
        Frame.TAG: r"(?:n['’]est-ce pas|non|d['’]accord|correct|c['’]est (?:bien )?ça)\s*\?",
        Frame.CLAIMS: r"\b(?:dit|affirme|prétend|selon|d['’]après|conformément)\b",
        Frame.PERMIT: r"\b(?:combien|qui|quand)\b[^?]*\b(?:peut|peuvent|permet|autoris\w+)\b",
        Frame.ADVICE: r"\b(?:dois|devrais|faut-il que) je\b|\bdois-je\b|\bdevrais-je\b|\bai-je (?:une chance|un dossier)\b"
        r"|\bva-t-(?:il|elle) gagner\b"
        r"|\b(?:rédig|écri)\w+[- ](?:moi|pour moi)|\bmes chances\b|\bvaut-il mieux\b",
    },
    Language.ES: {
        Frame.WHERE: r"\bqué (?:regla|párrafo|artículo|disposición)|\bdónde (?:está|dice|figura)|\bcon qué fundamento\b",
        Frame.WHY: r"\bpor qué\b",
        Frame.SINCE: r"\b(?:ya que|puesto que|dado que)\b|^\W*como\b[^?]{8,},",
        Frame.TAG: r"(?:¿verdad|¿no|¿cierto|¿correcto)\s*\?",
        Frame.CLAIMS: r"\b(?:dice|afirma|sostiene|según|conforme a)\b",
        Frame.PERMIT: r"\b(?:cuánt\w+|quién|cuándo)\b[^?]*\b(?:puede|pueden|permite|autoriz\w+)\b",
        Frame.ADVICE: r"\b(?:debo|debería|me conviene|me convendría|tengo posibilidades|vale la pena)\b"
        r"|\bredact\w+(?:me)?\b|\bescríbeme\b"
        r"|\bmis posibilidades\b|\bvoy a ganar\b|\bes mejor que\b",
    },
    Language.RU: {
        Frame.WHERE: r"\bкак(?:ое|ой|ая) (?:правило|пункт|положение|статья)|\bгде (?:это|сказано|написано|говорится)"
        r"|\bна каком основании\b",
        Frame.WHY: r"\bпочему\b",
        Frame.SINCE: r"\b(?:поскольку|так как|раз уж|ввиду того)\b",
        Frame.TAG: r"(?:верно|правильно|так ведь|не так ли|правда|да)\s*\?",
        Frame.CLAIMS: r"\b(?:говорит|утверждает|согласно|по словам)\b",
        Frame.PERMIT: r"\b(?:сколько|кто|когда)\b[^?]*\b(?:может|могут|разреш\w+|допуска\w+)\b",
        Frame.ADVICE: r"\b(?:стоит ли мне|следует ли мне|лучше ли мне|мне (?:признаваться|подписывать|соглашаться"
        r"|молчать))\b|\bмои шансы\b"
        r"|\bвыиграю ли\b|\bвыиграет ли\b|\b(?:составь|напиши|подготовь)(?:те)?\b",
    },
    Language.AR: {
        Frame.WHERE: r"أي (?:قاعدة|فقرة|مادة|حكم)|أين (?:ورد|ينص|يرد)|على أي أساس",
        Frame.WHY: r"لماذا",
        Frame.SINCE: r"بما أن|نظرا|طالما",
        Frame.TAG: r"(?:أليس كذلك|صحيح|أليس)\s*؟",
        Frame.CLAIMS: r"يقول|يدعي|وفقا|بحسب|حسب",
        Frame.PERMIT: r"(?<!\w)[وف]?(?:كم|من|متى)(?!\w)[^؟]*(?:يجوز|يسمح|يمكن)",
        Frame.ADVICE: r"هل (?:أعترف|أوقع|أقبل|أستأنف|أرفض)|هل (?:سأربح|سيربح)|ما فرص|اكتب لي|صغ لي|من الأفضل أن",
    },
}
_PATTERNS = compiled(_WORDS)
_OPEN = re.compile(
    r"^\W*(?:(?:and|but|so) )?(?:what|how|anything|is anything|is there anything)\b.{0,12}\b(?:do|does|is|are|said|say)\b"
    r".{0,60}\b(?:say|says|said|regulate|provide|require|ask|asked|cover)\b"
    r"|(?:怎么|如何|是怎样|是怎么)(?:规定|说|要求)|(?:有|作了)(?:什么|哪些)(?:规定|要求)|说了什么"
    r"|^\W*(?:que|qué|что|ماذا)\b.{0,40}\b(?:dit|disent|prévoi\w+|dicen?|establecen?|говор\w+|сказано|تقول|تنص)\b",
    re.IGNORECASE,
)
"""Asks what a text says at all, and so takes nothing for granted, though it speaks of rules and of saying."""
_SAID_OF_IT = re.compile(
    r"allow|permit|ban(?:s|ned|ning)?\b|mandatory|unlimited|indefinite|允许|可以|禁止|无限|autoris|illimit|obligat"
    r"|permi[ts]|ilimitad|разреш|запре|обязат|السماح|حظر",
    re.IGNORECASE,
)
"""Words by which more than a subject is named."""
_ON_A_SUBJECT = re.compile(
    r"\W*what (?:do|does|did) .{2,60} say (?:about|on|regarding|concerning) (?:[\w'-]+\W*){1,3}"
    r"|.{0,30}(?:关于|对于?).{1,8}(?:怎么规定|怎么说|有什么规定|有哪些规定|说了什么)\W*"
    r"|\W*(?:que|qué) (?:dit|disent|prévoi\w+|dicen?|establecen?) .{2,60} (?:sur|(?:à propos|au sujet) d[eu]|sobre"
    r"|acerca del?) (?:[\w’'-]+\W*){1,3}"
    r"|\W*что (?:говорит(?:ся)?|сказано) .{2,60} (?:об?|про) (?:[\w-]+\W*){1,3}"
    r"|\W*ماذا (?:تقول|تنص) .{2,60} (?:عن|بشأن|حول) (?:\w+\W*){1,3}",
    re.IGNORECASE,
)
PRESUPPOSING = frozenset({Frame.WHERE, Frame.WHY, Frame.SINCE, Frame.TAG})
"""Frames that presuppose whatever the question goes on about."""


def frames(question: str, language: Language) -> frozenset[Frame]:
    """Every frame of a question.

    >>> sorted(frames("Which rule lets a keeper sleep on watch?", Language.EN))
    [<Frame.WHERE: 'where'>]
    >>> frames("May a keeper sleep on watch?", Language.EN)
    frozenset()
    >>> frames("What do the Skerry Rules say about watches?", Language.EN)
    frozenset()
    """
    put = frozenset(frame for frame, pattern in _PATTERNS[language].items() if pattern.search(question))
    return put - {Frame.WHERE, Frame.CLAIMS} if asks_what_is_said(question) else put


def asks_what_is_said(question: str) -> bool:
    """Whether a question only asks what a text says, so that telling it cannot go along with anything.

    >>> asks_what_is_said("What does rule 4 of the Skerry Rules ask of keepers?")
    True
    """
    return bool(_OPEN.search(question))


def asks_on_a_subject(question: str) -> bool:
    """Whether it only asks what a text or a rule says on a subject, named in a word or two: nothing is said of the subject.

    >>> asks_on_a_subject("What does rule 4 say about lamps?")
    True
    >>> asks_on_a_subject("What does rule 4 say about lamps that may fail?")
    False
    """
    return _ON_A_SUBJECT.fullmatch(question) is not None and not _SAID_OF_IT.search(question)
