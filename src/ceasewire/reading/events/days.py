"""The days of an event: the time that one of its mentions gives holds for the others on the page."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace

from ceasewire.model import Dated, Mention, Time
from ceasewire.reading.events.chains import Chain, lasts, points

# What is in force: each mention has only the time its own words give it.
_STANDING = frozenset(["designation"])
# How many time words of a chain are compared.
_MOST = 40
# Types of which a page that names one day for them tells one event, and how fine that day must be.
_SUDDEN = (
    ("release",), ("attack", "casualties"), ("seizure",), ("agreement",), ("violation",), ("boycott",), ("withdrawal",)
)  # fmt: skip
_DAYS = ("hour", "day")


def spread_days(
    found: list[Chain], mentions: list[Mention], rows: list[Dated], times: list[Time], text: str
) -> tuple[list[Mention], list[Dated]]:
    """Rows with the times that an event's other mentions give; talks that a day dates are over, whatever the tense."""
    by_mention = {row.mention: row for row in rows}
    kinds = {time.id: time.granularity for time in times}
    words = {time.id: (time.bare.span if time.bare else time.span).text.lower() for time in times}
    for chain in found:
        by_mention |= _times(chain, by_mention, kinds, words, text)
    undated = [m for m in mentions if m.id in by_mention or not _timed(m, times, text)]
    by_mention = _alone(undated, by_mention, kinds, words) | by_mention
    over = {m.id for chain in found for m in _over(chain, by_mention, kinds, text)}
    done = [replace(m, realis="occurred") if m.id in over else m for m in mentions]
    return done, [by_mention[m.id] for m in mentions if m.id in by_mention]


def _times(
    chain: Chain, rows: dict[str, Dated], kinds: Mapping[str, str], words: dict[str, str], text: str
) -> dict[str, Dated]:
    """The time of an event for those of its mentions that have none: the commonest, of those the finest."""
    if chain.type in _STANDING:
        return {}
    vague = {m.id for m in chain.mentions if m.id in rows and kinds.get(rows[m.id].time or "") in (None, "vague")}
    vague |= _coarse([m.id for m in chain.mentions], rows, words)
    dated = [rows[m.id] for m in chain.mentions if m.id in rows and m.id not in vague]
    if not any(row.time for row in dated):
        return {}
    counts = Counter(words.get(row.time or "", "") for row in dated)
    best = max(dated, key=lambda row: counts[words.get(row.time or "", "")])
    denied = [m for m in chain.guests if m.realis == "denied" and not _none(m, text)]
    bare = [m for m in chain.mentions + denied if m.id not in rows or m.id in vague]
    return {m.id: replace(best, mention=m.id, how="ongoing" if m.realis == "ongoing" else best.how) for m in bare}


def _alone(
    mentions: list[Mention], rows: dict[str, Dated], kinds: Mapping[str, str], words: dict[str, str]
) -> dict[str, Dated]:
    """The one day that a page names for a type of sudden events, for those of its mentions that have none."""
    found: dict[str, Dated] = {}
    for kind in _SUDDEN:
        group = [m for m in mentions if m.type in kind and m.realis == "occurred" and not lasts(m)]
        dated = [rows[m.id] for m in group if m.id in rows]
        if len({words.get(row.time or "") for row in dated}) == 1 and kinds.get(dated[0].time or "") in _DAYS:
            found |= {m.id: replace(dated[0], mention=m.id) for m in group if m.id not in rows}
    return found


def _timed(mention: Mention, times: list[Time], text: str) -> bool:
    """Whether the paragraph of a mention names a time, which is then likelier its own than another paragraph's."""
    at = mention.trigger.start
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    first = bisect_left(times, start, key=lambda time: time.span.start)
    return first < len(times) and times[first].span.start < (end if end >= 0 else len(text))


def _none(mention: Mention, text: str) -> bool:
    """`There are no talks`: what is denied altogether has no day."""
    before = text[max(0, mention.trigger.start - 24) : mention.trigger.start].lower().split()
    return any(word in ("no", "any") for word in before[-2:])


def _coarse(names: list[str], rows: dict[str, Dated], words: dict[str, str]) -> set[str]:
    """Mentions dated by a stretch that another names more finely: `2014` beside `April 2014`."""
    said = {name: words.get(rows[name].time or "", "") for name in names if name in rows}
    longer = [text.split() for text in sorted(set(said.values()))[:_MOST]]
    return {name for name, text in said.items() if any(text in other and len(other) > 1 for other in longer)}


def _over(chain: Chain, rows: dict[str, Dated], kinds: Mapping[str, str], text: str) -> list[Mention]:
    """`The contacts are secret`, of talks that were held on a day: they took place and do not go on."""
    if chain.type != "talks":
        return []
    past = any(
        m.realis == "occurred" and m.id in rows and rows[m.id].how == "at" and kinds.get(rows[m.id].time or "") in _DAYS
        for m in chain.mentions
    )
    return [m for m in chain.mentions if past and m.realis == "ongoing" and points(m, text)]
