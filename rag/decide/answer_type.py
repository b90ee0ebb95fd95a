"""Expected answer types that are no number (penalty, payer, definition, date, form), and whether what was found has one.

A provision on the very theme is no answer where it says nothing of the kind of thing that is asked for (expected answer type,
Li and Roth 2002). Numbers are in `rag.numeric_answers`. Knows forms of asking and common words, no provision.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from corpus.types import Language
from rag.patterns import compiled


class AnswerType(StrEnum):
    """What is asked for in words."""

    PENALTY = "penalty"
    PAYER = "payer"
    DEFINITION = "definition"
    DATE = "date"
    FORM = "form"


_ASKED = {
    Language.EN: {
        AnswerType.PENALTY: r"\b(?:what|which|how (?:big|high|heavy|severe|long)|is there|any|the)\b.{0,30}\b(?:penalt(?:y|ies)"
        r"|fine|sanctions?|punishments?)\b|\bhow (?:is|are|will|would)\b.{0,40}\b(?:punished|sanctioned|disciplined)\b"
        r"|\bwhat happens to (?:a|an|the)\b.{0,40}\bwho\b",
        AnswerType.PAYER: r"\bwho(?:['’]s| is| has| must| should| will)?\b.{0,25}\b(?:pay|pays|paying|paid|funds?|covers?"
        r"|foots?)\b"
        r"|\bat whose (?:cost|expense)\b|\bwho bears\b|\bwhose (?:budget|pocket)\b|\bdo (?:i|we|they) (?:have to )?pay\b"
        r"|\bcharge (?:me|us|him|her|them|the famil\w+)\b",
        AnswerType.DEFINITION: r"\bdefin(?:e|es|ed|ition|itions)\b|\bwhat (?:exactly )?(?:counts|qualifies) as\b"
        r"|\bwhat (?:does|do|is|are)\b.{0,60}\bmean(?:t|s|ing)?\b|\bmeaning of\b|\bwhen is (?:it|something)\b.{0,20}\bcalled\b",
        AnswerType.DATE: r"\b(?:what|which) (?:year|date|day|month)\b|\bwhen (?:was|were|did)\b|\bsince when\b",
        AnswerType.FORM: r"\b(?:what|which|any|is there a|give me the|send me the)\b.{0,20}\b(?:form|template|format|wording"
        r"|sample|checklist|questionnaire)\b|\bhow (?:is|should|must)\b.{0,30}\bworded\b",
    },
    Language.ZH: {
        AnswerType.PENALTY: r"(?:什么|哪些|多重|多大|怎么|如何|怎样|会不会|要不要|给).{0,10}"
        r"(?:处罚|处分|惩罚|制裁|罚款|追责|判刑)"
        r"|(?:怎么|如何|会|要)被?罚|罚多少|什么后果",
        AnswerType.PAYER: r"谁(?:来|该|要|得)?.{0,4}(?:付|出钱|掏|承担|负担|买单|报销)|(?:费|费用|钱|租金|成本).{0,8}"
        r"(?:谁|哪里|哪儿)|谁出|自己掏|自费|收费吗|要钱吗|由谁(?:付|出|承担)",
        AnswerType.DEFINITION: r"定义|界定|是指什么|指的是什么|什么叫|怎么算|算什么|是什么意思|何谓",
        AnswerType.DATE: r"哪一?年|哪一?天|几月|几号|日期|(?:什么时候|何时).{0,4}(?:通过|生效|公布|发布|成立)",
        AnswerType.FORM: r"(?:什么|哪种|哪个|有没有|给我).{0,8}(?:表格|表|模板|范本|格式|样本|清单|问卷)|怎么措辞",
    },
    Language.FR: {
        AnswerType.PENALTY: r"\b(?:quelle?s?|y a-t-il)\b.{0,25}\b(?:sanctions?|peines?|amendes?|punitions?)\b",
        AnswerType.PAYER: r"\bqui (?:doit |va )?(?:pay\w+|paie|finance|prend en charge)\b|\baux frais de qui\b",
        AnswerType.DEFINITION: r"\bdéfini\w*\b|\bque (?:veut dire|signifie)\b|\bqu['’]entend-on\b",
        AnswerType.DATE: r"\bquelle (?:année|date)\b|\bdepuis quand\b",
        AnswerType.FORM: r"\bquel(?:le)?s? (?:formulaire|modèle|format|formulation)",
    },
    Language.ES: {
        AnswerType.PENALTY: r"\b(?:qué|cuál|hay)\b.{0,25}\b(?:sanci\w+|penas?|multas?|castigos?)\b",
        AnswerType.PAYER: r"\bquién (?:debe |tiene que )?(?:paga\w*|costea|financia|asume)\b|\ba cargo de quién\b",
        AnswerType.DEFINITION: r"\bdefin\w+\b|\bqué (?:significa|quiere decir|se entiende)\b",
        AnswerType.DATE: r"\bqué (?:año|fecha|día)\b|\bdesde cuándo\b",
        AnswerType.FORM: r"\bqué (?:formulario|modelo|formato|plantilla)",
    },
    Language.RU: {
        AnswerType.PENALTY: r"\bкак(?:ое|ая|ие|ой|ому|ую)\b.{0,25}\b(?:наказани\w+|санкци\w+|штраф\w*|взыскани\w+)",
        AnswerType.PAYER: r"\bкто (?:должен )?(?:плат\w+|оплач\w+|финансир\w+)|\bза чей сч[её]т\b",
        AnswerType.DEFINITION: r"\bопределени\w+|\bчто (?:значит|означает|понимается|такое)\b",
        AnswerType.DATE: r"\bв каком году\b|\bкак(?:ая|ого) (?:дата|числа)\b|\bс какого (?:года|времени)\b",
        AnswerType.FORM: r"\bкак(?:ой|ая|ую) (?:форм|бланк|шаблон|образец)",
    },
    Language.AR: {
        AnswerType.PENALTY: r"(?:ما|أي|هل هناك).{0,20}(?:عقوبة|عقوبات|غرامة|جزاء)",
        AnswerType.PAYER: r"من (?:يدفع|يتحمل|يمول|سيدفع)|على نفقة من|على حساب من",
        AnswerType.DEFINITION: r"تعريف|ماذا يعني|ما معنى|ما المقصود",
        AnswerType.DATE: r"في أي (?:عام|سنة|تاريخ)|منذ متى|ما تاريخ",
        AnswerType.FORM: r"(?:أي|ما) (?:نموذج|استمارة|صيغة)",
    },
}
_PATTERNS = compiled(_ASKED)
_SAID = {
    AnswerType.PENALTY: r"penalt|punish|sanction|\bfine[sd]?\b|dismiss|disciplin|prosecut|crimin",
    AnswerType.PAYER: r"\bcosts?\b|expens|\bpa(?:y|ys|id|ying)\b|free of charge|\bcharg|\bfund|financ",
    AnswerType.DEFINITION: r"\bmean(?:s|t|ing)?\b|defin|\brefers?\b|\bcount|is when|understood|\bcovers?\b|\bterm\b|consists?",
    AnswerType.DATE: r"\b(?:1[89]|20)\d\d\b|\b(?:january|february|march|april|june|july|august|september|october|november"
    r"|december)\b|\bsession\b",
    AnswerType.FORM: r"\bforms?\b|template|format|\bwritten\b|checklist|questionnaire|\btoolkit",
}
_TOLD = {kind: re.compile(words, re.IGNORECASE) for kind, words in _SAID.items()}


def answer_types(question: str, language: Language) -> frozenset[AnswerType]:
    """What a question asks for, numbers apart.

    >>> answer_types("Who pays for the oil of the lamp?", Language.EN)
    frozenset({<AnswerType.PAYER: 'payer'>})
    """
    return frozenset(kind for kind, pattern in _PATTERNS[language].items() if pattern.search(question))


def speaks_of(statements: Sequence[str], kind: AnswerType) -> bool:
    """Whether one of these English statements says something of the kind.

    >>> speaks_of(["The lamp's oil is paid for by the harbour."], AnswerType.PAYER)
    True
    >>> speaks_of(["The lamp is lit at dusk."], AnswerType.PAYER)
    False
    """
    return any(_TOLD[kind].search(statement) for statement in statements)
