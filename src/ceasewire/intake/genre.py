"""What kind of text a page is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ceasewire.codebook.outlets import Outlet, outlet_by_name
from ceasewire.intake import form
from ceasewire.intake.marks import holds, words
from ceasewire.intake.outlet import Text
from ceasewire.model import Genre

_COLUMN_PATH = re.compile(
    r"/(?:opinions?|comment(?:isfree|ary)?|columns?|columnists?|editorials?|op-?eds?|blogs?|views?|voices)/", re.I
)
_COLUMN_HEAD = re.compile(r"^(?:opinion|op-ed|editorial|comment|commentary|column|viewpoint)s?\b\s*(?:[:|/–-]|$)", re.I)
_LIVE_PATH = re.compile(r"/live(?:/|-updates|blog)|live-?blog|-live-|-as-it-happened|live-updates", re.I)
_WIRE_PATH = re.compile(r"/(?:wires?|ap|afp|reuters|pa|aponline)/|feeds/", re.I)
_QUESTION = re.compile(r"^(?:Q\s?[:.]|Question\s?:|[A-Z][\w .'’-]{1,40}:\s|[A-Z ]{2,30}:)")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me|I’m|I'm|I’ve|I've)\b")
_QUOTED = re.compile(r"“[^”]{0,2000}(?:”|$)|\"[^\"]{0,2000}(?:\"|$)")


def genre_of(text: Text, url: str | None, outlet: str | None, origin: str | None) -> Genre:
    """The genre of a page; `report` where nothing speaks for another."""
    path, title = url or "", text.title or ""
    site = outlet_by_name(outlet) if outlet else None
    writer = outlet_by_name(origin) if origin else site
    tests: tuple[tuple[Genre, bool], ...] = (
        ("post", _is(site, "platform")),
        ("live", bool(_LIVE_PATH.search(path)) or holds(title, "live")),
        ("agreement", form.agreement(text)),
        ("column", _column(text, path)),
        ("interview", _interview(text.body)),
        ("monitor", _is(site, "monitor") or form.monitor(text)),
        ("release", _is(site, "body") or form.release(text)),
        ("agency", _is(writer, "agency", "state agency") or bool(_WIRE_PATH.search(path))),
    )
    return next((genre for genre, so in tests if so), "report")


def _is(outlet: Outlet | None, *kinds: str) -> bool:
    return outlet is not None and outlet.kind in kinds


def _column(text: Text, path: str) -> bool:
    """By its address, a heading, a disclaimer for the author's views, or an author who says I outside quotations."""
    headed = any(len(words(line)) <= 3 and _COLUMN_HEAD.match(line) for line in text.furniture[:6])
    if headed or _COLUMN_PATH.search(path) or _COLUMN_HEAD.match(text.title or ""):
        return True
    if any(holds(line, "disclaimers") for line in text.furniture):
        return True
    return _first_person(text.body) >= max(3, 0.2 * len(text.body))


def _first_person(lines: Sequence[str]) -> int:
    """How many paragraphs say I outside quotation marks."""
    return sum(bool(_FIRST_PERSON.search(_QUOTED.sub("", line))) for line in lines)


def _interview(lines: Sequence[str]) -> bool:
    """Questions and answers, each line opened by who speaks."""
    turns = sum(bool(_QUESTION.match(line)) for line in lines)
    asked = sum(line.rstrip().endswith("?") for line in lines)
    return (turns >= 6 and turns >= 0.4 * len(lines)) or (turns >= 2 and asked >= max(4, 0.2 * len(lines)))
