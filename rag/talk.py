"""Words to the program: greetings, thanks, calls for help, who it is and what it can do. They ask nothing of the texts.

Whole messages alone; a greeting before a question is read with it.
"""

import re
from collections.abc import Mapping

from corpus.language import detect
from corpus.library import Library
from corpus.types import Language
from rag.messages import listed, message

_LONGEST = 200
"""Characters; who says more asks for something."""
_GREETINGS = {
    Language.EN: r"hi|hello(?: there)?|hey|pinpoint|good (?:morning|afternoon|evening)"
    r"|(?:many )?thanks?(?: you)?(?: so much| very much| a lot)?|ok(?:ay)?|(?:good)?bye|test"
    r"|(?:what|who) are you|who made you"
    r"|what can you (?:do|help(?: me)? with)|are you (?:a |an )?(?:human|robot|bot|lawyer|ai|real)",
    Language.ZH: r"[你您]好吗?|早上好|晚上好|(?:好的?[,，]?)?谢谢[你您]?|多谢|再见|在吗"
    r"|(?:请问)?[你您](?:能|可以|会)(?:做什么|干什么|回答(?:哪些|什么)问题|帮我(?:做|干)?什么)"
    r"|[你您]是(?:谁|什么|机器人|律师)[吗么]?",
    Language.FR: r"bonjour|bonsoir|salut|merci(?: beaucoup| bien)?|au revoir"
    r"|que (?:peux-tu|pouvez-vous|sais-tu) faire|qui (?:es-tu|êtes-vous)",
    Language.ES: r"hola|buenos d[ií]as|buenas(?: tardes| noches)?|(?:muchas )?gracias|adiós"
    r"|qu[eé] (?:puedes|puede|sabes) hacer|quién eres",
    Language.RU: r"привет|здравствуй(?:те)?|добрый день|(?:большое )?спасибо(?: большое)?|до свидания"
    r"|что (?:ты|вы) умее(?:шь|те)|кто (?:ты|вы)|(?:ты|вы) кто",
    Language.AR: r"مرحبا|السلام عليكم|أهلا|شكر[اً]+(?: جزيل[اً]+| لك)?|مع السلامة"
    r"|ماذا (?:يمكنك|تستطيع) (?:أن )?(?:تفعل|فعله)|من أنت",
}
_CALLS = {
    Language.EN: (
        r"(?:(?:can|could|will|would) )?(?:you|u|anyone|someone|somebody|anybody) (?:please )?help(?: me| us)?(?: out)?",
        r"help(?: me| us)?(?: out)?(?: now| urgently)?",
        r"(?:(?:i|we) (?:really |urgently |desperately )?)?(?:need|want) (?:some |your |urgent )?help",
        r"(?:save|rescue) (?:me|us)|sos|i(?: am|['’]m) in danger|(?:they are|they['’]re) (?:going to|gonna) kill me",
        r"i (?:want to|wanna) (?:die|kill myself)|i(?: am|['’]m) (?:going to|gonna) kill myself",
    ),
    Language.ZH: (
        r"救命|(?:谁来|快来人)?快?救救?我们?|来人啊|求救|(?:紧急)?求助|帮(?:帮|个)?忙|帮一下|帮助",
        r"帮(?:帮|助)?(?:一下)?我们?(?:一下)?",
        r"(?:谁|有人|[你您])?(?:能|可以|来)(?:不能)?帮(?:帮|助)?(?:一下)?我们?(?:一下)?吗?",
        r"我们?(?:急需|需要|要|想要)(?:[你您]的?)?帮助",
        r"我(?:想|要)(?:自杀|死)|我不想活了",
    ),
    Language.FR: (
        r"aide[zr]?(?:[ -](?:moi|nous))?|[àa] l['’ ]?aide|au secours|sauvez[- ](?:moi|nous)",
        r"(?:j['’]ai|on a|nous avons) besoin d(?:['’]aide|e votre aide)",
        r"(?:est-ce que )?(?:quelqu['’]un peut|pouvez[- ]vous|vous pouvez|peux[- ]tu|tu peux) (?:m['’]|nous )aider",
        r"je (?:veux|vais) (?:mourir|me tuer)",
    ),
    Language.ES: (
        r"ay[uú]d(?:a|e|en|ad)(?:me|nos)?|auxilio|socorro|s[aá]lv[ea]n?(?:me|nos)",
        r"(?:necesito|necesitamos|quiero) (?:su |tu )?ayuda(?: urgente)?",
        r"(?:alguien )?(?:me |nos )?(?:puedes?|pueden|podr[ií]a[sn]?) ayudar(?:me|nos)?",
        r"(?:me )?quiero (?:morir|matar)(?:me)?",
    ),
    Language.RU: (
        r"(?:помогите|помоги|спасите|спаси)(?: мне| нам| меня| нас)?|на помощь|помощь|прошу (?:вас )?(?:о )?помощи",
        r"(?:(?:мне|нам) )?(?:срочно )?нужна (?:ваша |срочная )?помощь",
        r"(?:вы |ты )?(?:не )?(?:можете|сможете|можешь|могли бы)(?: ли)?(?: вы)? (?:мне |нам )?помочь",
        r"(?:я )?хочу умереть",
    ),
    Language.AR: (
        r"النجدة|ساعدني|ساعديني|ساعدوني|ساعدونا|مساعدة|طلب مساعدة|[أا]نقذني|[أا]نقذوني|[أا]نقذونا|[أا]غيثوني|[أا]غيثونا",
        r"(?:أحتاج|احتاج)(?: إلى| الى)? (?:مساعدة|المساعدة|مساعدتكم?)|[أا]ريد مساعدة",
        r"هل (?:يمكنك|يمكنكم|تستطيع) (?:مساعدتي|أن تساعدني)",
        r"[أا]ريد [أا]ن [أا]موت",
    ),
}
_SOFTLY = {
    Language.EN: r"please|pls|plz",
    Language.ZH: r"求求?[你您](?:了|们)?|请问|请|啊|吧|呀",
    Language.FR: r"s['’]il (?:vous|te) pla[iî]t|svp|stp",
    Language.ES: r"por favor",
    Language.RU: r"пожалуйста|прошу",
    Language.AR: r"من فضلكم?|[أا]رجوكم?",
}
_APPROVING = {
    Language.EN: r"cool|great|perfect|good|fine|nice|super|brilliant|excellent|got it|i see|i understand|understood|all clear"
    r"|clear now"
    r"|that(?:['’]s| is| was) (?:all|it|clear|helpful|great|good|enough|what i (?:needed|wanted)(?: to know)?)(?: then| now"
    r"| for now)?"
    r"|(?:that )?helps(?: a lot)?|that helped|(?:very|really|so) helpful|for (?:the|your) (?:help|answer|info\w*)"
    r"|no more questions|thx|cheers",
    Language.ZH: r"好的?(?:吧)?|行|明白了?|知道了?|懂了|了解了?|清楚了|很有帮助|有用|太好了|没有(?:别的)?问题了?|就这些了?"
    r"|可以了|嗯+|我要的就是这个",
    Language.FR: r"d['’]accord|parfait|très bien|compris|c['’]est (?:tout|clair)|ça m['’]aide",
    Language.ES: r"de acuerdo|perfecto|muy bien|entendido|vale|eso es todo|está claro",
    Language.RU: r"хорошо|отлично|понятно|ясно|понял[а]?|это всё|это все",
    Language.AR: r"حسنا|ممتاز|فهمت|واضح|هذا كل شيء",
}
"""What is said to an answer, and asks for nothing further."""
_REMARKS = {
    Language.EN: r"i(?:['’]ll| will|['’]m going to| am going to) (?:now |go and |just )?(?:tell|show|pass|print|read|take|try"
    r"|do|write|note|let|inform)"
    r"\b[\w ]{0,40}(?:now)?|(?:you(?:['’]ve| have)?|this|that|it) (?:really )?helped[\w ]{0,16}|(?:this|that) helps[\w ]{0,16}"
    r"|(?:that|this)(?:['’]s| is| was) (?:exactly |just |all )?what i (?:needed|wanted|was looking for)(?: to know)?"
    r"|i appreciate it|much appreciated"
    r"|that (?:makes|made) sense|makes sense|noted|good to know|no problem|have a (?:nice|good) (?:day|evening|weekend)"
    r"|alright",
    Language.ZH: r"我(?:这就|马上|现在就|回头)?(?:去|会|来|拿)?(?:告诉|转告|通知|给|跟|打印|试试"
    r"|看看)[^？?，,。、谁哪什]{0,12}|(?:帮|解决)了?我?(?:大忙|问题)了?"
    r"|不用了|没了|收到|辛苦了?|麻烦(?:你|您)了?",
}
_THANKED = {
    Language.EN: r"(?:many )?(?:thanks|thank you|thx|cheers)(?: you)?(?: so much| very much| a lot| again)?(?! to\b)",
    Language.ZH: r"(?:非常|十分|太)?(?:谢谢|多谢|感谢|谢了)(?:[你您]们?)?(?:了|啦|啊)?",
}
"""Thanks, and short remarks that may stand beside them and ask for nothing."""
_CALLED = {language: "|".join(forms) for language, forms in _CALLS.items()}
_POINTING = {
    Language.EN: r"what is this|how do(?:es)? (?:you|this|it) work|what can i ask(?: you)?"
    r"|(?:what|which) (?:texts|documents|instruments|sources) (?:do you (?:have|cover|know|use|search)|are "
    r"(?:there|here|searched))",
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


GREETINGS: Mapping[Language, re.Pattern[str]] = {
    language: _whole(language, f"{words}|{_CALLED[language]}|{_SOFTLY[language]}") for language, words in _GREETINGS.items()
}
"""What is said to a program wherever it stands: greetings, thanks, calls for help, who it is and what it can do."""
HERE: Mapping[Language, re.Pattern[str]] = {
    language: _whole(language, f"{words}|{_CALLED[language]}|{_SOFTLY[language]}|{_POINTING[language]}")
    for language, words in _GREETINGS.items()
}
"""The same, and words that point to the program where nothing was asked before."""
_ANSWERED: Mapping[Language, re.Pattern[str]] = {
    language: _whole(language, f"{words}|{_CALLED[language]}|{_SOFTLY[language]}|{_APPROVING[language]}")
    for language, words in _GREETINGS.items()
}
"""What is said to a program that has answered."""
_ONLY_THANKS = tuple(
    _whole(language, f"{_THANKED[language]}|{_APPROVING[language]}|{remarks}") for language, remarks in _REMARKS.items()
)
_EDGE = {language: "" if language is Language.ZH else r"\b" for language in Language}
_SAID_OR_CALLED: Mapping[Language, re.Pattern[str]] = {
    language: re.compile(rf"(?:{_GREETINGS[language]})|{_EDGE[language]}(?P<call>{words}){_EDGE[language]}", re.IGNORECASE)
    for language, words in _CALLED.items()
}
"""Greetings, in which "help" is no call ("what can you help me with?"), and calls."""


def talk(words: str, *, follows: bool) -> Language | None:
    """The language in which something is said to the program and nothing asked of the texts; None where something is asked.

    Where questions stand before them, words that may point to what was answered are a question.

    >>> talk("Hello! What can you do?", follows=False), talk("Hello, may I write letters?", follows=False)
    (<Language.EN: 'en'>, None)
    >>> talk("How does this work?", follows=False), talk("How does this work?", follows=True)
    (<Language.EN: 'en'>, None)
    >>> talk("Great, thanks, I'll tell him.", follows=True)
    <Language.EN: 'en'>
    """
    if len(words) > _LONGEST:
        return None
    said_to_it = _ANSWERED if follows else HERE
    said = next((language for language, pattern in said_to_it.items() if pattern.fullmatch(words)), None)
    return detect(words) if said is None and follows and _only_thanks(words) else said


def _only_thanks(words: str) -> bool:
    """Whether it thanks and asks for nothing: "Thanks a lot, I'll tell him."."""
    return any(pattern.fullmatch(words) for pattern in _ONLY_THANKS)


def introduction(library: Library, language: Language, words: str = "") -> str:
    """What the program answers from, and how it is asked; to `words` that call for help first that it cannot send any."""
    names = listed((one.called(language) for one in library.instruments.values()), language)
    told = message("introduction", language, names)
    calls = any(found["call"] for found in _SAID_OR_CALLED[language].finditer(words))
    return f"{message('plea', language)} {told}" if calls else told
