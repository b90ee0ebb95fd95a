"""What a comparison and a checklist say around their statements, in the six languages.

Display text only: nothing here states what a provision requires; verbs and boxes are called as the interface calls them. A
number stands behind its unit ("days: 15"), so that no alphabetic language has to bend the noun.
"""

from collections.abc import Mapping

from corpus.types import Binding, Language

_EN, _ZH, _FR, _ES, _RU, _AR = Language
_Words = Mapping[Language, str]


def _six(en: str, zh: str, fr: str, es: str, ru: str, ar: str) -> _Words:
    return {_EN: en, _ZH: zh, _FR: fr, _ES: es, _RU: ru, _AR: ar}


FORCE: Mapping[Binding, _Words] = {
    Binding.TREATY: _six(
        "treaty: binds the States that are parties to it",
        "条约：对缔约国有约束力",
        "traité : lie les États parties",
        "tratado: obliga a los Estados partes",
        "договор: обязателен для государств-участников",
        "معاهدة: تُلزم الدول الأطراف فيها",
    ),
    Binding.DECLARATION: _six(
        "declaration: does not bind by itself",
        "宣言：本身没有约束力",
        "déclaration : ne lie pas par elle-même",
        "declaración: no obliga por sí misma",
        "декларация: сама по себе не обязательна",
        "إعلان: لا يُلزم بذاته",
    ),
    Binding.RULES: _six(
        "rules adopted by the General Assembly: do not bind by themselves",
        "大会通过的规则：本身没有约束力",
        "règles adoptées par l’Assemblée générale : ne lient pas par elles-mêmes",
        "reglas aprobadas por la Asamblea General: no obligan por sí mismas",
        "правила, принятые Генеральной Ассамблеей: сами по себе не обязательны",
        "قواعد اعتمدتها الجمعية العامة: لا تُلزم بذاتها",
    ),
    Binding.GENERAL_COMMENT: _six(
        "general comment: does not bind by itself; a treaty body’s reading of a treaty that does",
        "一般性意见：本身没有约束力，是条约机构对有约束力的条约的解释",
        "observation générale : ne lie pas par elle-même ; interprétation d’un traité par son comité",
        "observación general: no obliga por sí misma; interpretación de un tratado por su comité",
        "замечание общего порядка: само по себе не обязательно; толкование договора его комитетом",
        "تعليق عام: لا يُلزم بذاته؛ تفسير لجنة المعاهدة لمعاهدة مُلزِمة",
    ),
    Binding.RESOLUTION: _six(
        "resolution of the General Assembly: recommends",
        "大会决议：属于建议",
        "résolution de l’Assemblée générale : recommande",
        "resolución de la Asamblea General: recomienda",
        "резолюция Генеральной Ассамблеи: рекомендует",
        "قرار للجمعية العامة: يوصي",
    ),
}
"""Binding force as a lawyer would put it to a reader."""
UNIT: Mapping[str, _Words] = {
    "minute": _six("minutes", "分钟", "minutes", "minutos", "минут", "الدقائق"),
    "hour": _six("hours", "小时", "heures", "horas", "часов", "الساعات"),
    "day": _six("days", "天", "jours", "días", "дней", "الأيام"),
    "week": _six("weeks", "周", "semaines", "semanas", "недель", "الأسابيع"),
    "month": _six("months", "个月", "mois", "meses", "месяцев", "الأشهر"),
    "year": _six("years", "年/岁", "ans", "años", "лет", "السنوات"),
    "percent": _six("per cent", "%", "pour cent", "por ciento", "процентов", "النسبة المئوية"),
    "time": _six("times", "次", "fois", "veces", "раз", "المرات"),
    "person": _six("persons", "人", "personnes", "personas", "человек", "الأشخاص"),
}
REASON: Mapping[str, _Words] = {
    "binding": _six(
        "A treaty, which binds its parties; {than} does not bind by itself.",
        "条约，对缔约国有约束力；{than}本身没有约束力。",
        "Un traité, qui lie ses parties ; {than} ne lie pas par soi-même.",
        "Un tratado, que obliga a sus partes; {than} no obliga por sí.",
        "Договор, обязательный для участников; {than} — не обязательная норма.",
        "معاهدة تُلزم أطرافها؛ {than} لا يُلزم بذاته.",
    ),
    "ban": _six(
        "Rules out what {than} allows within limits.",
        "完全排除{than}在一定限度内允许的做法。",
        "Exclut ce que {than} permet dans certaines limites.",
        "Excluye lo que {than} permite dentro de ciertos límites.",
        "Исключает то, что {than} допускает в определённых пределах.",
        "يستبعد ما يجيزه {than} ضمن حدود معينة.",
    ),
    "verb": _six(
        "Firmer verb: “{own}”; {than} says “{other}”.",
        "用语更强：“{own}”；{than}用的是“{other}”。",
        "Verbe plus ferme : « {own} » ; {than} dit « {other} ».",
        "Verbo más firme: «{own}»; {than} dice «{other}».",
        "Более твёрдый глагол: «{own}»; {than}: «{other}».",
        "فعل أقوى: «{own}»؛ {than}: «{other}».",
    ),
    "endeavour": _six(
        "An outright duty; {than} asks for an effort only.",
        "无条件的义务；{than}只要求作出努力。",
        "Une obligation ferme ; {than} ne demande qu’un effort.",
        "Un deber firme; {than} solo pide un esfuerzo.",
        "Безусловная обязанность; {than} требует лишь стремиться.",
        "واجب قاطع؛ {than} لا يطلب سوى السعي.",
    ),
    "limit": _six(
        "Stricter limit ({own}); {than}: {other}.",
        "限度更严（{own}）；{than}：{other}。",
        "Limite plus stricte ({own}) ; {than} : {other}.",
        "Límite más estricto ({own}); {than}: {other}.",
        "Более строгий предел ({own}); {than}: {other}.",
        "حد أشد صرامة ({own})؛ {than}: {other}.",
    ),
    "persons": _six(
        "For {own} in particular; {than} is for everyone whom it covers.",
        "专门适用于{own}；{than}适用于其涵盖的所有人。",
        "Vise en particulier : {own} ; {than} vaut pour tous.",
        "Se refiere en particular a: {own}; {than} vale para todos.",
        "Особо для категории: {own}; {than} — для всех.",
        "يخص تحديداً: {own}؛ {than} يسري على الجميع.",
    ),
    "persons_wider": _six(
        "For {own} in particular; {than} is for a wider group: {other}.",
        "专门适用于{own}；{than}适用范围更广：{other}。",
        "Vise en particulier : {own} ; {than} vise un groupe plus large : {other}.",
        "Se refiere en particular a: {own}; {than} abarca un grupo más amplio: {other}.",
        "Особо для категории: {own}; {than} — для более широкой: {other}.",
        "يخص تحديداً: {own}؛ {than} يشمل فئة أوسع: {other}.",
    ),
    "figure": _six(
        "Names a figure ({own}); {than} names none.",
        "规定了数字（{own}）；{than}没有规定。",
        "Fixe un chiffre ({own}) ; {than} n’en fixe aucun.",
        "Fija una cifra ({own}); {than} no fija ninguna.",
        "Называет число ({own}); {than} его не называет.",
        "يحدد رقماً ({own})؛ {than} لا يحدد.",
    ),
}
LABEL: Mapping[str, _Words] = {
    "more_protective": _six(
        "more protective", "保护更强", "plus protecteur", "más protector", "защищает сильнее", "أكثر حماية"
    ),
    "more_specific": _six("more specific", "更为具体", "plus précis", "más específico", "более конкретно", "أكثر تحديداً"),
    "addressee": _six("addressee", "义务主体", "destinataire", "destinatario", "адресат", "المخاطَب"),
    "inferred": _six("inferred", "推定", "déduit", "deducido", "выведен из смысла", "مستنتج"),
    "persons": _six("persons", "特定人群", "personnes", "personas", "лица", "الأشخاص"),
    "effort": _six("an effort", "努力为之", "un effort", "un esfuerzo", "стремиться", "السعي"),
    "silent": _six("Nothing found in", "以下文书未见相关规定", "Rien dans", "Nada en", "Ничего не найдено в", "لم يوجد شيء في"),
    "without_digests": _six(
        "Not looked into, since no digest tells their themes (compare words instead)",
        "未查阅，因为没有标明主题的摘要（请改用字词比较）",
        "Non consultés, faute de résumés par thème (comparez plutôt par mots)",
        "No consultados, por no tener resúmenes por tema (compare por palabras)",
        "Не просмотрены: нет изложений с темами (сравните по словам)",
        "لم يُنظر فيها لعدم وجود ملخصات بموضوعاتها (قارن بالكلمات)",
    ),
    "check": _six("Check", "核查", "À vérifier", "Verificar", "Проверить", "يُتحقق"),
    "how": _six(
        "Each line is what a provision requires, in Pinpoint’s own words. Yes: it is so here. No: it is not. "
        "Not seen: it could not be established on this visit.",
        "每一行是某一条款的要求，以本项目自己的话写成。“是”：此处做到了；“否”：没有做到；“未查看”：此次查访无法确认。",
        "Chaque ligne est ce qu’exige une disposition, dans les mots de Pinpoint. Oui : c’est le cas ici. Non : ce ne l’est "
        "pas. Non vu : la visite n’a pas permis de l’établir.",
        "Cada línea es lo que exige una disposición, en palabras de Pinpoint. Sí: aquí se cumple. No: no se cumple. "
        "No visto: no se pudo comprobar en esta visita.",
        "Каждая строка — то, чего требует положение, в изложении Pinpoint. Да: здесь это так. Нет: это не так. "
        "Не осмотрено: при этом посещении установить не удалось.",
        "كل سطر هو ما يقتضيه حكم ما بعبارات Pinpoint. نعم: الأمر كذلك هنا. لا: ليس كذلك. "
        "لم يُعايَن: لم يتسنَّ التحقق منه في هذه الزيارة.",
    ),
    "in_english": _six(
        "",
        "",
        "Les énoncés sont en anglais : Pinpoint les a en anglais et en chinois.",
        "Los enunciados están en inglés: Pinpoint los tiene en inglés y en chino.",
        "Положения изложены по-английски: в Pinpoint они есть на английском и китайском.",
        "العبارات بالإنكليزية: فهي متاحة في Pinpoint بالإنكليزية والصينية.",
    ),
}
"""Words around statements; `in_english` is empty for readers who get them in their own language."""


def reason(key: str, language: Language, **parts: str) -> str:
    """The reason of a mark with its parts filled in."""
    text = REASON[key][language]
    for name, value in parts.items():
        text = text.replace("{" + name + "}", value)
    return text


def measured(value: float, unit: str, language: Language) -> str:
    """A number with its unit.

    >>> measured(15.0, "day", Language.EN), measured(15.0, "day", Language.ZH)
    ('days: 15', '15天')
    """
    if language is Language.ZH:
        return f"{value:g}{UNIT[unit][language]}"
    return f"{UNIT[unit][language]}{' :' if language is Language.FR else ':'} {value:g}"
