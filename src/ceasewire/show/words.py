"""The plain words that every view uses: days, counts, camps, and what a count rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ceasewire.model import Document, Fact, Interval
from ceasewire.record import Record
from ceasewire.record.beside import Withheld

SHORT = 8  # digits of an id that are shown

STATUS = {
    "contested": "contested",
    "denied": "denied, reported by no source",
    "several_origins": "several sources",
    "one_origin": "one source",
}

REACH = {
    "whole": "denies all of it",
    "agent": "denies who did it",
    "intent": "denies that it was meant",
    "figure": "denies the number",
    "date": "denies the day",
    "place": "denies the place",
    "terms": "denies the terms",
}

CLASH = {
    "flat": "one says it is so, the other that it is not",
    "agent": "who did it",
    "terms": "on what terms",
    "scope": "how far it reaches",
    "figure": "how many",
    "silence": "a claim, and somebody who knows nothing of it or will not speak of it",
    "expectation": "what was to happen, and what came",
}

LINK = {
    "republication": "republishes",
    "excerpt": "holds an excerpt of",
    "rewrite": "rewrites",
    "translation": "translates",
    "update": "is a later version of",
    "correction": "corrects",
    "citation": "cites",
}


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 page`, `3 pages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def days(interval: Interval | None) -> str:
    """`2021-09-07`, `2021-09-07 to 2021-09-09`, `since 2021-09-07`, `until 2021-09-09`, or nothing."""
    if interval is None or not (interval.start or interval.end):
        return ""
    if interval.start == interval.end:
        return str(interval.start)
    if interval.start is None or interval.end is None:
        return f"since {interval.start}" if interval.start else f"until {interval.end}"
    return f"{interval.start} to {interval.end}"


def listed(items: Iterable[str], most: int = 6) -> str:
    """`A, B and C`; beyond `most` items, how many more."""
    rows = list(dict.fromkeys(item for item in items if item))
    if len(rows) > most:
        rows = [*rows[:most], f"{len(rows) - most} more"]
    return " and ".join(part for part in (", ".join(rows[:-1]), rows[-1]) if part) if rows else ""


def basis(record: Record) -> str:
    """What every count rests on: how many pages, and that nobody has reviewed them, or how often."""
    pages = record.header.pages
    parts = [f"of {count(pages.read + pages.not_read, 'page')}"]
    if pages.not_read:
        parts.append(f"{pages.not_read:,} of them not read")
    if record.withheld:
        parts.append(withheld(record.withheld))
    ruled = len(record.standing)
    parts.append("machine-read, unreviewed" + (f" but for {count(ruled, 'ruling')}" if ruled else ""))
    return ", ".join(parts)


def withheld(left: Withheld) -> str:
    """`2 pages and 1 fact withheld (TLP:CLEAR)`."""
    kinds = ((left.pages, "page"), (left.facts, "fact"), (left.assessments, "assessment"))
    return f"{listed(count(number, name) for number, name in kinds if number)} withheld (TLP:{left.tlp})"


def window(record: Record) -> str:
    """Which pages an as-of view leaves out, empty for a whole record."""
    if record.header.as_of is None:
        return ""
    known = count(record.header.inputs.count, "page")
    left = f"left out: {record.later:,} published later, {record.undated:,} without a known day"
    return f"As of {record.header.as_of}: {known} published by then ({left})."


def sentence(fact: Fact) -> str:
    """`Reported by 3 sources not traced to each other, from 2 camps; disputed by 1`."""
    from ceasewire.fusion.summary import sentence as plain  # noqa: PLC0415  fusion is imported only by views of facts

    return plain(fact)


def possible(fact: Fact) -> str:
    """The range of a count, where unnamed sources of several reporters may be the same people."""
    low, high = [*fact.origins_possible, 0, 0][:2]
    return f"unnamed sources may be the same people: {low} to {high} sources" if low < high else ""


def camps(fact: Fact) -> str:
    """`for: opposition 2, Russia 1; against: opposition 1`."""
    sides = [
        ", ".join(f"{camp} {counts[side]}" for camp, counts in _fullest(fact.by_camp, side) if counts[side])
        for side in (0, 1)
    ]
    return "; ".join(f"{name}: {rows}" for name, rows in zip(("for", "against"), sides, strict=True) if rows)


def _fullest(by_camp: dict[str, list[int]], side: int) -> Sequence[tuple[str, list[int]]]:
    return sorted(by_camp.items(), key=lambda row: (-row[1][side], row[0]))


def page(document: Document) -> str:
    """`The Herald, 2021-09-07, folder/page.txt`: whose page, of which day, and where it lies."""
    credited = document.outlet or document.origin or "outlet unknown"
    if document.outlet and document.origin and document.origin != document.outlet:
        credited = f"{document.outlet} (text of {document.origin})"
    return ", ".join([credited, document.published or "no day", document.path])


def cut(text: str, most: int) -> str:
    """The text, or its beginning and an ellipsis, in at most `most` characters."""
    flat = " ".join(text[: most * 4].split())
    return flat if len(flat) <= most else flat[: most - 1].rsplit(" ", 1)[0] + "…"
