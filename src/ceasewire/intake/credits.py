"""Bylines, datelines and the lines that say whose story it is."""

from __future__ import annotations

import re

from ceasewire.codebook.outlets import Outlet, outlet_by_name
from ceasewire.intake.marks import begins, holds, is_one, words

_PERSON = r"(?:[A-Z][\w.'’-]*|de|van|von|al|bin|el|der|la|du)"
_NAMES = rf"{_PERSON}(?: {_PERSON}){{1,4}}(?:(?:, | and | & ){_PERSON}(?: {_PERSON}){{1,4}}){{0,5}}"
_BY = re.compile(r"^(?:By|BY|by|Written by|Words by|Analysis by|Posted by|From)\s+(?=[A-Z“])")
_IN_PLACE = re.compile(rf"^{_NAMES},? (?:in|IN) [A-Z][\w.'’-]+(?:[ ,]+(?:and )?[A-Z][\w.'’-]+){{0,5}}$")
_JOB = re.compile(
    r"\b(?:correspondent|reporter|editor|staff writer|bureau chief|columnist|contributor|special to|foreign affairs|"
    r"associated press|reuters|afp|staff)\b",
    re.I,
)
_ONE_NAME = re.compile(rf"^{_NAMES}$")
_DAY = r"(?:,? ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
_AGENCY = r"\((?P<agency>[^()]{2,40})\)"
_DASH = r"(?:—|–|--|-|:)"
_OPENS = r"\s*(?=[\w“\"‘'\[])"
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z.'’/ -]{2,40}(?:, [A-Z][\w.'’ -]{1,30}){0,2}"
    rf"\s*{_DAY})\s*(?:{_AGENCY})?\s*{_DAY}\s*{_DASH}{_OPENS}"
)
_MIXED_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.'’/-]+(?: [A-Z][\w.'’-]+){0,2}(?:, [A-Z][\w.'’ -]{1,30})?\s*,?"
    rf"\s*{_DAY})\s*{_AGENCY}\s*(?:{_DASH}|\.)?{_OPENS}"
)
_DATED = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_DATED_DATELINE = re.compile(
    r"^(?P<place>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
    rf"(?:, [A-Z][\w.'’ -]{{1,30}}?)?,? {_DATED})\s*(?:{_AGENCY})?\s*(?:—|–|--|-|:)\s+(?=[\w“\"‘'\[])"
)
_BRACKETED = re.compile(r"^\((?P<agency>[^()]{2,40})\)$")
_BARE_AGENCY = re.compile(r"^\((?P<agency>[^()]{2,40})\)\s*(?:—|–|--|-|:)?\s*(?=[A-Z“\"‘'\[])")
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
_MONTH = re.compile(rf"\b{_MONTHS}")
_REPRINT = re.compile(
    r"^[\W_]*(?:[Tt]his (?:article|story|piece|report|column) (?:was |is )?)?"
    r"(?:(?:[Ff]irst |[Oo]riginally )(?:published|appeared|posted) (?:in|by|on|at)|[Pp]roduced by"
    r"|(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced|[Ss]yndicated)(?: here)?(?: with (?:the )?(?:kind )?permission)?"
    rf" (?:from|of|courtesy of))\s+(?!{_MONTHS}|\d|[A-Z][a-z]+day\b)(?:the )?[A-Z]"
)
_WRITE_TO = re.compile(r"^(?:Write to|E-?mail|Contact) .{2,60} at \S+@\S+$|^(?:Write to|E-?mail|Contact):? \S+@\S+$")


def dateline(line: str) -> tuple[str | None, str | None]:
    """Place and agency that open a story: `ORSK, Veldania (Reuters) - The envoys` gives both. None where absent.

    A place in small letters needs a known agency or a day: `Orsk, 17 September - The envoys`.
    """
    head = line[:160]
    hit = _DATELINE.match(head)
    if hit:
        return hit["place"].strip(" ,"), hit["agency"]
    hit = _MIXED_DATELINE.match(head)
    if hit and outlet_by_name(hit["agency"].split("/")[0]):
        return hit["place"].strip(" ,"), hit["agency"]
    hit = _DATED_DATELINE.match(head)
    if hit and _MONTH.search(hit["place"]):
        return hit["place"], hit["agency"]
    hit = _BARE_AGENCY.match(head)
    return None, hit["agency"] if hit and outlet_by_name(hit["agency"]) else None


def byline(line: str, head: bool) -> bool:
    """Whether a line says who wrote the story: `By Ana Vel in Orsk`. `head`: before the story more forms count."""
    count = len(words(line))
    if count > 25 or (line.rstrip().endswith((".", "?", "!")) and count > 8):
        return False
    if _BY.match(line):
        return head or count <= 10
    if head and (alone := _BRACKETED.match(line.strip())):
        known = outlet_by_name(alone["agency"])
        return known is not None and known.agency
    if _IN_PLACE.match(line) and count <= 12:
        return True
    return head and count <= 14 and bool(_ONE_NAME.match(line.split(",", maxsplit=1)[0]) and _JOB.search(line))


def name_alone(line: str) -> bool:
    """Whether a line could be a person's name and nothing else: `Ana Maria Vel`."""
    return 2 <= len(words(line)) <= 4 and bool(_ONE_NAME.match(line.strip()))


def cleaned_byline(line: str) -> str:
    """The names of a byline, without its By, its place and the date run on to it."""
    bare = re.sub(r" (?:in|IN) [A-Z].*$", "", _BY.sub("", line.strip()))
    return re.split(
        r"\s+[|•·]\s+|\s{2,}|,? (?:Updated|Published|Posted|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", bare
    )[0].strip(" ,|")


def credit(line: str) -> bool:
    """Whether a line says who helped or whose story it is: `Additional reporting by Ana Vel in Orsk`."""
    count = len(words(line))
    if is_one(line, "credit_whole") or _WRITE_TO.match(line) or reprint(line):
        return True
    if count <= 60 and begins(line.lstrip("—–-•*_([ "), "credit_begins") and not _is_sentence(line):
        return True
    return count <= 45 and holds(line, "credit_holds")


def reprint(line: str) -> bool:
    """Whether a line says where the whole text stood first: `Republished with permission from The Orsk Post.`"""
    return len(words(line)) <= 30 and bool(_REPRINT.match(line))


def _is_sentence(line: str) -> bool:
    """`Via the ferry, 40 people left the town.` begins as a credit does."""
    return line.lower().startswith(("via ", "source")) and len(words(line)) > (4 if line[-1] in ".;?" else 8)


def masthead(line: str) -> Outlet | None:
    """The outlet whose name is the whole line, a closing full stop or a bracket aside: `The Veldanian`."""
    bare = re.sub(r"^(?:©|\(c\)|Copyright)\s*(?:\d{4})?\s*", "", line.strip(" .()[]—–-*"))
    return outlet_by_name(bare) if 0 < len(words(bare)) <= 6 else None


def web_name(line: str) -> bool:
    """Whether a masthead is printed as a web name or in capitals: `VELDANIAN.EXAMPLE`."""
    return line.isupper() or "." in line.strip(" .")
