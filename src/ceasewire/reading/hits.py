"""Where time expressions stand in a paragraph: matches of the forms, joined and given their prepositions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.model import Granularity
from ceasewire.reading.forms import Form, matches
from ceasewire.reading.meanings import Meaning, Rule
from ceasewire.reading.parse import Paragraph
from ceasewire.reading.timewords import choice, key, number, words
from ceasewire.reading.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BEFORE = 48  # characters before a stretch in which its preposition may stand
MODIFIERS = ("compound", "amod", "nmod", "nummod", "poss")
PLAIN = ("plain", "within")
_Match = tuple[re.Match[str], Meaning]


@dataclass(frozen=True)
class Hit:
    """A time expression: offsets into the page, its rule and the token that heads it. `wrap` is the preposition's rule,
    `lead` the preposition that the form itself holds, `lasting` number and unit of a mere length, `till` whether
    the preposition is `until`."""

    start: int
    end: int
    bare_start: int
    bare_end: int
    root: Token
    rule: Rule
    granularity: Granularity
    bare_rule: Rule | None = None
    wrap: str = ""
    lead: str = ""
    lasting: tuple[int, str] | None = None
    till: bool = False


def hits(paragraph: Paragraph) -> list[Hit]:
    """The time expressions of a paragraph in order, none within another."""
    found: list[Hit] = []
    for match, meaning in _matches(paragraph.doc):
        hit = _hit(paragraph, match, meaning)
        if found and (joined := _joined(paragraph, found[-1], hit)):
            found[-1] = joined
        elif hit.granularity != "hour" or _told(paragraph, hit):
            found.append(hit)
    return [_prefixed(paragraph, hit) for hit in found]


def _matches(doc: Doc) -> list[_Match]:
    """The matches of a tree, looked for once: pages with the same paragraph share them."""
    shared = doc.user_data.get("shared", doc.user_data)
    if "times" not in shared:
        shared["times"] = _longest(doc)
    known: list[_Match] = shared["times"]
    return known


def _longest(doc: Doc) -> list[_Match]:
    """Matches in order; of those that overlap the firm ones before the vague, then the first, then the longest."""
    meant = [(m, meaning) for m, form in matches(text_of(doc)) if (meaning := _meaning(doc, m, form))]
    meant.sort(key=lambda row: (row[0].start(), -row[0].end()))
    vague = [row for row in meant if row[1].rule == ["vague"]]
    held = {start for m, _ in vague for start in range(m.start() + 1, m.end())}
    firm = [row for row in meant if row[1].rule != ["vague"] and not _inside(row[0], held)]
    return _apart(vague, _apart(firm, []))


def _inside(match: re.Match[str], held: set[int]) -> bool:
    """`now` within `till now`."""
    return match.start() in held and match.end() - 1 in held


def _apart(rows: list[_Match], taken: list[_Match]) -> list[_Match]:
    """Rows that overlap neither each other nor those taken, the first come first, with those taken, in order."""
    covered = bytearray(max((row[0].end() for row in [*rows, *taken]), default=0))
    out = []
    for row in [*taken, *rows]:
        start, end = row[0].span()
        if not any(covered[start:end]):
            covered[start:end] = b"\x01" * (end - start)
            out.append(row)
    return sorted(out, key=lambda row: row[0].start())


def _meaning(doc: Doc, match: re.Match[str], form: Form) -> Meaning | None:
    return None if _is_no_time(doc, match) else form.meaning(match)


def _is_no_time(doc: Doc, match: re.Match[str]) -> bool:
    """`may` and `march` as verbs, `Jan` as a person, `the Sunday Mirror`, `in his 40s`, `2000 people`, `now that`."""
    groups = match.groupdict()
    return (
        _is_word(doc, match, groups)
        or _is_name(doc, match, groups)
        or _is_count(doc, match, groups)
        or _is_idiom(doc, match, groups)
    )


def _is_word(doc: Doc, match: re.Match[str], groups: dict[str, str | None]) -> bool:
    for name in ("month", "month2", "weekday", "weekday2"):
        if groups.get(name) and not text_of(doc)[match.start(name)].isupper():
            return True
    month = groups.get("month")
    if not month or any(groups.get(name) for name in ("day", "year", "month2")):
        return False
    token = _token(doc, match.start("month"), match.end("month"))
    short = key(month) not in _long_months()
    return short or token.tag_ in ("MD", "VB", "VBP") or token.ent_type_ == "PERSON"


@cache
def _long_months() -> frozenset[str]:
    return frozenset(row[0] for row in words()["months"])


def _is_name(doc: Doc, match: re.Match[str], groups: dict[str, str | None]) -> bool:
    if not groups.get("weekday") and not groups.get("month") and not groups.get("season"):
        return False
    following = text_of(doc)[match.end() : match.end() + 14].lower().lstrip()
    preceding = text_of(doc)[max(0, match.start() - 14) : match.start()].lower().split()
    named = any(re.match(rf"{re.escape(name)}\b", following) for name in words()["name_after"])
    capital = text_of(doc)[match.end() : match.end() + 2].strip()[:1].isupper()
    return (named and (capital or "prayers" in following)) or (
        bool(preceding) and preceding[-1] in words()["name_before"]
    )


def _is_count(doc: Doc, match: re.Match[str], groups: dict[str, str | None]) -> bool:
    preceding = text_of(doc)[max(0, match.start() - 8) : match.start()].lower().split()
    if groups.get("decade"):
        return bool(preceding) and preceding[-1] in ("his", "her", "their", "my", "your", "our")
    year = groups.get("year")
    if not year or match[0] != year or not year.isdecimal() or int(year) % 50:
        return False
    token = _token(doc, match.start(), match.end())
    if preceding and token.dep_ in MODIFIERS and doc[max(0, token.i - 1)].tag_ == "NNP":
        return True
    return token.dep_ == "nummod" and token.head.tag_ == "NNS" and bool(preceding) and preceding[-1] not in ("the", "a")


def _is_idiom(doc: Doc, match: re.Match[str], groups: dict[str, str | None]) -> bool:
    said = key(match[0])
    if said.startswith(("last ", "past ")) and _token(doc, match.start(), match.start() + 4).pos_ in ("VERB", "AUX"):
        return True
    if text_of(doc)[match.end() : match.end() + 1] == "-":
        return True
    if said == "overnight":
        return _token(doc, match.start(), match.end()).dep_ not in ("advmod", "npadvmod")
    if said == "now":
        following = text_of(doc)[match.end() : match.end() + 6].lower().split()
        return following[:1] == ["that"] or (match.start() > 0 and text_of(doc)[match.start() - 1] == "-")
    season = groups.get("season")
    if season and not groups.get("year") and not groups.get("point"):
        preceding = text_of(doc)[max(0, match.start() - 8) : match.start()].lower().split()
        told = bool(preceding) and preceding[-1] in ("in", "by", "since", "during", "this", "until")
        return key(season) == "fall" or not (told or groups.get("part") or said.startswith("the"))
    return False


def _token(doc: Doc, start: int, end: int) -> Token:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else doc[0]


def _hit(paragraph: Paragraph, match: re.Match[str], meaning: Meaning) -> Hit:
    groups, at = match.groupdict(), paragraph.start
    lead = (
        key(match[0]).split()[0] if meaning.rule[0] == "next" and key(match[0]).startswith(("in ", "within ")) else ""
    )
    inner = match.start("number") if lead and groups.get("number") else match.start()
    lasting = None
    if key(match[0]).startswith("for ") and groups.get("number") and (count := number(str(groups["number"]))):
        lasting = (count, key(str(groups["unit"])).rstrip("s"))
    return Hit(
        at + match.start(),
        at + match.end(),
        at + inner,
        at + match.end(),
        _token(paragraph.doc, match.start(), match.end()),
        meaning.rule,
        meaning.granularity,
        meaning.bare,
        "",
        lead,
        lasting,
    )


_CLOCK_DAY = re.compile(
    r",?\s+(?:local\s+time\s+)?(?:on\s+)?(?:in\s+the\s+(?:morning|afternoon|evening)\s+(?:of|on)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_DAY_CLOCK = re.compile(r",?\s+(?:at\s+)?(?:about\s+|around\s+)?", re.IGNORECASE)


def _joined(paragraph: Paragraph, first: Hit, second: Hit) -> Hit | None:
    """`4:15 p.m. on Sunday`, `Sunday at 4:15 p.m.` as one time of the day, with the hour where it is universal."""
    gap = text_of(paragraph.doc)[first.end - paragraph.start : second.start - paragraph.start]
    if first.rule == second.rule == ["vague"] and gap in (", ", " and ", " or "):
        return replace(first, end=second.end, bare_end=second.end)
    day = second if first.granularity == "hour" else first
    hour = first if day is second else second
    if day.granularity != "day" or hour.granularity != "hour":
        return None
    if len(gap) > 40 or not (_CLOCK_DAY if day is second else _DAY_CLOCK).fullmatch(gap):
        return None
    rule: Rule = [*hour.rule[:2], *day.rule]
    return replace(
        first, end=second.end, bare_end=second.end, root=day.root, rule=rule, granularity="hour", bare_rule=None
    )


def _told(paragraph: Paragraph, hit: Hit) -> bool:
    """An hour that stands alone needs figures or a preposition: `at noon`, not `the noon call`."""
    text = text_of(paragraph.doc)[: hit.start - paragraph.start][-10:].lower().split()
    said = text_of(paragraph.doc)[hit.start - paragraph.start : hit.end - paragraph.start]
    return any(c.isdigit() for c in said) or (
        bool(text) and text[-1] in ("at", "by", "until", "from", "since", "before", "after")
    )


@cache
def _prefix() -> re.Pattern[str]:
    names = [name for row in words()["prepositions"].values() for name in row]
    parts = "morning|afternoon|evening|night|early\\s+hours|eve|day|week|month"
    of = rf"(?P<of>(?:the\s+)?(?:early\s+|late\s+)?(?:{parts})\s+of\s+)?"
    return re.compile(
        rf"(?<!\w)(?P<prep>{choice(names)}\s+)?{of}(?P<the>(?:the|at least|about|around|roughly)\s+)?$", re.IGNORECASE
    )


@cache
def _kinds() -> dict[str, str]:
    return {name: kind for kind, names in words()["prepositions"].items() for name in names}


def _prefixed(paragraph: Paragraph, hit: Hit) -> Hit:
    """A time with the preposition that governs it: `since October`, `on the night of May 4`, not `in October sales`."""
    text = text_of(paragraph.doc)
    at = hit.start - paragraph.start
    before = text[max(0, at - BEFORE) : at]
    match = _prefix().search(before)
    if not match or not match[0] or hit.lead or (hit.rule == ["vague"] and not match["prep"]):
        return hit
    if (hit.rule[0] == "year" and match["the"]) or _modifies(hit, text[hit.end - paragraph.start :][:3]):
        return hit
    first = match.start("prep") if match["prep"] else match.start("of") if match["of"] else None
    if first is None:
        return hit
    start = hit.start - len(before) + first
    bare = hit.start - len(before) + (match.start("of") if match["of"] else match.end("prep"))
    kind = _kinds()[key(match["prep"])] if match["prep"] else ""
    bare = hit.bare_start if match["prep"] and not match["of"] and not match["the"] else bare
    plain = kind in (*PLAIN, "") or (kind == "from" and hit.rule[0] == "range")
    till = kind == "by" and key(match["prep"]).endswith(("until", "till"))
    return replace(hit, start=start, bare_start=bare, wrap="" if plain else kind, till=till)


def _modifies(hit: Hit, following: str) -> bool:
    """Whether the time only qualifies a noun (`Friday's attack`, `the 2014 war`), whose preposition is not its own."""
    if following[:2] in ("'s", "’s"):
        return True
    word, head = hit.root, hit.root.head
    if word.dep_ == "det" and word.i + 1 < head.i:  # `the` of `the weekend talks`
        word = word.nbor(1)
    if hit.rule[0] == "weekday" and head.pos_ == "PROPN" and word.i > 0 and word.nbor(-1).lower_ == "on":
        return False  # `On Sunday Halvane spoke`, where the parser takes both for one name
    return word.dep_ in MODIFIERS and head.i > word.i and head.pos_ in ("NOUN", "PROPN")
