"""Arguments to files: folders walked in the order of names, each real folder once, with a name for every file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ceasewire.model import Failure


@dataclass(frozen=True)
class Found:
    """A file to read and its path as the record names it."""

    file: Path
    path: str


@dataclass
class _Walk:
    """What one call has seen: names given out, and real files and folders by device and number."""

    names: dict[str, Path] = field(default_factory=dict)
    folders: set[tuple[int, int]] = field(default_factory=set)


def walk(arguments: Iterable[Path]) -> Iterator[Found | Failure]:
    """Every file under the arguments, hidden ones inside folders left out; what cannot be entered, as a failure."""
    seen = _Walk()
    for argument in sorted(map(Path, arguments), key=str):
        yield from _argument(argument, seen)


def _argument(argument: Path, seen: _Walk) -> Iterator[Found | Failure]:
    try:
        if argument.is_dir():
            yield from _folder(argument, argument, seen, [])
        elif argument.exists():
            yield from _named(argument, argument.name, argument, seen)
        else:
            yield Failure(argument.name, _missing(argument))
    except OSError as error:
        yield Failure(argument.name, _reason(error))


def _missing(file: Path) -> str:
    try:
        file.stat()
    except OSError as error:
        return _reason(error)
    return "no such file or folder"


def _folder(folder: Path, root: Path, seen: _Walk, above: list[Path]) -> Iterator[Found | Failure]:
    """The files of a folder and of the folders in it, by name."""
    name = folder.relative_to(root).as_posix() if folder != root else root.name
    try:
        real = folder.resolve(strict=True)
        key = (real.stat().st_dev, real.stat().st_ino)
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (OSError, RuntimeError) as error:
        yield Failure(name, _reason(error))
        return
    if real in above or (folder.is_symlink() and above and real.is_relative_to(above[0])):
        yield Failure(name, "link loop" if real in above else "a link to a folder that is read anyway")
        return
    if key not in seen.folders:
        seen.folders.add(key)
        for entry in entries:
            if not entry.name.startswith("."):
                yield from _entry(Path(entry.path), root, seen, [*above, real])


def _entry(file: Path, root: Path, seen: _Walk, above: list[Path]) -> Iterator[Found | Failure]:
    path = file.relative_to(root).as_posix()
    try:
        if file.is_dir():
            yield from _folder(file, root, seen, above)
        elif file.is_file():
            yield from _named(file, path, root, seen)
        else:
            yield Failure(path, _missing(file) if not file.exists() else "no regular file")
    except OSError as error:
        yield Failure(path, _reason(error))


def _named(file: Path, path: str, root: Path, seen: _Walk) -> Iterator[Found]:
    """One name a file: the same file twice is read once, another file of that name takes its folder's name too."""
    here = file.absolute()
    taken, number = path, 1
    while taken in seen.names and seen.names[taken] != here:
        number += 1
        taken = f"{root.absolute().name if root != file else here.parent.name}/{path}" + (
            f"~{number}" if number > 2 else ""
        )
    if taken not in seen.names:
        seen.names[taken] = here
        yield Found(file, taken)


def _reason(error: Exception) -> str:
    if isinstance(error, RuntimeError) or "symbolic links" in str(error):
        return "link loop"
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "unreadable: permission denied"
    return f"unreadable: {getattr(error, 'strerror', None) or error}"
