"""Reads pages through the cache: what was read before is not read again, and an interrupted build resumes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from ceasewire.model import Document, Reading
from ceasewire.pile import Lookup, Room, View
from ceasewire.reading.together import sheaves
from ceasewire.record.cache import Cache
from ceasewire.record.crew import Answer, Crew
from ceasewire.record.desk import Desk
from ceasewire.record.errors import RecordError
from ceasewire.record.fingerprint import page_key

BATCH = 50_000  # characters read between two commits of the cache: about two seconds of work
SHEAF = 200_000  # characters of pages that are read together: their syntax trees take about a hundred megabytes
FEW = 150_000  # characters below which one process reads sooner than several could be started

Watch = Callable[[int, int], None]


class Hands(Protocol):
    """Whoever reads sheaves of pages: a crew of processes, or an engine."""

    def read(self, sheaves: Iterable[list[Document]]) -> Iterator[Answer]:
        """Every page with its reading or the reason why there is none, as they come."""


class Reader:
    """Reads documents with a pipeline, in up to `jobs` processes. `anew` counts the pages that were not in the cache.

    `hands` are an engine's, where it reads; where they are `modest`, only what several processes would read, and what
    they leave when they give up is read by processes of its own. The result depends neither on them nor on the number
    of processes. `room` is where readings wait, memory unless told.
    """

    def __init__(
        self,
        pipeline: str,
        cache: Cache | None = None,
        watch: Watch | None = None,
        jobs: int = 1,
        hands: Hands | None = None,
        room: Room | None = None,
        *,
        modest: bool = False,
    ) -> None:
        self.pipeline = pipeline
        self._hands = hands
        self._modest = modest
        self.jobs = jobs
        self.anew = 0
        self._cache = cache
        self._watch = watch or (lambda done, total: None)
        self._room = room or Room()
        self._fresh: dict[str, Reading] = {}
        self._size = 0

    def __call__(self, documents: Sequence[Document]) -> Mapping[str, Reading | str]:
        """The reading of each document by its id, or the reason why it could not be read."""
        keys: dict[str, str] = {}
        found, pending = Found(self._room), dict[str, int]()
        for number, document in enumerate(documents):
            key = keys[document.id] = page_key(document, self.pipeline)
            if key not in found and key not in pending:
                if kept := self._cache.get(key) if self._cache else None:
                    found[key] = kept
                else:
                    pending[key] = number
        self._watch(len(found), len(keys))
        self._read(View(list(pending.values()), documents.__getitem__), keys, found)
        self._watch(len(keys), len(keys))
        return Lookup(keys, lambda doc: found[keys[doc]])

    def _read(self, pending: Sequence[Document], keys: Mapping[str, str], found: Found) -> None:
        """Read what the cache does not have, and keep it there."""
        try:
            for document, answer in self._answers(pending):
                self.anew += 1
                found[keys[document.id]] = answer
                self._put(keys[document.id], answer, len(document.text))
                self._watch(len(found), len(keys))
        finally:
            self._keep()

    def _answers(self, pending: Sequence[Document]) -> Iterator[Answer]:
        size = sum(len(document.text) for document in pending)
        share = max(BATCH, min(SHEAF, size // (4 * self.jobs)))
        several = self.jobs > 1 and size >= FEW
        if self._hands and not self._modest:
            yield from self._hands.read(sheaves(pending, share))
        elif several:
            left = yield from self._helped(pending, share)
            yield from Crew(self.pipeline, self.jobs).read(sheaves(left, share))
        else:
            desk = Desk(self.pipeline)
            for sheaf in sheaves(pending, SHEAF):
                yield from desk.read(sheaf)

    def _helped(self, pending: Sequence[Document], share: int) -> Generator[Answer, None, Sequence[Document]]:
        """What the engine reads, where there is one; gives the pages that it leaves."""
        done: set[str] = set()
        try:
            for document, answer in self._hands.read(sheaves(pending, share)) if self._hands else ():
                done.add(document.id)
                yield document, answer
        except RecordError:
            pass  # its own processes tell what is wrong, if anything is
        left = [number for number, document in enumerate(pending) if document.id not in done]
        return View(left, pending.__getitem__)

    def _put(self, key: str, answer: Reading | str, size: int) -> None:
        if isinstance(answer, Reading):
            self._fresh[key] = answer
            self._size += size
            if self._size >= BATCH:
                self._keep()

    def _keep(self) -> None:
        if self._cache and self._fresh:
            self._cache.put(self._fresh)
        self._fresh, self._size = {}, 0


class Found:
    """Readings, and the reasons why there are none, by the key of the page."""

    def __init__(self, room: Room) -> None:
        self._readings = room.drawer(Reading)
        self._reasons: dict[str, str] = {}

    def __setitem__(self, key: str, answer: Reading | str) -> None:
        if isinstance(answer, Reading):
            self._readings[key] = answer
        else:
            self._reasons[key] = answer

    def __getitem__(self, key: str) -> Reading | str:
        return self._reasons[key] if key in self._reasons else self._readings[key]

    def __contains__(self, key: str) -> bool:
        return key in self._readings or key in self._reasons

    def __len__(self) -> int:
        return len(self._readings) + len(self._reasons)
