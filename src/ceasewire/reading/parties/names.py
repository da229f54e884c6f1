"""Names as strings: one form for all spellings of a name, and whether a short form may stand for a full one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from ceasewire.reading.parties.lexicon import ADDRESS

SPELLINGS = {
    "mohammed": "muhammad",
    "mohammad": "muhammad",
    "mohamed": "muhammad",
    "mohamad": "muhammad",
    "mohamud": "mahmud",
    "mahmoud": "mahmud",
    "ahmed": "ahmad",
    "hussain": "hussein",
    "husain": "hussein",
    "hossein": "hussein",
    "khaled": "khalid",
    "omar": "umar",
    "osama": "usama",
    "yousef": "yusuf",
    "youssef": "yusuf",
    "yusef": "yusuf",
    "abdallah": "abdullah",
    "sergey": "sergei",
    "dmitri": "dmitry",
    "alexey": "alexei",
    "aleksei": "alexei",
    "jaysh": "jaish",
    "fatah": "fateh",
    "shabab": "shabaab",
    "qaida": "qaeda",
    "qa'ida": "qaeda",
    "hizbollah": "hezbollah",
    "hizbullah": "hezbollah",
    "sheik": "sheikh",
    "shaikh": "sheikh",
}


@lru_cache(maxsize=65536)
def fold(name: str) -> tuple[str, ...]:
    """The words of a name in the one form compared: no accents, capitals, quotes, hyphens, article, possessive.

    `Jaish al-Mujahideen`, `Jaysh Al Mujahideen` and `the Jaish al-Mujahideen's` fold alike.
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    words = plain.replace("-", " ").replace(".", "").replace('"', " ").replace("#", " ").replace("@", " ").split()
    words = [word.removesuffix("'s").strip("',()[]") for word in words]
    words = [SPELLINGS.get(word, word) for word in words if word]
    kept = [word for word in words if word not in ("the", "al", "el", "as", "ash", "ul")]
    return tuple(kept or words)


def bare_person(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a folded personal name without forms of address at its head."""
    at = 0
    while at < len(words) - 1 and words[at] in ADDRESS:
        at += 1
    end = len(words)
    while end - at > 1 and words[end - 1] in ("jr", "sr", "ii", "iii", "iv"):
        end -= 1
    return tuple(words[at:end])


def stands_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a folded short name may mean the person of a folded full one.

    `hok` may mean `emil hok`, `juan velan` may mean `juan pablo velan`.
    """
    if len(short) >= len(full) or not short:
        return False
    rest = iter(full)
    return all(word in rest for word in short)


def initials(words: Sequence[str]) -> str:
    """The initials of a name's words, small words left out: `Union of Free Pilots` gives `UFP`."""
    return "".join(
        word[0] for word in words if word.lower() not in ("of", "the", "for", "and", "in", "de", "la", "&")
    ).upper()


def is_acronym(text: str) -> bool:
    """Whether a name is written as one: `ULF`, `U.L.F.`, `SPLM-N`."""
    letters = text.replace(".", "").replace("-", "").replace("/", "")
    return (
        2 <= len(letters) <= 10 and letters.isalnum() and sum(c.isupper() for c in letters) >= max(2, len(letters) - 2)
    )


def abbreviates(short: str, full: str) -> bool:
    """Whether an acronym may be made of a name's words, in order: `LRC` of `Lake Roads Committee`."""
    letters = [c for c in short.upper() if c.isalpha()]
    words = full.replace("-", " ").split()
    if initials(words) == "".join(letters) or "".join(w[0] for w in words if w).upper() == "".join(letters):
        return True
    rest = iter(c for word in words for c in word.upper() if c.isalpha())
    return len(words) > 1 and letters[:1] == [words[0][0].upper()] and all(letter in rest for letter in letters)
