"""Captions and picture credits."""

from __future__ import annotations

import re
from functools import cache

from ceasewire.intake.marks import begins, ended, holds, phrases, words

_CREDIT_LABEL = re.compile(
    r"^(?:photograph(?:er|y|s)?|photos?|pictures?|images?|credits?|source|graphic|illustration)\s*(?:by\b|:|…|\.\.\.)",
    re.I,
)
_SPEECH = re.compile(r"[“”\"]|\b(?:said|says|told|according to|added)\b")
_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3}"


@cache
def _agency() -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(phrases("pictures"), key=len, reverse=True)) + ")"


@cache
def _closing() -> re.Pattern[str]:
    """A credit in brackets that ends a caption: `A ferry burns off Orsk. (Ana Vel/Reuters)`."""
    inner = rf"[^()\[\]]{{0,60}}(?<![\w]){_agency()}(?![\w])[^()\[\]]{{0,40}}"
    label = r"(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Cc]redit|[Pp]ic|[Ff]ile|[Ss]creengrab|[Pp]hotograph)\b[^()\[\]]{0,60}"
    return re.compile(rf"[(\[]\s*(?:{inner}|{label})[)\]]\.?$")


@cache
def _trailing() -> re.Pattern[str]:
    """A credit without brackets that ends a caption: `A ferry burns off Orsk © AFP`, `... REUTERS/Ana Vel`."""
    agency = _agency()
    label = r"(?:©|Copyright|Credit:?|Photo(?:graph)?:|Image:|Picture:|Photo by|via)"
    return re.compile(
        rf"(?:{label}\s?.{{0,40}}(?<!\w){agency}(?!\w).{{0,40}}"
        rf"|(?<!\w)(?:REUTERS|AFP|AP|EPA|Reuters|Getty)\s?/\s?[\w .’'/-]{{2,50}}|{_NAME}\s?/\s?{agency}(?:/{agency})?)$"
    )


@cache
def _leading() -> re.Pattern[str]:
    """An agency run together with the caption it credits: `Reuters A ferry burns off Orsk`."""
    agency = _agency()
    more = rf"(?:\s?[:/–-]\s?{agency})*(?:\s?[/:-]\s?[\w .]{{2,30}})?"
    no_name = r"(?!News|Agency|Foundation|Images|Photo|TV|World|Television|Business)"
    return re.compile(rf"^(?:©\s?)?{agency}{more}\s+\d{{0,2}}\s*(?=[A-Z“\"‘']){no_name}")


@cache
def _only() -> re.Pattern[str]:
    """A line of credits alone: `Ana Vel/AFP`, `© Getty Images`, `AP Photo/Ana Vel`."""
    agency = _agency()
    return re.compile(
        rf"^[(\[]?\s*(?:©\s?|\(c\)\s?|via\s|Credit:?\s?|Photo:?\s)?(?:{_NAME}\s?(?:[/,|–-]|via|for|\||\s)\s?)?{agency}"
        rf"(?:\s?(?:[/,|–-]|via)\s?(?:{agency}|{_NAME}))*\s*[)\]]?\.?$"
    )


def picture_credit(line: str) -> bool:
    """Whether a line only credits a picture: `Photographer: Ana Vel/AFP via Getty Images`."""
    count = len(words(line))
    if count > 18 or (count == 1 and "©" not in line):
        return False
    stripped = re.sub(r"^(?:Enlarge this image|toggle caption|hide caption|\s)+", "", line, flags=re.I)
    doubled = stripped[: len(stripped) // 2].strip()
    return (bool(_CREDIT_LABEL.match(line)) and not ended(line)) or any(
        _only().match(one) and ("/" in one or "©" in one or "Getty" in one or "(" in one[:1] or stripped != line)
        for one in (stripped, doubled)
        if one and (one is stripped or stripped == f"{doubled} {doubled}")
    )


def caption(line: str) -> bool:
    """Whether a line says of itself that it stands under a picture: `A ferry burns off Orsk. (Ana Vel/Reuters)`."""
    if len(words(line)) > 110:
        return False
    tail = line[-120:]
    told = len(words(line)) >= 15 and bool(_SPEECH.search(line))
    if _closing().search(tail) and "©" not in tail[tail.rfind("(") :]:
        return _photographed(tail) or (3 < len(words(line)) <= 60 and not told)
    if (_trailing().search(tail) and not told) or begins(line, "caption_begins"):
        return True
    if _leading().match(line[:120]) and not ended(line):
        return True
    return len(words(line)) <= 60 and holds(line, "caption_holds") and not _SPEECH.search(line)


def _photographed(tail: str) -> bool:
    """Whether the closing credit names more than an agency alone."""
    inner = tail[max(tail.rfind("("), tail.rfind("[")) + 1 :].strip(" )].")
    return "/" in inner or " via " in inner or len(inner.split()) > 1
