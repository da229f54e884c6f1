"""The forms that time expressions take in English: a pattern each, and the rule that it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ceasewire.reading import meanings as mean
from ceasewire.reading.meanings import Meaning
from ceasewire.reading.timewords import (
    ABOUT,
    CLOCK,
    DAY,
    EDGE,
    ELSEWHERE,
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
    """A pattern over small letters and what a match of it means; None where the match is no time after all.

    `sign` holds words without one of which a text has no match; `0` stands for a figure, `00` for a longer number.
    """

    pattern: re.Pattern[str]
    meaning: _Meaning
    sign: frozenset[str]


def matches(text: str) -> list[tuple[re.Match[str], Form]]:
    """The matches of all forms in a text, form by form. They are matches of the text in small letters."""
    low = lowered(text)
    said = set(_WORD.findall(low))
    said |= {FIGURE * min(len(word), 2) for word in said if word.isdecimal()}
    return [(m, form) for form in FORMS if not form.sign.isdisjoint(said) for m in form.pattern.finditer(low)]


def lowered(text: str) -> str:
    """The text in small letters, letter for letter as long."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _form(pattern: str, meaning: _Meaning, *signs: Iterable[str]) -> Form:
    sign = frozenset(word for words in signs for word in words)
    return Form(re.compile(r"(?<![\w$€£#-])(?:" + pattern + r")(?![\w])"), meaning, sign)


def _last(names: Iterable[str]) -> list[str]:
    """The last word of each name, which no text lacks that has the name."""
    return [_WORD.findall(name)[-1] for name in names]


FIGURE = "0"
_WORD = re.compile(r"[a-z]+|\d+")
_MONTHS = [name for row in words()["months"] for name in row]
_WEEKDAYS = [row[0] for row in words()["weekdays"]]
_FIGURES = [FIGURE * 2]
_UNITS = [
    unit + end
    for unit in ("minute", "hour", "day", "night", "week", "weekend", "month", "quarter", "year", "decade", "centurie")
    for end in ("", "s")
]
_CLOCKS = [FIGURE, FIGURE * 2, "noon", "midnight", "midday", "dawn", "dusk"]

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
        _MONTHS,
    ),
    _form(
        rf"{_LEAD}(?:the\s+)?(?P<day>{DAY}){_DASH}(?P<day2>{DAY})\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?(?P<month2>)",
        mean.of_date_range,
        _MONTHS,
    ),
    _form(
        rf"(?:{PART_OF_DAY}\s+(?:of|on)\s+)?{_LEAD}(?P<month>{MONTH})\s*(?P<day>{DAY})(?:,?\s+(?P<year>{YEAR}))?",
        mean.of_date,
        _MONTHS,
    ),
    _form(
        rf"{_LEAD}(?:the\s+)?(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?",
        mean.of_date,
        _MONTHS,
    ),
    _form(r"(?P<iso>(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d)(?P<digits>)(?:t[\d:.+z-]+)?", mean.of_digits, _FIGURES),
    _form(r"(?P<iso>)(?P<digits>[0-3]?\d(?:/[0-3]?\d/|\.[0-3]?\d\.)(?:(?:19|20)\d\d|\d\d))", mean.of_digits, _FIGURES),
    _form(
        rf"(?P<month>{MONTH})(?:,?\s+(?P<year1>{YEAR}))?{_DASH}(?P<month2>{MONTH})(?:,?\s+(?P<year>{YEAR}))?",
        mean.of_months,
        _MONTHS,
    ),
    _form(rf"{_PARTED}{_POINT}(?P<month>{MONTH}){_OF_YEAR}", mean.of_month, _MONTHS),
    _form(
        rf"(?P<month>{MONTH})\s+(?:of\s+)?(?P<point>this|last|next)\s+year",
        lambda m: Meaning(
            ["month_of", month_number(m["month"]), {"last": -1, "next": 1}.get(key(m["point"]), 0)], "month"
        ),
        _MONTHS,
    ),
    _form(rf"(?:{PART}\s+(?:on\s+)?)?{_POINT}(?P<weekday>{WEEKDAY})(?:\s+{PART_OF_DAY})?", mean.of_weekday, _WEEKDAYS),
    _form(
        rf"(?:{PART}\s+(?:on\s+)?)?(?P<weekday>{WEEKDAY})(?:\s+{PART_OF_DAY})?(?:\s+and\s+|\s+or\s+|\s+to\s+|\s+through\s+|\s+until\s+|\s*[-–]\s*)(?:{PART}\s+(?:on\s+)?)?(?P<weekday2>{WEEKDAY})(?:\s+{PART_OF_DAY})?",
        mean.of_weekdays,
        _WEEKDAYS,
    ),
    _form("overnight", mean.of_overnight, ("overnight",)),
    _form(choice(list(words()["days"])), mean.of_counted_day, _last(words()["days"])),
    _form(
        r"(?:(?P<how>earlier|later|early|late|mid|middle)[\s-]+)?(?P<point>this|last|next|the\s+(?:last|past|previous|coming|current|following|entire)|this\s+(?:past|coming))\s+(?P<unit>week|weekend|month|quarter|year|decade)",
        mean.of_unit,
        _UNITS,
    ),
    _form(r"(?P<how>)(?P<point>the)\s+(?P<unit>weekend)", mean.of_unit, _UNITS[10:12]),
    _form(r"the\s+(?P<unit>week|month|year|decade)\s+(?P<side>ahead|just\s+ended)", mean.of_ahead, ("ahead", "ended")),
    _form(
        rf"(?:the\s+|these\s+)?(?P<side>last|past|previous|preceding|next|coming|following)\s+(?P<number>{NUMBER})\s+(?:(?:straight|trading|consecutive)\s+)?(?P<unit>{UNIT})",
        mean.of_window,
        _UNITS,
    ),
    _form(
        rf"{_ROUGH}{ABOUT}(?P<number>{NUMBER})[\s-]+(?P<unit>{UNIT})\s+(?P<side>ago|from\s+now|from\s+today)",
        mean.of_ago,
        ("ago", "from"),
    ),
    _form(
        rf"(?:within|in)\s+(?:just\s+|about\s+|the\s+next\s+)?(?P<number>{NUMBER})\s+(?P<unit>{UNIT})(?:['’]\s+time)?",
        mean.of_ahead_by,
        _UNITS,
    ),
    _form(
        rf"for\s+(?:more\s+than\s+|nearly\s+|almost\s+|about\s+|around\s+|at\s+least\s+|over\s+|up\s+to\s+|just\s+|some\s+|the\s+)?(?P<number>{NUMBER})\s+(?P<unit>{UNIT})(?!\s+(?:ago|later|earlier|old|in))",
        mean.of_lasting,
        _UNITS,
    ),
    _form(
        rf"{ABOUT}(?P<number>{NUMBER})\s+(?P<unit>{UNIT})\s+(?P<side>later|earlier|afterwards?|previously)(?P<unit2>)(?P<side2>)",
        mean.of_later,
        ("later", "earlier", "afterward", "afterwards", "previously"),
    ),
    _form(
        r"(?P<number>)(?P<unit>)(?P<side>)(?:the|that)\s+(?P<side2>next|following|previous|preceding|same|very)\s+(?P<unit2>day|night|week|month|year)",
        mean.of_later,
        _UNITS,
    ),
    _form(
        r"(?P<number>)(?P<unit>)(?P<side>)(?:the|that)\s+(?:very\s+)?(?P<unit2>day|night|evening|afternoon|morning|week|month|year)\s+(?P<side2>before|after|earlier|later|previous|prior)(?=\s*(?:[.,;:)”\"]|$|in\s|at\s|and\s|but\s|when\s))",
        mean.of_later,
        _UNITS,
        ("evening", "afternoon", "morning"),
    ),
    _form(
        r"the\s+same\s+(?:day|week|weekend|month|quarter|period|time|season)\s+(?:(?:a|one)\s+year\s+(?:ago|earlier|before)|(?:of\s+|in\s+)?(?:last|the\s+previous)\s+year)",
        mean.of_same_period,
        ("same",),
    ),
    _form(r"(?<=by )that\s+time|(?<=until )that\s+time|(?<=since )that\s+time", mean.of_that_time, ("time",)),
    _form(
        rf"(?:the\s+)?(?:very\s+)?{EDGE}\s+of\s+(?:(?:the|this|(?P<point>last|next|previous|coming))\s+(?P<unit>day|week|weekend|month|year|decade)|(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?|(?P<year2>{YEAR}))",
        mean.of_edge,
        _UNITS,
        _MONTHS,
        _FIGURES,
    ),
    _form(
        rf"the\s+(?P<which>first|second|third|fourth|last|final)\s+(?:full\s+)?week\s+of\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?",
        mean.of_which_week,
        _MONTHS,
    ),
    _form(
        rf"(?:(?:the\s+)?(?P<which>first|second|third|fourth|final)[\s-]+quarter|q(?P<digit>[1-4]))(?:(?:\s+of)?\s+(?:(?P<year>{YEAR})|(?:the|this|(?P<point>last|next))\s+year))?",
        mean.of_quarter,
        ("quarter", "q"),
    ),
    _form(
        rf"{_PARTED}(?:the\s+)?{_POINT}(?P<season>{choice(list(words()['seasons']))})(?:(?:\s+of)?\s+(?P<year>{YEAR}))?",
        mean.of_season,
        words()["seasons"],
    ),
    _form(
        rf"(?P<feast>{choice(list(words()['feasts']))})(?:,?\s+(?P<year>{YEAR}))?",
        mean.of_feast,
        _last(words()["feasts"]),
    ),
    _form(
        rf"(?:from\s+|between\s+)?(?P<year>{YEAR})(?:\s*[-–]\s*|\s+to\s+|\s+and\s+|\s+until\s+|\s+through\s+)(?P<year2>{YEAR}|\d\d(?![\w,.]\d|\w))",
        mean.of_years,
        _FIGURES,
    ),
    _form(rf"{_PARTED}(?P<decade>(?:1[6-9]|20)\d0|[1-9]0)['’]?s", mean.of_decade, _FIGURES),
    _form(rf"{_PARTED}(?P<year>{YEAR})", mean.of_year, _FIGURES),
    _form(r"(?<=since )['’](?P<year>\d\d)|(?<=in )['’](?P<year2>\d\d)", mean.of_short_year, _FIGURES),
    _form(rf"(?P<clock>{CLOCK}){ZONE}{ELSEWHERE}", mean.of_clock, _CLOCKS),
    _form(choice(words()["vague"]["words"]), mean.of_vague, _last(words()["vague"]["words"])),
    _form(
        rf"(?:in|over|during|for|within|through)\s+(?:the\s+)?(?:last|past|next|coming|previous)?\s*(?:few|several|many|couple\s+of)\s+{UNIT}",
        mean.of_vague,
        _UNITS,
    ),
    _form(
        rf"in\s+the\s+{UNIT}\s+(?:after|before|since|following|to\s+come|ahead|that\s+followed)", mean.of_vague, _UNITS
    ),
    _form(
        r"(?:ever\s+)?since\s+(?:[\w’'-]+\s+){1,4}(?:took|assumed|left)\s+(?:office|power)|(?:ever\s+)?since\s+(?:[\w’'-]+\s+){1,3}came\s+to\s+power",
        mean.of_vague,
        ("office", "power"),
    ),
    _form(r"(?:ever\s+)?since\s+(?:its|their|his|her)\s+\w+", mean.of_vague, ("since",)),
]
