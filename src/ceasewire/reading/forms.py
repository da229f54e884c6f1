"""The forms that time expressions take in English: a pattern each, and the rule that it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from ceasewire.codebook import table
from ceasewire.model import Granularity

Rule = list[int | str]


class Meaning(NamedTuple):
    """What a form means: the rule of the span, how fine it is, and the rule of the bare stretch where it differs."""

    rule: Rule
    granularity: Granularity
    bare: Rule | None = None


@dataclass(frozen=True)
class Form:
    """A pattern and what a match of it means; None where the match is no time after all."""

    pattern: re.Pattern[str]
    meaning: Callable[[re.Match[str]], Meaning | None]


@cache
def words() -> dict[str, Any]:
    """The table of time words."""
    return table("times")


def choice(names: list[str]) -> str:
    """A pattern for any of the names, the longest first, blanks as any white space."""
    parts = (re.escape(name).replace(r"\ ", r"\s+") for name in sorted(set(names), key=lambda n: (-len(n), n)))
    return "(?:" + "|".join(parts).replace("'", "['’]") + ")"


def key(text: str) -> str:
    """A match as the tables write it: lower case, single blanks, straight apostrophes, no full stop at the end."""
    return " ".join(text.lower().replace("’", "'").split()).rstrip(".")


@cache
def _index(name: str) -> dict[str, int]:
    return {short: number for number, row in enumerate(words()[name]) for short in row}


def month_number(text: str) -> int:
    """1 to 12 for a month's name or short form."""
    return _index("months")[key(text)] + 1


def weekday_number(text: str) -> int:
    """0 for Monday to 6 for Sunday, for a weekday's name or short form."""
    return _index("weekdays")[key(text)]


@cache
def number(text: str) -> int | None:
    """The number that figures or words say (`two`, `twenty-four`, `48`); None for `few` and the like."""
    parts = key(text).replace("-", " ").split()
    if len(parts) == 1 and parts[0].isdecimal():
        return int(parts[0])
    values = [words()["numbers"].get(part) for part in parts]
    return sum(values) if values and None not in values else None


def full_year(text: str) -> int:
    """2021 for `2021`, 1982 for `'82`, 2004 for `'04`."""
    short = int(text)
    return short if short > 99 else short + (1900 if short > 40 else 2000)


_T = words()
MONTH = (
    r"(?:"
    + "|".join(row[0] for row in _T["months"])
    + "|"
    + "|".join(rf"(?:{'|'.join(row[1:])})\b\.?" for row in _T["months"] if row[1:])
    + r")(?!\w)"
)
WEEKDAY = choice([row[0] for row in _T["weekdays"]]) + r"(?!\w)"
WEEKDAY_SHORT = choice([short for row in _T["weekdays"] for short in row[1:]]) + r"\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
YEAR = r"(?:1[6-9]|20)\d\d(?![\w%]|[.,]\d)"
UNIT = r"(?:minute|hour|day|week|month|quarter|year|decade|centurie)s?"
NUMBER = (
    r"(?:\d{1,3}|"
    + choice([n for n in _T["numbers"] if n not in ("hundred",)])
    + r"(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a\s+)?"
    + choice(_T["vague"]["some"])
    + ")"
)
PART = r"(?:early|late|mid|middle)"
PART_OF_DAY = r"(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)"
EDGE = r"(?P<edge>start|beginning|outset|early\s+part|middle|end|close|latter\s+part|first\s+half|second\s+half|rest|remainder|whole)"
ABOUT = r"(?:(?:about|around|roughly|some|approximately|exactly|just|precisely)\s+)?"
CLOCK = r"(?:(?:[01]?\d|2[0-3]):[0-5]\d(?:\s*[ap]\.?m\b\.?|\s*hours)?|(?:[01]?\d|2[0-3])\.[0-5]\d(?:\s*[ap]\.?m\b\.?|(?=\s*(?:UTC|GMT)))|(?:1[0-2]|0?[1-9])\s*[ap]\.?m\b\.?|(?:[01]\d|2[0-3])[0-5]\d\s*(?=UTC|GMT|hours)|(?<!\w)(?:noon|midnight|midday|dawn|dusk)\b)"
ZONE = r"(?:\s*\(?(?P<zone>UTC|GMT)(?:\s*[+-]\d+)?\)?|\s+local\s+time|\s+(?:[ECMP][SD]?T|BST|CET|EET)\b)?"


def _form(pattern: str, meaning: Callable[[re.Match[str]], Meaning | None]) -> Form:
    return Form(re.compile(r"(?<![\w$€£#-])(?:" + pattern + r")(?![\w])", re.IGNORECASE), meaning)


def _day_rule(match: re.Match[str], day: str = "day", month: str = "month", year: str = "year") -> Rule:
    digits = re.match(r"\d+", match[day])
    return ["day", int(match[year] or 0), month_number(match[month]), int(digits[0]) if digits else 0]


def _date(match: re.Match[str]) -> Meaning:
    """`4 May 2021`, `Friday, May 4`."""
    return Meaning(_day_rule(match), "day")


def _date_range(match: re.Match[str]) -> Meaning:
    """`Oct. 1-3`, `May 30 to June 2, 2021`."""
    year = int(match["year"] or 0)
    first: Rule = ["day", year, month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))]
    second: Rule = ["day", year, month_number(match["month2"] or match["month"]), int(re.sub(r"\D", "", match["day2"]))]
    return Meaning(["range", 4, *first, *second], "range")


def _digits(match: re.Match[str]) -> Meaning | None:
    """`2021-05-04`, `04.05.2021`, `5/4/2021` (month first unless it cannot be)."""
    if match["iso"]:
        year, month, day = (int(part) for part in re.split(r"\D", match["iso"]))
        return Meaning(["day", year, month, day], "day")
    one, two, year = (int(part) for part in re.split(r"\D", match["digits"]))
    day_first = one > 12 or "." in match["digits"]
    month, day = (two, one) if day_first else (one, two)
    return Meaning(["day", full_year(str(year)), month, day], "day") if month <= 12 and day <= 31 else None


def _months(match: re.Match[str]) -> Meaning:
    """`October and November`, `between May and July 2021`."""
    year = int(match["year"] or 0)
    first, second = month_number(match["month"]), month_number(match["month2"])
    return Meaning(["range", 3, "month", int(match["year1"] or 0) or year, first, "month", year, second], "range")


def _month(match: re.Match[str]) -> Meaning | None:
    """`May`, `last May`, `early May 2021`, `May of next year`."""
    year = match["year"]
    rule: Rule = ["month", int(year) if year and year.isdecimal() else 0, month_number(match["month"])]
    return _pointed(match, rule, "month")


def _pointed(match: re.Match[str], rule: Rule, granularity: Granularity) -> Meaning:
    point = key(match["point"] or "")
    if point:
        rule = ["pointed", {"last": -1, "past": -1, "this past": -1, "next": 1}.get(point, 0), *rule]
    return _parted(match["part"], rule, granularity)


def _parted(part: str | None, rule: Rule, granularity: Granularity) -> Meaning:
    thirds = {"early": 1, "mid": 2, "middle": 2, "late": 3}
    third = thirds.get(key(part or "").rstrip("-"))
    return Meaning(["third", third, *rule], "part", rule) if third else Meaning(rule, granularity)


def _weekday(match: re.Match[str]) -> Meaning:
    """`Friday`, `last Friday`, `early Friday morning`."""
    rule: Rule = ["weekday", weekday_number(match["weekday"])]
    point = key(match["point"] or "")
    if point:
        rule = ["pointed", {"last": -1, "past": -1, "this past": -1, "next": 1}.get(point, 0), *rule]
    return Meaning(rule, "day")


def _weekdays(match: re.Match[str]) -> Meaning:
    """`Monday and Tuesday`, `from Friday to Sunday`."""
    first, second = weekday_number(match["weekday"]), weekday_number(match["weekday2"])
    return Meaning(["range", 2, "weekday", first, "weekday", second], "range")


def _counted_day(match: re.Match[str]) -> Meaning:
    """`today`, `tomorrow night`."""
    return Meaning(["offset", words()["days"][key(match[0])]], "day")


def _unit(match: re.Match[str]) -> Meaning | None:
    """`this week`, `earlier this month`, `late last year`, `the coming year`."""
    point, unit, how = key(match["point"]), key(match["unit"]), key(match["how"] or "")
    if unit == "weekend":
        rule: Rule = (
            ["weekend"] if point in ("the", "this", "over the") else ["unit", -1 if "last" in point else 1, unit]
        )
        return Meaning(rule, "range")
    shift = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "following": 1}.get(point.split()[-1], 0)
    if point in ("the last", "the past"):
        return Meaning(["past", 1, unit], "range")
    rule = ["unit", shift, unit]
    grain = _grain(unit)
    if how in ("early", "mid", "middle", "late"):
        meant = _parted(how, rule, grain)
        return meant if shift else Meaning(meant.rule if how != "early" else ["so_far", *rule], "part", rule)
    if how == "later":
        return Meaning(["rest", *rule], "part", rule)
    if not shift or how == "earlier":
        return Meaning(["so_far", *rule], "part" if how else grain, rule)
    return Meaning(rule, grain)


def _grain(unit: str) -> Granularity:
    known: dict[str, Granularity] = {
        "day": "day",
        "week": "week",
        "month": "month",
        "quarter": "quarter",
        "year": "year",
    }
    return known.get(unit, "decade" if unit == "decade" else "range")


def _ahead(match: re.Match[str]) -> Meaning:
    """`the year ahead`, `the week just ended`."""
    back = key(match["side"]) != "ahead"
    return Meaning(["unit", -1 if back else 1, key(match["unit"])], _grain(key(match["unit"])))


def _window(match: re.Match[str]) -> Meaning:
    """`the past three months`, `the next two years`, `the last few days`."""
    count, unit = number(match["number"]), _one(match["unit"])
    if count is None:
        return Meaning(["vague"], "vague")
    back = key(match["side"]) in ("last", "past", "previous", "preceding")
    return Meaning(["past" if back else "next", count, unit], "range")


def _ago(match: re.Match[str]) -> Meaning:
    """`18 years ago`, `two weeks from now`, `more than two years ago`, `nearly a decade ago`."""
    count, unit = number(match["number"]), _one(match["unit"])
    rough = key(match["rough"] or "")
    if count is None or unit == "century":
        return Meaning(["vague"], "vague")
    if key(match["side"]) != "ago":
        return Meaning(["ago", count, unit], _grain(unit))
    if rough:
        return Meaning(["beyond", count, unit] if rough in ("more than", "over") else ["vague"], "vague")
    if unit == "decade":
        return Meaning(["vague"], "vague")
    return Meaning(["ago", -count, unit], "day" if unit in ("hour", "minute") else _grain(unit))


def _one(unit: str) -> str:
    single = key(unit).rstrip("s")
    return "century" if single == "centurie" else single


def _ahead_by(match: re.Match[str]) -> Meaning | None:
    """`within 48 hours`, `in two weeks`; the direction of the verb decides later."""
    count = number(match["number"])
    if count is None:
        return Meaning(["vague"], "vague")
    return Meaning(["next", count, _one(match["unit"])], "range")


def _lasting(match: re.Match[str]) -> Meaning:
    """`for three days`: a length without a place in the calendar."""
    return Meaning(["vague"], "vague")


def _later(match: re.Match[str]) -> Meaning | None:
    """`two days later`, `the next day`, `the previous month`: counted from the time before it in the text."""
    if match["number"]:
        count, unit = number(match["number"]), _one(match["unit"])
        if count is None:
            return Meaning(["vague"], "vague")
        side = -1 if key(match["side"]) in ("earlier", "before", "previously") else 1
        return Meaning(["shifted", side * count, unit], _grain(unit))
    unit, side_word = key(match["unit2"]), key(match["side2"])
    shift = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(side_word, 0)
    return Meaning(["shifted", shift, unit], _grain(unit))


def _edge(match: re.Match[str]) -> Meaning | None:
    """`the end of 2021`, `the beginning of the year`, `the second half of May`."""
    edge = key(match["edge"])
    point, unit = key(match["point"] or ""), key(match["unit"] or "")
    grain: Granularity = "part"
    if unit == "weekend":
        rule: Rule = ["weekend"]
    elif unit:
        rule = ["unit", {"last": -1, "next": 1, "previous": -1, "coming": 1}.get(point, 0), unit]
    elif match["month"]:
        rule = ["month", int(match["year"] or 0), month_number(match["month"])]
    else:
        rule = ["year", int(match["year2"])]
    if edge in ("rest", "remainder"):
        return Meaning(["rest", *rule], grain, rule)
    if edge.endswith("half"):
        half: Rule = ["half", 1 if edge.startswith("first") else 2, *rule]
        return Meaning(half, grain, half)
    if edge == "whole" or unit == "day":
        return Meaning(rule, grain)
    third = 1 if edge in ("start", "beginning", "outset", "early part") else 2 if edge == "middle" else 3
    return Meaning(["third", third, *rule], grain, rule)


def _which_week(match: re.Match[str]) -> Meaning:
    """`the last week of March`, `the first week of the month`."""
    rule: Rule = ["month", int(match["year"] or 0), month_number(match["month"])]
    return Meaning(["week_in", words()["ordinals"][key(match["which"])], *rule], "week")


def _quarter(match: re.Match[str]) -> Meaning:
    """`the third quarter of 2021`, `Q3 2021`, `the first quarter of last year`."""
    which = int(match["digit"]) if match["digit"] else words()["ordinals"][key(match["which"])]
    rule: Rule = ["quarter", which]
    if match["year"]:
        rule += ["year", int(match["year"])]
    elif match["point"]:
        rule += ["unit", {"last": -1, "next": 1}.get(key(match["point"]), 0), "year"]
    return Meaning(rule, "quarter")


def _season(match: re.Match[str]) -> Meaning | None:
    """`the summer of 2021`, `last winter`, `in the spring`."""
    first, count = words()["seasons"][key(match["season"])]
    return _pointed(match, ["season", int(match["year"] or 0), first, count], "range")


def _feast(match: re.Match[str]) -> Meaning:
    """`Christmas Day`, `during Ramadan`."""
    return Meaning(["feast", key(match["feast"]), int(match["year"] or 0)], "day")


def _years(match: re.Match[str]) -> Meaning | None:
    """`2009-2011`, `between 2014 and 2016`, `the 1940s through 2002`."""
    first, second = int(match["year"]), match["year2"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    return Meaning(["range", 2, "year", first, "year", last], "range") if first < last < first + 200 else None


def _decade(match: re.Match[str]) -> Meaning:
    """`the 1990s`, `the late 1990s`, `the 80s`."""
    first = full_year(match["decade"])
    return _parted(match["part"], ["years", first, 10], "decade")


def _year(match: re.Match[str]) -> Meaning:
    """`2021`, `late 2021`."""
    return _parted(match["part"], ["year", int(match["year"])], "year")


def _short_year(match: re.Match[str]) -> Meaning:
    """`since '82`."""
    return Meaning(["year", full_year(match["year"] or match["year2"])], "year")


def _clock(match: re.Match[str]) -> Meaning:
    """`5:30 a.m.`, `18:00 UTC`: the hour is kept where it is universal time, the day comes from what stands around."""
    figures = re.search(r"(\d{1,2})[:.]?(\d\d)", match["clock"])
    zone = match["zone"] and figures and not re.search(r"[ap]\.?m|[+-]", match[0], re.IGNORECASE)
    hour = f"{int(figures[1]):02}:{figures[2]}Z" if zone and figures else ""
    return Meaning(["hour", hour, "offset", 0], "hour")


def _vague(match: re.Match[str]) -> Meaning:
    """`recently`, `for years`."""
    return Meaning(["vague"], "vague")


_POINT = r"(?:(?P<point>last|this\s+past|this|next|past|coming)\s+)?"
_PARTED = rf"(?:(?P<part>{PART})[\s-]+)?"
_LEAD = rf"(?:(?:{WEEKDAY}|{WEEKDAY_SHORT}),?\s+)?"
_DASH = r"\s*(?:-|–|—|to|until|through|and)\s*"
_ROUGH = r"(?:(?P<rough>more\s+than|over|nearly|almost|less\s+than|at\s+least|up\s+to|under)\s+)?"
_OF_YEAR = rf"(?:(?:,?\s+|\s+of\s+)(?P<year>{YEAR}))?"

FORMS: list[Form] = [
    _form(
        rf"{_LEAD}(?P<month>{MONTH})\s*(?P<day>{DAY}){_DASH}(?:(?P<month2>{MONTH})\s*)?(?P<day2>{DAY})(?:,?\s+(?P<year>{YEAR}))?",
        _date_range,
    ),
    _form(
        rf"{_LEAD}(?:the\s+)?(?P<day>{DAY}){_DASH}(?P<day2>{DAY})\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?(?P<month2>)",
        _date_range,
    ),
    _form(
        rf"(?:{PART_OF_DAY}\s+(?:of|on)\s+)?{_LEAD}(?P<month>{MONTH})\s*(?P<day>{DAY})(?:,?\s+(?P<year>{YEAR}))?", _date
    ),
    _form(rf"{_LEAD}(?:the\s+)?(?P<day>{DAY})(?:\s+of)?\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?", _date),
    _form(r"(?P<iso>(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d)(?P<digits>)(?:T[\d:.+Z-]+)?", _digits),
    _form(r"(?P<iso>)(?P<digits>[0-3]?\d(?:/[0-3]?\d/|\.[0-3]?\d\.)(?:(?:19|20)\d\d|\d\d))", _digits),
    _form(
        rf"(?P<month>{MONTH})(?:,?\s+(?P<year1>{YEAR}))?{_DASH}(?P<month2>{MONTH})(?:,?\s+(?P<year>{YEAR}))?", _months
    ),
    _form(rf"{_PARTED}{_POINT}(?P<month>{MONTH}){_OF_YEAR}", _month),
    _form(
        rf"(?P<month>{MONTH})\s+(?:of\s+)?(?P<point>this|last|next)\s+year",
        lambda m: Meaning(
            ["month_of", month_number(m["month"]), {"last": -1, "next": 1}.get(key(m["point"]), 0)], "month"
        ),
    ),
    _form(rf"(?:{PART}\s+(?:on\s+)?)?{_POINT}(?P<weekday>{WEEKDAY})(?:\s+{PART_OF_DAY})?", _weekday),
    _form(
        rf"(?P<weekday>{WEEKDAY})(?:\s+and\s+|\s+or\s+|\s+to\s+|\s+through\s+|\s+until\s+|\s*[-–]\s*)(?P<weekday2>{WEEKDAY})",
        _weekdays,
    ),
    _form(choice(list(_T["days"])), _counted_day),
    _form(
        r"(?:(?P<how>earlier|later|early|late|mid|middle)[\s-]+)?(?P<point>this|last|next|the\s+(?:last|past|previous|coming|current|following|entire)|this\s+(?:past|coming))\s+(?P<unit>week|weekend|month|quarter|year|decade)",
        _unit,
    ),
    _form(r"(?P<how>)(?P<point>the)\s+(?P<unit>weekend)", _unit),
    _form(r"the\s+(?P<unit>week|month|year|decade)\s+(?P<side>ahead|just\s+ended)", _ahead),
    _form(
        rf"(?:the\s+|these\s+)?(?P<side>last|past|previous|preceding|next|coming|following)\s+(?P<number>{NUMBER})\s+(?:{choice(['straight', 'trading', 'consecutive', 'or so'])}\s+)?(?P<unit>{UNIT})",
        _window,
    ),
    _form(rf"{_ROUGH}{ABOUT}(?P<number>{NUMBER})[\s-]+(?P<unit>{UNIT})\s+(?P<side>ago|from\s+now|from\s+today)", _ago),
    _form(
        rf"(?:within|in)\s+(?:just\s+|about\s+|the\s+next\s+)?(?P<number>{NUMBER})\s+(?P<unit>{UNIT})(?:['’]\s+time)?",
        _ahead_by,
    ),
    _form(
        rf"for\s+(?:more\s+than\s+|nearly\s+|almost\s+|about\s+|around\s+|at\s+least\s+|over\s+|up\s+to\s+|just\s+|some\s+|the\s+)?(?P<number>{NUMBER})\s+(?P<unit>{UNIT})(?!\s+(?:ago|later|earlier|old|in))",
        _lasting,
    ),
    _form(
        rf"{ABOUT}(?P<number>{NUMBER})\s+(?P<unit>{UNIT})\s+(?P<side>later|earlier|afterwards?|previously)(?P<unit2>)(?P<side2>)",
        _later,
    ),
    _form(
        r"(?P<number>)(?P<unit>)(?P<side>)(?:the|that)\s+(?P<side2>next|following|previous|preceding|same|very)\s+(?P<unit2>day|night|week|month|year)",
        _later,
    ),
    _form(
        rf"(?:the\s+)?(?:very\s+)?{EDGE}\s+of\s+(?:(?:the|this|(?P<point>last|next|previous|coming))\s+(?P<unit>day|week|weekend|month|year|decade)|(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?|(?P<year2>{YEAR}))",
        _edge,
    ),
    _form(
        rf"the\s+(?P<which>first|second|third|fourth|last|final)\s+(?:full\s+)?week\s+of\s+(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR}))?",
        _which_week,
    ),
    _form(
        rf"(?:(?:the\s+)?(?P<which>first|second|third|fourth|final)[\s-]+quarter|Q(?P<digit>[1-4]))(?:(?:\s+of)?\s+(?:(?P<year>{YEAR})|(?:the|this|(?P<point>last|next))\s+year))?",
        _quarter,
    ),
    _form(
        rf"{_PARTED}(?:the\s+)?{_POINT}(?P<season>{choice(list(_T['seasons']))})(?:(?:\s+of)?\s+(?P<year>{YEAR}))?",
        _season,
    ),
    _form(rf"(?P<feast>{choice(list(_T['feasts']))})(?:,?\s+(?P<year>{YEAR}))?", _feast),
    _form(
        rf"(?:from\s+|between\s+)?(?P<year>{YEAR})(?:\s*[-–]\s*|\s+to\s+|\s+and\s+|\s+until\s+|\s+through\s+)(?P<year2>{YEAR}|\d\d(?![\w,.]\d|\w))",
        _years,
    ),
    _form(rf"{_PARTED}(?P<decade>(?:1[6-9]|20)\d0|[1-9]0)['’]?s", _decade),
    _form(rf"{_PARTED}(?P<year>{YEAR})", _year),
    _form(r"(?<=since )['’](?P<year>\d\d)|(?<=in )['’](?P<year2>\d\d)", _short_year),
    _form(rf"(?P<clock>{CLOCK}){ZONE}", _clock),
    _form(choice(_T["vague"]["words"]), _vague),
    _form(
        rf"(?:in|over|during|for|within|through)\s+(?:the\s+)?(?:last|past|next|coming|previous)?\s*(?:few|several|many|couple\s+of)\s+{UNIT}",
        _vague,
    ),
    _form(rf"in\s+the\s+{UNIT}\s+(?:after|before|since|following|to\s+come|ahead|that\s+followed)", _vague),
    _form(
        r"(?:ever\s+)?since\s+(?:[\w’'-]+\s+){1,4}(?:took|assumed|left)\s+(?:office|power)|(?:ever\s+)?since\s+(?:[\w’'-]+\s+){1,3}came\s+to\s+power",
        _vague,
    ),
    _form(r"(?:ever\s+)?since\s+(?:its|their|his|her)\s+\w+", _vague),
]
