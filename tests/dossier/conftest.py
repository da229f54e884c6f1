"""Records for the dossier's tests: the one made by hand, and the same with hostile words in every field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient

import made
from ceasewire.builder import build
from ceasewire.dossier.app import application
from ceasewire.dossier.moments import Moments
from ceasewire.record.nouns import NOUNS
from ceasewire.record.store import write

HOSTILE = (
    "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7 * 7 }}\u202egnp\u202c\x07 javascript:alert(3) =1+1 "
)
GIANT = "W" * 4000
SPARED = {
    "id", "doc", "of_doc", "sha256", "kind", "type", "status", "realis", "stance", "mode", "role", "genre", "language",
    "actor", "mention", "statement", "origin_id", "place", "track", "about", "copy_of", "inside", "published",
    "published_earliest", "published_latest", "start", "end", "as_of", "first_reported", "last_reported", "bound",
    "affiliation", "reached_through", "origins_for", "origins_against", "origins", "facts", "parties", "venues",
    "disputes", "text_of_page", "state", "phase", "basis", "cameo",
}  # fmt: skip


def poisoned(value: object, field: str = "", inside: str = "") -> object:
    """The value with hostile words in front of every text that is no id, code or day."""
    if isinstance(value, dict):
        keyed = field in ("by_camp", "camps")
        return {
            (HOSTILE + k if keyed else k): poisoned(v, "" if keyed else k, inside or field) for k, v in value.items()
        }
    if isinstance(value, list):
        return [poisoned(item, field, inside) for item in value]
    free = isinstance(value, str) and field not in SPARED
    if field == "origin" and inside in ("support", "dispute", "a", "b"):
        free = False
    return HOSTILE + value + GIANT if free and isinstance(value, str) else value


def hostile(path: Path) -> Path:
    """A record like the one made by hand, hostile in every field; the words of its pages stand where they stood."""
    known = made.record(path.with_name("plain.db"))
    rows = {}
    for name, noun in NOUNS.items():
        plain = [msgspec.to_builtins(row) for row in known.rows(name)]
        changed = [poisoned(row) for row in plain]
        for old, new in zip(plain, changed, strict=True):
            if name == "documents" and isinstance(new, dict):
                new["text"] = old["text"] + "\n" + HOSTILE + GIANT
                new["lines"] = [*old["lines"], {"start": len(old["text"]) + 1, "end": len(new["text"]), "role": "body"}]
            if name == "statements" and isinstance(new, dict):
                new["origin"] = old["origin"]
        rows[name] = [msgspec.convert(row, noun) for row in changed]
    write(path, known.header, rows, {})
    return path


def client_of(path: Path) -> Iterator[TestClient]:
    """A browser that has come in with the key."""
    moments = Moments(path)
    browser = TestClient(application(moments, "key-of-the-tests", ["testserver"]))
    browser.get("/?key=key-of-the-tests")
    yield browser
    moments.close()


def built_of(text: str, room: Path) -> Path:
    """The record of one page that was read, so that it can be put together anew."""
    (room / "page.txt").write_text(text)
    build([room / "page.txt"], room / "r.db")
    return room / "r.db"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The record made by hand."""
    made.record(tmp_path / "made.db")
    return tmp_path / "made.db"


@pytest.fixture
def client(record: Path) -> Iterator[TestClient]:
    """A browser before the record made by hand."""
    yield from client_of(record)


@pytest.fixture
def attacked(tmp_path: Path) -> Iterator[TestClient]:
    """A browser before the hostile record."""
    yield from client_of(hostile(tmp_path / "hostile.db"))


@pytest.fixture
def path(built: Path, tmp_path: Path) -> Path:
    """A copy of the record that the module built, to be changed by one test."""
    (tmp_path / "r.db").write_bytes(built.read_bytes())
    return tmp_path / "r.db"


@pytest.fixture
def reader(path: Path) -> Iterator[TestClient]:
    """Somebody who opens the record of the module's `path`."""
    yield from client_of(path)
