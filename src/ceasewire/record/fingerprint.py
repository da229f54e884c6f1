"""What decides how a page is read: the code and tables of reading, and the pipeline."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from ceasewire.model import Document

READ_BY = ("model", "reading", "codebook")
KINDS = (".py", ".toml")


@cache
def pipeline_version(name: str) -> str:
    """`name version` of an installed spaCy pipeline, or of one in a folder; the name alone where nothing is known."""
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} {_meta(Path(name) / 'meta.json')}".strip()


def built_with(pipeline: str) -> str:
    """What a record is built with, for its head."""
    return f"ceasewire {version('ceasewire')}, {pipeline_version(pipeline)}"


@cache
def code_fingerprint(pipeline: str) -> str:
    """A hash over everything but the page that decides how a page is read."""
    digest = hashlib.sha256(f"{pipeline_version(pipeline)}\0spacy {version('spacy')}".encode())
    root = files("ceasewire")
    for source in (file for room in READ_BY for file in _sources(root / room)):
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()


def page_key(document: Document, pipeline: str) -> str:
    """The key of a page's reading: what reading sees of the page, and how it is read."""
    seen = [
        code_fingerprint(pipeline),
        document.text,
        document.lines,
        document.title,
        document.outlet,
        document.origin,
        document.byline,
        document.genre,
        document.language,
    ]
    return hashlib.sha256(msgspec.json.encode(seen)).hexdigest()


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.name.endswith(KINDS):
            yield entry


def _meta(path: Path) -> str:
    """The version in a pipeline's meta file, with a hash of it."""
    try:
        raw = path.read_bytes()
    except OSError:
        return ""
    return f"{msgspec.json.decode(raw).get('version', '')} {hashlib.sha256(raw).hexdigest()[:12]}"
