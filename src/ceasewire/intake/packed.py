"""A file packed with gzip: what is in it is read as a file of its name without `.gz`."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from ceasewire.intake import limits
from ceasewire.intake.page import Inside, RefusedError, Source


class _Bounded(io.RawIOBase):
    """Unpacked bytes, as long as they are in proportion to the packed ones."""

    def __init__(self, packed: BinaryIO, size: int) -> None:
        self._packed = packed
        self._inner = gzip.GzipFile(fileobj=packed)
        self._most = min(max(limits.FREE_BYTES, size * limits.MAX_RATIO), limits.MAX_UNPACKED)
        self._left = self._most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview | bytearray) -> int:  # type: ignore[override]
        try:
            data = self._inner.read(len(buffer))
        except (EOFError, gzip.BadGzipFile, OSError) as error:
            raise RefusedError("broken gzip file") from error
        self._left -= len(data)
        if self._left < 0:
            raise RefusedError(f"unpacks to more than the limit of {self._most:,} bytes")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        self._packed.close()
        super().close()


def read(source: Source) -> Iterator[Inside]:
    """The one file inside. Its path is that of the packed file."""
    if source.depth >= limits.MAX_DEPTH:
        raise RefusedError(f"more than {limits.MAX_DEPTH} archives one in the other")
    name = source.name[: -len(".gz")]
    if name.lower().endswith(".tar"):
        raise RefusedError("unknown file type .tar.gz")
    yield Inside("", Source(name, lambda: unpacked(source), source.depth + 1, source.url, source.retrieved))


def unpacked(source: Source) -> BinaryIO:
    """The unpacked bytes as a stream. It raises RefusedError where they are out of proportion, or broken."""
    packed = source.open()
    size = packed.seek(0, io.SEEK_END)
    packed.seek(0)
    return cast(BinaryIO, io.BufferedReader(_Bounded(packed, size), 1 << 16))
