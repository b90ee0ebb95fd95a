"""The names of months, for whatever must not take a date for a reference, a number or the start of a part, or writes one."""

from collections.abc import Mapping
from datetime import date

from corpus.types import Language

MONTHS: Mapping[Language, tuple[str, ...]] = {
    Language.EN: tuple("January February March April May June July August September October November December".split()),
    Language.FR: tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    Language.ES: tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
    Language.RU: tuple("января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()),
    Language.AR: (
        *"يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
        *("كانون الثاني", *"شباط آذار نيسان أيار حزيران تموز آب أيلول".split()),
        *("تشرين الأول", "تشرين الثاني", "كانون الأول"),
    ),
}
"""January first, as they stand in a date; Arabic has two names for each, the second twelve behind the first."""
MONTH: Mapping[Language, str] = {language: f"(?:{'|'.join(names)})".replace("أ", "[أا]") for language, names in MONTHS.items()}
"""One of them, as a regular expression; Arabic with or without the hamza over its alif."""


def written_date(day: date, language: Language) -> str:
    """A date as the language writes it.

    >>> written_date(date(1990, 12, 14), Language.EN), written_date(date(1990, 12, 14), Language.ZH)
    ('14 December 1990', '1990年12月14日')
    >>> written_date(date(2021, 4, 1), Language.FR)
    '1er avril 2021'
    """
    if language is Language.ZH:
        return f"{day.year}年{day.month}月{day.day}日"
    between = " de " if language is Language.ES else " "
    year = f"{day.year} года" if language is Language.RU else str(day.year)
    number = "1er" if language is Language.FR and day.day == 1 else str(day.day)
    return between.join((number, MONTHS[language][day.month - 1], year))
