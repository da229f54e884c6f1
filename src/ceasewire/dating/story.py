"""Pages that tell the same story: how alike they are by rare words, and where they date the same event."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ceasewire.codebook import table
from ceasewire.dating.evidence import WIDE_NOW, Evidence, Named
from ceasewire.dating.own import points
from ceasewire.model import Document
from ceasewire.reading.clock import resolve
from ceasewire.reading.timewords import key

WORD = re.compile(r"[^\W\d_][\w’'-]{2,40}")
SPREAD = 200  # a word on more pages than this tells nothing of a story
PAIRS = 5  # dated events compared a pair of pages
LEAST_EVENT = 0.2  # likeness of two sentences that may speak of one event
PROBE = "2020-06-17"  # any day in the middle of a month, to see how long a time is
SENTENCES = 40  # dated sentences looked at a page
LONG = 0.5  # weight of a long word beside a name
TITLE = 1.5  # weight of a word of the title
LEAST_WORDS = 8  # pages from which a word's rarity is reckoned, at the least


@dataclass(frozen=True)
class Kin:
    """Another page of the same story: its id, how alike it is (0 to 1), and pairs of times of the same event."""

    other: str
    likeness: float
    events: list[tuple[float, Named, Named]]


def kinship(documents: Sequence[Document], evidence: Mapping[str, Evidence]) -> dict[str, list[Kin]]:
    """For each page itself and its closest pages, likest first; the order of the pages does not matter."""
    words = {document.id: _terms(document) for document in documents}
    spread = Counter(word for each in words.values() for word in each)
    weight = _weights(spread, len(documents))
    size = {
        name: math.sqrt(sum((weight[w] * each[w]) ** 2 for w in sorted(each))) or 1.0 for name, each in words.items()
    }
    alike = _likeness(words, spread, weight)
    for name in words:
        alike[name][name] = size[name] ** 2
    texts = {document.id: document.text for document in documents}
    out = {}
    for name in words:
        rows = [(value / (size[name] * size[other]), other) for other, value in alike[name].items()]
        near = sorted(
            (row for row in rows if row[0] >= points("story")["least"]), key=lambda r: (-round(r[0], 9), r[1])
        )
        out[name] = [
            Kin(other, value, _events(name, other, evidence, texts, weight))
            for value, other in near[: int(points("story")["neighbours"]) + 1]
        ]
    return out


def _terms(document: Document) -> dict[str, float]:
    """Names of the text, its long words at half their weight, and the words of its title with more."""
    found: dict[str, float] = {}
    for roles, share in ((("body", "caption"), 1.0), (("title",), TITLE)):
        words = set(WORD.findall("\n".join(document.text[x.start : x.end] for x in document.lines if x.role in roles)))
        low = {word for word in words if word.islower()}
        for word in sorted(words):
            weight = share * (LONG if word in low else 1.0)
            if (len(word) >= 7 if word in low else word.lower() not in low) and stem(word) not in _calendar():
                found[stem(word)] = max(found.get(stem(word), 0.0), weight)
    return found


def _weights(spread: Mapping[str, int], pages: int) -> dict[str, float]:
    """How rare a word is: the logarithm of how many times fewer pages have it than there are."""
    total = max(pages, LEAST_WORDS) + 1
    return {word: math.log(total / (count + 0.5)) for word, count in spread.items()}


def _likeness(
    words: Mapping[str, Mapping[str, float]], spread: Mapping[str, int], weight: Mapping[str, float]
) -> dict[str, dict[str, float]]:
    """Sums of squared weights of the words that pages share."""
    pages: dict[str, list[str]] = defaultdict(list)
    for name in sorted(words):
        for word in words[name]:
            if 1 < spread[word] <= SPREAD:
                pages[word].append(name)
    alike: dict[str, dict[str, float]] = {name: defaultdict(float) for name in words}
    for word in sorted(pages):
        for name in pages[word]:
            for other in pages[word]:
                if name != other:
                    alike[name][other] += weight[word] ** 2 * words[name][word] * words[other][word]
    return alike


def _events(
    one: str, other: str, evidence: Mapping[str, Evidence], texts: Mapping[str, str], weight: Mapping[str, float]
) -> list[tuple[float, Named, Named]]:
    """Times of two pages that stand in sentences alike, likest first."""
    mine, theirs = (_sentences(evidence[name], texts[name], weight) for name in (one, other))
    rows = []
    for named, words, size in mine:
        for second, second_words, second_size in theirs:
            if one == other and named.sentence >= second.sentence:
                continue
            common = sum(weight.get(word, 1.0) for word in sorted(words & second_words))
            value = common / math.sqrt(size * second_size) * min(1.0, len(words & second_words) / 4)
            if value >= LEAST_EVENT and len(words & second_words) >= 3:
                rows.append((value, named, second))
    return _one_to_one(sorted(rows, key=lambda row: (-row[0], row[1].span, row[2].span)))[:PAIRS]


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


def _sentences(found: Evidence, text: str, weight: Mapping[str, float]) -> list[tuple[Named, frozenset[str], float]]:
    out = []
    for named in [named for named in found.all if _is_short(named)][:SENTENCES]:
        words = frozenset(stem(word) for word in WORD.findall(text[slice(*named.sentence)]) if len(word) >= 5)
        words -= _calendar()
        out.append((named, words, sum(weight.get(word, 1.0) for word in sorted(words)) or 1.0))
    return out


def _is_short(named: Named) -> bool:
    """Whether a time is a month at most, and not merely `now`."""
    interval = resolve(named.clock, PROBE)
    if interval is None or interval.start is None or interval.end is None:
        return False
    length = date.fromisoformat(interval.end[:10]) - date.fromisoformat(interval.start[:10])
    return length.days <= 31 and not key(named.span.text).startswith(WIDE_NOW)


def stem(word: str) -> str:
    """The first letters of a word, so that `rebel` and `rebels`, `Veldania` and `Veldanian` are one."""
    return word.lower()[:5]


@cache
def _calendar() -> frozenset[str]:
    rows = [*table("times")["months"], *table("times")["weekdays"]]
    return frozenset(stem(name) for row in rows for name in row)
