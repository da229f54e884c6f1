"""Whose page it is: by its address, its own markup, its template or its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ceasewire.codebook.outlets import Outlet, find_outlets, host_of, outlet_by_domain, outlet_by_name, outlet_name
from ceasewire.intake.credits import masthead, web_name
from ceasewire.intake.marks import begins, holds, is_one, phrases

_NAME = r"(?P<name>(?:[Tt]he )?[A-Z][\w'’&-]*(?: (?:of|and|&|[A-Z][\w'’&-]*)){0,4})"
_OWN_WORDS = (
    re.compile(rf"\bI (?:have )?(?:wrote|written|argued|published|contributed) [\w ,-]{{0,50}}?(?:for|in|at) {_NAME}"),
    re.compile(rf"\b[Aa]s {_NAME} (?:has|have) (?:been|previously|already|repeatedly|consistently|long) \w+"),
    re.compile(rf"\b(?:[Hh]ere at|[Ww]e at|[Rr]eaders of) {_NAME}"),
)
_SPELT = re.compile(r"(?:The )?[A-Z][\w’'-]*(?: (?:of the |of |and |& |for )?[A-Z][\w’'-]*){0,4}")
_ANY_PAGE = frozenset(("news", "world", "report", "reporter", "online", "today", "review", "media", "daily", "the"))
_LETTERS = re.compile(r"[^a-z0-9]")
_NOTICE = re.compile(
    r"^(?:©|\([Cc]\)|Copyright|COPYRIGHT)\s*(?:©|\([Cc]\))?\s*"
    r"\d{4}(?:\s?[-–]\s?\d{4})?,?\s+(?:by )?(?P<name>[^.,;|]{3,60})"
)


@dataclass(frozen=True)
class Text:
    """What is left of a page once its lines have roles: the lines of each role, in order; `first` stands above all."""

    body: Sequence[str]
    furniture: Sequence[str]
    credits: Sequence[str]
    bylines: Sequence[str]
    title: str | None
    first: str | None = None


def outlet_of(text: Text, url: str | None, domain: str | None, site: str | None) -> str | None:
    """The masthead name of the page's site, in one spelling; None where nothing says so."""
    for address in filter(None, (url, domain)):
        known = outlet_by_domain(address)
        if known and known.kind != "platform":
            return known.name
    found = site or _from_host(domain or url or "", text) or _from_template(text) or _from_own_words(text)
    return outlet_name(found) if found else None


def _from_template(text: Text) -> str | None:
    """A masthead alone on a line, or the name in the page's own offers: `Get The Veldanian's newsletter`."""
    for line in (*text.credits, *text.furniture):
        known = None if is_one(line, "whole") else masthead(line)
        if known and not known.agency and known.kind != "platform" and not web_name(line):
            return known.name
    for line in text.furniture:
        if begins(line, "own_begins") or holds(line, "own_holds"):
            for _, _, outlet in find_outlets(line):
                if outlet.kind != "platform":
                    return outlet.name
    return _from_notice(text) or (head_name(text.first) if text.first else None)


def head_name(line: str) -> str | None:
    """A name that the table has not, alone above the page: `The Evening Ledger`, `ORSK PRESS`, `Council of Orsk`."""
    if len(line) > 60 or not _SPELT.fullmatch(line) or is_one(line, "whole"):
        return None
    parts = {part.lower() for part in line.split()}
    telling = parts & {*phrases("mastheads"), *phrases("letterheads")} - _ANY_PAGE
    if len(parts) < 2 or not (telling or line.startswith("The ")):
        return None
    return line.title() if line.isupper() else line


def _from_notice(text: Text) -> str | None:
    """A name that the table has not, in the page's own notice: `© 2021 The Orsk Lantern. All rights reserved.`"""
    for line in reversed(text.furniture):
        hit = _NOTICE.match(line)
        name = hit["name"].strip() if hit else ""
        if _SPELT.fullmatch(name):
            return name
    return None


def _from_own_words(text: Text) -> str | None:
    """`I wrote an essay for The Veldanian`, `As The Veldanian has been reporting`."""
    for pattern in _OWN_WORDS:
        for line in text.body:
            hit = pattern.search(line)
            name = _own_name(hit["name"]) if hit else None
            if name:
                return name
    return None


def _own_name(name: str) -> str | None:
    """A known paper or site, or a name with The before it; agencies and bodies are cited, not written for."""
    known = outlet_by_name(name)
    if known:
        return None if _cited(known) else known.name
    return name.strip() if name.startswith("The ") else None


def _cited(outlet: Outlet) -> bool:
    return outlet.agency or outlet.kind in ("body", "monitor", "platform")


def _from_host(address: str, text: Text) -> str | None:
    """A name for a site not in the table: its host's letters, as the page spells them or cut at known words."""
    labels = [part for part in host_of(address).split(".") if part not in ("en", "english", "news", "edition", "blog")]
    label = labels[0] if labels else ""
    if len(label) < 3:
        return None
    return _spelt(_LETTERS.sub("", label), text) or _cut(label)


def _spelt(letters: str, text: Text) -> str | None:
    """The run of words with capitals on the page that has these letters."""
    for line in (*text.furniture, *text.credits, *text.body[:40], text.title or ""):
        for hit in _SPELT.finditer(line[:5000]):
            tokens = hit.group().split()
            runs = (tokens[a:b] for a in range(len(tokens)) for b in range(a + 1, len(tokens) + 1))
            for run in runs:
                if _LETTERS.sub("", " ".join(run).lower()) in (letters, f"the{letters}"):
                    return re.sub(r"['’]s$", "", " ".join(run))
    return None


def _cut(label: str) -> str:
    """`orskdailynews` as `Orsk Daily News`."""
    spaced = label.replace("-", " ")
    for word in phrases("mastheads") * 2:
        spaced = re.sub(rf"^{word}(?=[a-z]{{3,}})", f"{word} ", spaced)
        spaced = re.sub(rf"(?<=[a-z]{{3}}){word}(?= |$)", f" {word}", spaced)
    named = " ".join(part.capitalize() for part in spaced.split())
    return named.upper() if len(named) <= 4 else named
