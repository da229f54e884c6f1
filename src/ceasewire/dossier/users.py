"""The named users of a dossier: a file beside the record, so that no password travels with it."""

from __future__ import annotations

import os
import secrets
import unicodedata
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import Literal

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from msgspec import Struct

from ceasewire.dossier.stamp import stamp
from ceasewire.record.errors import RecordError
from ceasewire.record.tlp import ALL, level

Role = Literal["read", "review"]
SHORTEST, LONGEST = 10, 200  # characters of a password
NAME = 60  # characters
AT_ONCE = BoundedSemaphore(2)  # a check of a password takes 64 MB


class User(Struct, frozen=True):
    """One user: what he may do, up to which label he sees, and the argon2 hash of his password."""

    name: str
    role: Role
    sees: str
    hash: str


class Users:
    """The users in a file; a change of the file is seen at once."""

    def __init__(self, path: Path) -> None:
        """Read the file; none is an empty one. Raises RecordError."""
        self.path = path
        self._stamp: tuple[int, int] | None = None
        self._known: dict[str, User] = {}
        self.all()

    def all(self) -> list[User]:
        """Every user, by name. Raises RecordError."""
        if (now := stamp(self.path)) != self._stamp:
            self._known = {_key(user.name): user for user in _read(self.path)}
            self._stamp = now
        return sorted(self._known.values(), key=lambda user: _key(user.name))

    def find(self, name: str) -> User | None:
        """The user of a name, however it is spelt in small and large letters."""
        self.all()
        return self._known.get(_key(name))

    def add(self, name: str, password: str, role: Role = "read", sees: str = ALL) -> User:
        """Add a user, or give an older one of that name another password, role and sight. Raises RecordError."""
        if not SHORTEST <= len(password) <= LONGEST:
            raise RecordError(f"a password has {SHORTEST} to {LONGEST} characters")
        user = User(_plain(name), role, level(sees), _hasher().hash(password))
        self._write([*(u for u in self.all() if _key(u.name) != _key(user.name)), user])
        return user

    def remove(self, name: str) -> User:
        """Take a user out; who is logged in under that name is out at once. Raises RecordError where there is none."""
        gone = self.find(name)
        if gone is None:
            raise RecordError(f"{self.path}: no user is called {name!r}")
        self._write([user for user in self.all() if user != gone])
        return gone

    def check(self, name: str, password: str) -> User | None:
        """The user, where the password is his. It takes as long where there is no such user."""
        user = self.find(name)
        with AT_ONCE:
            fits = _fits(user.hash if user else _nobody(), password[: LONGEST + 1])
        return user if user and fits else None

    def _write(self, users: list[User]) -> None:
        rows = sorted(users, key=lambda user: _key(user.name))
        part = self.path.with_name(f".{self.path.name}.{secrets.token_hex(4)}.part")
        try:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n")
            part.replace(self.path)
        except OSError as error:
            raise RecordError(f"{self.path}: the users could not be written: {error.strerror}") from error
        finally:
            part.unlink(missing_ok=True)


def beside(record: Path) -> Path:
    """The file with the users of a record's dossier."""
    return record.with_name(record.name + ".users")


def _read(path: Path) -> list[User]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=list[User])
    except FileNotFoundError:
        return []
    except (OSError, msgspec.DecodeError) as error:
        raise RecordError(f"{path}: the users cannot be read: {error}") from error


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _plain(name: str) -> str:
    """A name as it is kept: one line of letters that steer nothing. Raises RecordError."""
    found = " ".join(unicodedata.normalize("NFC", name).split())
    if not 0 < len(found) <= NAME or not found.isprintable():
        raise RecordError(f"the name of a user has 1 to {NAME} characters that can be seen")
    return found


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _nobody() -> str:
    """A hash that no password fits."""
    return _hasher().hash(secrets.token_hex(32))


def _fits(known: str, password: str) -> bool:
    try:
        return _hasher().verify(known, password)
    except (VerificationError, InvalidHashError):
        return False
