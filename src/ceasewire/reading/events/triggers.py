"""Which words of a page name an event, by the table of triggers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from ceasewire.codebook import table
from ceasewire.reading.events.company import View, fits

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VOWELS = frozenset("aeiou")
Frame = dict[str, list[str]]


@dataclass(frozen=True, eq=False)
class Entry:
    """One row of the table for one word: the type it names, what it needs beside it, and how its roles are filled."""

    type: str | None
    part: str
    before: str
    needs: dict[str, Any]
    frame: Frame
    roles: frozenset[str]
    plover: str | None
    mode: str | None
    cameo: str | None
    state: bool
    sure: float


@dataclass(frozen=True, eq=False)
class Hit:
    """A word that names an event."""

    token: Token
    entry: Entry
    view: View = field(repr=False)


Lexicon = dict[str, list[Entry]]
_NEEDS = frozenset(
    [
        "particle",
        "object",
        "subject",
        "not_object",
        "not_subject",
        "near",
        "company",
        "around",
        "not_company",
        "with",
        "complement",
        "to_clause",
        "wish",
        "acts",
        "not_acts",
        "voice",
        "bare",
    ]
)


def find_hits(doc: Doc, title: bool) -> list[Hit]:
    """The words of one paragraph that name an event, in order; `title` allows for the capitals of a headline.

    `The army launched an attack` gives `attack`: a verb whose object names an event of the same type only carries it.
    """
    views: dict[int, frozenset[str]] = {}
    found = [hit for token in doc if (hit := _best(token, title, views))]
    return _without_carriers(found)


def _best(token: Token, title: bool, words: dict[int, frozenset[str]]) -> Hit | None:
    entries = list(_candidates(token, title))
    if not entries:
        return None
    view = View(token, words)
    good = [entry for entry in entries if fits(view, entry.needs)]
    if not good:
        return None
    return Hit(token, max(good, key=lambda entry: (bool(entry.before), entry.sure)), view)


def _candidates(token: Token, title: bool) -> Iterator[Entry]:
    """The rows whose word this is, by the part of speech, which headlines and participles hide."""
    form, part = token.lower_, token.pos_
    nouns, verbs = lexicon("noun").get(form, []), lexicon("verb").get(form, [])
    if part in ("NOUN", "PROPN"):
        yield from (entry for entry in nouns if not entry.before or _preceded(token, entry.before))
        inflected = form.endswith(("ed", "ing")) or (title and form.endswith("s") and not nouns)
        if inflected and (not nouns or form.endswith("ed")):
            yield from verbs
    elif part in ("VERB", "AUX"):
        yield from verbs
        if not verbs and token.tag_ == "VBG":
            yield from (entry for entry in nouns if not entry.before)
    elif part == "ADJ":
        yield from lexicon("adjective").get(form, [])
        if form.endswith(("ed", "en")):
            yield from verbs


def _preceded(token: Token, before: str) -> bool:
    first = before.split()
    return token.i >= len(first) and all(
        token.doc[token.i - len(first) + k].lower_ in (word, word + "s") for k, word in enumerate(first)
    )


def _without_carriers(hits: list[Hit]) -> list[Hit]:
    """Drop verbs that carry a noun of their own type, and nouns before another noun of their own type."""
    by_token = {hit.token.i: hit for hit in hits}
    dropped = set()
    for hit in hits:
        for other in hit.view.carried():
            twin = by_token.get(other.i)
            if twin and twin.entry.type == hit.entry.type and twin.token.i != hit.token.i and twin.entry.part == "noun":
                dropped.add(hit.token.i)
        head = by_token.get(hit.token.head.i)
        if hit.token.dep_ == "compound" and head and head.entry.type == hit.entry.type and head is not hit:
            dropped.add(hit.token.i)
    return [hit for hit in hits if hit.token.i not in dropped]


@cache
def lexicon(part: str) -> Lexicon:
    """The triggers of one part of speech (`verb`, `noun`, `adjective`) by every form of the word."""
    made: Lexicon = {}
    events = table("events")
    for name, row in [*events["types"].items(), *events["other"].items()]:
        kind = name if name in events["types"] else None
        for group in row["triggers"]:
            for word in group.get(part + "s", []):
                entry, forms = _entry(kind, part, word, row, group), _forms(part, word.split()[-1])
                for form in forms:
                    made.setdefault(form, []).append(entry)
    return made


def _entry(kind: str | None, part: str, word: str, row: dict[str, Any], group: dict[str, Any]) -> Entry:
    return Entry(
        type=kind,
        part=part,
        before=" ".join(word.split()[:-1]),
        needs={key: value for key, value in group.items() if key in _NEEDS},
        frame={**row.get("frame", {}), **group.get("roles", {})},
        roles=frozenset(row.get("roles", [])),
        plover=group.get("plover", row["plover"]) or None,
        mode=group.get("mode", row.get("mode")),
        cameo=group.get("cameo", row["cameo"]) or None,
        state=group.get("state", False),
        sure=group.get("sure", 0.8),
    )


def _forms(part: str, word: str) -> set[str]:
    if part == "adjective":
        return {word}
    if part == "noun":
        return {word, _plural(word)}
    odd = table("events")["irregular"].get(word, [])
    regular = {word, _plural(word), _past(word), _gerund(word)}
    if odd:
        regular -= {_past(word)}
        if any(form.endswith("ing") for form in odd):
            regular -= {_gerund(word)}
    return regular | set(odd)


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if word.endswith("y") and word[-2:-1] not in VOWELS else word + "ed"


def _gerund(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    return (word[:-1] if word.endswith("e") and not word.endswith(("ee", "ye", "oe")) else word) + "ing"
