"""How the six languages ask for a text as such, greet a program and ask what it can do, written out for `rag.about`.

`§` stands here for the name of an instrument. A form is the whole of a question: a name
behind "under", "in" or 中 is where something is looked up, and is in none but those that count its rules.
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
        "WHO": r"(?:i|we|us|me|everyone|anyone|(?:(?:all|every|any|my|our|the|member|un|state|states) )*(?:states?|countr(?:y"
        r"|ies)|governments?"
        r"|courts?|judges?|prisons?|parties|authorities))",
        "ADV": r"(?:(?:really|actually|even|legally|strictly|internationally|just|only|a|any|the) )*",
        "BIND": r"(?:binding|mandatory|obligatory|compulsory|enforceable|(?:(?:hard|soft|international) )?law"
        r"|(?:binding )?treaty|treaties)",
        "OR": r"(?:,? or (?:not|(?:(?:just|only|merely) )?(?:advice|advisory|guidelines?|recommendations?|(?:soft"
        r"|hard) law)))?",
    },
    Language.ZH: {
        "T": r"§(?:(?:和|与|及|、|以及)§)*",
        "WHO": r"(?:所有|每个)?(?:各国|国家|我国|我们|会员国|缔约国|成员国|政府|法院|法官|监狱)",
        "OR": r"(?:[,，]?(?:有)?还是(?:没有|不是|只是|仅仅是|仅是)?(?:建议|软法|硬法|指导方针|指南|参考|条约|法律|宣言"
        r"|决议|自愿的?)?)?",
        "WHEN": r"(?:什么时候|何时|哪一?年|几几年|哪一?天)",
        "MADE": r"(?:通过|颁布|制定|出台|发布|公布)",
    },
    Language.FR: {
        "T": r"(?:(?:l[ae]s?|des?|du) |[ld]['’] ?)*§(?: et (?:(?:l[ae]s?|des?|du) |[ld]['’] ?)*§)*",
        "WHO": r"(?:(?:les|tous|nos|notre|mon|leurs|la|le) )*(?:états?(?: parties)?|pays|tribunaux|juges?|prisons?"
        r"|gouvernements?|parties)",
        "BIND": r"(?:(?:vraiment|juridiquement|légalement) )*(?:contraignant(?:e|es|s)?|obligatoires?|un traité)",
        "WORTH": r"(?:force (?:de loi|obligatoire|contraignante)|valeur (?:juridique|contraignante|obligatoire))",
        "MADE": r"(?:adoptée?s?|votée?s?|approuvée?s?|publiée?s?)",
    },
    Language.ES: {
        "T": r"(?:(?:l[ao]s?|el|del?|al) )*§(?: y (?:(?:l[ao]s?|el|del?) )*§)*",
        "WHO": r"(?:(?:l[ao]s?|el|todos|mi|nuestro) )*(?:estados?|país(?:es)?|tribunal(?:es)?|juez|jueces|cárcel(?:es)?"
        r"|gobiernos?|partes?)",
        "BIND": r"(?:(?:realmente|jurídicamente|legalmente) )*(?:vinculantes?|obligatori[oa]s?|un tratado)",
        "WORTH": r"(?:fuerza|carácter|valor|efectos?) (?:vinculantes?|obligatori[oa]s?|de ley|legal(?:es)?|jurídic[oa]s?)",
        "MADE": r"(?:se )?(?:fue(?:ron)? )?(?:aprobaron|aprobó|adoptaron|adoptó|publicaron|publicó|(?:aprob|adopt"
        r"|public)ad[oa]s?)",
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
        r"(?:adopted|passed|agreed|approved|issued|published|drawn up|come into being)"
        r"(?: by the (?:(?:un|united nations) )?(?:general assembly|un|united nations))?"
        r"|what(?: is|'s|’s) the (?:date|year) of (?:(?:the )?adoption of )?<T>|how (?:old|recent) (?:is|are) <T>",
        Aspect.LENGTH: r"how many (?:rules|articles|paragraphs|provisions) (?:are there |are )?(?:in|of) <T>(?: (?:in all"
        r"|in total|altogether))?"
        r"|how many (?:rules|articles|paragraphs|provisions) do(?:es)? <T> (?:have|contain|comprise)(?: (?:in all|in total"
        r"|altogether))?"
        r"|how many § are there(?: (?:in all|in total|altogether))?|how long (?:is|are) <T>",
    },
    Language.ZH: {
        Aspect.FORCE: r"(?:联合国)?<T>(?:本身)?(?:对<WHO>)?(?:到底|究竟)?(?:是否|是不是|有没有|有无|是|有|没有)?(?:具有"
        r"|具备|有)?(?:任何)?"
        r"(?:(?:国际)?法律?(?:上的?)?)?(?:约束力|拘束力|强制力|效力)(?:吗|么|呢)?<OR>"
        r"|(?:联合国)?<T>(?:到底|究竟)?(?:是不是|是|属于|算)(?:强制性的?|强制的|有约束力的?|法律|软法|硬法|条约|国际法"
        r"|法律文件)(?:吗|么)?<OR>"
        r"|<WHO>(?:是不是|是否|都)*(?:必须|一定要|有义务|得|要)(?:遵守|执行|照做|服从)<T>(?:吗|么)?"
        r"|<T>(?:有|的|具有)(?:什么|怎样的)?法律(?:地位|效力|性质)(?:是什么|如何|怎么样)?",
        Aspect.DATE: r"(?:联合国)?<T>(?:是)?(?:联合国|大会|联合国大会)?(?:是|在"
        r"|于)*<WHEN>(?:由(?:联合国)?大会)?(?:被)?<MADE>(?:的|了)?"
        r"|(?:联合国|大会|联合国大会)?(?:是|在|于)*<WHEN><MADE>(?:的|了)?<T>"
        r"|<T>的?(?:通过|颁布|发布|公布)(?:日期|时间|年份)(?:是什么时候|是哪一?天|是什么|是哪一?年)?",
        Aspect.LENGTH: r"<T>(?:里|中|里面)?(?:一共|总共|共)?(?:有|包括|包含)?(?:多少|几)(?:条|段|款)(?:规则|条文|规定)?",
    },
    Language.FR: {
        Aspect.FORCE: r"(?:est-ce que )?<T> (?:est|sont)(?:-(?:elles?|ils?))? <BIND>(?: pour <WHO>)?"
        r"|(?:est-ce que )?<T> (?:ont|a)(?:-(?:elles|ils|t-elle|t-il))? (?:une )?<WORTH>"
        r"|quelle est la (?:valeur|force|portée) (?:juridique|obligatoire|contraignante) <T>|<T> lient-(?:elles|ils) <WHO>"
        r"|<T> lie-t-(?:elle|il) <WHO>",
        Aspect.DATE: r"(?:quand|en quelle année|à quelle date)(?: est-ce que)? <T> (?:a|ont)(?:-(?:elles|ils|t-elle"
        r"|t-il))? été <MADE>(?: par l['’]assemblée générale)?"
        r"|(?:quand|en quelle année|à quelle date) (?:a|ont) été <MADE> <T>|de quand dat(?:e|ent) <T>",
        Aspect.LENGTH: r"combien (?:de |d['’] ?)(?:règles|articles|paragraphes) (?:y a-t-il dans |dans |contiennent "
        r"|contient |compte |comptent )?<T>"
        r"(?: (?:contien|compt)\w+(?:-(?:elles?|ils?|t-elle|t-il))?)?|combien y a-t-il (?:de |d['’] ?)(?:règles|articles"
        r"|paragraphes) dans <T>",
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
        r"|явля[ею]тся ли <T> (?:<BIND>|договором)(?: для <WHO>)?"
        r"|<T> <BIND>(?: для <WHO>)?|<T> (?:имеют|имеет) <WORTH>|как(?:ова|ую|ая) (?:юридическ\w+"
        r"|обязательн\w+) сил\w+ (?:у |имеют |имеет )?<T>(?: имеет| имеют)?",
        Aspect.DATE: r"(?:когда|в каком году|какого числа) <MADE> <T>|(?:когда|в каком году|какого числа) <T> <MADE>",
        Aspect.LENGTH: r"сколько (?:всего )?(?:правил|статей|пунктов) (?:содержат |содержит |содержится )?(?:в )?<T>",
    },
    Language.AR: {
        Aspect.FORCE: r"هل <T> <BIND>(?: <WHO>)?|هل <T> (?:قوة|صفة) (?:ملزمة|إلزامية|قانونية|القانون)|ما (?:هي )?(?:القيمة"
        r"|القوة) القانونية <T>",
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
"""The whole of a question on texts as such, names written as `§`."""
AGAIN: Mapping[Language, re.Pattern[str]] = {language: _compiled(language, form) for language, form in _AGAIN.items()}
"""The whole of a follow-up that only names another text."""

_GREETINGS = {
    Language.EN: r"hi|hello(?: there)?|hey|pinpoint|good (?:morning|afternoon|evening)"
    r"|(?:many )?thanks?(?: you)?(?: so much| very much| a lot)?"
    r"|ok(?:ay)?|(?:good)?bye|test|(?:please )?(?:can you )?help(?: me)?(?: please)?|(?:what|who) are you|who made you"
    r"|what can you (?:do"
    r"|help(?: me)? with)"
    r"|are you (?:a |an )?(?:human|robot|bot|lawyer|ai|real)",
    Language.ZH: r"[你您]好吗?|早上好|晚上好|救命|帮帮我|[你您]能帮我吗|(?:好的?[,，]?)?谢谢[你您]?|多谢|再见|在吗|帮助"
    r"|(?:请问)?[你您](?:能|可以|会)(?:做什么|干什么"
    r"|回答(?:哪些|什么)问题|帮我(?:做|干)?什么)"
    r"|[你您]是(?:谁|什么|机器人|律师)[吗么]?",
    Language.FR: r"bonjour|bonsoir|salut|merci(?: beaucoup| bien)?|au revoir|aide(?:z-moi)?|à l['’]aide|s['’]il (?:vous"
    r"|te) plaît|que (?:peux-tu|pouvez-vous"
    r"|sais-tu) faire"
    r"|qui (?:es-tu|êtes-vous)",
    Language.ES: r"hola|por favor|auxilio|buenos d[ií]as|buenas(?: tardes| noches)?|(?:muchas )?gracias|adiós|ayuda"
    r"|qu[eé] (?:puedes|puede"
    r"|sabes) hacer|quién eres",
    Language.RU: r"привет|здравствуй(?:те)?|добрый день|(?:большое )?спасибо(?: большое)?|до свидания|помощь|помогите"
    r"|пожалуйста"
    r"|что (?:ты|вы) умее(?:шь|те)|кто (?:ты|вы)|(?:ты|вы) кто",
    Language.AR: r"مرحبا|النجدة|ساعدني|ساعدوني|السلام عليكم|أهلا|شكر[اً]+(?: جزيل[اً]+| لك)?|مع السلامة|مساعدة|ماذا (?:يمكنك"
    r"|تستطيع) (?:أن )?(?:تفعل|فعله)|من أنت",
}
_POINTING = {
    Language.EN: r"what is this|how do(?:es)? (?:you|this|it) work|what can i ask(?: you)?"
    r"|(?:what|which) (?:texts|documents|instruments|sources) (?:do you (?:have|cover|know|use|search)|are (?:there|here"
    r"|searched))",
    Language.ZH: r"这是什么|怎么用|[你您](?:都)?(?:有|收录|知道|查)了?(?:哪些|什么)(?:文件|文书|规则|资料)|有哪些(?:文件|文书)",
    Language.FR: r"comment (?:ça|cela) marche|quels textes (?:connais-tu|connaissez-vous|avez-vous|couvrez-vous)",
    Language.ES: r"cómo funciona(?: esto)?|qué textos (?:tienes|cubres|conoces|hay)",
    Language.RU: r"как это работает|какие тексты (?:у вас есть|вы знаете|здесь есть)",
    Language.AR: r"كيف يعمل(?: هذا)?|ما (?:هي )?النصوص (?:التي )?(?:لديك|تعرفها|تغطيها)",
}


def _whole(language: Language, words: str) -> re.Pattern[str]:
    """Such words, one behind the other; Chinese ones touch."""
    end = "" if language is Language.ZH else r"(?!\w)"
    return re.compile(rf"\W*(?:(?:{words}){end}\W*)++", re.IGNORECASE)


GREETINGS: Mapping[Language, re.Pattern[str]] = {language: _whole(language, words) for language, words in _GREETINGS.items()}
"""What is said to a program wherever it stands: greetings, thanks, who it is and what it can do."""
HERE: Mapping[Language, re.Pattern[str]] = {
    language: _whole(language, f"{words}|{_POINTING[language]}") for language, words in _GREETINGS.items()
}
"""The same, and words that point to the program where nothing was asked before."""

_SAME = {
    Language.EN: r"\b(?:they|it|those|these)\b",
    Language.ZH: r"它们?|这些规则",
    Language.FR: r"\b(?:elles?|ils?)\b",
    Language.RU: r"\b(?:они|оно)\b",
    Language.AR: r"\b(?:هي|هو)\b",
}
SAME: Mapping[Language, re.Pattern[str]] = {language: re.compile(words, re.IGNORECASE) for language, words in _SAME.items()}
"""What stands for a text that was asked about just before; Spanish leaves it out."""
