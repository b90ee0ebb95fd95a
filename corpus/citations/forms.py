"""The words that citations are written with, in six languages, as folding and stemming leave them or find them.

Data only: which word counts as what. Refuses to know any instrument; names come from the facts files.
"""

from enum import StrEnum

from corpus.citations.fold import fold
from corpus.citations.lex import stem
from corpus.months import MONTHS
from corpus.types import Unit


class Word(StrEnum):
    """What a citation calls the thing that it numbers."""

    RULE = "rule"
    ARTICLE = "article"
    CLAUSE = "clause"
    """Chinese 条, which counts rules and articles alike."""
    PARAGRAPH = "paragraph"
    PART = "part"
    """Something below a paragraph or below a numbered rule: item, subparagraph, alinéa, 款, 项."""
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    OBSERVATION = "observation"
    INTRODUCTION = "introduction"


PREFIX = {Word.PREAMBLE: "pp", Word.OPERATIVE: "op", Word.OBSERVATION: "po", Word.INTRODUCTION: "intro"}
"""Locator prefix of the parts of an instrument that are numbered on their own."""

FITS = {
    Word.RULE: {Unit.RULE},
    Word.ARTICLE: {Unit.ARTICLE},
    Word.CLAUSE: {Unit.RULE, Unit.ARTICLE},
    Word.PARAGRAPH: {Unit.PARAGRAPH},
    Word.PART: {Unit.PARAGRAPH},
}
"""Units of the instruments that a word without an instrument can mean."""

WORDS: dict[Word, str] = {
    Word.RULE: "rule|r|rr|règle|regla|правило|القاعدة|قاعدتان|قاعدتين|القواعد|规则",
    Word.ARTICLE: "article|art|articulo|artículo|статья|ст|стст|المادة|مادتان|مادتين|المواد",
    Word.PARAGRAPH: "paragraph|para|par.|parag|¶|¶¶|§|§§|paragraphe|párrafo|párr|пункт|п|пп|параграф|пар."
    "|الفقرة|فقرتان|فقرتين|الفقرات",
    Word.PART: "subparagraph|sub paragraph|subpara|sub para|sub par|subrule|sub rule|subarticle|sub article"
    "|sub|section|sec|subsection|sub section|subitem|sub item|item|letter|lit|clause|subclause|sub clause|point"
    "|alinéa|al.|sous alinéa|lettre|apartado|apdo|inciso|inc.|numeral|letra|literal|lit|punto|subpárrafo|часть|ч.|абзац|абз."
    "|подпункт|подп|пп|литера|буква|البند|البندان|البندين|البنود|الفقرة الفرعية|الفقرتان الفرعيتان"
    "|الفقرتين الفرعيتين|الفقرات الفرعية",
    Word.PREAMBLE: "preamble|preambular|pp|préambule|préambulaire|considérant|preámbulo|considerando|преамбула"
    "|преамбульный|الديباجة|序言|序言部分|序文|前言|序言段|序言段落|considerandum|alinéa du préambule",
    Word.OPERATIVE: "operative|op|operative part|operative section|dispositif|dispositivo|dispositiva"
    "|parte dispositiva|постановляющая часть|постановляющий|المنطوق|执行部分|执行段|执行段落|正文|主文",
    Word.OBSERVATION: "preliminary observation|preliminary obs|prelim observation|prelim obs|preliminary remark|po"
    "|observation préliminaire|observación preliminar|предварительное замечание|الملاحظة التمهيدية"
    "|الملاحظة الأولية|ملاحظات أولية|الملاحظات التمهيدية|الملاحظات الأولية|初步意见|初步说明|初步评论|初步意见部分",
    Word.INTRODUCTION: "introduction|introductory|intro|introducción|введение|المقدمة|导言|引言",
}
"""Words for each, `|` between them; a point after a word says that it counts only with its point (`par.`, `al.`)."""

PARTITIVE = frozenset({"пп"})
"""Means paragraphs before a number and items before a letter."""


def _set(words: str) -> frozenset[str]:
    """Words as folding leaves them."""
    return frozenset(fold(words).text.split())


AND = _set("and or & + et ou y e o u и или و او 和 及 与 或 跟 同 以 plus as well with together read conjunction also")
COMMA = _set(", ; /")
RANGE = _set("to through thru - a al au hasta jusqua jusqu по до الي حتي 至 到 until")
OF = _set("of in from under within de des du d del dans из в во от من في 的 中 之 里 to к ل للـ contained set out")
INSIDE = _set("in at from near under within dans en sur à в из на في 中 里 内")
"""Those that also tell a place: `in Tokyo`."""
FILLER = _set(
    "the at see its their these this said la le les l los las el lo s ' \" ( ) [ ] : 《 》 · _ * # no n num numero "
    "number nr nos رقم specifically particular particularly notably especially namely esp cf annex annexe annexed "
    "adopted adoptée adoptadas anexo приложение приложения приложению المرفق مرفق 附件 内 所 载 其 即 并 说 规 定 这 那 "
    "с со г года год عام لعام سنة 年 - . un united nations both i e g ie eg"
)
"""Words and signs that may stand between an instrument's name and a number without cutting them apart."""

NUMBER_SIGNS = _set("no n num numero number nr nos numeros nums # رقم 第 号 : . - _ o")
"""What may stand between a word and its number: `rule No. 45`, `القاعدة رقم 45`."""

STARTERS = _set("from de du des la las los le les el l ' с со от من nos 第 with")
"""What may open a range after its word: `rules from 36 to 46`."""

SKIPPED = _set(
    "the of on for to in de des du la le les l d el los las en sur no n num numero number nr 第 号 的 رقم "
    "' \" 《 》 · - – . / ( ) [ ] # relative relatif relativa relativo об о к"
)
"""Left out of names on both sides of the comparison, so that small words and signs do not matter."""

IN_DATES = _set(" ".join(name for names in MONTHS.values() for name in names) + " 月 日")
"""A date may stand between a resolution and its paragraph: `resolution 79/172 of 17 December 2024, para. 5`."""
SPELLINGS = {
    "قاعده": "قواعد", "mandella": "mandela", "mandala": "mandela", "madela": "mandela", "bankok": "bangkok",
    "bangok": "bangkok", "tokio": "tokyo", "bejing": "beijing", "havanna": "havana",
}  # fmt: skip
"""A word as people write it, and as names have it: the singular of a broken plural, common slips."""
TIMES = _set(
    "day hour minute second month year week night percent per cent % metre meter m2 m km kg h hr hrs min mins am pm "
    "jour journee heure mois an annee semaine nuit dia hora mes meses ano semana noche por euro dollar degree "
    "день дня дней дни суток сутки час часа часов минут минуты минута месяц месяца месяцев год года лет неделя недели "
    "недель процент процента процентов يوم يوما أيام ساعة ساعات دقيقة دقائق شهر شهرا أشهر سنة سنوات عام عاما أعوام "
    "أسبوع أسابيع page página pagina страниц страницы раз раза fois vez veces times مرة مرات صفحة صفحات"
)
"""Nouns after a number that always make it a quantity: `15 days` is no citation, whatever stands before."""
COUNTED = _set(
    "time x sq square person people prisoner inmate detainee woman women man men child children girl boy guard "
    "officer member state country countries prison cell visit call chapter step thing way kind "
    "type example question reason other more further additional hundred thousand million old case rule "
    "principle pour personne detenu detenue prisonnier femme homme enfant gardien etat membre autre "
    "persona recluso reclusa preso presa mujer mujeres hombre niño niña estado pais países otro otra человек "
    "заключенных заключенные заключенного лица лиц женщин женщины детей государств других سجين سجينا سجناء "
    "شخص شخصا أشخاص دولة دول امرأة نساء طفل أطفال"
)
"""Nouns that make a number a quantity where no word of law stands before it: `Bangkok, 5 prisons`."""
MEASURES_HAN = _set(
    "天 日 小 个 名 人 岁 年 月 周 次 分 % 位 种 国 元 米 平 点 倍 期 届 号 页 章 节 卷 区 所 间 类 多 余 成 世 大 部 份"
)
"""The same in Chinese, by first character."""

_ORDINALS = (
    "first 1st premier premiere primero primera primer первый первая первое первого первой اولي",
    "second 2nd deuxieme seconde segundo segunda второй вторая второе второго ثانيه",
    "third 3rd troisieme tercero tercera tercer третий третья третье третьего третьей ثالثه",
    "fourth quatrieme cuarto cuarta четвертый четвертая четвертого четвертой رابعه",
    "fifth cinquieme quinto quinta пятый пятая пятого пятой خامسه",
    "sixth sixieme sexto sexta шестой шестая шестого سادسه",
    "seventh septieme septimo septima седьмой седьмая седьмого سابعه",
    "eighth huitieme octavo octava восьмой восьмая восьмого ثامنه",
    "ninth neuvieme noveno novena девятый девятая девятого девятой تاسعه",
    "tenth dixieme decimo decima десятый десятая десятого десятой عاشره",
    "eleventh onzieme undecimo одиннадцатый одиннадцатая одиннадцатого",
    "twelfth douzieme duodecimo двенадцатый двенадцатая двенадцатого",
    "thirteenth treizieme",
    "fourteenth quatorzieme",
    "fifteenth quinzieme",
    "sixteenth seizieme",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth vingtieme عشرون عشرين",
)
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = {
    "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40, "اربعين": 40, "خمسون": 50, "خمسين": 50, "ستون": 60, "ستين": 60,
    "سبعون": 70, "سبعين": 70, "ثمانون": 80, "ثمانين": 80, "تسعون": 90, "تسعين": 90,
}  # fmt: skip


def _keyed(words: str, value: int) -> dict[str, int]:
    """Russian by its stem, the rest as it is."""
    return {stem(word) if word[0] > "\u0400" else word: value for word in fold(words).text.split()}


ORDINALS = {key: value for value, words in enumerate(_ORDINALS, 1) for key in _keyed(words, value)} | {"حاديه": 1}
CARDINALS = {word: value for value, word in enumerate(_CARDINALS.split(), 1)}
NUMBER_WORDS = ORDINALS | CARDINALS | _TENS
"""Written-out numbers; tens and a number below ten add up."""
TEEN = "عشره"
"""Arabic: a number below ten before it is a teen."""

ORDINAL_ENDINGS = _set("st nd rd th e er re eme ieme o a i й я е го ого ой ая ый")

ABBREVIATIONS = _set(
    "para paras parr parrs parag arts art par pars r rr ст стст п пп пар ч абз подп pp op po lit al inc apdo intro obs subpara"
)
"""Words that may carry a point without ending a sentence."""
SHORT = _set("r pp po")
"""Words that mean other things too (pages, rivers): they need a name beside them, or capitals."""
BARE_SIGNS = _set(", / : ( # no n nr number رقم at - 第 》 ) nº [")
"""What may stand between a name and a number of its own: `Mandela Rules: 45`."""
EDITION_GAP = _set(
    "《 》 ' \" united nations un 联 合 国 的 年 版 the u n des unies las los les ( ) of de from version года г لعام عام سنة"
)
"""What may stand between a name and the year of its edition."""
PROTOCOL_GAP = _set(
    "optional second first third to the a à de la au aux facultatif se rapportant relatif facultativo del к "
    "الاختياري الملحق الثاني الثالث facultativa un u n on"
)
HAN_PROTOCOLS = ("任择议定书", "议定书", "的任择议定书", "的议定书", "》任择议定书", "》的任择议定书", "》议定书")

_LETTERS = {"ابجدهوزحطيكلمن": "abcdefghijklmn", "абвгдежзик": "abcdefghij", "с": "c"}
_HAN_LETTERS = {"甲乙丙丁戊己庚辛壬癸": "abcdefghij", "子丑寅卯辰巳午未申酉戌亥": "abcdefghijkl"}
_ARABIC = "أ|ب|ج|د|هـ|و|ز|ح|ط|ي|ك|ل|م|ن"
LETTERS = {own: latin for row in (_LETTERS | _HAN_LETTERS).items() for own, latin in zip(*row, strict=True)}
"""Letters of list items in other scripts, by their place in the list."""
ARABIC_LETTERS = dict(zip("abcdefghijklmn", _ARABIC.split("|"), strict=True))

COMMENT_WORDS = (
    "general comment|general cmt|gen comment|gc|g c|observation générale|og|observación general"
    "|замечание общего порядка|зоп|общее замечание|общий комментарий|التعليق العام|一般性意见|一般意见|一般性评论|一般性意見"
)
RECOMMENDATION_WORDS = (
    "general recommendation|gen recommendation|gr|recommandation générale|rg|recomendación general"
    "|общая рекомендация|التوصية العامة|一般性建议|一般建议"
)
COMMITTEES = {
    "CRC": "crc|uncrc|crc committee|committee on the rights of the child|child rights committee|comité des droits de l'enfant"
    "|comité de los derechos del niño|комитет по правам ребенка|لجنة حقوق الطفل|儿童权利委员会|儿童委员会",
    "CCPR": "ccpr|hrc|ccpr committee|human rights committee|comité des droits de l'homme|comité de derechos humanos"
    "|комитет по правам человека|اللجنة المعنية بحقوق الإنسان|人权事务委员会",
    "CESCR": "cescr|committee on economic social and cultural rights|comité des droits économiques sociaux et culturels"
    "|经济社会文化权利委员会|комитет по экономическим социальным и культурным правам",
    "CAT": "cat|committee against torture|comité contre la torture|comité contra la tortura|комитет против пыток"
    "|لجنة مناهضة التعذيب|禁止酷刑委员会",
    "CEDAW": "cedaw|committee on the elimination of discrimination against women"
    "|comité pour l'élimination de la discrimination à l'égard des femmes"
    "|comité para la eliminación de la discriminación contra la mujer"
    "|комитет по ликвидации дискриминации в отношении женщин|اللجنة المعنية بالقضاء على التمييز ضد المرأة"
    "|消除对妇女歧视委员会",
    "CERD": "cerd|committee on the elimination of racial discrimination"
    "|comité pour l'élimination de la discrimination raciale|comité para la eliminación de la discriminación racial"
    "|комитет по ликвидации расовой дискриминации|لجنة القضاء على التمييز العنصري|消除种族歧视委员会",
    "CRPD": "crpd|committee on the rights of persons with disabilities"
    "|comité des droits des personnes handicapées|comité sobre los derechos de las personas con discapacidad"
    "|комитет по правам инвалидов|اللجنة المعنية بحقوق الأشخاص ذوي الإعاقة|残疾人权利委员会",
    "CED": "ced|committee on enforced disappearances|强迫失踪问题委员会",
    "CMW": "cmw|committee on migrant workers|移徙工人委员会",
}

RESOLUTION_BEFORE = (
    "resolution|res|ga resolution|ga res|g a res|unga resolution|unga res|un ga res|unga|ga|general assembly resolution"
    "|un general assembly resolution|résolution|résolution de l'assemblée générale|resolución"
    "|resolución de la asamblea general|резолюция|резолюция генеральной ассамблеи|القرار|قرار الجمعية العامة"
    "|大会决议|联大决议|决议"
)
RESOLUTION_AFTER = (
    "resolution||résolution|resolución|резолюция|القرار",
    "of the general assembly|de l'assemblée générale|de la asamblea general|генеральной ассамблеи|للجمعية العامة",
)
RESOLUTION_AROUND = ("|大会|联大|联合国大会|联合国", "决议")

EDITION_HEADS = "rule|version|text|numbering|standard|edition|règle|regla|правило|القواعد|规则|标准规则|版|文本|版本|smr"
EDITION_BEFORE = _set("old former previous original earlier ancien ancienne anciennes antigua antiguas старые старых 旧 原 老")
EDITION_AFTER = _set("قديمه قديم سابقه")

PROTOCOLS = _set("protocol protocole protocolo протокол بروتوكول")

FOREIGN = (
    "european prison rules|european prison rule|epr|european convention on human rights|echr|european convention"
    "|american convention on human rights|achr|african charter|banjul charter|rome statute|vienna convention"
    "|geneva convention|third geneva convention|fourth geneva convention|refugee convention|1951 convention"
    "|body of principles|riyadh guidelines|vienna guidelines|kampala declaration|luanda guidelines"
    "|istanbul protocol|un charter|charter of the united nations|constitution|penal code|criminal code"
    "|criminal procedure code|code of criminal procedure|code of conduct|prison act|prisons act|prison rules 1999"
    "|yogyakarta principles|rules of procedure|cpt standards|règles pénitentiaires européennes"
    "|convention européenne des droits de l'homme|cedh|code pénal|code de procédure pénale|charte africaine"
    "|statut de rome|reglas penitenciarias europeas|convenio europeo de derechos humanos"
    "|convención americana sobre derechos humanos|cadh|código penal|código procesal penal|constitución"
    "|estatuto de roma|европейские пенитенциарные правила|европейская конвенция|уголовный кодекс|конституция|уик|упк"
    "|ук рф|упк рф|уик рф|римский статут|القانون الجنائي|قانون العقوبات|الدستور|قانون الإجراءات الجنائية"
    "|قواعد السجون الأوروبية|欧洲监狱规则|欧洲人权公约|联合国宪章|罗马规约|宪法|刑法|刑事诉讼法|监狱法|日内瓦公约"
)
"""Well-known texts outside this collection, so that their numbers are not taken for ours."""
FOREIGN_HEADS_PLAIN = _set("act code law statute constitution bill ordinance decree bylaws regulation")
FOREIGN_HEADS_CAPITAL = _set("rule convention covenant protocol charter principle guideline declaration treaty directive")
GENERIC_QUALIFIERS = _set("the these this said present those such un united nation new international minimum standard")
GENERIC_TITLES = _set("规则 公约 盟约 决议 意见 一般性意见 本规则 本公约 宣言 规则》 议定书")
HAN_LAWS = _set("法 典 例 办法 细 则 章 程")
SPANISH = _set("el los las del que una por con son es se")
