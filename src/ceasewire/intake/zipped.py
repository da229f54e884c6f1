"""Zip archives: each member a file of its own, archives in them one level deep."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from ceasewire.intake import limits
from ceasewire.intake.names import unique
from ceasewire.intake.page import Broken, Inside, Item, RefusedError, Source

_ENCRYPTED = 0x1
_ARCHIVES = (".zip",)
_REST = (".ds_store", "thumbs.db", "desktop.ini")


def read(source: Source) -> Iterator[Item]:
    """The members in the order of their names. Raises RefusedError for what is no sound archive or past a limit."""
    if source.depth >= limits.MAX_DEPTH:
        raise RefusedError(f"more than {limits.MAX_DEPTH} archives one in the other")
    with source.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise RefusedError("broken zip archive") from error
        members = sorted((each for each in archive.infolist() if _is_page(each)), key=lambda each: each.filename)
        _check(members, stream.seek(0, io.SEEK_END))
        if not members:
            raise RefusedError("an archive without a file in it")
        yield from unique(enumerate((_member(archive, each, source) for each in members), 1))


def _is_page(member: zipfile.ZipInfo) -> bool:
    """Hidden files, folders and what file managers leave behind are no pages."""
    parts = member.filename.split("/")
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return not (member.is_dir() or hidden or parts[-1].lower() in _REST)


def _check(members: list[zipfile.ZipInfo], size: int) -> None:
    """Limits on the archive as a whole, by what its directory says; a member never gives more than that."""
    if len(members) > limits.MAX_MEMBERS:
        raise RefusedError(f"{len(members):,} members, past the limit of {limits.MAX_MEMBERS:,}")
    total = sum(member.file_size for member in members)
    if total > limits.MAX_UNPACKED:
        raise RefusedError(f"unpacks to {total:,} bytes, past the limit of {limits.MAX_UNPACKED:,}")
    if sum(member.compress_size for member in members) > size:
        raise RefusedError("members that overlap: a zip bomb")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, around: Source) -> Broken | Inside:
    name = member.filename
    if member.flag_bits & _ENCRYPTED:
        return Broken(name, "encrypted")
    ratio = member.file_size / max(1, member.compress_size)
    if member.file_size > limits.FREE_BYTES and ratio > limits.MAX_RATIO:
        return Broken(name, f"unpacks to {ratio:,.0f} times its size, past the limit of {limits.MAX_RATIO}: a zip bomb")
    return Inside(name, Source(name, lambda: _opened(archive, member), around.depth + 1))


def _opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    """The bytes of a member; an archive in the archive is held in memory, since it is read from its end."""
    try:
        stream = archive.open(member)
        if not member.filename.lower().endswith(_ARCHIVES):
            return cast(BinaryIO, stream)
        if member.file_size > limits.MAX_NESTED:
            raise RefusedError(f"an archive in an archive, larger than the limit of {limits.MAX_NESTED:,} bytes")
        with stream:
            return io.BytesIO(stream.read())
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise RefusedError("broken or packed in an unknown way") from error
