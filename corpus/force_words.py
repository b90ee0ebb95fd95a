"""By what words a statement of each language carries its verb: what `corpus.lint` looks for in a digest.

A statement without any of them does not say what its modality says; one with them may still say more. Judges nothing.
"""

import re
from collections.abc import Mapping

from corpus.types import Language, Modality

_WORDS: Mapping[Modality, Mapping[Language, str]] = {
    Modality.SHALL: {
        Language.EN: r"\bmust\b|\bha(?:s|ve) the right\b|\bentitled\b",
        Language.ZH: "必须|有权",
        Language.FR: r"\b(?:doit|doivent|(?:a|ont) (?:le )?droit|est tenue?|sont tenue?s)\b",
        Language.ES: r"\b(?:deben?|tienen? derecho|está obligad[oa]|están obligad[oa]s)\b",
        Language.RU: r"\b(?:долж(?:ен|на|но|ны)|обязан[аоы]?|име(?:ет|ют) (?:\w+ )?право|вправе)\b",
        Language.AR: "يجب|يتعين|يحق|الحق في|ملزم",
    },
    Modality.SHALL_NOT: {
        Language.EN: r"\bmust (?:not|never)\b|\bforbidden\b|\bmay (?:not|never)\b|\bcannot\b|\bno\b|\bnever\b|\bnot\b"
        r"|\bn(?:either|or)\b",
        Language.ZH: "不得|禁止|不能|绝不",
        Language.FR: r"\bn(?:e |[’'])|\b(?:interdite?s?|jamais|nul|nulle|aucune?)\b",
        Language.ES: r"\b(?:no|nunca|ning[uú]n[ao]?|tampoco|ni|jamás|nadie)\b|\bprohíb\w+|\bprohibid\w+",
        Language.RU: r"\bне\b|\bни(?:кто|как\w*|когда|чего|чем|кому|кого)?\b|запре[тщ]\w+|нельзя|недопустим\w*|\bникто\b",
        Language.AR: "ألا|ألّا|لا يجوز|لا تجوز|[يت]ُ?حظر|محظور|لا يحق|لا يمكن|[يت]ُ?منع|ممنوع|عدم|لا يُ?سمح|دون",
    },
    Modality.SHOULD: {
        Language.EN: r"\bshould\b",
        Language.ZH: "应当|应",
        Language.FR: r"\bdevrai(?:t|ent)\b",
        Language.ES: r"\bdeberían?\b",
        Language.RU: r"\bследует\b|\bследовало\b",
        Language.AR: "ينبغي",
    },
    Modality.SHOULD_NOT: {
        Language.EN: r"\bshould (?:not|never)\b|\bno\b.*\bshould\b|\bnot\b",
        Language.ZH: "不应|不宜|不可取",
        Language.FR: r"\bn(?:e |[’'])|\b(?:jamais|aucune?|éviter|s[’']abstenir)\b",
        Language.ES: r"\b(?:no|nunca|ning[uú]n[ao]?|tampoco|ni|jamás|nadie|evitar|abstenerse)\b",
        Language.RU: r"\bне\b|\bни|воздерж\w+|избегать",
        Language.AR: "لا ينبغي|ألا|ألّا|عدم|تجنب|دون|لا ",
    },
    Modality.MAY: {
        Language.EN: r"\bmay\b",
        Language.ZH: "可以|可",
        Language.FR: r"\b(?:peut|peuvent|pourra|pourront)\b",
        Language.ES: r"\b(?:pueden?|podrán?)\b",
        Language.RU: r"\b(?:может|могут|можно|вправе|допуска\w+)\b",
        Language.AR: "[يت]جوز|[يت]مكن|[يت]ُ?سمح|يحق",
    },
    Modality.MAY_ONLY: {
        Language.EN: r"\bonly\b|\bunless\b",
        Language.ZH: "只有|才|只能|仅",
        Language.FR: r"\bn(?:e |[’'])[^.;]*\bqu(?:e\b|[’'])|\b(?:seule?s?|uniquement|seulement|sauf|à moins)\b",
        Language.ES: r"\b(?:s[oó]lo|únicamente|solamente|salvo|a menos)\b|\bmás que\b",
        Language.RU: r"\b(?:только|лишь|исключительно|кроме|если не)\b",
        Language.AR: "إلا|إلّا|فقط|وحد|حصرا|دون سوا",
    },
}
FORCE_WORDS: Mapping[Modality, Mapping[Language, re.Pattern[str]]] = {
    modality: {language: re.compile(pattern, re.IGNORECASE) for language, pattern in words.items()}
    for modality, words in _WORDS.items()
}
"""Patterns by modality and language; `declaratory` has none."""

FORBIDDEN: Mapping[Language, re.Pattern[str]] = {
    Language.EN: re.compile(r"\b(?:no|not|cannot|nobody|never|only|unless|without)\b", re.IGNORECASE),
    Language.FR: re.compile(r"\bne (?:doi(?:t|vent)|devrai(?:t|ent))\b(?![^.;]*\bqu(?:e\b|[’']))", re.IGNORECASE),
    Language.ES: re.compile(r"\b(?:no|nunca) (?:se )?(?:l[aeo]s? )?deb(?:en?|erían?)\b", re.IGNORECASE),
    Language.RU: re.compile(r"\bне (?:долж(?:ен|на|но|ны)|обязан[аоы]?|следует)\b", re.IGNORECASE),
    Language.AR: re.compile("يجب أل[اّ]|يجب عدم|لا يجوز|لا ينبغي|ينبغي أل[اّ]"),
}
"""A duty that is denied: what none of the four may do in a statement that obliges or permits, unless the English denies or
limits something ("only" is an exception to a ban in Arabic).
"""
