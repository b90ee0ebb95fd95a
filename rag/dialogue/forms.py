"""What a later question of a conversation looks like: how it opens, what it points at, whether it can stand alone.

Forms alone, by language; what they mean for the question is for `rag.dialogue.resolve`.
"""

import re

from corpus.types import Language
from rag.words import terms

_OPENINGS = {
    Language.EN: r"^(?:and|but|what about|how about|what if|also|same for|even|or|then|so|for how long|how so)\b",
    Language.ZH: r"^(?:那|那么|还有|如果|要是|换成)|呢[?？]?$",
    Language.FR: r"^(?:et|mais|qu['’]en est-il|même|alors|ou|et si)\b",
    Language.ES: r"^¿?(?:y|pero|qué pasa con|también|incluso|o|entonces)\b",
    Language.RU: r"^(?:а|и|но|что насчет|что насчёт|тоже|тогда|или)\b",
    Language.AR: r"^(?:وماذا|ماذا عن|ولكن|أيضا|وهل|و(?:هل|ماذا|ما|من|متى|أين|كيف|كم|لماذا|إذا|في)\b)",
}
_POINTING = {
    Language.EN: r"\b(?:he|him|his|she|her|hers|they|them|their|theirs|it|its|that|this|these|those|there|one|ones|such"
    r"|the same|as well|too|either|otherwise|instead)\b",
    Language.ZH: r"也(?:一样|适用|能|可以|不行|不能|算|要|得|是|有)|[他她它]|这(?:个|条|些|样|一|种|里|是)|那(?:个|条|些|样"
    r"|里|种)|必须吗|还是|同样",
}
"""Words that stand for something said before."""
_SHORT = {Language.ZH: 6}
"""Terms below which a question within a conversation is taken for a follow-up; Chinese terms are pairs of characters."""
_SHORT_ELSEWHERE = 4
_LONG = {Language.ZH: 16}
"""Terms from which words that point back point within the question itself."""
_LONG_ELSEWHERE = 9

_NOT_ASKED = {
    Language.EN: r"(?:(?:(?:ok(?:ay)?|thanks(?: a lot| so much| again)?|thank you(?: so much| very much| again)?|many thanks"
    r"|thx)[ ,.!;:–-]+"
    r"|(?:fine|good|great|perfect|cool|right|sure|yes|alright|all right|got it|i see|understood|makes sense|by the way|hm+"
    r"|oh)\s?[,.!;:–-]+\s*))+",
    Language.ZH: r"(?:(?:好的?|嗯+|行|明白了?|知道了?|懂了|了解了?|原来如此|谢谢[你您]?|多谢|哦+|顺便问(?:一下"
    r"|一句)?)[，,。.！!；;]+\s*)+",
}
_CHANGED = {
    Language.EN: r"(?:(?:a |one )?(?:different|another|new|other|completely different) (?:question|topic|subject|thing)"
    r"|change of (?:topic|subject)|something else|on another (?:note|matter)|let me ask (?:you )?something else|unrelated)"
    r"(?: entirely| then| though)?\s?[,.:;!–-]+\s*",
    Language.ZH: r"(?:换(?:个|一个)(?:话题|问题)|另外(?:再)?问(?:一下|一个|个)|我?还有(?:一)?个问题|那?我?再问(?:一下|一个"
    r"|个)(?:别的)?"
    r"|问个别的|说点别的)[，,：:。；;]+\s*",
}
_NOT_THAT = {
    Language.EN: r"(?:(?:no|nope|sorry|wait|hang on|actually|not that)[ ,.!–-]+)",
    Language.ZH: r"(?:(?:不是|不对|不|错了|等等)[，,。！!]+)",
}
_MEANT = {
    Language.EN: rf"{_NOT_THAT[Language.EN]}+(?:(?:what )?i (?:was asking|am asking|asked|said)(?: about| for)?[,: ]+"
    rf"|i['’]m asking(?: about| for)?[,: ]+"
    r"|not (?:for |about |the )?\w{2,12}(?: \w{2,12})?, (?=(?:for|about|the|but|i)\b)(?:but )?)"
    rf"|{_NOT_THAT[Language.EN]}*(?:(?:what )?i (?:meant|mean)|my question (?:is|was))(?: about| for| is| was)?[,: ]+",
    Language.ZH: rf"{_NOT_THAT[Language.ZH]}+我(?:是|想)*(?:问|说|指)的?是?[：:，,]*"
    r"|我(?:是|想)*(?:问|说|指)的是[：:，,]*|我是(?:问|说)(?!过|了|话)[：:，,]*|我的?(?:意思|问题)是[：:，,]*",
}
_WHERE = {
    Language.EN: r"(?:(?:and|but|so)\b[, ]*)?(?:where (?:exactly )?(?:does it|do they|is (?:that|it|this)|in the text"
    r"|do i find (?:that|it))"
    r"(?: say| says| said| written| stand| exactly){0,3}(?: that| so| this)?(?: exactly)?"
    r"|(?:which|what) (?:rule|paragraph|article|number|provision)(?: exactly| is (?:that|it)(?: in)?| says (?:that|so|this)"
    r"| number)?"
    r"|(?:can you |please )?(?:show|give|tell|quote) me (?:the )?(?:exact )?(?:words|wording|text|source|rule|paragraph|quote)"
    r"|what are the exact words|says who|source)\W*$",
    Language.ZH: r"(?:那|这|具体)*(?:是|在|写在)?(?:哪|第几)一?(?:条|款|段|项)(?:写的?|规定的?|说的?|讲的?)?(?:这个|这样"
    r"|的)?[呢啊呀]?\W*$"
    r"|(?:那|这)?(?:出处|依据|原文|原话)(?:是什么|呢|在哪里?|怎么说)?\W*$"
    r"|(?:那|这)?(?:写|说|规定)?在?哪(?:里|儿)?(?:写着?|规定|说|讲)?的?\W*$",
}
_MUST = {
    Language.EN: r"(?:(?:and|but|so)\b[, ]*)?is (?:that|this|it) (?:a must|compulsory|mandatory|obligatory|binding|required"
    r"|an obligation"
    r"|just (?:a )?(?:recommendation|advice)|optional)"
    r"(?: or (?:just |only )?(?:a )?(?:recommendation|recommended|advice|optional|a should))?\W*$",
    Language.ZH: r"(?:那|这|这个)?(?:是)?(?:必须|强制|硬性(?:规定)?|一定要)的?(?:吗|么)?[?？，,]*(?:还是(?:只是)?(?:建议"
    r"|可选的?|推荐))?吗?\W*$",
}
_NEXT = {
    Language.EN: r"(?:(?:and|what|then|so)\b[, ]*){0,3}(?:(?:does|do|about|is|says?|in|how about)\s+){0,3}(?:the )?"
    r"(?:(?P<next>next|following)|(?P<back>previous|preceding|prior)) (?P<unit>rule|article|paragraph|para|section|item|one"
    r"|point)"
    r"(?: after (?:that|it)(?: one)?)?(?: (?:say|says|about|there|read|then)){0,3}\W*$"
    r"|(?:(?:and|what|then)\b[, ]*){0,3}(?:does |about |is )?the (?:rule|one|paragraph|article) (?:(?P<after>after)"
    r"|(?P<before>before))"
    r"(?: that| it| this)?(?: one)?(?: say| about)?\W*$",
    Language.ZH: r"(?:那么?|再|还有){0,3}(?:(?P<next>下|后)|(?P<back>上|前))(?:一|面一?)?(?P<unit>条|款|段|项|个)(?:规则|规定)?"
    r"(?:呢|怎么说|说的?是?什么|说了什么|是什么|是怎么说的?|讲的?是?什么|怎么规定|规定了什么)?\W*$",
}
_NUMBERED = {
    Language.EN: r"(?:(?:and|what|then|ok)\b[, ]*){0,3}(?:about |does )?(?:(?P<unit>rule|article|paragraph|para\.?|section"
    r"|no\.?|number) )?"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})?)(?: say)?\W*$",
    Language.ZH: r"(?:那么?|还有)?第?(?P<number>\d{1,3}(?:\.\d{1,2})?)(?P<unit>条|款|段|项)?(?:呢|怎么说|说什么|怎么规定)?\W*$",
}
_ON_THAT = {
    Language.EN: "and what about how on that this it them the then do does say says is anything along those lines in same thing"
    " also too there something similar with according to under ok so but tell me are they",
    Language.ZH: "那 里 里面 里头 呢 怎么 怎么说 怎么规定 有 规定 有没有 关于 这个 这 说 说了 什么 也 一样 吗 对此 那么 中"
    " 上 的 了 是 么 没有",
}
"""Words that ask what another text says of the same."""
_SUBJECT = (
    r"(?!.*(?:\b(?:who|whom|whose|what|which|when|where|why|how|it|this|that|them|these|those)\b"
    r"|\b(?:is|are|can|could|may|must|should|do|does|did|will|would|has|have) (?:i|you|he|she|it|we|they|the|a|an|there|my"
    r"|his|her)\b))"
)
"""No question, nor a word that points back."""
_NO_NOUN = (
    r"(?!(?:in|at|for|if|when|while|after|before|during|with|without|then|only|even|by|to|from|more|not|is|are|can|may|must)\b)"
)
_ABOUT = {
    Language.EN: r"(?:(?:(?:and|but|ok|what|how)\b[, ]*){0,3}(?:(?:does|do) (?:it|they|the (?:resolution|rules"
    r"|text)) say )?(?:about|on) "
    rf"|(?:and|or) {_NO_NOUN}(?=(?:[\w'-]+ ?){{1,4}}\?*\s*$))"
    rf"{_SUBJECT}(?P<of>[^?,.;]{{3,60}}?)(?: too| as well| then)?\?*\s*$",
    Language.ZH: r"(?:那么?)?(?:关于|对于?)?(?![这那此他她如要万])(?P<of>[^？?，,谁哪么吗]{2,12}?)(?:呢|怎么说|有什么规定"
    r"|怎么规定"
    r"|说了什么)[？?]*$",
}
_ASKS_WHAT_IS_SAID = {
    Language.EN: r"\bsays?\b.{0,40}\b(?:about|on|regarding)\b|\bwhat does\b.{0,60}\bsay\b|\bcover\b",
    Language.ZH: r"怎么说|说了?什么|怎么规定|有什么规定|讲什么|关于",
}


def _compiled(forms: dict[Language, str], *, start: bool = False) -> dict[Language, re.Pattern[str]]:
    return {language: re.compile(rf"^\W*(?:{form})" if start else form, re.IGNORECASE) for language, form in forms.items()}


_OPENING = _compiled(_OPENINGS)
_POINTS = _compiled(_POINTING)
NOT_ASKED, CHANGED, MEANT = (_compiled(forms, start=True) for forms in (_NOT_ASKED, _CHANGED, _MEANT))
"""What stands before a question and asks nothing; says that another matter follows; says that it was meant otherwise."""
WHERE, MUST, NEXT, NUMBERED = (_compiled(forms, start=True) for forms in (_WHERE, _MUST, _NEXT, _NUMBERED))
"""Asks where the last answer stands, or whether it binds; for the provision before or after it; for another number."""
ABOUT = _compiled(_ABOUT, start=True)
"""Asks for another subject (`of`) of the same text."""
SAYS = _compiled(_ASKS_WHAT_IS_SAID)
"""Asks what a text says at all."""


def leans(question: str, language: Language) -> bool:
    """Whether a question within a conversation looks as if it could not stand alone."""
    count = len(terms(question, language))
    if _OPENING[language].search(question) or count < _SHORT.get(language, _SHORT_ELSEWHERE):
        return True
    pointing = _POINTS.get(language)
    return pointing is not None and count < _LONG.get(language, _LONG_ELSEWHERE) and bool(pointing.search(question))


def asks_the_same(rest: str, language: Language) -> bool:
    """Whether nothing but words like "and on that?" is left of a question without the name of an instrument."""
    words = _ON_THAT.get(language)
    if words is None:
        return False
    if language is Language.ZH:
        left = re.sub("|".join(sorted(words.split(), key=len, reverse=True)), "", re.sub(r"[\W_]+", "", rest))
        return not left
    return set(re.findall(r"[a-z']+", rest.casefold())) <= set(words.split())
