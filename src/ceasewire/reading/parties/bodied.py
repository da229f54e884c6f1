"""Names of bodies that the recogniser cut short: what goes on behind a land, what stands before `for River Studies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.codebook import world
from ceasewire.reading.parties import lands
from ceasewire.reading.parties.lexicon import NAMELESS, NATURAL, ORGANISATION_ENDS, OUTLETS
from ceasewire.reading.parties.name import Name
from ceasewire.reading.tokens import lows, parts, stretch, texts, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc

NOT_NAMES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"))


def publishes(name: Name) -> bool:
    """Whether the nouns beside a name make it an outlet's: `the Velan news agency`, `the newspaper Red Herald`."""
    after = lows(name.doc)[name.end : name.end + 2]
    agency = after == ["news", "agency"]
    before = name.sort != "place" and name.before in OUTLETS
    behind = name.sort in ("organisation", "thing") and bool(after) and after[0] in OUTLETS
    return (agency or before or behind) and not name.known


def bodied(name: Name) -> Name:
    """The name of a body that begins with this one: `Lorasian` of `Lorasian Countries Institute`."""
    name = behind_body(name)
    doc, end, words = name.doc, name.end, lows(name.doc)
    stop = _run(doc, end)
    for i in range(stop - 1, end - 1, -1):
        if words[i] in ORGANISATION_ENDS and name.sort != "person":
            inner = words[end : i + 1]
            if world.body_of(stretch(doc, end, i + 1)):
                return name  # `the pro-Lorasia Red Battalion`
            if all(low in NAMELESS for low in inner) and (name.known or lands.word_of(name.text, doc)):
                return name
            return Name(doc, name.start, _of(doc, i + 1), "organisation")
    if words[end - 1] in ORGANISATION_ENDS and name.sort == "organisation":
        return Name(doc, name.start, _of(doc, end), name.sort)
    if stop > end and words[end] in NATURAL and lands.word_of(name.text, doc):
        return Name(doc, name.start, end + 1, "place")  # `the Lorasian Sea`
    return name


def behind_body(name: Name) -> Name:
    """The whole of `Centre for River Studies`, of which only the end was marked."""
    doc, at, words = name.doc, name.start - 1, lows(name.doc)
    at -= at > 0 and words[at] == "the"
    if at < 1 or words[at] not in ("of", "for") or words[at - 1] not in ORGANISATION_ENDS or name.known:
        return name
    start = at - 1
    if not texts(doc)[start][:1].isupper() or name.sort == "person" or parts(doc)[start] not in ("PROPN", "NOUN"):
        return name
    while start and parts(doc)[start - 1] == "PROPN" and not tokens(doc)[start].is_sent_start:
        start -= 1
    return Name(doc, start, name.end, "organisation")


def _run(doc: Doc, at: int) -> int:
    """The end of the run of capitalised words from `at`."""
    words = tokens(doc)
    while (
        at < len(words)
        and words[at].text[:1].isupper()
        and not words[at].is_sent_start
        and words[at].ent_type_ not in NOT_NAMES
    ):
        at += 1
    return at


def _of(doc: Doc, at: int) -> int:
    """The end of a name that goes on with `of` or `for`: `Institute for River Studies`."""
    words = lows(doc)
    if at + 1 < len(words) and words[at] in ("of", "for"):
        start = at + 2 if words[at + 1] == "the" else at + 1
        stop = _run(doc, start)
        if stop > start and not lands.word_of(stretch(doc, start, stop), doc):
            return stop
    return at
