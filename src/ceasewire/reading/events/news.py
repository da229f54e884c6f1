"""The day of a page's news: what its headline is about happened on the day that the text names for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ceasewire.codebook import table
from ceasewire.model import Dated, Mention, Time
from ceasewire.reading.events.chains import lasts
from ceasewire.reading.events.lemmas import forms
from ceasewire.reading.events.page_times import DAYS, FINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ceasewire.reading.events.page_times import Page

_MADE = ("declared", "extended")


@dataclass(frozen=True)
class _Donor:
    """A mention with a day: where it stands, the row that dates it, and its day in words."""

    start: int
    row: Dated
    day: str


def news_days(
    mentions: list[Mention], rows: dict[str, Dated], page: Page, opening: int, day: Time | None
) -> dict[str, Dated]:
    """Rows for bare mentions of what the headline or the first sentence, which ends at `opening`, is about.

    `Shells hit the mill on Monday. (...) Nine people were hurt, the mayor said`: the nine were hurt on Monday.
    """
    found: dict[str, Dated] = {}
    for kinds in table("realis")["news"]["together"]:
        group = [m for m in mentions if m.type in kinds and _of_a_day(m, page)]
        if not any(m.trigger.start < opening for m in group):
            continue
        donors = list(_donors(group, rows, page))
        if not donors and day is not None:
            donors = [_Donor(day.span.start, Dated("", day.id), day.span.text)]
        for mention in group if donors else ():
            bare = mention.id not in rows or page.next(rows[mention.id])
            if bare and (mention.trigger.start < opening or not _summed(mention, page)):
                found[mention.id] = replace(_nearest(mention, donors, page).row, mention=mention.id)
    return found


def lead_days(
    mentions: list[Mention], own: dict[str, Dated], page: Page, lead: int, day: Time | None
) -> dict[str, Dated]:
    """Rows for what the first sentence tells without a day, where the sentence has but one.

    `Troops shot two men who were laying a mine on Monday`: shot on Monday too. The sentence ends at `lead`.
    """
    if day is None:
        return {}
    start, kinds = page.text.rfind("\n", 0, day.span.start), table("realis")["news"]["lead"]
    near = (m for m in mentions if start < m.trigger.start < lead and m.id not in own and m.type in kinds)
    return {m.id: Dated(m.id, day.id) for m in near if m.realis == "occurred" and _of_a_day(m, page)}


def _of_a_day(mention: Mention, page: Page) -> bool:
    """What happened at once, or may have: `as many as nine could have been hurt`; no siege, no war."""
    if lasts(mention) or page.held_back(mention) or mention.trigger.text.lower() in _lasting():
        return False
    if mention.realis == "denied":
        return mention.type != "talks"
    return mention.realis == "occurred" or (mention.realis == "hypothetical" and page.background(mention))


def _summed(mention: Mention, page: Page) -> bool:
    """`2,000 people have been killed in the war`: of all the days up to now."""
    return mention.realis != "hypothetical" and page.background(mention)


def _donors(group: list[Mention], rows: dict[str, Dated], page: Page) -> Iterator[_Donor]:
    for mention in group:
        row = rows.get(mention.id)
        if (
            row is not None
            and mention.realis == "occurred"
            and (page.kind(row) in DAYS or "weekend" in page.said(row))
            and row.how == "at"
        ):
            yield _Donor(mention.trigger.start, row, page.day(row))


def _nearest(mention: Mention, donors: list[_Donor], page: Page) -> _Donor:
    """The last dated mention before it in its paragraph, else the first of the commonest day."""
    line = page.text.rfind("\n", 0, mention.trigger.start)
    near = [donor for donor in donors if line < donor.start < mention.trigger.start]
    if near:
        return near[-1]
    counts = Counter(donor.day for donor in donors)
    return max(donors, key=lambda donor: (counts[donor.day], -donor.start))


@cache
def _lasting() -> frozenset[str]:
    return frozenset(form for word in table("realis")["news"]["lasting"] for form in forms("noun", word))


def totals(mentions: list[Mention], own: dict[str, Dated], rows: dict[str, Dated], page: Page) -> dict[str, Dated]:
    """Rows for the dead of a whole campaign, from its first day to the day of writing.

    `The army began its offensive on May 2. More than 300 people have been killed in it`. `own` are the rows that
    mentions have from their own words.
    """
    found: dict[str, Dated] = {}
    last: Dated | None = None
    for mention in mentions:
        if mention.type == "attack" and mention.trigger.text.lower() in _lasting():
            last = rows.get(mention.id, last)
        elif last is None or mention.type != "casualties" or mention.id in own:
            continue
        elif page.background(mention):
            found[mention.id] = replace(last, mention=mention.id, how="ongoing")
    return found


def standing(mentions: list[Mention], rows: list[Dated], times: list[Time]) -> list[Dated]:
    """Rows for a truce in force: from the one day of which the page says that it was declared.

    `The rebels declared a truce on Saturday. (...) The truce is a trick, he said`.
    """
    dated, fine = {row.mention: row for row in rows}, {t.id: t for t in times if t.granularity in FINE}
    nouns = table("realis")["truce"]["nouns"]
    truces = [m for m in mentions if m.type == "ceasefire" and m.trigger.text.lower() in nouns]
    made = [dated[m.id] for m in truces if m.id in dated and m.realis == "occurred" and m.phase in _MADE]
    starts = {fine[row.time].span.text.lower(): row for row in made if row.how == "at" and row.time in fine}
    if len(starts) != 1:
        return []
    row = next(iter(starts.values()))
    return [Dated(m.id, row.time, "ongoing") for m in truces if m.realis == "ongoing" and m.id not in dated]
