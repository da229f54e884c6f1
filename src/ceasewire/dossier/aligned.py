"""Two texts side by side: what the later one kept of the earlier, cut, added and altered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ceasewire.model import Document, Link, Span

MOST = 4_000  # words compared on either side
ALTERED = 25  # words; longer runs are not another wording of one thing
AROUND = 100  # characters beyond the words in common that an excerpt is compared with
KINDS = {"equal": "kept", "insert": "added", "delete": "cut", "replace": "altered"}
WORD = re.compile(r"\S+")
MARKS = re.compile(r"^\W+|\W+$")

Code = tuple[str, int, int, int, int]


@dataclass(frozen=True)
class Pair:
    """A run of both texts. `how` is `kept`, `cut`, `added` or `altered`."""

    how: str
    earlier: str
    later: str


@dataclass(frozen=True)
class Word:
    """A word, where it begins, and the number of its line."""

    start: int
    text: str
    line: int

    @property
    def key(self) -> str:
        """What is compared: the word without marks around it."""
        return MARKS.sub("", self.text) or self.text


def aligned(link: Link, documents: dict[str, Document]) -> list[Pair]:
    """The runs of a link between two pages of the collection, in the order of the texts."""
    giver, taker = documents[str(link.of_doc)], documents[link.doc]
    old = _words(giver, _stretch(giver, link.of_spans, link.of_span))
    new = _words(taker, _stretch(taker, link.spans, link.span))
    matcher = SequenceMatcher(None, [w.key for w in old], [w.key for w in new], autojunk=len(old) > 1500)
    return [Pair(KINDS[how], _text(old[a:b]), _text(new[c:d])) for how, a, b, c, d in _runs(matcher.get_opcodes())]


def _stretch(document: Document, spans: Sequence[Span], hull: Span | None) -> tuple[int, int]:
    """What is compared: all of the body where the whole text was taken, else the words in common with some context."""
    body = [line for line in document.lines if line.role in ("body", "title", "byline", "credit")]
    low, high = (body[0].start, body[-1].end) if body else (0, len(document.text))
    if hull is None or not spans:
        return low, high
    return max(low, min(s.start for s in spans) - AROUND), min(high, max(s.end for s in spans) + AROUND)


def _words(document: Document, stretch: tuple[int, int]) -> list[Word]:
    """The words of a stretch; those of furniture are left out. A giant of a word is compared by its beginning alone."""
    found: list[Word] = []
    for number, line in enumerate(document.lines):
        low, high = max(line.start, stretch[0]), min(line.end, stretch[1])
        if line.role != "furniture" and low < high and len(found) < MOST:
            found += [Word(hit.start(), hit.group()[:200], number) for hit in WORD.finditer(document.text, low, high)]
    return found[:MOST]


def _runs(codes: Sequence[Code]) -> Iterator[Code]:
    """The runs; long ones that have nothing in common are cut and added, not altered."""
    for how, a, b, c, d in _joined(codes):
        if how == "replace" and max(b - a, d - c) > ALTERED:
            yield "delete", a, b, c, c
            yield "insert", b, b, c, d
        else:
            yield how, a, b, c, d


def _joined(codes: Sequence[Code]) -> Iterator[Code]:
    """The runs, one or two words kept between altered ones counted with them."""
    held: Code | None = None
    for code in codes:
        small = code[0] == "equal" and code[2] - code[1] < 3
        if held and held[0] != "equal" and (small or code[0] != "equal"):
            held = ("replace", held[1], code[2], held[3], code[4])
        else:
            if held:
                yield held
            held = code
    if held:
        yield held


def _text(words: Sequence[Word]) -> str:
    """The words on their lines."""
    parts = []
    for before, word in zip([None, *words], words, strict=False):
        parts.append("" if before is None else " " if before.line == word.line else "\n")
        parts.append(word.text)
    return "".join(parts)
