"""The files of the export contract, one JSON object a line, and beside them what people noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from ceasewire.export.atomic import replace_file
from ceasewire.record import Record
from ceasewire.record.beside import BESIDE
from ceasewire.record.nouns import NOUNS


class Jsonl:
    """One file a noun, and `record.json`; `labels`, `assessments` and what is withheld where there are any."""

    name = "jsonl"

    def write(self, record: Record, folder: Path) -> list[Path]:
        """Write every file of the contract into the folder; the files written. Older files beside them give way."""
        written = [_put(folder / "record.json", lines([record.header]))]
        for name in NOUNS:
            written.append(_put(folder / f"{name}.jsonl", lines(record.rows(name))))
            record.forget(name)
        for name in BESIDE:
            (folder / f"{name}.jsonl").unlink(missing_ok=True)
            if rows := record.rows(name):
                written.append(_put(folder / f"{name}.jsonl", lines(rows)))
        return written


def lines(rows: Iterable[msgspec.Struct]) -> Iterator[bytes]:
    """Each row as a line of UTF-8 JSON."""
    encoder = msgspec.json.Encoder()
    return (encoder.encode(row) + b"\n" for row in rows)


def _put(path: Path, content: Iterable[bytes]) -> Path:
    replace_file(path, content)
    return path
