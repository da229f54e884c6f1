"""Where pages are read: the pipeline, loaded once, and one hostile page that costs the others nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ceasewire.model import Document, Reading
from ceasewire.reading import pipeline, read
from ceasewire.reading.together import Together
from ceasewire.record.errors import RecordError

if TYPE_CHECKING:
    from spacy.language import Language


class Desk:
    """Reads sheaves of pages with a pipeline."""

    def __init__(self, pipeline: str) -> None:
        self._pipeline = pipeline

    def open(self) -> Language:
        """The pipeline, loaded. Raises RecordError."""
        try:
            return pipeline(self._pipeline)
        except (OSError, ImportError) as error:
            raise RecordError(f"the pipeline {self._pipeline!r} cannot be loaded: {error}") from error

    def read(self, sheaf: Iterable[Document]) -> Iterator[tuple[Document, Reading | str]]:
        """Each page with its reading, or with the reason why it could not be read. Raises RecordError."""
        together = Together(read, self.open())
        for document in sheaf:
            try:
                yield document, together.read(document)
            except Exception as error:  # one hostile page must not cost the others their reading
                yield document, f"could not be read: {type(error).__name__}: {error}"
