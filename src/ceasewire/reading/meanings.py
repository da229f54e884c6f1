"""What a match of a time form means: the rule that turns it into days. Each takes a match of its own form."""

from __future__ import annotations

import re
from typing import NamedTuple

from ceasewire.model import Granularity
from ceasewire.reading.timewords import full_year, key, month_number, number, weekday_number, words

Rule = list[int | str]


class Meaning(NamedTuple):
    """What a form means: the rule of the span, how fine it is, and the rule of the bare stretch where it differs."""

    rule: Rule
    granularity: Granularity
    bare: Rule | None = None


def _day_rule(match: re.Match[str], day: str = "day", month: str = "month", year: str = "year") -> Rule:
    digits = re.match(r"\d+", match[day])
    return ["day", int(match[year] or 0), month_number(match[month]), int(digits[0]) if digits else 0]


def of_date(match: re.Match[str]) -> Meaning:
    """`4 May 2021`, `Friday, May 4`."""
    return Meaning(_day_rule(match), "day")


def of_date_range(match: re.Match[str]) -> Meaning:
    """`Oct. 1-3`, `May 30 to June 2, 2021`."""
    year = int(match["year"] or 0)
    first: Rule = ["day", year, month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))]
    second: Rule = ["day", year, month_number(match["month2"] or match["month"]), int(re.sub(r"\D", "", match["day2"]))]
    return Meaning(["range", 4, *first, *second], "range")


def of_digits(match: re.Match[str]) -> Meaning | None:
    """`2021-05-04`, `04.05.2021`, `5/4/2021` (month first unless it cannot be)."""
    if match["iso"]:
        year, month, day = (int(part) for part in re.split(r"\D", match["iso"]))
        return Meaning(["day", year, month, day], "day")
    one, two, year = (int(part) for part in re.split(r"\D", match["digits"]))
    day_first = one > 12 or "." in match["digits"]
    month, day = (two, one) if day_first else (one, two)
    return Meaning(["day", full_year(str(year)), month, day], "day") if month <= 12 and day <= 31 else None


def of_months(match: re.Match[str]) -> Meaning:
    """`October and November`, `between May and July 2021`."""
    year = int(match["year"] or 0)
    first, second = month_number(match["month"]), month_number(match["month2"])
    return Meaning(["range", 3, "month", int(match["year1"] or 0) or year, first, "month", year, second], "range")


def of_month(match: re.Match[str]) -> Meaning | None:
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


def of_weekday(match: re.Match[str]) -> Meaning:
    """`Friday`, `last Friday`, `early Friday morning`."""
    rule: Rule = ["weekday", weekday_number(match["weekday"])]
    point = key(match["point"] or "")
    if point:
        rule = ["pointed", {"last": -1, "past": -1, "this past": -1, "next": 1}.get(point, 0), *rule]
    return Meaning(rule, "day")


def of_weekdays(match: re.Match[str]) -> Meaning:
    """`Monday and Tuesday`, `from Friday to Sunday`."""
    first, second = weekday_number(match["weekday"]), weekday_number(match["weekday2"])
    return Meaning(["range", 2, "weekday", first, "weekday", second], "range")


def of_counted_day(match: re.Match[str]) -> Meaning:
    """`today`, `tomorrow night`."""
    return Meaning(["offset", words()["days"][key(match[0])]], "day")


def of_overnight(match: re.Match[str]) -> Meaning:
    """`signed the text overnight`: from the day before to the day of writing."""
    return Meaning(["range", 2, "offset", -1, "offset", 0], "day")


def of_unit(match: re.Match[str]) -> Meaning | None:
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


def of_ahead(match: re.Match[str]) -> Meaning:
    """`the year ahead`, `the week just ended`."""
    back = key(match["side"]) != "ahead"
    return Meaning(["unit", -1 if back else 1, key(match["unit"])], _grain(key(match["unit"])))


def of_window(match: re.Match[str]) -> Meaning:
    """`the past three months`, `the next two years`, `the last few days`."""
    count, unit = number(match["number"]), _one(match["unit"])
    if count is None:
        return Meaning(["vague"], "vague")
    back = key(match["side"]) in ("last", "past", "previous", "preceding")
    return Meaning(["past" if back else "next", count, unit], "range")


def of_ago(match: re.Match[str]) -> Meaning:
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


def of_ahead_by(match: re.Match[str]) -> Meaning | None:
    """`within 48 hours`, `in two weeks`; the direction of the verb decides later."""
    count = number(match["number"])
    if count is None:
        return Meaning(["vague"], "vague")
    return Meaning(["next", count, _one(match["unit"])], "range")


def of_lasting(match: re.Match[str]) -> Meaning:
    """`for three days`: a length without a place in the calendar."""
    return Meaning(["vague"], "vague")


def of_later(match: re.Match[str]) -> Meaning | None:
    """`two days later`, `the next day`, `the night before`: counted from the time before it in the text."""
    if match["number"]:
        count, unit = number(match["number"]), _one(match["unit"])
        if count is None:
            return Meaning(["vague"], "vague")
        side = -1 if key(match["side"]) in ("earlier", "before", "previously") else 1
        return Meaning(["shifted", side * count, unit], _grain(unit))
    unit, side_word = key(match["unit2"]), key(match["side2"])
    unit = "day" if unit in ("night", "evening", "afternoon", "morning") else unit
    ahead = {"next": 1, "following": 1, "after": 1, "later": 1}
    shift = {**ahead, **dict.fromkeys(("previous", "preceding", "before", "earlier", "prior"), -1)}.get(side_word, 0)
    return Meaning(["shifted", shift, unit], _grain(unit))


def of_same_period(match: re.Match[str]) -> Meaning:
    """`the same month a year ago`, `the same period last year`: a year before the time before it in the text."""
    return Meaning(["back", 1], "range")


def of_that_time(match: re.Match[str]) -> Meaning:
    """`by that time`: the time before it in the text."""
    return Meaning(["back", 0], "range")


def of_edge(match: re.Match[str]) -> Meaning | None:
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


def of_which_week(match: re.Match[str]) -> Meaning:
    """`the last week of March`, `the first week of the month`."""
    rule: Rule = ["month", int(match["year"] or 0), month_number(match["month"])]
    return Meaning(["week_in", words()["ordinals"][key(match["which"])], *rule], "week")


def of_quarter(match: re.Match[str]) -> Meaning:
    """`the third quarter of 2021`, `Q3 2021`, `the first quarter of last year`."""
    which = int(match["digit"]) if match["digit"] else words()["ordinals"][key(match["which"])]
    rule: Rule = ["quarter", which]
    if match["year"]:
        rule += ["year", int(match["year"])]
    elif match["point"]:
        rule += ["unit", {"last": -1, "next": 1}.get(key(match["point"]), 0), "year"]
    return Meaning(rule, "quarter")


def of_season(match: re.Match[str]) -> Meaning | None:
    """`the summer of 2021`, `last winter`, `in the spring`."""
    first, count = words()["seasons"][key(match["season"])]
    return _pointed(match, ["season", int(match["year"] or 0), first, count], "range")


def of_feast(match: re.Match[str]) -> Meaning:
    """`Christmas Day`, `during Ramadan`."""
    return Meaning(["feast", key(match["feast"]), int(match["year"] or 0)], "day")


def of_years(match: re.Match[str]) -> Meaning | None:
    """`2009-2011`, `between 2014 and 2016`, `the 1940s through 2002`."""
    first, second = int(match["year"]), match["year2"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    return Meaning(["range", 2, "year", first, "year", last], "range") if first < last < first + 200 else None


def of_decade(match: re.Match[str]) -> Meaning:
    """`the 1990s`, `the late 1990s`, `the 80s`."""
    first = full_year(match["decade"])
    return _parted(match["part"], ["years", first, 10], "decade")


def of_year(match: re.Match[str]) -> Meaning:
    """`2021`, `late 2021`."""
    return _parted(match["part"], ["year", int(match["year"])], "year")


def of_short_year(match: re.Match[str]) -> Meaning:
    """`since '82`."""
    return Meaning(["year", full_year(match["year"] or match["year2"])], "year")


def of_clock(match: re.Match[str]) -> Meaning:
    """`5:30 a.m.`, `6 p.m. (1600 GMT)`: the hour is kept where it is universal time, the day comes from around it."""
    said, zoned = (match["other"], match["zone2"]) if match["zone2"] else (match["clock"], match["zone"])
    figures = re.search(r"(\d{1,2})[:.]?(\d\d)", said)
    zone = zoned and figures and not re.search(r"[ap]\.?m|[+-]", said if match["zone2"] else match[0], re.IGNORECASE)
    hour = f"{int(figures[1]):02}:{figures[2]}Z" if zone and figures else ""
    return Meaning(["hour", hour, "offset", 0], "hour")


def of_vague(match: re.Match[str]) -> Meaning:
    """`recently`, `for years`."""
    return Meaning(["vague"], "vague")
