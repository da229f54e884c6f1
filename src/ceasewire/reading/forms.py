"""The forms that time expressions take in English: a pattern each, and the rule that it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ceasewire.reading import meanings as mean
from ceasewire.reading.meanings import Meaning
from ceasewire.reading.timewords import (
    ABOUT,
    CLOCK,
    DAY,
    EDGE,
    MONTH,
    NUMBER,
    PART,
    PART_OF_DAY,
    UNIT,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
    ZONE,
    choice,
    key,
    month_number,
    words,
)

_Meaning = Callable[[re.Match[str]], Meaning | None]


@dataclass(frozen=True)
class Form:
    """A pattern and what a match of it means; None where the match is no time after all.

    `sign` is a cheap pattern without which a text holds no match.
    """

    pattern: re.Pattern[str]
    meaning: _Meaning
    sign: re.Pattern[str] | None = None


def matches(text: str) -> list[tuple[re.Match[str], Form]]:
    """The matches of all forms in a text, form by form."""
    signs = {sign: bool(sign.search(text)) for sign in dict.fromkeys(_SIGNS.values())}
    return [(m, form) for form in FORMS if form.sign is None or signs[form.sign] for m in form.pattern.finditer(text)]


def _form(pattern: str, meaning: _Meaning) -> Form:
    whole = re.compile(r"(?<![\w$€£#-])(?:" + pattern + r")(?![\w])", re.IGNORECASE)
    return Form(whole, meaning, _SIGNS.get(meaning))


def _sign(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_MONTHS, _WEEKDAYS, _FIGURES = _sign(rf"\b{MONTH}"), _sign(rf"\b{WEEKDAY}"), _sign(r"\d\d")
_UNITS = _sign(r"(?:minute|hour|day|night|week|month|quarter|year|decade|centurie)")
_SIGNS: dict[_Meaning, re.Pattern[str]] = {
    **dict.fromkeys((mean.of_date, mean.of_date_range, mean.of_months, mean.of_month, mean.of_which_week), _MONTHS),
    **dict.fromkeys((mean.of_weekday, mean.of_weekdays), _WEEKDAYS),
    **dict.fromkeys((mean.of_unit, mean.of_ahead, mean.of_window, mean.of_ahead_by, mean.of_lasting), _UNITS),
    **dict.fromkeys((mean.of_ago,), _sign(r"\b(?:ago|from)\b")),
    **dict.fromkeys(
        (mean.of_later,), _sign(r"(?:later|earlier|afterward|previous|next|following|preceding|same|very)")
    ),
    **dict.fromkeys((mean.of_digits, mean.of_years, mean.of_decade, mean.of_year, mean.of_short_year), _FIGURES),
    **dict.fromkeys((mean.of_clock,), _sign(r"\d|noon|mid|dawn|dusk")),
    **dict.fromkeys((mean.of_quarter,), _sign(r"quarter|q[1-4]")),
    **dict.fromkeys((mean.of_season,), _sign(choice(list(words()["seasons"])))),
}


_POINT = r"(?:(?P<point>last|this\s+past|this|next|past|coming)\s+)?"
_PARTED = rf"(?:(?P<part>{PART})[\s-]+)?"
_LEAD = rf"(?:(?:{WEEKDAY}|{WEEKDAY_SHORT}),?\s+)?"
_DASH = r"\s*(?:-|–|—|to|until|through|and)\s*"
_ROUGH = r"(?:(?P<rough>more\s+than|over|nearly|almost|less\s+than|at\s+least|up\s+to|under)\s+)?"
_OF_YEAR = rf"(?:(?:,?\s+|\s+of\s+)(?P<year>{YEAR}))?"

FORMS: list[Form] = [
    _form(
        rf"{_LEAD}(?P<month>{MONTH})\s*(?P<day>{DAY}){_DASH}(?:(?P<month2>{MONTH})\s*)?(?P<day2>{DAY})(?:,?\s+(?P<year>{YEAR}))?",
        mean.of_date_range,
    ),
    _form(
        rf"{_LEAD}(?:the\s+)?(?P<day>{DAY}){_DASH}(?P<day2>{DAY})\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?(?P<month2>)",
        mean.of_date_range,
    ),
    _form(
        rf"(?:{PART_OF_DAY}\s+(?:of|on)\s+)?{_LEAD}(?P<month>{MONTH})\s*(?P<day>{DAY})(?:,?\s+(?P<year>{YEAR}))?",
        mean.of_date,
    ),
    _form(rf"{_LEAD}(?:the\s+)?(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?", mean.of_date),
    _form(r"(?P<iso>(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d)(?P<digits>)(?:T[\d:.+Z-]+)?", mean.of_digits),
    _form(r"(?P<iso>)(?P<digits>[0-3]?\d(?:/[0-3]?\d/|\.[0-3]?\d\.)(?:(?:19|20)\d\d|\d\d))", mean.of_digits),
    _form(
        rf"(?P<month>{MONTH})(?:,?\s+(?P<year1>{YEAR}))?{_DASH}(?P<month2>{MONTH})(?:,?\s+(?P<year>{YEAR}))?",
        mean.of_months,
    ),
    _form(rf"{_PARTED}{_POINT}(?P<month>{MONTH}){_OF_YEAR}", mean.of_month),
    _form(
        rf"(?P<month>{MONTH})\s+(?:of\s+)?(?P<point>this|last|next)\s+year",
        lambda m: Meaning(
            ["month_of", month_number(m["month"]), {"last": -1, "next": 1}.get(key(m["point"]), 0)], "month"
        ),
    ),
    _form(rf"(?:{PART}\s+(?:on\s+)?)?{_POINT}(?P<weekday>{WEEKDAY})(?:\s+{PART_OF_DAY})?", mean.of_weekday),
    _form(
        rf"(?P<weekday>{WEEKDAY})(?:\s+and\s+|\s+or\s+|\s+to\s+|\s+through\s+|\s+until\s+|\s*[-–]\s*)(?P<weekday2>{WEEKDAY})",
        mean.of_weekdays,
    ),
    _form(choice(list(words()["days"])), mean.of_counted_day),
    _form(
        r"(?:(?P<how>earlier|later|early|late|mid|middle)[\s-]+)?(?P<point>this|last|next|the\s+(?:last|past|previous|coming|current|following|entire)|this\s+(?:past|coming))\s+(?P<unit>week|weekend|month|quarter|year|decade)",
        mean.of_unit,
    ),
    _form(r"(?P<how>)(?P<point>the)\s+(?P<unit>weekend)", mean.of_unit),
    _form(r"the\s+(?P<unit>week|month|year|decade)\s+(?P<side>ahead|just\s+ended)", mean.of_ahead),
    _form(
        rf"(?:the\s+|these\s+)?(?P<side>last|past|previous|preceding|next|coming|following)\s+(?P<number>{NUMBER})\s+(?:(?:straight|trading|consecutive)\s+)?(?P<unit>{UNIT})",
        mean.of_window,
    ),
    _form(
        rf"{_ROUGH}{ABOUT}(?P<number>{NUMBER})[\s-]+(?P<unit>{UNIT})\s+(?P<side>ago|from\s+now|from\s+today)",
        mean.of_ago,
    ),
    _form(
        rf"(?:within|in)\s+(?:just\s+|about\s+|the\s+next\s+)?(?P<number>{NUMBER})\s+(?P<unit>{UNIT})(?:['’]\s+time)?",
        mean.of_ahead_by,
    ),
    _form(
        rf"for\s+(?:more\s+than\s+|nearly\s+|almost\s+|about\s+|around\s+|at\s+least\s+|over\s+|up\s+to\s+|just\s+|some\s+|the\s+)?(?P<number>{NUMBER})\s+(?P<unit>{UNIT})(?!\s+(?:ago|later|earlier|old|in))",
        mean.of_lasting,
    ),
    _form(
        rf"{ABOUT}(?P<number>{NUMBER})\s+(?P<unit>{UNIT})\s+(?P<side>later|earlier|afterwards?|previously)(?P<unit2>)(?P<side2>)",
        mean.of_later,
    ),
    _form(
        r"(?P<number>)(?P<unit>)(?P<side>)(?:the|that)\s+(?P<side2>next|following|previous|preceding|same|very)\s+(?P<unit2>day|night|week|month|year)",
        mean.of_later,
    ),
    _form(
        rf"(?:the\s+)?(?:very\s+)?{EDGE}\s+of\s+(?:(?:the|this|(?P<point>last|next|previous|coming))\s+(?P<unit>day|week|weekend|month|year|decade)|(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?|(?P<year2>{YEAR}))",
        mean.of_edge,
    ),
    _form(
        rf"the\s+(?P<which>first|second|third|fourth|last|final)\s+(?:full\s+)?week\s+of\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?",
        mean.of_which_week,
    ),
    _form(
        rf"(?:(?:the\s+)?(?P<which>first|second|third|fourth|final)[\s-]+quarter|Q(?P<digit>[1-4]))(?:(?:\s+of)?\s+(?:(?P<year>{YEAR})|(?:the|this|(?P<point>last|next))\s+year))?",
        mean.of_quarter,
    ),
    _form(
        rf"{_PARTED}(?:the\s+)?{_POINT}(?P<season>{choice(list(words()['seasons']))})(?:(?:\s+of)?\s+(?P<year>{YEAR}))?",
        mean.of_season,
    ),
    _form(rf"(?P<feast>{choice(list(words()['feasts']))})(?:,?\s+(?P<year>{YEAR}))?", mean.of_feast),
    _form(
        rf"(?:from\s+|between\s+)?(?P<year>{YEAR})(?:\s*[-–]\s*|\s+to\s+|\s+and\s+|\s+until\s+|\s+through\s+)(?P<year2>{YEAR}|\d\d(?![\w,.]\d|\w))",
        mean.of_years,
    ),
    _form(rf"{_PARTED}(?P<decade>(?:1[6-9]|20)\d0|[1-9]0)['’]?s", mean.of_decade),
    _form(rf"{_PARTED}(?P<year>{YEAR})", mean.of_year),
    _form(r"(?<=since )['’](?P<year>\d\d)|(?<=in )['’](?P<year2>\d\d)", mean.of_short_year),
    _form(rf"(?P<clock>{CLOCK}){ZONE}", mean.of_clock),
    _form(choice(words()["vague"]["words"]), mean.of_vague),
    _form(
        rf"(?:in|over|during|for|within|through)\s+(?:the\s+)?(?:last|past|next|coming|previous)?\s*(?:few|several|many|couple\s+of)\s+{UNIT}",
        mean.of_vague,
    ),
    _form(rf"in\s+the\s+{UNIT}\s+(?:after|before|since|following|to\s+come|ahead|that\s+followed)", mean.of_vague),
    _form(
        r"(?:ever\s+)?since\s+(?:[\w’'-]+\s+){1,4}(?:took|assumed|left)\s+(?:office|power)|(?:ever\s+)?since\s+(?:[\w’'-]+\s+){1,3}came\s+to\s+power",
        mean.of_vague,
    ),
    _form(r"(?:ever\s+)?since\s+(?:its|their|his|her)\s+\w+", mean.of_vague),
]
