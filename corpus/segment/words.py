"""The words by which the six languages name the parts of a document: rule, article, annex, preamble.

What is said here holds for every instrument of a family; what only one instrument says belongs in its facts file.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.months import MONTH
from corpus.types import Language

_N = r"(?P<n>\d{1,3})"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWords:
    """Regular expressions, each tried on a whole line or at its start; `n` names the group that holds a number.

    `opener` is how a preambular paragraph begins, `counted` are words that a number belongs to (`rule 4`), `measured`
    words that belong to a number (`12 December`, `22 hours`): neither number is a footnote's mark.
    """

    rule: str
    article: str
    part: str
    annex: str
    preamble: str
    enacts: str
    agrees: str
    observation: str
    observations: str
    introduction: str
    closing: str
    opener: str
    counted: str
    measured: str


PART_WORDS: Mapping[Language, PartWords] = {
    Language.EN: PartWords(
        rule=rf"Rule\s+{_N}\.?",
        article=rf"Article\s+{_N}\.?",
        part=r"Part\s+(?P<n>[IVXL]+|[a-z]+)\b\.?",
        annex=r"Annex(?:\s+I)?",
        preamble=r"Preamble",
        enacts=r"The General Assembly,?|The States [Pp]arties to\b.*",
        agrees=r"(?:Have agreed|Agree)\b",
        observation=rf"Preliminary observation\s+{_N}",
        observations=r"Preliminary observations",
        introduction=r"Introduction",
        closing=r"\d+(?:st|nd|rd|th) (?:plenary )?meeting|IN (?:WITNESS|FAITH) (?:WHEREOF|THEREOF)\b.*",
        opener=r"(?!United\b)[A-Z][a-z]+(?:ing|ed)\b|[A-Z][a-z]+ly [a-z]+(?:ing|ed|ful)\b|Mindful|Aware|Conscious|Grateful"
        r"|Desirous|Whereas",
        counted=r"rules?|articles?|arts?\.|paragraphs?|paras?\.|observations?|nos?\.|sections?|sects?\.|resolutions?"
        r"|chapters?|chap\.|parts?|vol\.|volumes?|annex|items?|supplement|and|or|to|of|from|least|than|under|until"
        r"|every|within|the|about|between|in",
        measured=rf"{MONTH[Language.EN]}|years?|months?|weeks?|days?|nights?|hours?|minutes?|per cent|\(",
    ),
    Language.FR: PartWords(
        rule=r"R[èe]gle\s+(?P<n>\d{1,3}|première)\.?",
        article=r"Article\s+(?P<n>\d{1,3}|premier)\.?",
        part=r"(?:Partie|PARTIE)\s+(?P<n>[IVXL]+)\b\.?|(?P<m>Première|Deuxième|Troisième) partie",
        annex=r"Annexe(?:\s+I)?",
        preamble=r"Pr[ée]ambule|PR[ÉE]AMBULE",
        enacts=r"L’Assembl[ée]e g[ée]n[ée]rale,?|Les [ÉE]tats [Pp]arties\b.*",
        agrees=r"Sont convenus\b",
        observation=rf"Observation pr[ée]liminaire\s+{_N}",
        observations=r"Observations pr[ée]liminaires",
        introduction=r"Introduction",
        closing=r"\d+e s[ée]ance pl[ée]ni[èe]re|EN FOI DE QUOI\b.*",
        opener=r"(?:[A-ZÉ][a-zé]+ment )?[A-ZÉ][a-zéèêç’]+(?:ant|ée?s?|ue?s?)\b|Ayant|Consciente?s?",
        counted=r"r[èe]gles?|articles?|art\.|paragraphes?|par\.|no|sections?|r[ée]solutions?|chapitres?|chap\.|parties?"
        r"|vol\.|annexe|point|et|ou|à|de|le|du|au|les|des",
        measured=rf"{MONTH[Language.FR]}|ans?|ann[ée]es?|mois|semaines?|jours?|nuits?|heures?|minutes?|\(|%",
    ),
    Language.ES: PartWords(
        rule=rf"Regla\s+{_N}\.?",
        article=r"Art[íi]culo\s+(?P<n>\d{1,3}|primero)\.?",
        part=r"(?:Parte|PARTE)\s+(?P<n>[IVXL]+)\b\.?|(?P<m>Primera|Segunda|Tercera) parte",
        annex=r"Anexo(?:\s+I)?",
        preamble=r"Pre[áa]mbulo|PRE[ÁA]MBULO",
        enacts=r"La Asamblea General,?|Los Estados [Pp]artes\b.*",
        agrees=r"(?:Han convenido|Convienen)\b",
        observation=rf"Observaci[óo]n preliminar\s+{_N}",
        observations=r"Observaciones preliminares",
        introduction=r"Introducci[óo]n",
        closing=r"\d+ª sesi[óo]n plenaria|EN (?:FE|TESTIMONIO) DE LO CUAL\b.*",
        opener=r"(?:[A-Z][a-zá-ú]+mente )?[A-Z][a-zá-ú]+(?:ando|iendo|ad[oa]s?|id[oa]s?)\b|Consciente|Habiendo",
        counted=r"reglas?|art[íi]culos?|art\.|p[áa]rrafos?|p[áa]rr\.|n[úu]m\.|secci[óo]n|resoluci(?:[óo]n|ones)"
        r"|cap[íi]tulos?|cap\.|partes?|vol\.|anexo|tema|y|o|a|de|el|los|las|del|al",
        measured=rf"de {MONTH[Language.ES]}|a[ñn]os?|meses|semanas?|d[íi]as?|noches?|horas?|minutos?|\(|%",
    ),
    Language.RU: PartWords(
        rule=rf"Правило\s+{_N}\.?",
        article=rf"Статья\s+{_N}\.?",
        part=r"(?:Часть|ЧАСТЬ)\s+(?P<n>[IVXL]+|[а-я]+)\b\.?",
        annex=r"Приложение(?:\s+I)?",
        preamble=r"Преамбула|ПРЕАМБУЛА",
        enacts=r"Генеральная Ассамблея,?|(?:Государства|Участвующие).*(?:участники|государства)\b.*",
        agrees=r"(?:Согласились|согласились)\b",
        observation=rf"Предварительное замечание\s+{_N}",
        observations=r"Предварительные замечания",
        introduction=r"Введение",
        closing=r"\d+-е пленарное заседание|В УДОСТОВЕРЕНИЕ ЧЕГО\b.*",
        opener=r"[А-Яа-я][а-я]+(?:ая|яя|уя|ив|ав|ывая|ась|ясь)\b",
        counted=r"правил[аоу]?|стать[яиею]|ст\.|пункт[аеуы]?|п\.|№|раздел[аеы]?|резолюци[яию]|глав[аеы]|гл\.|том|част[ьи]"
        r"|приложени[еяю]|и|или|до|от|в|с|по",
        measured=rf"{MONTH[Language.RU]}|год[ауо]?|лет|месяц\w*|недел\w*|дн\w*|суток|ноч\w*|час\w*|минут\w*|\(",
    ),
    Language.ZH: PartWords(
        rule=r"规则\s?(?P<n>\d{1,3}|[一二三四五六七八九十百零]+)|第\s?(?P<m>\d{1,3}|[一二三四五六七八九十百零]+)\s?条(?:规则)?",
        article=r"第\s?(?P<n>\d{1,3}|[一二三四五六七八九十百零]+)\s?条",
        part=r"第\s?(?P<n>[一二三四五六七八九十]+)\s?部分",
        annex=r"附件(?:一)?",
        preamble=r"序言|序\s言",
        enacts=r"大会[，,]?|本.*缔约(?:各)?国[，,]?",
        agrees=r"兹?(?:议定|商定|协议)如下",
        observation=r"(?:初步意见|序言部分|初步说明)\s?(?P<n>\d{1,3}|[一二三四五六七八九十]+)",
        observations=r"初步意见|序言部分|初步说明",
        introduction=r"导言|引言",
        closing=r"(?:\d{4}\s?年\s?\d+\s?月\s?\d+\s?日|第\s?\d+\s?次全体会议)|(?:为此|以昭信守).*",
        opener=r"(?!)",
        counted=r"第",
        measured=r"年|月|日|号|条|款|卷|章|届|次|个|名|天|岁|小时|分钟",
    ),
    Language.AR: PartWords(
        rule=rf"القاعدة\s+{_N}\.?",
        article=rf"المادة\s+{_N}\.?",
        part=r"الجزء\s+(?P<n>[IVXL]+|\w+)",
        annex=r"(?:ال)?مرفق(?:\s+الأول)?",
        preamble=r"(?:ال)?ديباجة",
        enacts=r"إن الجمعية العامة،?|إن الدول الأطراف\b.*",
        agrees=r"(?:قد )?اتفقت\b",
        observation=rf"ملاحظة (?:أولية|تمهيدية)\s+{_N}",
        observations=r"ملاحظات (?:أولية|تمهيدية)",
        introduction=r"مقدمة",
        closing=r"الجلسة العامة \d+|وإثباتا لذلك.*",
        opener=r"و?إذ\b|ول?مّ?ا كان",
        counted=r"القاعدة|المادة|الفقرة|رقم|القرار|الفصل|الجزء|المجلد|و|أو|من|إلى|في",
        measured=r"سنة|سنوات|عاما|أشهر|شهرا|أسابيع|يوما|أيام|ليلة|ساعة|ساعات|دقيقة|\(",
    ),
}
