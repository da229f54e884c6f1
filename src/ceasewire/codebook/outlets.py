"""Outlets, agencies and bodies that publish: by name, by address, and found in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

import msgspec

from ceasewire.codebook import table

_ARTICLE = re.compile(r"^the\s+", re.I)
_GOES_ON = re.compile(
    r" (?:Times|Post|Herald|Tribune|Observer|Gazette|Chronicle|Journal|Standard|Express|Mirror|Courier|Ledger)\b"
    r"| (?:News )?Service\b"
)
_END = re.compile(r"(?![\w-])(?!\.\w)")
_MASTHEAD = re.compile(r"\s+(?:online|website|newspaper|news\s?desk)$", re.I)


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of outlets.toml; its head explains the fields."""

    name: str
    domains: tuple[str, ...]
    kind: str
    country: str
    control: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    by: str | None = None
    source: str | None = None
    word: bool = False

    @property
    def agency(self) -> bool:
        """Whether it sells its reports to other outlets."""
        return self.kind in ("agency", "state agency")

    @property
    def evidence(self) -> str:
        """Where the control can be checked."""
        return self.source or f"English Wikipedia, {self.name}"

    @property
    def controller(self) -> str | None:
        """The state, party or armed group that can tell it what to print; None for public and private outlets."""
        return self.by if self.control in ("state", "party", "armed group") else None


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every row of the table, in its order."""
    return tuple(msgspec.convert(table("outlets")["outlet"], list[Outlet]))


def outlet_by_domain(address: str) -> Outlet | None:
    """The outlet at an address or domain: `https://www.ft.com/x`, `edition.cnn.com`. None where the table has none."""
    host = host_of(address)
    known = _domains()
    while "." in host:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
    return None


def host_of(address: str) -> str:
    """The host of an address or bare domain, in lower case, without port, www and the mobile prefix."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)", "", host.lower())


def outlet_by_name(name: str) -> Outlet | None:
    """The outlet of that name or abbreviation, a leading The and case aside. None where the table has none.

    Where several papers share a name, the first row of the table.
    """
    known = _names()
    plain = _plain(name)
    return known.get(plain) or known.get(_MASTHEAD.sub("", plain)) or _by_web_name(name)


def outlet_name(name: str) -> str:
    """One spelling of an outlet's name: the table's, else the name as printed without a leading The.

    `The Evening Ledger` on its page and `Evening Ledger` in a row are one outlet.
    """
    known = outlet_by_name(name)
    return known.name if known else _ARTICLE.sub("", " ".join(name.split()))


def find_outlets(text: str) -> Iterator[tuple[int, int, Outlet]]:
    """Outlets named in running text: start, end and row, in order; the longest name wins, abbreviations need be clear.

    A name that is also a common word counts only with its article and inside a sentence:
    `as the harbour closed, The Sun reported`. A name that goes on is another: `the Daily Mail Observer`. After
    `the New York Times`, `The Times` is that paper.
    """
    longer: dict[str, Outlet] = {}
    for start, end in _spelled(text):
        outlet = _scanned()[text[start:end]]
        if not outlet.agency and _GOES_ON.match(text, end):
            continue
        last = _plain(text[start:end]).rpartition(" ")[2]
        if outlet.word and last in longer:
            yield start, end, longer[last]
        elif not outlet.word or _inside(text, start):
            longer.setdefault(last, outlet)
            yield start, end, outlet


def _spelled(text: str) -> Iterator[tuple[int, int]]:
    """Where a spelling of the table stands, the longest at each place, none within another."""
    known, stop = _by_first_word(), 0
    for word in _first_words().finditer(text):
        start = word.start()
        for spelling in known.get(word.group(), ()) if start >= stop else ():
            end = start + len(spelling)
            if text.startswith(spelling, start) and _END.match(text, end):
                yield start, end
                stop = end
                break


def _inside(text: str, start: int) -> bool:
    return bool(re.search(r"(?:[a-z,]|[”\"’])\s$", text[max(0, start - 4) : start]))


def _plain(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.split())).casefold().strip(" .,:;-–—©()")


def _by_web_name(name: str) -> Outlet | None:
    """`INDEPENDENT.CO.UK` is a name as well as an address."""
    return outlet_by_domain(name.strip(" .()")) if re.fullmatch(r"[\w.-]+\.[A-Za-z]{2,4}", name.strip(" .()")) else None


@cache
def _domains() -> dict[str, Outlet]:
    return {domain: outlet for outlet in reversed(outlets()) for domain in outlet.domains}


@cache
def _names() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for field in ("name", "aliases", "short"):
        for outlet in outlets():
            names = [outlet.name] if field == "name" else getattr(outlet, field)
            for name in names:
                found.setdefault(_plain(name), outlet)
    return found


@cache
def _scanned() -> dict[str, Outlet]:
    """Spellings looked for in prose: names as printed, and with their article off where that is still a name."""
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            found.setdefault(name, outlet)
            if outlet.word and not name.startswith("The ") and name == outlet.name:
                found.pop(name)
    return found


@cache
def _by_first_word() -> dict[str, list[str]]:
    """The spellings looked for in prose by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for spelling in sorted(_scanned(), key=lambda name: (-len(name), name)):
        first = re.match(r"\+?\w+", spelling)
        found.setdefault(first.group() if first else spelling, []).append(spelling)
    return found


@cache
def _first_words() -> re.Pattern[str]:
    """Words that begin with a letter with which a spelling begins."""
    letters = "".join(sorted({spelling[0] for spelling in _scanned()} - {"+"}))
    return re.compile(rf"(?<![\w@#./-])(?:\+\d+|[{re.escape(letters)}]\w*)")
