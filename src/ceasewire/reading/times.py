"""Time expressions: where they stand and the rule that turns each into days."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ceasewire.model import Bare, Clock, Granularity, Time
from ceasewire.reading.anchors import anchors
from ceasewire.reading.clock import resolve
from ceasewire.reading.hits import Hit, hits
from ceasewire.reading.meanings import Rule
from ceasewire.reading.parse import Paragraph, Parsed
from ceasewire.reading.tense import direction, sets_a_day

__all__ = ["find_times", "resolve"]

# Rules whose days do not move when a later time is counted from them.
COUNTABLE = ("day", "weekday", "offset", "month", "year", "pointed", "ago", "unit", "hour")


@dataclass(frozen=True)
class _Read:
    """A time expression in its sentence, with its clocks."""

    hit: Hit
    clock: Clock
    bare: Clock
    granularity: Granularity


def find_times(parsed: Parsed) -> tuple[list[Time], dict[str, Clock]]:
    """Every time expression of a page in order, intervals still unknown, and the clock of each by id.

    The clock of a bare stretch stands under the id with `:bare`.
    """
    reads = _count_from_others(_read_all(parsed))
    days = anchors(parsed, [(read.hit, read.clock) for read in reads])
    times, clocks = [], {}
    for number, read in enumerate(reads, 1):
        name, hit, anchor = f"t{number}", read.hit, days.get(read.hit.start)
        span, bare = parsed.span(hit.start, hit.end), parsed.span(hit.bare_start, hit.bare_end)
        times.append(Time(name, "", span, None, Bare(bare, None), read.granularity))
        clocks[name] = _anchored(read.clock, anchor)
        clocks[f"{name}:bare"] = _anchored(read.bare, anchor)
    return times, clocks


def _anchored(clock: Clock, anchor: str | None) -> Clock:
    return Clock(clock.rule, clock.args, clock.tense, anchor)


def _read_all(parsed: Parsed) -> list[_Read]:
    return [read for paragraph in parsed.paragraphs for hit in hits(paragraph) if (read := _read(paragraph, hit))]


def _read(paragraph: Paragraph, hit: Hit) -> _Read | None:
    tense = direction(hit.root)
    if paragraph.role == "caption" and tense == "future":
        tense = "past"  # the present of a picture: `A guard waits on May 4`
    rule, granularity = hit.rule, hit.granularity
    if rule[0] == "next" and hit.lead == "in":
        if tense != "future":
            return None
        rule = ["ago", *rule[1:]]
    if rule == ["vague"] and hit.lasting and tense == "perfect":
        rule, granularity = ["past", *hit.lasting], "range"
    full = [hit.wrap, *rule] if hit.wrap and rule != ["vague"] else rule
    if hit.wrap and rule != ["vague"]:
        granularity = "range"
    return _Read(hit, _clock(full, _side(tense, hit)), _clock(hit.bare_rule or rule, _side(tense, hit)), granularity)


def _side(tense: str, hit: Hit) -> str:
    """A perfect looks back; after `by` and `until` a verb without direction looks ahead.

    So do `has been closed until Friday` and `agreed on a truce from Friday`.
    """
    if hit.wrap == "by" and (tense in ("", "present") or (tense == "perfect" and hit.till)):
        return "future"
    if hit.wrap == "from" and sets_a_day(hit.root):
        return "future"
    return "past" if tense == "perfect" else tense


def _clock(rule: Rule, tense: str) -> Clock:
    return Clock(str(rule[0]), rule[1:], tense)


def _count_from_others(reads: list[_Read]) -> list[_Read]:
    """Times counted from another one of the text: `two days later`, `at 6 p.m.`, `more than two years ago`."""
    dates = _dates(reads)
    out: list[_Read] = []
    last: dict[str, _Read] = {}
    for read in reads:
        clock = _clock(_counted(read, dates, last), read.clock.tense)
        bare = clock if read.clock == read.bare else read.bare
        if bare is read.bare and bare.rule in ("shifted", "back"):
            bare = _clock(_counted(replace(read, clock=bare), dates, last), bare.tense)
            clock = _clock([read.clock.rule, bare.rule, *bare.args], read.clock.tense)
        out.append(_Read(read.hit, clock, bare, read.granularity))
        if clock.rule in COUNTABLE or bare.rule in COUNTABLE:
            last["any"] = out[-1]
            if read.granularity in ("day", "hour"):
                last["day"] = out[-1]
    return out


def _counted(read: _Read, dates: Rule, last: dict[str, _Read]) -> Rule:
    """The rule of a time with what it is counted from put in."""
    rule: Rule = [read.clock.rule, *read.clock.args]
    if rule[0] == "beyond":
        return rule + dates
    if rule[0] == "back":
        return _onto(rule, last.get("any"))
    if rule[0] == "shifted":
        return _onto(rule, last.get("day" if rule[-1] == "day" else "any"))
    before = last.get("any")
    if rule[0] == "hour" and rule[-2:] == ["offset", 0] and before and _same_sentence(before, read):
        return _onto(rule[:2], before)
    return rule


def _onto(rule: Rule, before: _Read | None) -> Rule:
    """A rule counted from the time before it, or from the day of writing."""
    if before is None:
        return ["vague"] if rule[:2] == ["shifted", 0] or rule[0] == "back" else [*rule, "offset", 0]
    return [*rule, "aimed", before.clock.tense, before.bare.rule, *before.bare.args]


def _same_sentence(one: _Read, other: _Read) -> bool:
    return one.hit.root.doc is other.hit.root.doc and one.hit.root.sent.start == other.hit.root.sent.start


def _dates(reads: list[_Read]) -> Rule:
    """The dates of the text that hold without its day of writing, as first and last days, in order, each once."""
    out: dict[tuple[str, str], None] = {}
    for read in reads:
        interval = resolve(read.bare, None)
        if interval and interval.start and interval.end:
            out[interval.start[:10], interval.end[:10]] = None
    return [day for pair in out for day in pair]
