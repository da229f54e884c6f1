"""Whose text it is: the outlet that a page credits with the whole of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ceasewire.codebook.outlets import Outlet, find_outlets, outlet_by_name, outlet_name
from ceasewire.intake.credits import dateline, masthead, web_name
from ceasewire.intake.marks import words
from ceasewire.intake.outlet import Text

LEAD_LINES = 8  # lines of a body among which an agency's dateline is looked for: chrome may stand before it
_NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w'’&-]*(?: (?:of|and|&|[A-Z][\w'’&-]*)){0,4}")
_RUN_ON = re.compile(r"(?: (?:Online|Website|Newspaper|Print|Staff|Reporter|Correspondent|Desk|Writer))+$")
_FIRST = (
    r"(?:this (?:article|story|piece|report|column) )?(?:was )?(?:(?:first |originally )(?:appeared|published|posted)"
    r"(?: in| on| by| at)?|produced by)"
)
_AGAIN = (
    r"(?:republished|reprinted|reproduced|syndicated)(?: here)?(?: with (?:the )?(?:kind )?permission)?"
    r"(?: from| of| courtesy of)"
)
_CREDIT = re.compile(
    rf"^[\W_]*(?:via|source|courtesy(?: of)?|from|{_AGAIN}|copyright|©|\(c\)|{_FIRST})"
    r"(?:\b|(?<=[©)]))[\s:]*(?:\d{4}\s)?(?P<name>.+)$",
    re.I,
)
_CLOSING = re.compile(
    r"[(\[]\s*(?P<mark>©|\(c\)|copyright|source:|via|courtesy(?: of)?)?\s*(?P<name>[A-Z][^()\[\]]{1,50})[)\]][.\s]*$",
    re.I,
)
_DASHED = re.compile(r"[.!?”\"]\s*(?:[—–-]{1,2}|/|©)\s?(?P<name>[A-Z][\w.&' /-]{1,40})\.?$")
_LINKING = re.compile(r"(?: (?:of|and|&))+$")
_EDITION = re.compile(r" (?:Magazine|Online|Website|Newspaper|International|Edition)$")
_NOT_WHOLE = re.compile(
    r"\b(?:contributed|photo\w*|picture|image|getty|additional|with (?:files|reporting|assistance|inputs?)|graphic)\b",
    re.I,
)
_CITY = re.compile(r"[, ]+(?:London|New York|Washington|Paris|Dublin|Sydney|News Service|Service|Syndication)$", re.I)


def origin_of(text: Text) -> str | None:
    """The outlet credited with the whole text; None where none is. Picture credits and helpers never count.

    In the order of trust: `ORSK (Reuters) -`, `Via the Veldanian`, `(© Daily Veldanian)` at the end, a signature.
    """
    if opening := _opening(text.body):
        return opening.name
    signed = [line for line in (*text.credits, *text.bylines) if len(words(line)) <= 16 and not _NOT_WHOLE.search(line)]
    credited = next(filter(None, map(_credited, signed)), None)
    closing = _closing(text.body[-1]) if text.body else None
    found = credited or closing or next(filter(None, map(_signature, signed)), None)
    return outlet_name(found) if found else None


def _opening(body: Sequence[str]) -> Outlet | None:
    """The outlet of the dateline; an agency's may stand below a few lines that are no part of the story."""
    for number, line in enumerate(body[:LEAD_LINES]):
        agency = dateline(line)[1]
        known = _outlet(agency.split("/")[0]) if agency else None
        if known and (number == 0 or known.agency):
            return known
    return None


def _credited(line: str) -> str | None:
    """`Via the Veldanian`, `© Daily Veldanian`."""
    hit = _CREDIT.match(line)
    return _name_in(hit["name"]) if hit else None


def _signature(line: str) -> str | None:
    """`VELDANIAN.EXAMPLE`, `Reuters`, `By Ana Vel, Reuters`, `By AFP - May 15`; a paper names itself."""
    known = masthead(line)
    if known:
        return known.name if known.agency or web_name(line) else None
    parts = re.split(r",| for | \| | - |/| of ", re.sub(r"^(?:By|by|BY)\s+", "", line))
    named = [known for part in (parts[-1], parts[0]) if (known := _outlet(part)) and known.agency]
    return named[0].name if named else None


def _name_in(after: str) -> str | None:
    """The outlet that a credit names: a known one, else the name as printed.

    `Via Reuters London` is Reuters, but `Via the Orient Times Service` is not the Orient Times: the longer name wins.
    """
    bare = re.split(r"[.,;](?:\s|$)| on | in \d| by | and is ", after.strip(" .)]"))[0].strip()
    hit = _NAME.match(bare)
    printed = _LINKING.sub("", hit.group()) if hit else ""
    for name in (bare, printed, _CITY.sub("", bare)):
        if known := _outlet(name):
            return known.name
    inside = next((outlet for _, _, outlet in find_outlets(bare)), None)
    if inside and (inside.agency or not printed or _EDITION.search(printed)):
        return inside.name
    whole = printed == bare and len(words(bare)) <= 5
    return bare if whole else inside.name if inside else None


def _closing(line: str) -> str | None:
    """`... the mill was lost. (© Daily Veldanian)`, `... the mill was lost. - Reuters`."""
    hit = _CLOSING.search(line[-90:])
    if hit:
        known = _outlet(_CITY.sub("", hit["name"]))
        if known and (hit["mark"] or known.agency):
            return known.name
        return _name_in(hit["name"]) if hit["mark"] else None
    hit = _DASHED.search(line[-60:])
    known = _outlet(hit["name"].split("/")[0]) if hit else None
    return known.name if known else None


def _outlet(name: str) -> Outlet | None:
    bare = name.strip(" .()[]—–-*")
    return outlet_by_name(bare) or outlet_by_name(_RUN_ON.sub("", bare))
