"""Headlines as sentences: `Orsa Shells Mill Near Pell` is parsed as `Orsa shells mill near Pell`, letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ceasewire.codebook import world

WORD = re.compile(r"[^\W\d_][\w'’]*")
INNER = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’]*")  # a capital inside a sentence
LONG = 4  # letters of a word that only a headline writes with a capital
FEWEST = 4  # words of a headline
ENDS = ("", "s", "es", "d", "ed", "ing")
SHARE = 0.8  # of the long words that begin with a capital


@dataclass(frozen=True)
class Casing:
    """How a page writes its words inside sentences; the dictionaries are for words that its title alone has."""

    texts: tuple[str, ...]
    nouns: Mapping[str, bool]
    verbs: Mapping[str, bool]

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the page writes small."""
        return frozenset(word for text in self.texts for word in WORD.findall(text) if word.islower())

    @cached_property
    def capital(self) -> frozenset[str]:
        """The words that it writes with a capital inside a sentence."""
        return frozenset(word for text in self.texts for word in INNER.findall(text))

    def common(self, word: str) -> bool:
        """Whether a capitalised word is no name."""
        low = word.lower()
        if word in self.capital or word in _names():
            return False
        return low in self.small or any(self._known(low.removesuffix(end)) for end in ENDS)

    def _known(self, stem: str) -> bool:
        return stem in self.nouns or stem in self.verbs or f"{stem}e" in self.verbs


def as_sentence(title: str, casing: Casing) -> str:
    """A headline with small letters where a sentence has them; other titles as they are."""
    words = list(WORD.finditer(title))
    if len(words) < FEWEST or not _headline([word.group() for word in words]):
        return title
    letters = list(title)
    for word in words[1:]:
        text = word.group()
        if text[0].isupper() and not text.isupper() and casing.common(text.removesuffix("'s").removesuffix("’s")):
            letters[word.start()] = text[0].lower()
    return "".join(letters)


def _headline(words: Iterable[str]) -> bool:
    long = [word for word in words if len(word) >= LONG]
    high = sum(word[0].isupper() and not word.isupper() for word in long)
    return len(long) > 1 and high >= SHARE * len(long)


def _names() -> Mapping[str, object]:
    return world.words()
