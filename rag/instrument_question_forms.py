"""How the six languages ask for a text as such, written out for `rag.instrument_questions`.

`§` stands here for the name of an instrument. A form is the whole of a question: a name behind "under", "in" or 中 is where
something is looked up, and is in none but those that count its rules.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from corpus.types import Language

NAME = "\ue000"
"""What stands for the name of an instrument in a question: a character that nobody writes."""


class Aspect(StrEnum):
    """What may be asked of a text as such."""

    FORCE = "force"
    DATE = "date"
    LENGTH = "length"


_FOLLOW = r"(?:follow|obey|comply with|respect|apply|observe)"
_PARTS = {
    Language.EN: {
        "T": r"(?:the )?§(?:(?:,| and|, and| or) (?:the )?§)*",
        "WHO": r"(?:i|we|us|me|everyone|anyone|(?:(?:all|every|any|my|our|the|member|un|state|states) )*(?:states?|countr"
        r"(?:y|ies)|governments?|courts?|judges?|prisons?|parties|authorities))",
        "ADV": r"(?:(?:really|actually|even|legally|strictly|internationally|just|only|a|any|the) )*",
        "BIND": r"(?:binding|mandatory|obligatory|compulsory|enforceable|(?:"
        r"(?:hard|soft|international) )?law|(?:binding )?treaty|treaties)",
        "OR": r"(?:,? or (?:not|(?:(?:just|only|merely) )?"
        r"(?:advice|advisory|guidelines?|recommendations?|(?:soft|hard) law)))?",
    },
    Language.ZH: {
        "T": r"§(?:(?:和|与|及|、|以及)§)*",
        "WHO": r"(?:所有|每个)?(?:各国|国家|我国|我们|会员国|缔约国|成员国|政府|法院|法官|监狱)",
        "OR": r"(?:[,，]?(?:有)?还是(?:没有|不是|只是|仅仅是|仅是)?"
        r"(?:建议|软法|硬法|指导方针|指南|参考|条约|法律|宣言|决议|自愿的?)?)?",
        "WHEN": r"(?:什么时候|何时|哪一?年|几几年|哪一?天)",
        "MADE": r"(?:通过|颁布|制定|出台|发布|公布)",
    },
    Language.FR: {
        "T": r"(?:(?:l[ae]s?|des?|du) |[ld]['’] ?)*§(?: et (?:(?:l[ae]s?|des?|du) |[ld]['’] ?)*§)*",
        "WHO": r"(?:(?:les|tous|nos|notre|mon|leurs|la|le) )*(?:états?"
        r"(?: parties)?|pays|tribunaux|juges?|prisons?|gouvernements?|parties)",
        "BIND": r"(?:(?:vraiment|juridiquement|légalement) )*(?:contraignant(?:e|es|s)?|obligatoires?|un traité)",
        "WORTH": r"(?:force (?:de loi|obligatoire|contraignante)|valeur (?:juridique|contraignante|obligatoire))",
        "MADE": r"(?:adoptée?s?|votée?s?|approuvée?s?|publiée?s?)",
    },
    Language.ES: {
        "T": r"(?:(?:l[ao]s?|el|del?|al) )*§(?: y (?:(?:l[ao]s?|el|del?) )*§)*",
        "WHO": r"(?:(?:l[ao]s?|el|todos|mi|nuestro) )*(?:estados?|país(?:es)?|tribunal(?:es)?|juez|jueces|cárcel"
        r"(?:es)?|gobiernos?|partes?)",
        "BIND": r"(?:(?:realmente|jurídicamente|legalmente) )*(?:vinculantes?|obligatori[oa]s?|un tratado)",
        "WORTH": r"(?:fuerza|carácter|valor|efectos?) (?:vinculantes?|obligatori[oa]s?|de ley|legal(?:es)?|jurídic[oa]s?)",
        "MADE": r"(?:se )?(?:fue(?:ron)? )?"
        r"(?:aprobaron|aprobó|adoptaron|adoptó|publicaron|publicó|(?:aprob|adopt|public)ad[oa]s?)",
    },
    Language.RU: {
        "T": r"§(?: и §)*",
        "WHO": r"(?:(?:всех|нашей|моей|нашего) )*(?:государств\w*|стран\w*|суд\w*|правительств\w*|тюрем|участник\w*|нас)",
        "BIND": r"(?:(?:юридически|действительно) )*обязательн\w+",
        "WORTH": r"(?:юридическ\w+|обязательн\w+|сил\w+ закона) ?(?:сил\w+|характер\w*|статус\w*)?",
        "MADE": r"(?:был[аои]? )?(?:приняли|принят[аоы]?|утвержден[аоы]?|одобрен[аоы]?)",
    },
    Language.AR: {
        "T": r"(?:لل? ?)?§(?: و ?(?:لل? ?)?§)*",
        "WHO": r"(?:ل|لل|على |جميع |كل )*(?:ال)?(?:دول|دولة|حكومات|محاكم|قضاة|أطراف|نا|بلدي)",
        "BIND": r"(?:(?:معاهدة )?(?:ملزمة?|إلزامية?)|معاهدة)(?: قانون[اًي]+)?",
        "MADE": r"(?:تم )?(?:اعتمدت|اعتمد|اعتماد|صدرت|صدر)",
    },
}
_FORMS: Mapping[Language, Mapping[Aspect, str]] = {
    Language.EN: {
        Aspect.FORCE: r"(?:is|are) <T> <ADV><BIND>(?: (?:on|upon|for|to|in) <WHO>)?<OR>|<T> (?:legally )?binding"
        r"|(?:is|are) <T> part of (?:international )?law"
        r"|do(?:es)? <T> <ADV>(?:have|has) <ADV>(?:(?:legal|binding) (?:force|effect|status|value)|force of law)"
        r"(?: (?:in|on|for) <WHO>)?"
        r"|what(?: is|'s|’s) the (?:legal|binding) (?:force|effect|status|value|nature) of <T>"
        r"|what (?:legal|binding) (?:force|effect|status|value) do(?:es)? <T> have"
        r"|do(?:es)? <T> <ADV>(?:bind) <WHO>"
        rf"|(?:do(?:es)? <WHO> <ADV>(?:have|need) to|must <WHO>) {_FOLLOW} <T><OR>"
        rf"|is it <ADV>(?:binding|mandatory|obligatory|compulsory) to {_FOLLOW} <T>"
        rf"|(?:is|are|am) <WHO> <ADV>(?:bound by|(?:bound|obliged|required) to {_FOLLOW}) <T>",
        Aspect.DATE: r"(?:when|(?:in )?(?:what|which) year|on (?:what|which) date) (?:was|were|did) <T> (?:(?:finally|first) )?"
        r"(?:adopted|passed|agreed|approved|issued|published|drawn up|come into being)(?: by the (?:"
        r"(?:un|united nations) )?(?:general assembly|un|united nations))?"
        r"|what(?: is|'s|’s) the (?:date|year) of (?:(?:the )?adoption of )?<T>|how (?:old|recent) (?:is|are) <T>",
        Aspect.LENGTH: r"how many (?:rules|articles|paragraphs|provisions) (?:are there |are )?(?:in|of) <T>(?: "
        r"(?:in all|in total|altogether))?"
        r"|how many (?:rules|articles|paragraphs|provisions) do(?:es)? <T> (?:have|contain|comprise)(?: "
        r"(?:in all|in total|altogether))?|how many § are there(?: (?:in all|in total|altogether))?"
        r"|how long (?:is|are) <T>",
    },
    Language.ZH: {
        Aspect.FORCE: r"(?:联合国)?<T>(?:本身)?(?:对<WHO>)?(?:到底|究竟)?(?:是否|是不是|有没有|有无|是|有|没有)?"
        r"(?:具有|具备|有)?(?:任何)?(?:(?:国际)?法律?(?:上的?)?)?(?:约束力|拘束力|强制力|效力)(?:吗|么|呢)?<OR>"
        r"|(?:联合国)?<T>(?:到底|究竟)?(?:是不是|是|属于|算)"
        r"(?:强制性的?|强制的|有约束力的?|法律|软法|硬法|条约|国际法|法律文件)(?:吗|么)?<OR>"
        r"|<WHO>(?:是不是|是否|都)*(?:必须|一定要|有义务|得|要)(?:遵守|执行|照做|服从)<T>(?:吗|么)?"
        r"|<T>(?:有|的|具有)(?:什么|怎样的)?法律(?:地位|效力|性质)(?:是什么|如何|怎么样)?",
        Aspect.DATE: r"(?:联合国)?<T>(?:是)?(?:联合国|大会|联合国大会)?(?:是|在|于)*<WHEN>(?:由(?:联合国)?大会)?(?:被)?<MADE>"
        r"(?:的|了)?|(?:联合国|大会|联合国大会)?(?:是|在|于)*<WHEN><MADE>(?:的|了)?<T>"
        r"|<T>的?(?:通过|颁布|发布|公布)(?:日期|时间|年份)(?:是什么时候|是哪一?天|是什么|是哪一?年)?",
        Aspect.LENGTH: r"<T>(?:里|中|里面)?(?:一共|总共|共)?(?:有|包括|包含)?(?:多少|几)(?:条|段|款)(?:规则|条文|规定)?",
    },
    Language.FR: {
        Aspect.FORCE: r"(?:est-ce que )?<T> (?:est|sont)(?:-(?:elles?|ils?))? <BIND>(?: pour <WHO>)?"
        r"|(?:est-ce que )?<T> (?:ont|a)(?:-(?:elles|ils|t-elle|t-il))? (?:une )?<WORTH>"
        r"|quelle est la (?:valeur|force|portée) (?:juridique|obligatoire|contraignante) <T>|<T> lient-(?:elles|ils) <WHO>"
        r"|<T> lie-t-(?:elle|il) <WHO>",
        Aspect.DATE: r"(?:quand|en quelle année|à quelle date)(?: est-ce que)? <T> (?:a|ont)(?:-"
        r"(?:elles|ils|t-elle|t-il))? été <MADE>(?: par l['’]assemblée générale)?"
        r"|(?:quand|en quelle année|à quelle date) (?:a|ont) été <MADE> <T>|de quand dat(?:e|ent) <T>",
        Aspect.LENGTH: r"combien (?:de |d['’] ?)(?:règles|articles|paragraphes) "
        r"(?:y a-t-il dans |dans |contiennent |contient |compte |comptent )?<T>(?: (?:contien|compt)\w+(?:-"
        r"(?:elles?|ils?|t-elle|t-il))?)?|combien y a-t-il (?:de |d['’] ?)(?:règles|articles|paragraphes) dans <T>",
    },
    Language.ES: {
        Aspect.FORCE: r"(?:es|son) <BIND> <T>(?: para <WHO>)?|<T> (?:es|son) <BIND>(?: para <WHO>)?"
        r"|tienen? (?:<T> )?<WORTH>(?: <T>)?|<T> tienen? <WORTH>"
        r"|qué (?:valor|fuerza) (?:jurídic[oa]|legal|vinculante) tienen? <T>|<T> (?:obligan?|vinculan?) a <WHO>"
        r"|(?:obligan?|vinculan?) <T> a <WHO>",
        Aspect.DATE: r"(?:cuándo|en qué año|en qué fecha) <MADE>(?: por la asamblea general)? <T>",
        Aspect.LENGTH: r"cuánt[oa]s (?:reglas|artículos|párrafos) (?:tienen?|hay en|contienen?) <T>(?: en total)?",
    },
    Language.RU: {
        Aspect.FORCE: r"<BIND> ли <T>(?: для <WHO>)?|(?:имеют|имеет|обладают|обладает) ли <T> <WORTH>"
        r"|явля[ею]тся ли <T> (?:<BIND>|договором)(?: для <WHO>)?|<T> <BIND>(?: для <WHO>)?|<T> (?:имеют|имеет) <WORTH>"
        r"|как(?:ова|ую|ая) (?:юридическ\w+|обязательн\w+) сил\w+ (?:у |имеют |имеет )?<T>(?: имеет| имеют)?",
        Aspect.DATE: r"(?:когда|в каком году|какого числа) <MADE> <T>|(?:когда|в каком году|какого числа) <T> <MADE>",
        Aspect.LENGTH: r"сколько (?:всего )?(?:правил|статей|пунктов) (?:содержат |содержит |содержится )?(?:в )?<T>",
    },
    Language.AR: {
        Aspect.FORCE: r"هل <T> <BIND>(?: <WHO>)?|هل <T> (?:قوة|صفة) (?:ملزمة|إلزامية|قانونية|القانون)"
        r"|ما (?:هي )?(?:القيمة|القوة) القانونية <T>",
        Aspect.DATE: r"متى <MADE> <T>|في أي (?:عام|سنة) <MADE> <T>",
        Aspect.LENGTH: r"كم عدد (?:ال)?(?:قواعد|مواد|فقرات) (?:في )?<T>|كم (?:قاعدة|مادة|فقرة) (?:في|تتضمن) <T>|كم عدد §",
    },
}
_BEFORE = {
    Language.EN: r"(?:(?:so|but|and|then|ok|please|tell me),? )*",
    Language.ZH: r"(?:请问|那么?|所以)?[,，]?",
    Language.FR: r"(?:(?:et|mais|alors|donc),? )*",
    Language.ES: r"(?:(?:y|pero|entonces),? )*",
    Language.RU: r"(?:(?:а|и|но|так),? )*",
    Language.AR: r"(?:و ?)?",
}
_AGAIN = {
    Language.EN: r"(?:(?:and|but|or|what about|how about) )*<T>",
    Language.ZH: r"(?:那么?|还有)?<T>呢?",
    Language.FR: r"(?:(?:et|mais|qu['’]en est-il) )*<T>",
    Language.ES: r"(?:(?:y|pero|qué pasa con) )*<T>",
    Language.RU: r"(?:(?:а|и|но|что насчет|что насчёт) )*<T>",
    Language.AR: r"(?:(?:و|ماذا عن|وماذا عن) ?)*<T>",
}


def _compiled(language: Language, form: str) -> re.Pattern[str]:
    """A form with its parts written out."""
    for part, written in _PARTS[language].items():
        form = form.replace(f"<{part}>", f"(?:{written})")
    whole = rf"[^\w§]*{_BEFORE[language]}(?:{form})[^\w§]*"
    return re.compile(whole.replace("§", NAME), re.IGNORECASE)


FORMS: Mapping[Language, Mapping[Aspect, re.Pattern[str]]] = {
    language: {aspect: _compiled(language, form) for aspect, form in forms.items()} for language, forms in _FORMS.items()
}
"""The whole of a question on texts as such, with `NAME` for names."""
AGAIN: Mapping[Language, re.Pattern[str]] = {language: _compiled(language, form) for language, form in _AGAIN.items()}
"""The whole of a follow-up that only names another text."""

_SAME = {
    Language.EN: r"\b(?:they|it|those|these)\b",
    Language.ZH: r"它们?|这些规则",
    Language.FR: r"\b(?:elles?|ils?)\b",
    Language.RU: r"\b(?:они|оно)\b",
    Language.AR: r"\b(?:هي|هو)\b",
}
SAME: Mapping[Language, re.Pattern[str]] = {language: re.compile(words, re.IGNORECASE) for language, words in _SAME.items()}
"""What stands for a text that was asked about just before; Spanish leaves it out."""
