"""Where a page names an outlet as the ground of what it tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from ceasewire.codebook import table
from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.lineage.credits import fold
from ceasewire.lineage.words import WORD, Flags, Numbers, Text, numbers
from ceasewire.model import Span

AROUND = 120
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

    ids: tuple[int, ...]
    printed: str
    common: bool


@dataclass(frozen=True)
class Names:
    """Names of outlets by their first word, longest first, and the last words of mastheads, all as word numbers.

    `wanted` are the words that either begin with or end in, sorted; `small` those that begin a name and a small letter.
    """

    by_first: dict[int, list[Name]]
    tails: frozenset[int]
    wanted: Numbers
    small: Numbers

    @classmethod
    def of(cls, names: Mapping[str, bool]) -> Names:
        """The names; each says if it is also a common word."""
        by_first: dict[int, list[Name]] = {}
        tails = table("credits")["masthead"]["tails"]
        cut = {printed: WORD.findall(ARTICLE.sub("", printed).lower()) for printed in names}
        known = sorted({*tails, *(word for words in cut.values() for word in words)})
        ids = dict(zip(known, numbers(known), strict=True))
        for printed in sorted(names, key=lambda name: (-len(name), name)):
            if words := tuple(ids[word] for word in cut[printed]):
                by_first.setdefault(words[0], []).append(Name(words, ARTICLE.sub("", printed), names[printed]))
        ends = frozenset(ids[word] for word in tails)
        small = sorted({name.ids[0] for same in by_first.values() for name in same if not name.printed[0].isupper()})
        wanted = np.array(sorted(by_first.keys() | ends), dtype=np.int32)
        return cls(by_first, ends, wanted, np.array(small, dtype=np.int32))

    def places(self, text: Text) -> list[int]:
        """The words of a page where a name may begin or end: large ones, as far as the name has them."""
        large = np.flatnonzero(np.frombuffer(text.capital, dtype=np.bool_))
        found = large[_among(text.ids[large], self.wanted)]
        if len(self.small):
            found = np.union1d(found, np.flatnonzero(_among(text.ids, self.small)))
        places: list[int] = found.tolist()
        return places


def _among(ids: Numbers, wanted: Numbers) -> Flags:
    """Which numbers are among the sorted ones."""
    at = np.minimum(np.searchsorted(wanted, ids), max(0, len(wanted) - 1))
    found: Flags = wanted[at] == ids if len(wanted) else np.zeros(len(ids), dtype=np.bool_)
    return found


def cites(text: Text, names: Names) -> list[Cite]:
    """The outlets that the body names as its grounds, in the order of the text; its own short name is none."""
    own = [name for name in (text.document.outlet, text.document.origin) if name]
    return [cite for cite in _cites(text, names) if not any(name.endswith(" " + _bare(cite.name)) for name in own)]


def _bare(name: str) -> str:
    return ARTICLE.sub("", name)


def _cites(text: Text, names: Names) -> list[Cite]:
    found: list[Cite] = []
    done = 0
    short: dict[int, str] = {}
    for place in names.places(text):
        if place >= done and (hit := _named(text, place, names) or _short(text, place, short)):
            first, end, name = hit
            if cite := _framed(text, first, end, name):
                found.append(cite)
            short.setdefault(int(text.ids[end - 1]), name)
            done = end
    return found


def _short(text: Text, place: int, known: Mapping[int, str]) -> tuple[int, int, str] | None:
    """`the Courier`, once the page has named the Orlen Courier."""
    name = known.get(int(text.ids[place]))
    if name is None or not _joined(text, place) or not _capital(text, place):
        return None
    return (place, place + 1, name) if _printed(text, place - 1, place).lower() == "the" else None


def _named(text: Text, place: int, names: Names) -> tuple[int, int, str] | None:
    """The name that begins at a word, or the masthead-like name that ends there: first word, end, name."""
    longer = _masthead(text, place) if int(text.ids[place]) in names.tails and _capital(text, place) else None
    for name in () if longer else names.by_first.get(int(text.ids[place]), ()):
        end = place + len(name.ids)
        if tuple(text.ids[place:end].tolist()) == name.ids and _printed(text, place, end) == name.printed:
            return None if name.common and not _article(text, place) else (place, end, official(name.printed))
    return longer


def _printed(text: Text, place: int, end: int) -> str:
    return text.document.text[text.starts[place] : text.ends[end - 1]].replace("’", "'")


def _article(text: Text, place: int) -> bool:
    """Whether the word before is an article or says what kind of outlet it is."""
    if place == 0:
        return False
    word = text.document.text[text.starts[place - 1] : text.ends[place - 1]].lower()
    return word in _frames()[2]


def official(name: str) -> str:
    """The name as its publisher writes it, where the codebook lists it."""
    known = outlet_by_name(name)
    return known.name if known else name


def _masthead(text: Text, place: int) -> tuple[int, int, str] | None:
    """An unlisted name of two to five capitalised words that ends like a masthead, its article left out."""
    first = place
    while place - first < 4 and _joined(text, first) and _capital(text, first - 1):
        if _printed(text, first - 1, first).lower() == "the":
            break
        first -= 1
    return (first, place + 1, official(_printed(text, first, place + 1))) if first < place else None


def _joined(text: Text, place: int) -> bool:
    """Whether one space alone parts a word from the one before."""
    return place > 0 and bool(text.starts[place] - text.ends[place - 1] == 1)


def _capital(text: Text, place: int) -> bool:
    return text.document.text[text.starts[place]].isupper()


@cache
def _frames() -> tuple[list[list[str]], list[list[str]], frozenset[str], frozenset[str]]:
    rows = table("credits")["cite"]
    before = [phrase.split()[::-1] for phrase in rows["before"]]
    return (
        before,
        [phrase.split() for phrase in rows["after"]],
        frozenset(rows["describing"]),
        frozenset(rows["passing"]),
    )


def _framed(text: Text, first: int, end: int, name: str) -> Cite | None:
    """The name as a cite, if words of reporting stand beside it in the same sentence."""
    source, start, stop = text.document.text, int(text.starts[first]), int(text.ends[end - 1])
    sentence = _sentence(source, start, stop)
    before, after, describing, passing = _frames()
    ahead = list(WORD.finditer(source, max(sentence.start, start - AROUND), start))[::-1]
    behind = list(WORD.finditer(source, stop, min(sentence.end, stop + AROUND)))
    if not _list_inside(source, start, stop) and (reach := _match(ahead, before, describing, capitals=True)):
        return Cite(fold(name), name, _cut(source, reach.start(), stop), sentence)
    if reach := _match(behind, after, passing, capitals=False) or _relative(behind):
        return Cite(fold(name), name, _cut(source, start, reach.end()), sentence)
    return None


def _list_inside(source: str, start: int, stop: int) -> bool:
    """Whether the name stands in an address or a longer compound (`Herald reporter`, `Times Square`)."""
    return source[stop : stop + 1] in ("-", "/", "@") or source[max(0, start - 1) : start] in ("-", "/", "@", ".")


def _match(
    words: Sequence[re.Match[str]], phrases: list[list[str]], skipped: frozenset[str], capitals: bool
) -> re.Match[str] | None:
    """The last word of the phrase that the words begin with, after words that may be skipped."""
    for skip in range(min(6, len(words))):
        rest = [match.group().lower() for match in words[skip : skip + 6]]
        for phrase in phrases:
            if rest[: len(phrase)] == phrase:
                return words[skip + len(phrase) - 1]
        word = words[skip].group()
        if word.lower() not in skipped and not (capitals and word[0].isupper()):
            return None
    return None


def _relative(words: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The last word of a relative clause of reporting, after up to eight words of description."""
    plain = [match.group().lower() for match in words[:12]]
    for phrase in table("credits")["cite"]["relative"]:
        parts = phrase.split()
        for at in range(min(9, len(plain))):
            if plain[at : at + len(parts)] == parts:
                return words[at + len(parts) - 1]
    return None


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
