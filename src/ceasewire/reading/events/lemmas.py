"""The forms of a word, and the word of a form: mending what the parser's dictionary gets wrong (`hopes` from `hop`)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from ceasewire.codebook import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_VOWELS = frozenset("aeiou")
# A word that ends in one vowel and one consonant, which may be doubled: what stands before, and the consonant.
_DOUBLING = re.compile(r"(.*?)(?:(?<=q)u)?[aeiou]([bdfgklmnprtvz])", re.DOTALL)


def lemma(token: Token) -> str:
    """The dictionary form of a word: the one our tables know, else the parser's."""
    found = str(token.lemma_).lower()
    if token.pos_ in ("VERB", "AUX"):
        known = _verbs()
        return found if found in _known() else known.get(token.lower_, found)
    return found


@cache
def _verbs() -> dict[str, str]:
    """Every form of every verb that the tables name."""
    realis, events = table("realis"), table("events")
    words = {word for section in ("verbs", "objects") for row in realis[section].values() for word in row}
    words |= {word for row in events["support"].values() for word in row}
    words |= {word for kind, row in events["blame"].items() if kind != "answering" for word in row}
    words |= {word for row in realis["happening"].values() for word in row}
    words |= {word for row in [*events["types"].values(), *events["other"].values()] for word in _verbs_of(row)}
    return {form: word for word in sorted(words) for form in forms("verb", word)}


@cache
def _known() -> frozenset[str]:
    return frozenset(_verbs().values())


def _verbs_of(row: dict[str, Any]) -> list[str]:
    return [word for group in row["triggers"] for word in group.get("verbs", [])]


def forms(part: str, word: str) -> set[str]:
    """Every form of a word: `seize` gives `seizes`, `seized`, `seizing`; a noun its plural."""
    if part == "adjective":
        return {word}
    if part == "noun":
        return {word, _plural(word), word + "s"}
    odd = table("events")["irregular"].get(word, [])
    past = odd or [stem + "ed" for stem in _stems(word)] if not word.endswith(("e", "y")) else odd or [_past(word)]
    return {word, _plural(word), *_gerunds(word), *past}


def _stems(word: str) -> list[str]:
    """What endings are put to: `rip` gives `ripp`; of longer words, where the stress decides, both `travel` and
    `travell`."""
    match = _DOUBLING.fullmatch(word)
    if not match or match[1].endswith(tuple(_VOWELS)):
        return [word]
    short = not any(letter in _VOWELS for letter in match[1])
    return [word + match[2]] if short else [word, word + match[2]]


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    return word[:-1] + "ied" if word[-2:-1] not in _VOWELS else word + "ed"


def _gerunds(word: str) -> list[str]:
    if word.endswith("ie"):
        return [word[:-2] + "ying"]
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")):
        return [word[:-1] + "ing"]
    return [stem + "ing" for stem in _stems(word)]
