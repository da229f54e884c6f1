"""Reads pages through the cache: what was read before is not read again, and an interrupted build resumes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ceasewire.model import Document, Reading
from ceasewire.reading import pipeline, read
from ceasewire.record.cache import Cache
from ceasewire.record.errors import RecordError
from ceasewire.record.fingerprint import page_key

if TYPE_CHECKING:
    from spacy.language import Language

BATCH = 50_000  # characters read between two commits of the cache: about two seconds of work

Watch = Callable[[int, int], None]


class Reader:
    """Reads documents with a pipeline. `anew` counts the pages that were not in the cache."""

    def __init__(self, pipeline: str, cache: Cache | None = None, watch: Watch | None = None) -> None:
        self.pipeline = pipeline
        self.anew = 0
        self._cache = cache
        self._watch = watch or (lambda done, total: None)
        self._fresh: dict[str, Reading] = {}
        self._size = 0

    def __call__(self, documents: Sequence[Document]) -> dict[str, Reading | str]:
        """The reading of each document by its id, or the reason why it could not be read."""
        found: dict[str, Reading | str] = {}
        try:
            for done, document in enumerate(documents):
                self._watch(done, len(documents))
                found[document.id] = self._reading(document)
        finally:
            self._keep()
        self._watch(len(documents), len(documents))
        return found

    def _reading(self, document: Document) -> Reading | str:
        key = page_key(document, self.pipeline)
        known = self._fresh.get(key) or (self._cache.get(key) if self._cache else None)
        if known:
            return known
        nlp = self._parser()
        self.anew += 1
        try:
            found = read(document, nlp)
        except Exception as error:  # one hostile page must not cost the others their reading
            return f"could not be read: {type(error).__name__}: {error}"
        self._fresh[key] = found
        self._size += len(document.text)
        if self._size >= BATCH:
            self._keep()
        return found

    def _parser(self) -> Language:
        try:
            return pipeline(self.pipeline)
        except (OSError, ImportError) as error:
            raise RecordError(f"the pipeline {self.pipeline!r} cannot be loaded: {error}") from error

    def _keep(self) -> None:
        if self._cache and self._fresh:
            self._cache.put(self._fresh)
        self._fresh, self._size = {}, 0
