"""Whose page it is and whose text: outlet and origin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ceasewire.codebook.outlets import Outlet, find_outlets, host_of, outlet_by_domain, outlet_by_name
from ceasewire.intake.credits import dateline, masthead
from ceasewire.intake.marks import words

_NAME = r"(?:[Tt]he )?[A-Z][\w'’&-]*(?: (?:of|and|&|[A-Z][\w'’&-]*)){0,4}"
_OWN_WORDS = (
    re.compile(rf"\bI (?:have )?(?:wrote|written|argued|published|contributed|penned) (?:[\w ,-]{{0,50}}?)(?:for|in|at) (?P<name>{_NAME})"),
    re.compile(rf"\b[Aa]s (?P<name>{_NAME}) (?:has|have) (?:been|previously|already|repeatedly|consistently|long|also|often) \w+"),
    re.compile(rf"\b(?:[Hh]ere at|[Ww]e at|[Rr]eaders of) (?P<name>{_NAME})"),
)
_TEMPLATE = re.compile(
    r"©|\bcopyright\b|newsletter|subscri|sign up|inbox|facebook|twitter|\bapp\b|terminal|online|products and services|all rights reserved"
    r"|daily edition|correspondents|news team|free trial|membership|your support|download|editorial|powered",
    re.I,
)
_RUN_ON = re.compile(r"^(?P<name>.+?)(?: (?:Online|Website|Newspaper|Print|Staff|Reporter|Correspondent|Desk))+$")
_CREDIT = re.compile(
    r"^[\W_]*(?:via|source|courtesy(?: of)?|from|republished from|reprinted from|reproduced from|copyright|©|\(c\)"
    r"|(?:this (?:article|story|piece|report) )?(?:was )?(?:first |originally )(?:appeared|published|posted)(?: in| on| by| at)?)\b[\s:]*(?:\d{4}\s)?(?P<name>.+)$",
    re.I,
)
_CLOSING = re.compile(r"[(\[]\s*(?P<mark>©|\(c\)|c\.|copyright|source:|via|courtesy(?: of)?)?\s*(?P<name>[A-Z][^()\[\]]{1,50})[)\]][.\s]*$", re.I)
_DASHED = re.compile(r"[.!?”\"]\s*[—–-]{1,2}\s?(?P<name>[A-Z][\w.&' /-]{1,40})\.?$")
_NOT_WHOLE = re.compile(r"\b(?:contributed|photo|picture|image|additional|with (?:files|reporting|assistance|inputs?)|graphic)\b", re.I)
_PLACE_TAIL = re.compile(r"[, ]+(?:London|New York|Washington|Paris|Dublin|Sydney|service|News Service|Syndication)$", re.I)
_LITTLE = ("daily", "sunday", "weekly", "news", "times", "post", "herald", "tribune", "observer", "gazette", "chronicle", "monitor", "journal", "standard", "guardian", "independent", "express", "telegraph", "mirror", "mail", "star", "sun", "today", "online", "press", "review", "report", "reporter", "world", "voice", "wire", "watch", "radio", "the")


@dataclass(frozen=True)
class Text:
    """What is left of a page once its lines have roles: the lines of each role, in order."""

    body: Sequence[str]
    furniture: Sequence[str]
    credits: Sequence[str]
    bylines: Sequence[str]
    title: str | None


def outlet_of(text: Text, url: str | None, domain: str | None, site: str | None) -> str | None:
    """The masthead name of the page's site: by its address, its own markup, its template or its own words."""
    for address in (url, domain):
        known = outlet_by_domain(address) if address else None
        if known and known.kind != "platform":
            return known.name
    named = site and (outlet_by_name(site) or None)
    if named:
        return named.name
    address = domain or url
    return site or (_from_host(address, text) if address else None) or _from_template(text) or _from_own_words(text)


def origin_of(text: Text) -> str | None:
    """The outlet that a page credits with the whole text; None where it credits none."""
    place, agency = dateline(text.body[0]) if text.body else (None, None)
    named = outlet_by_name(agency.split("/")[0]) if agency else None
    if named:
        return named.name
    signed = [line for line in (*text.credits, *text.bylines) if not _NOT_WHOLE.search(line) and len(words(line)) <= 16]
    named_in = (_credited(line) for line in signed)
    closing = _closing(text.body[-1]) if text.body else None
    return next(filter(None, named_in), None) or closing or next(filter(None, map(_signature, signed)), None)


def _credited(line: str) -> str | None:
    """`Via the Veldanian`, `© Daily Veldanian`."""
    hit = _CREDIT.match(line)
    return _name_in(hit["name"]) if hit else None


def _signature(line: str) -> str | None:
    """`VELDANIAN.EXAMPLE`, `Reuters`, `By Ana Vel, Reuters`; a paper's plain name is its own masthead."""
    known = masthead(line)
    if known:
        return known.name if known.agency or _web_name(line) else None
    parts = re.split(r",| for | \| | - |/| of ", line)
    known = _outlet(parts[-1]) if len(parts) > 1 else _outlet(re.sub(r"^(?:By|by|BY)\s+", "", line))
    return known.name if known and (known.agency or len(parts) == 1) else None


def _web_name(line: str) -> bool:
    return line.isupper() or "." in line.strip(" .")


def _name_in(words_after: str) -> str | None:
    bare = _PLACE_TAIL.sub("", re.split(r"[.,;](?:\s|$)| on | in \d| by ", words_after.strip(" .)]"))[0]).strip()
    known = _outlet(bare)
    if known:
        return known.name
    found = [outlet for _, _, outlet in find_outlets(bare)]
    if found:
        return found[0].name
    return bare if re.fullmatch(_NAME, bare) and len(words(bare)) <= 5 else None


def _closing(line: str) -> str | None:
    """`... the mill was lost. (© Daily Veldanian)`, `... the mill was lost. - Reuters`."""
    hit = _CLOSING.search(line[-90:])
    if hit:
        known = _outlet(_PLACE_TAIL.sub("", hit["name"])) or _outlet(hit["name"])
        if known and (hit["mark"] or known.agency):
            return known.name
        return _name_in(hit["name"]) if hit["mark"] else None
    hit = _DASHED.search(line[-60:])
    known = _outlet(hit["name"].split("/")[0]) if hit else None
    return known.name if known else None


def _outlet(name: str) -> Outlet | None:
    bare = name.strip(" .()[]—–-*")
    hit = _RUN_ON.match(bare)
    return outlet_by_name(bare) or (outlet_by_name(hit["name"]) if hit else None)


def _from_template(text: Text) -> str | None:
    """A masthead alone on a line, or the name in the page's own offers: `Get The Veldanian's newsletter`."""
    for line in (*text.credits, *text.furniture):
        known = masthead(line)
        if known and not known.agency and not _web_name(line):
            return known.name
    for line in text.furniture:
        if _TEMPLATE.search(line):
            for _, _, outlet in find_outlets(line):
                if outlet.kind != "platform":
                    return outlet.name
    return None


def _from_own_words(text: Text) -> str | None:
    """`I wrote a piece for The Veldanian`, `As The Veldanian has been reporting`."""
    for pattern in _OWN_WORDS:
        for line in text.body:
            hit = pattern.search(line)
            if hit and (known := outlet_by_name(hit["name"])) and (known.agency or known.kind in ("body", "monitor")):
                continue
            if hit and len(hit["name"]) > 3:
                return known.name if known else hit["name"].strip()
    return None


def _from_host(address: str, text: Text) -> str | None:
    """A name for a site that the table does not know: its host's letters, as the page spells them or cut at known words."""
    host = host_of(address)
    label = next((part for part in host.split(".") if part not in ("www", "en", "english", "news", "edition")), "")
    if len(label) < 3:
        return None
    letters = re.sub(r"[^a-z0-9]", "", label)
    return _spelt(letters, text) or _cut(label)


def _spelt(letters: str, text: Text) -> str | None:
    for line in (*text.furniture, *text.credits, *text.body[:40], text.title or ""):
        for hit in re.finditer(r"(?:The )?[A-Z][\w’'-]*(?: (?:of |and |& )?[A-Z][\w’'-]*){0,4}", line[:5000]):
            tokens = hit.group().split()
            for first in range(len(tokens)):
                for last in range(first + 1, len(tokens) + 1):
                    name = " ".join(tokens[first:last])
                    if re.sub(r"[^a-z0-9]", "", name.lower()) == letters:
                        return re.sub(r"['’]s$", "", name)
    return None


def _cut(label: str) -> str:
    spaced = label.replace("-", " ")
    for word in _LITTLE:
        spaced = re.sub(rf"^{word}(?=[a-z]{{3,}})", f"{word} ", spaced)
        spaced = re.sub(rf"(?<=[a-z]{{3}}){word}$", f" {word}", spaced)
    named = " ".join(part.capitalize() for part in spaced.split())
    return named.upper() if len(named) <= 4 else named
