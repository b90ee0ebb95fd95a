"""Invented sentences in six languages, the real weights, and an embedder converted from them once a session."""

from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

from rag.embedder.onnx import OnnxEmbedder
from rag.embedder.weights import Weights, find_weights, read_weights

_PARTS = {
    "en": (
        ("The keeper", "A visitor", "Each boatman", "The harbour council", "Nobody on the rock"),
        ("must trim the lamp", "may ring the bell", "counts the gulls", "shall not sell oil", "repairs the stairs"),
        ("before sunset.", "within 24 hours of a storm!", "unless fog forbids it;", "at least twice (2) a week?"),
    ),
    "zh": (
        ("守灯人", "来访者", "每一名船夫", "港口委员会", "礁石上的任何人"),
        ("必须修剪灯芯", "可以敲钟", "清点海鸥", "不得出售灯油", "修理楼梯"),
        ("在日落之前。", "，风暴过后24小时内！", "，除非有大雾；", "，每周至少两次（2次）？"),
    ),
    "fr": (
        ("Le gardien", "Un visiteur", "Chaque batelier", "Le conseil du port", "Nul, sur l’îlot,"),
        ("doit moucher la mèche", "peut sonner la cloche", "compte les goélands", "ne vend pas d’huile", "répare l’escalier"),
        (
            "avant la tombée de la nuit.",
            "dans les 24 heures !",
            "sauf si la brume s’y oppose ;",
            "au moins deux fois par semaine ?",
        ),
    ),
    "es": (
        ("El farero", "Una visitante", "Cada barquero", "El consejo del puerto", "Nadie en el peñón"),
        ("debe cortar la mecha", "podrá tocar la campana", "cuenta las gaviotas", "no venderá aceite", "arregla la escalera"),
        (
            "antes del anochecer.",
            "¡en un plazo de 24 horas!",
            "salvo que lo impida la niebla;",
            "¿al menos dos veces por semana?",
        ),
    ),
    "ru": (
        ("Смотритель", "Посетитель", "Каждый лодочник", "Совет гавани", "Никто на скале"),
        ("обязан подрезать фитиль", "может звонить в колокол", "считает чаек", "не продаёт масло", "чинит лестницу"),
        ("до захода солнца.", "в течение 24 часов!", "если не мешает туман;", "не реже двух раз в неделю?"),
    ),
    "ar": (
        ("حارس المنارة", "الزائر", "كل مراكبي", "مجلس الميناء", "من على الصخرة"),
        ("يقصّ الفتيل", "يقرع الجرس", "يَعُدّ النوارس", "لا يبيع الزيت", "يُصلح الدَّرَج"),
        ("قبل الغروب.", "خلال ٢٤ ساعة!", "ما لم يمنعه الضباب؛", "مرتين على الأقل في الأسبوع؟"),
    ),
}


@pytest.fixture(scope="session")
def sentences() -> Mapping[str, tuple[str, ...]]:
    """A hundred invented sentences in each of the six languages."""
    return {language: tuple(_sentences(language)) for language in _PARTS}


@pytest.fixture(scope="session")
def weights() -> Weights:
    """The weights of the installed package."""
    return read_weights(find_weights())


@pytest.fixture(scope="session")
def embedder(converted: Path) -> OnnxEmbedder:
    """The real embedder."""
    return OnnxEmbedder(converted)


def _sentences(language: str) -> list[str]:
    between = "" if language == "zh" else " "
    return [between.join(parts) for parts in product(*_PARTS[language])]
