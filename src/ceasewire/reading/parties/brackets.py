"""Names that the text itself gives two of: in brackets, by renaming, in translation."""

from __future__ import annotations

from collections.abc import Sequence

from ceasewire.reading.parties.chunks import Name
from ceasewire.reading.parties.lexicon import RENAMING
from ceasewire.reading.parties.names import abbreviates, is_acronym
from ceasewire.reading.parties.register import Party, Register

BODILY = frozenset(("organisation", "armed_group", "opposition_body", "monitor", "government", "outlet", "group"))


def bind(register: Register, found: Sequence[Name]) -> None:
    """Join the parties of names that the text equates."""
    for one, other in zip(found, found[1:], strict=False):
        first, second = register.at(one.head), register.at(other.head)
        if one.doc is not other.doc or first is None or second is None or first is second:
            continue
        if in_brackets(one, other, first, second) or renamed(one, other, first, second):
            register.join(first, second)


def in_brackets(one: Name, other: Name, first: Party, second: Party) -> bool:
    """`the Free River Union (FRU)`, `Harak al-Nahr (River Movement)`."""
    doc = one.doc
    if other.start != one.end + 1 or doc[one.end].text != "(" or other.end >= len(doc) or doc[other.end].text != ")":
        return False
    if first.actor.kind not in BODILY or second.actor.kind not in BODILY:
        return False
    if is_acronym(other.text):
        return abbreviates(other.text, one.text) or not second.key[:1] == ("body",)
    return abbreviates(one.text, other.text) if is_acronym(one.text) else other.end - other.start > 1


def renamed(one: Name, other: Name, first: Party, second: Party) -> bool:
    """`the Young Front, formerly known as Red Dawn`."""
    if first.person or second.person or "place" in (first.actor.kind, second.actor.kind):
        return False
    between = [t.lower_ for t in one.doc[one.end : other.start] if not t.is_punct and not t.is_space]
    between = [word for word in between if word not in ("the", "group", "which", "is", "was", "has", "now")]
    return bool(between) and tuple(between) in RENAMING and between != ["or"]
