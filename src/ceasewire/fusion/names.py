"""Names as fusion compares them across pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ceasewire.codebook import table
from ceasewire.codebook.world import state_of

LISTS = table("fusion")["words"]
SMALL = frozenset(LISTS["small"])
NUMBERS = {word: number for number, word in enumerate(LISTS["numbers"])}
NUMBERS |= {word: 10 * number for number, word in enumerate(LISTS["tens"], 3)}
KIN: dict[str, str] = {word: first for first, others in LISTS["kin"].items() for word in others}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
SPELLINGS = (
    (re.compile(r"\b(?:el|ul|ur|as|es|an|ash|ad)-"), "al-"),
    (re.compile(r"\b(?:mohammed|muhammad|mohamed|muhammed)\b"), "mohammad"),
)

BOUNDS = (
    ("at_least", re.compile(r"\b(?:at least|more than|over|no fewer than|upwards of)\b", re.IGNORECASE)),
    (
        "at_most",
        re.compile(r"\b(?:up to|at most|fewer than|less than|under|no more than|nearly|almost)\b", re.IGNORECASE),
    ),
    ("about", re.compile(r"\b(?:about|around|some|roughly|approximately|dozens|hundreds|thousands)\b", re.IGNORECASE)),
)


def any_of(fragments: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the fragments of a table as whole words, in large letters or small."""
    return re.compile(r"\b(?:" + "|".join(fragments) + r")\b", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def plain(name: str) -> str:
    """A name without case, accents, article and differences of transliteration."""
    bare = unicodedata.normalize("NFKD", name.replace("’", "'")).casefold()
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    bare = re.sub(r"'s\b|\bthe\b", " ", bare)
    for pattern, one in SPELLINGS:
        bare = pattern.sub(one, bare)
    return " ".join(re.findall(r"[\w-]+", bare))


@lru_cache(maxsize=65_536)
def words(text: str) -> frozenset[str]:
    """The words of a phrase that tell it from others: no articles, no numbers, plurals and peoples made one.

    Proper names begin with `^`.
    """
    found = [w for w in re.findall(r"[^\W_][\w-]*", re.sub(r"[’']s\b", "", text)) if _telling(plain(w))]
    lone = sum(w[0].isupper() for w in found) == 1 and len(found) > 1
    return frozenset(_stem(w, proper=w[0].isupper() and not (lone and text.startswith(w))) for w in found)


def _telling(word: str) -> bool:
    return bool(word) and word not in SMALL and word not in NUMBERS and word not in SCALES and not word[0].isdigit()


def _stem(word: str, *, proper: bool) -> str:
    """A people and its land are one (`Lorasian`, `Lorasia`); a plural and its singular too."""
    state = state_of(word)
    if state:
        return "^" + plain(state)
    bare = plain(word)
    people = re.sub(r"(?:ians?|ans?|ese|ish|ia|is?|a)$", "", bare) if len(bare) > 5 else bare
    if proper or (word[0].isupper() and bare != people):
        return "^" + people
    one = bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare
    return KIN.get(one, one)


@lru_cache(maxsize=65_536)
def number_in(text: str) -> float | None:
    """The first number of a phrase, in figures or in words, None where there is none."""
    found = re.search(r"(?<![\w.])\d[\d,]*(?:\.\d+)?", text)
    if found:
        rest = text[found.end() :].split()
        return float(found.group().replace(",", "")) * SCALES.get(rest[0].lower() if rest else "", 1)
    for word in re.findall(r"[a-z]+(?:-[a-z]+)?", text.lower()):
        value = _spelled(word)
        if value is not None:
            return float(value)
    return None


def _spelled(word: str) -> int | None:
    tens, _, ones = word.partition("-")
    if tens not in NUMBERS or (ones and ones not in NUMBERS):
        return None
    return NUMBERS[tens] + (NUMBERS[ones] if ones else 0)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Two phrases that share half of the words of the longer one, and a proper name where both have any."""
    if not one or not other:
        return False
    names = [{w for w in phrase if w[0] == "^"} for phrase in (one, other)]
    if all(names) and not names[0] & names[1]:
        return False
    shared = one & other
    if shared not in (one, other):
        shared = shared | {w for w in one - other if any(_tail(w, o) for o in other)}
    return len(shared) * 2 >= max(len(one), len(other))


def _tail(one: str, other: str) -> bool:
    """`girl` and `schoolgirl` name the same people."""
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.endswith(short)


def bound(text: str) -> str:
    """How a number is bounded: `more than 40 trucks` is `at_least`."""
    return next((name for name, pattern in BOUNDS if pattern.search(text)), "exact")
