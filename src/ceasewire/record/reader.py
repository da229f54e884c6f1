"""Reads pages through the cache: what was read before is not read again, and an interrupted build resumes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from ceasewire.model import Document, Reading
from ceasewire.reading.together import sheaves
from ceasewire.record.cache import Cache
from ceasewire.record.crew import Answer, Crew
from ceasewire.record.desk import Desk
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

    `hands` are an engine's, where it reads. The result depends neither on them nor on the number of processes.
    """

    def __init__(
        self,
        pipeline: str,
        cache: Cache | None = None,
        watch: Watch | None = None,
        jobs: int = 1,
        hands: Hands | None = None,
    ) -> None:
        self.pipeline = pipeline
        self._hands = hands
        self.jobs = jobs
        self.anew = 0
        self._cache = cache
        self._watch = watch or (lambda done, total: None)
        self._fresh: dict[str, Reading] = {}
        self._size = 0

    def __call__(self, documents: Sequence[Document]) -> dict[str, Reading | str]:
        """The reading of each document by its id, or the reason why it could not be read."""
        keys = {document.id: page_key(document, self.pipeline) for document in documents}
        known: dict[str, Reading | str] = {}
        pending: dict[str, Document] = {}
        for document in documents:
            key = keys[document.id]
            if key in known or key in pending:
                continue
            if kept := self._cache.get(key) if self._cache else None:
                known[key] = kept
            else:
                pending[key] = document
        self._watch(len(known), len(keys))
        known |= self._read(list(pending.values()), keys, len(known))
        self._watch(len(keys), len(keys))
        return {document.id: known[keys[document.id]] for document in documents}

    def _read(self, pending: list[Document], keys: dict[str, str], done: int) -> dict[str, Reading | str]:
        """Read what the cache does not have, and keep it there; by key."""
        found: dict[str, Reading | str] = {}
        try:
            for document, answer in self._answers(pending):
                self.anew += 1
                found[keys[document.id]] = answer
                self._put(keys[document.id], answer, len(document.text))
                self._watch(done + len(found), len(keys))
        finally:
            self._keep()
        return found

    def _answers(self, pending: list[Document]) -> Iterator[Answer]:
        size = sum(len(document.text) for document in pending)
        hands = self._hands or (Crew(self.pipeline, self.jobs) if self.jobs > 1 and size >= FEW else None)
        if hands:
            share = max(BATCH, min(SHEAF, size // (4 * self.jobs)))
            yield from hands.read(sheaves(pending, share))
        else:
            desk = Desk(self.pipeline)
            for sheaf in sheaves(pending, SHEAF):
                yield from desk.read(sheaf)

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
