"""What kind of text a page is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.intake.marks import holds, words
from ceasewire.intake.outlet import Text
from ceasewire.model import Genre

_COLUMN_PATH = re.compile(r"/(?:opinions?|comment(?:isfree|ary)?|columns?|columnists?|editorials?|op-?eds?|blogs?|views?|voices)/", re.I)
_COLUMN_HEAD = re.compile(r"^(?:opinion|op-ed|editorial|comment|commentary|column|analysis and opinion|viewpoint)s?\b\s*(?:[:|/–-]|$)", re.I)
_LIVE_PATH = re.compile(r"/live(?:/|-updates|blog)|live-?blog|-live-|-as-it-happened|live-updates", re.I)
_LIVE_TITLE = re.compile(r"\blive(?: updates| blog|:)|as it happened|\bminute by minute\b|\blatest updates\b", re.I)
_WIRE_PATH = re.compile(r"/(?:wires?|ap|afp|reuters|pa|aponline)/|feeds/", re.I)
_RELEASE_TITLE = re.compile(r"\b(?:press release|statement (?:by|of|from|on behalf)|joint statement|communiqué|communique|press statement|readout|declaration (?:by|of))\b", re.I)
_AGREEMENT_TITLE = re.compile(r"\b(?:agreement|accord|protocol|memorandum of understanding|treaty|framework|roadmap|cessation of hostilities|ceasefire arrangement)\b", re.I)
_ARTICLE = re.compile(r"^(?:article|chapter|section|annex|part|clause|paragraph|\(?[ivx\d]+[.)])\s*", re.I)
_SHALL = re.compile(r"\bshall\b|\bthe (?:parties|sides|signatories|undersigned) (?:agree|undertake|commit|reaffirm)\b", re.I)
_QUESTION = re.compile(r"^(?:Q\s?[:.]|Question\s?:|[A-Z][\w .'’-]{1,40}:\s|[A-Z ]{2,30}:)")
_FIRST_PERSON = re.compile(r"\b(?:I|my|me|I’m|I'm|I’ve|I've)\b")
_QUOTED = re.compile(r"“[^”]{0,2000}(?:”|$)|\"[^\"]{0,2000}(?:\"|$)")
_MONITOR = re.compile(r"\b(?:daily report|spot report|situation report|monthly report|weekly report|flash update|human rights (?:situation|report)|monitoring mission|observer mission|incident report)\b", re.I)


def genre_of(text: Text, url: str | None, outlet: str | None, origin: str | None) -> Genre:
    """The genre of a page; `report` where nothing speaks for another."""
    path, title = url or "", text.title or ""
    known = outlet_by_name(outlet) if outlet else None
    writer = outlet_by_name(origin) if origin else known
    if known and known.kind == "platform":
        return "post"
    if _LIVE_PATH.search(path) or _LIVE_TITLE.search(title):
        return "live"
    if _agreement(text):
        return "agreement"
    if _column(text, path):
        return "column"
    if _interview(text):
        return "interview"
    if (known and known.kind == "monitor") or (_MONITOR.search(title) and len(words(title)) <= 14 and known and known.kind == "body"):
        return "monitor"
    if (known and known.kind == "body") or _RELEASE_TITLE.search(title):
        return "release"
    return "agency" if (writer and writer.agency) or _WIRE_PATH.search(path) else "report"


def _agreement(text: Text) -> bool:
    """The text of a deal: its title names one and its lines oblige, or most lines are articles."""
    obliging = sum(bool(_SHALL.search(line)) for line in text.body)
    articles = sum(bool(_ARTICLE.match(line)) for line in text.body)
    enough = obliging >= max(3, 0.15 * len(text.body))
    return enough and (bool(_AGREEMENT_TITLE.search(text.title or "")) or articles >= 3)


def _column(text: Text, path: str) -> bool:
    """By its address, a heading, a disclaimer for the author's views, or an author who says I outside quotations."""
    if _COLUMN_PATH.search(path) or _COLUMN_HEAD.match(text.title or "") or any(map(_opinion_head, text.furniture[:6])):
        return True
    if any(holds(line, "disclaimers") for line in text.furniture):
        return True
    return _first_person(text.body) >= max(3, 0.2 * len(text.body))


def _opinion_head(line: str) -> bool:
    return len(words(line)) <= 3 and bool(_COLUMN_HEAD.match(line))


def _first_person(lines: Sequence[str]) -> int:
    """How many paragraphs say I outside quotation marks."""
    return sum(bool(_FIRST_PERSON.search(_QUOTED.sub("", line))) for line in lines)


def _interview(text: Text) -> bool:
    """Questions and answers, each line opened by who speaks."""
    turns = sum(bool(_QUESTION.match(line)) for line in text.body)
    asked = sum(line.rstrip().endswith("?") for line in text.body)
    return turns >= 6 and turns >= 0.4 * len(text.body) or (asked >= 4 and asked >= 0.2 * len(text.body) and turns >= 2)
