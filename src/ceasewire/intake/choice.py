"""Which lines of a web page are its story: what trafilatura keeps, checked against where lines stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ceasewire.intake.linear import Linear
from ceasewire.intake.marks import ended, strong, words

_WORD = re.compile(r"\w+")
_RUN = 4
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$")
_ASIDE = frozenset(("nav", "aside", "footer", "figure", "figcaption", "form", "button", "table", "ul", "ol"))
_FEW = 3
"""How many pulled quotations a story has at most; a list says more than that again."""


def chosen(lines: Sequence[Linear], text: str) -> set[int]:
    """The numbers of the lines that tell the story; `text` is what trafilatura finds."""
    kept = _kept(lines, text)
    kept |= _beside(lines, kept)
    kept |= _between(lines, kept)
    return kept - _links(lines, kept) - _again(lines, kept)


def _kept(lines: Sequence[Linear], text: str) -> set[int]:
    """Which lines trafilatura keeps: half of their runs of four words are left in its text, each run used once."""
    paragraphs = [_WORD.findall(paragraph) for paragraph in text.split("\n")]
    runs = Counter(run for paragraph in paragraphs for run in _runs(paragraph))
    kept: set[int] = set()
    for numbers in _rows(lines):
        own = Counter(_runs([word for number in numbers for word in _WORD.findall(lines[number].text)]))
        left = sum(min(count, runs[run]) for run, count in own.items())
        if left >= 0.5 * own.total():
            kept.update(numbers)
            runs.subtract(own)
    return kept


def _rows(lines: Sequence[Linear]) -> Iterator[list[int]]:
    """The numbers of lines, those of one table row together."""
    for _, group in groupby(enumerate(lines), key=lambda each: (each[1].row, 0 if each[1].row else each[0])):
        yield [number for number, _ in group]


def _runs(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    """Runs of four words; a shorter line is one run."""
    return [tuple(tokens[at : at + _RUN]) for at in range(max(1, len(tokens) - _RUN + 1))]


def _beside(lines: Sequence[Linear], kept: Iterable[int]) -> set[int]:
    """Full paragraphs that stand in the same place as three kept ones."""
    places = Counter(lines[number].place for number in kept if strong(lines[number].text))
    return {number for number, line in enumerate(lines) if places[line.place] >= 3 and strong(line.text)}


def _between(lines: Sequence[Linear], kept: set[int]) -> set[int]:
    """Sentences and quoted posts between kept paragraphs: in the place of two of them, or a quotation among them."""
    full = [number for number in sorted(kept) if strong(lines[number].text)]
    if len(full) < 2:
        return set()
    places = Counter(lines[number].place for number in full)
    among = ((number, lines[number]) for number in range(full[0], full[-1]))
    return {number for number, line in among if _quoted(line) or (_sentence(line) and places[line.place] >= 2)}


def _sentence(line: Linear) -> bool:
    return ended(line.text) and len(words(line.text)) >= 5 and line.linked < 0.5


def _quoted(line: Linear) -> bool:
    return "blockquote" in line.within and not line.within & _ASIDE


def _said(line: str, told: set[tuple[str, ...]], share: float) -> bool:
    runs = _runs(_WORD.findall(line))
    return sum(run in told for run in runs) >= share * len(runs)


def _links(lines: Sequence[Linear], kept: set[int]) -> set[int]:
    """Kept lines that are an address or nothing but a link, unless the story is a list of links."""
    links = {number for number in kept if _link(lines[number])}
    return links if len(links) <= 0.3 * len(kept) else set()


def _link(line: Linear) -> bool:
    linked = line.linked > 0.9 and len(words(line.text)) >= 5 and not ended(line.text)
    return linked or bool(_ADDRESS.match(line.text))


def _again(lines: Sequence[Linear], kept: set[int]) -> set[int]:
    """Kept lines that only say again what was said above: the story in one line, a few pulled quotations."""
    told: set[tuple[str, ...]] = set()
    found = set()
    for number in sorted(kept):
        text = lines[number].text
        if len(words(text)) >= 12 and _said(text, told, 0.8):
            found.add(number)
        told.update(_runs(_WORD.findall(text)))
    return {number for number in found if len(found) <= _FEW or len(words(lines[number].text)) >= 60}
