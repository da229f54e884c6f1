"""Pages that have text in common, read together: what they share is read once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from ceasewire.model import Document, Reading
from ceasewire.reading.trees import Parser, Trees
from ceasewire.reading.twins import carried, shape

Read = Callable[[Document, Parser], Reading]

TELLING = 40  # characters of a body line from which on it shows that two pages have text in common


class Together:
    """Reads pages one after another; trees and readings are kept for the pages that follow.

    A reading is the same as that of the page by itself. Memory grows with the text: use one for each sheaf.
    """

    def __init__(self, read: Read, parser: Parser) -> None:
        self._read = read
        self._trees = Trees(parser)
        self._known: dict[str, tuple[Document, Reading]] = {}

    def read(self, document: Document) -> Reading:
        """The reading of a page, carried over from a page of the same words or made anew."""
        key = shape(document)
        if key in self._known:
            source, reading = self._known[key]
            if moved := carried(reading, source, document):
                return moved
        reading = self._read(document, self._trees)
        self._known[key] = document, reading
        return reading


def sheaves(documents: Sequence[Document], size: int) -> Iterator[list[Document]]:
    """The pages in sheaves of about `size` characters, those with a body line in common together as far as it goes."""
    families, sizes = _families(documents)
    sheaf: list[Document] = []
    held = 0
    for family in families:
        rest = sum(sizes[number] for number in family)
        for number in family:
            if sheaf and held + min(rest, size) > size:
                yield sheaf
                sheaf, held = [], 0
            sheaf.append(documents[number])
            held += sizes[number]
            rest = 0
    if sheaf:
        yield sheaf


def _families(documents: Sequence[Document]) -> tuple[list[list[int]], list[int]]:
    """Pages joined by common body lines, in the order of their first; within a family by their longest line.

    Pages go by their numbers; how long each is stands beside.
    """
    leader, sizes = list(range(len(documents))), list[int]()
    first: dict[bytes, int] = {}
    longest: list[bytes] = []
    for number, document in enumerate(documents):
        lines = [document.text[line.start : line.end].strip() for line in document.lines if line.role == "body"]
        longest.append(_mark(max(lines, key=len, default="")))
        sizes.append(len(document.text))
        for line in lines:
            if len(line) >= TELLING:
                one, other = _find(leader, first.setdefault(_mark(line), number)), _find(leader, number)
                leader[max(one, other)] = min(one, other)
    families: dict[int, list[int]] = defaultdict(list)
    for number in range(len(documents)):
        families[_find(leader, number)].append(number)
    return [sorted(family, key=lambda n: (longest[n], n)) for _, family in sorted(families.items())], sizes


def _mark(line: str) -> bytes:
    """What stands for a line, shorter than most."""
    return hashlib.blake2b(line.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def _find(leader: list[int], place: int) -> int:
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place
