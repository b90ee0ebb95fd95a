"""What an answer says around its claims, in the six languages.

Display text only: nothing here states what a provision requires.
"""

from collections.abc import Mapping

from corpus.types import Language

_EN, _ZH, _FR, _ES, _RU, _AR = Language

_MESSAGES: Mapping[str, Mapping[Language, str]] = {
    "answered": {
        _EN: "What the texts say, paragraph by paragraph:",
        _ZH: "各项文书逐段规定如下：",
        _FR: "Ce que disent les textes, paragraphe par paragraphe :",
        _ES: "Lo que dicen los textos, párrafo por párrafo:",
        _RU: "Что говорится в текстах, пункт за пунктом:",
        _AR: "ما تقوله النصوص، فقرة فقرة:",
    },
    "on_digests": {
        _EN: "The official words are not held here: this is Pinpoint's own digest. To get them run: make corpus.",
        _ZH: "此处没有官方原文，所示为本项目自撰的摘要。获取原文请运行：make corpus。",
        _FR: "Le texte officiel n’est pas disponible ici : ceci est un résumé propre à Pinpoint. Lancez : make corpus.",
        _ES: "El texto oficial no está disponible aquí: esto es un resumen propio de Pinpoint. Ejecute: make corpus.",
        _RU: "Официального текста здесь нет: это собственное изложение Pinpoint. Выполните: make corpus.",
        _AR: "النص الرسمي غير متاح هنا: هذا ملخص من إعداد Pinpoint. شغّل: make corpus.",
    },
    "not_in_texts": {
        _EN: "No provision of these texts answers this. The nearest are listed.",
        _ZH: "这些文书中没有条款回答这个问题。最接近的条款列于其后。",
        _FR: "Aucune disposition de ces textes n’y répond. Les plus proches sont indiquées.",
        _ES: "Ninguna disposición de estos textos responde a esto. Se indican las más cercanas.",
        _RU: "Ни одно положение этих текстов не отвечает на этот вопрос. Приведены ближайшие.",
        _AR: "لا يجيب أي حكم في هذه النصوص عن هذا السؤال. وترد أدناه أقرب الأحكام.",
    },
    "no_such_provision": {
        _EN: "There is no such provision: {detail}.",
        _ZH: "没有这一条款：{detail}。",
        _FR: "Cette disposition n’existe pas : {detail}.",
        _ES: "Esa disposición no existe: {detail}.",
        _RU: "Такого положения нет: {detail}.",
        _AR: "لا يوجد هذا الحكم: {detail}.",
    },
    "ambiguous_reference": {
        _EN: "Several texts have this number. Name the one that is meant.",
        _ZH: "不止一份文书有这个编号。请指明是哪一份。",
        _FR: "Plusieurs textes ont ce numéro. Précisez lequel.",
        _ES: "Varios textos tienen ese número. Indique cuál.",
        _RU: "Такой номер есть в нескольких текстах. Уточните, какой из них имеется в виду.",
        _AR: "يوجد هذا الرقم في أكثر من نص. يرجى تحديد النص المقصود.",
    },
    "unsafe_input": {
        _EN: "The question holds control characters and was not read. Type it anew.",
        _ZH: "问题中含有控制字符，未予读取。请重新输入。",
        _FR: "La question contient des caractères de contrôle et n’a pas été lue. Saisissez-la de nouveau.",
        _ES: "La pregunta contiene caracteres de control y no se ha leído. Escríbala de nuevo.",
        _RU: "Вопрос содержит управляющие символы и не был прочитан. Введите его заново.",
        _AR: "يحتوي السؤال على أحرف تحكم ولم يُقرأ. اكتبه من جديد.",
    },
    "out_of_scope": {
        _EN: "That is outside the texts searched here: {detail}. The nearest provisions here are listed.",
        _ZH: "这不在此处检索的文书之内：{detail}。此处最接近的条款列于其后。",
        _FR: "Ceci est hors des textes consultés ici : {detail}. Les dispositions les plus proches sont indiquées.",
        _ES: "Esto queda fuera de los textos consultados aquí: {detail}. Se indican las disposiciones más cercanas.",
        _RU: "Это не входит в просматриваемые здесь тексты: {detail}. Приведены ближайшие положения.",
        _AR: "هذا خارج النصوص التي يُبحث فيها هنا: {detail}. وترد أقرب الأحكام هنا.",
    },
    "superseded": {
        _EN: "That is the numbering of a superseded edition ({detail}), which is not in force.",
        _ZH: "这是已被取代的旧版编号（{detail}），现已失效。",
        _FR: "Cette numérotation est celle d’une édition remplacée ({detail}), qui n’est plus en vigueur.",
        _ES: "Esa numeración es de una edición sustituida ({detail}), que ya no está en vigor.",
        _RU: "Это нумерация заменённой редакции ({detail}), которая больше не действует.",
        _AR: "هذا ترقيم طبعة حلت محلها طبعة أخرى ({detail}) ولم تعد سارية.",
    },
}


def message(key: str, language: Language, detail: str = "") -> str:
    """One message in the reader's language."""
    return _MESSAGES[key][language].replace("{detail}", detail)
