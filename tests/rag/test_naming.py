"""The instruments that a question names, and what is left of it without their names."""

import pytest

from corpus.types import Language
from rag.naming import naming


@pytest.mark.parametrize(
    ("question", "language", "instruments", "subject"),
    [
        ("How long is a watch?", Language.EN, set(), "How long is a watch?"),
        (
            "What do Bangkok and Tokyo say on early release?",
            Language.EN,
            {"bangkok", "tokyo"},
            "What do and say on early release?",
        ),
        ("东京规定几分钟？", Language.ZH, {"tokyo"}, "规定几分钟？"),
        ("《钟规则》讲几分钟？", Language.ZH, {"sample-dotted"}, "讲几分钟？"),
        # a name of one character is none inside a word
        ("讯问孩子，多少分钟必须停？", Language.ZH, set(), "讯问孩子，多少分钟必须停？"),
        # the man is asked for, not the rules that bear his name
        ("Was Nelson Mandela married?", Language.EN, set(), "Was Nelson Mandela married?"),
        ("When did Mandela marry?", Language.EN, set(), "When did Mandela marry?"),
        ("曼德拉是哪一年结婚的", Language.ZH, set(), "曼德拉是哪一年结婚的"),
        ("What do the Nelson Mandela Rules say on books?", Language.EN, {"mandela"}, "What do the say on books?"),
        ("Nelson Mandela minimum rules: books?", Language.EN, {"mandela"}, "minimum rules: books?"),
        ("What does Mandela say on books?", Language.EN, {"mandela"}, "What does say on books?"),
        ("曼德拉对图书怎么规定？", Language.ZH, {"mandela"}, "对图书怎么规定？"),
        # the instrument as such is what is asked for
        ("What are the Tokyo Rules about?", Language.EN, {"tokyo"}, "What are the Tokyo Rules about?"),
        ("What sort of text are the Tokyo Rules?", Language.EN, {"tokyo"}, "What sort of text are the Tokyo Rules?"),
        ("东京规则是什么性质的文件？", Language.ZH, {"tokyo"}, "东京规则是什么性质的文件？"),
        (
            "¿Qué clase de texto son las Reglas de Tokio?",
            Language.ES,
            {"tokyo"},
            "¿Qué clase de texto son las Reglas de Tokio?",
        ),
        ("Что за документ Токийские правила?", Language.RU, {"tokyo"}, "Что за документ Токийские правила?"),
        ("أي نوع من الوثائق قواعد طوكيو؟", Language.AR, {"tokyo"}, "أي نوع من الوثائق قواعد طوكيو؟"),
        (
            "Quel type de document sont les Règles de Tokyo ?",
            Language.FR,
            {"tokyo"},
            "Quel type de document sont les Règles de Tokyo ?",
        ),
        # documents that it speaks of, and what it says of states or the law, are not the instrument as such
        ("Bangkok: may I read my own file?", Language.EN, {"bangkok"}, ": may I read my own file?"),
        ("Which documents does Mandela cover?", Language.EN, {"mandela"}, "Which documents does cover?"),
        ("What does Tokyo say on states?", Language.EN, {"tokyo"}, "What does say on states?"),
        ("曼德拉规则哪一类文件要保密", Language.ZH, {"mandela"}, "哪一类文件要保密"),
        ("Правила Манделы: какие документы обязательны?", Language.RU, {"mandela"}, ": какие документы обязательны?"),
    ],
)
def test_names_and_subject(question: str, language: Language, instruments: set[str], subject: str) -> None:
    """Names are found by whatever form; the subject goes without them unless nothing else is asked."""
    found = naming(question, language)
    assert found.instruments == instruments
    assert found.subject == subject
