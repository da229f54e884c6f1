"""Lookups in the tables of states and bodies: whom a word means, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from ceasewire.codebook import table
from ceasewire.model import ActorKind

WordKind = Literal["name", "adjective", "people", "capital", "seat"]


@dataclass(frozen=True)
class Word:
    """What a word says about a state: its `kind` is how it stands for it."""

    state: str
    kind: WordKind


@dataclass(frozen=True)
class Body:
    """A well-known body that is no state: its canonical name, kind, state and the body it is part of.

    `land` is the state that it fights or opposes, or where it fights.
    """

    name: str
    kind: ActorKind
    of: str | None
    part_of: str | None
    roams: bool = False
    land: str = ""


@lru_cache(maxsize=8192)
def word_of(text: str) -> Word | None:
    """How `text` stands for a state (`Moscow` is the capital of Russia), or None; capitals count."""
    found = words().get(_plain(text))
    return found or (words().get(_plain(text.title())) if text[:3].isupper() and len(text) > 3 else None)


def state_of(text: str) -> str | None:
    """The canonical name of the state that `text` stands for as a name, adjective, people, capital or seat."""
    word = word_of(text)
    return word.state if word else None


@lru_cache(maxsize=8192)
def body_of(text: str) -> Body | None:
    """The well-known body that `text` names in full, in short or in another spelling, or None."""
    return bodies().get(_plain(text))


@lru_cache(maxsize=8192)
def people_of(text: str) -> str | None:
    """The plural name of the people, faith or region that `text` names (`Kurdish` is `Kurds`), or None."""
    return peoples().get(_plain(text))


def adjective_of(state: str) -> str:
    """The adjective of a state (`Russia` gives `Russian`), or its name where it has none."""
    row = table("world")["state"].get(state)
    return str(row["adjective"][0]) if row and row["adjective"] else state


def short_of(text: str) -> list[str]:
    """The states that `text` may mean on a page that names one of them in full (`the North`)."""
    return list(table("world")["short"].get(_plain(text), []))


@cache
def words() -> dict[str, Word]:
    """Every word for a state; where one has two readings the name wins over the adjective."""
    found: dict[str, Word] = {}
    kinds: list[tuple[str, WordKind]] = [
        ("names", "name"),
        ("seat", "seat"),
        ("capital", "capital"),
        ("people", "people"),
        ("adjective", "adjective"),
    ]
    for state in table("world")["state"]:
        found[state] = Word(state, "name")
    for key, kind in kinds:
        for state, row in table("world")["state"].items():
            for name in row.get(key, []):
                found.setdefault(_plain(name), Word(state, kind))
    return found


@cache
def bodies() -> dict[str, Body]:
    """Every name of a well-known body."""
    found: dict[str, Body] = {}
    for name, row in table("bodies")["body"].items():
        body = Body(name, row["kind"], row.get("of"), row.get("part_of"), row.get("roams", False), row.get("land", ""))
        for other in (name, *row.get("names", []), *row.get("weak", [])):
            found.setdefault(_plain(other), body)
    return found


@cache
def peoples() -> dict[str, str]:
    """Every word for a people, a faith or a region."""
    return {_plain(word): name for name, row in table("world")["people"].items() for word in row}


def _plain(text: str) -> str:
    plain = " ".join(text.replace("’", "'").split())
    return plain[4:] if plain[:4] in ("the ", "The ") and plain[4:] != "Hague" else plain
