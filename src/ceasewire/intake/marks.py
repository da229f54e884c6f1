"""What one line of a page looks like, whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from ceasewire.codebook import table

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_NUMBER = re.compile(r"\d[\d,.]*")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_END = re.compile(r"[.!?…][\"”’')\]»*]*$|[:;,]$|[,.!?][\"”’»]$")
_SIGNED = re.compile(r"[.!?][\"”’]?\s*(?:[—–-]{1,2}|/|©|\()\s?[A-Z][\w.&' -]{1,30}\)?\.?$")
_BULLET = re.compile(r"^\s*(?:[•●▪■◦‣⁃*·]|[-–—]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s|\([ivx]{1,4}\)\s)")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]?\s+[\"“‘(]?[A-Z]")
_POST = re.compile(r"[—-]\s?[^@]{2,60}\(@\w{1,20}\)\s+[A-Z][a-z]+ \d{1,2}, \d{4}\s*$")
_SMALL = frozenset(table("markup")["small"])


_KEPT = 1000
"""Characters of the longest line whose words are remembered."""


def plain(line: str) -> str:
    """A line as the furniture table compares it: lower case, straight quotes, numbers as #, outer punctuation off."""
    return _even(line).strip(" .,:;!?…|>»›*•-\"'")


def _even(line: str) -> str:
    return _levelled(line) if len(line) <= _KEPT else _levelled.__wrapped__(line)


@lru_cache(2000)
def _levelled(line: str) -> str:
    return _NUMBER.sub("#", " ".join(line.translate(_PLAIN).casefold().split()))


def words(line: str) -> Sequence[str]:
    """The words of a line, numbers included."""
    return _words(line) if len(line) <= _KEPT else _WORD.findall(line)


@lru_cache(2000)
def _words(line: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(line))


def ended(line: str) -> bool:
    """Whether a line ends as running text does: `The bridge was shut.`"""
    return bool(_END.search(line.rstrip()))


def bullet(line: str) -> bool:
    """Whether a line is an item of a list: `• The port stays shut`."""
    return bool(_BULLET.match(line))


def post(line: str) -> bool:
    """Whether a line is a post shown in the story: `We are safe. — Ana Vel (@anavel) May 4, 2021`."""
    return bool(_POST.search(line[-200:]))


def title_case(line: str) -> bool:
    """Whether most longer words begin with a capital: `Harbour Talks Collapse After Shelling`."""
    long = [word for word in words(line) if word.lower() not in _SMALL and not word[0].isdigit()]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def shouted(line: str) -> bool:
    """Whether a line is in capitals: `HARBOUR TALKS COLLAPSE`."""
    letters = [char for char in line if char.isalpha()]
    return len(letters) >= 4 and sum(char.isupper() for char in letters) >= 0.9 * len(letters)


def prose(line: str) -> bool:
    """Whether a line is running text: `The envoys left the hall at noon.`"""
    count = len(words(line))
    if post(line) or signed(line):
        return True
    if not ended(line):
        return count >= 30 or (count >= 18 and bool(_SENTENCE_END.search(line)))
    return count >= 4 and not title_case(line) if count < 9 else True


def strong(line: str) -> bool:
    """Whether a line is a full paragraph: 20 words or more, ending as a sentence does."""
    return (ended(line) or signed(line)) and len(words(line)) >= 20


def signed(line: str) -> bool:
    """Whether a paragraph ends in the name of who wrote it: `... the bridge was shut on Monday. - Orsk Wire`."""
    return bool(_SIGNED.search(line[-60:])) and len(words(line)) >= 15


@cache
def phrases(name: str) -> tuple[str, ...]:
    """A list of the furniture table."""
    return tuple(table("furniture")[name])


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(map(plain, phrases(name)))


def is_one(line: str, name: str) -> bool:
    """Whether a line is, word for word, an entry of a list of the furniture table."""
    return len(line) <= 80 and plain(line) in _set(name)


def begins(line: str, name: str) -> bool:
    """Whether a line begins with an entry of a list of the furniture table."""
    return _even(line[:80]).startswith(phrases(name))


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase) for phrase in phrases(name)))


def holds(line: str, name: str) -> bool:
    """Whether a line has an entry of a list of the furniture table anywhere in it."""
    return bool(_any_of(name).search(_even(line)))
