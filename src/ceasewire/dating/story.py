"""Pages that tell the same story: how alike they are by rare words, and where they date the same event."""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from sys import intern
from typing import NamedTuple

import numpy as np

from ceasewire.codebook import table
from ceasewire.dating.almanac import NONE, Almanac, Points
from ceasewire.dating.evidence import WIDE_NOW, Evidence, Named
from ceasewire.dating.own import points
from ceasewire.model import Document
from ceasewire.pile import Lookup
from ceasewire.reading.timewords import key

WORD = re.compile(r"[^\W\d_][\w’'-]{2,40}")
SPREAD = 200  # a word on more pages than this tells nothing of a story
PAIRS = 5  # dated events compared a pair of pages
LEAST_EVENT = 0.2  # likeness of two sentences that may speak of one event
MONTH = 31  # days: the longest time that may date an event
PROBE = np.array([date(2020, 6, 17).toordinal()])  # any day in the middle of a month, to see how long a time is
COMMON = 3  # rare words that two sentences of one event share at the least
SENTENCES = 40  # dated sentences looked at a page
AT_HAND = 10_000  # pages whose dated sentences stay in memory
LONG = 0.5  # weight of a long word beside a name
TITLE = 1.5  # weight of a word of the title
LEAST_WORDS = 8  # pages from which a word's rarity is reckoned, at the least


@dataclass(frozen=True, slots=True)
class Kin:
    """Another page of the same story: its id, how alike it is (0 to 1), and pairs of times of the same event."""

    other: str
    likeness: float
    events: list[tuple[float, Named, Named]]


def kinship(documents: Sequence[Document], evidence: Mapping[str, Evidence], wanted: Set[str]) -> dict[str, list[Kin]]:
    """For each wanted page itself and its closest pages, likest first; the order of the pages does not matter."""
    if not wanted:
        return {}
    index = _Index({document.id: _terms(document) for document in documents})
    places = {document.id: number for number, document in enumerate(documents)}
    texts = Lookup(places, lambda name: documents[places[name]].text)
    dated = _Dated(evidence, texts, index.weight)
    return {
        name: [Kin(other, value, dated.events(name, other)) for value, other in index.nearest(name)]
        for name in sorted(wanted)
    }


class Terms(NamedTuple):
    """The telling words of a page in their order, and how much each weighs there."""

    words: tuple[str, ...]
    shares: array[float]


class _Index:
    """The words of all pages, how rare each is, and the pages that it stands on."""

    def __init__(self, words: Mapping[str, Terms]) -> None:
        self.names = sorted(words)
        self._number = {name: number for number, name in enumerate(self.names)}
        spread = Counter(word for each in words.values() for word in each.words)
        self.weight = _weights(spread, len(words))
        self._words = words
        self._size = np.array([self._length(words[name]) for name in self.names])
        pages: dict[str, tuple[array[int], array[float]]] = {}
        for number, name in enumerate(self.names):
            for word, share in zip(*words[name], strict=True):
                if 1 < spread[word] <= SPREAD:
                    if (row := pages.get(word)) is None:
                        row = pages[word] = array("i"), array("d")
                    row[0].append(number)
                    row[1].append(share * self.weight[word] ** 2)
        self._pages = {word: (np.array(row[0]), np.array(row[1])) for word, row in pages.items()}

    def _length(self, words: Terms) -> float:
        return math.sqrt(sum((self.weight[word] * share) ** 2 for word, share in zip(*words, strict=True))) or 1.0

    def nearest(self, name: str) -> list[tuple[float, str]]:
        """The page itself and the pages most like it by the rare words that they share, likest first."""
        mine, me = self._words[name], self._number[name]
        rows = [(*self._pages[word], share) for word, share in zip(*mine, strict=True) if word in self._pages]
        shares = np.concatenate([share * values for _, values, share in rows] or [np.zeros(0)])
        where = np.concatenate([pages for pages, _, _ in rows] + [np.array([me])])
        others, places = np.unique(where, return_inverse=True)
        alike: Points = np.bincount(places[:-1], shares, minlength=len(others)) / (self._size[others] * self._size[me])
        alike = np.where(others == me, 1.0, np.round(alike, 9))
        near = np.flatnonzero(alike >= points("story")["least"])
        near = near[np.argsort(-alike[near], kind="stable")][: int(points("story")["neighbours"]) + 1]
        return [(float(alike[each]), self.names[others[each]]) for each in near]


def _terms(document: Document) -> Terms:
    """Names of the text, its long words at half their weight, and the words of its title with more."""
    found: dict[str, float] = {}
    for roles, share in ((("body", "caption"), 1.0), (("title",), TITLE)):
        words = set(WORD.findall("\n".join(document.text[x.start : x.end] for x in document.lines if x.role in roles)))
        low = {word for word in words if word.islower()}
        for word in sorted(words):
            weight, root = share * (LONG if word in low else 1.0), intern(stem(word))
            if (len(word) >= 7 if word in low else word.lower() not in low) and root not in _calendar():
                found[root] = max(found.get(root, 0.0), weight)
    roots = tuple(sorted(found))
    return Terms(roots, array("f", map(found.__getitem__, roots)))


def _weights(spread: Mapping[str, int], pages: int) -> dict[str, float]:
    """How rare a word is: the logarithm of how many times fewer pages have it than there are."""
    total = max(pages, LEAST_WORDS) + 1
    return {word: math.log(total / (count + 0.5)) for word, count in spread.items()}


class _Dated:
    """The dated sentences of pages, and which of two pages speak of one event."""

    def __init__(self, evidence: Mapping[str, Evidence], texts: Mapping[str, str], weight: Mapping[str, float]) -> None:
        self._weight, almanac = weight, Almanac()
        read = lru_cache(AT_HAND)(lambda name: _sentences(evidence[name], texts[name], weight, almanac))
        self._sentences = read
        self._places = lru_cache(AT_HAND)(lambda name: _places(read(name)))

    def events(self, one: str, other: str) -> list[tuple[float, Named, Named]]:
        """Times of two pages that stand in sentences alike, likest first."""
        mine, theirs, where = self._sentences(one), self._sentences(other), self._places(other)
        rows = []
        for first in mine:
            shared = Counter(number for word in first.words for number in where.get(word, ()))
            for number in sorted(number for number, count in shared.items() if count >= COMMON):
                second = theirs[number]
                if one == other and first.named.sentence >= second.named.sentence:
                    continue
                value = self._alike(first, second)
                if value >= LEAST_EVENT:
                    rows.append((value, first.named, second.named))
        return _one_to_one(sorted(rows, key=lambda row: (-row[0], row[1].span, row[2].span)))[:PAIRS]

    def _alike(self, one: _Sentence, two: _Sentence) -> float:
        words = one.words & two.words
        common = sum(self._weight.get(word, 1.0) for word in sorted(words))
        return common / math.sqrt(one.size * two.size) * min(1.0, len(words) / 4)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A time, the words of the sentence around it and their weight."""

    named: Named
    words: frozenset[str]
    size: float


def _one_to_one(rows: list[tuple[float, Named, Named]]) -> list[tuple[float, Named, Named]]:
    """Every time with the one that stands in the likest sentence, each once."""
    mine: set[int] = set()
    theirs: set[int] = set()
    out = []
    for row in rows:
        if row[1].span.start not in mine and row[2].span.start not in theirs:
            mine.add(row[1].span.start)
            theirs.add(row[2].span.start)
            out.append(row)
    return out


def _sentences(found: Evidence, text: str, weight: Mapping[str, float], almanac: Almanac) -> list[_Sentence]:
    out = []
    for named in [named for named in found.all if _is_short(named, almanac)][:SENTENCES]:
        words = frozenset(stem(word) for word in WORD.findall(text[slice(*named.sentence)]) if len(word) >= 5)
        words -= _calendar()
        out.append(_Sentence(named, words, sum(weight.get(word, 1.0) for word in sorted(words)) or 1.0))
    return out


def _places(sentences: Sequence[_Sentence]) -> dict[str, list[int]]:
    """The sentences in which a word stands, by number."""
    words: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for word in sentence.words:
            words[word].append(number)
    return dict(words)


def _is_short(named: Named, almanac: Almanac) -> bool:
    """Whether a time is a month at most, and not merely `now`."""
    first, last = almanac.over(named.clock, PROBE)
    short = first[0] != NONE[0] and last[0] - first[0] <= MONTH
    return bool(short) and not key(named.span.text).startswith(WIDE_NOW)


def stem(word: str) -> str:
    """The first letters of a word, so that `rebel` and `rebels`, `Veldania` and `Veldanian` are one."""
    return word.lower()[:5]


@cache
def _calendar() -> frozenset[str]:
    rows = [*table("times")["months"], *table("times")["weekdays"]]
    return frozenset(stem(name) for row in rows for name in row)
