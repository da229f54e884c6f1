"""Where a page names an outlet as the ground of what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from ceasewire.codebook import table
from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.lineage.credits import fold
from ceasewire.lineage.index import among
from ceasewire.lineage.words import WORD, Flags, Ints, Numbers, Text, numbers
from ceasewire.model import Span

AROUND = 120
LAST_BITS = (1 << 16) - 1
SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Sen|Rep|Gov|Prof|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])$"
)
FARTHEST = 1000
STOP = re.compile(r"[.!?]['\"’”)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n")
ARTICLE = re.compile(r"^[Tt]he\s+")


@dataclass(frozen=True)
class Cite:
    """An outlet named beside words of reporting: its folded name, the name with those words, the sentence."""

    key: str
    name: str
    frame: Span
    sentence: Span


@dataclass(frozen=True)
class Name:
    """A name without its article, in word numbers and as printed; `common` if it is also a common word."""

    ids: list[int]
    printed: str
    common: bool


@dataclass(frozen=True)
class Names:
    """Names of outlets by their first word, longest first, and the last words of mastheads, all as word numbers.

    `alone` are the words that a large letter makes a name or the end of one, `double` the first two words of longer
    names as one number, `small` those that are a name with a small letter, all sorted. `near` has True for the last
    16 bits of each word that may begin any of these. `longest` are the words of the longest name.
    """

    by_first: dict[int, list[Name]]
    tails: frozenset[int]
    alone: Numbers
    double: Ints
    small: Numbers
    near: Flags
    longest: int

    @classmethod
    def of(cls, names: Mapping[str, bool]) -> Names:
        """The names; each says if it is also a common word."""
        by_first: dict[int, list[Name]] = {}
        tails = table("credits")["masthead"]["tails"]
        cut = {printed: WORD.findall(ARTICLE.sub("", printed).lower()) for printed in names}
        known = sorted({*tails, *(word for words in cut.values() for word in words)})
        ids = dict(zip(known, numbers(known), strict=True))
        for printed in sorted(names, key=lambda name: (-len(name), name)):
            if words := [ids[word] for word in cut[printed]]:
                by_first.setdefault(words[0], []).append(Name(words, ARTICLE.sub("", printed), names[printed]))
        ends = frozenset(ids[word] for word in tails)
        all_ = [name for same in by_first.values() for name in same]
        single = [name for name in all_ if len(name.ids) == 1]
        small = sorted({name.ids[0] for name in single if not name.printed[0].isupper()})
        alone = sorted({*ends, *(name.ids[0] for name in single if name.printed[0].isupper())})
        double = [_two(name.ids[0], name.ids[1]) for name in all_ if len(name.ids) > 1]
        near = np.zeros(1 << 16, dtype=np.bool_)
        near[np.array([*ends, *by_first], dtype=np.int64) & LAST_BITS] = True
        seen = np.array(alone, dtype=np.int32), np.array(sorted(set(double)), dtype=np.int64)
        longest = max((len(name.ids) for name in all_), default=0)
        return cls(by_first, ends, *seen, np.array(small, dtype=np.int32), near, longest)


def _two(first: int, second: int) -> int:
    """Two word numbers as one."""
    return (first << 32) + second


def places(texts: Sequence[Text], names: Names) -> list[list[int]]:
    """The words of each page where a name may begin or end: large ones, as far as the name has them."""
    ids = np.concatenate([text.ids for text in texts])
    large = np.frombuffer(b"".join(text.capital for text in texts), dtype=np.bool_)
    rows = np.flatnonzero(names.near.take(ids & LAST_BITS))
    after = ids[np.minimum(rows + 1, len(ids) - 1)]
    two = (ids[rows].astype(np.int64) << 32) + after
    single = np.where(large[rows], among(ids[rows], names.alone), among(ids[rows], names.small))
    rows = rows[single | among(two, names.double)]
    bases = np.cumsum([0, *(len(text) for text in texts)])
    edges, found = np.searchsorted(rows, bases).tolist(), rows.tolist()
    return [
        [row - base for row in found[first:last]]
        for base, first, last in zip(bases.tolist(), edges, edges[1:], strict=False)
    ]


def cites(text: Text, names: Names, found: Sequence[int] | None = None) -> list[Cite]:
    """The outlets that the body names as its grounds, in the order of the text; its own short name is none.

    `found` are the page's `places`, where they are known.
    """
    found = places([text], names)[0] if found is None else found
    if not found:
        return []
    own = [name for name in (text.document.outlet, text.document.origin) if name]
    all_ = _cites(text, names, found)
    return [cite for cite in all_ if not any(name.endswith(" " + _bare(cite.name)) for name in own)]


def _bare(name: str) -> str:
    return ARTICLE.sub("", name)


def _cites(text: Text, names: Names, places: Sequence[int]) -> list[Cite]:
    found: list[Cite] = []
    done = 0
    short: dict[int, str] = {}
    for place in places:
        if place < done:
            continue
        ids = text.ids[place : place + names.longest].tolist()
        if hit := _named(text, ids, place, names) or _short(text, ids[0], place, short):
            first, end, name = hit
            if cite := _framed(text, first, end, name):
                found.append(cite)
            short.setdefault(ids[end - 1 - place], name)
            done = end
    return found


def _short(text: Text, word: int, place: int, known: Mapping[int, str]) -> tuple[int, int, str] | None:
    """`the Courier`, once the page has named the Orlen Courier."""
    name = known.get(word)
    if name is None or not _joined(text, place) or not text.capital[place]:
        return None
    return (place, place + 1, name) if _printed(text, place - 1, place).lower() == "the" else None


def _named(text: Text, ids: Sequence[int], place: int, names: Names) -> tuple[int, int, str] | None:
    """The name that begins at a word, or the masthead-like name that ends there: first word, end, name.

    `ids` are the words from there on.
    """
    longer = _masthead(text, place) if ids[0] in names.tails and text.capital[place] else None
    for name in () if longer else names.by_first.get(ids[0], ()):
        end = place + len(name.ids)
        if ids[: len(name.ids)] == name.ids and _printed(text, place, end) == name.printed:
            return None if name.common and not _article(text, place) else (place, end, official(name.printed))
    return longer


def _printed(text: Text, place: int, end: int) -> str:
    return text.document.text[text.starts[place] : text.ends[end - 1]].replace("’", "'")


def _article(text: Text, place: int) -> bool:
    """Whether the word before is an article or says what kind of outlet it is."""
    if place == 0:
        return False
    return _word(text, place - 1).lower() in _frames().describing


@cache
def official(name: str) -> str:
    """The name as its publisher writes it, where the codebook lists it."""
    known = outlet_by_name(name)
    return known.name if known else name


def _masthead(text: Text, place: int) -> tuple[int, int, str] | None:
    """An unlisted name of two to five capitalised words that ends like a masthead, its article left out."""
    first = place
    while place - first < 4 and _joined(text, first) and text.capital[first - 1]:
        if _printed(text, first - 1, first).lower() == "the":
            break
        first -= 1
    return (first, place + 1, official(_printed(text, first, place + 1))) if first < place else None


def _joined(text: Text, place: int) -> bool:
    """Whether one space alone parts a word from the one before."""
    return place > 0 and bool(text.starts[place] - text.ends[place - 1] == 1)


Phrases = Mapping[str, Sequence[Sequence[str]]]


@dataclass(frozen=True)
class _Frames:
    """The words of reporting: phrases before a name, turned around, and after it, by first word; words to skip."""

    before: Phrases
    after: Phrases
    relative: Phrases
    describing: frozenset[str]
    passing: frozenset[str]


@cache
def _frames() -> _Frames:
    rows = table("credits")["cite"]
    return _Frames(
        _by_first(phrase.split()[::-1] for phrase in rows["before"]),
        _by_first(phrase.split() for phrase in rows["after"]),
        _by_first(phrase.split() for phrase in rows["relative"]),
        frozenset(rows["describing"]),
        frozenset(rows["passing"]),
    )


def _by_first(phrases: Iterable[list[str]]) -> Phrases:
    """Phrases by their first word, in their order."""
    found: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _framed(text: Text, first: int, end: int, name: str) -> Cite | None:
    """The name as a cite, if words of reporting stand beside it in the same sentence."""
    source, start, stop = text.document.text, int(text.starts[first]), int(text.ends[end - 1])
    frames = _frames()
    ahead = _match(text, first - 1, -1, frames.before, frames.describing)
    if ahead is not None and not _list_inside(source, start, stop):
        begin, sentence = int(text.starts[ahead]), _sentence(source, start, stop)
        if begin >= sentence.start:
            return Cite(fold(name), name, _cut(source, begin, stop), sentence)
    behind = _match(text, end, 1, frames.after, frames.passing)
    behind = _relative(text, end, frames.relative) if behind is None else behind
    if behind is not None:
        finish, sentence = int(text.ends[behind]), _sentence(source, start, stop)
        if finish <= sentence.end:
            return Cite(fold(name), name, _cut(source, start, finish), sentence)
    return None


def _list_inside(source: str, start: int, stop: int) -> bool:
    """Whether the name stands in an address or a longer compound (`Herald reporter`, `Times Square`)."""
    return source[stop : stop + 1] in ("-", "/", "@") or source[max(0, start - 1) : start] in ("-", "/", "@", ".")


def _match(text: Text, place: int, step: int, phrases: Phrases, skipped: frozenset[str]) -> int | None:
    """The last word of the phrase that goes on from a word, after up to five words that may be skipped.

    Words ahead of a name (`step` -1) are skipped also if they begin large.
    """
    for at in range(place, place + 6 * step, step):
        if not 0 <= at < len(text):
            return None
        small = _word(text, at).lower()
        if small in phrases and (reach := _phrase(text, at, step, phrases[small])) is not None:
            return reach
        if small not in skipped and not (step < 0 and text.capital[at]):
            return None
    return None


def _phrase(text: Text, place: int, step: int, phrases: Sequence[Sequence[str]]) -> int | None:
    """The last word of the first of the phrases that goes on from a word."""
    for phrase in phrases:
        last = place + step * (len(phrase) - 1)
        if 0 <= last < len(text):
            words = (_word(text, at).lower() for at in range(place, last + step, step))
            if all(word == wanted for word, wanted in zip(words, phrase, strict=True)):
                return last
    return None


def _relative(text: Text, place: int, phrases: Phrases) -> int | None:
    """The last word of a relative clause of reporting, after up to eight words of description."""
    start = int(text.ends[place - 1])
    if not any(word in text.document.text[start : start + AROUND] for word in phrases):
        return None
    for at in range(place, min(place + 9, len(text))):
        if (word := _word(text, at)) in phrases and (reach := _phrase(text, at, 1, phrases[word])) is not None:
            return reach
    return None


def _word(text: Text, place: int) -> str:
    return text.document.text[text.starts[place] : text.ends[place]]


def _cut(source: str, start: int, end: int) -> Span:
    return Span(start, end, source[start:end])


def _sentence(source: str, start: int, end: int) -> Span:
    """The sentence around a stretch, as far as a full stop or a line end shows it."""
    begin = max(source.rfind("\n", 0, start) + 1, start - FARTHEST)
    before = (stop for stop in STOP.finditer(source, begin, start + 1) if stop.end() <= start)
    stops = [stop.end() for stop in before if not _abbreviated(source, stop.start())]
    limit = min(len(source), end + FARTHEST)
    ends = (stop for stop in STOP.finditer(source, end, limit) if not _abbreviated(source, stop.start()))
    after = next(ends, None)
    finish = after.start() + len(after.group().rstrip()) if after else limit
    return _cut(source, stops[-1] if stops else begin, finish)


def _abbreviated(source: str, dot: int) -> bool:
    """Whether a dot ends an abbreviation or an initial and not a sentence."""
    return source[dot] == "." and SHORT.search(source, max(0, dot - 8), dot) is not None
