"""The user's table of actors, from TOML or CSV."""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from ceasewire.fusion.rulings.table import ActorRow
from ceasewire.record.errors import RecordError

LISTS = ("aliases", "same_as")
MOST = 8_000_000  # bytes; a table of more is a mistake


def actor_table(path: Path) -> list[ActorRow]:
    """The rows of a table, in its order. TOML: `[[actor]]` with the fields of ActorRow; CSV: a column a field, lists
    parted by `;`. Raises RecordError, which names the file and the row.
    """
    try:
        raw = path.read_bytes()[: MOST + 1]
        text = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(f"{path}: the table of actors cannot be read: {error}") from error
    if len(raw) > MOST:
        raise RecordError(f"{path}: the table of actors is larger than {MOST:,} bytes")
    rows = _toml(text, path) if path.suffix.lower() == ".toml" else _csv(text)
    return [_row(row, number, path) for number, row in enumerate(rows, 1)]


def stamp(rows: Sequence[ActorRow]) -> str:
    """`, actors 4fe1...`: a hash of the table for the head of a record, nothing where there is none."""
    return f", actors {hashlib.sha256(msgspec.json.encode(list(rows))).hexdigest()[:16]}" if rows else ""


def _toml(text: str, path: Path) -> list[dict[str, Any]]:
    try:
        found = tomllib.loads(text).get("actor", [])
    except tomllib.TOMLDecodeError as error:
        raise RecordError(f"{path}: is not TOML: {error}") from error
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def _csv(text: str) -> list[dict[str, Any]]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [{key: _cell(key, cell) for key, cell in row.items() if key and cell} for row in rows]


def _cell(key: str, cell: str) -> str | list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()] if key in LISTS else cell.strip()


def _row(row: dict[str, Any], number: int, path: Path) -> ActorRow:
    unknown = sorted(set(row) - set(ActorRow.__struct_fields__))
    if unknown:
        raise RecordError(f"{path}: actor {number}: {', '.join(unknown)} is no field of an actor")
    try:
        found = msgspec.convert(row, ActorRow, strict=False)
    except msgspec.ValidationError as error:
        raise RecordError(f"{path}: actor {number}: {error}") from error
    if not found.name.strip():
        raise RecordError(f"{path}: actor {number}: has no name")
    return found
