"""Questions on the texts themselves, and words to the program: told from questions on what the texts say.

What kind of text an instrument is, since when and how long, stands in its facts and seldom in its words: a provision of one
text on its own force is no answer on another's. Knows forms of asking, no instrument; leaves alone whoever asks for more.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.citations.find import names_earlier
from corpus.facts import find_facts, known_instruments
from corpus.library import Library
from corpus.months import written_date
from corpus.types import Language, Locator, Reference
from rag.catalogue import said
from rag.messages import message
from rag.naming import naming


class Aspect(StrEnum):
    """What may be asked of a text as such."""

    FORCE = "force"
    DATE = "date"
    LENGTH = "length"


_SAID: Mapping[Language, Mapping[Aspect, str]] = {
    Language.EN: {
        Aspect.FORCE: r"(?:legally |strictly )?(?:binding|mandatory|obligatory|compulsory|enforceable)|(?:binding )?treaty"
        r"|(?:(?:hard|soft) )?law|bind|(?:legal|binding) (?:force|effect|status|value)"
        r"|(?:must|(?:have|has|obliged|bound|required) to) (?:follow|obey|comply with|respect|apply|observe)",
        Aspect.DATE: r"(?:when|(?:in )?(?:what|which) year|on what date|how long ago|how old) (?:was|were|did|is|are)"
        r"|(?:date|year) of (?:the )?adoption|how (?:old|recent)",
        Aspect.LENGTH: r"how (?:many (?:rules|articles|paragraphs|provisions|sections)|long)"
        r"|(?:number|total) of (?:rules|articles|paragraphs)",
    },
    Language.ZH: {
        Aspect.FORCE: r"(?:法律|法定)?(?:上的?)?(?:约束力|拘束力|强制力)|(?:法律|强制)?(?:效力|地位|性质)|强制性?的?|条约|约束"
        r"|(?:必须|一定要|非得|有义务)(?:遵守|执行|照做|照办|服从)",
        Aspect.DATE: r"(?:什么时候|何时|哪一?年|几年|什么时间|哪天|哪一天)|(?:通过|颁布|制定)(?:的?)(?:日期|时间|年份)",
        Aspect.LENGTH: r"(?:一共|总共|共)?有?(?:多少|几)(?:条|段|款)",
    },
    Language.FR: {
        Aspect.FORCE: r"(?:juridiquement |légalement )?(?:contraignant(?:e|es|s)?|obligatoires?)|un traité|lient|lie"
        r"|force (?:de loi|obligatoire|contraignante)|(?:valeur|force|portée) (?:juridique|légale|contraignante|obligatoire)",
        Aspect.DATE: r"quand|(?:en )?quelle (?:année|date)|date d['’ ]?adoption|de quand",
        Aspect.LENGTH: r"combien (?:de |d['’ ]?)(?:règles|articles|paragraphes|dispositions)"
        r"|(?:le )?nombre (?:de |d['’ ]?)(?:règles|articles|paragraphes)",
    },
    Language.ES: {
        Aspect.FORCE: r"(?:jurídicamente |legalmente )?(?:vinculantes?|obligatori[oa]s?)|un tratado|obligan?|vinculan?"
        r"|(?:fuerza|carácter|valor|efectos?) (?:vinculantes?|obligatori[oa]s?|de ley|legal(?:es)?|jurídic[oa]s?)",
        Aspect.DATE: r"cuándo|(?:en )?qué (?:año|fecha)|fecha de (?:la )?(?:aprobación|adopción)|de cuándo",
        Aspect.LENGTH: r"cuánt[oa]s (?:reglas|artículos|párrafos|disposiciones)"
        r"|(?:el )?número de (?:reglas|artículos|párrafos)",
    },
    Language.RU: {
        Aspect.FORCE: r"(?:юридически |строго )?обязательн\w+(?: (?:юридическ\w+ )?(?:сил\w+|характер\w*))?|сил\w+ закона"
        r"|обязывают?|юридическ\w+ (?:сил\w+|статус\w*)|договор\w*",
        Aspect.DATE: r"когда|в каком году|какого числа|дата принятия",
        Aspect.LENGTH: r"сколько(?: всего)? (?:правил|статей|пунктов|положений)|(?:число|количество) (?:правил|статей|пунктов)",
    },
    Language.AR: {
        Aspect.FORCE: r"(?:ال)?(?:ملزمة?|إلزامية?)|(?:ال)?قوة (?:ال)?(?:ملزمة|إلزامية|قانونية|قانون)|معاهدة|تلزم|يلزم"
        r"|(?:ال)?(?:قيمة|صفة) (?:ال)?(?:قانونية|ملزمة|إلزامية)",
        Aspect.DATE: r"متى|في (?:أي|أية) (?:عام|سنة|تاريخ)|تاريخ اعتماد",
        Aspect.LENGTH: r"كم (?:عدد )?(?:ال)?(?:قاعدة|قواعد|مادة|مواد|فقرة|فقرات)|عدد (?:ال)?(?:قواعد|مواد|فقرات)",
    },
}
"""What is asked of a text as such, by what of it."""
_AROUND = {
    Language.EN: "so|but|and|or|is|are|do|does|have|has|what|the|a|an|any|of|for|on|upon|to|in|under|by|with|all|at|really"
    "|actually|even|just|only|legally|international|national|domestic|law|our|my|any|every|this|these|that|it|they|them|text"
    "|rules?|document|full|un|member|states?|part(?:y|ies)|countr(?:y|ies)|governments?|courts?|judges?|prisons?|authorities|us|me|we"
    "|everyone|guidelines?|recommendations?|advice|advisory|was|were|did|be|been|come|came|into|being|adopted|passed|agreed|approved"
    "|issued|published|written|made|drawn|up|there|contain|contains|consist|comprise|altogether|total|exactly|general|assembly",
    Language.ZH: "到底|究竟|请问|那么?|是不是|是否|是|有没有|具有|具备|有|没有|在|对|上|的|吗|么|呢|啊|算是|算|属于"
    "|一种|什么|怎样|如何|能否|能|可以|会|各国|国家|我国|中国|所有|每个|会员国|缔约国|成员国|政府|法院|法官|监狱|我们|大家|法律|国际法"
    "|国际|还|只是|只|建议|这个|这|该|文件|文书|规则|本身"
    "|通过|颁布|制定|出台|发布|公布|一共|总共|共|包括|包含|大会|联合国|里面|里|中",
    Language.FR: "est|ce|que|sont|ont|a|elles?|ils?|t|les?|la|l|d|de|des|du|une?|pour|en|droit|international|quelle|vraiment"
    "|juridiquement|tous|états?|pays|parties|membres|gouvernements?|tribunal|tribunaux|juges?|prisons?|nous|mon|notre"
    "|été|adoptée?s?|votée?s?|approuvée?s?|publiée?s?|date|datent|compt(?:e|ent)|contien(?:t|nent)|y|au|total|par|assemblée|générale",
    Language.ES: "es|son|tienen?|l[ao]s?|el|al?|de|del|una?|para|en|derecho|internacional|qué|cuál|realmente|todos|estados?"
    "|país(?:es)?|parte|miembros?|gobiernos?|tribunal(?:es)?|juez|jueces|cárcel(?:es)?|nosotros|mi|nuestro"
    "|fue|fueron|se|aprob(?:ó|aron|adas?|ados?)|adopt(?:ó|aron|adas?|ados?)|publicaron|publicó|hay|contienen?|total|por|asamblea|general",
    Language.RU: r"ли|это|имеют|имеет|обладают|обладает|являются|является|носят|носит|для|всех|в|по|какую|какова|какой|у"
    r"|международн\w+|прав\w+|государств\w*|стран\w*|участник\w*|член\w*|суд\w*|правительств\w*|тюрем|нас|нашей|моей|действительно"
    r"|был[аои]?|принят[аоы]?|приняли|приняла|утвержден[аоы]?|одобрен[аоы]?|содержит|содержат|содержится|всего|генеральн\w+"
    r"|ассамбле\w+",
    Language.AR: "هل|ما|هي|هو|أي|ل|لل|لها|له|قانون[اًي]+|حقا|فعلا|من|في|على|كل|جميع|الناحية|القانونية|القانون"
    "|الدولي|للدول|الدول|دولة|الأعضاء|الأطراف|للحكومات|الحكومات|للمحاكم|المحاكم|للقضاة|لنا|بلدي|لبلدي|تم|اعتماد|اعتماده|اعتمادها"
    "|اعتمدت|اعتمد|صدرت|صدر|عدد|تتضمن|يتضمن|فيها|فيه|الجمعية|العامة",
}
"""What may stand around that: words for asking, whom a text might bind, and what was done when it came about."""


_TALK = re.compile(
    r"\W*(?:(?:"
    r"hi|hello|hey|good (?:morning|afternoon|evening)|(?:many )?thanks?(?: you)?(?: so much| very much| a lot)?"
    r"|ok(?:ay)?|(?:good)?bye|test|help(?: me)?|what can (?:you|i) (?:do|ask(?: you)?|help(?: me)? with)"
    r"|(?:who|what) (?:are|is) (?:you|this|pinpoint)"
    r"|who made you|how (?:do|does) (?:you|this|it) work|are you (?:a |an )?(?:human|robot|bot|lawyer|ai|real)"
    r"|(?:what|which) (?:texts|documents|instruments|sources) (?:do you (?:have|cover|know|use|search)"
    r"|are (?:there|here|searched))"
    r"|[你您]好|谢谢[你您]?|多谢|再见|帮助|[你您](?:能|可以|会)(?:做什么|干什么|回答(?:哪些|什么)问题|帮我(?:做|干)?什么)|[你您]是(?:谁|什么|机器人|律师)[吗么]?"
    r"|怎么用|这是什么|[你您](?:都)?(?:有|收录|知道|查)了?(?:哪些|什么)(?:文件|文书|规则|资料)|有哪些(?:文件|文书)"
    r"|bonjour|bonsoir|salut|merci(?: beaucoup| bien)?|au revoir|aide|que (?:peux-tu|pouvez-vous|sais-tu) faire"
    r"|qui (?:es-tu|êtes-vous)|comment (?:ça|cela) marche|quels textes (?:connais-tu|connaissez-vous|avez-vous|couvrez-vous)"
    r"|hola|buenos días|buenas(?: tardes| noches)?|(?:muchas )?gracias|adiós|ayuda|qué (?:puedes|puede|sabes) hacer|quién eres"
    r"|cómo funciona(?: esto)?|qué textos (?:tienes|cubres|conoces|hay)"
    r"|привет|здравствуйте?|добрый день|(?:большое )?спасибо(?: большое)?|до свидания|помощь|что (?:ты|вы) умее(?:шь|те)"
    r"|кто (?:ты|вы)|как это работает|какие тексты (?:у вас есть|вы знаете|здесь есть)"
    r"|مرحبا|السلام عليكم|أهلا|شكر[اً]+(?: جزيل[اً]+)?|مع السلامة|مساعدة|ماذا (?:يمكنك|تستطيع) (?:أن )?(?:تفعل|فعله)|من أنت"
    r"|كيف يعمل(?: هذا)?|ما (?:هي )?النصوص (?:التي )?(?:لديك|تعرفها|تغطيها)"
    r")\b\W*)+",
    re.IGNORECASE,
)
"""What is said to a program and asks nothing of a text: greetings, thanks, who it is and what it can do."""
_LONGEST_TALK = 80
"""Characters; who says more asks for something."""


def _pattern(language: Language, said: str) -> re.Pattern[str]:
    """All that is left of such a question without the names of instruments. Chinese words, which touch, are cut in one way."""
    around = _AROUND[language]
    if language is Language.ZH:
        return re.compile(rf"\W*(?:(?>{around})\W*)*+(?:{said})\W*(?:(?>{around})\W*)*+")
    words = rf"(?:\b(?:{around})\b\W*)*"
    return re.compile(rf"\W*{words}\b(?:{said})\b\W*{words}", re.IGNORECASE)


_PATTERNS: Mapping[Language, Mapping[Aspect, re.Pattern[str]]] = {
    language: {aspect: _pattern(language, said) for aspect, said in of.items()} for language, of in _SAID.items()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAbout:
    """The instruments that a question asks about as texts, and what of them."""

    aspect: Aspect
    instruments: tuple[str, ...]


def asked_about(question: str, language: Language) -> AskedAbout | None:
    """What a question asks of instruments as texts, and nothing else; None where it asks for more, less or an earlier edition.

    >>> asked_about("Are the Tokyo Rules legally binding on my country?", Language.EN).instruments
    ('tokyo',)
    >>> asked_about("When were the Tokyo Rules adopted?", Language.EN).aspect
    <Aspect.DATE: 'date'>
    >>> asked_about("What do the Tokyo Rules say on binding a person over?", Language.EN)
    """
    named = naming(question, language, nicknames=False)
    named = named if named.instruments else naming(question, language)
    aspects = [one for one, pattern in _PATTERNS[language].items() if named.instruments and pattern.fullmatch(named.subject)]
    if not aspects or names_earlier(question, known_instruments()):
        return None
    return AskedAbout(aspect=aspects[0], instruments=tuple(sorted(named.instruments)))


def says_itself(library: Library, instrument: str, aspect: Aspect) -> Reference | None:
    """The provision in which a text says this of itself: of its force, where its facts name one; None where none does."""
    locator = find_facts(instrument).force if aspect is Aspect.FORCE else ""
    reference = Reference(instrument=instrument, locator=locator)
    return reference if locator and library.has(reference) else None


def note(instrument: str, language: Language) -> str:
    """What is known of an instrument by its facts, in one line: what kind of text, since when, how long, instead of what.

    >>> note("tokyo", Language.EN).split(" · ", 1)[1]
    'rules adopted by the General Assembly: do not bind by themselves · adopted 14 December 1990 · numbers up to 23.2'
    """
    known = known_instruments()[instrument]
    numbered = [str(root) for one in known.expected if (root := Locator.parse(one).root).number]
    own = said(
        "note.instrument",
        language,
        name=known.names.get(language) or known.names[Language.EN],
        symbol=known.symbol,
        force=said(f"force.{known.binding}", language),
        date=written_date(known.adopted, language),
        last=numbered[-1],
    )
    return said("note.replacing", language, note=own, titles=", ".join(known.supersedes)) if known.supersedes else own


def is_talk(question: str) -> bool:
    """Whether something is said to the program, in any of the languages, and nothing asked of the texts.

    >>> is_talk("Hello! What can you do?"), is_talk("Hello, may I write letters?")
    (True, False)
    """
    return len(question) <= _LONGEST_TALK and bool(_TALK.fullmatch(question))


def introduction(library: Library, language: Language) -> str:
    """What the program answers from, and how it is asked."""
    names = (one.names.get(language) or one.names[Language.EN] for one in library.instruments.values())
    return message("introduction", language, "; ".join(names))
