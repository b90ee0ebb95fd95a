"""Text in, lexical terms out: stems for the five alphabetic languages, pairs of characters for Chinese.

Numbers stay whole, one digit too, so that "rule 4" and "rule 9" differ. Refuses to guess words in Chinese: pairs of
neighbouring characters find what any dictionary would and need none.
"""

import re
import unicodedata
from functools import cache

import Stemmer

from corpus.types import Language

_STEMMERS = {
    Language.EN: "english",
    Language.FR: "french",
    Language.ES: "spanish",
    Language.RU: "russian",
    Language.AR: "arabic",
}
_TERM = re.compile(r"\d+(?:[./]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_STOP = {
    Language.EN: """a about after again all also am an and any are as at be because been before being between both but by
        can could did do does doing for from had has have having he her here hers him his how i if in into is it
        its itself just me more most my no nor not of off on once only or other our out over own same she should
        so some such than that the their them then there these they this those to too under until up very was we
        were what when where which while who whom why will with would you your must may shall say says rule
        rules""",
    Language.FR: """à au aux avec ce ces cette comme comment dans de des doit du elle elles en est et être il ils je la le
        les leur leurs lui ma mais me mes mon ne nous on ou où par pas peut pour qu que quel quelle qui sa se
        ses si son sont sur ta te tes toi ton tu un une vos votre vous c d l n s y a""",
    Language.ES: """a al algo como con cual cuando de del desde donde el ella ellos en es esta este esto estos está ha han
        hay la las le les lo los me mi mis muy más ni no nos o para pero por porque puede que quien qué se ser
        si sin sobre son su sus también tiene un una uno y ya yo cómo cuál cuándo""",
    Language.RU: """и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот
        от меня еще нет о из ему теперь когда даже ну ли если уже или ни быть был него до вас нибудь опять уж
        вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без
        будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой""",
    Language.AR: """في من على إلى عن أن إن هل ما ماذا هو هي هم كان كانت التي الذي الذين هذا هذه ذلك تلك أو و ثم لا لم لن قد كل
        مع بعد قبل عند كيف متى أين لماذا يجب""",
}
_HAN_STOP = frozenset("的了吗呢么吧啊是在和与或把被就也都还要会能可不有没这那我他她它们你您个")


def terms(text: str, language: Language) -> tuple[str, ...]:
    """The lexical terms of a text, repeats kept; Han characters give pairs in whatever language.

    >>> terms("Are lamps lit after rule 9?", Language.EN)
    ('lamp', 'lit', '9')
    >>> terms("单独监禁", Language.ZH)
    ('单独', '独监', '监禁')
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    alphabetic = _HAN.sub(" ", folded)
    latin = Language.EN if language is Language.ZH else language
    stop = _stop(latin)
    found = [word.replace("’", "'").removesuffix("'s") for word in _TERM.findall(alphabetic)]
    words = [word for word in found if word not in stop]
    return (*_stem(tuple(words), latin), *_pairs(folded))


def _stem(words: tuple[str, ...], language: Language) -> tuple[str, ...]:
    return tuple(_stemmer(language).stemWords(list(words)))


def _pairs(text: str) -> tuple[str, ...]:
    pairs = []
    for run in _HAN.findall(text):
        grams = [run] if len(run) == 1 else [run[i : i + 2] for i in range(len(run) - 1)]
        pairs += [gram for gram in grams if not all(character in _HAN_STOP for character in gram)]
    return tuple(pairs)


@cache
def _stemmer(language: Language) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_STEMMERS[language])


@cache
def _stop(language: Language) -> frozenset[str]:
    return frozenset(_STOP[language].split())
